"""What is asked behind a name that was not found, where nothing is named: “多少钱” after “大棚补贴呢”."""

from msgspec.structs import replace

from bot.answer import Answer, Kind
from bot.language.meanings import Mark
from bot.memory import Memory
from bot.question import Understanding
from bot.replying import phrases
from bot.topics import Topic
from store.plan import Plan

_MOST = 3  # projects or units that are named


def of_what_was_unfound(question: Understanding, before: Memory) -> Answer | None:
    """Asks what is meant, where nothing was spoken of but a name that was not found: “减了多少” is not about all projects."""
    if question.follows or not _is_asked_behind(question, before) or _is_wide(question):
        return None
    lines = (phrases.UNFOUND_BEFORE.format(words=before.unfound), phrases.WHICH_PROJECT)
    return Answer(Kind.CLARIFY, lines, unfound=before.unfound)


def with_unfound_said(answer: Answer, question: Understanding, before: Memory) -> Answer:
    """The answer, which still is about what was spoken of before the name that was not found, with that said."""
    last = before.shown or before.plan
    still = last is not None and (last.projects, last.units) == (question.plan.projects, question.plan.units)
    if not still or answer.kind is not Kind.ANSWER or not question.follows or not _is_asked_behind(question, before):
        return answer
    said = phrases.STILL_OF_IT.format(words=before.unfound, subject=_subject(question.plan))
    return replace(answer, lines=(*answer.lines, said))


def _is_asked_behind(question: Understanding, before: Memory) -> bool:
    """Whether a name was not found, and the words do not say themselves what they are about."""
    of_their_own = question.marks & {Mark.EVERYTHING, Mark.MORE} or question.names or question.choices
    in_doubt = question.unknown or question.doubtful
    return bool(before.unfound) and question.topic is Topic.TARGETS and not (of_their_own or in_doubt)


def _is_wide(question: Understanding) -> bool:
    """Whether it is a whole question by itself: which projects or units there are, or come first."""
    plan = question.plan
    return bool(question.marks & {Mark.PROJECTS, Mark.UNITS, Mark.EACH} or plan.order or plan.by or plan.narrowed or plan.amounts)


def _subject(plan: Plan) -> str:
    """What a plan is about, in words."""
    if plan.called:
        return plan.called
    named = [phrases.project(name) for name in plan.projects] or list(plan.units)
    some = phrases.listed(named[:_MOST])
    return f"{some}等 {len(named)} 个" if len(named) > _MOST else some or "前面说的"
