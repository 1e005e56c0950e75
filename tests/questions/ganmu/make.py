"""Writes the documents of the invented hill county 甘木县 from gold.jsonl: `python -m tests.questions.ganmu.make [FOLDER]`.

Forms as text or in Word tables (the annual one, in two files with rows left over from the template, and the one with the
mid-term beside the year), and the towns' long lists with scores and amounts in yuan in workbooks.
"""

import re
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
    department,
    goal,
    headed,
    merged,
)

HEADS = "预算单位 项目名称 预算金额 年度绩效目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位 分值"


def form(record: Record) -> Grid:
    """The form of a record, by what it holds; the middle term has the years of the 项目期."""
    if not record["attribute"]:
        left = ("……",) if record["file"].startswith("林业水利2026") else ()
        return annual_form(record, annual_body(record, rest=left))
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

    above = {"A1": title, "K2": "单位：元"}
    blocks = [writing.block(r, (r["unit"], r["project"], float(amount(r, per=1)), goal(r)), rest) for r in records]
    writing.write_list(path, "项目绩效目标", above, HEADS.split(), blocks, across="A1:K1")


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    title = f"甘木县{path.stem}"
    if path.suffix == ".xlsx":
        write_list(path, title, records)
    else:
        (writing.write_docx if path.suffix == ".docx" else writing.write_txt)(path, title, records, form)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
