"""A form as a grid: which label stands where, and which cell is its value."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from seed.document import Cell
from seed.long_lists.heads import heads_long_list
from seed.words.amounts import is_blank
from seed.words.labels import Heading, Label, heading_of, inline, plain_of
from store.model import Horizon

Row = tuple[Cell, ...]
AMOUNTS = (Label.TOTAL_ANNUAL, Label.TOTAL, Label.AMOUNT)  # what heads the amounts of a list, the surest first
_YEAR_OR_BLANK = re.compile(r"[\d〇零一二三四五六七八九十年度预算()※.\-—~至x×_oOlI]{1,16}")
_LOOKED_AT = 20  # rows below a heading; that many tell what its columns hold
_GOALS = frozenset({Label.GOAL_ANNUAL, Label.GOAL_MID_TERM})
_MONEY_WORDS = frozenset({Label.FISCAL, Label.OTHER, Label.PART, Label.CARRYOVER, Label.MONEY})
# “项目来源 | 财政资金”: there the word is a value, though it is a label elsewhere.
_ANSWERS: dict[Label, frozenset[Label]] = {
    Label.SOURCE: _MONEY_WORDS,
    Label.ATTRIBUTE: _MONEY_WORDS,
    Label.PROJECT: _MONEY_WORDS,
    Label.PARENT_PROJECT: _MONEY_WORDS,
}


class Entry(Struct, frozen=True):
    """A label and its value: the cell to its right, or below it; the same cell in “实施单位：城关镇财政所”."""

    heading: Heading
    cell: Cell
    value: Cell | None  # None: there is no cell that could be its value
    text: str  # the value as it stands, without the blank space around it
    unclear: Cell | None = None  # where a blank value is followed by a filled cell that belongs to no label

    @property
    def label(self) -> Label:
        """What is asked for."""
        return self.heading.label

    @property
    def words(self) -> str:
        """The label as people know it, for messages."""
        return self.heading.text


class Grid(Struct, frozen=True, dict=True):
    """The rows of one form that are not rows of its indicator table, and the captions above."""

    captions: tuple[Cell, ...]
    rows: tuple[Row, ...]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every label with its value, captions first, then row by row."""
        above = (entry for caption in self.captions if (entry := _inline(caption)))
        inside = (entry for r, row in enumerate(self.rows) for c in range(len(row)) if (entry := self._entry(r, c)))
        return (*above, *inside)

    @cached_property
    def _headings(self) -> dict[tuple[int, int], Heading]:
        places = ((r, c, heading_of(cell.text)) for r, row in enumerate(self.rows) for c, cell in enumerate(row))
        found = {(r, c): heading for r, c, heading in places if heading}
        for (r, c), heading in list(found.items()):
            neighbour = found.get((r, c + 1))
            if neighbour and neighbour.label in _ANSWERS.get(heading.label, ()):
                del found[r, c + 1]
        return found

    def _entry(self, r: int, c: int) -> Entry | None:
        cell, heading = self.rows[r][c], self._headings.get((r, c))
        if heading is None:
            return None if self._is_value(r, c) else _inline(cell)
        value = self._value(r, c)
        if value is None or value.seen or heading.label in (Label.MONEY, Label.GOAL, Label.INDICATORS):
            return Entry(_meant(heading, value), cell, value, value.seen if value else "")
        if (below := self._goal_below(r, c)) is not None:
            return Entry(heading, cell, below, below.seen)
        following = self._after_blank(r, c)
        if following is not None and self._surely_its_own(r, c, following):
            return Entry(_meant(heading, following), cell, following, following.seen)
        return Entry(heading, cell, value, "", following)

    def _value(self, r: int, c: int) -> Cell | None:
        row = self.rows[r]
        if c + 1 < len(row) and (r, c + 1) not in self._headings:
            return row[c + 1]
        under = self._under(r, c)
        return self.rows[r + 1][under] if under is not None and (r + 1, under) not in self._headings else None

    def _under(self, r: int, c: int) -> int | None:
        """The cell below (from 0) that is as wide and begins where this one does."""
        cell, below = self.rows[r][c], self.rows[r + 1] if r + 1 < len(self.rows) else ()
        if cell.left is None:
            # Only rows of as many cells stand column under column.
            return c if len(below) == len(self.rows[r]) else None
        return next((i for i, other in enumerate(below) if (other.left, other.width) == (cell.left, cell.width)), None)

    def _after_blank(self, r: int, c: int) -> Cell | None:
        row = self.rows[r]
        following = next((i for i in range(c + 1, len(row)) if row[i].seen), None)
        if following is None or (r, following) in self._headings or following == c + 1:
            return None
        return row[following]

    def _goal_below(self, r: int, c: int) -> Cell | None:
        """The goal below its label, where labels of goals share a row with blank cells and only goals stand in the row below."""
        goals = {i for (row, i), heading in self._headings.items() if row == r and heading.label in _GOALS}
        filled = [i for i in range(len(self.rows[r])) if self.rows[r][i].seen and (r, i) not in self._headings]
        if c not in goals or len(goals) < 2 or filled or r + 1 >= len(self.rows):
            return None
        under = {i: below for i in goals if (below := self._under(r, i)) is not None}
        others = [
            i for i, cell in enumerate(self.rows[r + 1]) if cell.seen and (i not in under.values() or self._is_label(r + 1, i))
        ]
        return self.rows[r + 1][under[c]] if c in under and not others else None

    def _surely_its_own(self, r: int, c: int, following: Cell) -> bool:
        """Whether cells that nobody merged part a label from its value: one text up to the next label, and no column of others.

        Above it stand only values of labels, and labels with their value beside them: no heading of a column.
        """
        row = self.rows[r]
        at = row.index(following)
        rest = [i for i in range(at + 1, len(row)) if row[i].seen]
        if following.left is None or any(cell.continued for cell in row[c + 1 : at]):
            return False
        if rest and not self._is_label(r, rest[0]):
            return False
        return all(self._beside_its_label(above, following.left) for above in range(r))

    def _is_label(self, r: int, c: int) -> bool:
        return (r, c) in self._headings or inline(self.rows[r][c].text) is not None

    def _beside_its_label(self, r: int, left: int) -> bool:
        row = self.rows[r]
        at = next((i for i, cell in enumerate(row) if cell.left is not None and cell.left <= left < cell.left + cell.width), None)
        if at is None or not row[at].seen:
            return True
        if (r, at) in self._headings:
            return any(row[i].seen and (r, i) not in self._headings for i in range(at + 1, len(row))[:1])
        if inline(row[at].text):
            return True
        before = next((i for i in range(at - 1, -1, -1) if row[i].seen), None)
        return before is not None and (r, before) in self._headings

    def _is_value(self, r: int, c: int) -> bool:
        """Whether the label on the left has this cell for its value."""
        return c > 0 and (r, c - 1) in self._headings

    @cached_property
    def _by_label(self) -> dict[Label, list[tuple[int, Entry]]]:
        found: dict[Label, list[tuple[int, Entry]]] = {}
        for place, entry in enumerate(self.entries):
            found.setdefault(entry.label, []).append((place, entry))
        return found

    def of(self, *labels: Label) -> list[Entry]:
        """The entries of these labels, in the form's order."""
        placed = [one for label in dict.fromkeys(labels) for one in self._by_label.get(label, ())]
        return [entry for _place, entry in sorted(placed, key=lambda one: one[0])]

    def surest(self, label: Label) -> Entry | None:
        """The entry of that label that counts: a filled one before a blank one, then by how sure its spelling is."""
        return min(self.of(label), key=lambda entry: (not entry.text, entry.heading.rank), default=None)

    def unread(self, also: Collection[Cell] = ()) -> Iterator[Cell]:
        """Filled cells that are neither label nor value, nor in `also`: nothing is lost in silence."""
        used = {entry.cell for entry in self.entries} | {entry.value for entry in self.entries} | set(also)
        return (cell for row in self.rows for cell in row if cell.seen and cell not in used)


def _inline(cell: Cell) -> Entry | None:
    found = inline(cell.text)
    return Entry(found[0], cell, cell, found[1]) if found else None


def _meant(heading: Heading, value: Cell | None) -> Heading:
    """年度 is the first line of 年度目标 where its value is no year: web pages lose the lines below the first."""
    if heading.label is not Label.YEAR or heading.text != "年度" or value is None or is_blank(value.text):
        return heading
    if _YEAR_OR_BLANK.fullmatch(plain_of(value.text)):
        return heading
    return replace(heading, label=Label.GOAL_ANNUAL, horizon=Horizon.ANNUAL)


def form_starts(rows: Sequence[Row]) -> list[int]:
    """The rows (from 0) that give a project's name beside its label: where forms begin."""
    named = (r for r, row in enumerate(rows) if _names_project(row))
    return [r for r in named if not is_list_heading(rows, r) and not heads_long_list(rows, r)]


def _names_project(row: Row) -> bool:
    headings = [heading_of(cell.text) for cell in row]
    beside = [*headings[1:], None][: len(row) - 1]
    pairs = zip(headings, beside, strict=False)
    named = any(h and h.label is Label.PROJECT and (b is None or b.label in _ANSWERS[Label.PROJECT]) for h, b in pairs)
    return named or any((found := inline(cell.text)) is not None and found[0].label is Label.PROJECT for cell in row)


def is_list_heading(rows: Sequence[Row], r: int) -> bool:
    """Whether the row heads a list: names of projects and amounts, which stand below their headings and not beside them."""
    row = rows[r]
    labels = {c: heading.label for c, cell in enumerate(row) if (heading := heading_of(cell.text))}
    amounts = [c for c, label in labels.items() if label in AMOUNTS]
    if Label.PROJECT not in labels.values() or not amounts:
        return False
    beside = [cell.text for c in amounts for cell in row[c + 1 : c + 2]]
    below = [other for other in rows[r + 1 : r + 1 + _LOOKED_AT] if len(other) == len(row)]
    return not any(map(_has_digits, beside)) and (not below or any(_has_digits(o[c].text) for o in below for c in amounts))


def _has_digits(text: str) -> bool:
    return any(character.isdigit() for character in text)


def without_lists(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows without those of lists among them, and those of lists: a list runs on as long as its rows keep their width."""
    kept: list[Row] = []
    of_lists: list[Row] = []
    width: int | None = None
    for r, row in enumerate(rows):
        width = len(row) if is_list_heading(rows, r) else width if len(row) == width else None
        (kept if width is None else of_lists).append(row)
    return tuple(kept), tuple(of_lists)
