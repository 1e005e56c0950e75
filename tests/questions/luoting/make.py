"""Writes the documents of the invented river-port district 罗汀区 from gold.jsonl: `python -m tests.questions.luoting.make [FOLDER]`.

Forms of the year as text, in Word tables and one a sheet, forms with the mid-term beside the year and its standards,
and the subdistricts' long lists with weights and amounts in yuan.
"""

import re
from pathlib import Path
from typing import Any

import openpyxl

from tests.questions import writing
from tests.questions.grids import (
    INDENTED,
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

HEADS = "单位名称 项目名称 预算数 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位 权重 指标方向性"


def form(record: Record) -> Grid:
    """The form of a record, by what it holds; the middle term has the years of the 项目期."""
    if not record["attribute"]:
        return annual_form(record, annual_body(record), INDENTED)
    years = [int(year) for year in re.findall(r"\d{4}", record["period"])]
    half = ("二级指标", "三级指标", "指标值", "绩效标准")
    return [
        [("项目名称", 2, 1), (record["project"], 8, 1)],
        [("主管部门及代码", 2, 1), (department(record), 4, 1), ("实施单位", 2, 1), (record["unit"], 2, 1)],
        [("项目属性", 2, 1), (record["attribute"], 4, 1), ("项目期", 2, 1), (record["period"], 2, 1)],
        *both_moneys(record, left=2, right=2),
        *both_goals(record, years[-1] - years[0] + 1, left=4, right=4),
        *headed(("一级\n指标", *half, *half), merged(both_body(record, keys=("name", "value", "standard")))),
    ]


def write_sheets(path: Path, title: str, records: list[Record]) -> None:
    """The list on the first sheet, a form on each of the others."""
    book = openpyxl.Workbook()
    first: Any = book.active
    first.title, first["A1"] = "公开清单", title
    writing.on_sheet(first, listing(records), 3)
    for n, r in enumerate(records, 1):
        sheet = book.create_sheet(f"目标表{n}")
        sheet["A1"], sheet["A2"] = "项目支出绩效目标表", f"（{r['year']}年度）"
        writing.on_sheet(sheet, form(r), 3, wrap=True)
    writing.save(book, path)


def write_list(path: Path, title: str, records: list[Record]) -> None:
    """A long list in 元: unit, project, amount and goal are merged over the rows of a project."""

    def rest(i: Record) -> tuple[object, ...]:
        sign, value, measure = writing.nature(i["value"])
        toward = "反向指标" if sign == "≤" else "正向指标"
        return (i["level1"], i["level2"], i["name"], sign, value, measure, int(i["weight"]), toward)

    above = {"A1": title, "L2": "金额单位：元"}
    blocks = [writing.block(r, (r["unit"], r["project"], float(amount(r, per=1)), goal(r)), rest) for r in records]
    writing.write_list(path, "绩效目标表", above, HEADS.split(), blocks, across="A1:L1", wrap=True)


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    title = f"罗汀区{path.stem}"
    if path.suffix == ".docx":
        writing.write_docx(path, title, records, form)
    elif path.suffix == ".txt":
        writing.write_txt(path, title, records, form)
    else:
        (write_sheets if records[0]["department"] else write_list)(path, title, records)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
