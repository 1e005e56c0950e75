"""What a page break does to a table: whether it cuts a row in two, and which cells are one that reaches over it.

A row was cut where texts go on below while the cells beside them stay empty.  A merged cell goes on as an empty one over several
rows; both halves of a label that everybody knows (“绩效” and “指标”) are that label.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec.structs import replace

from seed.readers.pdf.lines import Line
from seed.readers.pdf.pages import Box, Sheet, row_of
from seed.words.labels import Label, heading_of, plain_of
from seed.words.levels import is_class_name, level1_of

_ITEM = re.compile(r"指标\s*\d|[…⋯.。·]+\s*$|-+$")  # what begins anew: the next indicator, a placeholder
_UNFINISHED = re.compile(r"[：:，,、（(“《—-]$")
_ENDS = ("指标", "目标")  # labels themselves, and the ends of many
_LONGEST_CLASS = 12  # characters
_GOALS = frozenset({Label.GOAL, Label.GOAL_ANNUAL, Label.GOAL_MID_TERM})


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
    if _is_label(one + other) and (plain_of(other) in _ENDS or not (heading_of(other) or is_class_name(other))):
        return _Tie.KNOWN
    if heading_of(other) or is_class_name(other):
        return _Tie.APART
    flows = above.is_full_before(below) or bool(_UNFINISHED.search(one))
    return _Tie.FLOWS if flows else _Tie.APART


def _is_label(text: str) -> bool:
    """Whether it is the name of a field or of a class of indicators."""
    plain = plain_of(text)
    named = plain.endswith("指标") and len(plain) <= _LONGEST_CLASS and level1_of(plain) is not None
    return named or heading_of(plain) is not None or is_class_name(plain)


class Break:
    """The last row above a page break and the first below."""

    def __init__(self, above: Sheet, below: Sheet) -> None:
        self.above = above
        last = sorted((box for box in above.boxes if box.row + box.rows == above.rows), key=lambda box: box.column)
        first = row_of(below, 0)
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
            # Where the first cell is filled too, full lines beside one another may be chance.
            return _Tie.KNOWN in filled or self._stays() > 0 or (self._flows() > 1 and self.ties[0] is not _Tie.FLOWS)
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
                yield replace(box, rows=box.rows + below.rows - cut, lines=_lines(box, below), over=box.over or below.over)
            else:
                yield box
        taken = set(partners.values())
        yield from (replace(box, row=box.row + rows) for i, box in enumerate(self.first) if i not in taken)

    def _merged(self) -> dict[int, int]:
        """Cells that stand exactly above one another and are one that reaches over the break, though it cuts no row."""
        places = {(box.column, box.columns): i for i, box in enumerate(self.first)}
        meeting = {i: places[box.column, box.columns] for i, box in enumerate(self.last) if (box.column, box.columns) in places}
        merged: dict[int, int] = {}
        for i, at in meeting.items():
            leading = i > 0 and all(before in merged for before in range(i))
            if _is_merged(self.last[i], self.first[at], leading=leading):
                merged[i] = at
        for group in _by_reach(meeting, self.last, self.first):
            if self._are_merged([(self.last[i], self.first[at]) for i, at in group.items()]):
                merged |= group
        return merged

    def _are_merged(self, pairs: Sequence[tuple[Box, Box]]) -> bool:
        """Whether merged cells beside one another, those of one project in a list, all go on below the break."""
        ties = [_Tie.STAYS if one.text == other.text != "" else _tie(one, other) for one, other in pairs]
        if all(tie in (_Tie.NEW, _Tie.EMPTY) for tie in ties):  # the text, in the middle of the whole, stands in the second half
            merging = {box.column for box in self.above.boxes if box.rows > 1}
            return ties.count(_Tie.NEW) > 1 and all(one.column in merging for one, _other in pairs)
        return ties.count(_Tie.STAYS) > 1 and not {_Tie.NEW, _Tie.APART} & set(ties)


def _by_reach(meeting: dict[int, int], last: Sequence[Box], first: Sequence[Box]) -> list[dict[int, int]]:
    """The pairs of cells at the break of which one is merged, those together that reach equally far."""
    groups: defaultdict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    for i, at in meeting.items():
        groups[last[i].rows, first[at].rows][i] = at
    return [group for reach, group in groups.items() if max(reach) > 1]


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
    return above.lines if above.text == below.text else (*above.lines, *below.lines)
