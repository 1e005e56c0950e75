"""The heading of an indicator table: what its columns hold, also where it stands in two rows."""

from collections.abc import Sequence

from seed.document import Cell
from seed.forms.grid import Row
from seed.words.labels import Heading, Label, heading_of

COLUMNS = frozenset(
    {
        *(Label.LEVEL1, Label.LEVEL2, Label.NAME, Label.DETAIL, Label.VALUE),
        *(Label.SIGN, Label.MEASURE, Label.STANDARD, Label.WEIGHT),
    }
)


def is_heading_row(row: Row) -> bool:
    """Whether the row heads an indicator table: name and value, and a level beside them."""
    labels = {label for label, _heading in column_labels(row).values()}
    return labels >= {Label.NAME, Label.VALUE} and bool(labels & {Label.LEVEL1, Label.LEVEL2})


def column_labels(row: Row) -> dict[int, tuple[Label, Heading]]:
    """What the columns (from 0) hold: beside 三级指标 指标内容 explains it, without one it is the name; 备注 explains where nothing else does."""
    found = {c: (heading.label, heading) for c, cell in enumerate(row) if (heading := heading_of(cell.text))}
    labels = {label for label, _heading in found.values()}
    if Label.NAME not in labels:
        found |= {c: (Label.NAME, h) for c, (label, h) in found.items() if h.text == "指标内容"}
    if not any(label is Label.STANDARD for label, _heading in found.values()):
        found |= {c: (Label.STANDARD, h) for c, (label, h) in found.items() if label is Label.REMARK}
    return {c: one for c, one in found.items() if one[0] in COLUMNS}


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
