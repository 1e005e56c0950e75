"""Writes the documents of the invented county 浪水县 from gold.jsonl: `python -m tests.questions.langshui.make [FOLDER]`.

Forms as text, in Word tables (the annual one, and the one with the mid-term beside the year) and below one another on the
sheet of a workbook, and a long list of the towns with weights and amounts in yuan.
"""

import re
from pathlib import Path

import openpyxl

from tests.questions import writing
from tests.questions.grids import (
    Grid,
    Record,
    amount,
    annual_body,
    annual_form,
    both_body,
    both_goals,
    both_moneys,
    department,
    goal,
    headed,
    listing,
    merged,
)

HEADS = "单位名称 项目名称 预算数 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位 权重"


def form(record: Record) -> Grid:
    """The form of a record, by what it holds; the middle term has the years of the 项目期."""
    if not record["attribute"]:
        return annual_form(record, annual_body(record))
    years = [int(year) for year in re.findall(r"\d{4}", record["period"])]
    half = ("二级\n指标", "三级指标", "指标值", "绩效标准")
    body = both_body(record, keys=("name", "value", "standard"))
    return [
        [("项目名称", 2, 1), (record["project"], 8, 1)],
        [("主管部门及代码", 2, 1), (department(record), 4, 1), ("实施单位", 2, 1), (record["unit"], 2, 1)],
        [("项目属性", 2, 1), (record["attribute"], 4, 1), ("项目期", 2, 1), (record["period"], 2, 1)],
        *both_moneys(record, left=2, right=2),
        *both_goals(record, years[-1] - years[0] + 1, left=4, right=4),
        *headed(("一级\n指标", *half, *half), merged(body)),
    ]


def write_list(path: Path, title: str, records: list[Record]) -> None:
    """A long list in 元: unit, project, amount and goal are merged over the rows of a project."""

    def rest(i: Record) -> tuple[object, ...]:
        return (i["level1"], i["level2"], i["name"], *writing.nature(i["value"]), int(i["weight"]))

    above = {"A1": title, "K2": "金额单位：元"}
    blocks = [writing.block(r, (r["unit"], r["project"], float(amount(r, per=1)), goal(r)), rest) for r in records]
    writing.write_list(path, "绩效目标", above, HEADS.split(), blocks, across="A1:K1")


def write_stacked(path: Path, title: str, records: list[Record]) -> None:
    """A workbook of one sheet: the list of projects, and the forms below one another."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "绩效目标公开"
    sheet["A1"] = title
    sheet["A2"] = "项目支出绩效目标公开清单"
    top = writing.on_sheet(sheet, listing(records), 3)
    for record in records:
        sheet.cell(top + 1, 1, "项目支出绩效目标表")
        sheet.cell(top + 2, 1, f"（{record['year']}年度）")
        top = writing.on_sheet(sheet, form(record), top + 3, wrap=True)
    writing.save(book, path)


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    title = f"浪水县{path.stem}"
    if path.suffix == ".xlsx":
        (write_list if path.stem.startswith("镇街") else write_stacked)(path, title, records)
    else:
        (writing.write_docx if path.suffix == ".docx" else writing.write_txt)(path, title, records, form)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
