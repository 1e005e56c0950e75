"""A word of a project's name, and beside it a line that none of that project's forms has: “采购对讲机那个项目” is no 采购评审经费."""

from bot import phrases
from bot.answer import Answer, Choice, Desk, Kind
from bot.question import Understanding
from store.names import NameType
from store.plan import Field, IndicatorFilter, Newest, Plan

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
    first = f"{phrases.listed([phrases.project(p) for p in plan.projects[:_MOST]])}的表上没有{said}，没法断定您问的是哪一个。要看，回数字："
    return Answer(Kind.CLARIFY, (first, *phrases.choose([c.label for c in choices])), choices=choices)
