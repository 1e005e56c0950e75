"""Money asked of a unit beside the name of an indicator that none of the unit's tables in question has: “交通局买压路机的那个项目多少钱”.

The words tell which project is meant, so that the money of others is no answer: the reply says where they stand, and no amount.
"""

from dataclasses import replace

from bot.answer import Answer, Desk
from bot.mentioned import mentioned
from bot.question import Understanding
from store.names import NameType
from store.plan import Field, IndicatorFilter
from store.text import fold

_RULE = f"names.{NameType.INDICATOR.value}."


def measured_elsewhere(question: Understanding, desk: Desk) -> Answer | None:
    """Where the words of the indicator stand; None where the question asks something else, or one of its targets has the indicator."""
    plan = question.plan
    if plan.projects or not plan.units or not plan.indicators.names or not {Field.AMOUNT, Field.INDICATOR} <= set(plan.fields):
        return None
    wanted = {fold(name) for name in plan.indicators.names}
    views = desk.matching(plan.model_copy(update={"indicators": IndicatorFilter()}))
    if any(fold(line.name) in wanted for view in views for line in view.target.indicators):
        return None
    said = [question.text[span.start : span.end] for span in question.spans if span.rule.startswith(_RULE)]
    return mentioned(replace(question, doubtful=tuple(dict.fromkeys(said))), desk) if said else None
