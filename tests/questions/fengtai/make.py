"""Writes the documents of 烽台市 from gold.jsonl beside it (needs python-docx and openpyxl).

python make.py [FOLDER]    FOLDER: where the documents go; without it, beside this file

A record's layout follows from its document: long lists in .xlsx, else forms; the form with a middle-term half
where the records hold middle-term amounts.  The same records give the same bytes.
"""

import itertools
import json
import re
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
from docx.shared import Pt
from openpyxl.styles import Alignment

HERE = Path(__file__).parent
LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("满意度指标",),
}
KINDS = {"total": "年度资金总额：", "fiscal": "其中：财政拨款", "carryover": "上年结转", "other": "其他资金"}
HEADS = [
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
    "权重",
    "指标方向性",
]
STAMP = b"2026-01-01T00:00:00Z"
TIME = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?(?=</)")


def amount(record, kind, horizon="annual"):
    """Give an amount in 万元 as it is printed; an amount that the record does not hold is blank."""
    for a in record["amounts"]:
        if (a["kind"], a["horizon"]) == (kind, horizon):
            return format((Decimal(a["yuan"]) / 10000).normalize(), "f")
    return ""


def goal(record, horizon="annual"):
    """Give the goal of a horizon."""
    return next(g["text"] for g in record["goals"] if g["horizon"] == horizon)


def rows_of(record, level2, horizon="annual"):
    """Give the indicators of a second level."""
    second = (level2, "服务对象满意度指标") if level2 == "满意度指标" else (level2,)
    return [i for i in record["indicators"] if i["horizon"] == horizon and i["level2"] in second]


def listing(records):
    """Lay out the list at the head of a document of forms."""
    rows = [[("序号", 1, 1), ("项目名称", 1, 1), ("预算金额（单位：万元）", 1, 1)]]
    return rows + [[(str(n), 1, 1), (r["project"], 1, 1), (amount(r, "total"), 1, 1)] for n, r in enumerate(records, 1)]


def form_annual(record):
    """Lay out the annual form: rows of cells (text, columns, rows)."""
    code = f"{record['department_code']}-{record['department']}"
    rows = [
        [("项目名称", 2, 1), (record["project"], 3, 1)],
        [("主管部门及代码", 2, 1), (code, 1, 1), ("实施单位", 1, 1), (record["unit"], 1, 1)],
        [("项目来源", 2, 1), (record["source"] or "", 1, 1), ("项目期", 1, 1), (record["period"] or "", 1, 1)],
    ]
    money = [[(label, 2, 1), (amount(record, kind), 1, 1)] for kind, label in KINDS.items()]
    rows += [[("项目资金\n（万元）", 2, 4), *money[0]], *money[1:], [("年度\n目标", 2, 1), (goal(record), 3, 1)]]
    body = []
    for level1, seconds in LEVELS.items():
        for level2 in seconds:
            found = [(f"指标{n}：{i['name']}", i["value"]) for n, i in enumerate(rows_of(record, level2), 1)]
            body += [(level1, level2, *cells) for cells in found or [("指标1：", "")]]
    heads = ["一级\n指标", "二级指标", "三级指标", "指标值"]
    rows.append([("绩\n效\n指\n标", 1, 1 + len(body)), *((h, 1, 1) for h in heads)])
    return rows + merged(body)


def form_both(record):
    """Lay out the form with middle term and year side by side."""
    rows = [
        [("项目名称", 2, 1), (record["project"], 6, 1)],
        [("主管部门及代码", 2, 1), (f"{record['department_code']}-{record['department']}", 6, 1)],
        [("实施单位", 2, 1), (record["unit"], 3, 1), ("项目属性", 2, 1), (record["attribute"], 1, 1)],
    ]
    labels = {"total": ("中期资金总额：", "年度资金总额："), "fiscal": ("其中：财政拨款",) * 2, "other": ("其他资金",) * 2}
    money = []
    for kind, (left, right) in labels.items():
        money.append([(left, 2, 1), (amount(record, kind, "mid_term"), 1, 1), (right, 2, 1), (amount(record, kind), 1, 1)])
    rows += [[("项目资金\n（万元）", 2, 3), *money[0]], *money[1:]]
    rows.append([("总体\n目标", 2, 2), (f"中期目标（{record['year']}年—{record['year'] + 2}年）", 3, 1), ("年度目标", 3, 1)])
    rows.append([(goal(record, "mid_term"), 3, 1), (goal(record), 3, 1)])
    body = []
    for level1, seconds in LEVELS.items():
        for level2 in seconds:
            label = "服务对象满意度指标" if level1 == "满意度指标" else level2
            pairs = zip(rows_of(record, level2, "mid_term"), rows_of(record, level2), strict=True)
            found = [(m["name"], m["value"], label, i["name"], i["value"]) for m, i in pairs]
            body += [(level1, label, *cells) for cells in found or [("", "", label, "", "")]]
    heads = ["一级\n指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"]
    rows.append([("绩\n效\n指\n标", 1, 1 + len(body)), *((h, 1, 1) for h in heads)])
    return rows + merged(body, again=4)


def merged(body, again=None):
    """Merge equal neighbours downwards in the columns of the levels; `again`: a second column of level 2."""
    rows = []
    for k, row in enumerate(body):
        cells = [(text, 1, 1) for text in row]
        for column, depth in ((0, 1), (1, 2), *([(again, 2)] if again else [])):
            if k and body[k - 1][:depth] == row[:depth]:
                cells[column] = None
            else:
                same = itertools.takewhile(lambda other, d=depth, r=row: other[:d] == r[:d], body[k:])
                cells[column] = (row[column], 1, len(list(same)))
        rows.append([c for c in cells if c])
    return rows


def placed(rows):
    """Give every cell its place: {(row, column): (text, columns, rows)}, and the number of columns."""
    cells, taken = {}, set()
    for y, row in enumerate(rows):
        x = 0
        for text, wide, high in row:
            while (y, x) in taken:
                x += 1
            cells[y, x] = (text, wide, high)
            taken |= {(y + v, x + h) for v in range(high) for h in range(wide)}
            x += wide
    width = max(x for _, x in taken) + 1
    if len(taken) != width * len(rows):
        raise ValueError(rows[0])
    return cells, width


def as_text(rows):
    """Write a table as office text: a tab before each cell, a blank line after each row, covered cells empty."""
    cells, width = placed(rows)
    shown = {(y + v, x): text if not v else "" for (y, x), (text, _, high) in cells.items() for v in range(high)}
    lines = ("".join(f"\t{shown[y, x]}\n" for x in range(width) if (y, x) in shown) + "\n" for y in range(len(rows)))
    return "".join(lines)


def write_txt(path, title, year, records, form):
    """Write a document of forms as text."""
    parts = [f"附件：\n\n{title}\n\n\t项目支出绩效目标公开清单\n\n", as_text(listing(records))]
    parts += [f"\n\t项目支出绩效目标表\n\n\t（{year}年度）\n\n{as_text(form(r))}" for r in records]
    path.write_text("".join(parts), encoding="utf-8", newline="\n")


def add_table(document, rows):
    """Add a table to a document of Word."""
    cells, width = placed(rows)
    table = document.add_table(rows=len(rows), cols=width)
    table.style = "Table Grid"
    matrix = [list(row.cells) for row in table.rows]
    for (y, x), (text, wide, high) in cells.items():
        cell = matrix[y][x]
        if (wide, high) != (1, 1):
            cell = cell.merge(matrix[y + high - 1][x + wide - 1])
        for extra in cell.paragraphs[1:]:
            extra._element.getparent().remove(extra._element)
        for k, part in enumerate(text.split("\n")):
            paragraph = cell.add_paragraph() if k else cell.paragraphs[0]
            paragraph.add_run(part).font.size = Pt(9)


def write_docx(path, title, year, records, form):
    """Write a document of forms for Word."""
    document = docx.Document()
    for line in ("附件：", title, "项目支出绩效目标公开清单"):
        document.add_paragraph(line)
    add_table(document, listing(records))
    for r in records:
        for line in ("", "项目支出绩效目标表", f"（{year}年度）"):
            document.add_paragraph(line)
        add_table(document, form(r))
    document.save(path)
    settle(path)


def nature(value):
    """Split a value as long lists do: sign, number, unit; words are 定性."""
    m = re.fullmatch(r"([≥≤])?(\d+(?:\.\d+)?)([^\d≥≤]*)", value)
    return (m[1] or "＝", m[2], m[3]) if m else ("定性", value, "")


def write_list(path, title, year, records):
    """Write a long list: one row an indicator, unit, project, amount and goal merged over the rows of a project."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = f"{year}年"
    sheet["A1"], sheet["L2"] = title, "单位：万元"
    sheet.merge_cells("A1:L1")
    for x, head in enumerate(HEADS, 1):
        sheet.cell(3, x, head)
    top = 4
    for r in records:
        for y, i in enumerate(r["indicators"], top):
            sign, value, unit = nature(i["value"])
            way = {"定性": None, "≤": "反向指标"}.get(sign, "正向指标")
            head = (r["unit"], r["project"], float(amount(r, "total")), goal(r)) if y == top else (None,) * 4
            row = (*head, i["level1"], i["level2"], i["name"], sign, value, unit or None, int(i["weight"]), way)
            for x, cell in enumerate(row, 1):
                sheet.cell(y, x, cell).alignment = Alignment(wrap_text=True, vertical="center")
        for x in range(1, 5):
            sheet.merge_cells(start_row=top, end_row=y, start_column=x, end_column=x)
        top = y + 1
    book.save(path)
    settle(path)


def settle(path):
    """Set all times inside an office file to one and the same, so that the bytes are the same each time."""
    with zipfile.ZipFile(path) as z:
        parts = [(name, z.read(name)) for name in z.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts:
            z.writestr(
                zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)),
                TIME.sub(STAMP, data) if name == "docProps/core.xml" else data,
                zipfile.ZIP_DEFLATED,
            )


def main(folder):
    """Write all documents."""
    records = [json.loads(line) for line in (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for file, group in itertools.groupby(records, key=lambda r: r["file"]):
        rs, path = list(group), folder / file
        both = any(a["horizon"] == "mid_term" for r in rs for a in r["amounts"])
        if path.suffix == ".xlsx":
            write_list(path, path.stem, rs[0]["year"], rs)
        else:
            write = write_docx if path.suffix == ".docx" else write_txt
            write(path, path.stem, rs[0]["year"], rs, form_both if both else form_annual)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
