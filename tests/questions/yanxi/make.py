"""Writes the documents of the invented county 砚溪县 from gold.jsonl, the same content each time (needs python-docx, openpyxl)."""

import json
import re
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
from docx.shared import Pt

HERE = Path(__file__).parent
LEVELS = {
    "产出指标": ["数量指标", "质量指标", "时效指标", "成本指标"],
    "效益指标": ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"],
    "满意度指标": ["满意度指标"],
}
HEADS = [
    "单位名称",
    "项目名称",
    "预算数(万元)",
    "年度目标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标值",
    "度量单位",
    "权重",
]
# A cell of a grid is (text, columns spanned, rows spanned).
Grid = list[list[tuple[str, int, int]]]


def wan(record: dict, kind: str, horizon: str = "annual") -> str:
    """The amount as a cell under a heading of 万元, empty where the form is blank."""
    for a in record["amounts"]:
        if (a["kind"], a["horizon"]) == (kind, horizon):
            return f"{(Decimal(a['yuan']) / 10000).normalize():f}"
    return ""


def goal(record: dict, horizon: str = "annual") -> str:
    """The goal of the horizon."""
    return next(g["text"] for g in record["goals"] if g["horizon"] == horizon)


def indicators(record: dict, horizon: str = "annual") -> list[dict]:
    """The indicators of the horizon, as they are printed."""
    return [i for i in record["indicators"] if i["horizon"] == horizon]


def is_of(indicator: dict, level2: str) -> bool:
    """Whether the indicator stands under this level 2; 服务对象满意度指标 and 满意度指标 are one."""
    return indicator["level2"].endswith("满意度指标") if level2 == "满意度指标" else indicator["level2"] == level2


def code(record: dict) -> str:
    """The department as forms print it, “101-…”."""
    return f"{record['department_code']}-{record['department']}"


def merged(body: list[list[str]]) -> Grid:
    """Rows (level 1, level 2, …): equal neighbours of the first two columns become one cell."""
    out = []
    for k, row in enumerate(body):
        cells = []
        for depth in (1, 2):
            if k and body[k - 1][:depth] == row[:depth]:
                continue
            same = next((n for n in range(k, len(body)) if body[n][:depth] != row[:depth]), len(body)) - k
            cells.append((row[depth - 1], 1, same))
        out.append(cells + [(c, 1, 1) for c in row[2:]])
    return out


def listing(records: list[dict]) -> Grid:
    """The list in front of the forms."""
    rows = [[("序号", 1, 1), ("项目名称", 1, 1), ("预算金额（单位：万元）", 1, 1)]]
    rows += [[(str(n), 1, 1), (r["project"], 1, 1), (wan(r, "total"), 1, 1)] for n, r in enumerate(records, 1)]
    return rows


def annual_form(r: dict) -> Grid:
    """The form that has the year only."""
    body = []
    for level1, level2s in LEVELS.items():
        for level2 in level2s:
            here = [i for i in indicators(r) if is_of(i, level2)]
            body += [[level1, level2, f"指标{n}：{i['name']}", i["value"]] for n, i in enumerate(here, 1)]
            body += [] if here else [[level1, level2, "指标1：", ""]]
            body.append([level1, level2, "…", ""])
    return [
        [("项目名称", 2, 1), (r["project"], 3, 1)],
        [("主管部门   及代码", 2, 1), (code(r), 1, 1), ("实施单位", 1, 1), (r["unit"], 1, 1)],
        [("项目来源", 2, 1), (r["source"] or "", 1, 1), ("项目期", 1, 1), (r["period"] or "", 1, 1)],
        [("项目资金\n（万元）", 2, 4), (" 年度资金总额：", 2, 1), (wan(r, "total"), 1, 1)],
        [("   其中：财政拨款", 2, 1), (wan(r, "fiscal"), 1, 1)],
        [("         上年结转", 2, 1), (wan(r, "carryover"), 1, 1)],
        [("         其他资金", 2, 1), (wan(r, "other"), 1, 1)],
        [("年度\n目标", 2, 1), (goal(r), 3, 1)],
        [("绩\n效\n指\n标", 1, 1 + len(body)), ("一级\n指标", 1, 1), ("二级指标", 1, 1), ("三级指标", 1, 1), ("指标值", 1, 1)],
        *merged(body),
    ]


def double_form(r: dict) -> Grid:
    """The form with the middle term at the left and the year at the right."""
    body = []
    for level1, level2s in LEVELS.items():
        for level2 in level2s:
            shown = "服务对象满意度指标" if level2 == "满意度指标" else level2
            both = zip(indicators(r, "mid_term"), indicators(r), strict=True)
            here = [(m, a) for m, a in both if is_of(a, level2)]
            body += [[level1, shown, m["name"], m["value"], shown, a["name"], a["value"]] for m, a in here]
    money = []
    for label, kind in (("资金总额", "total"), ("其中：财政拨款", "fiscal"), ("其他资金", "other")):
        left, right = ("中期资金总额：", "年度资金总额：") if kind == "total" else (label, label)
        money.append([(left, 2, 1), (wan(r, kind, "mid_term"), 1, 1), (right, 2, 1), (wan(r, kind), 1, 1)])
    money[0].insert(0, ("项目资金\n（万元）", 2, 3))
    heads = ("一级\n指标", "二级\n指标", "三级指标", "指标值", "二级\n指标", "三级指标", "指标值")
    return [
        [("项目名称", 2, 1), (r["project"], 6, 1)],
        [("主管部门及代码", 2, 1), (code(r), 3, 1), ("实施单位", 1, 1), (r["unit"], 2, 1)],
        [("项目属性", 2, 1), (r["attribute"], 3, 1), ("项目期", 1, 1), (r["period"] or "", 2, 1)],
        *money,
        [("总\n体\n目\n标", 2, 2), (f"中期目标（{r['year']}年—{r['year'] + 2}年）", 3, 1), ("年度目标", 3, 1)],
        [(goal(r, "mid_term"), 3, 1), (goal(r), 3, 1)],
        [("绩\n效\n指\n标", 1, 1 + len(body)), *((h, 1, 1) for h in heads)],
        *merged(body),
    ]


def place(rows: Grid) -> dict[tuple[int, int], tuple[str, int, int]]:
    """Where each cell begins, (row, column)."""
    cells, taken = {}, set()
    for y, row in enumerate(rows):
        x = 0
        for text, columns, down in row:
            while (y, x) in taken:
                x += 1
            cells[y, x] = (text, columns, down)
            taken |= {(y + dy, x + dx) for dy in range(down) for dx in range(columns)}
            x += columns
    assert len(taken) == len(rows) * (1 + max(x for _, x in taken)), "a grid with holes"
    return cells


def text_table(rows: Grid) -> str:
    """A table as text pulled out of an office file: a tab before each cell, a blank line after each row."""
    owner = {}
    for (y, x), (text, _, down) in place(rows).items():
        for dy in range(down):
            owner[y + dy, x] = "" if dy else text
    lines = []
    for y in range(len(rows)):
        lines += [f"\t{owner[k]}\n" for k in sorted(owner) if k[0] == y]
        lines.append("\n")
    return "".join(lines)


def write_txt(path: Path, records: list[dict], grids: list[Grid]) -> None:
    """Forms as text."""
    out = f"附件：\n\n{path.stem}\n\n\t项目支出绩效目标公开清单\n\n" + text_table(listing(records))
    for r, grid in zip(records, grids, strict=True):
        out += f"\n\t项目支出绩效目标表\n\n\t （{r['year']}年度）                \n\n" + text_table(grid)
    path.write_text(out, encoding="utf-8")


def word_table(document: docx.document.Document, rows: Grid) -> None:
    """A table of the grid at the end of the document."""
    cells = place(rows)
    table = document.add_table(rows=len(rows), cols=1 + max(x + c - 1 for (_, x), (_, c, _) in cells.items()))
    table.style = "Table Grid"
    matrix = [list(row.cells) for row in table.rows]
    for (y, x), (text, columns, down) in cells.items():
        cell = matrix[y][x]
        if columns > 1 or down > 1:
            cell = cell.merge(matrix[y + down - 1][x + columns - 1])
        for p in cell.paragraphs[1:]:
            p._element.getparent().remove(p._element)
        for k, part in enumerate(text.split("\n")):
            paragraph = cell.add_paragraph() if k else cell.paragraphs[0]
            paragraph.add_run(part).font.size = Pt(9)


def write_docx(path: Path, records: list[dict], grids: list[Grid]) -> None:
    """Forms in tables."""
    document = docx.Document()
    for line in ("附件：", path.stem, "项目支出绩效目标公开清单"):
        document.add_paragraph(line)
    word_table(document, listing(records))
    for r, grid in zip(records, grids, strict=True):
        for line in ("", "项目支出绩效目标表", f"（{r['year']}年度）"):
            document.add_paragraph(line)
        word_table(document, grid)
    document.save(path)


def split(indicator: dict) -> list:
    """The columns 指标性质, 指标值, 度量单位 of a value."""
    m = re.fullmatch(r"([≥≤])?(\d+(?:\.\d+)?)([^\d≥≤]*)", indicator["value"])
    if not m:
        return ["定性", indicator["value"], None]
    return [m[1] or "＝", float(m[2]) if "." in m[2] else int(m[2]), m[3] or None]


def write_xlsx(path: Path, records: list[dict]) -> None:
    """The long list: unit, project, amount and goal stand on the first row of a project."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = f"{records[0]['year']}年"
    sheet["A1"] = path.stem
    sheet.merge_cells("A1:K1")
    sheet["K2"] = "单位：万元"
    sheet.append(HEADS)
    for r in records:
        first = sheet.max_row + 1
        for i in indicators(r):
            head = [r["unit"], r["project"], float(wan(r, "total")), goal(r)] if sheet.max_row + 1 == first else [None] * 4
            sheet.append([*head, i["level1"], i["level2"], i["name"], *split(i), int(i["weight"])])
        for x in range(1, 5):
            sheet.merge_cells(start_row=first, start_column=x, end_row=sheet.max_row, end_column=x)
    book.save(path)


def main() -> None:
    """All documents, beside this script."""
    records = [json.loads(line) for line in (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for name in dict.fromkeys(r["file"] for r in records):
        here = [r for r in records if r["file"] == name]
        double = any(a["horizon"] == "mid_term" for a in here[0]["amounts"])
        path = HERE / name
        if path.suffix == ".xlsx":
            write_xlsx(path, here)
        else:
            grids = [double_form(r) if double else annual_form(r) for r in here]
            (write_txt if path.suffix == ".txt" else write_docx)(path, here, grids)


if __name__ == "__main__":
    main()
