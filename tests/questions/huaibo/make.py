"""Writes the documents of the invented county 槐泊县 from gold.jsonl: `python -m tests.questions.huaibo.make [FOLDER]`.

The annual form as text or in Word tables, the form with the middle term beside the year in Word tables, and the towns' long
lists in workbooks: in 万元 without weights for 2023, in 元 with 分值 after.
"""

import re
from pathlib import Path

from tests.questions import writing
from tests.questions.grids import (
    INDENTED,
    MONEY,
    SATISFIED,
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
    in_both,
    merged,
)

HEADS = "单位名称 项目名称 {} 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位"


def form(record: Record) -> Grid:
    """The form of a record: of one year, or with the middle term where it has one."""
    if in_both(record):
        return both_form(record)
    civil = "民政" in record["file"]
    said = {i["level2"] for i in record["indicators"]}
    body = annual_body(record, "无" if civil else "", satisfied=SATISFIED if SATISFIED in said else "满意度指标")
    return annual_form(record, body, INDENTED if civil else MONEY)


def both_form(record: Record) -> Grid:
    """The form of both horizons with a column of standards; the middle term has the years of the 项目期."""
    years = [int(year) for year in re.findall(r"\d{4}", record["period"])]
    half = ("二级\n指标", "三级指标", "指标值", "绩效标准")
    body = both_body(record, ("", "", ""), ("name", "value", "standard"))
    return [
        [("项目名称", 2, 1), (record["project"], 8, 1)],
        [("主管部门及代码", 2, 1), (department(record), 4, 1), ("实施单位", 2, 1), (record["unit"], 2, 1)],
        [("项目属性", 2, 1), (record["attribute"], 4, 1), ("项目期", 2, 1), (record["period"], 2, 1)],
        *both_moneys(record, left=2, right=2),
        *both_goals(record, years[-1] - years[0] + 1, left=4, right=4),
        *headed(("一级\n指标", *half, *half), merged(body, again=5)),
    ]


def write_list(path: Path, title: str, records: list[Record]) -> None:
    """A long list of the towns: unit, project, amount and goal are merged over the rows of a project."""
    weighed = records[0]["indicators"][0]["weight"] is not None
    per, heads = (1, [*HEADS.format("预算数").split(), "分值"]) if weighed else (10_000, HEADS.format("预算数（万元）").split())

    def rest(i: Record) -> tuple[object, ...]:
        return (i["level1"], i["level2"], i["name"], *writing.nature(i["value"]), *([int(i["weight"])] if weighed else []))

    above = {"A1": title, **({"K2": "单位：元"} if weighed else {"J2": "单位：万元"})}
    blocks = [writing.block(r, (r["unit"], r["project"], writing.number(amount(r, per=per)), goal(r)), rest) for r in records]
    writing.write_list(path, "绩效目标", above, heads, blocks)


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    title = f"槐泊县{path.stem}"
    if path.suffix == ".xlsx":
        write_list(path, title, records)
    else:
        (writing.write_docx if path.suffix == ".docx" else writing.write_txt)(path, title, records, form)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
