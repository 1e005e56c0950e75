"""Writes the documents of the invented county 棠口县 from gold.jsonl: `python -m tests.questions.tangkou.make [FOLDER]`.

Forms as text, in Word tables and on sheets, each system with its own (the department above the name, in 元 with weights and
the cost first, the mid-term beside the year below headings of two levels), and long lists with different columns.
"""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

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
    department,
    goal,
    headed,
    in_both,
    listing,
    merged,
)

BARE = {"total": "年度资金总额", "fiscal": "其中：当年财政拨款", "carryover": "上年结转资金", "other": "其他资金"}
OWN = {"total": "资金总额", "fiscal": "其中：本年财政拨款", "carryover": "上年结转资金", "other": "自有资金"}
SIGNS = {"≥": ("正向指标", "大于等于"), "≤": ("反向指标", "小于等于"), "＝": ("正向指标", "等于"), "定性": ("定性指标", "")}


def bracketed(record: Record) -> str:
    """The department as “[101]…”."""
    return f"[{record['department_code']}]{record['department']}"


def finance(record: Record) -> Grid:
    """The department stands above the name, the code in brackets."""
    sums: Grid = [[(label, 2, 1), (amount(record, kind), 1, 1)] for kind, label in BARE.items()]
    return [
        [("主管部门及编码", 2, 1), (bracketed(record), 1, 1), ("项目实施单位", 1, 1), (record["unit"], 1, 1)],
        [("项目名称", 2, 1), (record["project"], 3, 1)],
        [("项目性质", 2, 1), (record["attribute"], 1, 1), ("起止时间", 1, 1), (record["period"], 1, 1)],
        [("项目资金（万元）", 2, 4), *sums[0]],
        *sums[1:],
        [("年度总体目标", 2, 1), (goal(record), 3, 1)],
        *headed(("一级指标", "二级指标", "三级指标", "年度指标值"), merged(annual_body(record)), br=""),
    ]


def health(record: Record) -> Grid:
    """The usual form of one year, with money of one's own."""
    return annual_form(record, annual_body(record, satisfied="服务对象\n满意度指标"), OWN)


def trade(record: Record) -> Grid:
    """The usual form of one year."""
    return annual_form(record, annual_body(record, none="无"), MONEY, br="")


def education(record: Record) -> Grid:
    """The middle term beside the year, below headings of two levels; the form of one year where there is no middle term."""
    if not in_both(record):
        return annual_form(record, annual_body(record, rest=("……",)), MONEY)
    years = re.findall(r"\d{4}", record["period"])
    rows = both_goals(record, left=3, right=3)
    body = merged(both_body(record), 4)
    half = [(text, 1, 1) for text in ("二级指标", "三级指标", "指标值")]
    return [
        [("项目名称", 2, 1), (record["project"], 6, 1)],
        [("主管部门及代码", 2, 1), (department(record), 3, 1), ("实施单位", 1, 1), (record["unit"], 2, 1)],
        [("项目属性", 2, 1), (record["attribute"], 3, 1), ("项目期", 1, 1), (record["period"], 2, 1)],
        *both_moneys(record),
        [rows[0][0], (f"中期目标（{years[0]}年—{years[-1]}年）", 3, 1), rows[0][2]],
        rows[1],
        [("绩\n效\n指\n标", 1, 2 + len(body)), ("一级\n指标", 1, 2), ("中期绩效指标", 3, 1), ("年度绩效指标", 3, 1)],
        [*half, *half],
        *body,
    ]


def water(record: Record) -> Grid:
    """A form in 元, the cost first, each value in three columns below one heading."""
    sums: Grid = []
    for kind, label in BARE.items():
        text = amount(record, kind, per=1)
        sums.append([(label, 3, 1), (f"{Decimal(text):,.2f}" if text else "", 4, 1)])
    rows = [
        (i["level1"], i["level2"], i["name"], *(text or "" for text in writing.nature(i["value"])), i["weight"])
        for i in record["indicators"]
    ]
    body = [[*row[:-5], (row[-5][0], 2, 1), *row[-4:]] for row in merged(rows)]
    return [
        [("项目名称", 2, 1), (record["project"], 7, 1)],
        [("实施单位", 2, 1), (record["unit"], 3, 1), ("主管部门", 2, 1), (bracketed(record), 2, 1)],
        [("项目属性", 2, 1), (record["attribute"], 3, 1), ("项目起止时间", 2, 1), (record["period"], 2, 1)],
        [("项目资金\n（元）", 2, 4), *sums[0]],
        *sums[1:],
        [("年度绩效目标", 2, 1), (goal(record), 7, 1)],
        [
            ("绩效指标", 1, 2 + len(body)),
            ("一级指标", 1, 2),
            ("二级指标", 1, 2),
            ("三级指标", 2, 2),
            ("年度指标值", 3, 1),
            ("权重", 1, 2),
        ],
        [("指标性质", 1, 1), ("指标值", 1, 1), ("度量单位", 1, 1)],
        *body,
    ]


FORMS = {"财政": finance, "教育": education, "卫生": health, "水利": water, "交通": trade}


def bamboo(records: list[Record]) -> Grid:
    """A long list in 万元 below headings of two levels; the sign stands in the cell of the number."""
    heads = ("序号", "实施单位", "项目名称", "预算安排", "年度绩效目标")
    below = ("一级指标", "二级指标", "三级指标", "指标值", "计量单位")
    grid: Grid = [[*((text, 1, 2) for text in heads), ("绩效指标", 5, 1)], [(text, 1, 1) for text in below]]
    for n, r in enumerate(records, 1):
        rows = []
        for i in r["indicators"]:
            sign, figure, unit = writing.nature(i["value"]) if i["unit_of_measure"] else ("定性", i["value"], None)
            rows.append((i["level1"], i["level2"], i["name"], sign.strip("定性＝") + figure, unit or ""))
        first, *rest = merged(rows)
        lead = (str(n), r["unit"], r["project"], amount(r), goal(r))
        grid += [[*((text, 1, len(rows)) for text in lead), *first], *rest]
    return grid


def towns(records: list[Record]) -> Grid:
    """A long list in 元: the project before its unit, the sign in words."""
    heads = "项目名称 项目单位 项目类别 预算数 年度绩效目标 一级指标 二级指标 三级指标 指标性质 指标方向 目标值 计量单位 分值"
    grid: Grid = [[(text, 1, 1) for text in heads.split()]]
    for r in records:
        rows = []
        for i in r["indicators"]:
            sign, figure, unit = writing.nature(i["value"]) if i["unit_of_measure"] else ("定性", i["value"], None)
            rows.append((i["level1"], i["level2"], i["name"], *SIGNS[sign], figure, unit or "", i["weight"]))
        first, *rest = merged(rows)
        lead = (r["project"], r["unit"], r["attribute"], amount(r, per=1), goal(r))
        grid += [[*((text, 1, len(rows)) for text in lead), *first], *rest]
    return grid


def write_book(path: Path, title: str, records: list[Record]) -> None:
    """A long list, or the list of projects with one form on each sheet behind it."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title, sheet["A1"] = "绩效目标", title
    if path.stem.startswith("乡镇"):
        sheet["A2"] = "单位：元"
        writing.on_sheet(sheet, towns(records), 3, wrap=True)
    elif path.stem.startswith("林竹茶"):
        sheet["A2"] = "金额单位：万元"
        writing.on_sheet(sheet, bamboo(records), 3, wrap=True)
    else:
        sheet["A2"] = "项目支出绩效目标公开清单"
        writing.on_sheet(sheet, listing(records), 3)
        for n, record in enumerate(records, 1):
            sheet = book.create_sheet(f"表{n}")
            sheet["A1"], sheet["A2"] = "项目支出绩效目标表", f"（{record['year']}年度）"
            writing.on_sheet(sheet, FORMS[path.stem[:2]](record), 3, wrap=True)
    writing.save(book, path)


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    title = f"棠口县{path.stem}"
    if path.suffix == ".xlsx":
        write_book(path, title, records)
    else:
        (writing.write_docx if path.suffix == ".docx" else writing.write_txt)(path, title, records, FORMS[path.stem[:2]])


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)
