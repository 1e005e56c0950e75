"""The heading of an indicator table where it stands in two rows: cells that reach down, or that have columns of their own below them."""

from collections.abc import Sequence

from seed.document import Cell
from seed.grid import Row
from seed.labels import heading_of


def whole_heading(rows: Sequence[Row], start: int) -> tuple[Row, int]:
    """The heading in one row, and the row (from 0) where the lines below it begin."""
    below = rows[start + 1] if start + 1 < len(rows) else ()
    parted = [over(rows[start], cell) for cell in below if cell.seen and heading_of(cell.text)]
    if len(below) > len(rows[start]) and len(parted) > 1 and all(cell is not None and cell.width > 1 for cell in parted):
        return tuple(cell if cell.seen else over(rows[start], cell) or cell for cell in below), start + 2
    return tuple(_from_above(rows, start, cell) for cell in rows[start]), start + 1


def _from_above(rows: Sequence[Row], r: int, cell: Cell) -> Cell:
    while cell.continued and r > 0 and (above := over(rows[r - 1], cell)):
        cell, r = above, r - 1
    return cell


def over(row: Row, cell: Cell) -> Cell | None:
    """The cell of a row further up that covers the column where the cell begins; None where the grid is not known."""
    left = cell.left
    if left is None:
        return None
    return next((other for other in row if other.left is not None and other.left <= left < other.left + other.width), None)
