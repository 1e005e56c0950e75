"""Writing the history: each load with its findings and its changes, files that were refused, and what was taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, insert, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from store.current import Key
from store.database import Store
from store.model import Change, Finding
from store.rows import source_columns
from store.tables import history
from store.tables.history import Load


class LoadStatus(StrEnum):
    """What an entry of the history is.

    A file whose bytes are there already is an entry only where it brings another name or address for them: whoever loads a folder
    every night must not fill the history.
    """

    LOADED = "loaded"  # a document was added
    RENAMED = "renamed"  # the same bytes came under another name or address
    REFUSED = "refused"  # nothing was written
    UNDONE = "undone"  # an earlier entry was taken back


def add_load(  # noqa: PLR0913  # the columns of the history
    connection: Connection,
    document: int | None,
    named: Mapping[str, Any],
    *,
    by: str,
    at: datetime,
    status: LoadStatus,
    report: Mapping[str, int],
    undoes: int | None = None,
) -> int:
    """The number of a new entry; `named` are the names of the file: file, sha256, and publisher, title, stage … where known."""
    row = {"document_id": document, "by": by, "at": at, "status": status.value, "report": dict(report), "undoes": undoes}
    return connection.execute(insert(Load).values(**row, **named).returning(col(Load.id))).scalar_one()


def add_findings(connection: Connection, load: int, findings: Sequence[Finding]) -> None:
    """What was odd in the document (发现)."""
    rows = [{"load_id": load, "position": place, **finding.model_dump()} for place, finding in enumerate(findings)]
    if rows:
        connection.execute(insert(history.LoadFinding), rows)


def add_changes(connection: Connection, load: int, keys: Sequence[Key], changes: Sequence[Change]) -> None:
    """What the load changed (变更), and for each change the key of its target."""
    rows = [
        {"load_id": load, "position": place, "project_id": project, **_change_row(change)}
        for place, ((project, _year), change) in enumerate(zip(keys, changes, strict=True))
    ]
    if rows:
        connection.execute(insert(history.Change), rows)


def _change_row(change: Change) -> dict[str, Any]:
    before, after = change.source_before, change.source_after
    return {
        **change.model_dump(exclude={"source_before", "source_after"}),
        "before_document": before.document if before else None,
        **source_columns(before, "before_"),
        "after_document": after.document if after else None,
        **source_columns(after, "after_"),
    }


def live() -> ColumnElement[bool]:
    """The entries that count: they brought something, and nobody took it back."""
    undo = aliased(Load)
    brought = col(Load.status).in_([LoadStatus.LOADED.value, LoadStatus.RENAMED.value])
    return brought & ~exists().where(col(undo.undoes) == col(Load.id))


def keep_refused(
    store: Store, file: str, sha256: str, findings: Sequence[Finding], *, by: str, at: datetime, url: str | None = None
) -> int:
    """The number of the entry that says that this file was refused, and why; the same refusal is kept once."""
    with store.transaction() as connection:
        store.exclusive(connection)
        known = _refused_before(connection, file, sha256, findings)
        if known is not None:
            return known
        named = {"file": file, "sha256": sha256, "url": url}
        load = add_load(connection, None, named, by=by, at=at, status=LoadStatus.REFUSED, report={})
        add_findings(connection, load, findings)
        return load


def _refused_before(connection: Connection, file: str, sha256: str, findings: Sequence[Finding]) -> int | None:
    same = (col(Load.sha256) == sha256, col(Load.file) == file, col(Load.status) == LoadStatus.REFUSED.value)
    wanted = [(f.rule, f.place, f.message) for f in findings]
    table = history.LoadFinding
    columns = (col(table.rule), col(table.place), col(table.message))
    for number in connection.execute(select(col(Load.id)).where(*same).order_by(col(Load.id))).scalars().all():
        query = select(*columns).where(col(table.load_id) == number).order_by(col(table.position))
        if [tuple(row) for row in connection.execute(query)] == wanted:
            return number
    return None


def names_of(connection: Connection, document: int) -> list[tuple[str, str, str | None]]:
    """Under which titles, file names and addresses the document was brought by entries that count."""
    query = select(col(Load.title), col(Load.file), col(Load.url)).where(col(Load.document_id) == document, live())
    return [(title or file, file, url) for title, file, url in connection.execute(query)]


def settled(names: Sequence[tuple[str, str, str | None]]) -> dict[str, str | None]:
    """Of several names for one and the same file the smallest counts, or the order of loading would show in answers."""
    title, file = min((title, file) for title, file, _url in names)
    return {"title": title, "file": file, "url": min((url for *_, url in names if url), default=None)}
