"""Writes the documents of the invented county 松坪县 from gold.jsonl (needs python-docx and openpyxl).

Forms as text or in Word tables (the annual one, and the one with the mid-term beside the year), and long lists with
weights and amounts in yuan in workbooks.  The same gold gives the same text; office files may differ in time stamps.
"""

import json
import re
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl

HERE = Path(__file__).parent
PARTS = {"fiscal": "其中：财政拨款", "carryover": "上年结转", "other": "其他资金"}
CLASSES = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("满意度指标",),
}


def amount(record, kind, horizon="annual"):
    """What the form prints for an amount in 万元: nothing where the record has none."""
    for a in record["amounts"]:
        if (a["horizon"], a["kind"]) == (horizon, kind):
            return format((Decimal(a["yuan"]) / 10000).quantize(Decimal("0.01")).normalize(), "f")
    return ""


def goal(record, horizon="annual"):
    """The text of a goal."""
    return next(g["text"] for g in record["goals"] if g["horizon"] == horizon)


def of_class(record, level2, horizon="annual"):
    """The indicators of a class; both spellings of the last class count as one."""
    return [i for i in record["indicators"] if i["horizon"] == horizon and i["level2"].endswith(level2)]


def down(body, depth):
    """Rows of text as cells (text, columns, rows): the first `depth` columns are merged over equal beginnings."""
    rows = []
    for y, row in enumerate(body):
        cells = []
        for x, text in enumerate(row):
            if x >= depth:
                cells.append((text, 1, 1))
            elif y == 0 or body[y - 1][: x + 1] != row[: x + 1]:
                high = 1
                while y + high < len(body) and body[y + high][: x + 1] == row[: x + 1]:
                    high += 1
                cells.append((text, 1, high))
        rows.append(cells)
    return rows


def contents(records):
    """The list of projects at the head of a document."""
    rows = [("序号", "项目名称", "预算金额（单位：万元）")]
    rows += [(str(n), r["project"], amount(r, "total")) for n, r in enumerate(records, 1)]
    return down(rows, 0)


def annual_form(r):
    """The form of one year."""
    head = [
        [("项目名称", 2, 1), (r["project"], 3, 1)],
        [("主管部门及代码", 2, 1), (f"{r['department_code']}-{r['department']}", 1, 1), ("实施单位", 1, 1), (r["unit"], 1, 1)],
        [("项目来源", 2, 1), (r["source"] or "", 1, 1), ("项目期", 1, 1), (r["period"] or "", 1, 1)],
        [("项目资金\n（万元）", 2, 4), ("年度资金总额：", 2, 1), (amount(r, "total"), 1, 1)],
    ]
    head += [[(label, 2, 1), (amount(r, kind), 1, 1)] for kind, label in PARTS.items()]
    head.append([("年度\n目标", 2, 1), (goal(r), 3, 1)])
    body = []
    for level1, classes in CLASSES.items():
        for level2 in classes:
            found = [(f"指标{n}：{i['name']}", i["value"]) for n, i in enumerate(of_class(r, level2), 1)]
            body += [(level1, level2, *cells) for cells in found or [("指标1：", "")]]
    titles = [(t, 1, 1) for t in ("一级\n指标", "二级指标", "三级指标", "指标值")]
    return [*head, [("绩\n效\n指\n标", 1, 1 + len(body)), *titles], *down(body, 2)]


def double_form(r):
    """The form with the mid-term on the left and the year on the right."""
    years = [int(y) for y in re.findall(r"\d{4}", r["period"])]
    head = [
        [("项目名称", 2, 1), (r["project"], 8, 1)],
        [("主管部门及代码", 2, 1), (f"{r['department_code']}-{r['department']}", 4, 1), ("实施单位", 2, 1), (r["unit"], 2, 1)],
        [("项目属性", 2, 1), (r["attribute"], 4, 1), ("项目期", 2, 1), (r["period"], 2, 1)],
    ]
    for n, (kind, label) in enumerate([("total", "资金总额："), ("fiscal", "其中：财政拨款"), ("other", "其他资金")]):
        left, right = ("中期" + label, "年度" + label) if n == 0 else (label, label)
        row = [(left, 2, 1), (amount(r, kind, "mid_term"), 2, 1), (right, 2, 1), (amount(r, kind), 2, 1)]
        head.append([("项目资金\n（万元）", 2, 3), *row] if n == 0 else row)
    head.append([("总\n体\n目\n标", 2, 2), (f"中期目标（{years[0]}年—{years[-1]}年）", 4, 1), ("年度目标", 4, 1)])
    head.append([(goal(r, "mid_term"), 4, 1), (goal(r), 4, 1)])
    body = []
    for level1, classes in CLASSES.items():
        for level2 in classes:
            label = "服务对象满意度指标" if level1 == "满意度指标" else level2
            for left, right in zip(of_class(r, level2, "mid_term"), of_class(r, level2), strict=True):
                cells = [(i["name"], i["value"], i["standard"] or "") for i in (left, right)]
                body.append((level1, label, *cells[0], label, *cells[1]))
    titles = ["一级\n指标", "二级\n指标", "三级指标", "指标值", "绩效标准", "二级\n指标", "三级指标", "指标值", "绩效标准"]
    return [*head, [("绩\n效\n指\n标", 1, 1 + len(body))] + [(t, 1, 1) for t in titles], *down(body, 2)]


def form(r):
    """The form that a record came from."""
    return double_form(r) if r["attribute"] else annual_form(r)


def place(rows):
    """The cells by (row, column), and the number of columns."""
    cells, taken = {}, set()
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            cells[y, x] = cell
            taken |= {(y + dy, x + dx) for dx in range(cell[1]) for dy in range(cell[2])}
            x += cell[1]
    width = 1 + max(x for _, x in taken)
    assert len(taken) == width * len(rows), "a table with holes"
    return cells, width


def text_table(rows):
    """A table as text: a tab before each cell, a blank line after each row; a cell merged from above is empty."""
    cells, width = place(rows)
    shown = {}
    for (y, x), (text, _, high) in cells.items():
        shown[y, x] = text
        shown |= {(y + dy, x): "" for dy in range(1, high)}
    lines = []
    for y in range(len(rows)):
        lines += ["\t" + shown[y, x] for x in range(width) if (y, x) in shown] + [""]
    return lines


def write_text(path, title, records):
    """A document as text."""
    lines = ["附件：", "", title, "", "\t项目支出绩效目标公开清单", "", *text_table(contents(records))]
    for r in records:
        lines += ["", "\t项目支出绩效目标表", "", f"\t（{r['year']}年度）", "", *text_table(form(r))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def word_table(document, rows):
    """A table in a Word document."""
    cells, width = place(rows)
    table = document.add_table(rows=len(rows), cols=width)
    table.style = "Table Grid"
    grid = [list(row.cells) for row in table.rows]
    for (y, x), (text, wide, high) in cells.items():
        cell = grid[y][x]
        if wide * high > 1:
            cell = cell.merge(grid[y + high - 1][x + wide - 1])
        for extra in cell.paragraphs[1:]:
            extra._element.getparent().remove(extra._element)
        first, *more = text.split("\n")
        cell.paragraphs[0].add_run(first)
        for line in more:
            cell.add_paragraph(line)


def write_word(path, title, records):
    """A document in Word."""
    document = docx.Document()
    for line in ("附件：", title, "项目支出绩效目标公开清单"):
        document.add_paragraph(line)
    word_table(document, contents(records))
    for r in records:
        for line in ("", "项目支出绩效目标表", f"（{r['year']}年度）"):
            document.add_paragraph(line)
        word_table(document, form(r))
    document.save(path)


def write_list(path, title, records):
    """A long list in a workbook: a row for each indicator; unit, project, amount and goal in merged cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "绩效目标"
    heads = [
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
    sheet.append([title])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(heads))
    sheet.append([None] * (len(heads) - 1) + ["金额单位：元"])
    sheet.append(heads)
    for r in records:
        first = sheet.max_row + 1
        for n, i in enumerate(r["indicators"]):
            m = re.fullmatch(r"([≥≤]?)(\d+(?:\.\d+)?)(\D+)", i["value"])
            value = (m[1] or "＝", m[2], m[3]) if m else ("定性", i["value"], None)
            head = [r["unit"], r["project"], float(r["amounts"][0]["yuan"]), goal(r)] if n == 0 else [None] * 4
            sheet.append([*head, i["level1"], i["level2"], i["name"], *value, int(i["weight"])])
        for column in range(1, 5):
            sheet.merge_cells(start_row=first, end_row=sheet.max_row, start_column=column, end_column=column)
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
        writers[path.suffix](path, "松坪县" + path.stem, records)


if __name__ == "__main__":
    main()
