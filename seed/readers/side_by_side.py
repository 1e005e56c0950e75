"""A worksheet from left to right: forms that stand beside each other must never be mixed up.

The sheet is cut where a column without any text stands between two project names, and where two forms meet without one but no cell
reaches over the line.  What heads the whole sheet, above the first row of all of them or merged across them, belongs to each.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from seed.document import Cell
from seed.forms.grid import is_list_heading
from seed.readers.captions import Row, is_caption_row
from seed.words.labels import Label, heading_of


def blocks_of(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """The rows of each block, from left to right: one block with all of them where nothing stands side by side."""
    names = _project_columns(rows)
    if len(names) < 2:
        yield _lean(rows)
        return
    first = min(r for r, row in enumerate(rows) for cell in row if _is_project(cell))
    bodies = [row for r, row in enumerate(rows) if not _heads_all(rows, r, first)]
    cuts = _cuts(bodies, names)
    edges = [0, *cuts, 1 << 20]
    for left, right in pairwise(edges):
        yield _lean([_part(row, left, right, whole=_heads_all(rows, r, first)) for r, row in enumerate(rows)])


def _is_project(cell: Cell) -> bool:
    heading = heading_of(cell.text) if cell.seen else None
    return heading is not None and heading.label is Label.PROJECT


def _project_columns(rows: Sequence[Row]) -> list[int]:
    """The columns in which 项目名称 stands, without the second one of a list's heading."""
    found: set[int] = set()
    for r, row in enumerate(rows):
        columns = [cell.left or 0 for cell in row if _is_project(cell)]
        found.update(columns[:1] if len(columns) > 1 and is_list_heading(rows, r) and not _repeats(row) else columns)
    return sorted(found)


def _repeats(row: Row) -> bool:
    """Whether two lists share the row: then their labels repeat."""
    labels = [cell.seen for cell in row if cell.seen]
    return len(set(labels)) * 2 <= len(labels)


def _heads_all(rows: Sequence[Row], r: int, first: int) -> bool:
    """Whether the row is one caption above everything."""
    filled = [cell for cell in rows[r] if cell.seen]
    return r < first and len(filled) == 1 and is_caption_row(rows[r], on_sheet=True)


def _cuts(rows: Sequence[Row], names: Sequence[int]) -> list[int]:
    """The columns where a new block begins: right of a blank column, or where no cell reaches over the line."""
    taken: set[int] = set()
    crossed: set[int] = set()
    for row in rows:
        for cell in row:
            left = cell.left or 0
            if cell.text or (cell.continued and cell.width > 1):
                crossed.update(range(left + 1, left + cell.width))
                taken.update(range(left, left + cell.width) if cell.text else ())
    cuts = []
    for before, name in pairwise(names):
        blank = [column for column in range(before + 1, name) if column not in taken]
        at = blank[-1] + 1 if blank else name
        together = any(_beside(row, before, name) for row in rows)
        if at not in crossed and (blank or together):
            cuts.append(at)
    return cuts


def _beside(row: Row, before: int, name: int) -> bool:
    columns = {cell.left for cell in row if _is_project(cell)}
    return before in columns and name in columns


def _part(row: Row, left: int, right: int, *, whole: bool) -> Row:
    if whole:
        return tuple(cell for cell in row if cell.seen)
    return tuple(cell for cell in row if left <= (cell.left or 0) < right)


def _lean(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without the columns in which nothing stands, where they are none that a label waits for a value in."""
    taken: set[int] = set()
    for row in rows:
        for cell in row:
            if cell.text:  # a cell that is not read is blank, but not empty
                taken.update(range(cell.left or 0, (cell.left or 0) + cell.width))
    last = max(taken, default=0)
    waiting = {cell.left for row in rows for cell in _values(row)}
    return tuple(tuple(cell for cell in row if _is_kept(cell, taken, last, waiting)) for row in rows)


def _is_kept(cell: Cell, taken: set[int], last: int, waiting: set[int | None]) -> bool:
    left = cell.left or 0
    return bool(cell.text) or left > last or cell.left in waiting or not taken.isdisjoint(range(left, left + cell.width))


def _values(row: Row) -> Iterator[Cell]:
    """Blank cells between two labels: there somebody left a value out."""
    for before, cell, after in zip(row, row[1:], row[2:], strict=False):
        if not cell.seen and heading_of(before.text) and heading_of(after.text):
            yield cell
