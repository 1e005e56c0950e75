"""Tables that go on over a page break: whether the second half belongs to the first, and the rows and cells that the break cut.

Printers draw a border at the break as around any row, so the file does not say what belongs together.  What is known instead:
the halves are equally wide, nothing but running lines stands between them, and the second begins no form and no list.  A row was
cut where texts go on while the cells beside them stay empty; a merged cell goes on as an empty one over several rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile

from seed.grid import form_starts
from seed.labels import Label, heading_of
from seed.levels import level1_name, level1_of
from seed.readers.assembling import Box as GridBox
from seed.readers.assembling import Grid, laid_out
from seed.readers.pdf.lines import Line
from seed.readers.pdf.pages import Box, Sheet

_NEAR = 4.0  # points
_ITEM = re.compile(r"指标\s*\d|[…⋯.。·]+\s*$|-+$")  # what begins anew: the next indicator, a placeholder
_UNFINISHED = re.compile(r"[：:，,、（(“《—-]$")
_HEADER_ROWS = 6


@dataclass(frozen=True)
class Run:
    """A table with all that follows of it on further pages."""

    sheet: Sheet
    page: int
    last_page: int
    doubts: tuple[int, ...] = ()  # rows (from 0) at page breaks of which it is not certain that they are rows of their own


def goes_on(above: Sheet, below: Sheet, *, titled: bool) -> bool:
    """Whether `below`, first on its page, is more of `above`, last on the page before; `titled` where a title stands between."""
    if abs(above.xs[0] - below.xs[0]) > _NEAR or abs(above.xs[-1] - below.xs[-1]) > _NEAR:
        return False
    if repeated(above, below):
        return True
    first = _row(below, 0)
    if _begins_anew(below) or _first_text(below) == _first_text(above) != "":
        return False
    open_border = above.open_bottom and below.open_top
    return not titled or open_border or not first[0].text.strip()


def repeated(above: Sheet, below: Sheet) -> int:
    """How many rows at the head of the first half are printed again at the head of the second."""
    same = list(takewhile(lambda r: _texts(above, r) == _texts(below, r), range(min(_HEADER_ROWS, above.rows, below.rows))))
    while same and not _is_header(below, same[-1]):
        same.pop()
    return len(same)


def _texts(sheet: Sheet, r: int) -> list[tuple[int, int, str]]:
    return [(round(sheet.xs[box.column] / _NEAR / 2), box.rows, box.text) for box in _row(sheet, r)]


def _is_header(sheet: Sheet, r: int) -> bool:
    """Whether the row is all headings: those of columns, not a label beside its value."""
    texts = [box.text for box in _row(sheet, r) if box.text.strip()]
    known = sum(heading_of(text) is not None for text in texts)
    return (
        len(texts) > 1
        and known >= len(texts) / 2
        and not any(any(c.isdigit() for c in text) for text in texts if not heading_of(text))
    )


def _begins_anew(sheet: Sheet) -> bool:
    """Whether the first row names a project beside its label, or heads a list of projects."""
    cells = laid_out(Grid(tuple(GridBox(b.row, b.column, b.text, b.rows, b.columns) for b in _row(sheet, 0))), 1)[:1]
    labels = [heading_of(cell.text) for row in cells for cell in row]
    return bool(form_starts(cells)) or any(label is not None and label.label is Label.PROJECT for label in labels)


def _first_text(sheet: Sheet) -> str:
    return next((box.text for box in _row(sheet, 0) if box.text.strip()), "")


def _row(sheet: Sheet, r: int) -> list[Box]:
    return sorted((box for box in sheet.boxes if box.row == r), key=lambda box: box.column)


def joined(run: Run, below: Sheet, page: int) -> Run:
    """The table with its next part, from that page, put below it."""
    above = run.sheet
    below = _without_rows(below, repeated(above, below))
    above, below = _on_common_columns(above, below)
    if not below.boxes:
        return replace(run, sheet=above, last_page=page)
    break_ = _Break(above, below)
    cut = break_.cuts_row()
    rows = above.rows - 1 if cut else above.rows
    boxes = [box for box in above.boxes if box.row + box.rows < above.rows]
    boxes += break_.across(cut=cut)
    boxes += [replace(box, row=box.row + rows) for box in below.boxes if box.row > 0]
    ys = (*above.ys[:-1], *(above.ys[-1] - below.ys[0] + y for y in (below.ys[1:] if cut else below.ys)))
    torn = (*above.torn, *(row + rows for row in below.torn))
    sheet = Sheet(above.xs, ys, tuple(boxes), torn, above.open_top, below.open_bottom, above.cut or below.cut)
    doubts = (*run.doubts, *([rows] if break_.is_doubtful(cut=cut) else []))
    return Run(sheet, run.page, page, doubts)


def _without_rows(sheet: Sheet, rows: int) -> Sheet:
    """The sheet without its first rows."""
    kept = tuple(replace(box, row=box.row - rows) for box in sheet.boxes if box.row >= rows)
    return replace(sheet, ys=sheet.ys[rows:], boxes=kept, torn=tuple(row - rows for row in sheet.torn if row >= rows))


def _on_common_columns(above: Sheet, below: Sheet) -> tuple[Sheet, Sheet]:
    """Both with the borders of both: each half shows only those that one of its rows has."""
    xs: list[float] = []
    for x in sorted((*above.xs, *below.xs)):
        if not xs or x - xs[-1] > _NEAR:
            xs.append(x)
    return _on_columns(above, xs), _on_columns(below, xs)


def _on_columns(sheet: Sheet, xs: Sequence[float]) -> Sheet:
    places = [min(range(len(xs)), key=lambda i: abs(xs[i] - x)) for x in sheet.xs]
    boxes = (
        replace(box, column=places[box.column], columns=places[box.column + box.columns] - places[box.column])
        for box in sheet.boxes
    )
    return replace(sheet, xs=tuple(xs), boxes=tuple(boxes))


class _Tie(Enum):
    """How two cells, one above and one below the break, belong together."""

    EMPTY = "empty"  # nothing in either
    STAYS = "stays"  # a text above, nothing below
    FLOWS = "flows"  # the text goes on
    KNOWN = "known"  # both together are a label that everybody knows
    NEW = "new"  # nothing above, a text below
    APART = "apart"  # two texts


def _tie(above: Box, below: Box) -> _Tie:
    one, other = above.text.strip(), below.text.strip()
    if not one or not other:
        return _Tie.STAYS if one else _Tie.NEW if other else _Tie.EMPTY
    if _ITEM.match(other):
        return _Tie.APART
    if _is_label(one + other) and not _is_label(other):
        return _Tie.KNOWN
    if _is_label(one + other) and heading_of(one + other) is not None and heading_of(one + other) == heading_of(one):
        return _Tie.KNOWN
    flows = above.is_full_before(below) or bool(_UNFINISHED.search(one))
    return _Tie.FLOWS if flows else _Tie.APART


def _is_label(text: str) -> bool:
    return heading_of(text) is not None or level1_name(text) is not None or level1_of(text) is not None


class _Break:
    """The last row above a page break and the first below."""

    def __init__(self, above: Sheet, below: Sheet) -> None:
        self.below = below
        last = sorted((box for box in above.boxes if box.row + box.rows == above.rows), key=lambda box: box.column)
        first = _row(below, 0)
        self.last, self.first = last, first
        self.aligned = [(b.column, b.columns) for b in last] == [(b.column, b.columns) for b in first]
        self.open = above.open_bottom or below.open_top
        self.pairs = list(zip(last, first, strict=True)) if self.aligned else []
        self.ties = [_tie(one, other) for one, other in self.pairs]

    def cuts_row(self) -> bool:
        """Whether the break goes through a row."""
        if not self.aligned:
            return False
        if self.open or not any(box.text.strip() for box in self.first):
            return True
        filled = [tie for tie in self.ties if tie in (_Tie.FLOWS, _Tie.KNOWN, _Tie.APART, _Tie.NEW)]
        if all(tie in (_Tie.FLOWS, _Tie.KNOWN) for tie in filled):
            return _Tie.KNOWN in filled or any(tie is _Tie.STAYS for tie in self._simple())
        # A text that begins a new paragraph below, beside a label that stands above.
        leading, tie = self.pairs[0], self.ties[0]
        own_label = tie is _Tie.STAYS and leading[0].rows == leading[1].rows == 1
        return own_label and len(filled) == 1 and filled[0] is _Tie.APART and not self._begins_item()

    def _simple(self) -> list[_Tie]:
        """The ties of cells that reach over no other row."""
        return [tie for (one, other), tie in zip(self.pairs, self.ties, strict=True) if one.rows == other.rows == 1]

    def _begins_item(self) -> bool:
        return any(_ITEM.match(box.text.strip()) for box in self.first if box.text.strip())

    def is_doubtful(self, *, cut: bool) -> bool:
        """Whether texts seem to go on and yet the row was taken for a new one."""
        filled = [tie for tie in self.ties if tie not in (_Tie.EMPTY, _Tie.STAYS)]
        flows = bool(filled) and all(tie in (_Tie.FLOWS, _Tie.KNOWN) for tie in filled) and _Tie.FLOWS in filled
        return not cut and flows

    def across(self, *, cut: bool) -> Iterator[Box]:
        """The boxes at the break, those of both halves that are one cell joined."""
        rows = self.last[0].row + self.last[0].rows - 1 if cut else self.last[0].row + self.last[0].rows
        if not self.aligned:
            partners = self._merged_where_they_meet()
        else:
            partners = {i: i for i in range(len(self.pairs)) if cut or self._is_merged(i)}
        for i, box in enumerate(self.last):
            if i in partners:
                below = self.first[partners[i]]
                yield replace(box, rows=box.rows + below.rows - cut, lines=_lines(box, below))
            else:
                yield box
        taken = set(partners.values())
        yield from (replace(box, row=box.row + rows) for i, box in enumerate(self.first) if i not in taken)

    def _is_merged(self, i: int) -> bool:
        return _merged(*self.pairs[i])

    def _merged_where_they_meet(self) -> dict[int, int]:
        """Cells that stand exactly above one another and are one merged cell, though the rows beside them differ."""
        places = {(box.column, box.columns): i for i, box in enumerate(self.first)}
        meeting = {i: places[box.column, box.columns] for i, box in enumerate(self.last) if (box.column, box.columns) in places}
        return {i: j for i, j in meeting.items() if _merged(self.last[i], self.first[j])}


def _merged(above: Box, below: Box) -> bool:
    """Whether two cells are one that reaches over the break though it cuts no row."""
    tall = above.rows > 1 or below.rows > 1
    tie = _tie(above, below)
    return tall and (tie in (_Tie.STAYS, _Tie.KNOWN) or (tie is _Tie.EMPTY and above.rows > 1 and below.rows > 1))


def _lines(above: Box, below: Box) -> tuple[Line, ...]:
    return (*above.lines, *below.lines)
