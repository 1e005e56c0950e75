"""What was loaded: documents and their bytes, each load with its findings, and the changes that they made."""

import re
from collections import defaultdict
from datetime import date, datetime

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, select
from sqlmodel import col

from store.database import Store, connected
from store.loads import LoadStatus
from store.model import Change, Finding, Severity, Source, Stage
from store.rows import source_of
from store.tables import history, stated
from store.tables.stated import Document


class DocumentView(Struct, frozen=True):
    """A document that was loaded, without its bytes."""

    publisher: str
    title: str
    file: str
    sha256: str
    stage: Stage
    published: date | None
    url: str | None


class Undone(Struct, frozen=True):
    """Who took a load back and when, and the number of the entry that says so."""

    number: int
    by: str
    at: datetime


class LoadView(Struct, frozen=True):
    """One entry of the history (导入记录): who, when, which file, what it brought (new, changed, same, removed), what was odd.

    Of a refused file nothing but its names is known; an undo says which load it `undoes`, and that load by whom it was `undone`.
    """

    number: int
    status: LoadStatus
    file: str
    sha256: str
    document: DocumentView | None
    by: str
    at: datetime
    counts: dict[str, int]
    findings: tuple[Finding, ...]
    undone: Undone | None = None
    undoes: int | None = None


_COLUMNS = (
    col(Document.publisher),
    col(Document.title),
    col(Document.file),
    col(Document.sha256),
    col(Document.stage),
    col(Document.published),
    col(Document.url),
)
_ORDER = (col(Document.publisher), col(Document.title), col(Document.identity))


def documents(store: Store | Connection) -> list[DocumentView]:
    """All documents, ordered by publisher and title."""
    with connected(store) as connection:
        return [_document(row) for row in connection.execute(select(*_COLUMNS).order_by(*_ORDER)).mappings()]


def _document(row: RowMapping) -> DocumentView:
    fields = ("publisher", "title", "file", "sha256")
    return DocumentView(
        **{name: row[name] for name in fields}, stage=Stage(row["stage"]), published=row["published"], url=row["url"]
    )


def original(store: Store | Connection, sha256: str) -> bytes | None:
    """The bytes of the file with that hash, as they were loaded; None where there is none."""
    with connected(store) as connection:
        query = select(col(stated.Original.content)).where(col(stated.Original.sha256) == sha256)
        return connection.execute(query).scalar()


def files_called(store: Store | Connection, named: str) -> dict[str, str]:
    """Hash → name of the files that are meant: by the number of a load, a file's name, a title, or the beginning of a hash."""
    table = history.Load
    query = select(col(table.id), col(table.sha256), col(table.file), col(table.title)).order_by(col(table.id))
    with connected(store) as connection:
        rows = [(number, sha256, file, title) for number, sha256, file, title in connection.execute(query)]
    of_number = {sha256: file for number, sha256, file, _title in rows if str(number) == named}
    called = {sha256: file for _number, sha256, file, title in rows if named in (file, title)}
    if called or of_number or not _BEGINNING.fullmatch(named.lower()):
        return called or of_number
    return {sha256: file for _number, sha256, file, _title in rows if sha256.startswith(named.lower())}


_BEGINNING = re.compile(r"[0-9a-f]{6,64}")


def loads(store: Store | Connection) -> list[LoadView]:
    """The history, the latest last."""
    with connected(store) as connection:
        findings = _findings(connection)
        rows = connection.execute(select(history.Load).order_by(col(history.Load.id))).mappings().all()
    undone = {row["undoes"]: Undone(row["id"], row["by"], row["at"]) for row in rows if row["undoes"]}
    return [
        LoadView(
            number=row["id"],
            status=LoadStatus(row["status"]),
            file=row["file"],
            sha256=row["sha256"],
            document=_document(row) if row["stage"] else None,
            by=row["by"],
            at=row["at"],
            counts=row["report"],
            findings=tuple(findings[row["id"]]),
            undone=undone.get(row["id"]),
            undoes=row["undoes"],
        )
        for row in rows
    ]


_FINDING = ("rule", "place", "message", "project", "unit", "year")


def _findings(connection: Connection) -> defaultdict[int, list[Finding]]:
    table = history.LoadFinding
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for row in connection.execute(select(table).order_by(col(table.load_id), col(table.position))).mappings():
        finding = Finding(severity=Severity(row["severity"]), **{name: row[name] for name in _FINDING})
        found[row["load_id"]].append(finding)
    return found


def changes(store: Store | Connection) -> list[Change]:
    """Every change to what is current, by load and in the documents' order."""
    table = history.Change
    with connected(store) as connection:
        rows = connection.execute(select(table).order_by(col(table.load_id), col(table.position))).mappings().all()
    return [
        Change(
            **{name: row[name] for name in ("project", "unit", "year", "field", "before", "after")},
            source_before=_source(row, "before_"),
            source_after=_source(row, "after_"),
        )
        for row in rows
    ]


def _source(row: RowMapping, prefix: str) -> Source | None:
    document = row[f"{prefix}document"]
    return None if document is None else source_of(row, document, prefix)
