"""The heading of a long list: a row of labels, or several rows where wide labels are divided; and the rows below, column by column.

“年度指标值” over “指标性质 | 指标值 | 度量单位” are three columns, each of which keeps the horizon and the unit that stand above it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from seed.document import Cell
from seed.words.labels import Heading, Label, heading_of, horizon_in, one_line, plain_of
from seed.words.levels import level1_name, level1_of
from seed.words.values import is_direction, operator_of

Row = tuple[Cell, ...]
INDICATOR_LABELS = frozenset({Label.LEVEL1, Label.LEVEL2, Label.NAME, Label.VALUE})
_OF_INDICATORS = INDICATOR_LABELS | {Label.SIGN, Label.MEASURE, Label.STANDARD, Label.WEIGHT, Label.REMARK, Label.IGNORED}
_NAMED = frozenset({Label.PROJECT, Label.UNIT_PROJECT})
_FEWEST = 3  # of the indicator columns; a form or a 公开清单 has no such row with a project's name in it
_ROWS_LOOKED_AT = 10  # titles, index numbers and units may stand in rows of their own above the heading
_MOST_LEVELS = 3
_TOTALS = (Label.TOTAL_ANNUAL, Label.TOTAL, Label.AMOUNT, Label.TOTAL_MID_TERM)
_SUMMED = re.compile(r"[(\[]?\d{3,9}[)\]]?[-_.、]|.{0,20}[合总小共]计数?:?$")  # a department with its code, or 合计
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?(?:元|万元|亿元)?")
_FEWEST_NUMBERS = 4
_DIVIDED = frozenset({Label.VALUE, Label.TOTAL, Label.TOTAL_ANNUAL, Label.AMOUNT, Label.MONEY, Label.GOAL})


class Column(Struct, frozen=True):
    """A column: the lowest cell of its heading, and what it asks for; None for a heading that the dictionary lacks."""

    cell: Cell
    heading: Heading | None

    @property
    def words(self) -> str:
        """The heading as it stands, for messages."""
        return one_line(self.cell.text)


class Head(Struct, frozen=True, dict=True):
    """The heading rows `first` to `end` (from 0, `end` excluded) of a table, and the columns under them."""

    first: int
    end: int
    columns: tuple[Column, ...]
    lefts: tuple[int, ...]  # where each column begins; empty where the reader knows no grid
    texts: frozenset[tuple[str, ...]]  # of the heading rows, to know them again after a page break

    def places(self, *labels: Label) -> list[int]:
        """The columns (from 0) of these labels, from left to right."""
        return [p for p, column in enumerate(self.columns) if column.heading and column.heading.label in labels]

    def place(self, label: Label) -> int | None:
        """The column of that label whose spelling is the surest."""
        found = [
            (column.heading.rank, p) for p, column in enumerate(self.columns) if column.heading and column.heading.label is label
        ]
        return min(found)[1] if found else None

    def repeats(self, row: Row) -> bool:
        """Whether the row is a row of the heading again."""
        filled = [cell for cell in row if cell.seen]
        same = [texts for texts in self.texts if len(texts) == len(filled)]
        return any(all(plain_of(cell.text) == text for cell, text in zip(filled, texts, strict=True)) for texts in same)

    def counts_columns(self, row: Row) -> bool:
        """Whether the row only counts the columns: 1, 2, 3 …, or 甲, 1, 2 …."""
        numbers: list[int] = []
        for cell in row:
            text = plain_of(cell.text)
            if re.fullmatch(r"\d{1,2}", text):
                numbers.append(int(text))
            elif text not in ("", "栏次", *"甲乙丙丁"):
                return False
        return len(numbers) >= _FEWEST_NUMBERS and numbers == list(range(numbers[0], numbers[0] + len(numbers)))

    def line(self, row: Row) -> Row | None:
        """The row with one cell for each column, blank ones for those that it leaves out; None where it does not fit."""
        if not self.lefts or any(cell.left is None for cell in row):
            return row if len(row) == len(self.columns) else self._of_short(row)
        if row[0].sheet is None and len(row) < len(self.columns) and self._ends_early(row):
            return self._of_short(row)
        return self._aligned(row)

    def _ends_early(self, row: Row) -> bool:
        """Whether the row stops before the last column: then nobody can tell which cells it leaves out by their places alone."""
        return max((cell.left or 0) + cell.width for cell in row) <= self.lefts[-1]

    def _of_short(self, row: Row) -> Row | None:
        """A row with too few cells, where its words say which columns they are; one that only lacks its end could lack any other cell."""
        return self._shifted(row) or self._sum(row)

    def _sum(self, row: Row) -> Row | None:
        """“820-柳河镇部门 | 8,827,620.53”, “合计 | 12.6”: a name and an amount with nothing between them."""
        filled = [cell for cell in row if cell.seen]
        amounts = self.places(*_TOTALS)
        if (
            len(filled) != 2
            or not amounts
            or not _SUMMED.match(plain_of(filled[0].text))
            or not _AMOUNT.fullmatch(plain_of(filled[1].text))
        ):
            return None
        placed = {0: filled[0], amounts[0]: filled[1]}
        return tuple(placed.get(place) or _blank(row[0], None) for place in range(len(self.columns)))

    def _aligned(self, row: Row) -> Row | None:
        found: dict[int, Cell] = {}
        for cell in row:
            place = bisect_right(self.lefts, cell.left or 0) - 1
            if place < 0 or (place in found and found[place].seen and cell.seen):
                return None
            if place not in found or cell.seen:
                found[place] = cell
        return tuple(found.get(place) or _blank(row[0], left) for place, left in enumerate(self.lefts))

    def _shifted(self, row: Row) -> Row | None:
        """A row without the cells that are merged from above: its words say that its columns are the last ones."""
        missing = len(self.columns) - len(row)
        if not row or missing <= self._last_of_project or any(cell.continued for cell in row):
            return None
        texts = dict(enumerate((cell.seen for cell in row), start=missing))
        checks = [known(texts[p]) for label, known in _KNOWN for p in self.places(label) if texts.get(p)]
        if not checks or not all(checks):
            return None
        return tuple(_blank(row[0], None) for _ in range(missing)) + row

    @cached_property
    def _last_of_project(self) -> int:
        """The last column that says something of the project: a row may leave out all of them, and never some."""
        return max((p for p, c in enumerate(self.columns) if c.heading and c.heading.label not in _OF_INDICATORS), default=-1)


_KNOWN: tuple[tuple[Label, Callable[[str], bool]], ...] = (
    (Label.LEVEL1, lambda text: level1_name(text) is not None),
    (Label.LEVEL2, lambda text: level1_of(text) is not None),
    (Label.SIGN, lambda text: operator_of(text) is not None or is_direction(text)),
)


def _blank(beside: Cell, left: int | None) -> Cell:
    column = left if beside.sheet is not None else beside.column
    return replace(beside, text="", column=column, left=left, width=1, continued=False)


def head_of(rows: Sequence[Row]) -> Head | None:
    """The heading of the long list that the rows are; None where they are none."""
    starts = (first for first in range(min(len(rows), _ROWS_LOOKED_AT)) if _may_head(rows[first : first + _MOST_LEVELS]))
    return next((head for first in starts if _is_long((head := head_at(rows, first)))), None)


def _may_head(rows: Sequence[Row]) -> bool:
    labels = {heading.label for row in rows for cell in row if (heading := heading_of(cell.text))}
    return bool(labels & _NAMED) and len(labels & INDICATOR_LABELS) >= _FEWEST


def _is_long(head: Head) -> bool:
    labels = {column.heading.label for column in head.columns if column.heading}
    return bool(labels & _NAMED) and len(labels & INDICATOR_LABELS) >= _FEWEST


def heads_long_list(rows: Sequence[Row], first: int) -> bool:
    """Whether a long list's heading begins in that row (from 0)."""
    return _may_head(rows[first : first + _MOST_LEVELS]) and _is_long(head_at(rows, first))


def head_at(rows: Sequence[Row], first: int) -> Head:
    """The heading that begins in that row (from 0), whatever its labels are."""
    end = first + 1
    while end < len(rows) and end - first < _MOST_LEVELS and _divides(rows[end - 1], rows[end]):
        end += 1
    block = rows[first:end]
    texts = frozenset(_texts(row) for row in block)
    if any(cell.left is None for row in block for cell in row):
        return Head(first, end, tuple(_without_grid(block)), (), texts)
    lefts = tuple(sorted({cell.left for row in block for cell in row if cell.left is not None}))
    columns = tuple(
        _column([cell for row in block for cell in row if _covers(cell, left) and cell.seen], block, left) for left in lefts
    )
    return Head(first, end, columns, lefts, texts)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(plain_of(cell.text) for cell in row if cell.seen)


def _divides(above: Row, below: Row) -> bool:
    """Whether the lower row divides wide labels of the upper one and says nothing else."""
    filled = [cell for cell in below if cell.seen]
    wide = [cell for cell in above if cell.width > 1 and cell.seen]
    others = [cell for cell in below if not cell.seen]
    if others and len(filled) > 1 and all(cell.continued for cell in others):  # all other labels are merged downwards
        return all(any(_covers(over, cell.left or 0) for over in wide) for cell in filled)
    known = sum(heading_of(cell.text) is not None or horizon_in(plain_of(cell.text)) is not None for cell in filled)
    if len(filled) < 2 or known < 2 or 2 * known < len(filled):
        return False
    if any(cell.left is None for cell in (*above, *below)):
        return len(below) > len(above) and len(below) - len(filled) == len(above) - 1
    return all(any(_covers(over, cell.left or 0) for over in wide) for cell in filled)


def _covers(cell: Cell, left: int) -> bool:
    return cell.left is not None and cell.left <= left < cell.left + cell.width


def _column(chain: Sequence[Cell], block: Sequence[Row], left: int) -> Column:
    """The column under a chain of headings, the highest first."""
    if not chain:
        return Column(next((cell for row in block for cell in row if _covers(cell, left)), block[0][0]), None)
    heading = heading_of(chain[0].text)
    for cell in chain[1:]:
        heading = _under(heading, heading_of(cell.text), cell.text)
    return Column(chain[-1], heading)


def _under(above: Heading | None, own: Heading | None, text: str) -> Heading | None:
    """A label under another one: it takes from it what it does not print itself; “年度” under “指标值” is the year's value."""
    horizon = horizon_in(plain_of(text))
    if above is not None and above.label in _DIVIDED and horizon is not None and (own is None or own.label is Label.YEAR):
        return replace(above, horizon=horizon)
    if own is None or above is None:
        return own
    has_unit = own.unit is not None or own.odd_unit
    return replace(
        own,
        unit=own.unit if has_unit else above.unit,
        odd_unit=own.odd_unit if has_unit else above.odd_unit,
        horizon=own.horizon or above.horizon,
    )


def _without_grid(block: Sequence[Row]) -> Iterable[Column]:
    """The columns where each lower row has blank cells for the undivided labels of the one above it."""
    columns = [Column(cell, heading_of(cell.text)) for cell in block[0]]
    for row in block[1:]:
        first = next(place for place, cell in enumerate(row) if cell.seen)
        over = columns[first]
        divided = [Column(cell, _under(over.heading, heading_of(cell.text), cell.text)) for cell in row if cell.seen]
        columns[first : first + 1] = divided
    return columns
