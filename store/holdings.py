"""All that the store holds of one document, for whoever checks it (核对); see also `store/agreeing.py`."""

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, select
from sqlmodel import col

from store.comparing import read_statements
from store.content import digest
from store.database import Store
from store.evaluated import evaluations_in
from store.evaluations import digest as digest_of_evaluation
from store.loads import live, names_of, settled
from store.model import DocumentStatement, Evaluation, ListedProject, PerformanceTarget, Stage
from store.rows import chunks, read_places, source_of
from store.statements import identity_of
from store.tables import stated
from store.tables.evaluated import Evaluation as EvaluationRow
from store.tables.history import Load
from store.tables.stated import BudgetUnit, Document, Project, Publisher, Statement
from store.text import fold


class Held(Struct, frozen=True):
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
    columns = (*Document.__table__.c, col(stated.Original.content))  # type: ignore[attr-defined]  # SQLModel does not declare it
    query = select(*columns).outerjoin(stated.Original, col(stated.Original.sha256) == col(Document.sha256))
    row = connection.execute(query.where(col(Document.id) == document)).mappings().one_or_none()
    if row is None:
        return None
    counting = select(col(Load.id)).where(col(Load.document_id) == document, live()).order_by(col(Load.id))
    loads = tuple(connection.execute(counting).scalars())
    named = {"title": row["title"], "file": row["file"], "sha256": row["sha256"], "original": row["content"] or b""}
    rows, evaluated = (_rows(connection, table, document) for table in (Statement, EvaluationRow))
    try:
        found = read_statements(connection, [one["id"] for one in rows])
        targets = [found[one["id"]] for one in rows]
        evaluations = evaluations_in(connection, document)
        listed, joined = _listed(connection, row, [one["id"] for one in rows])
        statement = _statement(row, targets, listed, evaluations)
    except (ArithmeticError, LookupError, TypeError, ValueError):  # whatever somebody wrote into the rows
        return Held(
            **named, loads=loads, statement=None, joined=(), oddities=("库里的记录读不出来，被改动过。",), as_loaded=False
        )
    hashed = [*map(digest, targets), *map(digest_of_evaluation, evaluations)]
    intact = hashed == [one["digest"] for one in (*rows, *evaluated)]
    odd_keys = [_odd_keys(connection, of, row["publisher"], stated) for of, stated in ((rows, targets), (evaluated, evaluations))]
    oddities = (*_odd_names(connection, row, statement, loads), *chain.from_iterable(odd_keys))
    return Held(**named, loads=loads, statement=statement, joined=joined, oddities=oddities, as_loaded=intact)


def _rows(connection: Connection, table: type[Statement | EvaluationRow], document: int) -> Sequence[RowMapping]:
    query = select(table).where(col(table.document_id) == document).order_by(col(table.position))
    return connection.execute(query).mappings().all()


def _statement(
    row: RowMapping, targets: Sequence[PerformanceTarget], listed: Sequence[ListedProject], evaluations: Sequence[Evaluation]
) -> DocumentStatement:
    return DocumentStatement(
        **{name: row[name] for name in ("file", "sha256", "publisher", "published", "url", "prints_totals")},
        document=row["title"],
        stage=Stage(row["stage"]),
        targets=tuple(targets),
        listed=tuple(listed),
        evaluations=tuple(evaluations),
    )


def _listed(
    connection: Connection, document: RowMapping, statements: Sequence[int]
) -> tuple[list[ListedProject], tuple[int | None, ...]]:
    table = stated.ListedProject
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
    connection: Connection, rows: Sequence[RowMapping], publisher: str, stated: Sequence[PerformanceTarget | Evaluation]
) -> Iterator[str]:
    """Statements and evaluations that are filed under other names than they print."""
    query = (
        select(col(Project.id), col(Publisher.folded), col(BudgetUnit.folded), col(Project.folded))
        .join(BudgetUnit, col(BudgetUnit.id) == col(Project.unit_id))
        .join(Publisher, col(Publisher.id) == col(BudgetUnit.publisher_id))
    )
    filed: dict[int, tuple[str, ...]] = {}
    for ids in chunks({row["project_id"] for row in rows}):
        filed |= {project: tuple(names) for project, *names in connection.execute(query.where(col(Project.id).in_(ids)))}
    for place, (row, target) in enumerate(zip(rows, stated, strict=True)):
        if filed.get(row["project_id"]) != (fold(publisher), fold(target.unit), fold(target.project)):
            yield f"{target.unit}「{target.project}」{target.year}年在库里归到了别的项目名下。"
        if row["position"] != place:
            yield f"{target.unit}「{target.project}」{target.year}年的次序和导入时不同。"
