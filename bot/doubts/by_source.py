"""Where a project comes from (项目来源: 上级补助的项目, 应急项目), where forms say it in just these words: it then limits which projects are meant."""

from msgspec.structs import replace

from bot.answer import Desk
from bot.language.unanswerable import Unanswerable
from bot.question import Understanding
from store.plan import Aggregate, Field, Part, Plan, TextFilter

_QUALIFIER = "qualifiers"
"""The rule of the words that say so."""


def by_source(question: Understanding, desk: Desk) -> Understanding:
    """The question for the projects whose facts (项目来源) hold the words; as it was where none does, or else is in doubt as well."""
    plan = question.plan
    words = {question.text[s.start : s.end].strip().rstrip("的") for s in question.spans if s.rule == _QUALIFIER}
    only = question.qualified == {Unanswerable.FUNDER} and len(words) == 1
    only = only and all(doubtful.startswith(tuple(words)) for doubtful in question.doubtful)  # which holds 项目 behind it
    if not only or question.unknown or plan.fields != (Field.PROJECT,) or plan.projects or plan.narrowed:
        return question
    said = _said_in_facts(plan, words.pop())
    return replace(question, plan=said, doubtful=(), qualified=frozenset()) if desk.count(said) else question


def _said_in_facts(plan: Plan, words: str) -> Plan:
    summed = plan.aggregate in (Aggregate.SUM, Aggregate.AVERAGE)
    fields = (Field.AMOUNT,) if summed else plan.fields
    return plan.model_copy(update={"texts": (TextFilter(text=words, within=(Part.FACTS,)),), "fields": fields})
