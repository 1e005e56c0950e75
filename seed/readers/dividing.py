"""Captions inside of a table: titles, years and units that stand in rows of their own, above each of several forms.

Word and web pages pasted from Excel keep them in the table, and a worksheet is one table from its first row to its last.
"""

from collections.abc import Iterator, Sequence

from seed.document import Cell
from seed.readers.captions import Row, is_caption_row
from seed.readers.side_by_side import blocks_of
from seed.readers.stacked import Piece, stacked
from seed.words.labels import heading_of


def divided(rows: Sequence[Row], *, on_sheet: bool) -> Iterator[Piece]:
    """The captions and the rows below them, piece by piece; captions at the end come with no rows."""
    if not on_sheet:
        yield from _divided(rows)
        return
    for block in blocks_of(rows):
        yield from stacked(block)


def _divided(rows: Sequence[Row]) -> Iterator[Piece]:
    captions: list[Cell] = []
    running: list[Row] = []
    for row in rows:
        filled = [cell for cell in row if cell.seen]
        if not _is_caption(row, filled, inside=bool(running)):
            running.append(row)
            continue
        if running:
            yield tuple(captions), tuple(running)
            captions, running = [], []
        captions += filled
    yield tuple(captions), tuple(running)


def _is_caption(row: Row, filled: Sequence[Cell], *, inside: bool) -> bool:
    if len(filled) == 1 and heading_of(filled[0].text) is not None:
        return False
    return not (inside and len(filled) > 1) and is_caption_row(row, on_sheet=False)
