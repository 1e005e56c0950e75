"""Laws of reading Word documents, on documents that hypothesis makes and breaks."""

import io
import re

import docx as python_docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seed.errors import SeedError
from seed.readers import read_file
from seed.reading import state
from tests.seed.packages import (
    DOWN,
    ON,
    checkbox,
    code,
    docx,
    instruction,
    p,
    span,
    sym,
    tbl,
    tc,
    text_box,
    tr,
)

_TEXTS = st.text("项目名称万元2.6%≥（）A ", max_size=6)


@st.composite
def merged_tables(draw):
    """Rows × columns, and boxes (row, column, rows, columns, text) that cover them all without overlapping."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    free = {(r, c) for r in range(height) for c in range(width)}
    boxes = []
    while free:
        row, column = min(free)
        across = draw(st.integers(1, width - column))
        while not all((row, column + i) in free for i in range(across)):
            across -= 1
        down = draw(st.integers(1, height - row))
        while not all((row + j, column + i) in free for j in range(down) for i in range(across)):
            down -= 1
        free -= {(row + j, column + i) for j in range(down) for i in range(across)}
        boxes.append((row, column, down, across, draw(_TEXTS)))
    return height, width, boxes


def written(height, width, boxes) -> bytes:
    document = python_docx.Document()
    document.add_paragraph("标题")
    table = document.add_table(height, width)
    for row, column, down, across, text in boxes:
        cell = table.cell(row, column).merge(table.cell(row + down - 1, column + across - 1))
        cell.text = text
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(merged_tables())
def test_any_merged_table_reads_back(table):
    """However cells are merged, the reader finds each box where it was written, with its text, as far as anything stands."""
    height, width, boxes = table
    found = read_file("表.docx", written(height, width, boxes))
    right = max((column + 1 for _r, column, _d, _a, text in boxes if text.strip()), default=0)
    expected = {
        (row + j, column): (text if j == 0 else "", min(across, right - column), j > 0)
        for row, column, down, across, text in boxes
        for j in range(down)
    }
    inside = [cell for table in found.tables for cell in table.cells()]
    seen = {(cell.row - 1, (cell.left or 1) - 1): (cell.text, cell.width, cell.continued) for cell in inside}
    titles = {(cell.row - 1, (cell.left or 1) - 1): cell.text for cell in found.paragraphs if cell.table is not None}

    assert seen == {place: cell for place, cell in expected.items() if place in seen}
    assert {place: text for place, (text, _a, _c) in expected.items() if text.strip()} == titles | {
        place: text for place, (text, _a, _c) in seen.items() if text.strip()
    }


SEED_DOCUMENT = written(
    3, 4, [(0, 0, 1, 2, "项目名称"), (0, 2, 1, 2, "甲"), (1, 0, 2, 1, "资金"), (1, 1, 1, 3, "2.6"), (2, 1, 1, 3, "")]
)
_CHANGES = st.lists(st.tuples(st.integers(0, len(SEED_DOCUMENT) - 1), st.integers(0, 255), st.booleans()), min_size=1, max_size=6)


def damaged(content: bytes, changes) -> bytes:
    """The bytes, some of them changed, or cut out."""
    changed = bytearray(content)
    for place, byte, cut in changes:
        if cut:
            del changed[place : place + byte]
        elif place < len(changed):
            changed[place] = byte
    return bytes(changed)


def refusal_of(content: bytes) -> str:
    """Why it is refused, with what to do; “请用” where it is not."""
    try:
        state(read_file("表.docx", content))
    except SeedError as error:
        return str(error)
    return "请用"


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(_CHANGES)
def test_a_damaged_file(changes):
    """Whatever bytes are changed or lost, a file is read or refused for a reason that people can read."""
    assert "请" in refusal_of(damaged(SEED_DOCUMENT, changes))


MARKUP = (
    p("青禾县2024年度目标")
    + tbl(
        tr(tc("项目名称", properties=span(2) + DOWN), tc(tbl(tr("产出指标", "数量")))),
        tr(tc(properties=span(2) + ON), tc(p(sym("Symbol", "F0B3")))),
    )
    + p(text_box(p("框")), code("begin"), instruction(r"EQ \o\ac(□,√)"), code("end"))
    + checkbox("1", p("☒"))
)
_TAGS = [
    "w:p",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:sdt",
    "w:vMerge",
    "w:gridSpan",
    "w:r",
    "w:ins",
    "w:vanish",
    "w:sym",
    "w:fldChar",
    "m:f",
    "w:val",
]


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 200), st.sampled_from(_TAGS), st.sampled_from(_TAGS)), min_size=1, max_size=5))
def test_any_element_anywhere(changes):
    """Elements where no schema allows them, and values that are none, stop nobody either."""
    body = MARKUP
    for skipped, old, new in changes:
        body = _renamed(body, old, new, skipped)
    assert "请" in refusal_of(docx(body))


def _renamed(body: str, old: str, new: str, skipped: int) -> str:
    """The body, in which every so-many-th element of one name has another."""
    found = list(re.finditer(rf"<{old}(?=[ />])", body))
    if not found:
        return body
    start = found[skipped % len(found)].start()
    end = body.find(f"</{old}>", start)
    changed = body[:start] + body[start:].replace(f"<{old}", f"<{new}", 1)
    if body[start:].split(">", 1)[0].endswith("/") or end < 0:
        return changed
    close = changed.find(f"</{old}>", start)
    return changed[:close] + f"</{new}>" + changed[close + len(old) + 3 :]
