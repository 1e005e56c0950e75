"""Whether the store agrees with itself: what is current follows from what is stated, and every row belongs to something."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, func, select
from sqlmodel import col

from store import evaluations
from store.current import Candidate, Key, candidates, winners
from store.database import Store
from store.rows import PART_TABLES
from store.tables.evaluated import CurrentEvaluation, Evaluation
from store.tables.stated import CurrentTarget, Document, Project, Statement

_HASHES_AT_ONCE = 500  # projects: of their statements only hashes and ranks are held


class _Kind(Struct, frozen=True):
    """Targets, or evaluations: the table of what is stated, that of what is current and its reference, and what to call it."""

    name: str
    stated: Any
    current: Any
    reference: str
    candidates: Callable[[Connection, Iterable[Key]], Mapping[Key, list[Candidate]]]
    parts: tuple[Any, ...]


_KINDS = (
    _Kind("", Statement, CurrentTarget, "statement_id", candidates, PART_TABLES),
    _Kind(
        "的自评",
        Evaluation,
        CurrentEvaluation,
        "evaluation_id",
        evaluations.candidates,
        tuple(table for _record, table in evaluations.PARTS.values()),
    ),
)


def wrongly_current(store: Store) -> Iterator[str]:
    """Where what is current does not follow from what is stated, and rows that belong to nothing, each in a Chinese sentence."""
    with store.reading() as connection:
        projects = connection.execute(select(col(Project.id)).order_by(col(Project.id))).scalars().all()
        for kind in _KINDS:
            for start in range(0, len(projects), _HASHES_AT_ONCE):
                yield from _wrong(connection, kind, projects[start : start + _HASHES_AT_ONCE])
            yield from _ownerless(connection, kind)


def _wrong(connection: Connection, kind: _Kind, projects: Sequence[int]) -> Iterator[str]:
    stated = (
        select(col(kind.stated.project_id), col(kind.stated.year)).where(col(kind.stated.project_id).in_(projects)).distinct()
    )
    known = kind.candidates(connection, [(project, year) for project, year in connection.execute(stated)])
    marked: defaultdict[Key, set[tuple[int, bool]]] = defaultdict(set)
    query = select(kind.current).where(col(kind.current.project_id).in_(projects))
    for row in connection.execute(query).mappings():
        marked[row["project_id"], row["year"]].add((row[kind.reference], row["conflict"]))
    for key in sorted({*known, *marked}):
        chosen = winners(known.get(key, ()))
        right = {(one.statement_id, len(chosen) > 1) for one in chosen}
        if right != marked[key]:
            titles = {one.statement_id: f"《{one.title}》" for one in known.get(key, ())}
            called = f"{_called(connection, kind, key)}{kind.name}"
            yield f"{called}：现行的是{_said(marked[key], titles)}，按阶段和日期应为{_said(right, titles)}。"


def _called(connection: Connection, kind: _Kind, key: Key) -> str:
    project, year = key
    query = select(col(kind.stated.unit), col(kind.stated.project)).where(col(kind.stated.project_id) == project)
    row = connection.execute(query.where(col(kind.stated.year) == year).order_by(col(kind.stated.id)).limit(1)).first()
    return f"{row[0]}「{row[1]}」{year}年" if row else f"第 {project} 号项目 {year}年"


def _said(current: set[tuple[int, bool]], titles: dict[int, str]) -> str:
    named = "、".join(sorted(titles.get(statement, "别的项目的表") for statement, _conflict in current)) or "“无”"
    return f"{named}（并列）" if any(conflict for _statement, conflict in current) else named


def _ownerless(connection: Connection, kind: _Kind) -> Iterator[str]:
    """Rows that belong to no document: nothing of ours leaves any."""
    parts = [(table.__table__, kind.reference, col(kind.stated.id)) for table in (*kind.parts, kind.current)]
    for table, reference, owner in (*parts, (kind.stated.__table__, "document_id", col(Document.id))):
        query = select(func.count()).select_from(table).where(table.c[reference].not_in(select(owner)))
        if number := connection.execute(query).scalar_one():
            yield f"表 {table.name} 里有 {number} 行不属于任何文件。"
