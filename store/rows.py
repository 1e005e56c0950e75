"""Records ↔ rows: what `store/model/` says and what the tables hold, written and read in few statements."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar

from sqlalchemy import Connection, RowMapping, Select, bindparam, delete, insert, select
from sqlmodel import col

from store.model import Blank, Fact, Funding, Goal, Indicator, PerformanceTarget, Record, Source
from store.searching import delete_words, write_words
from store.tables import stated
from store.text import fold

T = TypeVar("T")
Places = Mapping[int | None, tuple[str | None, int | None]]  # number of a table → its worksheet, the page on which it begins
_NOWHERE: Places = MappingProxyType({})
_CHUNK = 5_000  # SQLite takes 32,766 parameters a statement; and rows that wait to be written take memory

# field of PerformanceTarget → its record and its table; the columns are called like the record's fields
_PARTS: Mapping[str, tuple[type[Record], type[stated.Part]]] = {
    "facts": (Fact, stated.StatementFact),
    "fundings": (Funding, stated.Funding),
    "goals": (Goal, stated.Goal),
    "indicators": (Indicator, stated.Indicator),
    "blanks": (Blank, stated.Blank),
}

PART_TABLES: tuple[type[stated.Part], ...] = tuple(table for _record, table in _PARTS.values())
"""The tables of what hangs on a statement."""

# What `read_targets` needs of a statement: all of its columns, and the title of its document as `document`.
STATEMENT_COLUMNS: tuple[Any, ...] = (
    *stated.Statement.__table__.c,  # type: ignore[attr-defined]  # SQLModel does not declare it
    col(stated.Document.title).label("document"),
)


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in lists that fit one IN (…)."""
    known = list(values)
    return (known[start : start + _CHUNK] for start in range(0, len(known), _CHUNK))


def source_columns(source: Source | None, prefix: str = "") -> dict[str, Any]:
    """A source as the columns `<prefix>table_no` … `<prefix>raw`."""
    return {
        f"{prefix}table_no": source.table if source else None,
        f"{prefix}row_no": source.row if source else None,
        f"{prefix}column_no": source.column if source else None,
        f"{prefix}raw": source.raw if source else None,
    }


def source_of(row: RowMapping, document: str, prefix: str = "", places: Places = _NOWHERE) -> Source:
    """The source that stands in those columns; `places` are the worksheets and pages of the document's tables."""
    table, column = row[f"{prefix}table_no"], row[f"{prefix}column_no"]
    sheet, page = places.get(table, (None, None))
    raw = row[f"{prefix}raw"]
    return Source(document=document, table=table, row=row[f"{prefix}row_no"], column=column, raw=raw, sheet=sheet, page=page)


def write_places(connection: Connection, document: int, sources: Iterable[Source]) -> None:
    """Which worksheet or page each table is, as far as these sources tell."""
    known = {source.table: (source.sheet, source.page) for source in sources if source.table and (source.sheet or source.page)}
    rows = [{"document_id": document, "number": n, "sheet": sheet, "page": page} for n, (sheet, page) in known.items()]
    if rows:
        connection.execute(insert(stated.DocumentTable), rows)


def read_places(connection: Connection, documents: Iterable[int]) -> Mapping[int, Places]:
    """Worksheets and pages of the tables of these documents."""
    table = stated.DocumentTable
    found: defaultdict[int, dict[int | None, tuple[str | None, int | None]]] = defaultdict(dict)
    for ids in chunks(set(documents)):
        for row in connection.execute(select(table).where(col(table.document_id).in_(ids))).mappings():
            found[row["document_id"]][row["number"]] = (row["sheet"], row["page"])
    return found


def sources_of(target: PerformanceTarget) -> Iterator[Source]:
    """Every source of a target."""
    yield from (target.title, target.unit_source, target.year_source)
    yield from (part.source for field in _PARTS for part in getattr(target, field))


def statement_row(target: PerformanceTarget) -> dict[str, Any]:
    """The columns of a statement that come from the target itself."""
    return {
        "year": target.year,
        "project": target.project,
        "unit": target.unit,
        **source_columns(target.title, "title_"),
        **source_columns(target.unit_source, "unit_"),
        **source_columns(target.year_source, "year_"),
    }


def write_parts(connection: Connection, targets: Mapping[int, PerformanceTarget]) -> None:
    """Inserts everything that hangs on the statements with these ids: a statement a table, and thousands of rows at once."""
    for field, (_record, table) in _PARTS.items():
        rows = (
            {"statement_id": statement, "position": position, **_part_row(part)}
            for statement, target in targets.items()
            for position, part in enumerate(getattr(target, field))
        )
        while some := list(islice(rows, _CHUNK)):
            connection.execute(insert(table), some)
    write_words(connection, targets)


def delete_parts(connection: Connection, statements: Sequence[int]) -> None:
    """Deletes everything that hangs on these statements, of which one IN (…) holds all."""
    delete_words(connection, statements)
    for table in PART_TABLES:
        connection.execute(delete(table).where(col(table.statement_id).in_(statements)))


def _part_row(part: Fact | Funding | Goal | Indicator | Blank) -> dict[str, Any]:
    row = {**part.model_dump(exclude={"source"}), **source_columns(part.source)}
    return {**row, "folded": fold(part.text)} if isinstance(part, Fact) else row


class NotRead(Exception):
    """What is asked for was left in the store: the plan did not speak of it."""


class _Unread(tuple[Any, ...]):
    """The parts of a target that were not read.  That there are none of them is not known, and nobody may take it so."""

    __slots__ = ()

    def _refuse(self, *_: object) -> NoReturn:
        raise NotRead("these parts of the target were not read")

    __iter__ = __len__ = __bool__ = __getitem__ = __contains__ = __eq__ = __hash__ = __add__ = _refuse


_UNREAD = _Unread()


def read_targets(
    connection: Connection, statements: Sequence[RowMapping], places: Mapping[int, Places], unread: Collection[str] = ()
) -> dict[int, PerformanceTarget]:
    """The targets of these rows (of `STATEMENT_COLUMNS`) by statement id, as they were stated; `places` of their documents.

    Fields that are `unread` raise `NotRead` when they are looked at.
    """
    of = {row["id"]: (row["document"], places.get(row["document_id"], _NOWHERE)) for row in statements}
    parts = {field: _read_parts(connection, of, *kind) for field, kind in _PARTS.items() if field not in unread}
    return {
        row["id"]: _target(row, of[row["id"]][1], {field: tuple(found[row["id"]]) for field, found in parts.items()}, unread)
        for row in statements
    }


def _read_parts(
    connection: Connection, of: Mapping[int, tuple[str, Places]], record: type[Record], table: type[stated.Part]
) -> defaultdict[int, list[Record]]:
    fields = [name for name in record.model_fields if name != "source"]
    found: defaultdict[int, list[Record]] = defaultdict(list)
    for ids in chunks(of):
        for row in connection.execute(_parts_of(table), {"ids": ids}).mappings():
            document, places = of[row["statement_id"]]
            values = {name: row[name] for name in fields} | {"source": source_of(row, document, places=places)}
            found[row["statement_id"]].append(record.model_validate(values))
    return found


@cache
def _parts_of(table: type[stated.Part]) -> Select[Any]:
    """The query of the parts of the statements `ids`: made once, since making it takes as long as asking."""
    these = col(table.statement_id).in_(bindparam("ids", expanding=True))
    return select(table).where(these).order_by(col(table.statement_id), col(table.position))


def _target(row: RowMapping, places: Places, parts: dict[str, Any], unread: Collection[str]) -> PerformanceTarget:
    target = PerformanceTarget(
        project=row["project"],
        unit=row["unit"],
        year=row["year"],
        title=source_of(row, row["document"], "title_", places),
        unit_source=source_of(row, row["document"], "unit_", places),
        year_source=source_of(row, row["document"], "year_", places),
        **parts,
    )
    return target.model_copy(update=dict.fromkeys(unread, _UNREAD)) if unread else target
