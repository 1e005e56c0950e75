"""Records ↔ rows: what `store/model.py` says and what the tables hold, written and read in few statements."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, insert, select
from sqlmodel import col

from store import tables
from store.model import Blank, Fact, Funding, Goal, Indicator, PerformanceTarget, Record, Source
from store.text import fold

T = TypeVar("T")
_CHUNK = 5_000  # SQLite takes 32,766 parameters a statement

# field of PerformanceTarget → its record and its table; the columns are called like the record's fields
_PARTS: Mapping[str, tuple[type[Record], type[tables.Part]]] = {
    "facts": (Fact, tables.StatementFact),
    "fundings": (Funding, tables.Funding),
    "goals": (Goal, tables.Goal),
    "indicators": (Indicator, tables.Indicator),
    "blanks": (Blank, tables.Blank),
}

# What `read_targets` needs of a statement: all of its columns, and the title of its document as `document`.
STATEMENT_COLUMNS: tuple[Any, ...] = (
    *tables.Statement.__table__.c,  # type: ignore[attr-defined]  # SQLModel does not declare it
    col(tables.Document.title).label("document"),
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


def source_of(row: RowMapping, document: str, prefix: str = "") -> Source:
    """The source that stands in those columns."""
    table, column = row[f"{prefix}table_no"], row[f"{prefix}column_no"]
    return Source(document=document, table=table, row=row[f"{prefix}row_no"], column=column, raw=row[f"{prefix}raw"])


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
    """Inserts everything that hangs on the statements with these ids: one statement a table."""
    for field, (_record, table) in _PARTS.items():
        rows = [
            {"statement_id": statement, "position": position, **_part_row(part)}
            for statement, target in targets.items()
            for position, part in enumerate(getattr(target, field))
        ]
        if rows:
            connection.execute(insert(table), rows)


def _part_row(part: Fact | Funding | Goal | Indicator | Blank) -> dict[str, Any]:
    row = {**part.model_dump(exclude={"source"}), **source_columns(part.source)}
    return {**row, "folded": fold(part.text)} if isinstance(part, Fact) else row


def read_targets(connection: Connection, statements: Sequence[RowMapping]) -> dict[int, PerformanceTarget]:
    """The targets of these rows (of `STATEMENT_COLUMNS`) by statement id, as they were stated."""
    titles = {row["id"]: row["document"] for row in statements}
    parts = {field: _read_parts(connection, titles, *kind) for field, kind in _PARTS.items()}
    return {row["id"]: _target(row, {field: tuple(found[row["id"]]) for field, found in parts.items()}) for row in statements}


def _read_parts(
    connection: Connection, titles: Mapping[int, str], record: type[Record], table: type[tables.Part]
) -> defaultdict[int, list[Record]]:
    fields = [name for name in record.model_fields if name != "source"]
    found: defaultdict[int, list[Record]] = defaultdict(list)
    for ids in chunks(titles):
        query = select(table).where(col(table.statement_id).in_(ids)).order_by(col(table.statement_id), col(table.position))
        for row in connection.execute(query).mappings():
            values = {name: row[name] for name in fields} | {"source": source_of(row, titles[row["statement_id"]])}
            found[row["statement_id"]].append(record.model_validate(values))
    return found


def _target(row: RowMapping, parts: dict[str, Any]) -> PerformanceTarget:
    return PerformanceTarget(
        project=row["project"],
        unit=row["unit"],
        year=row["year"],
        title=source_of(row, row["document"], "title_"),
        unit_source=source_of(row, row["document"], "unit_"),
        year_source=source_of(row, row["document"], "year_"),
        **parts,
    )
