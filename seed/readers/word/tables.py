"""Tables of a Word document: which box of the grid each cell covers, as the file itself says it.

Walks w:tr and w:tc itself: `w:gridSpan`, `w:hMerge` (of old files) and `w:gridBefore` place a cell in its row, `w:vMerge` joins it to
the cell above; rows and cells may stand inside content controls.  A table in a cell is a table of its own after the outer one; an
outer table that only frames others is none (`Content.is_frame`), and what stands in it is read as if there were no frame.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from seed.readers.assembling import Box
from seed.readers.word.controls import told_around
from seed.readers.word.marks import Kind, Mark
from seed.readers.word.names import TBL, TC, TC_PR, TR, TR_PR, VAL, P, W, count, inside, is_on, said, settings
from seed.readers.word.paragraphs import Paragraph, read_paragraph
from seed.readers.word.styles import Styles

Block: TypeAlias = "Paragraph | etree._Element"  # noqa: SLF001  # a w:tbl that was not read yet; lxml names the type so


_Properties: TypeAlias = "Mapping[str, etree._Element]"  # noqa: SLF001  # the same
_LOWEST = 20  # twentieths of a point
_OF_CELLS = {"cellIns": "插入", "cellDel": "删除", "cellMerge": "合并或拆分"}


class _Cell(Struct, frozen=True):
    row: int
    column: int
    columns: int
    blocks: tuple[Block, ...]
    merge: str | None  # w:vMerge: “restart”, “continue”
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks if isinstance(block, Paragraph))

    @property
    def inner(self) -> tuple[etree._Element, ...]:
        return tuple(block for block in self.blocks if not isinstance(block, Paragraph))


class Content(Struct, frozen=True):
    """What stands in a table: the blocks of its cells in their order, and its boxes with the marks at (row, ordinal of the cell)."""

    blocks: tuple[Block, ...]
    boxes: tuple[Box, ...]
    marks: tuple[tuple[int, int, Mark], ...]
    inner: tuple[etree._Element, ...]
    is_frame: bool


def read_table(table: etree._Element, styles: Styles) -> Content:
    """The content of the w:tbl."""
    rows = [_row(r, row, styles) for r, row in enumerate(inside(table, TR))]
    boxes, marks = _merged(rows)
    cells = [cell for row in rows for cell in row]
    return Content(
        blocks=tuple(block for cell in cells for block in cell.blocks),
        boxes=tuple(boxes),
        marks=tuple(_placed(boxes, marks)),
        inner=tuple(table for cell in cells for table in cell.inner),
        is_frame=_is_frame(rows),
    )


def blocks_in(container: etree._Element, styles: Styles) -> Iterator[Block]:
    """The paragraphs and tables of a cell or a text box, those of text boxes inside after the paragraph that holds them."""
    for element in inside(container, P, TBL):
        if element.tag == TBL:
            yield element
            continue
        paragraph = read_paragraph(element, styles)
        # A text box alone is no blank line besides.
        if paragraph.text or paragraph.marks or not paragraph.frames:
            yield paragraph
        for frame in paragraph.frames:
            yield from blocks_in(frame, styles)


def _row(r: int, row: etree._Element, styles: Styles) -> list[_Cell]:
    properties = settings(row, TR_PR)
    column = count(said(properties, "gridBefore")) or 0
    cells: list[_Cell] = []
    for element in inside(row, TC):
        of_cell = settings(element, TC_PR)
        cell = _cell(r, column, element, of_cell, styles)
        column += cell.columns
        if cells and said(of_cell, "hMerge") in ("", "continue"):
            cells[-1] = _wider(cells[-1], cell)
        else:
            cells.append(cell)
    if cells:
        cells[0] = replace(cells[0], marks=(*_of_row(properties, cells), *cells[0].marks))
    return cells


def _cell(r: int, column: int, element: etree._Element, properties: _Properties, styles: Styles) -> _Cell:
    merge = said(properties, "vMerge")
    told = told_around(element)
    blocks = tuple(blocks_in(element, styles)) if told is None else (Paragraph(told),)
    marks = tuple(mark for block in blocks if isinstance(block, Paragraph) for mark in block.marks)
    cell = _Cell(
        r, column, count(said(properties, "gridSpan")) or 1, blocks, merge or (None if merge is None else "continue"), marks
    )
    done = [word for name, word in _OF_CELLS.items() if name in properties]
    return replace(cell, marks=(*(Mark(Kind.REVISION, f"{word}单元格“{cell.text}”") for word in done), *marks)) if done else cell


def _wider(cell: _Cell, covered: _Cell) -> _Cell:
    return replace(cell, columns=cell.columns + covered.columns, marks=(*cell.marks, *covered.marks, *_covered(covered)))


def _covered(cell: _Cell) -> Iterator[Mark]:
    if cell.text.strip():
        yield Mark(Kind.COVERED, cell.text)


def _of_row(properties: _Properties, cells: list[_Cell]) -> Iterator[Mark]:
    """A whole row that was inserted, deleted or hidden."""
    if properties.keys().isdisjoint(("ins", "del", "hidden", "trHeight")):
        return
    text = " ".join(cell.text for cell in cells if cell.text.strip())
    for name, word in (("ins", "插入"), ("del", "删除")):
        if name in properties:
            yield Mark(Kind.REVISION, f"{word}整行“{text}”")
    if text and (is_on(said(properties, "hidden")) or _is_too_low(properties.get("trHeight"))):
        yield Mark(Kind.HIDDEN, text)


def _is_too_low(height: etree._Element | None) -> bool:
    """Whether a row is exactly so high that nobody sees what stands in it."""
    low = count(height.get(VAL)) if height is not None and height.get(f"{W}hRule") == "exact" else None
    return low is not None and low <= _LOWEST


def _merged(rows: list[list[_Cell]]) -> tuple[list[Box], list[tuple[int, int, Mark]]]:
    """The boxes, and the marks with row and column of the grid, from 0."""
    boxes: list[Box] = []
    marks: list[tuple[int, int, Mark]] = []
    above: dict[tuple[int, int], int] = {}  # (column, columns) → index of the box that the row above has there
    for row in rows:
        running: dict[tuple[int, int], int] = {}
        for cell in row:
            place = cell.column, cell.columns
            own = list(cell.marks)
            # Without such a box above there is nothing to continue: the cell stands alone, with its text.
            if cell.merge == "continue" and place in above:
                at = running[place] = above[place]
                boxes[at] = replace(boxes[at], rows=cell.row - boxes[at].row + 1)
                own += _covered(cell)
            else:
                if cell.merge is not None:
                    running[place] = len(boxes)
                boxes.append(Box(cell.row, cell.column, cell.text, 1, cell.columns))
            marks += [(cell.row, cell.column, mark) for mark in own]
        above = running
    return boxes, marks


def _placed(boxes: list[Box], marks: list[tuple[int, int, Mark]]) -> Iterator[tuple[int, int, Mark]]:
    """The marks at their row, and at the ordinal of the cell in it, both from 1."""
    if not marks:
        return
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for box in boxes:
        for row in range(box.row, box.row + box.rows):
            insort(columns[row], box.column)
    for row, column, mark in marks:
        yield row + 1, bisect_left(columns[row], column) + 1, mark


def _is_frame(rows: list[list[_Cell]]) -> bool:
    """Whether the table only frames others, as tables of web pages do.

    So it is where every row has one filled cell, or several that all hold a table: side by side.  A label beside an inner table
    makes a form of the outer one.
    """
    if not any(cell.inner for row in rows for cell in row):
        return False
    filled = [[cell for cell in row if cell.inner or cell.text.strip()] for row in rows]
    return all(len(row) < 2 or all(cell.inner for cell in row) for row in filled)
