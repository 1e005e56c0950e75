"""What is current otherwise than before: counts over targets, and the changes field by field."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, select
from sqlmodel import col

from store.content import diff
from store.current import Candidate, Key
from store.model import Change, Finding, PerformanceTarget
from store.rows import STATEMENT_COLUMNS, chunks, read_places, read_targets
from store.tables.stated import Document, Statement


class Outcome(Struct, frozen=True):
    """What a document brought, counted over its targets against what was current before.

    `new`: nothing was known of them; `changed`: something else is current now; `same`: nothing changed (they say the same, or
    something of higher stage or later date stands); `removed`: 0 for a load, since silence removes nothing (see `store/current.py`); where a load is taken
    back, what nobody else states.
    """

    status: str  # "loaded", or "unchanged": this very document was there
    new: int = 0
    changed: int = 0
    same: int = 0
    removed: int = 0
    evaluations: int = 0  # self-evaluations (绩效自评) that the document has, which are no targets and counted apart
    changes: tuple[Change, ...] = ()
    load: int | None = None  # the number in the history of the entry that brought the document; None for a dry run
    findings: tuple[Finding, ...] = ()  # what is odd beside what was there

    @property
    def counts(self) -> dict[str, int]:
        """The counts, as `load --json` prints them."""
        names = ("new", "changed", "same", "removed", "evaluations")
        return {name: getattr(self, name) for name in names}


def compare(
    connection: Connection,
    keys: Sequence[Key],
    before: Mapping[Key, tuple[Candidate, ...]],
    after: Mapping[Key, tuple[Candidate, ...]],
) -> tuple[Outcome, list[Key]]:
    """What is current otherwise than before, and for each change its key."""
    pairs = {key: _pairs(before.get(key, ()), after.get(key, ())) for key in keys}
    new = sum(not before.get(key) for key in keys)
    gone = [key for key in keys if before.get(key) and not after.get(key)]
    changed = sum(bool(of_key) for of_key in pairs.values())
    last = {key: before[key][0].statement_id for key in gone}
    stated = read_statements(connection, {one for of_key in pairs.values() for pair in of_key for one in pair} | {*last.values()})
    changes = [(key, one) for key in keys for old, fresh in pairs[key] for one in diff(stated[old], stated[fresh])]
    changes += [(key, _gone(stated[last[key]])) for key in gone]
    counts = (new, changed, len(keys) - new - changed - len(gone), len(gone))
    return Outcome("loaded", *counts, changes=tuple(one for _key, one in changes)), [key for key, _one in changes]


def _gone(target: PerformanceTarget) -> Change:
    """Nobody states it any more; as with a new target, its fields are not told one by one."""
    names = {"project": target.project, "unit": target.unit, "year": target.year}
    return Change(**names, field="target", before=target.project, after=None, source_before=target.title)


def _pairs(before: Sequence[Candidate], after: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Which statements to compare: what was current first with each that says something new; else, where a contradiction
    ended, each that fell away with what stays.
    """
    if not before or not after:
        return []
    old, new = {one.digest for one in before}, {one.digest for one in after}
    fresh = [(before[0].statement_id, one.statement_id) for one in after if one.digest not in old]
    return fresh or [(one.statement_id, after[0].statement_id) for one in before if one.digest not in new]


def read_statements(connection: Connection, statements: Iterable[int]) -> dict[int, PerformanceTarget]:
    """The targets that these statements are."""
    query = select(*STATEMENT_COLUMNS).join(Document, col(Statement.document_id) == col(Document.id))
    rows: list[RowMapping] = []
    for ids in chunks(statements):
        rows += connection.execute(query.where(col(Statement.id).in_(ids))).mappings()
    return read_targets(connection, rows, read_places(connection, (row["document_id"] for row in rows)))
