"""Tables of a web page while they are read: groups, rows and cells as the HTML standard opens and closes them.

A table that only arranges other tables (版面表格) is none to the eye: what stands in its cells comes out piece by piece.  The same
holds for a table of one column, and for one in which everything is a link.
"""

from collections.abc import Sequence

from lxml import etree
from msgspec import Struct, field

from seed.readers.assembling import Grid
from seed.readers.html_grid import Group, WebCell, WebRow, boxes, columns_of, rows_of
from seed.readers.html_styles import measure_is_zero
from seed.readers.html_text import Line, Lines, settled
from seed.words.labels import Label, heading_of

Seen = Line | Grid

# Words that stand in the information box of any page tell nothing about a table.
_ANYWHERE = frozenset({Label.REMARK, Label.IGNORED, Label.ORDINAL, Label.YEAR, Label.MONEY_UNIT, Label.UNIT})
_FEW = 2  # labels; a table with so many of its own is more than an arrangement of others


class Flow(Struct):
    """What stands one below the other: in the page, or in a cell."""

    lines: Lines = field(default_factory=Lines)
    seen: list[Seen] = field(default_factory=list)
    pictured: bool = False

    def end_line(self) -> None:
        """The line ends here."""
        self.lines.end()
        self.seen += self.lines.done
        self.lines.done.clear()


class Ended(Struct, frozen=True):
    """What is seen of a table, the texts that are hidden in it, and how many of its cells hold only a picture."""

    seen: Sequence[Seen]
    hidden: Sequence[str]
    pictures: int = 0


class _Cell(Flow, Struct):
    element: etree._Element | None = None
    hidden: bool = False
    placed: WebCell = field(default_factory=WebCell)


class OpenTable(Struct):
    """A table that has not ended; `flow` is where its text goes: into the open cell, else above the table, as in browsers."""

    _above: Flow = field(default_factory=Flow)
    _groups: list[Group] = field(default_factory=list)
    _cells: list[_Cell] = field(default_factory=list)
    _cell: _Cell | None = None
    _group_open: bool = False
    _row_open: bool = False
    _columns: int = 0
    _hidden_columns: list[range] = field(default_factory=list)

    @property
    def flow(self) -> Flow:
        """Where text goes now."""
        return self._cell or self._above

    @property
    def in_cell(self) -> bool:
        """Whether a cell is open."""
        return self._cell is not None

    def begin(self, element: etree._Element, *, hidden: bool) -> None:
        """A group, row or cell begins, and ends what was open of its kind."""
        self._end_cell()
        if element.tag in ("td", "th"):
            self._begin_cell(element, hidden=hidden)
        elif element.tag == "tr":
            # Excel writes both for a row that is hidden, and other programs the height alone.
            self._begin_row(hidden=hidden or measure_is_zero(element, "height"))
        else:
            self._groups.append(Group(foot=element.tag == "tfoot", hidden=hidden))
            self._group_open, self._row_open = True, False

    def _begin_row(self, *, hidden: bool) -> None:
        if not self._group_open:
            self._groups.append(Group())
        self._group_open = self._row_open = True
        group = self._groups[-1]
        group.rows.append(WebRow(hidden or group.hidden))

    def _begin_cell(self, element: etree._Element, *, hidden: bool) -> None:
        if not self._row_open:
            self._begin_row(hidden=False)
        row = self._groups[-1].rows[-1]
        placed = WebCell("", rows_of(element.get("rowspan")), columns_of(element.get("colspan")), hidden)
        row.cells.append(placed)
        self._cell = _Cell(element=element, hidden=hidden or row.hidden, placed=placed)

    def end(self, element: etree._Element) -> None:
        """The element ends; a cell that another one ended before is left alone."""
        if element.tag in ("td", "th"):
            if self._cell is not None and self._cell.element is element:
                self._end_cell()
            else:
                self.flow.end_line()
            return
        self._end_cell()
        self._row_open = False
        self._group_open = self._group_open and element.tag == "tr"

    def _end_cell(self) -> None:
        self.flow.end_line()
        if self._cell is not None:
            self._cell.placed.text = settled("\n".join(one.text for one in self._cell.seen if isinstance(one, Line)))
            self._cells.append(self._cell)
            self._cell = None

    def column(self, element: etree._Element, *, hidden: bool) -> None:
        """A <col>, or a <colgroup> without any: how many columns, and whether they are hidden."""
        if element.tag == "colgroup" and len(element):
            return
        end = self._columns + columns_of(element.get("span"))
        narrow = measure_is_zero(element, "width") and "mso-width-source" in element.get("style", "")
        if hidden or narrow:
            self._hidden_columns.append(range(self._columns, end))
        self._columns = end

    def come_out(self) -> Ended:
        """What comes out of the table now that it has ended.  Raises `seed.readers.html_grid.TooManySlots`."""
        self._end_cell()
        found, hidden = boxes(self._groups, self._hidden_columns)
        cells = [cell for cell in self._cells if not cell.hidden]
        inner = [one for cell in cells for one in cell.seen if isinstance(one, Grid)]
        grid = Grid(tuple(found))
        if _arranges(grid, cells, inner):
            return Ended([*self._above.seen, *(one for cell in cells for one in cell.seen)], hidden)
        pictures = sum(cell.pictured and not cell.seen for cell in cells)
        return Ended([*self._above.seen, grid, *inner], hidden, pictures)


def _arranges(grid: Grid, cells: Sequence[_Cell], inner: Sequence[Grid]) -> bool:
    """Whether the table only arranges what stands in its cells, and is none to the eye."""
    if all(box.column == 0 for box in grid.boxes):
        return True
    labels = [heading for cell in cells if (heading := heading_of(cell.placed.text)) and heading.label not in _ANYWHERE]
    if inner:
        return len(labels) < _FEW
    lines = [one for cell in cells for one in cell.seen if isinstance(one, Line)]
    return not labels and all(line.linked for line in lines)
