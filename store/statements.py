"""Recording what a document states: statements are added, what is current is derived anew, changes are noted.

All of it in one transaction: a document is recorded wholly or not at all, and recording it twice changes nothing.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select, update
from sqlmodel import col

from store import evaluations, tables
from store.content import diff, digest
from store.current import Candidate, Key, candidates, derive, winners
from store.database import Store
from store.entities import project_ids, publisher_id
from store.errors import SameTargetTwice
from store.listed import join
from store.loads import add_changes, add_findings, add_load
from store.model import Change, DocumentStatement, Evaluation, Finding, PerformanceTarget, Source
from store.rows import (
    STATEMENT_COLUMNS,
    chunks,
    read_places,
    read_targets,
    source_columns,
    sources_of,
    statement_row,
    write_parts,
    write_places,
)
from store.tables import Document, Statement
from store.text import fold


@dataclass(frozen=True)
class Outcome:
    """What a document brought, counted over its targets against what was current before.

    `new`: nothing was known of them; `changed`: something else is current now; `same`: nothing changed (they say the same, or
    something of higher stage or later date stands); `removed`: always 0, since silence removes nothing (see `store/current.py`).
    """

    status: str  # "loaded", or "unchanged": this very document was there, nothing was written
    new: int = 0
    changed: int = 0
    same: int = 0
    removed: int = 0
    changes: tuple[Change, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """The four counts, as `load --json` prints them."""
        return {"new": self.new, "changed": self.changed, "same": self.same, "removed": self.removed}


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

    The same bytes under the same publisher, stage and date are "unchanged".  `at` has a time zone; `original` are the bytes that
    `statement.sha256` is the hash of (`ValueError` else).  Raises `SameTargetTwice`, `StoreBusy`.
    """
    if hashlib.sha256(original).hexdigest() != statement.sha256:
        raise ValueError(f"the bytes are not those of {statement.file}: their hash differs")
    _refuse_doubles(statement)
    with store.reading() as connection:  # nobody waits for a file that is there already
        known = _known(connection, statement)
    if known is not None and known.named(statement):
        return Outcome("unchanged", same=len(statement.targets))
    digests = [digest(target) for target in statement.targets]  # before the transaction: all other writers wait for it
    with store.transaction(keep=not dry_run) as connection:
        store.exclusive(connection)
        publisher = publisher_id(connection, statement.publisher)
        known = _known(connection, statement)
        if known is not None:
            _settle_name(connection, known, statement)
            return Outcome("unchanged", same=len(statement.targets))
        document = _add_document(connection, statement, publisher, original)
        outcome, keys = _add_targets(connection, statement, publisher, document, digests)
        evaluations.add(connection, publisher, document, statement.evaluations)
        load = add_load(connection, document, by, at, outcome.status, outcome.counts)
        add_findings(connection, load, findings)
        add_changes(connection, load, keys, outcome.changes)
        bump(connection)
        return outcome


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


def _identity(statement: DocumentStatement) -> str:
    published = statement.published.isoformat() if statement.published else ""
    parts = (statement.sha256, fold(statement.publisher), statement.stage, published)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True)
class _Known:
    """A document that is there, by its names."""

    id: int
    title: str
    file: str

    def named(self, statement: DocumentStatement) -> bool:
        """Whether its names come before those of `statement`, or are the same."""
        return (self.title, self.file) <= (statement.document, statement.file)


def _known(connection: Connection, statement: DocumentStatement) -> _Known | None:
    query = select(col(Document.id), col(Document.title), col(Document.file))
    row = connection.execute(query.where(col(Document.identity) == _identity(statement))).one_or_none()
    return None if row is None else _Known(row[0], row[1], row[2])


def _settle_name(connection: Connection, known: _Known, statement: DocumentStatement) -> None:
    """Of two names for one and the same file the smaller one stays, or the order of loading would show in answers."""
    if known.named(statement):
        return
    names = {"title": statement.document, "file": statement.file}
    connection.execute(update(Document).where(col(Document.id) == known.id).values(**names))
    mine = select(col(Statement.project_id), col(Statement.year)).where(col(Statement.document_id) == known.id)
    derive(connection, candidates(connection, [(project, year) for project, year in connection.execute(mine)]))
    evaluations.derive(connection, evaluations.keys_of(connection, known.id))
    bump(connection)


def _add_document(connection: Connection, statement: DocumentStatement, publisher: int, original: bytes) -> int:
    stored = select(col(tables.Original.sha256)).where(col(tables.Original.sha256) == statement.sha256)
    if connection.execute(stored).first() is None:
        connection.execute(insert(tables.Original).values(sha256=statement.sha256, content=original))
    row = statement.model_dump(include={"publisher", "file", "sha256", "stage", "published", "url"})
    row |= {"identity": _identity(statement), "publisher_id": publisher, "title": statement.document}
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
    return _compare(connection, keys, before, after)


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
            "yuan": row.yuan,
            **source_columns(row.source),
        }
        for position, (row, target) in enumerate(zip(statement.listed, join(statement.targets, statement.listed), strict=True))
    ]
    if rows:
        connection.execute(insert(tables.ListedProject), rows)


def _compare(
    connection: Connection,
    keys: Sequence[Key],
    before: Mapping[Key, tuple[Candidate, ...]],
    after: Mapping[Key, tuple[Candidate, ...]],
) -> tuple[Outcome, list[Key]]:
    pairs = {key: _pairs(before.get(key, ()), after[key]) for key in keys}
    new = sum(not before.get(key) for key in keys)
    changed = sum(bool(of_key) for of_key in pairs.values())
    stated = _read(connection, {statement for of_key in pairs.values() for pair in of_key for statement in pair})
    changes = [(key, one) for key in keys for old, fresh in pairs[key] for one in diff(stated[old], stated[fresh])]
    outcome = Outcome("loaded", new, changed, len(keys) - new - changed, changes=tuple(one for _key, one in changes))
    return outcome, [key for key, _one in changes]


def _pairs(before: Sequence[Candidate], after: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Which statements to compare: what was current first with each that says something new; else, where a contradiction
    ended, each that fell away with what stays.
    """
    if not before:
        return []
    old, new = {one.digest for one in before}, {one.digest for one in after}
    fresh = [(before[0].statement_id, one.statement_id) for one in after if one.digest not in old]
    return fresh or [(one.statement_id, after[0].statement_id) for one in before if one.digest not in new]


def _read(connection: Connection, statements: set[int]) -> dict[int, PerformanceTarget]:
    query = select(*STATEMENT_COLUMNS).join(Document, col(Statement.document_id) == col(Document.id))
    rows: list[RowMapping] = []
    for ids in chunks(statements):
        rows += connection.execute(query.where(col(Statement.id).in_(ids))).mappings()
    return read_targets(connection, rows, read_places(connection, (row["document_id"] for row in rows)))


def bump(connection: Connection) -> None:
    """Says to whoever keeps a catalogue or an index that it is out of date (`targets.version`)."""
    connection.execute(update(tables.Meta).where(col(tables.Meta.name) == "version").values(number=col(tables.Meta.number) + 1))
