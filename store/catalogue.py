"""What there is to ask about: every current target with its names, for the name index, lists and the hierarchy of units."""

from decimal import Decimal

from msgspec import Struct
from sqlalchemy import Connection, and_, exists, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from store.database import Store, connected
from store.model import Attribute, Source
from store.nicknames import noted
from store.rows import read_places, source_of
from store.tables.evaluated import CurrentEvaluation, Evaluation
from store.tables.stated import CurrentTarget, Document, Indicator, ListedProject, Statement, StatementFact
from store.version import version


class Entry(Struct, frozen=True):
    """One current target, by its names as its document prints them."""

    publisher: str
    project: str
    unit: str
    year: int
    department: str | None
    department_code: str | None
    attribute: str | None
    document: str  # its title


class Listed(Struct, frozen=True):
    """One row of a 公开清单 that speaks of no target of its document."""

    project: str
    unit: str | None
    yuan: Decimal | None
    source: Source


class Catalogue(Struct, frozen=True):
    """All of them, ordered by year, publisher, document and place; `version` is that of the store when it was made."""

    version: int
    entries: tuple[Entry, ...]
    indicator_names: tuple[tuple[str, str], ...]  # (name, level 2), each once, in the order of their code points
    evaluated: tuple[tuple[str, str], ...] = ()  # (unit, project) of what self-evaluations (自评) speak of, the same
    listed: tuple[Listed, ...] = ()  # by document and place
    nicknames: tuple[tuple[str, str], ...] = ()  # the office's own: (nickname, what it stands for), in their order
    sources: tuple[str, ...] = ()  # 项目来源, each once

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years that there are targets for, the earliest first."""
        return tuple(sorted({entry.year for entry in self.entries}))


def document_count(store: Store | Connection) -> int:
    """How many documents there are: “只含已导入的 n 份文件”."""
    with connected(store) as connection:
        return connection.execute(select(func.count()).select_from(Document)).scalar_one()


def catalogue(store: Store | Connection) -> Catalogue:
    """What is current, in one snapshot: a few queries."""
    with connected(store) as connection:
        return Catalogue(
            version(connection),
            _entries(connection),
            _indicator_names(connection),
            _evaluated(connection),
            _listed(connection),
            tuple((one.nickname, one.formal) for one in noted(connection)),
            _sources(connection),
        )


def _entries(connection: Connection) -> tuple[Entry, ...]:
    department, code, attribute = aliased(StatementFact), aliased(StatementFact), aliased(StatementFact)
    asked = ((department, Attribute.DEPARTMENT), (code, Attribute.DEPARTMENT_CODE), (attribute, Attribute.ATTRIBUTE))
    query = (
        select(
            col(Document.publisher),
            col(Statement.project),
            col(Statement.unit),
            col(Statement.year),
            col(department.text),
            col(code.text),
            col(attribute.text),
            col(Document.title),
        )
        .select_from(CurrentTarget)
        .join(Statement, col(Statement.id) == col(CurrentTarget.statement_id))
        .join(Document, col(Document.id) == col(Statement.document_id))
        .order_by(col(Statement.year), col(Document.publisher), col(Document.title))
        .order_by(col(Document.identity), col(Statement.position))
    )
    for fact, field in asked:
        query = query.outerjoin(fact, and_(col(fact.statement_id) == col(Statement.id), col(fact.field) == field))
    return tuple(Entry(*row) for row in connection.execute(query))


def _indicator_names(connection: Connection) -> tuple[tuple[str, str], ...]:
    """First which names there are, which the index alone tells, then which of them something current holds."""
    known = select(col(Indicator.name), col(Indicator.level2)).distinct().subquery()
    is_current = (
        exists()
        .where(col(Indicator.name) == known.c.name, col(Indicator.level2) == known.c.level2)
        .where(col(CurrentTarget.statement_id) == col(Indicator.statement_id))
    )
    query = select(known.c.name, known.c.level2).where(is_current).order_by(known.c.name, known.c.level2)
    return tuple((name, level2) for name, level2 in connection.execute(query))


def _sources(connection: Connection) -> tuple[str, ...]:
    query = select(col(StatementFact.text)).where(col(StatementFact.field) == Attribute.SOURCE)
    query = query.join(CurrentTarget, col(CurrentTarget.statement_id) == col(StatementFact.statement_id))
    return tuple(sorted(connection.execute(query.distinct()).scalars()))


def _evaluated(connection: Connection) -> tuple[tuple[str, str], ...]:
    query = (
        select(col(Evaluation.unit), col(Evaluation.project))
        .join(CurrentEvaluation, col(CurrentEvaluation.evaluation_id) == col(Evaluation.id))
        .distinct()
        .order_by(col(Evaluation.unit), col(Evaluation.project))
    )
    return tuple((unit, project) for unit, project in connection.execute(query))


def _listed(connection: Connection) -> tuple[Listed, ...]:
    table = ListedProject
    query = (
        select(*table.__table__.c, col(Document.title))  # type: ignore[attr-defined]  # SQLModel does not declare it
        .join(Document, col(Document.id) == col(table.document_id))
        .where(col(table.statement_id).is_(None))
        .order_by(col(Document.publisher), col(Document.title), col(Document.identity), col(table.position))
    )
    rows = connection.execute(query).mappings().all()
    places = read_places(connection, (row["document_id"] for row in rows))
    return tuple(
        Listed(row["project"], row["unit"], row["yuan"], source_of(row, row["title"], places=places.get(row["document_id"], {})))
        for row in rows
    )
