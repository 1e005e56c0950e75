"""What a question takes over from a ranking: that units are ranked, and that of the first three the sum is asked."""

from typing import Any

from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import Mark, OrderSaid
from bot.reading.parse import Parse
from bot.scoping.scope import Scope
from store.plan import BY_MEAN, BY_NUMBER, BY_TOTAL, Aggregate, Change, Field, GroupBy, Plan


def asks_which_of_them(said: Parse, previous: Plan, scope: Scope) -> bool:
    """“哪个学校最多”, “哪个乡镇涨得最多” after a project that several of these have: which has most of it, rather than most projects."""
    asked = any(kind.which is Which.WHICH for kind in said.meanings(KindOfUnits)) and not said.mentions
    counted = Mark.PROJECTS in said.marks() or any(one.order.by == BY_NUMBER for one in said.meanings(OrderSaid))
    several = len(previous.projects) == 1 and len(previous.units) != 1
    return asked and several and not counted and sum(scope.book.holds(previous.projects, (unit,)) for unit in scope.units) > 1


def of_units_again(asked: Plan, previous: Plan, scope: Scope) -> dict[str, Any]:
    """“第二名呢” after a ranking of units ranks units, and so does “最低的呢” after the sum of three, or how many projects each has."""
    ranked = previous.order is not None
    departments = previous.by is GroupBy.DEPARTMENT
    of_units = (
        departments or (ranked and (Field.UNIT in previous.fields or previous.count_of is Field.UNIT)) or told_of_units(previous)
    )
    other = set(asked.fields) - {Field.UNIT}
    again = of_units and asked.order and not (other or asked.compare or asked.by or scope.projects or scope.units)
    fields: dict[str, Any] = {"fields": (Field.UNIT,)} if again else {}
    counted = previous.by is GroupBy.UNIT and previous.aggregate is Aggregate.COUNT
    means = previous.by is not None and previous.aggregate is Aggregate.AVERAGE
    by = BY_NUMBER if counted else BY_MEAN if means else previous.order.by if previous.order else BY_TOTAL
    if again and asked.order and by != BY_TOTAL:
        fields["order"] = asked.order.model_copy(update={"by": by})
    if fields and departments:
        fields["by"] = previous.by
    return fields | _begun(asked, previous, scope)


def told_of_units(previous: Plan) -> bool:
    """Whether several units were told of together, or beside each other, without any project."""
    told = previous.aggregate in (Aggregate.SUM, Aggregate.AVERAGE) or previous.compare or previous.by is GroupBy.UNIT
    one = previous.change or previous.order or previous.narrowed or len(previous.years) > 1 or previous.whole_branch
    every = previous.by is GroupBy.UNIT and not previous.units
    return (len(previous.units) > 1 or every) and told and not (previous.projects or one)


def _begun(asked: Plan, previous: Plan, scope: Scope) -> dict[str, Any]:
    """“第二呢” behind the first: both were told then."""
    order, before = asked.order, previous.order
    if order is None or before is None or scope.projects or scope.units or scope.years or scope.everything:
        return {}
    alike = (order.by, order.direction) == (before.by, before.direction) and (before.begun or not before.skip)
    goes_on = alike and order.skip > 0 and order.skip == before.skip + before.count
    return {"order": order.model_copy(update={"begun": True})} if goes_on else {}


def of_what_changed(asked: Plan, previous: Plan, scope: Scope) -> dict[str, Any]:
    """“哪个最多”, “一共多少” after what is new, or gone: of these, and not of all that there is."""
    anew = scope.projects or scope.units or scope.years or scope.everything or asked.compare or asked.by or asked.amounts
    summed = asked.aggregate is Aggregate.SUM and not asked.order
    ranked = asked.aggregate is None and asked.order is not None and asked.order.by == BY_TOTAL and not asked.other_order
    money = set(asked.fields) <= {Field.AMOUNT, Field.PROJECT} and not asked.kinds and not asked.horizon
    if previous.change not in (Change.NEW, Change.GONE) or anew or not money or not (summed or ranked):
        return {}
    return {"change": previous.change, "compare": True, "fields": previous.fields, "order": asked.order}


def of_the_first(asked: Plan, previous: Plan, scope: Scope) -> dict[str, Any]:
    """“一共多少”, “占全县多少” after the first three: of these, and not of all."""
    several = previous.order and previous.order.count > 1 and not previous.other_order
    anew = scope.projects or scope.units or scope.years or scope.attributes or asked.amounts or asked.order
    if not several or anew or asked.aggregate not in (Aggregate.SUM, Aggregate.SHARE) or previous.change:
        return {}
    of_units = Field.UNIT in previous.fields or previous.count_of is Field.UNIT or previous.by is GroupBy.UNIT
    fields = {"fields": (Field.UNIT,)} if of_units and asked.aggregate is Aggregate.SUM else {}
    by = {"by": GroupBy.UNIT} if of_units and asked.aggregate is Aggregate.SHARE else {}
    return {"order": previous.order, **fields, **by}
