"""From a worksheet to its grid: what can be seen of it, merged ranges as one box, blank cells where they stand between others."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from seed.readers.assembling import Box, Grid
from seed.readers.excel.sheets import Area, Sheet


class Laid(Struct, frozen=True):
    """The grid; the texts that merged cells lie over, by their places from 0; and the merges that cross others."""

    grid: Grid
    covered: Mapping[tuple[int, int], str]
    crossing: tuple[Area, ...]


class _Merge(Struct, frozen=True):
    """A merged range as far as it can be seen: its first visible row and column, and its text."""

    area: Area
    row: int
    column: int
    text: str


def laid(sheet: Sheet) -> Laid:
    """What can be seen of the worksheet.

    The texts that merged cells lie over are taken out of it.  Raises `TooManyCells` where what can be seen are too many cells, blank
    ones included.
    """
    rows_of, crossing = _merges(sheet)
    covered = _uncover(sheet, rows_of)
    rows, columns = _filled(sheet, {(merge.area.top, merge.area.left) for merge in rows_of})
    last = max([*rows, *(merge.row for merge in rows_of if merge.text)], default=-1)
    right = max([*columns, *(merge.column for merge in rows_of if merge.text)], default=-1)
    by_row: dict[int, list[_Merge]] = {}
    for merge, its_rows in rows_of.items():
        for row in its_rows if merge.column <= right else ():
            if row <= last:
                by_row.setdefault(row, []).append(merge)
    units = _Units(sheet, columns, [merge for merge in rows_of if merge.column <= right], right)
    all_rows = sorted(rows | by_row.keys())
    own = sum(len(cells) for cells in sheet.rows.values())
    sheet.budget.spend(sheet.name, max(0, len(all_rows) * len(units.starts) - own))  # its own were counted as they were read
    return Laid(Grid(tuple(_boxes(sheet, all_rows, by_row, units)), sheet=sheet.name), covered, tuple(crossing))


def _merges(sheet: Sheet) -> tuple[dict[_Merge, list[int]], list[Area]]:
    """The merges that can be seen and cross no other, with the visible rows that each covers as far as anything stands below."""
    last = max(sheet.rows, default=-1)
    rows_of: dict[_Merge, list[int]] = {}
    crossing: list[Area] = []
    taken: dict[int, list[tuple[int, int]]] = {}  # row → its merged columns, from left to right
    for area in sorted(set(sheet.merged), key=lambda area: (area.top, area.left, -area.bottom, -area.right)):
        column = sheet.hidden_columns.find(0, area.left, area.right + 1)
        rows = [row for row in range(area.top, min(area.bottom, last) + 1) if not sheet.hidden_rows[row]]
        if not rows or column < 0:
            continue
        sheet.budget.spend(sheet.name, len(rows))
        if any(_crosses(taken.get(row, []), area) for row in rows):
            crossing.append(area)
            continue
        for row in rows:
            columns = taken.setdefault(row, [])
            columns.insert(bisect_left(columns, (area.left, area.right)), (area.left, area.right))
        rows_of[_Merge(area, rows[0], column, sheet.rows.get(area.top, {}).get(area.left, ""))] = rows
    return rows_of, crossing


def _crosses(columns: Sequence[tuple[int, int]], area: Area) -> bool:
    at = bisect_left(columns, (area.left, area.right))
    before = at > 0 and columns[at - 1][1] >= area.left
    return before or (at < len(columns) and columns[at][0] <= area.right)


def _uncover(sheet: Sheet, merges: Iterable[_Merge]) -> dict[tuple[int, int], str]:
    """Takes out what stands where a merged cell lies over it: nobody sees it."""
    found: dict[tuple[int, int], str] = {}
    for merge in merges:
        area = merge.area
        few = area.bottom - area.top < len(sheet.rows)
        rows = range(area.top, area.bottom + 1) if few else [row for row in sheet.rows if area.top <= row <= area.bottom]
        for row in rows:
            for column in [c for c in sheet.rows.get(row, ()) if area.left <= c <= area.right]:
                if (row, column) != (area.top, area.left):
                    found[row, column] = sheet.rows[row].pop(column)
    return found


def _filled(sheet: Sheet, origins: Collection[tuple[int, int]]) -> tuple[set[int], set[int]]:
    """The visible rows and columns in which a text stands that belongs to no merge."""
    rows: set[int] = set()
    columns: set[int] = set()
    for row, cells in sheet.rows.items():
        if not sheet.hidden_rows[row]:
            own = [column for column in cells if not sheet.hidden_columns[column] and (row, column) not in origins]
            columns.update(own)
            if own:
                rows.add(row)
    return rows, columns


class _Units:
    """The columns that can be seen, each run of blank ones as one: a stray note in column XFD costs nothing."""

    def __init__(self, sheet: Sheet, filled: Iterable[int], merges: Iterable[_Merge], right: int) -> None:
        edges = {0, right + 1}
        for column in filled:
            edges |= {column, column + 1}
        for merge in merges:
            edges |= {merge.column, min(merge.area.right, right) + 1}
        units = [(sheet.hidden_columns.find(0, start, end), end) for start, end in pairwise(sorted(edges))]
        self.starts = [start for start, _end in units if start >= 0]
        self.ends = [end for start, end in units if start >= 0]
        self.right = right


def _boxes(sheet: Sheet, rows: Iterable[int], by_row: Mapping[int, list[_Merge]], units: _Units) -> Iterator[Box]:
    before = -1
    for row in rows:
        # One blank row stands for all that can be seen between two rows.
        gap = sheet.hidden_rows.find(0, before + 1, row) if before >= 0 else -1
        if gap >= 0:
            yield Box(gap, 0, "")
        before = row
        yield from _row(row, sheet.rows.get(row, {}), by_row.get(row, []), units)


def _row(row: int, texts: Mapping[int, str], merges: Iterable[_Merge], units: _Units) -> Iterator[Box]:
    at = 0
    for merge in sorted(merges, key=lambda merge: merge.column):
        yield from _between(row, texts, units, at, bisect_left(units.starts, merge.column))
        end = min(merge.area.right, units.right) + 1
        continued = row > merge.row
        yield Box(row, merge.column, "" if continued else merge.text, 1, end - merge.column, continued)
        at = bisect_left(units.starts, end)
    yield from _between(row, texts, units, at, len(units.starts))


def _between(row: int, texts: Mapping[int, str], units: _Units, start: int, end: int) -> Iterator[Box]:
    for column, following in zip(units.starts[start:end], units.ends[start:end], strict=True):
        yield Box(row, column, texts.get(column, ""), 1, following - column)
