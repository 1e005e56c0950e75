"""Writes the documents of the invented 禾塘县 from gold.jsonl: `python -m tests.questions.hetang.make [FOLDER]`."""

from decimal import Decimal
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
    goal,
    headed,
    merged,
)

HEADS = "单位名称 项目名称 预算数（{}） 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位 权重 指标方向性"
DIRECTION = {"定性": None, "≤": "反向指标"}


def form(record: Record) -> Grid:
    """The form of a record, by what it holds."""
    return both(record) if record["attribute"] else annual(record)


def annual(record: Record) -> Grid:
    """The form of one year; “…” stands below the levels that have indicators only."""
    body = annual_body(record, rest=("…",))
    shown = [row for above, row in zip([("",) * 4, *body], body, strict=False) if (above[2], row[2]) != ("指标1：", "…")]
    return annual_form(record, shown, INDENTED, "主管部门   及代码")


def both(record: Record) -> Grid:
    """The form with 中期 and 年度 side by side, of as many years as the money of one goes into that of all."""
    years = int(Decimal(amount(record, horizon="mid_term")) / Decimal(amount(record)))
    top = (("项目名称", "project"), ("实施单位", "unit"), ("项目属性", "attribute"))
    half = ("二级指标", "三级指标", "指标值")
    return [
        *([(label, 2, 1), (record[key], 6, 1)] for label, key in top),
        *both_moneys(record, label=1, left=2, right=2),
        *both_goals(record, years),
        *headed(("一级指标", *half, *half), merged(both_body(record))),
    ]


def write_list(path: Path, records: list[Record]) -> None:
    """One long list of a whole department, unit and level 2 where they change; the list of 批复 is in 元."""
    per = "元" if "批复" in path.stem else "万元"
    blocks, unit = [], None
    for r in records:
        lead = (r["unit"] if r["unit"] != unit else None, r["project"], _money(r, per), goal(r))
        seconds = [i["level2"] for i in r["indicators"]]
        again = [level2 == above for level2, above in zip(seconds, [None, *seconds], strict=False)]
        rows = writing.block(r, lead, _rest)
        blocks.append([(*row[:5], None, *row[6:]) if same else row for row, same in zip(rows, again, strict=True)])
        unit = r["unit"]
    above = {"A1": path.stem, "A2": "编制单位：禾塘县财政局", "L2": f"单位：{per}"}
    heads = HEADS.format(per).split()
    writing.write_list(path, f"{records[0]['year']}年", above, heads, blocks, down="BCD", across="A1:L1")


def _money(record: Record, per: str) -> float:
    return float(amount(record, per=1 if per == "元" else 10_000))


def _rest(i: Record) -> tuple[object, ...]:
    sign, value, unit = writing.nature(i["value"])
    return (i["level1"], i["level2"], i["name"], sign, value, unit, i["weight"], DIRECTION.get(sign, "正向指标"))


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    if path.suffix == ".xlsx":
        write_list(path, records)
    elif path.suffix == ".docx":
        writing.write_docx(path, path.stem, records, form, breaks=True)
    else:
        writing.write_txt(path, path.stem, records, form, year=" （{}年度）")


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
