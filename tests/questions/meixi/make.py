"""Writes the documents of the invented district 梅汐区 from gold.jsonl: `python -m tests.questions.meixi.make [FOLDER]`.

Forms as text or in Word tables (the annual one, and one with the mid-term beside the year), and long lists of the towns in
workbooks, with values in one column, 分值 and amounts in 万元.
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
    department,
    goal,
    headed,
    in_both,
    merged,
)

HEADS = "单位名称 项目名称 预算金额 绩效目标 一级指标 二级指标 三级指标 指标值 分值"
HEALTH = "228"  # whose forms say 无 where there is no indicator


def form(record: Record) -> Grid:
    """The form of a record, by what it holds."""
    if not in_both(record):
        return annual_form(record, annual_body(record, none="无" if record["department_code"] == HEALTH else ""))
    half = ("二级指标", "三级指标", "指标值", "绩效标准")
    body = both_body(record, keys=("name", "value", "standard"))
    return [
        [("项目名称", 2, 1), (record["project"], 8, 1)],
        [("主管部门及代码", 2, 1), (department(record), 4, 1), ("实施单位", 2, 1), (record["unit"], 2, 1)],
        [("项目属性", 2, 1), (record["attribute"], 4, 1), ("项目期", 2, 1), (record["period"], 2, 1)],
        *both_moneys(record, left=2, right=2),
        *both_goals(record, left=4, right=4),
        *headed(("一级\n指标", *half, *half), merged(body)),
    ]


def write_list(path: Path, title: str, records: list[Record]) -> None:
    """A long list in 万元: unit, project, amount and goal are merged over the rows of a project."""

    def rest(i: Record) -> tuple[object, ...]:
        return (i["level1"], i["level2"], i["name"], i["value"], int(i["weight"]))

    blocks = [writing.block(r, (r["unit"], r["project"], float(amount(r)), goal(r)), rest) for r in records]
    writing.write_list(path, "目标表", {"A1": title, "I2": "单位：万元"}, HEADS.split(), blocks, across="A1:I1", wrap=True)


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    title = f"梅汐区{path.stem}"
    if path.suffix == ".xlsx":
        write_list(path, title, records)
    else:
        (writing.write_docx if path.suffix == ".docx" else writing.write_txt)(path, title, records, form)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
