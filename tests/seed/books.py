"""Workbooks for tests, written by openpyxl and xlwt, and read back as the rows of texts that a person sees."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import xlwt
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from seed.document import Document
from seed.readers import read_file


def saved(book: Any) -> bytes:
    """The bytes of a workbook of either library."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook(
    cells: Mapping[str, Any], *, formats: Mapping[str, str] = {}, merged: Sequence[str] = (), title: str = "表"
) -> bytes:
    """An .xlsx workbook of one worksheet."""
    return built(lambda sheet: filled(sheet, cells, formats=formats, merged=merged), title=title)


def built(fill: Callable[[Worksheet], None], title: str = "表") -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    fill(sheet)
    return saved(book)


def filled(sheet: Worksheet, cells: Mapping[str, Any], *, formats: Mapping[str, str] = {}, merged: Sequence[str] = ()) -> None:
    for place, value in cells.items():
        sheet[place] = value
    for place, code in formats.items():
        sheet[place].number_format = code
    for area in merged:
        sheet.merge_cells(area)


def rows(sheet: Worksheet, top: int, lines: Sequence[Sequence[Any]], left: int = 1) -> None:
    """Writes lines of values from a place on; None leaves a cell blank."""
    for r, line in enumerate(lines, start=top):
        for c, value in enumerate(line, start=left):
            if value is not None:
                sheet.cell(r, c, value)


def added(content: bytes, part: str, text: str) -> bytes:
    """The package with one more part."""
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(part, text)
    return target.getvalue()


def changed(content: bytes, part: str, pattern: str, replacement: str) -> bytes:
    """The package with one part changed: what no writer writes."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            held = source.read(name)
            if name == part:
                text, count = re.subn(pattern, lambda _match: replacement, held.decode(), flags=re.DOTALL)
                assert count, f"{pattern} stands nowhere in {part}"
                held = text.encode()
            copy.writestr(name, held)
    return target.getvalue()


def old_book(fill: Callable[[Any], None], title: str = "表") -> bytes:
    """An .xls workbook of one worksheet."""
    book = xlwt.Workbook()
    fill(book.add_sheet(title, cell_overwrite_ok=True))
    return saved(book)


def seen(document: Document) -> dict[tuple[int, int], str]:
    """Every text of the document that stands on a sheet, by row and column."""
    cells = [*document.paragraphs, *(cell for table in document.tables for cell in (*table.captions, *table.cells()))]
    return {(cell.row, cell.column or 0): cell.text for cell in cells if cell.seen}


def texts(content: bytes, name: str = "表.xlsx") -> list[list[str]]:
    """The rows of all tables, captions left out."""
    return [[cell.text for cell in row] for table in read_file(name, content).tables for row in table.rows]


def rules(content: bytes, name: str = "表.xlsx") -> dict[str, str]:
    """What the reader says: the rule and the line."""
    return {finding.rule: f"{finding.place}：{finding.message}" for finding in read_file(name, content).findings}
