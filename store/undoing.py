"""Taking back a load (撤销导入): afterwards the store answers as if the load had never happened; the history keeps both."""

from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import Connection, RowMapping, delete, select, update
from sqlmodel import col

from store import evaluations
from store.comparing import Outcome, compare
from store.current import Key, candidates, derive, winners
from store.database import Store
from store.errors import AlreadyUndone, NoSuchLoad, NothingToUndo
from store.loads import LoadStatus, add_changes, add_load, names_of
from store.rows import chunks, delete_parts
from store.statements import keys_of, settle_names
from store.tables.history import Load
from store.tables.stated import CurrentTarget, Document, DocumentTable, ListedProject, Statement
from store.version import bump

_NAMES = ("publisher", "title", "file", "sha256", "stage", "published", "url")


def undo(store: Store, number: int, *, by: str, at: datetime, dry_run: bool = False) -> Outcome:
    """Takes back what the load of that number brought, and says what that changed; its status is “undone”.

    A document that other loads brought too stays, under their names.  The bytes of the file stay in any case.
    `at` has a time zone.  Raises `NoSuchLoad`, `NothingToUndo`, `AlreadyUndone`, `StoreBusy`.
    """
    with store.transaction(keep=not dry_run) as connection:
        store.exclusive(connection)
        load = _load(connection, number)
        document: int = load["document_id"]
        named = {name: load[name] for name in _NAMES}
        undoing = add_load(connection, document, named, by=by, at=at, status=LoadStatus.UNDONE, report={}, undoes=number)
        outcome, keys = _take_back(connection, document)  # what still counts can be read once the entry is there
        connection.execute(update(Load).where(col(Load.id) == undoing).values(report=outcome.counts))
        add_changes(connection, undoing, keys, outcome.changes)
        bump(connection)
        return replace(outcome, status=LoadStatus.UNDONE.value, load=None if dry_run else undoing)


def _load(connection: Connection, number: int) -> RowMapping:
    """The load, which can be taken back."""
    load = connection.execute(select(Load).where(col(Load.id) == number)).mappings().one_or_none()
    if load is None:
        raise NoSuchLoad(number)
    if load["status"] in (LoadStatus.REFUSED, LoadStatus.UNDONE):
        raise NothingToUndo(number, load["file"], undoes=load["undoes"])
    before = connection.execute(select(Load).where(col(Load.undoes) == number)).mappings().one_or_none()
    if before is not None:
        raise AlreadyUndone(number, before["by"], before["at"], before["id"])
    return load


def _take_back(connection: Connection, document: int) -> tuple[Outcome, list[Key]]:
    """Once the entry says so: the document under the names that are left, or without the document."""
    keys = keys_of(connection, document)
    if names_of(connection, document):
        settle_names(connection, document)
        return Outcome("undone", same=len(keys), evaluations=len(evaluations.keys_of(connection, document))), []
    known = candidates(connection, keys)
    mine = set(connection.execute(select(col(Statement.id)).where(col(Statement.document_id) == document)).scalars())
    before = {key: winners(of_key) for key, of_key in known.items()}
    left = {key: [one for one in of_key if one.statement_id not in mine] for key, of_key in known.items()}
    outcome, changed = compare(connection, keys, before, {key: winners(of_key) for key, of_key in left.items()})
    outcome = replace(outcome, evaluations=len(evaluations.keys_of(connection, document)))
    _delete(connection, document, mine)
    derive(connection, left)
    return outcome, changed


def _delete(connection: Connection, document: int, statements: set[int]) -> None:
    """Everything that counts of the document; its loads stay in the history, and so do the bytes."""
    evaluations.remove(connection, document)
    for table in (ListedProject, DocumentTable):
        connection.execute(delete(table).where(col(table.document_id) == document))
    for ids in chunks(statements):
        connection.execute(delete(CurrentTarget).where(col(CurrentTarget.statement_id).in_(ids)))
        delete_parts(connection, ids)
        connection.execute(delete(Statement).where(col(Statement.id).in_(ids)))
    connection.execute(update(Load).where(col(Load.document_id) == document).values(document_id=None))
    connection.execute(delete(Document).where(col(Document.id) == document))
