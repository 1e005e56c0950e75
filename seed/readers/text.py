"""Plain text: a Word document flattened with a TAB before each cell and a blank line after each row.

The grammar, line by line:

- TAB starts a cell, the rest of the line is its text;
- a line without TAB continues the cell before it, as a further line of its text;
- a blank line before a TAB line (or at the end) ends the row; any other blank line is an empty line of the cell.

A continuation of a vertically merged cell is an empty cell.  A row of one cell is a paragraph, and so is each line before the
first cell.  Paragraphs stand between tables: rows that follow each other without one are one table.
"""

import codecs
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from seed.document import Cell, Document, Table
from seed.errors import NotText
from seed.readers.unseen import findings_of, seen
from seed.words.titles import title_of
from store.model import Finding
from store.text import INVISIBLE

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LONGEST_LINE = 2**20  # bytes; what has a longer line is data and no document
_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(name: str, content: bytes) -> Document:
    """The document in the text.  Raises `NotText` for binary content and for unknown encodings."""
    text = _BREAKS.sub("\n", decode(name, content))
    # Whoever reads the paper does not see them; in a reply they would turn “28 万元” into “元万 82”.
    tables, paragraphs = _tables(_rows(_lines(seen(text))))
    title = title_of(name, tables[0].captions if tables else paragraphs)
    return Document(name, hashlib.sha256(content).hexdigest(), title, tables, paragraphs, tuple(_invisible(text)))


def _invisible(text: str) -> Iterator[Finding]:
    lines = enumerate(text.split("\n") if INVISIBLE.search(text) else [], start=1)
    return findings_of([(f"文件第{number}行", line) for number, line in lines if INVISIBLE.search(line)])


def decode(name: str, content: bytes) -> str:
    """The text: UTF-8, UTF-16 where a BOM says so, else GB18030.  Raises `NotText`."""
    refuse_long_lines(name, content)
    encodings = [encoding for bom, encoding in _ENCODINGS if content.startswith(bom)] or ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        _refuse_binary(name, text)
        return text
    raise NotText(name, f"按 {'、'.join(encodings)} 都解不开")


def refuse_long_lines(name: str, content: bytes) -> None:
    """Raises `NotText` where a line is longer than any of a document: to take it apart would take minutes."""
    start = 0
    while len(content) - start > _LONGEST_LINE:
        ends = (content.rfind(end, start, start + _LONGEST_LINE) for end in (b"\n", b"\r"))
        last = max(ends)
        if last < 0:
            raise NotText(name, f"有一行超过 {_LONGEST_LINE // 2**20} MB，不像一份文件")
        start = last + 1


def _refuse_binary(name: str, text: str) -> None:
    # GB18030 makes characters of almost any bytes: what no text has tells that it is none.
    strange = next((c for c in text if unicodedata.category(c) == "Cc" and c not in "\t\n\r\x0b\x0c\x85\x1a"), None)
    if strange is not None:
        raise NotText(name, f"含有控制字符 U+{ord(strange):04X}，像是二进制文件或没有 BOM 的 UTF-16")


def _lines(text: str) -> list[str]:
    """The lines, without blank ones at the end: those end the last row, whatever their number."""
    lines = text.rstrip("\x1a").split("\n")
    while lines and not lines[-1].strip() and not lines[-1].startswith("\t"):
        lines.pop()
    return lines


def _rows(lines: Sequence[str]) -> list[list[str]]:
    """The texts of the cells, row by row."""
    rows: list[list[list[str]]] = []
    open_row = False
    for line, following in pairwise([*lines, "\t"]):
        blank = not line.strip()
        if line.startswith("\t"):
            if not open_row:
                rows.append([])
            rows[-1].append([line[1:]])
            open_row = True
        elif blank and (not open_row or following.startswith("\t")):
            open_row = False
        elif open_row:
            rows[-1][-1].append("" if blank else line)
        else:
            rows.append([[line]])
    return [["\n".join(cell) for cell in row] for row in rows]


def _tables(rows: Iterable[Sequence[str]]) -> tuple[tuple[Table, ...], tuple[Cell, ...]]:
    """Tables and paragraphs, each with its place."""
    tables: list[Table] = []
    paragraphs: list[Cell] = []
    captions: list[Cell] = []
    running: list[tuple[Cell, ...]] = []
    for texts in [*rows, [""]]:
        if len(texts) > 1:
            place = len(tables) + 1, len(running) + 1
            running.append(tuple(Cell(text, *place, column) for column, text in enumerate(texts, start=1)))
            continue
        if running:
            tables.append(Table(len(tables) + 1, tuple(captions), tuple(running)))
            captions, running = [], []
        paragraph = Cell(texts[0], None, len(paragraphs) + 1, None)
        if paragraph.seen:
            paragraphs.append(paragraph)
            captions.append(paragraph)
    return tuple(tables), tuple(paragraphs)
