"""Where a project comes from (项目来源: 上级补助的项目, 应急项目), where forms say it in just these words: it then limits which projects are meant."""

from msgspec.structs import replace

from bot.answer import Desk
from bot.language.unanswerable import Unanswerable
from bot.question import Understanding
from store.names import NameType
from store.plan import Aggregate, Field, Newest, Part, Plan, TextFilter
from store.text import fold

_QUALIFIER = "qualifiers"
"""The rule of the words that say so."""


def by_source(question: Understanding, desk: Desk) -> Understanding:
    """The question for the projects whose facts (项目来源) hold the words; as it was where none does, or else is in doubt as well."""
    plan = question.plan
    if called := _called_so(question, desk):
        return called
    words = {question.text[s.start : s.end].strip().rstrip("的") for s in question.spans if s.rule == _QUALIFIER}
    only = question.qualified == {Unanswerable.FUNDER} and len(words) == 1
    only = only and all(doubtful.startswith(tuple(words)) for doubtful in question.doubtful)  # which holds 项目 behind it
    if not only or question.unknown or plan.fields != (Field.PROJECT,) or plan.projects or plan.narrowed:
        return question
    said = _said_in_facts(plan, words.pop())
    return replace(question, plan=said, doubtful=(), qualified=frozenset()) if desk.count(said) else question


_PROJECTS = "项目"


def _called_so(question: Understanding, desk: Desk) -> Understanding | None:
    """“应急项目多少” where forms have just these words as their 项目来源, and 应急 is but a word of another project's name."""
    text, plan = fold(question.text), question.plan
    pieces = {(m.start, m.end) for m in question.names if m.type is NameType.PROJECT and not m.whole}
    words = [text[start : end + len(_PROJECTS)] for start, end in pieces if text.startswith(_PROJECTS, end)]
    if len(pieces) != 1 or not words or plan.narrowed or plan.compare or question.follows:
        return None
    wide = plan.model_copy(update={"projects": (), "newest": None if plan.years else Newest.SCOPE})
    said = _said_in_facts(wide, words[0])
    return replace(question, plan=said) if desk.count(said) else None


def _said_in_facts(plan: Plan, words: str) -> Plan:
    summed = plan.aggregate in (Aggregate.SUM, Aggregate.AVERAGE)
    fields = (Field.AMOUNT,) if summed else plan.fields
    return plan.model_copy(update={"texts": (TextFilter(text=words, within=(Part.FACTS,)),), "fields": fields})
