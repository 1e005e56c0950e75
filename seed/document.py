"""What a reader makes of a file: a `Document` of tables whose cells know their place; and `Layout`, the contract."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct, field

from store.model import Evaluation, Finding, ListedProject, PerformanceTarget, Source
from store.places import place_in_words


class Cell(Struct, frozen=True):
    """A cell, or a paragraph outside of tables: its text as it stands, line breaks included, and its place from 1.

    `table` counts what people see as one table, a worksheet being one; `row` and `column` count in it, on a worksheet as the
    sheet itself does, elsewhere the cells of the row.  `left` and `width` are the columns of the grid that the cell covers, where the
    reader knows the grid; then a merged cell `continued` from above is an empty cell in each further row.
    """

    text: str
    table: int | None
    row: int
    column: int | None
    left: int | None = None
    width: int = 1
    continued: bool = False
    sheet: str | None = None  # the worksheet's name
    page: int | None = None  # of a PDF: where the table begins

    @property
    def order(self) -> tuple[int, int, int]:
        """What stands further down or right is larger; paragraphs come before all tables."""
        return self.table or 0, self.row, self.column or 0

    @property
    def seen(self) -> str:
        """The text as the eye sees it: without the blank space around it."""
        return self.text.strip()


class Table(Struct, frozen=True):
    """A table: the paragraphs between it and the table before, and its rows of cells.

    Several may have one `number`: captions inside of a table, or of a worksheet, divide it.
    """

    number: int
    captions: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        for row in self.rows:
            yield from row


class Document(Struct, frozen=True, dict=True):
    """A file as it was read: its name, the hash of its bytes, and what stands in it."""

    file: str
    sha256: str
    title: str  # what replies cite as 《…》: the document's heading, else the file's name
    tables: tuple[Table, ...]
    paragraphs: tuple[Cell, ...] = field(default=())  # all of them, those before tables included
    findings: tuple[Finding, ...] = field(default=())  # what the reader has to say about the file

    def at(self, table: int | None, row: int, column: int | None) -> Cell | None:
        """The cell or paragraph at that place, counted from 1."""
        return self._places.get((table, row, column))

    @cached_property
    def _places(self) -> Mapping[tuple[int | None, int, int | None], Cell]:
        cells = [*self.paragraphs, *(cell for table in self.tables for cell in (*table.captions, *table.cells()))]
        return {(cell.table, cell.row, cell.column): cell for cell in cells}

    def source(self, cell: Cell) -> Source:
        """The cell as the source of a fact."""
        return Source(
            document=self.title,
            table=cell.table,
            row=cell.row,
            column=cell.column,
            raw=cell.seen,
            sheet=cell.sheet,
            page=cell.page,
        )


class Reading(Struct, frozen=True):
    """What a layout read from one table."""

    targets: tuple[PerformanceTarget, ...] = ()
    listed: tuple[ListedProject, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    findings: tuple[Finding, ...] = ()
    prints_totals: bool = False  # whether a sum (合计、小计) is printed among them


class TableKind(StrEnum):
    """What a table is about, told before any layout: see `seed/kinds_of_tables.py`."""

    TARGETS = "targets"  # 绩效目标表 and 清单 of projects, and whatever is none of the others
    EVALUATION = "evaluation"  # 项目支出绩效自评表
    DEPARTMENT = "department"  # 部门整体支出绩效目标表, …自评表
    TRANSFER = "transfer"  # 转移支付区域绩效目标表, …自评表


class Layout(Struct, frozen=True):
    """A layout (版式): whether a table of its kind is laid out so, and what it then states.

    Exactly one layout may claim a table; two claimants are an error that names both.
    """

    name: str
    claims: Callable[[Table], bool]
    read: Callable[[Document, Table], Reading]
    kind: TableKind = TableKind.TARGETS


def place_of(source: Source | Cell) -> str:
    """The place in words: “第2张表第6行第3格”, “工作表“清单”B5”, “第2段”."""
    return place_in_words(source.table, source.row, source.column, sheet=source.sheet, page=source.page)
