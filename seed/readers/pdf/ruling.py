"""Ruled tables: from the straight lines of a page to grids of cells.

Lines that touch make one table.  Two neighbouring fields of its grid are one cell where no line parts them.  A table may be open at its
sides, where its lines end without a border: so do those of tables without left and right borders, and rows that a page break cuts.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from seed.readers.pdf.drawing import Stroke

_SNAP = 2.5  # points; lines that near are one line, as double borders are
_GAP = 3.5  # dashes and dots that near are one line
_SHORTEST = 4.0  # what is shorter is no border
_OPEN = 8.0  # that far lines reach over the last border where a table is open
_MOST_TESTS = 4_000_000  # pairs of lines; a page has some thousands

Line = tuple[float, float, float]  # where it stands, from where to where


class Field(Struct, frozen=True):
    """A cell of a ruled table: the row and column where it begins, and how far it reaches."""

    row: int
    column: int
    rows: int
    columns: int


class Ruled(Struct, frozen=True):
    """A ruled table: its lines' places, its cells, and the cell of each field of the grid."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Field, ...]
    owners: tuple[tuple[int, ...], ...]  # row by row
    torn: tuple[int, ...] = ()  # rows in which lines are missing, so that cells are no rectangles
    open_top: bool = False
    open_bottom: bool = False

    def cell_at(self, x: float, y: float) -> int | None:
        """The index of the cell there."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        inside = 0 <= row < len(self.owners) and 0 <= column < len(self.owners[0])
        return self.owners[row][column] if inside else None

    @property
    def area(self) -> float:
        """In square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


def ruled(strokes: Iterable[Stroke]) -> list[Ruled]:
    """The tables that the lines make, single frames included, from the top of the page down."""
    level, upright = _lines(strokes)
    if len(level) * len(upright) > _MOST_TESTS:
        return []
    tables = [_table(*group) for group in _groups(level, upright)]
    return sorted((table for table in tables if table is not None), key=lambda table: (table.ys[0], table.xs[0]))


def _lines(strokes: Iterable[Stroke]) -> tuple[list[Line], list[Line]]:
    level, upright = [], []
    for x0, top, x1, bottom in strokes:
        if x1 - x0 >= bottom - top:
            level.append((top, x0, x1))
        else:
            upright.append((x0, top, bottom))
    return _joined(level), _joined(upright)


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Lines that stand at the same place and touch, as one; their places are evened out."""
    joined: list[Line] = []
    for group in _snapped(sorted(lines)):
        place = sum(line[0] for line in group) / len(group)
        start, end = None, 0.0
        for _place, begins, ends in sorted(group, key=lambda line: line[1]):
            if start is not None and begins - end > _GAP:
                joined.append((place, start, end))
                start = None
            start, end = (begins, ends) if start is None else (start, max(end, ends))
        if start is not None:
            joined.append((place, start, end))
    return [line for line in joined if line[2] - line[1] >= _SHORTEST]


def _snapped(lines: Sequence[Line]) -> Iterable[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and line[0] - group[0][0] > _SNAP:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _groups(level: Sequence[Line], upright: Sequence[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Lines that touch, directly or over others."""
    leaders = list(range(len(level) + len(upright)))
    for i, (y, x0, x1) in enumerate(level):
        for j, (x, top, bottom) in enumerate(upright, start=len(level)):
            if x0 - _GAP <= x <= x1 + _GAP and top - _GAP <= y <= bottom + _GAP:
                leaders[_leader(leaders, i)] = _leader(leaders, j)
    groups: defaultdict[int, tuple[list[Line], list[Line]]] = defaultdict(lambda: ([], []))
    for i in range(len(leaders)):
        upright_one = i >= len(level)
        groups[_leader(leaders, i)][upright_one].append(upright[i - len(level)] if upright_one else level[i])
    return [group for group in groups.values() if group[0] and group[1]]


def _leader(leaders: list[int], i: int) -> int:
    while leaders[i] != i:
        leaders[i] = leaders[leaders[i]]
        i = leaders[i]
    return i


def _table(level: Sequence[Line], upright: Sequence[Line]) -> Ruled | None:
    xs = _places([line[0] for line in upright])
    ys = _places([line[0] for line in level])
    top, bottom = _beyond(upright, ys[0], ys[-1])
    left, right = _beyond(level, xs[0], xs[-1])
    xs = [*([left] if left is not None else []), *xs, *([right] if right is not None else [])]
    ys = [*([top] if top is not None else []), *ys, *([bottom] if bottom is not None else [])]
    if len(xs) < 2 or len(ys) < 2:
        return None
    leaders = list(range((len(xs) - 1) * (len(ys) - 1)))
    _unite(leaders, xs, ys, upright, level)
    cells, owners, torn = _cells(leaders, len(xs) - 1, len(ys) - 1)
    return Ruled(tuple(xs), tuple(ys), cells, owners, torn, top is not None, bottom is not None)


def _beyond(lines: Sequence[Line], first: float, last: float) -> tuple[float | None, float | None]:
    """Where lines end beyond the outermost borders across them, if more than one does."""
    before = sorted(line[1] for line in lines if line[1] < first - _OPEN)
    after = sorted((line[2] for line in lines if line[2] > last + _OPEN), reverse=True)
    return (before[0] if len(before) > 1 else None, after[0] if len(after) > 1 else None)


def _places(places: Iterable[float]) -> list[float]:
    distinct: list[float] = []
    for place in sorted(places):
        if not distinct or place - distinct[-1] > _SNAP:
            distinct.append(place)
    return distinct


def _unite(leaders: list[int], xs: Sequence[float], ys: Sequence[float], upright: Sequence[Line], level: Sequence[Line]) -> None:
    """Makes fields without a line between them one."""
    walls, floors = _by_place(xs, upright), _by_place(ys, level)
    columns = len(xs) - 1
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            here = row * columns + column
            if column + 1 < columns and not _covers(walls[column + 1], (top + bottom) / 2):
                leaders[_leader(leaders, here + 1)] = _leader(leaders, here)
            if row + 2 < len(ys) and not _covers(floors[row + 1], (left + right) / 2):
                leaders[_leader(leaders, here + columns)] = _leader(leaders, here)


def _by_place(places: Sequence[float], lines: Iterable[Line]) -> list[list[Line]]:
    found: list[list[Line]] = [[] for _place in places]
    for line in lines:
        nearest = min(range(len(places)), key=lambda i: abs(places[i] - line[0]))
        found[nearest].append(line)
    return found


def _covers(lines: Iterable[Line], place: float) -> bool:
    return any(start <= place <= end for _place, start, end in lines)


def _cells(leaders: list[int], columns: int, rows: int) -> tuple[tuple[Field, ...], tuple[tuple[int, ...], ...], tuple[int, ...]]:
    members: defaultdict[int, list[int]] = defaultdict(list)
    for field in range(rows * columns):
        members[_leader(leaders, field)].append(field)
    cells: list[Field] = []
    owners = [[0] * columns for _row in range(rows)]
    torn: set[int] = set()
    for fields in members.values():
        whole = _rectangle(fields, columns)
        parts = [fields] if whole.rows * whole.columns == len(fields) else list(_runs(fields, columns))
        torn |= {field // columns for field in fields} if len(parts) > 1 else set()
        for part in parts:
            for field in part:
                owners[field // columns][field % columns] = len(cells)
            cells.append(_rectangle(part, columns))
    return tuple(cells), tuple(map(tuple, owners)), tuple(sorted(torn))


def _rectangle(fields: Sequence[int], columns: int) -> Field:
    rows, cols = [field // columns for field in fields], [field % columns for field in fields]
    return Field(min(rows), min(cols), max(rows) - min(rows) + 1, max(cols) - min(cols) + 1)


def _runs(fields: Sequence[int], columns: int) -> Iterable[list[int]]:
    """Of cells that are no rectangle, the pieces row by row."""
    run: list[int] = []
    for field in sorted(fields):
        if run and (field != run[-1] + 1 or field % columns == 0):
            yield run
            run = []
        run.append(field)
    if run:
        yield run
