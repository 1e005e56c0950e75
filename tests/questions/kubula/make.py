"""Writes the documents of 库布拉旗 from gold.jsonl, beside this file; every run writes the same cells."""

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
from openpyxl.styles import Alignment

HERE = Path(__file__).parent
LAST_YEAR = {"沙兰河河道治理工程": 2027, "标准化厂房建设项目（一期）": 2027}  # of the middle term; 2028 for the others
LEVELS = {
    "产出指标": ["数量指标", "质量指标", "时效指标", "成本指标"],
    "效益指标": ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"],
    "满意度指标": ["满意度指标"],
}
LIST_HEADS = [
    "单位名称",
    "项目名称",
    "预算数",
    "年度目标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标值",
    "度量单位",
    "权重",
]

Cell = tuple[str, int, int]  # text, columns, rows
Grid = list[list[Cell]]


def records() -> dict[str, list[dict]]:
    """The records of each file, in the order of gold.jsonl."""
    files: dict[str, list[dict]] = {}
    for line in (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        files.setdefault(record["file"], []).append(record)
    return files


def amount(record: dict, horizon: str, kind: str, per: int = 10_000) -> str:
    """The amount as it is printed: nothing where there is none."""
    for one in record["amounts"]:
        if (one["horizon"], one["kind"]) == (horizon, kind):
            text = format(Decimal(one["yuan"]) / per, "f")
            return text.rstrip("0").rstrip(".") if "." in text else text
    return ""


def goal(record: dict, horizon: str) -> str:
    """The goal of the horizon."""
    return next(g["text"] for g in record["goals"] if g["horizon"] == horizon)


def indicators(record: dict, horizon: str, level2: str = "") -> list[dict]:
    """The indicators of the horizon, or those of one second level."""
    return [i for i in record["indicators"] if i["horizon"] == horizon and level2 in ("", i["level2"].removeprefix("服务对象"))]


def merged(body: list[tuple[str, ...]]) -> Grid:
    """Rows of (level 1, level 2, ...) whose equal neighbours in the first two columns become one cell."""
    out: Grid = []
    for at, row in enumerate(body):
        cells: list[Cell] = []
        for depth in (1, 2):
            if at and body[at - 1][:depth] == row[:depth]:
                continue
            rows = next((n for n in range(1, len(body) - at) if body[at + n][:depth] != row[:depth]), len(body) - at)
            cells.append((row[depth - 1], 1, rows))
        out.append(cells + [(text, 1, 1) for text in row[2:]])
    return out


def form(record: dict) -> Grid:
    """The form of one year."""
    body = []
    for level1, seconds in LEVELS.items():
        for level2 in seconds:
            found = indicators(record, "annual", level2)
            rows = [(f"指标{n}：{i['name']}", i["value"]) for n, i in enumerate(found, 1)] or [("指标1：", "")]
            body += [(level1, level2, *row) for row in [*rows, ("…", "")]]
    heads = ["一级指标", "二级指标", "三级指标", "指标值"]
    return [
        [("项目名称", 2, 1), (record["project"], 3, 1)],
        [
            ("主管部门及代码", 2, 1),
            (f"{record['department_code']}-{record['department']}", 1, 1),
            ("实施单位", 1, 1),
            (record["unit"], 1, 1),
        ],
        [("项目来源", 2, 1), (record["source"] or "", 1, 1), ("项目期", 1, 1), (record["period"] or "", 1, 1)],
        [("项目资金（万元）", 2, 4), ("年度资金总额：", 2, 1), (amount(record, "annual", "total"), 1, 1)],
        [("其中：财政拨款", 2, 1), (amount(record, "annual", "fiscal"), 1, 1)],
        [("上年结转", 2, 1), (amount(record, "annual", "carryover"), 1, 1)],
        [("其他资金", 2, 1), (amount(record, "annual", "other"), 1, 1)],
        [("年度目标", 2, 1), (goal(record, "annual"), 3, 1)],
        [("绩效指标", 1, 1 + len(body)), *[(head, 1, 1) for head in heads]],
        *merged(body),
    ]


def side_by_side(record: dict) -> Grid:
    """The form with the middle term on the left and the year on the right."""
    year = record["year"]
    body = []
    for level1, seconds in LEVELS.items():
        for level2 in seconds:
            level = "服务对象满意度指标" if level2 == "满意度指标" else level2
            pairs = zip(indicators(record, "mid_term", level2), indicators(record, "annual", level2), strict=True)
            rows = [(a["name"], a["value"], level, b["name"], b["value"]) for a, b in pairs]
            body += [(level1, level, *row) for row in rows or [("", "", level, "", "")]]
    heads = ["一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"]
    money = [
        [(f"{label}资金总额：" if kind == "total" else text, 2, 1) for label in ("中期", "年度")]
        + [(amount(record, horizon, kind), 2 - n, 1) for n, horizon in enumerate(("mid_term", "annual"))]
        for kind, text in (("total", ""), ("fiscal", "其中：财政拨款"), ("other", "其他资金"))
    ]
    money = [[row[0], row[2], row[1], row[3]] for row in money]
    return [
        [("项目名称", 2, 1), (record["project"], 7, 1)],
        [("实施单位", 2, 1), (record["unit"], 7, 1)],
        [("项目属性", 2, 1), (record["attribute"], 7, 1)],
        [("项目资金（万元）", 2, 3), *money[0]],
        *money[1:],
        [("总体目标", 2, 2), (f"中期目标（{year}年—{LAST_YEAR.get(record['project'], 2028)}年）", 4, 1), ("年度目标", 3, 1)],
        [(goal(record, "mid_term"), 4, 1), (goal(record, "annual"), 3, 1)],
        [("绩效指标", 2, 1 + len(body)), *[(head, 1, 1) for head in heads]],
        *merged(body),
    ]


def place(grid: Grid) -> Iterable[tuple[int, int, Cell]]:
    """Row, column and cell of each cell, beside what reaches down from above."""
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(grid):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            taken |= {(y + down, x + right) for down in range(cell[2]) for right in range(cell[1])}
            yield y, x, cell
            x += cell[1]


def write_txt(path: Path, title: str, found: list[dict]) -> None:
    """Text as it is pulled out of an office file: a tab before each cell, a blank line after each row."""
    out = [f"附件：\n\n{title}\n\n\t项目支出绩效目标公开清单\n"]
    rows = [["序号", "项目名称", "预算金额（单位：万元）"]]
    rows += [[str(n), r["project"], amount(r, "annual", "total")] for n, r in enumerate(found, 1)]
    out += ["".join(f"\t{cell}\n" for cell in row) for row in rows]
    for record in found:
        out += ["", "\t项目支出绩效目标表\n", f"\t（{record['year']}年度）\n"]
        lines: dict[int, dict[int, str]] = {}
        for y, x, (text, _, rows_down) in place(form(record)):
            for down in range(rows_down):
                lines.setdefault(y + down, {})[x] = "" if down else text
        out += ["".join(f"\t{line[x]}\n" for x in sorted(line)) for _, line in sorted(lines.items())]
    path.write_text("\n".join(out), encoding="utf-8")


def write_docx(path: Path, title: str, found: list[dict]) -> None:
    """One table for each form."""
    document = docx.Document()
    document.add_heading(title, 1)
    for record in found:
        document.add_paragraph("项目支出绩效目标表")
        document.add_paragraph(f"（{record['year']}年度）")
        grid = form(record)
        table = document.add_table(rows=len(grid), cols=5)
        table.style = "Table Grid"
        for y, x, (text, columns, rows) in place(grid):
            cell = table.cell(y, x)
            if columns > 1 or rows > 1:
                cell = cell.merge(table.cell(y + rows - 1, x + columns - 1))
            cell.text = text
    document.save(str(path))


def write_sheet(sheet, grid: Grid, top: int) -> int:
    """The grid from the row `top` on; the row after it."""
    for y, x, (text, columns, rows) in place(grid):
        number = re.fullmatch(r"\d+(\.\d+)?", text)
        cell = sheet.cell(top + y, 1 + x, (float(text) if "." in text else int(text)) if number else text or None)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if columns > 1 or rows > 1:
            sheet.merge_cells(start_row=top + y, start_column=1 + x, end_row=top + y + rows - 1, end_column=x + columns)
    return top + len(grid)


def write_mid(path: Path, title: str, found: list[dict]) -> None:
    """The side-by-side forms, one below the other."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "绩效目标表"
    sheet.cell(1, 1, title)
    top = 3
    for record in found:
        sheet.cell(top, 1, "项目支出绩效目标表")
        sheet.cell(top + 1, 1, f"（{record['year']}年度）")
        top = write_sheet(sheet, side_by_side(record), top + 2) + 1
    book.save(path)


def split(value: str) -> tuple[str, str, str]:
    """The sign, the number and the unit of a value; words are 定性."""
    found = re.fullmatch(r"([≥≤]?)(\d+(?:\.\d+)?)(\D*)", value)
    return (found[1] or "＝", found[2], found[3]) if found else ("定性", value, "")


def write_list(path: Path, title: str, found: list[dict]) -> None:
    """One long list: unit, project, amount and goal stand in the first row of a project."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "项目支出绩效目标"
    sheet.cell(1, 1, title)
    sheet.cell(2, 1, f"预算年度：{found[0]['year']}年　　单位：元")
    grid: Grid = [[(head, 1, 1) for head in LIST_HEADS]]
    for record in found:
        size = len(record["indicators"])
        texts = [record["unit"], record["project"], amount(record, "annual", "total", 1), goal(record, "annual")]
        cells: list[Cell] = [(text, 1, size) for text in texts]
        rows = [(i["level1"], i["level2"], i["name"], *split(i["value"]), i["weight"]) for i in record["indicators"]]
        body = merged(rows)
        grid += [cells + body[0], *body[1:]]
    write_sheet(sheet, grid, 3)
    book.save(path)


def main() -> None:
    """Write all documents."""
    for name, found in records().items():
        path = HERE / name
        if path.suffix == ".txt":
            write_txt(path, path.stem, found)
        elif path.suffix == ".docx":
            write_docx(path, path.stem, found)
        elif any(a["horizon"] == "mid_term" for a in found[0]["amounts"]):
            write_mid(path, path.stem, found)
        else:
            write_list(path, path.stem, found)


if __name__ == "__main__":
    main()
