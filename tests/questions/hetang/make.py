"""Writes the documents of this corpus beside this file from gold.jsonl: the same bytes each time."""

import json
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import openpyxl

HERE = Path(__file__).parent
COUNTY = "禾塘县"
WAN = Decimal(10000)
LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("满意度指标", "服务对象满意度指标"),
}
KINDS = {"fiscal": "   其中：财政拨款", "carryover": "         上年结转", "other": "         其他资金"}
HEADS = [
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
    "指标方向性",
]
BACK = {"≤": "反向指标", "定性": None}

Record = dict[str, Any]
Cell = tuple[str, int, int]  # text, columns spanned, rows spanned
Grid = list[list[Cell]]


def plain(wan: Decimal) -> str:
    """A number without needless zeros."""
    text = format(wan, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(record: Record, kind: str = "total", horizon: str = "annual") -> str:
    """An amount in 万元, or nothing where the form is left blank."""
    found = [a for a in record["amounts"] if (a["kind"], a["horizon"]) == (kind, horizon)]
    return plain(Decimal(found[0]["yuan"]) / WAN) if found else ""


def goal(record: Record, horizon: str = "annual") -> str:
    """The goal of a horizon."""
    return next(g["text"] for g in record["goals"] if g["horizon"] == horizon)


def indicators(record: Record, horizon: str, level2: str) -> list[tuple[str, str]]:
    """Names and values of the indicators of one level."""
    return [(i["name"], i["value"]) for i in record["indicators"] if (i["horizon"], i["level2"]) == (horizon, level2)]


def levels(full: str) -> Iterator[tuple[str, str]]:
    """Both levels in the order of the form; `full` is the name that it gives the last one."""
    for level1, below in LEVELS.items():
        for level2 in below:
            if level1 != "满意度指标" or level2 == full:
                yield level1, level2


def merged(body: list[tuple[str, ...]]) -> Grid:
    """Rows in which equal neighbours of the first two columns are merged downwards."""
    grid: Grid = []
    for at, row in enumerate(body):
        cells = []
        for depth in (1, 2):
            if at and body[at - 1][:depth] == row[:depth]:
                continue
            count = 1
            while at + count < len(body) and body[at + count][:depth] == row[:depth]:
                count += 1
            cells.append((row[depth - 1], 1, count))
        grid.append(cells + [(text, 1, 1) for text in row[2:]])
    return grid


def annual_form(record: Record) -> Grid:
    """The form of one year: money, goal, indicators."""
    department = f"{record['department_code']}-{record['department']}"
    grid: Grid = [
        [("项目名称", 2, 1), (record["project"], 3, 1)],
        [("主管部门   及代码", 2, 1), (department, 1, 1), ("实施单位", 1, 1), (record["unit"], 1, 1)],
        [("项目来源", 2, 1), (record["source"] or "", 1, 1), ("项目期", 1, 1), (record["period"] or "", 1, 1)],
        [("项目资金\n（万元）", 2, 4), (" 年度资金总额：", 2, 1), (money(record), 1, 1)],
    ]
    grid += [[(label, 2, 1), (money(record, kind), 1, 1)] for kind, label in KINDS.items()]
    grid.append([("年度\n目标", 2, 1), (goal(record), 3, 1)])
    body = []
    for level1, level2 in levels("满意度指标"):
        here = indicators(record, "annual", level2)
        body += [(level1, level2, f"指标{n}：{name}", value) for n, (name, value) in enumerate(here, 1)]
        body += [(level1, level2, "…", "")] if here else [(level1, level2, "指标1：", "")]
    head: list[Cell] = [(text, 1, 1) for text in ("一级\n指标", "二级指标", "三级指标", "指标值")]
    return [*grid, [("绩\n效\n指\n标", 1, len(body) + 1), *head], *merged(body)]


def double_form(record: Record) -> Grid:
    """The form with 中期 and 年度 side by side."""
    years = int(Decimal(money(record, horizon="mid_term")) / Decimal(money(record)))
    first = record["year"]
    grid: Grid = [
        [("项目名称", 2, 1), (record["project"], 6, 1)],
        [("实施单位", 2, 1), (record["unit"], 6, 1)],
        [("项目属性", 2, 1), (record["attribute"], 6, 1)],
    ]
    for at, (kind, label) in enumerate((("total", "资金总额："), ("fiscal", "其中：财政拨款"), ("other", "其他资金"))):
        half = [label if at else span + label for span in ("中期", "年度")]
        values = [money(record, kind, horizon) for horizon in ("mid_term", "annual")]
        cells = [(half[0], 1, 1), (values[0], 2, 1), (half[1], 1, 1), (values[1], 2, 1)]
        grid.append(cells if at else [("项目资金\n（万元）", 2, 3), *cells])
    grid.append([("总\n体\n目\n标", 2, 2), (f"中期目标（{first}年—{first + years - 1}年）", 3, 1), ("年度目标", 3, 1)])
    grid.append([(goal(record, "mid_term"), 3, 1), (goal(record), 3, 1)])
    body = []
    for level1, level2 in levels("服务对象满意度指标"):
        here = zip(indicators(record, "mid_term", level2), indicators(record, "annual", level2), strict=True)
        body += [(level1, level2, *middle, level2, *year) for middle, year in here]
    head: list[Cell] = [(t, 1, 1) for t in ["一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"]]
    return [*grid, [("绩\n效\n指\n标", 1, len(body) + 1), *head], *merged(body)]


def overview(records: list[Record]) -> Grid:
    """The list of projects at the head of a document."""
    head: list[Cell] = [("序号", 1, 1), ("项目名称", 1, 1), ("预算金额（单位：万元）", 1, 1)]
    return [head, *([(str(n), 1, 1), (r["project"], 1, 1), (money(r), 1, 1)] for n, r in enumerate(records, 1))]


def placed(grid: Grid) -> tuple[dict[tuple[int, int], Cell], int]:
    """Each cell at its row and column, and the number of columns."""
    cells: dict[tuple[int, int], Cell] = {}
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(grid):
        x = 0
        for text, columns, rows in row:
            while (y, x) in taken:
                x += 1
            cells[y, x] = (text, columns, rows)
            taken |= {(y + dy, x + dx) for dy in range(rows) for dx in range(columns)}
            x += columns
    return cells, max(x for _, x in taken) + 1


def write_txt(path: Path, title: str, records: list[Record]) -> None:
    """Text pulled out of an office file: a tab before each cell, a blank line after each row."""
    out = ["附件：", "", title, "", "\t项目支出绩效目标公开清单", ""]

    def table(grid: Grid) -> None:
        cells, width = placed(grid)
        shown = {(y + dy, x): "" if dy else text for (y, x), (text, _, rows) in cells.items() for dy in range(rows)}
        for y in range(len(grid)):
            out.extend("\t" + shown[y, x] for x in range(width) if (y, x) in shown)
            out.append("")

    table(overview(records))
    for record in records:
        out.extend(["", "\t项目支出绩效目标表", "", f"\t （{record['year']}年度）", ""])
        table(annual_form(record))
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def write_docx(path: Path, title: str, records: list[Record]) -> None:
    """Forms as tables of a text document."""
    document = docx.Document()

    def table(grid: Grid) -> None:
        cells, width = placed(grid)
        made = document.add_table(rows=len(grid), cols=width)
        made.style = "Table Grid"
        matrix = [list(row.cells) for row in made.rows]
        for (y, x), (text, columns, rows) in cells.items():
            cell = matrix[y][x]
            if columns > 1 or rows > 1:
                cell = cell.merge(matrix[y + rows - 1][x + columns - 1])
            cell.text = text

    document.add_paragraph("附件：")
    document.add_paragraph(title)
    document.add_paragraph("项目支出绩效目标公开清单")
    table(overview(records))
    for record in records:
        document.add_paragraph("")
        document.add_paragraph("项目支出绩效目标表")
        document.add_paragraph(f"（{record['year']}年度）")
        table(double_form(record) if record["attribute"] else annual_form(record))
    document.save(str(path))
    settle(path)


def nature(value: str) -> tuple[str, str, str | None]:
    """Sign, number and unit of a value; what is not one number with a unit is 定性."""
    found = re.fullmatch(r"([≥≤])?(\d+(?:\.\d+)?)([^\d≥≤]*)", value)
    return (found[1] or "＝", found[2], found[3] or None) if found else ("定性", value, None)


def write_list(path: Path, title: str, records: list[Record]) -> None:
    """One long list for a whole department; amounts are in 元 in the list of 批复."""
    per = "元" if "批复" in title else "万元"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = f"{records[0]['year']}年"
    sheet["A1"], sheet["A2"], sheet["L2"] = title, f"编制单位：{COUNTY}财政局", f"单位：{per}"
    sheet.merge_cells("A1:L1")
    for column, head in enumerate(HEADS, 1):
        sheet.cell(3, column, f"{head}（{per}）" if head == "预算数" else head)
    row, unit = 4, None
    for record in records:
        first, last = row, None
        amount = Decimal(money(record)) * (WAN if per == "元" else 1)
        for one in record["indicators"]:
            sign, value, measure = nature(one["value"])
            lead = (record["unit"] if record["unit"] != unit else None, record["project"], float(amount), goal(record))
            level2 = one["level2"] if one["level2"] != last else None
            rest = (one["level1"], level2, one["name"], sign, value, measure, one["weight"], BACK.get(sign, "正向指标"))
            for column, text in enumerate((*(lead if row == first else [None] * 4), *rest), 1):
                sheet.cell(row, column, text)
            last, unit, row = one["level2"], record["unit"], row + 1
        for column in "BCD":
            sheet.merge_cells(f"{column}{first}:{column}{row - 1}")
    book.save(path)
    settle(path)


def settle(path: Path) -> None:
    """Writes an office file again without the time of writing."""
    with zipfile.ZipFile(path) as old:
        parts = [(name, old.read(name)) for name in sorted(old.namelist())]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts:
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z", b"2026-03-02T08:00:00Z", data)  # noqa: PLW2901
            entry = zipfile.ZipInfo(name, (2026, 3, 2, 8, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)


def main() -> None:
    """Writes each document that a record names."""
    files: dict[str, list[Record]] = {}
    with (HERE / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            files.setdefault(record["file"], []).append(record)
    write = {".txt": write_txt, ".docx": write_docx, ".xlsx": write_list}
    for name, records in files.items():
        path = HERE / name
        write[path.suffix](path, path.stem, records)


if __name__ == "__main__":
    main()
