"""“下一个”, “后面那个”, “上一期”: the neighbour of what was chosen from a list, or of a phase; and where there is none."""

import re

from bot.answer import Answer, Choice, Kind
from bot.book import Book
from bot.language.patterns import Pattern
from bot.memory import Memory
from bot.replying import phrases
from bot.scoping.phases_said import phases_like
from store.plan import Newest, Plan
from store.text import normalized

_BEFORE = r"\s*(?:那|再|看|查|我?要|就|还有|接着|继续|然后|来)*"
_WAY = r"(?P<way>[下上前后]{1,3})(?:面|边|头)?(?:一|那一?|的那?一?)?"
_BEHIND = r"(?:呢|吧|的|啊|呀|吗|是啥|是什么|是|有|要|给)*(?:多少|多少钱|预算|预算多少)?(?:呢|啊|呀)?[\s?？。!！]*"
_STEP = Pattern(rf"{_BEFORE}{_WAY}(?:个|项|条|家|笔)(?:项目|单位)?{_BEHIND}")
_PHASE = Pattern(rf"{_BEFORE}{_WAY}期(?:工程|项目)?{_BEHIND}")


def stepped(text: str, before: Memory, book: Book) -> Plan | None:
    """The plan of the neighbour; None where none is meant, where it has none, or where nothing was chosen before."""
    said = normalized(text)
    if step := _STEP.fullmatch(said):
        at = _place(before)
        place = at + _steps(step) if at is not None else -1
        return before.choices[place].plan if 0 <= place < len(before.choices) else None
    phase = _PHASE.fullmatch(said)
    family, number = _phases(before, book) if phase else ((), 0)
    place = number + _steps(phase) if phase else -1
    if not 0 <= place < len(family):
        return None
    last = before.shown or before.plan or Plan()
    update = {"projects": (family[place],), "years": (), "newest": Newest.EACH, "among": ()}
    return last.model_copy(update=update)


def stepped_too_far(text: str, before: Memory, book: Book) -> Answer | None:
    """What is said where such a neighbour is asked for and there is none."""
    said = normalized(text)
    step, phase = _STEP.fullmatch(said), _PHASE.fullmatch(said)
    if (before.plan is None and not before.choices) or not (step or phase) or stepped(text, before, book):
        return None
    if phase:
        family, number = _phases(before, book)
        which = phrases.LAST_PHASE if _steps(phase) > 0 else phrases.FIRST_PHASE
        line = which.format(project=phrases.project(family[number])) if family else phrases.NO_PHASES
        return Answer(Kind.NOT_FOUND, (line,))
    choices, at = tuple(Choice(one.label, one.plan) for one in before.choices), _place(before)
    if at is None and step and _steps(step) < 0:
        return None  # “前一个” is what was asked about before
    return Answer(Kind.CLARIFY, (_too_far(_steps(step) if step else 1, at, len(choices)),), choices=choices)


def _too_far(steps: int, at: int | None, number: int) -> str:
    if at is None:
        return phrases.NO_STEP_YET.format(number=number) if number > 1 else phrases.NOTHING_LISTED
    if abs(steps) > 1:
        return phrases.NOT_SO_MANY.format(number=number)
    return (phrases.LAST_OF_LIST if steps > 0 else phrases.FIRST_OF_LIST).format(number=number)


def _steps(match: re.Match[str]) -> int:
    return len(match["way"]) * (1 if match["way"][0] in "下后" else -1)


def _place(before: Memory) -> int | None:
    """Where in the list that was shown stands what was spoken of last."""
    last = before.shown or before.plan
    at = [n for n, choice in enumerate(before.choices) if last is not None and _scope(choice.plan) == _scope(last)]
    return at[0] if len(at) == 1 else None


def _phases(before: Memory, book: Book) -> tuple[tuple[str, ...], int]:
    """All phases of the one project that was spoken of, in their order, and the place of it."""
    last = before.shown or before.plan
    if last is None or len(last.projects) != 1:
        return (), 0
    family = phases_like(last.projects[0], book)
    return (family, family.index(last.projects[0])) if last.projects[0] in family else ((), 0)


def _scope(plan: Plan) -> tuple[object, ...]:
    return plan.projects, plan.units, plan.years, plan.publishers, plan.alone, plan.whole_branch
