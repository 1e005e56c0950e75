"""All that the store holds of one document, and whether the store agrees with itself: for whoever checks it (核对)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, func, select
from sqlmodel import col

from store import tables
from store.comparing import read_statements
from store.content import digest
from store.current import candidates, winners
from store.database import Store
from store.loads import live, names_of, settled
from store.model import DocumentStatement, ListedProject, PerformanceTarget, Stage
from store.rows import PART_TABLES, chunks, read_places, source_of
from store.statements import identity_of
from store.tables import BudgetUnit, CurrentTarget, Document, Load, Project, Publisher, Statement
from store.text import fold

_HASHES_AT_ONCE = 500  # projects: of their statements only hashes and ranks are held


@dataclass(frozen=True)
class Held:
    """A document as it is stored.  `oddities` are what does not fit together in its rows, each in a Chinese sentence."""

    title: str
    file: str
    sha256: str
    original: bytes
    loads: tuple[int, ...]  # the numbers of those that count
    statement: DocumentStatement | None  # None where its rows make no statement any more
    joined: tuple[int | None, ...]  # for each row of the list the place of its target
    oddities: tuple[str, ...]
    as_loaded: bool  # whether every target still has the hash that it had


def held(store: Store) -> Iterator[Held]:
    """Every document, one after another; what is taken back meanwhile is passed over."""
    with store.reading() as connection:
        order = (col(Document.publisher), col(Document.title), col(Document.identity))
        ids = connection.execute(select(col(Document.id)).order_by(*order)).scalars().all()
    for document in ids:
        with store.reading() as connection:
            one = _held(connection, document)
        if one is not None:
            yield one


def _held(connection: Connection, document: int) -> Held | None:
    columns = (*Document.__table__.c, col(tables.Original.content))  # type: ignore[attr-defined]  # SQLModel does not declare it
    query = select(*columns).outerjoin(tables.Original, col(tables.Original.sha256) == col(Document.sha256))
    row = connection.execute(query.where(col(Document.id) == document)).mappings().one_or_none()
    if row is None:
        return None
    counting = select(col(Load.id)).where(col(Load.document_id) == document, live()).order_by(col(Load.id))
    loads = tuple(connection.execute(counting).scalars())
    named = {"title": row["title"], "file": row["file"], "sha256": row["sha256"], "original": row["content"] or b""}
    stated = select(Statement).where(col(Statement.document_id) == document).order_by(col(Statement.position))
    rows = connection.execute(stated).mappings().all()
    try:
        found = read_statements(connection, [one["id"] for one in rows])
        targets = [found[one["id"]] for one in rows]
        listed, joined = _listed(connection, row, [one["id"] for one in rows])
        statement = _statement(row, targets, listed)
    except (ArithmeticError, LookupError, TypeError, ValueError):  # whatever somebody wrote into the rows
        return Held(
            **named, loads=loads, statement=None, joined=(), oddities=("库里的记录读不出来，被改动过。",), as_loaded=False
        )
    intact = all(digest(target) == one["digest"] for one, target in zip(rows, targets, strict=True))
    oddities = (*_odd_names(connection, row, statement, loads), *_odd_keys(connection, rows, row["publisher"], targets))
    return Held(**named, loads=loads, statement=statement, joined=joined, oddities=oddities, as_loaded=intact)


def _statement(row: RowMapping, targets: Sequence[PerformanceTarget], listed: Sequence[ListedProject]) -> DocumentStatement:
    return DocumentStatement(
        **{name: row[name] for name in ("file", "sha256", "publisher", "published", "url", "prints_totals")},
        document=row["title"],
        stage=Stage(row["stage"]),
        targets=tuple(targets),
        listed=tuple(listed),
    )


def _listed(
    connection: Connection, document: RowMapping, statements: Sequence[int]
) -> tuple[list[ListedProject], tuple[int | None, ...]]:
    table = tables.ListedProject
    query = select(table).where(col(table.document_id) == document["id"]).order_by(col(table.position))
    rows = connection.execute(query).mappings().all()
    places = read_places(connection, [document["id"]]).get(document["id"], {})
    listed = [
        ListedProject(
            **{name: row[name] for name in ("project", "unit", "yuan")}, source=source_of(row, document["title"], places=places)
        )
        for row in rows
    ]
    return listed, tuple(None if row["statement_id"] is None else statements.index(row["statement_id"]) for row in rows)


def _odd_names(connection: Connection, row: RowMapping, statement: DocumentStatement, loads: Sequence[int]) -> Iterator[str]:
    if not loads:
        yield "它的导入已经撤销，或不在导入记录里，文件却还在库里。"
        return
    names = settled(names_of(connection, row["id"]))
    if any(row[name] != said for name, said in names.items()):
        yield f"导入记录写的是《{names['title']}》（{names['file']}，网址 {names['url'] or '无'}），库里的文件名称与此不同。"
    if identity_of(statement) != row["identity"]:
        yield "公开主体、阶段、日期或文件哈希和导入时不同。"


def _odd_keys(
    connection: Connection, rows: Sequence[RowMapping], publisher: str, targets: Sequence[PerformanceTarget]
) -> Iterator[str]:
    """Statements that are filed under other names than they print."""
    query = (
        select(col(Project.id), col(Publisher.folded), col(BudgetUnit.folded), col(Project.folded))
        .join(BudgetUnit, col(BudgetUnit.id) == col(Project.unit_id))
        .join(Publisher, col(Publisher.id) == col(BudgetUnit.publisher_id))
    )
    filed: dict[int, tuple[str, ...]] = {}
    for ids in chunks({row["project_id"] for row in rows}):
        filed |= {project: tuple(names) for project, *names in connection.execute(query.where(col(Project.id).in_(ids)))}
    for place, (row, target) in enumerate(zip(rows, targets, strict=True)):
        if filed.get(row["project_id"]) != (fold(publisher), fold(target.unit), fold(target.project)):
            yield f"{target.unit}「{target.project}」{target.year}年在库里归到了别的项目名下。"
        if row["position"] != place:
            yield f"{target.unit}「{target.project}」{target.year}年的次序和导入时不同。"


def wrongly_current(store: Store) -> Iterator[str]:
    """Where what is current does not follow from the statements, each in a Chinese sentence."""
    with store.reading() as connection:
        projects = connection.execute(select(col(Project.id)).order_by(col(Project.id))).scalars().all()
        for start in range(0, len(projects), _HASHES_AT_ONCE):
            yield from _wrong(connection, projects[start : start + _HASHES_AT_ONCE])
        yield from _ownerless(connection)


def _wrong(connection: Connection, projects: Sequence[int]) -> Iterator[str]:
    stated = select(col(Statement.project_id), col(Statement.year)).where(col(Statement.project_id).in_(projects)).distinct()
    known = candidates(connection, [(project, year) for project, year in connection.execute(stated)])
    marked: defaultdict[tuple[int, int], set[tuple[int, bool]]] = defaultdict(set)
    query = select(CurrentTarget).where(col(CurrentTarget.project_id).in_(projects))
    for row in connection.execute(query).mappings():
        marked[row["project_id"], row["year"]].add((row["statement_id"], row["conflict"]))
    for key in sorted({*known, *marked}):
        chosen = winners(known.get(key, ()))
        right = {(one.statement_id, len(chosen) > 1) for one in chosen}
        if right != marked[key]:
            titles = {one.statement_id: f"《{one.title}》" for one in known.get(key, ())}
            yield f"{_called(connection, key)}：现行的是{_said(marked[key], titles)}，按阶段和日期应为{_said(right, titles)}。"


def _called(connection: Connection, key: tuple[int, int]) -> str:
    project, year = key
    query = select(col(Statement.unit), col(Statement.project)).where(col(Statement.project_id) == project)
    row = connection.execute(query.where(col(Statement.year) == year).order_by(col(Statement.id)).limit(1)).first()
    return f"{row[0]}「{row[1]}」{year}年" if row else f"第 {project} 号项目 {year}年"


def _said(current: set[tuple[int, bool]], titles: dict[int, str]) -> str:
    named = "、".join(sorted(titles.get(statement, "别的项目的表") for statement, _conflict in current)) or "“无”"
    return f"{named}（并列）" if any(conflict for _statement, conflict in current) else named


def _ownerless(connection: Connection) -> Iterator[str]:
    """Rows that belong to no document: nothing of ours leaves any."""
    parts = [(table.__table__, "statement_id", col(Statement.id)) for table in (*PART_TABLES, CurrentTarget)]  # type: ignore[attr-defined]  # SQLModel does not declare it
    for table, reference, owner in (*parts, (Statement.__table__, "document_id", col(Document.id))):  # type: ignore[attr-defined]  # the same
        query = select(func.count()).select_from(table).where(table.c[reference].not_in(select(owner)))
        if number := connection.execute(query).scalar_one():
            yield f"表 {table.name} 里有 {number} 行不属于任何文件。"
