"""From when to when something is done (“供暖是几月到几月”), where lines print a span of months: these are told rather than the form's 项目期."""

import re
from collections.abc import Iterator, Sequence

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.language.responsible import FROM_TO
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.replying.narrowed import MOST_READ
from store.model import Horizon, Indicator
from store.names import NameType
from store.plan import Newest, Plan
from store.targets import TargetView
from store.text import fold

_SPAN = Pattern(r"\d{1,2}月(?:\d{1,2}[日号]|底|初)?(?:至|到|[-—~～])(?:次年|当年|翌年)?\d{1,2}月")
_SMALL = Pattern(
    r"^(?:那|那么|请问|查一?下|看看)+|[\s,，?？。!！“”\"]|(?:20\d\d年|[今去前]年)的?|(?:是|要|得|的|时间|在|从|呢|啊|呀)+$"
)
_POINTING = Pattern(r"^(?:它们?|[这那该本]个?)?(?:项目|工程)?的?(?:它们?|[这那]个)?")  # says of what, where that was spoken of
_LEAST = 2  # characters of a piece, and of all that is said


def between_months(question: Understanding, desk: Desk) -> Answer | None:
    """The lines of what is said, of the newest year that has any; None where that is not what is asked, or none prints a span."""
    plan = question.plan
    text = _SMALL.sub("", question.without_names(NameType.UNIT))
    found = re.fullmatch(rf"(?P<said>.+?)(?:是|要|得|的|时间|在|从)*{FROM_TO.pattern}", text)
    said = _POINTING.sub("", found["said"]) if found else ""
    if len(said) < _LEAST or plan.compare or plan.without or len(plan.years) > 1:
        return None
    spoken_of = plan.projects if question.follows else ()  # else the project is among the words that are looked for
    branch = bool(plan.units) and not plan.alone
    scope = Plan(projects=spoken_of, units=plan.units, years=plan.years, whole_branch=branch)
    scope = scope if plan.years else scope.model_copy(update={"newest": Newest.SCOPE})
    if desk.count(scope) > MOST_READ:
        return None
    lines = list(_lines(desk.matching(scope), said))
    return _told(lines) if lines else None


def _lines(views: Sequence[TargetView], said: str) -> Iterator[tuple[TargetView, Indicator]]:
    for view in views:
        for line in view.target.indicators:
            there = fold(f"{view.target.unit} {view.target.project} {line.name}")
            if line.horizon is Horizon.ANNUAL and _SPAN.search(fold(line.value)) and _stands(said, there):
                yield view, line


def _stands(said: str, there: str) -> bool:
    """Whether the words stand there, or two pieces of them, the name of the project and what is done."""
    pieces = ((said[:cut], said[cut:]) for cut in range(_LEAST, len(said) - _LEAST + 1))
    return said in there or any(one in there and other in there for one, other in pieces)


def _told(lines: Sequence[tuple[TargetView, Indicator]]) -> Answer:
    stated = tuple(facts.indicator(view, line) for view, line in lines)
    items = [f"{facts.whose(view)}：{phrases.printed(line.name)} {phrases.one_line(line.value)}" for view, line in lines]
    first = f"印着起止月份的指标有 {len(items)} 条："
    shown = [f"{items[0]}。"] if len(items) == 1 else [first, *enumerate_items(items)]
    only = facts.only(Plan(), lines[0][0]) if len(items) == 1 else None
    return Answer(Kind.ANSWER, tuple(shown), stated, cite(stated), remembered=only)
