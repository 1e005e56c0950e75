"""Sums over more targets than anybody would read: how many, and how much, for each unit and year, added up in the database."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, Subquery, and_, case, func, or_, select
from sqlmodel import col

from store.database import Store, connected
from store.hierarchy import Hierarchy
from store.model import FundingKind, Horizon
from store.plan import Plan
from store.tables.stated import CurrentTarget, Document, Funding, Project, Statement
from store.targets import selecting

_NOTHING = Decimal("0.00")


class UnitSum(Struct, frozen=True):
    """What the targets of one unit in one year come to, in yuan; what documents state alike counts once.

    `filled` of the `targets` have an amount, `nonzero` of these one that is not 0.  Of `disputed` ones documents of equal rank state
    different amounts, so that the sum is none.
    """

    publisher: str
    unit: str
    year: int
    targets: int
    filled: int
    nonzero: int
    yuan: Decimal
    disputed: int
    prints_totals: bool  # whether a document that is concerned prints sums of its own


def size(store: Store | Connection, plan: Plan, hierarchy: Hierarchy | None = None) -> int:
    """How many targets `targets.run` would read for the plan, its limits and its order included; none of them is read."""
    with connected(store) as connection:
        rows = selecting(connection, plan, hierarchy).with_only_columns(col(Statement.id)).order_by(None)
        return connection.execute(select(func.count()).select_from(rows.subquery())).scalar_one()


def unit_sums(
    store: Store | Connection,
    plan: Plan,
    kind: FundingKind = FundingKind.TOTAL,
    horizon: Horizon = Horizon.ANNUAL,
    hierarchy: Hierarchy | None = None,
) -> list[UnitSum]:
    """The sums of one kind of money over the plan's scope and limits of the annual total, ordered by year, publisher and unit.

    Percentages and `among` of the plan are not looked at, nor is its order.
    """
    with connected(store) as connection:
        each = _each_target(connection, plan.model_copy(update={"order": None}), kind, horizon, hierarchy)
        of, least = each.c, each.c.least
        # An amount that one of several documents leaves empty is in dispute as well.
        disputed = or_(least != of.most, and_(of.stated > 0, of.stated < of.documents))
        query = (
            select(
                func.min(of.publisher).label("publisher"),
                func.min(of.unit).label("unit"),
                of.year,
                func.count().label("targets"),
                func.count(least).label("filled"),
                func.sum(case((least != Decimal(0), 1), else_=0)).label("nonzero"),
                func.sum(least).label("yuan"),
                func.sum(case((disputed, 1), else_=0)).label("disputed"),
                func.max(of.prints_totals).label("prints_totals"),
            )
            .group_by(of.year, of.unit_id)
            .order_by(of.year, func.min(of.publisher), func.min(of.unit), of.unit_id)
        )
        return [_sum(row) for row in connection.execute(query).mappings()]


def years_filled(
    store: Store | Connection, plan: Plan, kind: FundingKind, horizon: Horizon, hierarchy: Hierarchy | None = None
) -> tuple[int, ...]:
    """The years of which some form of the plan's scope prints such an amount, the oldest first; its order is not looked at."""
    with connected(store) as connection:
        rows = selecting(connection, plan.model_copy(update={"order": None}), hierarchy).order_by(None)
        filled = rows.join(Funding, col(Funding.statement_id) == col(Statement.id)).where(
            col(Funding.horizon) == horizon, col(Funding.kind) == kind
        )
        years = connection.execute(filled.with_only_columns(col(Statement.year)).distinct()).scalars()
        return tuple(sorted(years))


def _each_target(
    connection: Connection, plan: Plan, kind: FundingKind, horizon: Horizon, hierarchy: Hierarchy | None
) -> Subquery:
    """A row for each target, however many documents state it, with the least and the most that they state."""
    money = Funding.__table__.alias("money")  # type: ignore[attr-defined]  # SQLModel does not declare it
    rows = selecting(connection, plan, hierarchy).order_by(None)
    stated = and_(money.c.statement_id == Statement.id, money.c.horizon == horizon, money.c.kind == kind)
    return (
        rows.outerjoin(money, stated)
        .with_only_columns(
            col(Project.unit_id),
            col(Statement.year),
            func.min(col(Document.publisher)).label("publisher"),
            func.min(col(Statement.unit)).label("unit"),
            func.min(money.c.yuan).label("least"),
            func.max(money.c.yuan).label("most"),
            func.count(money.c.yuan).label("stated"),
            func.count(col(CurrentTarget.statement_id)).label("documents"),
            func.max(case((col(Document.prints_totals), 1), else_=0)).label("prints_totals"),
        )
        .group_by(col(Project.unit_id), col(Project.id), col(Statement.year))
        .subquery()
    )


def _sum(row: RowMapping) -> UnitSum:
    yuan = _NOTHING if row["yuan"] is None else row["yuan"]  # PostgreSQL's sums are no `int`
    whole = {name: int(row[name]) for name in ("targets", "filled", "nonzero", "disputed")}
    return UnitSum(row["publisher"], row["unit"], row["year"], yuan=yuan, prints_totals=bool(row["prints_totals"]), **whole)


def together(sums: Sequence[UnitSum]) -> Decimal:
    """The sum of the sums, in yuan."""
    return sum((one.yuan for one in sums), start=_NOTHING)
