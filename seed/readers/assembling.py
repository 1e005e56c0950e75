"""From what a reader finds, in its order, to a `Document`: boxes on a grid become rows of cells, each with its place.

All readers of files with a grid (Word, Excel, web pages, PDF) end here, so that their tables look alike to the layouts:

- a box that reaches over several columns is one cell; a box that reaches down is an empty cell, `continued`, in each further row;
- columns to the right in which nothing stands are left out;
- rows that are captions inside of a table, or of a worksheet, divide it (`seed/readers/dividing.py`).
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from seed.document import Cell, Document, Table
from seed.readers.dividing import divided
from seed.titles import title_of
from store.model import Finding


@dataclass(frozen=True, slots=True)
class Box:
    """A cell on its grid: row and column count from 0, `rows` and `columns` say how far it reaches."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Grid:
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
        for captions, rows in divided(laid_out(part, number), on_sheet=part.sheet is not None):
            paragraphs += captions
            waiting += captions
            if rows:
                tables.append(Table(number, tuple(waiting), rows))
                waiting = []
    title = title_of(name, tables[0].captions if tables else paragraphs)
    return Document(name, hashlib.sha256(content).hexdigest(), title, tuple(tables), tuple(paragraphs), tuple(findings))


def laid_out(grid: Grid, number: int) -> list[tuple[Cell, ...]]:
    """The rows of cells of a grid that is the document's table of that number."""
    width = max((box.column + 1 for box in grid.boxes if box.text.strip()), default=0)
    by_row: defaultdict[int, list[tuple[int, int, str, bool]]] = defaultdict(list)
    for box in grid.boxes:
        if box.column >= width:
            continue
        columns = min(box.columns, width - box.column)
        by_row[box.row].append((box.column, columns, box.text, False))
        for below in range(box.row + 1, box.row + box.rows):
            by_row[below].append((box.column, columns, "", True))
    last = max((row for row, cells in by_row.items() if any(text.strip() for _c, _w, text, _m in cells)), default=-1)
    return [tuple(_cells(grid, number, row, by_row[row])) for row in range(last + 1)]


def _cells(grid: Grid, number: int, row: int, found: Iterable[tuple[int, int, str, bool]]) -> Iterator[Cell]:
    for ordinal, (column, columns, text, continued) in enumerate(sorted(found), start=1):
        place = column + 1 if grid.sheet is not None else ordinal
        yield Cell(text, number, row + 1, place, column + 1, columns, continued, grid.sheet, grid.page)
