"""Recording what a document states: statements are added, what is current is derived anew, changes are noted.

All of it in one transaction: a document is recorded wholly or not at all, and recording it twice changes nothing.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, func, insert, select, update
from sqlmodel import col

from store import evaluations
from store.comparing import Outcome, compare
from store.content import digest
from store.current import Key, candidates, derive, winners
from store.database import Store
from store.doubts import alike_elsewhere, conflicts, not_current
from store.entities import project_ids, publisher_id
from store.errors import SameTargetTwice
from store.listed import join
from store.loads import LoadStatus, add_changes, add_findings, add_load, live, names_of, settled
from store.model import DocumentStatement, Evaluation, Finding, PerformanceTarget, Source
from store.rows import (
    source_columns,
    sources_of,
    statement_row,
    write_parts,
    write_places,
)
from store.tables.history import Load
from store.tables.stated import Document, ListedProject, Original, Statement
from store.text import fold, normalized
from store.version import bump


def record(  # who, when and what: each is named by the caller
    store: Store,
    statement: DocumentStatement,
    *,
    findings: Sequence[Finding] = (),
    by: str,
    at: datetime,
    original: bytes,
    dry_run: bool = False,
) -> Outcome:
    """Adds what a document states, and says what that changed.  A dry run says the same and writes nothing.

    The same bytes under the same publisher, stage and date are "unchanged"; another name or address for them is kept in the
    history.  `at` has a time zone; `original` are the bytes that `statement.sha256` is the hash of (`ValueError` else).
    Raises `SameTargetTwice`, `StoreBusy`.
    """
    if hashlib.sha256(original).hexdigest() != statement.sha256:
        raise ValueError(f"the bytes are not those of {statement.file}: their hash differs")
    _refuse_doubles(statement)
    with store.reading() as connection:  # nobody waits for a file that is there already
        known = _known(connection, statement)
        if known is not None and _is_named(connection, known, statement):
            return _unchanged(connection, known, statement)
    digests = [digest(target) for target in statement.targets]  # before the transaction: all other writers wait for it
    with store.transaction(keep=not dry_run) as connection:
        store.exclusive(connection)
        known = _known(connection, statement)
        if known is not None:
            if not _is_named(connection, known, statement):
                _rename(connection, known, statement, by, at)
            return _unchanged(connection, known, statement)
        publisher = publisher_id(connection, statement.publisher)
        alike = alike_elsewhere(connection, publisher, statement)
        document = _add_document(connection, statement, publisher, original)
        outcome, keys = _add_targets(connection, statement, publisher, document, digests)
        outcome = replace(outcome, evaluations=len(statement.evaluations))
        evaluations.add(connection, publisher, document, statement.evaluations)
        said = (*alike, *conflicts(connection, document), *not_current(connection, document))
        load = add_load(connection, document, _names(statement), by=by, at=at, status=LoadStatus.LOADED, report=outcome.counts)
        add_findings(connection, load, (*findings, *said))
        add_changes(connection, load, keys, outcome.changes)
        bump(connection)
        return replace(outcome, load=None if dry_run else load, findings=said)


def _names(statement: DocumentStatement) -> dict[str, Any]:
    names = statement.model_dump(include={"publisher", "file", "sha256", "stage", "published", "url"})
    return names | {"title": statement.document}


def _unchanged(connection: Connection, document: int, statement: DocumentStatement) -> Outcome:
    query = select(func.min(col(Load.id))).where(col(Load.document_id) == document, live())
    return replace(_nothing_new(statement), load=connection.execute(query).scalar())


def _nothing_new(statement: DocumentStatement) -> Outcome:
    return Outcome("unchanged", same=len(statement.targets), evaluations=len(statement.evaluations))


def _refuse_doubles(statement: DocumentStatement) -> None:
    for stated in (statement.targets, statement.evaluations):
        seen: dict[tuple[str, str, int], PerformanceTarget | Evaluation] = {}
        for one in stated:
            first = seen.setdefault((fold(one.project), fold(one.unit), one.year), one)
            if first is not one:
                places = _place(statement.file, first.title), _place(statement.file, one.title)
                raise SameTargetTwice(one.project, one.unit, one.year, *places)


def _place(file: str, source: Source) -> str:
    return f"{file} 第{source.table}张表" if source.table else f"{file} 第{source.row}段"


def identity_of(statement: DocumentStatement) -> str:
    """What makes two files one document: their bytes, publisher, stage and date, and a year that only the file's name says."""
    published = statement.published.isoformat() if statement.published else ""
    stated: list[PerformanceTarget | Evaluation] = [*statement.targets, *statement.evaluations]
    unprinted = {one.year for one in stated if str(one.year) not in normalized(one.year_source.raw)}
    parts = (statement.sha256, fold(statement.publisher), statement.stage, published, *map(str, sorted(unprinted)))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _known(connection: Connection, statement: DocumentStatement) -> int | None:
    query = select(col(Document.id)).where(col(Document.identity) == identity_of(statement))
    return connection.execute(query).scalar()


def _is_named(connection: Connection, document: int, statement: DocumentStatement) -> bool:
    """Whether the document was brought under these names before."""
    names = names_of(connection, document)
    named = any((title, file) == (statement.document, statement.file) for title, file, _url in names)
    return named and (statement.url is None or any(url == statement.url for *_, url in names))


def _rename(connection: Connection, document: int, statement: DocumentStatement, by: str, at: datetime) -> None:
    report = _nothing_new(statement).counts
    add_load(connection, document, _names(statement), by=by, at=at, status=LoadStatus.RENAMED, report=report)
    settle_names(connection, document)


def settle_names(connection: Connection, document: int) -> None:
    """Gives the document the names that count, and derives anew what is current: its title decides between equals."""
    connection.execute(update(Document).where(col(Document.id) == document).values(**settled(names_of(connection, document))))
    derive(connection, candidates(connection, keys_of(connection, document)))
    evaluations.derive(connection, evaluations.keys_of(connection, document))
    bump(connection)


def keys_of(connection: Connection, document: int) -> list[Key]:
    """The keys that the document states, in its order."""
    mine = select(col(Statement.project_id), col(Statement.year)).where(col(Statement.document_id) == document)
    return [(project, year) for project, year in connection.execute(mine.order_by(col(Statement.position)))]


def _add_document(connection: Connection, statement: DocumentStatement, publisher: int, original: bytes) -> int:
    stored = select(col(Original.sha256)).where(col(Original.sha256) == statement.sha256)
    if connection.execute(stored).first() is None:
        connection.execute(insert(Original).values(sha256=statement.sha256, content=original))
    own = {"identity": identity_of(statement), "publisher_id": publisher, "prints_totals": statement.prints_totals}
    row = {**_names(statement), **own}
    document: int = connection.execute(insert(Document).values(**row).returning(col(Document.id))).scalar_one()
    stated = (source for target in statement.targets for source in sources_of(target))
    evaluated = (source for one in statement.evaluations for source in one.sources())
    write_places(connection, document, (*stated, *(row.source for row in statement.listed), *evaluated))
    return document


def _add_targets(
    connection: Connection, statement: DocumentStatement, publisher: int, document: int, digests: Sequence[str]
) -> tuple[Outcome, list[Key]]:
    """The outcome, and for each of its changes the key of the target that changed."""
    projects = project_ids(connection, publisher, [(target.unit, target.project) for target in statement.targets])
    keys = [(project, target.year) for project, target in zip(projects, statement.targets, strict=True)]
    before = {key: winners(of_key) for key, of_key in candidates(connection, keys).items()}
    ids = _add_statements(connection, statement.targets, keys, document, digests)
    write_parts(connection, dict(zip(ids, statement.targets, strict=True)))
    _add_listed(connection, statement, document, ids)
    after = derive(connection, candidates(connection, keys))
    return compare(connection, keys, before, after)


def _add_statements(
    connection: Connection, targets: Sequence[PerformanceTarget], keys: Sequence[Key], document: int, digests: Sequence[str]
) -> list[int]:
    own = [{"document_id": document, "position": place, "digest": digests[place]} for place in range(len(targets))]
    rows = [
        {**columns, "project_id": project, **statement_row(target)}
        for columns, target, (project, _year) in zip(own, targets, keys, strict=True)
    ]
    if not rows:
        return []
    returning = insert(Statement).returning(col(Statement.id), sort_by_parameter_order=True)
    return list(connection.execute(returning, rows).scalars())


def _add_listed(connection: Connection, statement: DocumentStatement, document: int, ids: Sequence[int]) -> None:
    rows = [
        {
            "document_id": document,
            "position": position,
            "statement_id": None if target is None else ids[target],
            "project": row.project,
            "unit": row.unit,
            "yuan": row.yuan,
            **source_columns(row.source),
        }
        for position, (row, target) in enumerate(zip(statement.listed, join(statement.targets, statement.listed), strict=True))
    ]
    if rows:
        connection.execute(insert(ListedProject), rows)
