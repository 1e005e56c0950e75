"""Writes the documents of the invented city 望屿市 from gold.jsonl: `python -m tests.questions.wangyu.make [FOLDER]`.

Three shapes: the annual form (as text and in Word), the form with the mid-term beside the year, and a long list in a workbook.
"""

from pathlib import Path

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
    goal,
    headed,
    merged,
)

HEADS = "单位名称 项目名称 预算数（万元） 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位"


def form(record: Record) -> Grid:
    """The form of a record, by what it holds; a middle term of no more money than the year's ends with the year."""
    if not record["attribute"]:
        return annual_form(record, annual_body(record, "无"))
    top = (("项目名称", "project"), ("实施单位", "unit"), ("项目属性", "attribute"))
    half = ("二级\n指标", "三级指标", "指标值", "绩效标准")
    body = both_body(record, ("指标1：", "无", ""), ("name", "value", "standard"))
    return [
        *([(label, 2, 1), (record[key], 8, 1)] for label, key in top),
        *both_moneys(record, left=2, right=2),
        *both_goals(record, 1 if amount(record, horizon="mid_term") == amount(record) else 3, left=4, right=4),
        *headed(("一级\n指标", *half, *half), merged(body)),
    ]


def write_list(path: Path, title: str, records: list[Record]) -> None:
    """One long list: a row for each indicator, unit and project on the first row only."""
    blocks = [
        writing.block(
            r,
            (r["unit"], r["project"], float(amount(r)), goal(r)),
            lambda i: (i["level1"], i["level2"], i["name"], *writing.nature(i["value"])),
        )
        for r in records
    ]
    writing.write_list(path, "绩效目标", {"A1": title, "J2": "单位：万元"}, HEADS.split(), blocks, across="A1:J1")


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    title = f"望屿市{path.stem}"
    if path.suffix == ".xlsx":
        write_list(path, title, records)
    else:
        (writing.write_docx if path.suffix == ".docx" else writing.write_txt)(path, title, records, form)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
