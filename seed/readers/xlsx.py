"""Excel workbooks (.xlsx): each worksheet one table, cells as they are displayed, merged ranges as one cell."""

import io
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from seed.document import Document
from seed.readers.assembling import Box, Grid, assembled
from seed.readers.kinds import kind_of


def knows(content: bytes) -> bool:
    """Whether the content is a workbook, by the parts of its package."""
    return kind_of(content) == " Excel 文件（.xlsx）"


def read(name: str, content: bytes) -> Document:
    """The document in the workbook."""
    book = load_workbook(io.BytesIO(content), data_only=True)
    return assembled(name, content, [Grid(tuple(_boxes(sheet)), sheet=sheet.title) for sheet in book.worksheets])


def _boxes(sheet: Worksheet) -> Iterator[Box]:
    covered: set[tuple[int, int]] = set()
    spans = {}
    for area in sheet.merged_cells.ranges:
        spans[area.min_row, area.min_col] = (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        covered |= set(area.cells)
    for row in sheet.iter_rows():
        for cell in row:
            if cell.row is None or cell.column is None:
                continue
            rows, columns = spans.get((cell.row, cell.column), (1, 1))
            if (cell.row, cell.column) in spans or (cell.row, cell.column) not in covered:
                yield Box(cell.row - 1, cell.column - 1, "" if cell.value is None else str(cell.value), rows, columns)
