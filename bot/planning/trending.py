"""Which projects or units went the same way year after year: “逐年减少的项目”."""

from bot.language.meanings import Proposal, YearsSaid
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.plan import Aggregate, Field, Plan

_COUNTED = (None, Aggregate.COUNT)
_OF_MONEY = frozenset({Field.PROJECT, Field.UNIT, Field.AMOUNT, Field.FUNDING})
_WHICH_THEN = Pattern(r"(?:了|着|过)?的?(?:(?P<unit>单位|部门)|项目|(?:都|又)?[有是]哪|$(?<=的))")


def with_trend(plan: Plan, said: Parse) -> Plan:
    """The plan that leaves only those; of one that is named its years are told, whichever way they go."""
    spans = trends(said)
    named = len(plan.projects) == 1 and len(plan.units) == 1
    if len(spans) != 1 or named or plan.aggregate not in _COUNTED or plan.order or not asks_which(plan, said):
        return plan
    behind = _WHICH_THEN.match(said.said.text, spans[0].end)
    units = Field.UNIT in (*plan.fields, plan.count_of) or (behind is not None and behind["unit"])
    meant = spans[0].meaning
    trend = meant.trend if isinstance(meant, YearsSaid) else None
    update = {"trend": trend, "by": None, "compare": True, "fields": (Field.UNIT if units else Field.PROJECT,)}
    return plan.model_copy(update=update)


def trends(said: Parse) -> list[Proposal]:
    """The words that say which way it went."""
    return [p for p in said.cover if isinstance(p.meaning, YearsSaid) and p.meaning.trend]


def asks_which(plan: Plan, said: Parse) -> bool:
    """Whether it is asked which projects or units, or how many of them."""
    counted = plan.aggregate is Aggregate.COUNT and plan.count_of in (None, Field.PROJECT, Field.UNIT)
    listed = {Field.PROJECT, Field.UNIT} & {*plan.fields} and {*plan.fields} <= _OF_MONEY
    return bool(counted or listed or any(_WHICH_THEN.match(said.said.text, p.end) for p in trends(said)))
