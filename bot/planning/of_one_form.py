"""What is asked of the inside of a form rather than of money: the weights of its indicators, whether its figures agree."""

from collections.abc import Sequence

from bot.language.meanings import Asked, Mark
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.plan import Aggregate, Field, IndicatorFilter, Plan

OF_A_FORM = frozenset({Field.WEIGHT, Field.AGREEMENT})
_VALUES = Pattern("值|要求|达到|目标|标准")


def fields_of_form(fields: Sequence[Field], said: Parse) -> list[Field]:
    """The fields, where weights are asked for without the lines that they are of: 多少 and 指标 only say which weights."""
    if Field.AGREEMENT in fields:
        return [Field.AGREEMENT]
    if Field.WEIGHT not in fields:
        return list(fields)
    asked = [p for p in said.cover if isinstance(p.meaning, Asked) and p.meaning.field is Field.INDICATOR]
    values = any(_VALUES.search(said.words(p.start, p.end).text) for p in asked)
    return [Field.INDICATOR, Field.WEIGHT] if values else [Field.WEIGHT]


def weights_again(asked: Plan, previous: Plan, about: Parse) -> dict[str, object]:
    """“权重呢” after a line of the table asks for that line's; “满意度呢” after a weight for the weight of those lines."""
    if asked.fields == (Field.AGREEMENT,) and asked.indicators.everything and previous.fields == (Field.INDICATOR,):
        costs = any("成本" in level for level in previous.indicators.level2)
        return {"indicators": previous.indicators} if costs else {}  # “两个数对得上吗” behind the cost
    if asked.fields == (Field.WEIGHT,) and asked.indicators.everything and not (asked.aggregate or asked.order):
        of_a_line = set(previous.fields) & {Field.INDICATOR, Field.WEIGHT} and not (asked.projects or _of_each(about))
        return {"indicators": previous.indicators.model_copy(update={"measured": None})} if of_a_line else {}
    if previous.fields != (Field.WEIGHT,):
        return {}
    if asked.fields == (Field.INDICATOR,) and not asked.percents and not _asks_for_values(about):
        return {"fields": (Field.WEIGHT,)}
    if not asked.fields and (asked.aggregate is Aggregate.SUM or asked.order):
        return {"fields": (Field.WEIGHT,), "kinds": (), "indicators": IndicatorFilter()}
    return {}


def as_form(plan: Plan) -> Plan:
    """The plan of what is asked of a form, without the shapes that only money has."""
    if not OF_A_FORM & set(plan.fields):
        return plan
    fields = (Field.WEIGHT,) if plan.order and Field.WEIGHT in plan.fields else plan.fields
    none = {"compare": False, "against": False, "by": None, "whole": None, "count_of": None, "net_of": (), "change": None}
    none |= {"terms": (), "checked": (), "unit_limits": None, "move_limits": None, "percents": (), "other_order": None}
    weighed = fields == (Field.WEIGHT,)
    shape = {"order": plan.order if weighed else None, "aggregate": Aggregate.SUM if weighed and _summed(plan) else None}
    return plan.model_copy(update={**none, **shape, "fields": fields})


def _summed(plan: Plan) -> bool:
    return plan.aggregate is Aggregate.SUM


_EACH = Pattern("各|每|都|怎么分|所有|全部|如何分")


def _of_each(about: Parse) -> bool:
    return bool(_EACH.search(about.said.text))


def _asks_for_values(about: Parse) -> bool:
    values = [p for p in about.cover if isinstance(p.meaning, Asked) and p.meaning.field is Field.INDICATOR]
    return Mark.HOW_MUCH in about.marks() or any(_VALUES.search(about.words(p.start, p.end).text) for p in values)
