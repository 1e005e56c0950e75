"""Reading plain text: encodings, the flattened grammar, and what is no text."""

import hashlib
import io
import zipfile
from contextlib import suppress

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.errors import DamagedFile, EmptyFile, NotReadableYet, NotText, SeedError
from seed.readers import read_file
from store.text import INVISIBLE
from tests.seed.flat import TITLE, document, flat

TEXT = flat(TITLE, [["项目名称", "工作经费"], ["实施单位", "城关镇财政所"]])


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode("gb18030"),
    ],
    ids=["utf-8", "utf-8 with BOM", "gb18030", "utf-16 little", "utf-16 big", "crlf", "gb18030 with cr"],
)
def test_every_encoding_and_line_end(content):
    """The same text in any of these encodings is the same document, save for its hash."""
    read = read_file("表.txt", content)

    assert (read.title, read.tables) == (TITLE, document(TITLE, [["项目名称", "工作经费"], ["实施单位", "城关镇财政所"]]).tables)


@pytest.mark.parametrize("content", [b"", b"  \r\n\t\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file(content):
    """A file without a word is refused as empty."""
    with pytest.raises(EmptyFile, match="文件是空的"):
        read_file("空.txt", content)


@pytest.mark.parametrize(
    "content", ["项目名称\n".encode("utf-16-le"), b"\x81\x20\xff\xff", b"abc\x00def", TEXT.encode() + b"\x07"]
)
def test_bytes_that_are_no_text(content):
    """What no encoding makes text of is refused, and the message says which encodings can be read."""
    with pytest.raises(NotText, match="GB18030"):
        read_file("乱.txt", content)


def archive(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as opened:
        for name in names:
            opened.writestr(name, "x" * 200)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (archive("a.txt"), "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Office"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"{\\rtf1\\ansi", "RTF"),
    ],
)
def test_kinds_of_files_without_a_reader(content, kind):
    """The content tells the kind, whatever the file is called, and the message names it."""
    with pytest.raises(NotReadableYet, match=kind):
        read_file("目标.txt", content)


def test_an_archive_that_breaks_off():
    """A truncated Office file is called damaged, not unknown."""
    with pytest.raises(DamagedFile, match="不完整或已损坏"):
        read_file("截断.docx", archive("word/document.xml")[:60])


def test_an_empty_line_inside_a_cell():
    """A blank line before a line without TAB is an empty paragraph of the cell, not the end of the row."""
    read = read_file("表.txt", "\t数量\n\n指标\n\t12\n\n".encode())

    assert [[cell.text for cell in row] for row in read.tables[0].rows] == [["数量\n\n指标", "12"]]


def test_rows_of_one_cell():
    """A row of one cell is a paragraph: it stands between tables, and above the table that follows it."""
    read = document("甲", [["1", "2"]], "乙", "丙", [["3", "4"]], "丁")

    assert [(table.number, [c.text for c in table.captions]) for table in read.tables] == [(1, ["甲"]), (2, ["乙", "丙"])]
    assert [(p.text, p.table, p.row, p.column) for p in read.paragraphs] == [
        ("甲", None, 1, None),
        ("乙", None, 2, None),
        ("丙", None, 3, None),
        ("丁", None, 4, None),
    ]


def test_lines_before_the_first_cell():
    """Each line before the first TAB is a paragraph of its own."""
    read = read_file("表.txt", f"附件：\n\n{TITLE}\n\n\t甲\n\n\t1\n\t2\n\n".encode())

    assert [p.text for p in read.paragraphs] == ["附件：", TITLE, "甲"]


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\u2060", "\ufeff"])
def test_characters_that_no_eye_sees(mark):
    """Direction marks and zero-width characters are taken out of all that is read, and a remark says how many and where."""
    read = read_file("表.txt", TEXT.replace("工作", f"工{mark}作{mark}").encode())
    plain = read_file("表.txt", TEXT.encode())
    (said,) = read.findings

    assert (read.title, read.tables, plain.findings) == (plain.title, plain.tables, ())
    assert (said.place, "去掉了 2 个" in said.message, f"U+{ord(mark):04X}" in said.message) == ("文件第4行", True, True)


lines = st.text(
    st.characters(exclude_characters="\t\n\r\x0b\x0c\x85\u2028\u2029\x1a", exclude_categories=["Cc", "Cs"]), max_size=6
).map(lambda text: INVISIBLE.sub("", text))
# A cell ends in a line that is not blank, or is one line: an empty line at its end would be the end of the row.
cells = st.builds(
    lambda first, others, last: "\n".join([first, *others, last]) if last.strip() else first.strip(),
    lines,
    st.lists(lines.map(lambda line: line if line.strip() else ""), max_size=2),
    lines,
)
tables = st.lists(st.lists(cells, min_size=2, max_size=5), min_size=1, max_size=5)


@given(st.lists(tables, min_size=1, max_size=3))
def test_the_grammar_reads_back(contents):
    """Tables rendered in the grammar and read again are the same tables, cell for cell."""
    parts = [part for number, rows in enumerate(contents) for part in (f"第{number}节", rows)]

    assert [[[cell.text for cell in row] for row in table.rows] for table in document(*parts).tables] == contents


@given(st.binary(max_size=300))
def test_any_bytes(content):
    """Whatever the bytes, a file is read or refused; nothing else happens."""
    with suppress(SeedError):
        assert read_file("表.txt", content).sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("name", ["甲.csv", "甲.txt"])
def test_a_line_without_end(name):
    """A file with a line that no document has is refused at once."""
    with pytest.raises(NotText, match="一行超过"):
        read_file(name, b"a,b,c\n" + b"1," * 600_000)


def test_characters_that_steer_a_terminal():
    """C1 control characters are taken out of names."""
    content = grid_docx("绿\u009b31m化\u009d")

    assert [[cell.text for cell in row] for row in read_file("甲.docx", content).tables[0].rows] == [["项目名称", "绿31m化"]]


def grid_docx(text):
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "项目名称", text
    document.save(content := io.BytesIO())
    return content.getvalue()
