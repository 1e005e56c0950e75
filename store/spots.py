"""Whether a field of the form is filled in (填了没), and how much money it has: conditions of a query over statements."""

from decimal import ROUND_FLOOR, Decimal
from typing import Any

from sqlalchemy import ColumnElement, Exists, SQLColumnExpression, and_, exists, false, or_
from sqlmodel import col

from store.columns import FEN
from store.model import FundingKind, Horizon
from store.plan import AmountFilter, Comparator, Spot
from store.tables.stated import Blank, Funding, Goal, Indicator, Statement, StatementFact
from store.text import fold

_MONEY = frozenset(kind.value for kind in FundingKind)
_MOST = Decimal(2**63 - 1).scaleb(-2)  # yuan that a BIGINT of 分 holds


def filled(spot: Spot) -> ColumnElement[bool]:
    """Whether the statement fills the field in; an amount of 0 is no money of that kind (“有上年结转的项目”), unless limits leave it."""
    if spot.field in _MONEY:
        limits = [compares(col(Funding.yuan), limit) for limit in spot.limits]
        return _money(spot).where(*(limits or [col(Funding.yuan) > Decimal(0)]))
    return holds(spot)


def holds(spot: Spot) -> ColumnElement[bool]:
    """Whether anything stands in the field, be it 0."""
    if spot.field in _MONEY:
        return _money(spot)
    if spot.field == "goal":
        return exists().where(col(Goal.statement_id) == col(Statement.id), col(Goal.horizon) == spot.horizon)
    if spot.field == "indicator":
        return _indicator(spot)
    found = exists().where(col(StatementFact.statement_id) == col(Statement.id), col(StatementFact.field) == spot.field)
    return found.where(col(StatementFact.folded).in_({fold(text) for text in spot.reads})) if spot.reads else found


def lacks(spot: Spot) -> ColumnElement[bool]:
    """Whether nothing stands in the field; `spot.printed` says whether the form must ask for it."""
    if spot.printed is None:
        return ~holds(spot)
    asked = exists().where(col(Blank.statement_id) == col(Statement.id), col(Blank.field) == spot.field)
    if spot.field in _MONEY or spot.field == "goal":
        asked = asked.where(or_(col(Blank.horizon).is_(None), col(Blank.horizon) == spot.horizon))
    return and_(~holds(spot), asked if spot.printed else ~asked)


def compares(total: SQLColumnExpression[Any], wanted: AmountFilter) -> ColumnElement[bool]:
    """The comparison on whole 分, also with an amount that is none; no total is no match."""
    yuan = max(-_MOST, min(_MOST, wanted.yuan))
    whole = yuan.quantize(FEN, ROUND_FLOOR)
    match wanted.op:
        case Comparator.AT_LEAST:
            return total >= whole if whole == yuan else total > whole
        case Comparator.MORE:
            return total > whole
        case Comparator.AT_MOST:
            return total <= whole
        case Comparator.LESS:
            return total < whole if whole == yuan else total <= whole
        case Comparator.EQUAL:
            return total == whole if whole == wanted.yuan else false()


def _money(spot: Spot) -> Exists:
    return exists().where(
        col(Funding.statement_id) == col(Statement.id),
        col(Funding.horizon) == spot.horizon,
        col(Funding.kind) == spot.field,
    )


def _indicator(spot: Spot) -> ColumnElement[bool]:
    """Whether there is an indicator of the class, or any where no class is named; of the middle term only where that is asked."""
    found = exists().where(col(Indicator.statement_id) == col(Statement.id))
    if spot.level:
        found = found.where(or_(col(Indicator.level1) == spot.level, col(Indicator.level2) == spot.level))
    return found.where(col(Indicator.horizon) == spot.horizon) if spot.horizon is Horizon.MID_TERM else found
