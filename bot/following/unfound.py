"""What is asked behind a name that was not found, where nothing is named: “多少钱” after “大棚补贴呢”."""

from bot.answer import Answer, Choice, Kind
from bot.following.consenting import taken
from bot.language.meanings import Mark
from bot.memory import Memory
from bot.question import Understanding
from bot.replying import phrases
from bot.topics import Topic
from store.plan import Plan

_MOST = 3  # projects or units that are named


def which_after_unfound(text: str, question: Understanding, before: Memory) -> Answer | None:
    """Asks what is meant, since it may be the name that was not found: what was spoken of before it can be chosen, and no figure is told."""
    if not before.unfound or question.topic is not Topic.TARGETS or _says_of_what(question) or taken(text, before):
        return None
    said = phrases.UNFOUND_BEFORE.format(words=before.unfound)
    if not question.follows:
        return None if _is_wide(question) else Answer(Kind.CLARIFY, (said, phrases.WHICH_PROJECT), unfound=before.unfound)
    subject = _subject(question.plan)
    choices = (Choice(subject, question.plan),)
    lines = (said, phrases.STILL_OF_IT, *phrases.choose([subject]), phrases.OR_NAME_ANOTHER)
    return Answer(Kind.CLARIFY, lines, choices=choices, unfound=before.unfound)


def _says_of_what(question: Understanding) -> bool:
    """Whether the words say themselves what they are about: a name, one of what is listed, the next page; or are in doubt again."""
    of_their_own = question.marks & {Mark.EVERYTHING, Mark.MORE}
    return bool(of_their_own or question.names or question.choices or question.unknown or question.doubtful)


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
    return f"{some}等 {len(named)} 个" if len(named) > _MOST else some or "前面说的那些项目"
