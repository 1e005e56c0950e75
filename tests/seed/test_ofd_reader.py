"""Reading OFD files: text at its place, tables of ruled lines, and what cannot be read."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seed.errors import DamagedFile, Encrypted, ScannedFile, SeedError, TooManyParts
from seed.readers import read_file
from tests.seed.ofd_files import line, ofd, table, text

FORM = [
    (0, 0, 1, 1, "项目名称"),
    (0, 1, 1, 3, "绿化经费"),
    (1, 0, 2, 1, "项目资金\n（万元）"),
    (1, 1, 1, 2, "年度资金总额"),
    (1, 3, 1, 1, "28.5"),
    (2, 1, 1, 2, "其中：财政拨款"),
    (2, 3, 1, 1, ""),
    *((3, column, 1, 1, said) for column, said in enumerate(("一级指标", "二级指标", "三级指标", "指标值"))),
]
WIDTHS = [30.0, 30.0, 30.0, 30.0]
ROWS = [
    [("项目名称", 0, 1, False), ("绿化经费", 1, 3, False)],
    [("项目资金\n（万元）", 0, 1, False), ("年度资金总额", 1, 2, False), ("28.5", 3, 1, False)],
    [("", 0, 1, True), ("其中：财政拨款", 1, 2, False), ("", 3, 1, False)],
    [("一级指标", 0, 1, False), ("二级指标", 1, 1, False), ("三级指标", 2, 1, False), ("指标值", 3, 1, False)],
]


def read(*pages: str, **more):
    return read_file("表.ofd", ofd(*pages, **more))


def rows(document):
    return [[[(c.text, c.left - 1, c.width, c.continued) for c in row] for row in t.rows] for t in document.tables]


def test_text_and_a_ruled_table():
    """Lines of text are paragraphs from top to bottom; what lines shut in is a cell, merged where a line is missing."""
    found = read(text(60, 20, "青禾县2024年度项目支出绩效目标") + table(FORM, WIDTHS) + text(20, 100, "注：无"))

    assert (found.title, [p.text for p in found.paragraphs]) == (
        "青禾县2024年度项目支出绩效目标",
        ["青禾县2024年度项目支出绩效目标", "注：无"],
    )
    assert rows(found) == [ROWS]
    assert {(cell.page, cell.table) for cell in found.tables[0].cells()} == {(1, 1)}


def test_lines_in_the_template():
    """The lines of a table may stand in the template of the page."""
    lines = table([(r, c, h, w, "") for r, c, h, w, _text in FORM], WIDTHS)
    words = "".join(
        text(21 + 30 * c, 40.4 + 8 * r + n * 3.7, part)
        for r, c, _h, _w, t in FORM
        for n, part in enumerate(t.split("\n"))
        if part
    )

    assert rows(read(words, template=lines)) == [ROWS]


def test_lines_drawn_as_thin_areas():
    """Many exporters fill a thin rectangle for a line, and draw a cell as a rectangle."""
    thin = (
        '<ofd:PathObject Boundary="20 48 120 0.3" Stroke="false" Fill="true">'
        "<ofd:AbbreviatedData>M 0 0 L 120 0 L 120 0.3 L 0 0.3 C</ofd:AbbreviatedData></ofd:PathObject>"
    )
    frame = (
        '<ofd:PathObject Boundary="20 40 120 16"><ofd:AbbreviatedData>M 0 0 L 120 0 L 120 16 L 0 16 C</ofd:AbbreviatedData>'
        "</ofd:PathObject>"
    )
    words = [text(x, y, said) for x, y, said in [(21, 42, "项目名称"), (81, 42, "甲"), (21, 50, "实施单位"), (81, 50, "乙")]]
    found = read("".join([frame, thin, line(80, 40, 80, 56), *words]))

    assert [[cell[0] for cell in row] for row in rows(found)[0]] == [["项目名称", "甲"], ["实施单位", "乙"]]


def test_two_tables_on_a_page():
    """Tables that no line joins are two, with what stands between them."""
    found = read(table(FORM, WIDTHS) + text(20, 80, "之间") + table(FORM, WIDTHS, top=90))

    assert (rows(found), [c.text for c in found.tables[1].captions]) == ([ROWS, ROWS], ["之间"])


def test_a_table_with_a_line_missing():
    """Where the lines leave no rectangle, nobody knows the cells: the text is read as paragraphs, and a finding says so."""
    crooked = (
        line(20, 40, 80, 40)
        + line(20, 60, 80, 60)
        + line(20, 40, 20, 60)
        + line(80, 40, 80, 60)
        + line(50, 40, 50, 50)
        + line(50, 50, 80, 50)
    )
    found = read(crooked + text(21, 42, "项目名称") + text(52, 42, "甲"))

    assert (found.tables, [f.rule for f in found.findings]) == ((), ["lines-missing"])
    assert found.paragraphs[0].text.split() == ["项目名称", "甲"]


@pytest.mark.parametrize(
    ("drawn", "seen"),
    [
        (text(20, 20, "绿化经费"), "绿化经费"),
        (
            '<ofd:TextObject Boundary="20 20 90 4" Size="3.5"><ofd:TextCode X="0" Y="3" DeltaX="g 3 3.5">绿化经费</ofd:TextCode></ofd:TextObject>',
            "绿化经费",
        ),
        (
            '<ofd:TextObject Boundary="20 20 90 4" Size="3.5"><ofd:TextCode X="0" Y="3" DeltaX="g 999999999 3.5">绿化</ofd:TextCode></ofd:TextObject>',
            "绿化",
        ),
        (
            '<ofd:TextObject Boundary="20 20 90 4" Size="3.5"><ofd:TextCode X="0" Y="3">绿化</ofd:TextCode></ofd:TextObject>',
            "绿化",
        ),
        (
            '<ofd:TextObject Boundary="20 20 90 9" Size="1" CTM="3.5 0 0 3.5 0 0"><ofd:TextCode X="0" Y="1" DeltaX="1">绿化</ofd:TextCode></ofd:TextObject>',
            "绿化",
        ),
        (text(20, 20, "绿化") + text(40, 20.4, "经费"), "绿化 经费"),
        (text(27, 20, "经费") + text(20, 20, "绿化"), "绿化经费"),
        (text(20, 20, "28") + text(23.5, 19.4, "1", size=2) + text(25, 20, "万元"), "28¹万元"),
        (text(20, 20, "m") + text(22, 22.5, "2", size=1.8), "m₂"),
        ('<ofd:PageBlock ID="5">' + text(20, 20, "绿化") + "</ofd:PageBlock>", "绿化"),
    ],
)
def test_the_places_of_characters(drawn, seen):
    """Characters stand where their line, their steps and their transformation put them, raised ones above the line."""
    assert [p.text for p in read(drawn).paragraphs] == [seen]


@pytest.mark.parametrize(
    ("more", "inner"),
    [
        (' Visible="false"', ""),
        (' Alpha="0"', ""),
        (' CTM="0.7 -0.7 0.7 0.7 0 0"', ""),
        ("", '<ofd:FillColor Value="255 255 255"/>'),
    ],
)
def test_text_that_nobody_sees(more, inner):
    """Invisible and white text and watermarks are no facts; a finding says that they are there."""
    hidden = text(20, 30, "草稿", more=more).replace("<ofd:TextCode", f"{inner}<ofd:TextCode")
    found = read(text(20, 20, "绿化") + hidden)

    assert ([p.text for p in found.paragraphs], [f.rule for f in found.findings]) == (["绿化"], ["unseen-text"])


def test_pictures_only():
    """An OFD of pictures is refused with the reason and what to do."""
    with pytest.raises(ScannedFile, match=r"都是图片.*原文件"):
        read('<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="7"/>')


def test_a_page_of_pictures_among_others():
    """A page without text is named."""
    found = read(text(20, 20, "绿化"), '<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="7"/>')

    assert [(f.rule, f.place) for f in found.findings] == [("scanned-pages", "第2页")]


def test_seals_and_notes_are_left_alone():
    """Signatures and annotations stand in files of their own, which nobody opens."""
    extra = [("Doc_0/Signs/Signatures.xml", "<broken"), ("Doc_0/Annots/Annotations.xml", "<broken")]

    assert [p.text for p in read(text(20, 20, "绿化"), extra=extra).paragraphs] == ["绿化"]


def test_an_encrypted_file():
    """A file that is encrypted is refused, with what to do."""
    with pytest.raises(Encrypted, match="取消打开密码"):
        read(text(20, 20, "绿化"), extra=[("Encryptions.xml", "<e/>")])


@pytest.mark.parametrize(
    "content",
    [
        ofd("<ofd:TextObject>"),
        ofd(text(20, 20, "绿化"), head='<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
        ofd(text(20, 20, "绿化")).replace(b"Doc_0/Document.xml", b"Doc_0/Documents.xm"),
    ],
    ids=["xml", "doctype", "missing part"],
)
def test_broken_packages(content):
    """A package with a part that is missing, broken or has a DOCTYPE is refused as damaged."""
    with pytest.raises(DamagedFile):
        read_file("表.ofd", content)


def test_pages_that_unpack_to_too_much():
    """What unpacks to more than any document is refused before it is unpacked."""
    with pytest.raises(TooManyParts):
        read(" " * (65 * 2**20))


def test_more_lines_than_any_table():
    """A page of nothing but lines is refused before anybody compares them."""
    with pytest.raises(TooManyParts):
        read(line(20, 20, 30, 20) * 20_001 + text(20, 20, "绿化"))


grids = st.tuples(st.integers(1, 5), st.integers(2, 5), st.lists(st.tuples(*[st.integers(0, 4)] * 4), max_size=4))


@settings(deadline=None)
@given(grids)
def test_any_grid_reads_back(shape):
    """Whatever cells are merged, a ruled table comes back with each cell in its place."""
    height, width, merges = shape
    owner = {(r, c): (r, c, 1, 1) for r in range(height) for c in range(width)}
    for row, column, down, right in merges:
        fields = [(r, c) for r in range(row, min(row + down + 1, height)) for c in range(column, min(column + right + 1, width))]
        if fields and all(owner[field][2:] == (1, 1) for field in fields):
            merged = (row, column, max(r for r, _c in fields) - row + 1, max(c for _r, c in fields) - column + 1)
            owner |= dict.fromkeys(fields, merged)
    boxes = [(*area, f"格{r}之{c}") for (r, c), area in owner.items() if area[:2] == (r, c)]
    # A column and a row in which nothing is merged, or lines that part nothing would not be drawn at all.
    boxes += [(r, width, 1, 1, "旁") for r in range(height)] + [(height, c, 1, 1, "末") for c in range(width + 1)]
    found = read(table(boxes, [20.0] * (width + 1)))
    expected = {(r, c, w, t) for r, c, _h, w, t in boxes}
    seen = [cell for cell in (*found.paragraphs, *(c for t in found.tables for c in t.cells())) if not cell.continued]

    assert {(cell.row - 1, cell.left - 1, cell.width, cell.text) for cell in seen} == expected


attributes = st.text("0123456789 -.eEgMLCSBQA", max_size=30)


@settings(deadline=None)
@given(st.lists(st.tuples(attributes, attributes, attributes, st.text("绿28", max_size=4)), max_size=5))
def test_any_numbers(objects):
    """Whatever stands where numbers belong, a file is read or refused; nothing else happens."""
    drawn = "".join(
        f'<ofd:TextObject Boundary="{a}" Size="{b}" CTM="{c}"><ofd:TextCode X="{a}" Y="{b}" DeltaX="{c}">{t}</ofd:TextCode></ofd:TextObject>'
        f'<ofd:PathObject Boundary="{a}" CTM="{b}"><ofd:AbbreviatedData>{c}</ofd:AbbreviatedData></ofd:PathObject>'
        for a, b, c, t in objects
    )
    with suppress(SeedError):
        read(text(20, 20, "绿化") + drawn)
