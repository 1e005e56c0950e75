"""From what a reader finds, in its order, to a `Document`: boxes on a grid become rows of cells, each with its place.

All readers of files with a grid (Word, Excel, web pages, PDF) end here, so that their tables look alike to the layouts:

- a box that reaches over several columns is one cell; a box that reaches down is an empty cell, `continued`, in each further row;
- columns to the right in which nothing stands are left out;
- rows that are captions inside of a table, or of a worksheet, divide it (`seed/readers/dividing.py`).
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from seed.document import Cell, Document, Table
from seed.readers.dividing import divided
from seed.words.titles import title_of
from store.model import Finding


class Box(Struct, frozen=True):
    """A cell on its grid: row and column count from 0, `rows` and `columns` say how far it reaches."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    continued: bool = False  # from above, where the reader says so row by row: some rows of a worksheet are hidden


class Grid(Struct, frozen=True):
    """One table, or one worksheet: its boxes, in any order; blank ones may be left out where the file has none."""

    boxes: Sequence[Box]
    sheet: str | None = None
    page: int | None = None


Part = str | Grid  # a paragraph, or a table


def assembled(name: str, content: bytes, parts: Iterable[Part], findings: Iterable[Finding] = ()) -> Document:
    """The document of these parts; paragraphs that are blank count nowhere."""
    tables: list[Table] = []
    paragraphs: list[Cell] = []
    waiting: list[Cell] = []  # paragraphs since the last table
    number = texts = 0
    for part in parts:
        if isinstance(part, str):
            if part.strip():
                texts += 1
                waiting.append(Cell(part, None, texts, None))
                paragraphs.append(waiting[-1])
            continue
        number += 1
        said: set[Cell] = set()
        for captions, rows in divided(laid_out(part, number), on_sheet=part.sheet is not None):
            paragraphs += [caption for caption in captions if caption not in said]
            said.update(captions)  # forms side by side share their title
            if rows:
                tables.append(Table(number, (*waiting, *captions), rows))
                waiting = []
            elif part.sheet is None or not tables:
                waiting += captions  # what stands under the last table of a worksheet heads no other
    title = title_of(name, tables[0].captions if tables else paragraphs)
    return Document(name, hashlib.sha256(content).hexdigest(), title, tuple(tables), tuple(paragraphs), tuple(findings))


def laid_out(grid: Grid, number: int) -> list[tuple[Cell, ...]]:
    """The rows of cells of a grid that is the document's table of that number; rows without any box are none."""
    filled = [box for box in grid.boxes if _is_filled(grid, box)]
    width = max((box.column + 1 for box in filled), default=0)
    last = max((box.row for box in filled), default=-1)
    by_row: defaultdict[int, list[Box]] = defaultdict(list)
    for box in grid.boxes:
        if box.column < width and box.row <= last:
            by_row[box.row].append(box)
            for below in range(box.row + 1, min(box.row + box.rows, last + 1)):
                by_row[below].append(Box(below, box.column, "", 1, box.columns, continued=True))
    return [tuple(_cells(grid, number, by_row.pop(row), width)) for row in sorted(by_row)]


def _is_filled(grid: Grid, box: Box) -> bool:
    """Whether something stands there; on a worksheet a cell that is not read is blank, and is a cell all the same."""
    return bool(box.text.strip()) or (grid.sheet is not None and box.text != "")


def _cells(grid: Grid, number: int, boxes: Iterable[Box], width: int) -> Iterator[Cell]:
    for ordinal, box in enumerate(sorted(boxes, key=lambda box: box.column), start=1):
        place = box.column + 1 if grid.sheet is not None else ordinal
        columns = min(box.columns, width - box.column)
        yield Cell(box.text, number, box.row + 1, place, box.column + 1, columns, box.continued, grid.sheet, grid.page)
