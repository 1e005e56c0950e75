"""Executing a plan: which current targets it speaks of, in an order that depends on what documents say and nothing else."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache, partial
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, exists, func, select
from sqlmodel import col

from store.catalogue import Catalogue, Entry, catalogue, document_count
from store.database import Store, connected
from store.fitting import fitting, has_percents, horizon_of, per_cent
from store.hierarchy import Hierarchy
from store.left_out import Compare, kept
from store.model import Attribute, FundingKind, Horizon, ListedProject, PerformanceTarget, Stage
from store.plan import AmountFilter, Direction, LeftOut, Plan
from store.rows import STATEMENT_COLUMNS, Places, read_places, read_targets, source_of
from store.searching import holding
from store.spots import compares, filled, lacks
from store.tables.stated import BudgetUnit, CurrentTarget, Document, Funding, Project, Statement, StatementFact
from store.tables.stated import ListedProject as ListedRow
from store.text import fold
from store.version import version

__all__ = [
    "Catalogue",
    "Entry",
    "TargetView",
    "catalogue",
    "count",
    "document_count",
    "everything",
    "fitting",
    "horizon_of",
    "per_cent",
    "run",
    "selecting",
    "units_of",
    "version",
    "without_total",
]
_NO_MONEY = ("facts", "goals", "indicators", "blanks")  # the other parts of a target


class TargetView(Struct, frozen=True):
    """A current target with the document that states it."""

    publisher: str
    document: str  # the title that replies cite
    file: str
    stage: Stage
    published: date | None
    sha256: str  # of the file
    url: str | None  # where it was published
    target: PerformanceTarget
    listed: ListedProject | None  # the row of the same document's 公开清单 that speaks of it
    position: tuple[int, str, str, str, int, int, int]  # year, publisher, document, its hash, table, row, number: the order
    prints_totals: bool  # whether that document prints sums of its own (合计、小计)
    conflict: bool  # another document of equal rank states something else: that view stands beside this one


def everything(store: Store | Connection) -> list[TargetView]:
    """All that is current, ordered by year, publisher, document and place."""
    return run(store, Plan())


def run(
    store: Store | Connection, plan: Plan, hierarchy: Hierarchy | None = None, *, money_only: bool = False
) -> list[TargetView]:
    """What the plan's scope and filters leave, ordered by year, publisher, document title and place, or as `plan.order` says.

    `hierarchy` is that of the same state of the store, for callers that have it: making one reads every current target.
    `money_only` leaves all but names and money in the store, for sums over thousands of targets: other parts raise `NotRead`.

    Amounts compare and order by the annual total: without one a target matches no amount and comes last.  Percentages match a
    target if one of the indicators that `plan.indicators` and `plan.horizon` leave satisfies all of them.
    `plan.order` cuts to `count` after `skip`; fields and aggregate are for whoever makes the answer.
    """
    with connected(store) as connection:
        rows = connection.execute(selecting(connection, plan, hierarchy)).mappings().all()
        views = _views(connection, rows, _NO_MONEY if money_only and not plan.percents else ())
    if not plan.percents:
        return views
    matching = [view for view in views if has_percents(view.target, plan)]
    return matching[plan.order.skip : plan.order.skip + plan.order.count] if plan.order else matching


def read_of(plan: Plan) -> Plan:
    """What `run` looks at of a plan: it gives the same for all plans that are alike in this."""
    looked_at = (*_LOOKED_AT, "percents", "indicators", "horizon") if plan.percents else _LOOKED_AT
    return Plan().model_copy(update={name: getattr(plan, name) for name in looked_at})


_LOOKED_AT = (
    *("publishers", "projects", "units", "years", "attributes", "whole_branch", "without"),
    *("amounts", "texts", "stated", "lacking", "order"),
)


def without_total(store: Store | Connection, plan: Plan, hierarchy: Hierarchy | None = None) -> int:
    """How many targets of the plan's scope have no annual total that could be read; what documents dispute counts once."""
    total = exists().where(
        col(Funding.statement_id) == col(Statement.id),
        col(Funding.horizon) == Horizon.ANNUAL,
        col(Funding.kind) == FundingKind.TOTAL,
    )
    return _count(store, plan, hierarchy, ~total)


def count(store: Store | Connection, plan: Plan, hierarchy: Hierarchy | None = None) -> int:
    """How many targets the plan's scope holds, whatever its limits of amounts and its order; what documents dispute counts once."""
    return _count(store, plan, hierarchy)


def _count(store: Store | Connection, plan: Plan, hierarchy: Hierarchy | None, *limits: ColumnElement[bool]) -> int:
    with connected(store) as connection:
        keys = (
            select(col(Statement.project_id), col(Statement.year))
            .distinct()
            .select_from(CurrentTarget)
            .join(Statement, col(Statement.id) == col(CurrentTarget.statement_id))
            .join(Project, col(Project.id) == col(Statement.project_id))
            .join(BudgetUnit, col(BudgetUnit.id) == col(Project.unit_id))
            .join(Document, col(Document.id) == col(Statement.document_id))
            .where(*_scope(plan, _units(connection, plan, hierarchy)), *limits)
        )
        return connection.execute(select(func.count()).select_from(keys.subquery())).scalar_one()


def selecting(connection: Connection, plan: Plan, hierarchy: Hierarchy | None = None) -> Select[Any]:
    """The query of what `run` reads before it looks at percentages, for whoever counts it or adds it up in the database."""
    return _query(plan, _units(connection, plan, hierarchy))


def _units(connection: Connection, plan: Plan, hierarchy: Hierarchy | None) -> list[set[str]]:
    """The units of the plan, then those of each thing that it leaves out."""
    return [units_of(connection, plan, hierarchy), *(units_of(connection, one, hierarchy) for one in plan.without)]


def units_of(connection: Connection, plan: Plan | LeftOut, hierarchy: Hierarchy | None = None) -> set[str]:
    """The folded names of the plan's units, with their subordinates where it asks for the whole branch."""
    named = set(plan.units)
    if plan.whole_branch and named:
        known = hierarchy or Hierarchy(catalogue(connection).entries)
        named.update(below for unit in plan.units for below in known.below(unit))
    return {fold(unit) for unit in named}


def _query(plan: Plan, units: Sequence[set[str]]) -> Select[Any]:
    every, total = _every()
    query = every.where(*_scope(plan, units, partial(_stated_amount, total)), *(compares(total, one) for one in plan.amounts))
    query = query.order_by(*_by_total(total, plan), *_PLACE)
    if plan.order is None or plan.percents:  # percentages are compared after this query, and only then is counted
        return query
    return query.limit(plan.order.count).offset(plan.order.skip)


@cache
def _every() -> tuple[Select[Any], ColumnElement[Any]]:
    """The query of all current targets, and the column of their annual total: made once, since making it takes as long as asking."""
    total = Funding.__table__.alias("total")  # type: ignore[attr-defined]  # SQLModel does not declare it
    annual = and_(total.c.statement_id == Statement.id, total.c.horizon == Horizon.ANNUAL, total.c.kind == FundingKind.TOTAL)
    every = (
        select(*_columns())
        .select_from(CurrentTarget)
        .join(Statement, col(Statement.id) == col(CurrentTarget.statement_id))
        .join(Project, col(Project.id) == col(Statement.project_id))
        .join(BudgetUnit, col(BudgetUnit.id) == col(Project.unit_id))
        .join(Document, col(Document.id) == col(Statement.document_id))
        .outerjoin(ListedRow, col(ListedRow.statement_id) == col(Statement.id))
        .outerjoin(total, annual)
    )
    return every, total.c.yuan


def _columns() -> list[Any]:
    document = (
        Document.publisher,
        Document.file,
        Document.stage,
        Document.published,
        Document.identity,
        Document.sha256,
        Document.url,
        Document.prints_totals,
    )
    listed = ("project", "unit", "yuan", "table_no", "row_no", "column_no", "raw")
    return [
        *STATEMENT_COLUMNS,
        *(col(column) for column in document),
        col(CurrentTarget.conflict),
        *(getattr(ListedRow, name).label(f"listed_{name}") for name in listed),
    ]


# A page of a document outside of its tables comes first.
_PLACE: tuple[Any, ...] = (
    col(Statement.year),
    col(Document.publisher),
    col(Document.title),
    col(Document.identity),
    func.coalesce(col(Statement.title_table_no), 0),
    col(Statement.title_row_no),
    col(Statement.position),
)


def _by_total(total: ColumnElement[Any], plan: Plan) -> list[ColumnElement[Any]]:
    if plan.order is None:
        return []
    # The databases disagree on where NULL comes, so it is said.
    return [total.is_(None), total.desc() if plan.order.direction is Direction.DESCENDING else total.asc()]


def _scope(plan: Plan, units: Sequence[set[str]], compare: Compare | None = None) -> list[ColumnElement[bool]]:
    """What limits the plan, but for amounts; `units` are those of the plan and of each thing that it leaves out."""
    conditions: list[ColumnElement[bool]] = []
    if plan.publishers:
        conditions.append(col(Document.publisher).in_(plan.publishers))
    if plan.projects:
        conditions.append(col(Project.folded).in_({fold(project) for project in plan.projects}))
    if plan.units:
        conditions.append(col(BudgetUnit.folded).in_(units[0]))
    if plan.years:
        conditions.append(col(Statement.year).in_(plan.years))
    if plan.attributes:
        conditions.append(_has_attribute(plan.attributes))
    if plan.texts:
        conditions.append(col(Statement.id).in_(holding(plan.texts)))
    conditions.extend(map(filled, plan.stated))
    conditions.extend(map(lacks, plan.lacking))
    for one, named in zip(plan.without, units[1:], strict=True):
        conditions.extend(kept(one, named, _has_attribute, compare))
    return conditions


def _spellings(attribute: str) -> tuple[str, ...]:
    """A kind of projects as forms spell it: 延续项目 is 延续性项目."""
    kind = attribute.removesuffix("项目")
    return (attribute,) if kind == attribute else (f"{kind.removesuffix('性')}项目", f"{kind.removesuffix('性')}性项目")


def _has_attribute(attributes: Iterable[str]) -> ColumnElement[bool]:
    """Whether the form's 项目属性 or 项目来源 is one of these."""
    # Not EXISTS: SQLite would go through all forms of the attribute for each statement.
    having = select(col(StatementFact.statement_id)).where(
        col(StatementFact.field).in_((Attribute.ATTRIBUTE, Attribute.SOURCE)),
        col(StatementFact.folded).in_({spelled for attribute in attributes for spelled in _spellings(fold(attribute))}),
    )
    return col(Statement.id).in_(having)


def _stated_amount(total: ColumnElement[Any], wanted: AmountFilter) -> ColumnElement[bool]:
    """The same, and false where there is no total, also when it is negated."""
    return and_(total.is_not(None), compares(total, wanted))


def _views(connection: Connection, rows: Sequence[RowMapping], unread: Collection[str]) -> list[TargetView]:
    places = read_places(connection, (row["document_id"] for row in rows))
    targets = read_targets(connection, rows, places, unread)
    return [_view(row, targets[row["id"]], places.get(row["document_id"], {})) for row in rows]


def _view(row: RowMapping, target: PerformanceTarget, places: Places) -> TargetView:
    place = (row["title_table_no"] or 0, row["title_row_no"], row["position"])
    return TargetView(
        publisher=row["publisher"],
        document=row["document"],
        file=row["file"],
        stage=Stage(row["stage"]),
        published=row["published"],
        sha256=row["sha256"],
        url=row["url"],
        target=target,
        listed=_listed(row, places),
        position=(row["year"], row["publisher"], row["document"], row["identity"], *place),
        prints_totals=row["prints_totals"],
        conflict=row["conflict"],
    )


def _listed(row: RowMapping, places: Places) -> ListedProject | None:
    if row["listed_project"] is None:
        return None
    source = source_of(row, row["document"], "listed_", places)
    stated = {name: row[f"listed_{name}"] for name in ("project", "unit", "yuan")}
    return ListedProject(**stated, source=source)
