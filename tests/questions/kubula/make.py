"""Writes the documents of 库布拉旗 from gold.jsonl: `python -m tests.questions.kubula.make [FOLDER]`."""

from pathlib import Path
from typing import Any

import docx
import openpyxl

from tests.questions import writing
from tests.questions.grids import (
    MONEY,
    Grid,
    Record,
    amount,
    annual_body,
    annual_form,
    both_body,
    both_goals,
    both_moneys,
    goal,
    headed,
    in_both,
    merged,
)

TWO_YEARS = {"沙兰河河道治理工程", "标准化厂房建设项目（一期）"}  # the middle term of the others has three
HEADS = "单位名称 项目名称 预算数 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位 权重"


def annual(record: Record) -> Grid:
    """The form of one year."""
    return annual_form(record, annual_body(record, rest=("…",)), MONEY, br="")


def side_by_side(record: Record) -> Grid:
    """The form with the middle term on the left and the year on the right."""
    top = (("项目名称", "project"), ("实施单位", "unit"), ("项目属性", "attribute"))
    heads = ("一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值")
    years = 2 if record["project"] in TWO_YEARS else 3
    return [
        *([(label, 2, 1), (record[key], 7, 1)] for label, key in top),
        *both_moneys(record, left=2, br=""),
        *both_goals(record, years, left=4, head="总体目标"),
        *headed(heads, merged(both_body(record, ("", ""))), br="", columns=2),
    ]


def write_docx(path: Path, records: list[Record]) -> None:
    """One table for each form, below a heading."""
    document = docx.Document()
    document.add_heading(path.stem, 1)
    for record in records:
        document.add_paragraph("项目支出绩效目标表")
        document.add_paragraph(f"（{record['year']}年度）")
        writing.add_table(document, annual(record), breaks=True)
    document.save(str(path))
    writing.settle(path)


def write_both(path: Path, records: list[Record]) -> None:
    """The side-by-side forms, one below the other."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title, sheet["A1"] = "绩效目标表", path.stem
    top = 3
    for record in records:
        sheet.cell(top, 1, "项目支出绩效目标表")
        sheet.cell(top + 1, 1, f"（{record['year']}年度）")
        top = writing.on_sheet(sheet, side_by_side(record), top + 2, wrap=True) + 1
    writing.save(book, path)


def write_list(path: Path, records: list[Record]) -> None:
    """One long list in 元: unit, project, amount, goal and levels are merged over their rows."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title, sheet["A1"] = "项目支出绩效目标", path.stem
    sheet["A2"] = f"预算年度：{records[0]['year']}年　　单位：元"
    grid: Grid = [[(head, 1, 1) for head in HEADS.split()]]
    for r in records:
        lead = (r["unit"], r["project"], amount(r, per=1), goal(r))
        rows = [(i["level1"], i["level2"], i["name"], *writing.nature(i["value"]), i["weight"]) for i in r["indicators"]]
        first, *body = merged([[text or "" for text in row] for row in rows])
        grid += [[*((text, 1, len(rows)) for text in lead), *first], *body]
    writing.on_sheet(sheet, grid, 3, wrap=True)
    writing.save(book, path)


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    if path.suffix == ".txt":  # the last row has no blank line below it
        text = writing.as_text(path.stem, records, annual).removesuffix("\n")
        path.write_text(text, encoding="utf-8", newline="\n")
    elif path.suffix == ".docx":
        write_docx(path, records)
    else:
        (write_both if in_both(records[0]) else write_list)(path, records)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
