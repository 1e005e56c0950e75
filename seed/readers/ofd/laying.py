"""From glyphs and lines of a page to paragraphs and tables: a cell is what lines shut in."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from seed.findings import warn
from seed.readers.assembling import Box, Grid, Part
from seed.readers.drawn import drawn_raised
from seed.readers.ofd.drawing import Drawing, Glyph, Stroke
from store.model import Finding

_NEAR = 2.5  # points; lines no further apart are one, and meet what they end before
_SAME_LINE = 0.5  # of the size
_GAP = 0.35  # of the size, between two words; between Chinese characters a whole one
_SMALL = 0.8  # of the size of its line: a raised or lowered mark


class Sheet(Struct, frozen=True):
    """What stands on a page in its order, and what was not certain."""

    parts: tuple[Part, ...]
    doubts: tuple[Finding, ...] = ()


class _Ruled(Struct, frozen=True):
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[tuple[int, int, int, int], ...]  # row, column, row after, column after
    whole: bool  # whether each area is a rectangle

    def holds(self, glyph: Glyph) -> bool:
        return self.xs[0] <= glyph.x <= self.xs[-1] and self.ys[0] <= glyph.y <= self.ys[-1]


def laid(drawing: Drawing) -> Sheet:
    """The page's lines of text and tables from top to bottom."""
    tables = list(_tables(drawing.strokes))
    inside: defaultdict[int, list[Glyph]] = defaultdict(list)
    for glyph in drawing.glyphs:
        inside[next((i for i, table in enumerate(tables) if table.whole and table.holds(glyph)), -1)].append(glyph)
    parts: list[tuple[float, Part]] = list(_lines(inside[-1]))
    place = f"第{drawing.number}页"
    doubts = [
        warn("lines-missing", place, "一张表的格线不完整，看不出单元格，没有当作表读入。请核对原件。")
        for table in tables
        if not table.whole
    ]
    for i, table in enumerate(tables):
        if inside[i]:
            parts.append((table.ys[0], Grid(tuple(_boxes(table, inside[i])), page=drawing.number)))
    return Sheet(tuple(part for _top, part in sorted(parts, key=lambda one: one[0])), tuple(doubts))


def _boxes(table: _Ruled, glyphs: Iterable[Glyph]) -> Iterator[Box]:
    held: defaultdict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        held[bisect_right(table.ys, glyph.y) - 1, bisect_right(table.xs, glyph.x) - 1].append(glyph)
    for row, column, row_after, column_after in table.areas:
        own = [g for r in range(row, row_after) for c in range(column, column_after) for g in held.get((r, c), ())]
        text = "\n".join(line for _top, line in _lines(own))
        yield Box(row, column, text, row_after - row, column_after - column)


def _tables(strokes: Iterable[Stroke]) -> Iterator[_Ruled]:
    strokes = list(strokes)
    upright = [s for s in strokes if s.bottom - s.top > s.x1 - s.x0]
    level = [s for s in strokes if s.bottom - s.top <= s.x1 - s.x0]
    ys = _clustered([s.top for s in level] + [y for s in upright for y in (s.top, s.bottom)])
    run: list[float] = []
    for y, below in pairwise([*ys, float("inf")]):
        run.append(y)
        middle = (y + below) / 2
        if not any(s.top < middle < s.bottom for s in upright):
            if len(run) > 1:
                yield _ruled(run, upright, level)
            run = []


def _ruled(ys: Sequence[float], upright: Iterable[Stroke], level: Iterable[Stroke]) -> _Ruled:
    upright = [s for s in upright if s.bottom > ys[0] + _NEAR and s.top < ys[-1] - _NEAR]
    level = [s for s in level if ys[0] - _NEAR <= s.top <= ys[-1] + _NEAR]
    xs = _clustered([s.x0 for s in upright] + [x for s in level for x in (s.x0, s.x1)])
    rights = {
        (r, x)
        for s in upright
        for x in _index(xs, s.x0)
        for r, (a, b) in enumerate(pairwise(ys))
        if s.top - _NEAR <= a and b <= s.bottom + _NEAR
    }
    bottoms = {
        (y, c)
        for s in level
        for y in _index(ys, s.top)
        for c, (a, b) in enumerate(pairwise(xs))
        if s.x0 - _NEAR <= a and b <= s.x1 + _NEAR
    }
    areas, whole = _areas(len(ys) - 1, len(xs) - 1, rights, bottoms)
    return _Ruled(tuple(xs), tuple(ys), areas, whole)


def _index(places: Sequence[float], place: float) -> list[int]:
    return [i for i, one in enumerate(places) if abs(one - place) <= _NEAR][:1]


def _areas(
    rows: int, columns: int, rights: set[tuple[int, int]], bottoms: set[tuple[int, int]]
) -> tuple[tuple[tuple[int, int, int, int], ...], bool]:
    """Fields of the grid that no line parts are one area."""
    seen: set[tuple[int, int]] = set()
    areas = []
    whole = True
    for row in range(rows):
        for column in range(columns):
            if (row, column) in seen:
                continue
            area, waiting = {(row, column)}, [(row, column)]
            while waiting:
                r, c = waiting.pop()
                open_sides = [
                    ((r, c + 1), (r, c + 1) not in rights and c + 1 < columns),
                    ((r, c - 1), (r, c) not in rights and c > 0),
                    ((r + 1, c), (r + 1, c) not in bottoms and r + 1 < rows),
                    ((r - 1, c), (r, c) not in bottoms and r > 0),
                ]
                fresh = [field for field, is_open in open_sides if is_open and field not in area]
                area |= set(fresh)
                waiting += fresh
            seen |= area
            first_row, last_row = min(r for r, _c in area), max(r for r, _c in area)
            first, last = min(c for _r, c in area), max(c for _r, c in area)
            whole &= len(area) == (last_row - first_row + 1) * (last - first + 1)
            areas.append((first_row, first, last_row + 1, last + 1))
    return tuple(areas), whole


def _clustered(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _lines(glyphs: Iterable[Glyph]) -> Iterator[tuple[float, str]]:
    """Each line of text with its top."""
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: (g.y, g.x)):
        if line and glyph.y - line[0].y > _SAME_LINE * max(line[0].size, glyph.size):
            yield _read(line)
            line = []
        line.append(glyph)
    if line:
        yield _read(line)


def _read(line: list[Glyph]) -> tuple[float, str]:
    line.sort(key=lambda g: g.x0)
    size = max(g.size for g in line)
    bottom = max(g.bottom for g in line if g.size == size)
    text = ""
    for before, glyph in pairwise([line[0], *line]):
        gap = glyph.x0 - before.x1
        wide = _GAP if before.text.isascii() and glyph.text.isascii() else 1.0
        small = glyph.size < _SMALL * size
        raised = glyph.bottom < bottom - 0.15 * size
        text += (" " if gap > wide * size else "") + (drawn_raised(glyph.text, up=raised) if small else glyph.text)
    return min(g.top for g in line), text
