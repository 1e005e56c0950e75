"""Every question that can be understood has one intent: all shapes of a plan, tried one by one."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, product

import pytest

from bot.app import INTENTS
from bot.language.meanings import Mark
from bot.question import Understanding
from bot.topics import Topic
from store.model import FundingKind
from store.plan import Aggregate, AmountFilter, Change, Comparator, Direction, Field, Order, Plan, Spot, TextFilter

SOME = 7  # every so many-th plan, in step with none of their parts; all of them by `make prove`
_ORDER = Order(direction=Direction.DESCENDING, count=3)
_CHECKED = (AmountFilter(op=Comparator.MORE, yuan=Decimal(10000)),)
_MARKS = (frozenset(), {Mark.WHICH, Mark.PROJECTS}, {Mark.ROSE, Mark.PROJECTS}, {Mark.UNITS}, {Mark.EACH, Mark.UNITS})


def _questions() -> Iterator[Understanding]:
    shapes = product(Field, (None, *Aggregate), (None, _ORDER), (False, True), (None, Field.UNIT, Field.PROJECT))
    for (field, aggregate, order, compare, counted), marks in product(shapes, _MARKS):
        if aggregate is Aggregate.DIFFERENCE and not compare:
            continue  # a difference is a comparison
        scopes = product(((), (2024, 2025)), ((), ("项目",)), ((), (FundingKind.OTHER,)), ((), _CHECKED))
        for years, projects, kinds, checked in scopes:
            plan = Plan(
                fields=(field,),
                aggregate=aggregate,
                order=order,
                compare=compare,
                count_of=counted,
                years=years,
                projects=projects,
                kinds=kinds,
                checked=checked,
            )
            yield from (Understanding("", Topic.TARGETS, one, (), marks=frozenset(marks)) for one in _narrowed(plan))


def _narrowed(plan: Plan) -> Iterator[Plan]:
    """The plan, with what it may want of the forms, and with a change where two years are compared."""
    yield plan
    spots = (Spot(field="indicator"),)
    for update in ({"texts": (TextFilter(text="机房"),)}, {"stated": spots}, {"lacking": spots}):
        yield plan.model_copy(update=update)
    if plan.compare and plan.fields == (Field.PROJECT,) and not plan.order:
        yield from (plan.model_copy(update={"change": change}) for change in Change)


@pytest.mark.parametrize("every", [SOME, pytest.param(1, marks=pytest.mark.prove)])
def test_any_shape_of_a_plan_has_one_intent(every: int) -> None:
    """No question falls between two intents, and none is left without: whatever is asked together."""
    asked = islice(_questions(), None, None, every)
    wrong = [(q.plan, names) for q in asked if len(names := [i.name for i in INTENTS if i.claims(q)]) != 1]

    assert [] == wrong[:3]


def test_small_talk_has_one_intent() -> None:
    """What is not about targets is one intent's part."""
    for topic in set(Topic) - {Topic.TARGETS}:
        assert ["talk"] == [i.name for i in INTENTS if i.claims(Understanding("", topic, Plan(), ()))]
