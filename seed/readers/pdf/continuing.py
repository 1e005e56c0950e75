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
from seed.labels import Label, heading_of, plain_of
from seed.levels import is_class_name, level1_of
from seed.readers.assembling import Box as GridBox
from seed.readers.assembling import Grid, laid_out
from seed.readers.pdf.lines import Line
from seed.readers.pdf.pages import Box, Sheet

_NEAR = 4.0  # points
_ITEM = re.compile(r"指标\s*\d|[…⋯.。·]+\s*$|-+$")  # what begins anew: the next indicator, a placeholder
_UNFINISHED = re.compile(r"[：:，,、（(“《—-]$")
_ENDS = ("指标", "目标")  # labels themselves, and the ends of many
_LONGEST_CLASS = 12  # characters
_GOALS = frozenset({Label.GOAL, Label.GOAL_ANNUAL, Label.GOAL_MID_TERM})
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
    if begins_anew(below) or first_text(below) == first_text(above) != "":
        return False
    open_border = above.open_bottom and below.open_top
    return not titled or open_border or not _row(below, 0)[0].text.strip()


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


def begins_anew(sheet: Sheet) -> bool:
    """Whether the first row names a project beside its label, or heads a list of projects."""
    cells = laid_out(Grid(tuple(GridBox(b.row, b.column, b.text, b.rows, b.columns) for b in _row(sheet, 0))), 1)[:1]
    labels = [heading_of(cell.text) for row in cells for cell in row]
    return bool(form_starts(cells)) or any(label is not None and label.label is Label.PROJECT for label in labels)


def first_text(sheet: Sheet) -> str:
    """What stands in the first cell of the first row that is not empty."""
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
    if _is_label(one + other) and (plain_of(other) in _ENDS or not _is_label(other)):
        return _Tie.KNOWN
    flows = above.is_full_before(below) or bool(_UNFINISHED.search(one))
    return _Tie.FLOWS if flows else _Tie.APART


def _is_label(text: str) -> bool:
    """Whether it is the name of a field or of a class of indicators."""
    plain = plain_of(text)
    named = plain.endswith("指标") and len(plain) <= _LONGEST_CLASS and level1_of(plain) is not None
    return named or heading_of(plain) is not None or is_class_name(plain)


class _Break:
    """The last row above a page break and the first below."""

    def __init__(self, above: Sheet, below: Sheet) -> None:
        self.above = above
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
        filled = [tie for tie in self.ties if tie not in (_Tie.EMPTY, _Tie.STAYS)]
        if all(tie in (_Tie.FLOWS, _Tie.KNOWN) for tie in filled):
            return _Tie.KNOWN in filled or self._stays() > 0 or self._flows() > 1
        return self._is_goal_cut() or self._is_filled_on()

    def _stays(self) -> int:
        """How many cells that reach over no other row end above the break."""
        ends = (
            one.rows == other.rows == 1 and tie is _Tie.STAYS for (one, other), tie in zip(self.pairs, self.ties, strict=True)
        )
        return sum(ends)

    def _flows(self) -> int:
        """How many different texts go on below the break."""
        texts = {(one.text, other.text) for (one, other), tie in zip(self.pairs, self.ties, strict=True) if tie is _Tie.FLOWS}
        return len(texts)

    def _is_filled_on(self) -> bool:
        """Whether only a new paragraph of one text stands below, where a row of its own would have a label, or other texts."""
        begun = {below.text for (_above, below), tie in zip(self.pairs, self.ties, strict=True) if tie is _Tie.APART}
        own_label = self.ties[0] is _Tie.STAYS and self.pairs[0][0].rows == self.pairs[0][1].rows == 1
        anew = any(_ITEM.match(text.strip()) or _is_label(text) for text in begun)
        clear = not anew and _Tie.NEW not in self.ties and self.ties[0] is not _Tie.APART
        return clear and len(begun) == 1 and (own_label or self._stays() > 1)

    def _is_goal_cut(self) -> bool:
        """Whether a goal stands above the break and no label below: a goal has one cell, however long it is."""
        headings = {(box.column, box.columns) for box in self.above.boxes if _asks_for_goal(box)}
        goals = [
            i for i, (box, _below) in enumerate(self.pairs) if (box.column, box.columns) in headings and not _asks_for_goal(box)
        ]
        goals += [i + 1 for i, (box, _below) in enumerate(self.pairs[:-1]) if _asks_for_goal(box) and box.rows == 1]
        others = [i for i in range(len(self.pairs)) if i not in goals]
        quiet = all(self.ties[i] in (_Tie.STAYS, _Tie.EMPTY, _Tie.KNOWN) for i in others)
        return bool(goals) and quiet and not any(heading_of(below.text) for _above, below in self.pairs)

    def _simple(self) -> list[_Tie]:
        """The ties of cells that reach over no other row."""
        return [tie for (one, other), tie in zip(self.pairs, self.ties, strict=True) if one.rows == other.rows == 1]

    def is_doubtful(self, *, cut: bool) -> bool:
        """Whether texts seem to go on and yet the row was taken for a new one."""
        filled = [tie for tie in self.ties if tie not in (_Tie.EMPTY, _Tie.STAYS)]
        flows = bool(filled) and all(tie in (_Tie.FLOWS, _Tie.KNOWN) for tie in filled) and _Tie.FLOWS in filled
        return not cut and flows

    def across(self, *, cut: bool) -> Iterator[Box]:
        """The boxes at the break, those of both halves that are one cell joined."""
        rows = self.last[0].row + self.last[0].rows - 1 if cut else self.last[0].row + self.last[0].rows
        partners = {i: i for i in range(len(self.pairs))} if cut else self._merged()
        for i, box in enumerate(self.last):
            if i in partners:
                below = self.first[partners[i]]
                yield replace(box, rows=box.rows + below.rows - cut, lines=_lines(box, below))
            else:
                yield box
        taken = set(partners.values())
        yield from (replace(box, row=box.row + rows) for i, box in enumerate(self.first) if i not in taken)

    def _merged(self) -> dict[int, int]:
        """Cells that stand exactly above one another and are one that reaches over the break, though it cuts no row."""
        places = {(box.column, box.columns): i for i, box in enumerate(self.first)}
        merged: dict[int, int] = {}
        leading = True
        for i, box in enumerate(self.last):
            at = places.get((box.column, box.columns))
            below = self.first[at] if at is not None else None
            if at is not None and below is not None and _is_merged(box, below, leading=leading and i > 0):
                merged[i] = at
            else:
                leading = False
        return merged


def _asks_for_goal(box: Box) -> bool:
    heading = heading_of(box.text)
    return heading is not None and heading.label in _GOALS


def _is_merged(above: Box, below: Box, *, leading: bool) -> bool:
    """Whether two cells at a break that cuts no row are one; `leading` where all to their left are."""
    tie = _tie(above, below)
    tall = above.rows > 1 or below.rows > 1
    both = above.rows > 1 and below.rows > 1
    return tie is _Tie.KNOWN or (tie is _Tie.STAYS and (tall or leading)) or (tie is _Tie.EMPTY and both)


def _lines(above: Box, below: Box) -> tuple[Line, ...]:
    return (*above.lines, *below.lines)
