"""Writes the documents of the invented county 砚溪县 from gold.jsonl: `python -m tests.questions.yanxi.make [FOLDER]`."""

from pathlib import Path

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
    in_both,
    merged,
)

HEADS = "单位名称 项目名称 预算数(万元) 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位 权重"


def form(record: Record) -> Grid:
    """The form that has the year only, or the one with the middle term at the left."""
    if not in_both(record):
        return annual_form(record, annual_body(record, rest=("…",)), INDENTED, "主管部门   及代码")
    half = ("二级\n指标", "三级指标", "指标值")
    return [
        [("项目名称", 2, 1), (record["project"], 6, 1)],
        [("主管部门及代码", 2, 1), (department(record), 3, 1), ("实施单位", 1, 1), (record["unit"], 2, 1)],
        [("项目属性", 2, 1), (record["attribute"], 3, 1), ("项目期", 1, 1), (record["period"] or "", 2, 1)],
        *both_moneys(record),
        *both_goals(record),
        *headed(("一级\n指标", *half, *half), merged(both_body(record))),
    ]


def write_list(path: Path, records: list[Record]) -> None:
    """The long list: unit, project, amount and goal stand on the first row of a project."""

    def rest(i: Record) -> tuple[object, ...]:
        sign, value, unit = writing.nature(i["value"])
        said = value if sign == "定性" else writing.number(value)
        return (i["level1"], i["level2"], i["name"], sign, said, unit, int(i["weight"]))

    above = {"A1": path.stem, "K2": "单位：万元"}
    blocks = [writing.block(r, (r["unit"], r["project"], float(amount(r)), goal(r)), rest) for r in records]
    writing.write_list(path, f"{records[0]['year']}年", above, HEADS.split(), blocks, across="A1:K1")


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    if path.suffix == ".xlsx":
        write_list(path, records)
    elif path.suffix == ".docx":
        writing.write_docx(path, path.stem, records, form, size=9)
    else:
        writing.write_txt(path, path.stem, records, form, year=" （{}年度）                ")


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
