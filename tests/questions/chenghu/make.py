"""Writes the documents of the invented 澄湖县 from gold.jsonl: `python -m tests.questions.chenghu.make [FOLDER]`."""

from pathlib import Path

from tests.questions import writing
from tests.questions.grids import (
    INDENTED,
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

HEADS = "单位名称 项目名称 预算数(万元) 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位"


def form(record: Record) -> Grid:
    """The form of a record: with a mid-term, the double one."""
    if not in_both(record):
        return annual_form(record, annual_body(record, rest=("…",), satisfied=SATISFIED), INDENTED)
    half = ("二级\n指标", "三级指标", "指标值")
    return [
        [("项目名称", 2, 1), (record["project"], 6, 1)],
        [("主管部门及代码", 2, 1), (department(record), 2, 1), ("实施单位", 2, 1), (record["unit"], 2, 1)],
        [("项目属性", 2, 1), (record["attribute"], 2, 1), ("项目期", 2, 1), (record["period"], 2, 1)],
        *both_moneys(record),
        *both_goals(record),
        *headed(("一级\n指标", *half, *half), merged(both_body(record))),
    ]


def write_list(path: Path, title: str, records: list[Record]) -> None:
    """One long list: project, amount and goal stand in the first row of their block only, the unit in that of its first."""
    blocks, unit = [], None
    for r in records:
        lead = (r["unit"] if r["unit"] != unit else None, r["project"], float(amount(r)), goal(r))
        unit = r["unit"]
        blocks.append(writing.block(r, lead, lambda i: (i["level1"], i["level2"], i["name"], *writing.nature(i["value"]))))
    above = {"A1": title, "A2": "编制单位：澄湖县财政局", "K2": "单位：万元"}
    writing.write_list(path, f"{records[0]['year']}年", above, HEADS.split(), blocks, down="", across="A1:J1")


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    title = "澄湖县" + path.stem.replace("澄湖县", "")
    if path.suffix == ".xlsx":
        write_list(path, title, records)
    elif path.suffix == ".docx":
        writing.write_docx(path, title, records, form, first=(), between=())
    else:
        writing.write_txt(path, title, records, form, year=" （{}年度）")


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
