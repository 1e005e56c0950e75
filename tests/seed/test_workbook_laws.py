"""Laws of the readers of spreadsheets: what is written is read as displayed, and no damage leads to anything but an error of ours."""

import io
import random
import zipfile
from functools import cache

import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seed.document import Document
from seed.errors import SeedError
from seed.readers import read_file
from seed.readers.excel.displayed import displayed
from tests.seed.books import built, old_book, rows, seen
from tests.seed.test_dividing_sheets import form
from tests.seed.test_other_spreadsheets import cell, sheet

FORMATS = ["General", "0.00", "#,##0.00", "0%", '0.00"万元"', "yyyy/m/d", 'yyyy"年"m"月"', "@", "0!.0,"]
ROWS, COLUMNS = 6, 5
VALUES = st.one_of(
    st.integers(0, 10**6),
    st.decimals(0, 10**5, places=2).map(float),
    st.booleans(),
    st.text(alphabet="项目名称护林防火一二三\n （）abc0", min_size=1, max_size=8).filter(lambda text: text.strip() == text),
)
CELLS = st.dictionaries(
    st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1)), st.tuples(VALUES, st.sampled_from(FORMATS)), min_size=1
)
AREA = st.tuples(st.integers(0, ROWS - 2), st.integers(0, COLUMNS - 2), st.integers(0, 2), st.integers(0, 2))
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def merged(area):
    top, left, down, across = area
    return top, left, min(top + down, ROWS - 1), min(left + across, COLUMNS - 1)


def shown(cells, area):
    """What people see: covered cells are gone, everything else is displayed in its format."""
    top, left, bottom, right = area
    covered = {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)} - {(top, left)}
    texts = {place: displayed(value, code).text for place, (value, code) in cells.items() if place not in covered}
    return {(row + 1, column + 1): text for (row, column), text in texts.items() if text.strip()}


@SLOW
@given(CELLS, AREA)
def test_workbooks_come_back_as_displayed(cells, area):
    """Any values in any formats, with a merged range among them, are read as they are displayed, each at its place."""
    area = merged(area)

    def fill(target):
        for (row, column), (value, code) in cells.items():
            target.cell(row + 1, column + 1, value).number_format = code
        target.merge_cells(start_row=area[0] + 1, start_column=area[1] + 1, end_row=area[2] + 1, end_column=area[3] + 1)

    assert seen(read_file("表.xlsx", built(fill))) == shown(cells, area)


@SLOW
@given(CELLS)
def test_old_workbooks_come_back_as_displayed(cells):
    """The same law for .xls."""

    def fill(target):
        for (row, column), (value, code) in cells.items():
            target.write(row, column, value, xlwt.easyxf(num_format_str=code))

    assert seen(read_file("表.xls", old_book(fill))) == shown(cells, (0, 0, 0, 0))


@SLOW
@given(st.sets(st.integers(2, 12), max_size=6), st.sets(st.integers(2, 6), max_size=3))
def test_hidden_rows_and_columns_are_never_read(hidden_rows, hidden_columns):
    """Whatever is hidden: what is read is what is seen."""

    def fill(target):
        rows(target, 1, [[f"{row}/{column}" for column in range(1, 7)] for row in range(1, 13)])
        for row in hidden_rows:
            target.row_dimensions[row].hidden = True
        for column in hidden_columns:
            target.column_dimensions["ABCDEF"[column - 1]].hidden = True

    expected = {
        (row, column): f"{row}/{column}"
        for row in range(1, 13)
        for column in range(1, 7)
        if row not in hidden_rows and column not in hidden_columns
    }
    assert seen(read_file("表.xlsx", built(fill))) == expected


@cache
def sound(kind: str) -> bytes:
    lines = form("护林")
    if kind == "xlsx":
        return built(lambda target: (rows(target, 1, lines), target.merge_cells("A5:A6"))[0])
    if kind == "xls":
        return old_book(lambda target: [target.write(r, c, v) for r, line in enumerate(lines) for c, v in enumerate(line) if v])
    if kind == "xml":
        return sheet("".join(f"<Row>{''.join(cell(v or '') for v in line)}</Row>" for line in lines))
    return "\n".join(",".join(v or "" for v in line) for line in lines).encode()


@pytest.mark.parametrize("kind", ["xlsx", "xls", "xml", "csv"])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), hits=st.integers(1, 40), cut=st.booleans())
def test_damage_is_an_error_of_ours_or_a_document(kind, seed, hits, cut):
    """Whatever bytes are changed or missing, the outcome is a document or a `SeedError`."""
    chance = random.Random(seed)  # noqa: S311 — damage, not secrets
    content = bytearray(sound(kind))
    for _ in range(hits):
        content[chance.randrange(len(content))] = chance.randrange(256)
    if cut:
        del content[chance.randrange(1, len(content)) :]
    try:
        outcome = read_file(f"表.{kind}", bytes(content))
    except SeedError:
        return
    assert isinstance(outcome, Document)


PARTS = ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]
SPLICES = [
    b"",
    b"-1",
    b"9" * 30,
    b"<",
    b"/>",
    b'"',
    b"&x;",
    b'r="XFE0"',
    b"<row/>",
    b"<c><v>x</v></c>",
    b'<c t="s"><v>99</v></c>',
    b"NaN",
    b"1E999",
]


@pytest.mark.parametrize("part", PARTS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_damage_inside_of_a_package_is_an_error_of_ours_or_a_document(part, seed):
    """The same where the package is sound and one of its parts is not."""
    chance = random.Random(seed)  # noqa: S311 — damage, not secrets
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound("xlsx"))) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            held = source.read(name)
            if name == part:
                at = chance.randrange(len(held))
                held = held[:at] + chance.choice(SPLICES) + held[at + chance.randrange(6) :]
            copy.writestr(name, held)
    try:
        outcome = read_file("表.xlsx", target.getvalue())
    except SeedError:
        return
    assert isinstance(outcome, Document)
