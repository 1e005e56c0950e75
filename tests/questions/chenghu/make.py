"""Writes the documents of the invented 澄湖县 from gold.jsonl, beside this file (needs python-docx and openpyxl).

A grid is a list of rows, a row a list of (text, columns spanned, rows spanned); three writers lay grids out.
"""

import collections
import json
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl

HERE = Path(__file__).parent
LEVEL2 = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}


def wan(record, kind, horizon="annual"):
    """The amount in 万元 as printed, or an empty cell."""
    for amount in record["amounts"]:
        if (amount["horizon"], amount["kind"]) == (horizon, kind):
            return format((Decimal(amount["yuan"]) / 10000).normalize(), "f")
    return ""


def goal(record, horizon="annual"):
    """The goal of one horizon."""
    return next(g["text"] for g in record["goals"] if g["horizon"] == horizon)


def span(body):
    """Rows of plain texts become grid rows whose first two columns are merged downwards where equal."""
    out = []
    for k, row in enumerate(body):
        cells = []
        for depth in (1, 2):
            if k and body[k - 1][:depth] == row[:depth]:
                continue
            n = 1
            while k + n < len(body) and body[k + n][:depth] == row[:depth]:
                n += 1
            cells.append((row[depth - 1], 1, n))
        out.append(cells + [(text, 1, 1) for text in row[2:]])
    return out


def grid_list(records):
    """The list of projects before the forms."""
    rows = [[("序号", 1, 1), ("项目名称", 1, 1), ("预算金额（单位：万元）", 1, 1)]]
    for n, r in enumerate(records, 1):
        rows.append([(str(n), 1, 1), (r["project"], 1, 1), (wan(r, "total"), 1, 1)])
    return rows


def grid_annual(r):
    """The annual form."""
    rows = [
        [("项目名称", 2, 1), (r["project"], 3, 1)],
        [
            ("主管部门及代码", 2, 1),
            (f"{r['department_code']}-{r['department']}", 1, 1),
            ("实施单位", 1, 1),
            (r["unit"], 1, 1),
        ],
        [("项目来源", 2, 1), (r["source"], 1, 1), ("项目期", 1, 1), (r["period"], 1, 1)],
        [("项目资金\n（万元）", 2, 4), (" 年度资金总额：", 2, 1), (wan(r, "total"), 1, 1)],
        [("   其中：财政拨款", 2, 1), (wan(r, "fiscal"), 1, 1)],
        [("         上年结转", 2, 1), (wan(r, "carryover"), 1, 1)],
        [("         其他资金", 2, 1), (wan(r, "other"), 1, 1)],
        [("年度\n目标", 2, 1), (goal(r), 3, 1)],
    ]
    body = []
    for level1, names in LEVEL2.items():
        for level2 in names:
            here = [i for i in r["indicators"] if i["level2"] == level2]
            for k, i in enumerate(here, 1):
                body.append((level1, level2, f"指标{k}：{i['name']}", i["value"]))
            if not here:
                body.append((level1, level2, "指标1：", ""))
            body.append((level1, level2, "…", ""))
    head = [(h, 1, 1) for h in ("一级\n指标", "二级指标", "三级指标", "指标值")]
    return [*rows, [("绩\n效\n指\n标", 1, 1 + len(body)), *head], *span(body)]


def grid_double(r):
    """The form with mid-term and annual side by side."""
    first = r["year"]
    rows = [
        [("项目名称", 2, 1), (r["project"], 6, 1)],
        [
            ("主管部门及代码", 2, 1),
            (f"{r['department_code']}-{r['department']}", 2, 1),
            ("实施单位", 2, 1),
            (r["unit"], 2, 1),
        ],
        [("项目属性", 2, 1), (r["attribute"], 2, 1), ("项目期", 2, 1), (r["period"], 2, 1)],
    ]
    money = (
        ("中期资金总额：", "年度资金总额：", "total"),
        ("其中：财政拨款", "其中：财政拨款", "fiscal"),
        ("其他资金", "其他资金", "other"),
    )
    for n, (left, right, kind) in enumerate(money):
        row = [("项目资金\n（万元）", 2, 3)] if n == 0 else []
        row += [(left, 2, 1), (wan(r, kind, "mid_term"), 1, 1), (right, 2, 1), (wan(r, kind), 1, 1)]
        rows.append(row)
    rows.append([("总\n体\n目\n标", 2, 2), (f"中期目标（{first}年—{first + 2}年）", 3, 1), ("年度目标", 3, 1)])
    rows.append([(goal(r, "mid_term"), 3, 1), (goal(r), 3, 1)])
    pairs = collections.defaultdict(dict)
    for i in r["indicators"]:
        pairs[i["level1"], i["level2"], i["name"]][i["horizon"]] = i["value"]
    body = [(a, b, c, v["mid_term"], b, c, v["annual"]) for (a, b, c), v in pairs.items()]
    head = ("一级\n指标", "二级\n指标", "三级指标", "指标值", "二级\n指标", "三级指标", "指标值")
    rows.append([("绩\n效\n指\n标", 1, 1 + len(body)), *((h, 1, 1) for h in head)])
    return rows + span(body)


def grid(r):
    """The form of a record: with a mid-term, the double one."""
    return grid_double(r) if wan(r, "total", "mid_term") else grid_annual(r)


def place(rows):
    """Grid rows as {(row, column): (text, columns, rows)}, and the number of columns."""
    cells, taken = {}, set()
    for y, row in enumerate(rows):
        x = 0
        for text, across, down in row:
            while (y, x) in taken:
                x += 1
            cells[y, x] = (text, across, down)
            taken |= {(y + dy, x + dx) for dy in range(down) for dx in range(across)}
            x += across
    width = max(x for _, x in taken) + 1
    assert len(taken) == width * len(rows), "a grid with holes"
    return cells, width


def write_txt(path, title, year, records):
    """Text as pulled out of an office file: a tab before each cell, a blank line after each row."""
    out = [f"附件：\n\n{title}\n\n\t项目支出绩效目标公开清单\n\n"]

    def table(rows):
        cells, width = place(rows)
        owner = {(y + k, x): c[0] if k == 0 else "" for (y, x), c in cells.items() for k in range(c[2])}
        for y in range(len(rows)):
            out.extend(f"\t{owner[y, x]}\n" for x in range(width) if (y, x) in owner)
            out.append("\n")

    table(grid_list(records))
    for r in records:
        out.append(f"\n\t项目支出绩效目标表\n\n\t （{year}年度）\n\n")
        table(grid(r))
    path.write_text("".join(out), encoding="utf-8")


def write_docx(path, title, year, records):
    """Forms as tables."""
    d = docx.Document()

    def table(rows):
        cells, width = place(rows)
        t = d.add_table(rows=len(rows), cols=width)
        t.style = "Table Grid"
        matrix = [list(row.cells) for row in t.rows]
        for (y, x), (text, across, down) in cells.items():
            cell = matrix[y][x]
            if across > 1 or down > 1:
                cell = cell.merge(matrix[y + down - 1][x + across - 1])
            for p in cell.paragraphs[1:]:
                p._element.getparent().remove(p._element)
            for k, part in enumerate(text.split("\n")):
                (cell.add_paragraph() if k else cell.paragraphs[0]).add_run(part)

    d.add_paragraph(title)
    d.add_paragraph("项目支出绩效目标公开清单")
    table(grid_list(records))
    for r in records:
        d.add_paragraph("项目支出绩效目标表")
        d.add_paragraph(f"（{year}年度）")
        table(grid(r))
    d.save(path)


def write_xlsx(path, title, year, records):
    """One long list: unit, project, amount and goal stand in the first row of their block only."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = f"{year}年"
    sheet.append([title])
    sheet.append([*["编制单位：澄湖县财政局"], *[None] * 9, "单位：万元"])
    heads = "单位名称 项目名称 预算数(万元) 年度目标 一级指标 二级指标 三级指标 指标性质 指标值 度量单位"
    sheet.append(heads.split())
    unit = None
    for r in records:
        for k, i in enumerate(r["indicators"]):
            m = re.fullmatch(r"([≥≤])?(\d+(?:\.\d+)?)([^\d≥≤]*)", i["value"])
            parts = (m[1] or "＝", m[2], m[3] or None) if m else ("定性", i["value"], None)
            start = (r["unit"] if r["unit"] != unit else None, r["project"], float(wan(r, "total")), goal(r))
            unit = r["unit"]
            sheet.append([*(start if k == 0 else [None] * 4), i["level1"], i["level2"], i["name"], *parts])
    sheet.merge_cells("A1:J1")
    book.save(path)


def settle(path):
    """Takes the clock out of an office file, so that every run writes the same bytes."""
    with zipfile.ZipFile(path) as old:
        parts = [(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts:
            still = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-01-01T00:00:00Z", data) if "core.xml" in name else data
            new.writestr(zipfile.ZipInfo(name), still, zipfile.ZIP_DEFLATED)


def main():
    """Writes every document that a gold record names."""
    files = collections.defaultdict(list)
    for line in (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        files[record["file"]].append(record)
    writers = {".txt": write_txt, ".docx": write_docx, ".xlsx": write_xlsx}
    for name, records in files.items():
        title = "澄湖县" + Path(name).stem.replace("澄湖县", "")
        writers[Path(name).suffix](HERE / name, title, records[0]["year"], records)
        if not name.endswith(".txt"):
            settle(HERE / name)


if __name__ == "__main__":
    main()
