"""Writes the documents of the invented district 北麓区 from gold.jsonl: `python -m tests.questions.beilu.make [FOLDER]`.

Forms as text or in Word tables (the annual one, and the one with the mid-term beside the year), workbooks of the park with
one form on each sheet, and long lists of the streets with weights and amounts in 万元.
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

HEADS = "实施单位 项目名称 预算金额（万元） 年度绩效目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位 分值"


def form(record: Record) -> Grid:
    """The form of a record, by what it holds; the middle term has the years of the 项目期."""
    if not record["attribute"]:
        return annual_form(record, annual_body(record))
    years = [int(year) for year in re.findall(r"\d{4}", record["period"])]
    half = ("二级\n指标", "三级指标", "指标值", "绩效标准")
    body = both_body(record, keys=("name", "value", "standard"))
    rows = both_goals(record, years[-1] - record["year"] + 1, left=4, right=4)
    return [
        [("项目名称", 2, 1), (record["project"], 8, 1)],
        [("主管部门及代码", 2, 1), (department(record), 4, 1), ("实施单位", 2, 1), (record["unit"], 2, 1)],
        [("项目属性", 2, 1), (record["attribute"], 4, 1), ("项目期", 2, 1), (record["period"], 2, 1)],
        *both_moneys(record, left=2, right=2),
        [rows[0][0], (f"中期目标（{years[0]}年—{years[-1]}年）", 4, 1), rows[0][2]],
        rows[1],
        *headed(("一级\n指标", *half, *half), merged(body)),
    ]


def write_list(path: Path, title: str, records: list[Record]) -> None:
    """A long list in 万元: unit, project, amount and goal are merged over the rows of a project."""

    def rest(i: Record) -> tuple[object, ...]:
        return (i["level1"], i["level2"], i["name"], *writing.nature(i["value"]), int(i["weight"]))

    blocks = [writing.block(r, (r["unit"], r["project"], float(amount(r)), goal(r)), rest) for r in records]
    writing.write_list(path, "街镇绩效目标", {"A1": title}, HEADS.split(), blocks, across="A1:K1", wrap=True)


def write_sheets(path: Path, title: str, records: list[Record]) -> None:
    """A workbook with the list of projects on the first sheet and one form on each sheet behind it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "清单"
    sheet["A1"] = title
    sheet["A2"] = "项目支出绩效目标公开清单"
    writing.on_sheet(sheet, listing(records), 4)
    for n, record in enumerate(records, 1):
        sheet = book.create_sheet(f"表{n}")
        sheet["A1"] = "项目支出绩效目标表"
        sheet["A2"] = f"（{record['year']}年度）"
        writing.on_sheet(sheet, form(record), 3, wrap=True)
    writing.save(book, path)


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    title = f"北麓区{path.stem}"
    if path.suffix == ".xlsx":
        (write_sheets if path.stem.startswith("轴承产业园") else write_list)(path, title, records)
    else:
        (writing.write_docx if path.suffix == ".docx" else writing.write_txt)(path, title, records, form)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
