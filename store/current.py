"""What is current: derived from all statements of a key, never from the order in which they were loaded.

The statements of the highest stage count (申报 < 批复/公开 < 调整), of those the ones with the latest document date (a
document without a date is the oldest).  Where these say the same, the one with the smallest (title, hash) stands for all;
where they contradict each other, each is kept and marked as a conflict: we do not choose between figures of equal rank.

A project that a newer document no longer mentions stays current: another document may hold it, and silence is not 0.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select
from sqlmodel import col

from store.model import Stage
from store.rows import chunks
from store.tables.stated import CurrentTarget, Document, Statement

Key = tuple[int, int]  # project id, year


class Candidate(Struct, frozen=True):
    """A statement, with what decides whether it is current."""

    statement_id: int
    digest: str
    stage: Stage
    published: date | None
    title: str
    sha256: str
    identity: str

    @property
    def rank(self) -> tuple[int, date]:
        """By stage, then by date."""
        return self.stage.rank, self.published or date.min

    @property
    def order(self) -> tuple[str, str, str]:
        """Which of equals comes first."""
        return self.title, self.sha256, self.identity


def winners(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those that are current: one, or several that contradict each other, in an order that depends on nothing but them."""
    known = list(candidates)
    highest = max((candidate.rank for candidate in known), default=None)
    chosen: dict[str, Candidate] = {}
    for candidate in sorted((c for c in known if c.rank == highest), key=lambda c: c.order):
        chosen.setdefault(candidate.digest, candidate)
    return tuple(chosen.values())


def candidates(connection: Connection, keys: Iterable[Key]) -> Mapping[Key, list[Candidate]]:
    """All statements of these keys."""
    wanted = set(keys)
    found: defaultdict[Key, list[Candidate]] = defaultdict(list)
    for projects in chunks({project for project, _year in wanted}):
        query = (
            select(
                col(Statement.project_id),
                col(Statement.year),
                col(Statement.id),
                col(Statement.digest),
                col(Document.stage),
                col(Document.published),
                col(Document.title),
                col(Document.sha256),
                col(Document.identity),
            )
            .join(Document, col(Statement.document_id) == col(Document.id))
            .where(col(Statement.project_id).in_(projects))
        )
        for project, year, statement, digest, stage, published, title, sha256, identity in connection.execute(query):
            if (project, year) in wanted:
                found[project, year].append(Candidate(statement, digest, Stage(stage), published, title, sha256, identity))
    return found


def derive(connection: Connection, known: Mapping[Key, list[Candidate]]) -> dict[Key, tuple[Candidate, ...]]:
    """Writes anew what is current for these keys, given all of their statements, and gives it back."""
    chosen = {key: winners(of_key) for key, of_key in known.items()}
    stale = {candidate.statement_id for of_key in known.values() for candidate in of_key}
    for ids in chunks(stale):
        connection.execute(delete(CurrentTarget).where(col(CurrentTarget.statement_id).in_(ids)))
    rows = [
        {"statement_id": winner.statement_id, "project_id": project, "year": year, "conflict": len(of_key) > 1}
        for (project, year), of_key in chosen.items()
        for winner in of_key
    ]
    if rows:
        connection.execute(insert(CurrentTarget), rows)
    return chosen
