"""Captions inside of a table: titles, years and units that stand in rows of their own, above each of several forms.

Word and web pages pasted from Excel keep them in the table, and a worksheet is one table from its first row to its last.
"""

from collections.abc import Iterator, Sequence

from seed.document import Cell
from seed.labels import Label, heading_of, inline
from seed.titles import is_caption

Row = tuple[Cell, ...]
# What stands above a table and belongs to all of it: “编制单位：…”, “单位：万元”, “填报日期：…”.
_ABOVE = frozenset({Label.UNIT, Label.DEPARTMENT, Label.YEAR, Label.MONEY_UNIT, Label.IGNORED, Label.REMARK})


def divided(rows: Sequence[Row], *, on_sheet: bool) -> Iterator[tuple[tuple[Cell, ...], tuple[Row, ...]]]:
    """The captions and the rows below them, piece by piece; captions at the end come with no rows.

    On a worksheet a row in which nothing stands ends a piece too.
    """
    captions: list[Cell] = []
    running: list[Row] = []
    for row in rows:
        filled = [cell for cell in row if cell.seen]
        blank = on_sheet and not filled and not any(cell.continued for cell in row)
        caption = _is_caption(row, filled, inside=bool(running), on_sheet=on_sheet)
        if (blank or caption) and running:
            yield tuple(captions), tuple(running)
            captions, running = [], []
        if caption:
            captions += filled
        elif not blank:
            running.append(row)
    yield tuple(captions), tuple(running)


def _is_caption(row: Row, filled: Sequence[Cell], *, inside: bool, on_sheet: bool) -> bool:
    """Whether the row is no row of a table: one text across all columns, or what the dictionary knows to stand above."""
    if not filled or any(cell.continued for cell in row):
        return False
    if len(filled) > 1:
        return not inside and all(_stands_above(cell) for cell in filled)
    (cell,) = filled
    if heading_of(cell.text) is not None:
        return False
    alone = len(row) == 1 or (on_sheet and cell is row[0])
    return alone or is_caption(cell.text) or _stands_above(cell)


def _stands_above(cell: Cell) -> bool:
    said = inline(cell.text)
    return is_caption(cell.text) if said is None else said[0].label in _ABOVE
