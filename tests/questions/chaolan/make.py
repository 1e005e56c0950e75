"""Writes the documents of the invented district 潮澜区 from gold.jsonl: `python -m tests.questions.chaolan.make [FOLDER]`.

Forms of one year and forms with the mid-term, as text and in Word; workbooks with a form below the other; long lists in 元.
"""

from pathlib import Path
from typing import Any

import openpyxl

from tests.questions import writing
from tests.questions.grids import INDENTED, Grid, Record, amount, annual_body, annual_form, goal, in_both
from tests.questions.songping.make import form as form_of_both

NONE = {"120", "125"}  # the departments that write 无 where another leaves a row of indicators blank
HEADS = "单位名称 项目名称 预算数（元） 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位 权重"


def form(record: Record) -> Grid:
    """The form of a record, by what it holds."""
    if in_both(record):
        return form_of_both(record)
    return annual_form(record, annual_body(record, "无" if record["department_code"] in NONE else ""), INDENTED)


def write_forms(path: Path, title: str, records: list[Record]) -> None:
    """Forms on one sheet, each below the other."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title, sheet["A1"] = "绩效目标表", title
    top = 3
    for record in records:
        sheet.cell(top, 1, "项目支出绩效目标表")
        sheet.cell(top + 1, 1, f"（{record['year']}年度）")
        top = writing.on_sheet(sheet, form(record), top + 2, wrap=True) + 1
    writing.save(book, path)


def write_list(path: Path, title: str, records: list[Record]) -> None:
    """A long list: unit, project, amount and goal are merged over the rows of a project."""

    def rest(i: Record) -> tuple[object, ...]:
        return (i["level1"], i["level2"], i["name"], *writing.nature(i["value"]), int(i["weight"]))

    blocks = [writing.block(r, (r["unit"], r["project"], float(amount(r, per=1)), goal(r)), rest) for r in records]
    writing.write_list(path, "街镇项目", {"A1": title}, HEADS.split(), blocks, across="A1:K1", wrap=True)


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    title = f"潮澜区{path.stem}"
    if path.suffix == ".xlsx":
        (write_forms if records[0]["department"] else write_list)(path, title, records)
    else:
        (writing.write_docx if path.suffix == ".docx" else writing.write_txt)(path, title, records, form)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
