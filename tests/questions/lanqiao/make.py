"""Writes the documents of 澜桥区 from gold.jsonl: `python make.py` (needs python-docx and openpyxl)."""

import json
import re
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import docx
import openpyxl

HERE = Path(__file__).parent
TITLES = {
    "澜桥区财政局2024年度项目支出绩效目标.txt": "澜桥区财政局2024年度项目支出绩效目标",
    "教育系统2024年度项目支出绩效目标.docx": "澜桥区教育系统2024年度项目支出绩效目标",
    "澜桥区财政局2025年度项目支出绩效目标.txt": "澜桥区财政局2025年度项目支出绩效目标",
    "教育卫健系统2025年度项目支出绩效目标.docx": "澜桥区教育、卫健系统2025年度项目支出绩效目标",
    "住建交通2025年度项目支出绩效目标公开.docx": "澜桥区住建、交通2025年度项目支出绩效目标",
    "2025年镇街项目绩效目标汇总.xlsx": "澜桥区镇街项目支出绩效目标汇总表（2025年度）",
    "澜桥区财政局2026年度项目支出绩效目标.txt": "澜桥区财政局2026年度项目支出绩效目标",
    "教育卫健系统2026年度项目支出绩效目标.docx": "澜桥区教育、卫健系统2026年度项目支出绩效目标",
    "住建交通2026年度项目支出绩效目标公开.txt": "澜桥区住建、交通2026年度项目支出绩效目标",
    "农业应急2026年度项目绩效目标.xlsx": "澜桥区农业、应急2026年度项目支出绩效目标",
    "文旅系统2026年度项目支出绩效目标.txt": "澜桥区文旅系统2026年度项目支出绩效目标",
    "2026年镇街项目绩效目标汇总.xlsx": "澜桥区镇街项目支出绩效目标汇总表（2026年度）",
}
LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
}
VALUE = re.compile(r"([≥≤＞＜])?(\d+(?:\.\d+)?)([^\d≥≤]*)")
Row = list[tuple[str, int, int]]  # cells: text, columns, rows


def wan(record: dict, kind: str, horizon: str = "annual") -> str:
    """An amount as the cell under 万元 prints it; empty where there is none."""
    for a in record["amounts"]:
        if (a["kind"], a["horizon"]) == (kind, horizon):
            text = format(Decimal(a["yuan"]) / 10000, "f")
            return text.rstrip("0").rstrip(".") if "." in text else text
    return ""


def spans(body: list[tuple[str, ...]]) -> list[Row]:
    """Rows of level 1, level 2 and the rest; equal neighbours of the first two columns are one cell."""
    rows = []
    for k, row in enumerate(body):
        cells = []
        for depth in (1, 2):
            if k and body[k - 1][:depth] == row[:depth]:
                continue
            n = 1
            while k + n < len(body) and body[k + n][:depth] == row[:depth]:
                n += 1
            cells.append((row[depth - 1], 1, n))
        rows.append(cells + [(c, 1, 1) for c in row[2:]])
    return rows


def indicators(record: dict, horizon: str) -> list[tuple[str, str, str, str, str]]:
    """The rows of one horizon in the order of the form, with 无 where a class has none."""
    out = []
    rows = [i for i in record["indicators"] if i["horizon"] == horizon]
    satisfied = "服务对象满意度指标" if any(i["level2"].startswith("服务") for i in rows) else "满意度指标"
    for level1, level2s in (*LEVELS.items(), ("满意度指标", (satisfied,))):
        for level2 in level2s:
            here = [i for i in rows if i["level2"] == level2]
            out += [(level1, level2, i["name"], i["value"], i["standard"] or "") for i in here]
            if not here:
                out.append((level1, level2, "", "无", ""))
    return out


def form_annual(r: dict) -> list[Row]:
    """The annual form."""
    rows: list[Row] = [
        [("项目名称", 2, 1), (r["project"], 3, 1)],
        [
            ("主管部门及代码", 2, 1),
            (f"{r['department_code']}-{r['department']}", 1, 1),
            ("实施单位", 1, 1),
            (r["unit"], 1, 1),
        ],
        [("项目来源", 2, 1), (r["source"] or "", 1, 1), ("项目期", 1, 1), (r["period"] or "", 1, 1)],
        [("项目资金\n（万元）", 2, 4), (" 年度资金总额：", 2, 1), (wan(r, "total"), 1, 1)],
        [("   其中：财政拨款", 2, 1), (wan(r, "fiscal"), 1, 1)],
        [("         上年结转", 2, 1), (wan(r, "carryover"), 1, 1)],
        [("         其他资金", 2, 1), (wan(r, "other"), 1, 1)],
        [("年度\n目标", 2, 1), (r["goals"][-1]["text"], 3, 1)],
    ]
    body = []
    for (level1, level2), group in groupby(indicators(r, "annual"), key=lambda i: i[:2]):
        body += [(level1, level2, f"指标{k}：{i[2]}", i[3]) for k, i in enumerate(group, 1)]
    head = ["一级\n指标", "二级指标", "三级指标", "指标值"]
    rows.append([("绩\n效\n指\n标", 1, 1 + len(body)), *((h, 1, 1) for h in head)])
    return rows + spans(body)


def form_both(r: dict) -> list[Row]:
    """The form with the middle term and the year side by side."""
    year = r["year"]
    rows: list[Row] = [
        [("项目名称", 2, 1), (r["project"], 8, 1)],
        [("实施单位", 2, 1), (r["unit"], 8, 1)],
        [("项目属性", 2, 1), (r["attribute"], 8, 1)],
        [("项目资金\n（万元）", 2, 3)],
        [],
        [],
        [("总\n体\n目\n标", 2, 2), (f"中期目标（{year}年—{year + 2}年）", 4, 1), ("年度目标", 4, 1)],
        [(r["goals"][0]["text"], 4, 1), (r["goals"][1]["text"], 4, 1)],
    ]
    for n, (label, kind) in enumerate((("资金总额：", "total"), ("其中：财政拨款", "fiscal"), ("其他资金", "other"))):
        for prefix, horizon in (("中期", "mid_term"), ("年度", "annual")):
            rows[3 + n] += [(prefix * (n == 0) + label, 2, 1), (wan(r, kind, horizon), 2, 1)]
    both = zip(indicators(r, "mid_term"), indicators(r, "annual"), strict=True)
    body = [(*a, *b[1:]) for a, b in both]
    half = ["二级\n指标", "三级指标", "指标值", "绩效标准"]
    rows.append([("绩\n效\n指\n标", 1, 1 + len(body)), *((h, 1, 1) for h in ("一级\n指标", *half, *half))])
    levels = spans(body)
    for k, row in enumerate(levels):  # the second column of level 2 is merged as the first is
        if k and body[k - 1][:2] == body[k][:2]:
            del row[-4]
        else:
            row[-4] = (*row[-4][:2], next(c[2] for c in row if c[0] == body[k][1]))
    return rows + levels


def place(rows: list[Row]) -> tuple[dict[tuple[int, int], tuple[str, int, int]], int]:
    """The cells by row and column, and the number of columns."""
    cells: dict[tuple[int, int], tuple[str, int, int]] = {}
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for text, columns, deep in row:
            while (y, x) in taken:
                x += 1
            cells[y, x] = (text, columns, deep)
            taken |= {(y + dy, x + dx) for dy in range(deep) for dx in range(columns)}
            x += columns
    return cells, 1 + max(x for _, x in taken)


def index(records: list[dict]) -> list[Row]:
    """The list at the head of a document."""
    lines = [("序号", "项目名称", "预算金额（单位：万元）")]
    lines += [(str(n), r["project"], wan(r, "total")) for n, r in enumerate(records, 1)]
    return [[(c, 1, 1) for c in line] for line in lines]


def form(r: dict) -> list[Row]:
    """The form of a record, by what it holds."""
    return form_both(r) if r["attribute"] else form_annual(r)


def write_txt(path: Path, records: list[dict]) -> None:
    """Text as pulled out of an office file: a tab before each cell, a blank line after each row."""
    out = [f"附件：\n\n{TITLES[path.name]}\n\n\t项目支出绩效目标公开清单\n\n"]

    def table(rows: list[Row]) -> None:
        cells, width = place(rows)
        below = {(y + d, x): "" for (y, x), (_, _, deep) in cells.items() for d in range(1, deep)}
        texts = below | {at: cell[0] for at, cell in cells.items()}
        for y in range(len(rows)):
            out.extend(f"\t{texts[y, x]}\n" for x in range(width) if (y, x) in texts)
            out.append("\n")

    table(index(records))
    for r in records:
        out.append(f"\n\t项目支出绩效目标表\n\n\t （{r['year']}年度）\n\n")
        table(form(r))
    path.write_text("".join(out), encoding="utf-8")


def write_docx(path: Path, records: list[dict]) -> None:
    """Forms as tables of a text document."""
    document = docx.Document()

    def table(rows: list[Row]) -> None:
        cells, width = place(rows)
        grid = document.add_table(rows=len(rows), cols=width, style="Table Grid")
        at = [list(row.cells) for row in grid.rows]
        for (y, x), (text, columns, deep) in cells.items():
            at[y][x].merge(at[y + deep - 1][x + columns - 1]).text = text

    document.add_paragraph("附件：")
    document.add_paragraph(TITLES[path.name])
    document.add_paragraph("项目支出绩效目标公开清单")
    table(index(records))
    for r in records:
        document.add_paragraph("")
        document.add_paragraph("项目支出绩效目标表")
        document.add_paragraph(f"（{r['year']}年度）")
        table(form(r))
    document.save(path)


def number(text: str) -> str | float | int | None:
    """What an office user's sheet holds for this text."""
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text) if "." in text else int(text)
    return text or None


def write_sheets(path: Path, records: list[dict]) -> None:
    """One form a sheet."""
    book = openpyxl.Workbook()

    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet, rows: list[Row]) -> None:
        for (y, x), (text, columns, deep) in place(rows)[0].items():
            sheet.cell(4 + y, 1 + x, number(text))
            if columns > 1 or deep > 1:
                sheet.merge_cells(start_row=4 + y, start_column=1 + x, end_row=3 + y + deep, end_column=x + columns)

    book.active.title = "清单"
    book.active["A1"] = TITLES[path.name]
    fill(book.active, index(records))
    for n, r in enumerate(records, 1):
        sheet = book.create_sheet(f"表{n}")
        sheet["A1"], sheet["A2"] = "项目支出绩效目标表", f"（{r['year']}年度）"
        fill(sheet, form(r))
    book.save(path)


def write_list(path: Path, records: list[dict]) -> None:
    """One long list: unit, project, amount and goal stand on the first line of their block."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = f"{records[0]['year']}年"
    sheet.append([TITLES[path.name]])
    sheet.append(["编制单位：澜桥区财政局", *[None] * 8, "单位：万元"])
    heads = "单位名称 项目名称 预算数(万元) 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位"
    sheet.append(heads.split())
    for r in records:
        first = sheet.max_row + 1
        lead = [r["unit"], r["project"], number(wan(r, "total")), r["goals"][-1]["text"]]
        for i in r["indicators"]:
            m = VALUE.fullmatch(i["value"])
            value = [m[1] or "＝", number(m[2]), m[3] or None] if m else ["定性", i["value"], None]
            sheet.append([*lead, i["level1"], i["level2"], i["name"], *value])
            lead = [None] * 4
        for column in range(1, 5):
            sheet.merge_cells(start_row=first, start_column=column, end_row=sheet.max_row, end_column=column)
    book.save(path)


def main() -> None:
    """Write every document."""
    lines = (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    for name, group in groupby(map(json.loads, lines), key=lambda r: r["file"]):
        path, records = HERE / name, list(group)
        if path.suffix == ".xlsx":
            (write_sheets if records[0]["department"] else write_list)(path, records)
        else:
            (write_txt if path.suffix == ".txt" else write_docx)(path, records)


if __name__ == "__main__":
    main()
