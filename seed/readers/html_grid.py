"""Where the cells of an HTML table stand: the algorithm of the HTML standard for forming a table, then without what is hidden.

https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
"""

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from seed.readers.assembling import Box

_MOST_COLUMNS, _MOST_ROWS = 1000, 65534  # beyond them the standard clips colspan and rowspan
_MOST_SLOTS = 300_000  # cells with their continuations; the longest lists published have some 20 000 rows of a dozen columns
_MOST_DIGITS = 6  # a number of more is beyond either
_NUMBER = re.compile(r"[ \t\n\r\f]*\+?0*([0-9]*)")


class TooManySlots(Exception):
    """The spans of a table's cells claim more room than any real table has."""


class WebCell(Struct):
    """A cell as it was written; `rows` is 0 where it reaches to the end of its group."""

    text: str = ""
    rows: int = 1
    columns: int = 1
    hidden: bool = False


class WebRow(Struct):
    """A row with the cells that begin in it."""

    hidden: bool = False
    cells: list[WebCell] = field(default_factory=list)


class Group(Struct):
    """A row group (thead, tbody, tfoot); cells reach down to its end at most, and a foot stands at the end of the table."""

    foot: bool = False
    hidden: bool = False
    rows: list[WebRow] = field(default_factory=list)


def columns_of(value: str | None) -> int:
    """How many columns an attribute `colspan` means."""
    return min(_number(value) or 1, _MOST_COLUMNS)


def rows_of(value: str | None) -> int:
    """How many rows an attribute `rowspan` means, 0 for all that follow in the group."""
    number = _number(value)
    return 1 if number is None else min(number, _MOST_ROWS)


def _number(value: str | None) -> int | None:
    match = _NUMBER.match(value or "")
    if match is None or not match[0][-1:].isdigit():
        return None
    return int(match[1] or 0) if len(match[1]) < _MOST_DIGITS else _MOST_ROWS


def boxes(groups: Sequence[Group], hidden_columns: Iterable[range] = ()) -> tuple[list[Box], list[str]]:
    """The cells that are seen, on their grid, rows counted without hidden ones; and the texts of those that are hidden.

    Raises `TooManySlots`.
    """
    ordered = [group for group in groups if not group.foot] + [group for group in groups if group.foot]
    rows = [row for group in ordered for row in group.rows]
    before = [0]  # how many rows are seen before each
    for row in rows:
        before.append(before[-1] + (not row.hidden))
    gone = list(hidden_columns)
    found: list[Box] = []
    hidden: list[str] = []
    for box, cell in _placed(ordered):
        seen_rows = before[box.row + box.rows] - before[box.row]
        unseen = cell.hidden or rows[box.row].hidden or _within(box, gone)
        if unseen and cell.text.strip():
            hidden.append(cell.text)
        if seen_rows and not cell.hidden and not _within(box, gone):
            found.append(Box(before[box.row], box.column, "" if unseen else cell.text, seen_rows, box.columns))
    return found, hidden


def _within(box: Box, gone: Sequence[range]) -> bool:
    return any(area.start <= box.column and box.column + box.columns <= area.stop for area in gone)


def _placed(groups: Iterable[Group]) -> Iterator[tuple[Box, WebCell]]:
    first = slots = 0
    for group in groups:
        end = first + len(group.rows)
        growing: list[tuple[int, int, int]] = []  # cells from rows above: first column, column after, row after
        for number, row in enumerate(group.rows, start=first):
            begun = list(_in_row(row, number, end, growing))
            slots += len(growing) + len(begun)
            if slots > _MOST_SLOTS:
                raise TooManySlots
            yield from begun
            reaching = [(b.column, b.column + b.columns, b.row + b.rows) for b, _cell in begun if b.rows > 1]
            growing = [one for one in heapq.merge(growing, reaching) if one[2] > number + 1]
        first = end


def _in_row(row: WebRow, number: int, end: int, growing: Sequence[tuple[int, int, int]]) -> Iterator[tuple[Box, WebCell]]:
    column = passed = 0
    for cell in row.cells:
        while passed < len(growing) and growing[passed][0] <= column:
            column = max(column, growing[passed][1])
            passed += 1
        rows = min(cell.rows or end, end - number)
        yield Box(number, column, cell.text, rows, cell.columns), cell
        column += cell.columns
