"""Writes the documents of 东津区 from gold.jsonl: `python -m tests.questions.dongjin.make [FOLDER]`."""

from pathlib import Path
from typing import Any

import openpyxl

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
    goal,
    headed,
    listing,
    merged,
)

TITLES = {
    "东津区财政局2024年度项目支出绩效目标.txt": "东津区财政局2024年度项目支出绩效目标",
    "教育体育系统2024年度绩效目标.docx": "东津区教育体育系统2024年度项目支出绩效目标",
    "2024年镇街项目绩效目标汇总.xlsx": "东津区镇街项目支出绩效目标汇总表（2024年度）",
    "东津区财政局2025年度项目支出绩效目标.txt": "东津区财政局2025年度项目支出绩效目标",
    "教育体育局2025年度项目支出绩效目标公开.docx": "东津区教育体育局2025年度项目支出绩效目标",
    "农业农村局2025年度绩效目标.txt": "东津区农业农村局2025年度项目支出绩效目标",
    "2025年卫健城管项目绩效目标表.xlsx": "东津区卫健、城管项目支出绩效目标表（2025年度）",
    "2025年镇街项目绩效目标汇总.xlsx": "东津区镇街项目支出绩效目标汇总表（2025年度）",
    "东津区财政局2026年度项目支出绩效目标.txt": "东津区财政局2026年度项目支出绩效目标",
    "卫健民政2026年度项目支出绩效目标.docx": "东津区卫健、民政2026年度项目支出绩效目标",
    "农业城管2026年度项目支出绩效目标.docx": "东津区农业、城管2026年度项目支出绩效目标",
    "2026年镇街项目绩效目标.xlsx": "东津区镇街2026年度项目支出绩效目标",
}
HEADS = "单位名称 项目名称 预算数(万元) 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位"


def form(record: Record) -> Grid:
    """The form of a record, by what it holds; 服务对象满意度指标 is so called where the record calls it so."""
    if not record["attribute"]:
        said = {i["level2"] for i in record["indicators"]}
        return annual_form(
            record, annual_body(record, "无", satisfied=SATISFIED if SATISFIED in said else "满意度指标"), INDENTED
        )
    top = (("项目名称", "project"), ("实施单位", "unit"), ("项目属性", "attribute"))
    half = ("二级\n指标", "三级指标", "指标值", "绩效标准")
    body = both_body(record, ("", "无", ""), ("name", "value", "standard"))
    return [
        *([(label, 2, 1), (record[key], 8, 1)] for label, key in top),
        *both_moneys(record, left=2, right=2),
        *both_goals(record, left=4, right=4),
        *headed(("一级\n指标", *half, *half), merged(body, again=5)),
    ]


def write_sheets(path: Path, title: str, records: list[Record]) -> None:
    """One form a sheet."""
    book = openpyxl.Workbook()
    first: Any = book.active
    first.title, first["A1"] = "清单", title
    writing.on_sheet(first, listing(records), 4)
    for n, r in enumerate(records, 1):
        sheet = book.create_sheet(f"表{n}")
        sheet["A1"], sheet["A2"] = "项目支出绩效目标表", f"（{r['year']}年度）"
        writing.on_sheet(sheet, form(r), 4)
    writing.save(book, path)


def write_list(path: Path, title: str, records: list[Record], district: str) -> None:
    """One long list: unit, project, amount and goal stand on the first line of their block."""

    def rest(i: Record) -> tuple[object, ...]:
        sign, value, unit = writing.nature(i["value"])
        return (i["level1"], i["level2"], i["name"], sign, value if sign == "定性" else writing.number(value), unit)

    above = {"A1": title, "A2": f"编制单位：{district}财政局", "J2": "单位：万元"}
    blocks = [writing.block(r, (r["unit"], r["project"], writing.number(amount(r)), goal(r)), rest) for r in records]
    writing.write_list(path, f"{records[0]['year']}年", above, HEADS.split(), blocks)


def write_document(path: Path, title: str, records: list[Record], district: str) -> None:
    """Forms as text, in Word or in a workbook, or a long list where the records name no department."""
    if path.suffix == ".txt":
        writing.write_txt(path, title, records, form, year=" （{}年度）")
    elif path.suffix == ".docx":
        writing.write_docx(path, title, records, form, breaks=True)
    elif records[0]["department"]:
        write_sheets(path, title, records)
    else:
        write_list(path, title, records, district)


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    write_document(path, TITLES[path.name], records, "东津区")


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
