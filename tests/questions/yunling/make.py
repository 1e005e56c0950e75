"""Writes the documents of 云岭县 from gold.jsonl: `python -m tests.questions.yunling.make [FOLDER]`.

Long lists in .xlsx, else forms; the form with a middle-term half where the records hold middle-term amounts.
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
    in_both,
    merged,
)

HEADS = "单位名称 项目名称 预算数（万元） 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位 权重 指标方向性"
DIRECTION = {"定性": None, "≤": "反向指标"}


def form(record: Record) -> Grid:
    """The form of a record, by what it holds."""
    if not in_both(record):
        return annual_form(record, annual_body(record))
    top = (("项目名称", "project"), ("实施单位", "unit"), ("项目属性", "attribute"))
    return [*([(label, 2, 1), (record[key], 6, 1)] for label, key in top), *both_halves(record)]


def both_halves(record: Record) -> Grid:
    """What stands side by side in the form with a middle-term half."""
    heads = ("一级\n指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值")
    body = merged(both_body(record, ("", "")), again=4)
    return [*both_moneys(record), *both_goals(record, head="总体\n目标"), *headed(heads, body)]


def write_list(path: Path, records: list[Record]) -> None:
    """The long list: unit, project, amount and goal are merged over the rows of a project."""

    def rest(i: Record) -> tuple[object, ...]:
        sign, value, unit = writing.nature(i["value"])
        return (i["level1"], i["level2"], i["name"], sign, value, unit, int(i["weight"]), DIRECTION.get(sign, "正向指标"))

    above = {"A1": path.stem, "L2": "单位：万元"}
    blocks = [writing.block(r, (r["unit"], r["project"], float(amount(r)), goal(r)), rest) for r in records]
    writing.write_list(path, f"{records[0]['year']}年", above, HEADS.split(), blocks, across="A1:L1", wrap=True)


def write_document(path: Path, records: list[Record], form: writing.Form) -> None:
    """A long list, or forms in Word or as text."""
    if path.suffix == ".xlsx":
        write_list(path, records)
    elif path.suffix == ".docx":
        writing.write_docx(path, path.stem, records, form, size=9)
    else:
        writing.write_txt(path, path.stem, records, form)


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    write_document(path, records, form)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
