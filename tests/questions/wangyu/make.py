"""Writes the documents of the invented city 望屿市 from gold.jsonl (needs python-docx and openpyxl).

Three shapes: the annual form (as text and in Word tables), the form with the mid-term beside the year, and a
long list in a workbook.  The same gold always gives the same text; office files may differ in their time stamps.
"""

import json
import re
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl

HERE = Path(__file__).parent
KINDS = ("fiscal", "carryover", "other")
LEVELS = [
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "时效指标"),
    ("产出指标", "成本指标"),
    ("效益指标", "经济效益指标"),
    ("效益指标", "社会效益指标"),
    ("效益指标", "生态效益指标"),
    ("效益指标", "可持续影响指标"),
    ("满意度指标", "满意度指标"),
]


def wan(yuan):
    """An amount in yuan as 万元, without idle zeros."""
    return format((Decimal(yuan) / 10000).normalize(), "f")


def money(record, horizon, kind):
    """What the form prints for one amount; a blank where the record has none."""
    return next((wan(a["yuan"]) for a in record["amounts"] if (a["horizon"], a["kind"]) == (horizon, kind)), "")


def goal(record, horizon):
    """The text of one goal."""
    return next(g["text"] for g in record["goals"] if g["horizon"] == horizon)


def indicators(record, horizon, level1, level2):
    """The indicators of one level-2 class."""
    same = [i for i in record["indicators"] if i["horizon"] == horizon and i["level1"] == level1]
    return [i for i in same if i["level2"] == level2 or level1 == "满意度指标"]


def merged(body):
    """Rows (level 1, level 2, rest) as grid rows in which equal neighbours are merged downwards."""
    rows = []
    for k, row in enumerate(body):
        cells = []
        for depth in (1, 2):
            if k and body[k - 1][:depth] == row[:depth]:
                continue
            span = 1
            while k + span < len(body) and body[k + span][:depth] == row[:depth]:
                span += 1
            cells.append((row[depth - 1], 1, span))
        rows.append(cells + [(text, 1, 1) for text in row[2:]])
    return rows


def listing(records):
    """The list of projects at the head of a document."""
    rows = [[("序号", 1, 1), ("项目名称", 1, 1), ("预算金额（单位：万元）", 1, 1)]]
    for n, r in enumerate(records, 1):
        rows.append([(str(n), 1, 1), (r["project"], 1, 1), (money(r, "annual", "total"), 1, 1)])
    return rows


def annual_form(r):
    """The annual form; a cell is (text, columns, rows)."""
    rows = [
        [("项目名称", 2, 1), (r["project"], 3, 1)],
        [("主管部门及代码", 2, 1), (f"{r['department_code']}-{r['department']}", 1, 1), ("实施单位", 1, 1), (r["unit"], 1, 1)],
        [("项目来源", 2, 1), (r["source"] or "", 1, 1), ("项目期", 1, 1), (r["period"] or "", 1, 1)],
        [("项目资金\n（万元）", 2, 4), ("年度资金总额：", 2, 1), (money(r, "annual", "total"), 1, 1)],
    ]
    for label, kind in zip(("其中：财政拨款", "上年结转", "其他资金"), KINDS, strict=False):
        rows.append([(label, 2, 1), (money(r, "annual", kind), 1, 1)])
    rows.append([("年度\n目标", 2, 1), (goal(r, "annual"), 3, 1)])
    body = []
    for level1, level2 in LEVELS:
        found = indicators(r, "annual", level1, level2)
        for n, i in enumerate(found, 1):
            body.append((level1, level2, f"指标{n}：{i['name']}", i["value"]))
        if not found:
            body.append((level1, level2, "指标1：", "无"))
    heads = [(h, 1, 1) for h in ("一级\n指标", "二级指标", "三级指标", "指标值")]
    return [*rows, [("绩\n效\n指\n标", 1, 1 + len(body)), *heads], *merged(body)]


def double_form(r):
    """The form with the mid-term on the left and the year on the right."""
    end = r["year"] + (2 if money(r, "mid_term", "total") != money(r, "annual", "total") else 0)

    def pair(left, right, kind):
        return [(left, 2, 1), (money(r, "mid_term", kind), 2, 1), (right, 2, 1), (money(r, "annual", kind), 2, 1)]

    rows = [
        [("项目名称", 2, 1), (r["project"], 8, 1)],
        [("实施单位", 2, 1), (r["unit"], 8, 1)],
        [("项目属性", 2, 1), (r["attribute"], 8, 1)],
        [("项目资金\n（万元）", 2, 3), *pair("中期资金总额：", "年度资金总额：", "total")],
        pair("其中：财政拨款", "其中：财政拨款", "fiscal"),
        pair("其他资金", "其他资金", "other"),
        [("总\n体\n目\n标", 2, 2), (f"中期目标（{r['year']}年—{end}年）", 4, 1), ("年度目标", 4, 1)],
        [(goal(r, "mid_term"), 4, 1), (goal(r, "annual"), 4, 1)],
    ]
    body = []
    for level1, level2 in LEVELS:
        label = "服务对象满意度指标" if level1 == "满意度指标" else level2
        halves = [indicators(r, h, level1, level2) for h in ("mid_term", "annual")]
        for left, right in zip(*halves, strict=False):
            assert left["name"] == right["name"]
            body.append((level1, label, left["name"], left["value"], "", label, right["name"], right["value"], ""))
        if not halves[1]:
            body.append((level1, label, "指标1：", "无", "", label, "指标1：", "无", ""))
    heads = ["一级\n指标", "二级\n指标", "三级指标", "指标值", "绩效标准", "二级\n指标", "三级指标", "指标值", "绩效标准"]
    return [*rows, [("绩\n效\n指\n标", 1, 1 + len(body))] + [(h, 1, 1) for h in heads], *merged(body)]


def place(rows):
    """Grid rows as {(row, column): (text, columns, rows)} and the number of columns."""
    cells, taken = {}, set()
    for y, row in enumerate(rows):
        x = 0
        for text, wide, high in row:
            while (y, x) in taken:
                x += 1
            cells[y, x] = (text, wide, high)
            taken |= {(y + dy, x + dx) for dy in range(high) for dx in range(wide)}
            x += wide
    width = max(x + 1 for _, x in taken)
    assert len(taken) == width * len(rows), "a grid with holes"
    return cells, width


def text_table(rows):
    """A table as text: a tab before each cell, a blank line after each row, merged cells below left empty."""
    cells, width = place(rows)
    owner = {}
    for (y, x), (text, _, high) in cells.items():
        for dy in range(high):
            owner[y + dy, x] = text if dy == 0 else ""
    lines = []
    for y in range(len(rows)):
        lines += ["\t" + owner[y, x] for x in range(width) if (y, x) in owner] + [""]
    return lines


def write_text(path, title, records):
    """One document as text."""
    lines = ["附件：", "", title, "", "\t项目支出绩效目标公开清单", "", *text_table(listing(records))]
    for r in records:
        lines += ["", "\t项目支出绩效目标表", "", f"\t（{r['year']}年度）", "", *text_table(annual_form(r))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def word_table(document, rows):
    """One table of a Word document."""
    cells, width = place(rows)
    table = document.add_table(rows=len(rows), cols=width)
    table.style = "Table Grid"
    matrix = [list(row.cells) for row in table.rows]
    for (y, x), (text, wide, high) in cells.items():
        cell = matrix[y][x]
        if wide > 1 or high > 1:
            cell = cell.merge(matrix[y + high - 1][x + wide - 1])
        for paragraph in cell.paragraphs[1:]:
            paragraph._element.getparent().remove(paragraph._element)
        first, *more = text.split("\n")
        cell.paragraphs[0].add_run(first)
        for part in more:
            cell.add_paragraph(part)


def write_word(path, title, records):
    """One document in Word."""
    document = docx.Document()
    for line in ("附件：", title, "项目支出绩效目标公开清单"):
        document.add_paragraph(line)
    word_table(document, listing(records))
    for r in records:
        for line in ("", "项目支出绩效目标表", f"（{r['year']}年度）"):
            document.add_paragraph(line)
        word_table(document, double_form(r) if r["attribute"] else annual_form(r))
    document.save(path)


def write_list(path, title, records):
    """One long list in a workbook: a row for each indicator, unit and project on the first row only."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "绩效目标"
    sheet.append([title])
    sheet.merge_cells("A1:J1")
    sheet.append([None] * 9 + ["单位：万元"])
    heads = [
        "单位名称",
        "项目名称",
        "预算数（万元）",
        "年度目标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
    ]
    sheet.append(heads)
    for r in records:
        first = sheet.max_row + 1
        for n, i in enumerate(r["indicators"]):
            m = re.fullmatch(r"([≥≤]?)(\d+(?:\.\d+)?)(\D*)", i["value"])
            value = (m[1] or "＝", m[2], m[3]) if m else ("定性", i["value"], None)
            head = [None] * 4
            if n == 0:
                head = [r["unit"], r["project"], float(money(r, "annual", "total")), goal(r, "annual")]
            sheet.append([*head, i["level1"], i["level2"], i["name"], *value])
        for column in range(1, 5):
            sheet.merge_cells(start_row=first, start_column=column, end_row=sheet.max_row, end_column=column)
    book.save(path)


def main():
    """Writes every document."""
    documents = {}
    for line in (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        documents.setdefault(record["file"], []).append(record)
    writers = {".txt": write_text, ".docx": write_word, ".xlsx": write_list}
    for name, records in documents.items():
        path = HERE / name
        writers[path.suffix](path, "望屿市" + path.stem, records)


if __name__ == "__main__":
    main()
