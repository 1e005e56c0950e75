"""Tables drawn as text, and the real files made of them: Word by python-docx, Excel by openpyxl, web pages by hand.

A line is a row, `|` parts its cells, `⏎` is a line break in a cell; `<` belongs to the cell on its left, `^` to the one above.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import docx
from openpyxl import Workbook

_MADE = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Drawn:
    """A table as it is drawn; what is a plain string elsewhere is a paragraph."""

    text: str

    def cells(self) -> list[list[str]]:
        """The texts row by row, marks of merged cells included."""
        lines = [line for line in self.text.strip("\n").splitlines() if line.strip()]
        rows = [[cell.strip().replace("⏎", "\n") for cell in line.split("|")] for line in lines]
        width = max(map(len, rows))
        return [row + ["<"] * (width - len(row)) for row in rows]

    def boxes(self) -> Iterator[tuple[int, int, int, int, str]]:
        """Row, column, rows, columns and text of each cell, merged ones whole; row and column from 0."""
        cells = self.cells()
        for r, row in enumerate(cells):
            for c, text in enumerate(row):
                if text in ("<", "^"):
                    continue
                columns = 1 + _run(row[c + 1 :], "<")
                rows = 1 + _run([below[c] for below in cells[r + 1 :]], "^")
                yield r, c, rows, columns, text


def _run(texts: Sequence[str], mark: str) -> int:
    return next((n for n, text in enumerate(texts) if text != mark), len(texts))


Part = str | Drawn


def word(parts: Sequence[Part]) -> bytes:
    """A Word document of these paragraphs and tables."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _MADE
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        cells = part.cells()
        table = document.add_table(len(cells), len(cells[0]))
        for r, c, rows, columns, text in part.boxes():
            corner = table.cell(r, c)
            if rows * columns > 1:
                corner = corner.merge(table.cell(r + rows - 1, c + columns - 1))
            corner.text = text
    stream = io.BytesIO()
    document.save(stream)
    return _steady(stream.getvalue())


def workbook(sheets: dict[str, Sequence[Part]]) -> bytes:
    """A workbook: on each worksheet these lines and tables one under the other."""
    book = Workbook()
    book.remove(book.active)
    for name, parts in sheets.items():
        sheet, row = book.create_sheet(name), 1
        for part in parts:
            drawn = part if isinstance(part, Drawn) else Drawn(part)
            for r, c, rows, columns, text in drawn.boxes():
                if text:
                    sheet.cell(row + r, c + 1, text).data_type = "s"  # “=100%” is no formula
                if rows * columns > 1:
                    sheet.merge_cells(None, row + r, c + 1, row + r + rows - 1, c + columns)
            row += len(drawn.cells())
    stream = io.BytesIO()
    book.save(stream)
    return _steady(stream.getvalue())


def page(parts: Sequence[Part], title: str = "信息公开") -> bytes:
    """A web page of these paragraphs and tables."""
    body = "\n".join(f"<p>{part}</p>" if isinstance(part, str) else _html(part) for part in parts)
    return f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body>\n{body}\n</body></html>\n".encode()


def _html(drawn: Drawn) -> str:
    lines: dict[int, list[str]] = {r: [] for r in range(len(drawn.cells()))}
    for r, _c, rows, columns, text in drawn.boxes():
        spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
        safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
        lines[r].append(f"<td{spans}>{safe}</td>")
    rows_ = "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in lines.values())
    return f'<table border="1">\n{rows_}\n</table>'


def _steady(package: bytes) -> bytes:
    """The same package with the same bytes whenever it is made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as made, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as steady:
        for name in made.namelist():
            content = made.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-01-01T00:00:00Z", content)
            steady.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
