"""Writing the history: each load with its findings and its changes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert
from sqlmodel import col

from store import tables
from store.current import Key
from store.model import Change, Finding
from store.rows import source_columns


def add_load(connection: Connection, document: int, by: str, at: datetime, status: str, report: Mapping[str, int]) -> int:
    """The id of the load of a document by somebody at some time, and what it brought."""
    row = {"document_id": document, "by": by, "at": at, "status": status, "report": dict(report)}
    return connection.execute(insert(tables.Load).values(**row).returning(col(tables.Load.id))).scalar_one()


def add_findings(connection: Connection, load: int, findings: Sequence[Finding]) -> None:
    """What was odd in the document (发现)."""
    rows = [{"load_id": load, "position": place, **finding.model_dump()} for place, finding in enumerate(findings)]
    if rows:
        connection.execute(insert(tables.LoadFinding), rows)


def add_changes(connection: Connection, load: int, keys: Sequence[Key], changes: Sequence[Change]) -> None:
    """What the load changed (变更), and for each change the key of its target."""
    rows = [
        {"load_id": load, "position": place, "project_id": project, **_change_row(change)}
        for place, ((project, _year), change) in enumerate(zip(keys, changes, strict=True))
    ]
    if rows:
        connection.execute(insert(tables.Change), rows)


def _change_row(change: Change) -> dict[str, Any]:
    before, after = change.source_before, change.source_after
    return {
        **change.model_dump(exclude={"source_before", "source_after"}),
        "before_document": before.document if before else None,
        **source_columns(before, "before_"),
        "after_document": after.document if after else None,
        **source_columns(after, "after_"),
    }
