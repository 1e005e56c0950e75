"""Follow-ups: what a question takes over from the last answered one; and what is meant where nothing is said."""

from datetime import date
from typing import Any

from bot.asking import fields_of
from bot.book import Book
from bot.language.meanings import AggregateSaid, AmountNamed, AmountSaid, Asked, Mark, OrderSaid, YearsSaid
from bot.parse import Parse
from bot.scope import Scope
from store.plan import Aggregate, Field, Newest, Plan


def follows_on(said: Parse, scope: Scope, previous: Plan, book: Book) -> bool:
    """Whether the question goes on about what the last one was about."""
    marks = said.marks()
    if marks & {Mark.FOLLOWING, Mark.IT} or compares_with_before(said, scope):
        return True
    if scope.projects or scope.attributes or (said.leftovers and not previous.projects):
        return False
    if _is_wide(said):
        return False
    if not scope.units:
        return True
    # “渠沟的满意度” goes on about the project if 渠沟 has it too; “国库支付中心多少经费” is about that unit.
    return book.holds(previous.projects, scope.units) if previous.projects else not _asks(said)


def compares_with_before(said: Parse, scope: Scope) -> bool:
    """Whether one side of a comparison is what was spoken of: “比渠沟多多少”."""
    compares = bool(said.marks() & {Mark.COMPARED, Mark.ROSE, Mark.FELL}) or any(
        a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid)
    )
    if scope.projects and scope.years:
        return False  # “高龄津贴比去年多多少” says both sides
    sides = max(len(scope.projects), len(scope.years), scope.unit_mentions)
    return compares and sides == 1 and not _is_wide(said)


def _is_wide(said: Parse) -> bool:
    """Whether the question is about projects at large, whatever was spoken of."""
    fields = set(fields_of(said, indicators=False))
    everything = Mark.EVERYTHING in said.marks() and not fields & {Field.INDICATOR, Field.GOAL, Field.FUNDING}
    wide = everything or Mark.PROJECTS in said.marks() or Field.PROJECT in fields
    return wide or bool(said.meanings(AmountSaid) or (said.meanings(AmountNamed) and not said.mentions))


def _asks(said: Parse) -> bool:
    asks = (*said.meanings(Asked), *said.meanings(AggregateSaid), *said.meanings(OrderSaid))
    return bool(asks) or Mark.HOW_MUCH in said.marks()


def merged(asked: Plan, previous: Plan, scope: Scope, *, beside: bool) -> Plan:
    """The last plan with what this question says in the place of what it said before; `beside`: compared with it."""
    update = {**_scope(asked, previous, scope, beside=beside), **_shape(asked, previous)}
    return previous.model_copy(update=update)


def _scope(asked: Plan, previous: Plan, scope: Scope, *, beside: bool) -> dict[str, Any]:
    update: dict[str, Any] = {}
    if scope.projects:
        projects = (*previous.projects, *scope.projects) if beside else scope.projects
        units = () if beside else scope.units
        update |= {"projects": projects, "units": units, "attributes": (), "amounts": (), "percents": (), "order": None}
    elif scope.units:
        kept = previous.projects if scope.holds_with(previous.projects) else ()
        units = (*previous.units, *scope.units) if beside else scope.units
        update |= {"units": units, "projects": kept, "whole_branch": asked.whole_branch}
    if scope.years:
        before = previous.years or scope.book.years_of(previous.projects, previous.units)[-1:]
        update |= {"years": tuple(dict.fromkeys((*before, *scope.years))) if beside else scope.years, "newest": None}
    return update


def _shape(asked: Plan, previous: Plan) -> dict[str, Any]:
    shape = {"aggregate": asked.aggregate, "order": asked.order, "compare": asked.compare, "count_of": asked.count_of}
    shaped = asked.aggregate or asked.order or asked.compare
    if asked.fields:
        names = ("fields", "kinds", "indicators", "standard", "horizon", "percents")
        return {**shape, **{name: getattr(asked, name) for name in names}}
    if shaped:
        return {**shape, "fields": (Field.AMOUNT,) if Field.PROJECT in previous.fields else previous.fields}
    return {"horizon": asked.horizon} if asked.horizon else {}


def with_defaults(plan: Plan, said: Parse, book: Book, today: date) -> Plan:
    """Money where nothing is asked for; the newest year where none is named; this year beside “比去年”."""
    fields = plan.fields or (_default_field(plan),)
    years, newest = plan.years, plan.newest
    if plan.compare and len(years) == 1 and len(plan.projects) < 2 and len(plan.units) < 2:
        years = tuple(dict.fromkeys((today.year, *years)))
    if any(y.every for y in said.meanings(YearsSaid)) and not years:
        years, newest = book.years_of(plan.projects, plan.units), None
    elif Field.YEAR in fields:
        newest = None
    elif not years:
        portfolio = fields == (Field.PROJECT,) and plan.units and not plan.aggregate
        newest = Newest.EACH if plan.projects or portfolio else Newest.SCOPE
    return plan.model_copy(update={"fields": fields, "years": years, "newest": newest})


def _default_field(plan: Plan) -> Field:
    listing = plan.amounts or (plan.attributes and not plan.projects)
    return Field.PROJECT if listing and not plan.aggregate and not plan.order else Field.AMOUNT
