"""Writes the worksheets of this folder: `python tests/seed/golden/worksheets/make.py`.  All names in them are invented."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlwt
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
WHEN = dt.datetime(2024, 3, 1, tzinfo=dt.UTC).replace(tzinfo=None)
Lines = Sequence[Sequence[Any]]


def put(sheet: Worksheet, top: int, lines: Lines, left: int = 1, merged: Sequence[str] = ()) -> None:
    for r, line in enumerate(lines, start=top):
        for c, value in enumerate(line, start=left):
            if value is not None:
                sheet.cell(r, c, value)
    for area in merged:
        sheet.merge_cells(area)


def save(book: Workbook, name: str) -> None:
    book.properties.created = book.properties.modified = WHEN
    book.save(HERE / name)


def form(project: str, unit: str, total: Any, fiscal: Any, goal: str) -> list[list[Any]]:
    return [
        ["项目名称", None, project, None, None],
        ["主管部门及代码", None, "215-青禾县林业局", "实施单位", unit],
        ["项目来源", None, None, "项目期", "2024年"],
        ["项目资金（万元）", None, "年度资金总额", None, total],
        [None, None, "其中：财政拨款", None, fiscal],
        [None, None, "其他资金", None, None],
        ["年度目标", goal, None, None, None],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
        [None, "产出指标", "数量指标", "巡护次数", "≥12次"],
        [None, None, "质量指标", "巡护到位率", 0.95],
        [None, "效益指标", "生态效益指标", "森林火灾受害率", "≤0.5‰"],
        [None, "满意度指标", "服务对象满意度指标", "林区群众满意度", 0.9],
    ]


def areas(top: int) -> list[str]:
    """The merged ranges of a form whose first row is `top`."""
    pairs = [(0, "AB"), (0, "CE"), (1, "AB"), (2, "AB"), (3, "CD"), (4, "CD"), (5, "CD"), (6, "BE")]
    across = [f"{left}{top + row}:{right}{top + row}" for row, (left, right) in pairs]
    return [*across, f"A{top + 3}:B{top + 5}", f"A{top + 7}:A{top + 11}", f"B{top + 8}:B{top + 9}"]


def stacked() -> None:
    """Two forms below each other, as a system exports them: figures in formats, a hidden draft, footers, an empty sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "林业局"
    for top, lines in (
        (2, form("天然林巡护", "青禾县国有林场", 26000, 26000, "全年巡护12次。")),
        (20, form("防火隔离带维护", "青禾县林业站", 2.6, 2, "维护隔离带。")),
    ):
        put(sheet, top, [["项目支出绩效目标表"], ["（2024年度）"], ["编制单位：青禾县林业局", None, None, None, "单位：万元"]])
        sheet.merge_cells(start_row=top, start_column=1, end_row=top, end_column=5)
        put(sheet, top + 3, lines, merged=areas(top + 3))
        put(sheet, top + 15, [["填表人：某某", None, None, None, "填表日期：2024年3月1日"]])
        for row in (top + 12, top + 14):
            sheet.cell(row, 5).number_format = "0%"
    for row in (8, 9):
        sheet.cell(row, 5).number_format = '0!.0,"万元"'
    sheet["E26"].number_format = "0"
    sheet.row_dimensions[19].hidden = True
    sheet["A19"] = "旧稿：隔离带 5 万元"
    book.create_sheet("Sheet3")
    draft = book.create_sheet("底稿")
    draft["A1"], draft.sheet_state = "测算过程", "hidden"
    save(book, "上下两张表.xlsx")


def beside() -> None:
    """Two forms beside each other under one title, the first row and column blank."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "并排"
    put(sheet, 2, [["青禾县林业局2024年度项目支出绩效目标表"]], left=2)
    sheet["B2"].alignment = Alignment(horizontal="center")
    sheet.merge_cells("B2:L2")
    put(sheet, 4, form("天然林巡护", "青禾县国有林场", 2.6, 2.6, "全年巡护12次。"), left=2)
    put(sheet, 4, form("防火隔离带维护", "青禾县林业站", "3万元", "3万元", "维护隔离带。"), left=8)
    for left in (2, 8):
        for row in (4, 5, 6):
            sheet.merge_cells(start_row=row, start_column=left, end_row=row, end_column=left + 1)
        for row in (7, 8, 9):
            sheet.merge_cells(start_row=row, start_column=left + 2, end_row=row, end_column=left + 3)
        sheet.merge_cells(start_row=7, start_column=left, end_row=9, end_column=left + 1)
        for row in (13, 15):
            sheet.cell(row, left + 4).number_format = "0%"
    save(book, "左右两张表.xlsx")


def odd() -> None:
    """A form whose total is a formula that nobody computed, and whose fiscal part is an error."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "公式"
    put(sheet, 1, [["项目支出绩效目标表"], ["（2024年度）"]], merged=["A1:E1", "A2:E2"])
    put(sheet, 3, form("天然林巡护", "青禾县国有林场", "=E7+E8", 2.6, "全年巡护12次。"), merged=areas(3))
    sheet["E7"].data_type = "e"
    sheet["E7"].value = "#REF!"
    save(book, "公式没有结果.xlsx")


def old() -> None:
    """The same form in an old workbook, with a rounded amount."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("林场")
    lines = [["项目支出绩效目标表"], ["（2024年度）"], *form("天然林巡护", "青禾县国有林场", 2.64, 2.6, "全年巡护12次。")]
    merged = {(2, 0): 2, (2, 2): 3, (3, 0): 2, (4, 0): 2, (5, 2): 2, (6, 2): 2, (7, 2): 2, (8, 1): 4}
    styles = {(5, 4): "0.0", (6, 4): "0.00", (11, 4): "0%", (13, 4): "0%"}
    for r, line in enumerate(lines):
        for c, value in enumerate(line):
            if value is None or (r, c) == (5, 0):
                continue
            style = xlwt.easyxf(num_format_str=styles.get((r, c), "General"))
            sheet.write_merge(r, r, c, c + merged.get((r, c), 1) - 1, value, style)
    sheet.write_merge(5, 7, 0, 1, "项目资金（万元）")
    book.save(str(HERE / "旧版工作簿.xls"))


if __name__ == "__main__":
    for make in (stacked, beside, odd, old):
        make()
