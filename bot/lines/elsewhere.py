"""A line that is named beside a unit or a project whose forms have none such: “交通局买压路机的那个项目多少钱”, “采购对讲机那个项目”.

The words tell which project is meant, so that the money of others is no answer: the reply says where they stand, and no amount.
"""

from msgspec.structs import replace

from bot.answer import Answer, Choice, Desk, Kind
from bot.described.mentioned import mentioned
from bot.question import Understanding
from bot.replying import phrases
from store.names import NameType
from store.plan import Field, IndicatorFilter, Newest, Plan
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


_MOST = 5  # projects that are offered
_LITTLE = 0.5  # of a name that is said


def mismatched(question: Understanding, answer: Answer) -> bool:
    """Whether the words were taken for a name of which they say little, and the line that stands right beside it is another's."""
    plan = question.plan
    if answer.kind is Kind.OUT_OF_SCOPE or not (plan.projects and plan.indicators.names):
        return False
    if any(fact.field == "indicator" and fact.value for fact in answer.facts):
        return False
    named = [m for m in question.names if m.type is NameType.PROJECT]
    lines = [m for m in question.names if m.type is NameType.INDICATOR]
    little = bool(named) and all(m.share < _LITTLE for m in named)
    return little and any(one.end == other.start or other.end == one.start for one in named for other in lines)


def apart(question: Understanding, desk: Desk) -> Answer:
    """The question back, without a figure: the projects whose forms have such a line, and the one that was named."""
    plan = question.plan
    lines = desk.matching(Plan(indicators=IndicatorFilter(names=plan.indicators.names), fields=(Field.INDICATOR,)))
    wanted = set(plan.indicators.names)
    held = [v.target for v in lines if any(line.name in wanted for line in v.target.indicators)]
    pairs = dict.fromkeys((*((t.project, t.unit) for t in held), *desk.book.pairs(plan.projects, plan.units)))
    asked = Plan(fields=(Field.AMOUNT,), newest=Newest.EACH)
    choices = tuple(
        Choice(f"{unit}{phrases.project(project)}", asked.model_copy(update={"projects": (project,), "units": (unit,)}))
        for project, unit in list(pairs)[:_MOST]
    )
    said = phrases.quoted(plan.indicators.names[0])
    lacking = [project for project in plan.projects if project not in {t.project for t in held}]
    none = f"{phrases.listed([phrases.project(p) for p in lacking[:_MOST]])}的表上没有{said}，" if lacking else ""
    first = f"{none}没法断定您问的是哪一个。要看，回数字："
    return Answer(Kind.CLARIFY, (first, *phrases.choose([c.label for c in choices])), choices=choices)
