"""Long lists that a page's end, a blank row or a row with one name only cuts into several tables: put together again.

The cells keep the places that they have; what stood between the pieces in a row of its own stays a row (units above their projects).
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from seed.document import Cell, Table
from seed.forms.grid import form_starts
from seed.long_lists.heads import Head, Row, head_of
from seed.words.labels import heading_of, plain_of
from seed.words.titles import is_caption


def lists_joined(tables: Iterable[Table]) -> Iterator[Table]:
    """The tables, each further piece of a long list under the piece with its heading."""
    current: Table | None = None
    head: Head | None = None
    for table in tables:
        if current is not None and head is not None and _continues(current, head, table):
            current = replace(current, rows=(*current.rows, *_between(current, table), *table.rows))
            continue
        if current is not None:
            yield current
        current, head = table, head_of(table.rows)
    if current is not None:
        yield current


def _continues(first: Table, head: Head, table: Table) -> bool:
    """Whether the table has the heading of the list again, or none and rows that fit it; what heads a table of its own is none."""
    if _sheet(first) != _sheet(table):
        return False
    own = head_of(table.rows)
    if own is not None:
        return own.texts == head.texts and not _new_captions(first, table)
    if form_starts(table.rows) or (table.number != first.number and _new_captions(first, table)):
        return False
    if sum(heading_of(cell.text) is not None for cell in table.rows[0]) > 1:
        return False
    return all(head.line(row) is not None for row in table.rows) and (table.number == first.number or _as_wide(first, table))


def _sheet(table: Table) -> str | None:
    return table.rows[0][0].sheet if table.rows and table.rows[0] else None


def _as_wide(first: Table, table: Table) -> bool:
    return max(map(_edge, table.rows)) == max(map(_edge, first.rows))


def _edge(row: Row) -> int:
    return max((cell.left + cell.width - 1 if cell.left is not None else len(row) for cell in row), default=0)


def _new_captions(first: Table, table: Table) -> list[Cell]:
    """What stands above the table and did not stand above the list: page numbers and repeated titles say nothing new."""
    known = {plain_of(caption.text) for caption in first.captions}
    return [cell for cell in table.captions if plain_of(cell.text) not in known and any(c.isalpha() for c in _worded(cell))]


def _worded(cell: Cell) -> str:
    plain = plain_of(cell.text)
    return "" if plain.startswith("第") and plain.endswith("页") else plain


def _between(first: Table, table: Table) -> Iterator[Row]:
    """Rows of the sheet that were taken for captions: a unit above its projects; a title that is printed again is none."""
    own = head_of(table.rows) is not None
    for cell in _new_captions(first, table):
        if cell.table == first.number and not own and not (is_caption(cell.text) and cell.width > 1):
            yield (cell,)
