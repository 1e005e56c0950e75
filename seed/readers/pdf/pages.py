"""What stands on a page, in the order in which it is read: lines of text, and ruled tables with the text of their cells."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from seed.readers.pdf.characters import is_unreadable
from seed.readers.pdf.drawing import Drawing, Glyph
from seed.readers.pdf.lines import Line, lines_of
from seed.readers.pdf.ruling import Ruled, ruled
from seed.readers.pdf.unruled import unruled

_APART = 2.0  # sizes; text that stands further apart outside of tables is two texts
_BETWEEN = 0.25  # sizes; that much printers put between Chinese and Latin characters
_PADDING = 6.0  # points; cells keep no more between their borders and their text
_OVER = 0.25  # of a glyph's height
_FRAME = 0.5  # of the page
_WORD = re.compile(r"[!-~]+")


class Box(Struct, frozen=True):
    """A cell of a table on a page: its lines, and how its text fills it."""

    row: int
    column: int
    rows: int
    columns: int
    width: float
    lines: tuple[Line, ...] = ()
    over: bool = False  # text reaches over its border above or below, into another cell

    @property
    def text(self) -> str:
        """Its lines; a word or number that is as wide as the cell and goes on in the next line is one word."""
        text = ""
        before: Line | None = None
        for line in self.lines:
            text += line.text if before is None or self._is_one_word(before, line) else f"\n{line.text}"
            before = line
        return text

    def _is_one_word(self, above: Line, below: Line) -> bool:
        word = _WORD.fullmatch(above.text) and above.text[-1].isalnum() and below.text[0].isascii() and below.text[0].isalnum()
        return bool(word) and self.width - above.width < 2 * _PADDING + above.size

    def is_full_before(self, following: "Box") -> bool:
        """Whether what follows would not have fitted into the last line."""
        if not self.lines or not following.lines:
            return False
        last, first = self.lines[-1], following.lines[0]
        return last.width + first.first + _BETWEEN * last.size > self.width - 2 * _PADDING


class Sheet(Struct, frozen=True):
    """A table on a page: where its lines stand, and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]
    torn: tuple[int, ...] = ()
    open_top: bool = False
    open_bottom: bool = False
    cut: bool = False  # a text is cut off by the border of its cell

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.ys) - 1


class Page(Struct, frozen=True):
    """A page as it is read."""

    number: int
    width: float
    height: float
    items: tuple[Line | Sheet, ...]  # from the top down
    characters: int
    unreadable: int  # of them: those of which the file does not say what they are
    pictured: float  # the share of the page that pictures cover
    unseen: Mapping[str, int]
    fields: int
    unruled: int  # lines of tables without upright lines, which are not among the items


def row_of(sheet: Sheet, r: int) -> list[Box]:
    """The cells that begin in that row, from the left."""
    return sorted((box for box in sheet.boxes if box.row == r), key=lambda box: box.column)


def page_of(drawing: Drawing) -> Page:
    """What stands on the page."""
    found = ruled(drawing.strokes)
    tables = [table for table in found if len(table.cells) > 1 or not _is_frame(table, found, drawing)]
    framed, loose = _sorted_into(drawing.glyphs, tables)
    sheets = [_sheet(table, glyphs) for table, glyphs in framed]
    lines = lines_of(loose, apart=_APART)
    left_out = unruled(lines)
    kept = [line for line in lines if line not in left_out]
    items: list[Line | Sheet] = [*sheets, *kept]
    return Page(
        drawing.number,
        drawing.width,
        drawing.height,
        items=tuple(sorted(items, key=_height)),
        characters=len(drawing.glyphs),
        unreadable=sum(map(is_unreadable, (glyph.text for glyph in drawing.glyphs))),
        pictured=drawing.pictured,
        unseen=drawing.unseen,
        fields=drawing.fields,
        unruled=len(left_out),
    )


def _is_frame(single: Ruled, tables: Sequence[Ruled], drawing: Drawing) -> bool:
    """Whether the single cell is a frame around tables, or around the page."""
    inside = (single.cell_at(table.xs[0], table.ys[0]) is not None for table in tables if table is not single)
    return single.area > _FRAME * drawing.width * drawing.height or any(inside)


def _height(item: Line | Sheet) -> tuple[float, float]:
    return (item.ys[0], item.xs[0]) if isinstance(item, Sheet) else (item.top, item.x0)


def _sorted_into(
    glyphs: Iterable[Glyph], tables: Sequence[Ruled]
) -> tuple[list[tuple[Ruled, dict[int, list[Glyph]]]], list[Glyph]]:
    """The glyphs of each cell of each table, the innermost first, and those that stand in none."""
    framed: list[tuple[Ruled, dict[int, list[Glyph]]]] = [(table, {}) for table in tables]
    inner = sorted(framed, key=lambda one: one[0].area)
    loose: list[Glyph] = []
    for glyph in glyphs:
        for table, cells in inner:
            at = table.cell_at(glyph.x, glyph.y)
            if at is not None:
                cells.setdefault(at, []).append(glyph)
                break
        else:
            loose.append(glyph)
    return framed, loose


def _sheet(table: Ruled, glyphs: dict[int, list[Glyph]]) -> Sheet:
    boxes = []
    for at, cell in enumerate(table.cells):
        inside = glyphs.get(at, ())
        width = table.xs[cell.column + cell.columns] - table.xs[cell.column]
        top, bottom = table.ys[cell.row], table.ys[cell.row + cell.rows]
        over = any(_is_over(glyph, top, bottom) for glyph in inside)
        boxes.append(Box(cell.row, cell.column, cell.rows, cell.columns, width, tuple(lines_of(inside)), over))
    cut = any(glyph.cut for inside in glyphs.values() for glyph in inside)
    return Sheet(table.xs, table.ys, tuple(boxes), table.torn, table.open_top, table.open_bottom, cut)


def _is_over(glyph: Glyph, top: float, bottom: float) -> bool:
    part = _OVER * (glyph.bottom - glyph.top)
    return not glyph.cut and not glyph.text.isspace() and (glyph.top < top - part or glyph.bottom > bottom + part)
