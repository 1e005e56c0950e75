"""What is asked of the project that was spoken of, and no form has (“保修期呢”, “厂家是谁”): the word is named, and the lines that there are."""

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.reading.roles import Role
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.topics import Topic
from store.plan import Newest, Plan
from store.targets import TargetView
from store.text import fold

_MOST = 5  # lines that are named
_WORD = r"(?P<word>(?![一两每])[^\W\d_]{2,8}?)"  # “一个补多少” asks for a price
_ASKED = tuple(
    Pattern(pattern)
    for pattern in (
        rf"(?:那|那么|还有|它的?|这个的?)?{_WORD}(?:是|要|有)?(?:呢|是谁|是哪家|是什么|是啥|多少|有没有|有吗|怎么定|如何)+[?？。!！]*",
        r"(?P<word>[^\W\d_]{2,6}率)[?？。!！]*",
        rf"(?:那|那么|它)?(?:有没有|有无|要不要|有|要){_WORD}(?:吗|么|没有|呢|要求)?[?？。!！]*",
    )
)


def not_in_its_form(question: Understanding, spoken_of: Plan | None, desk: Desk) -> Answer | None:
    """That it is not there; None where nothing explains no word, or no single project was spoken of."""
    if question.topic is not Topic.OUTSIDE or spoken_of is None or len(spoken_of.projects) != 1:
        return None
    word = _word(question)
    views = desk.matching(_form(spoken_of)) if word else []
    if len(views) != 1 or word in _texts(views[0]):
        return None
    names = list(dict.fromkeys(line.name for line in views[0].target.indicators))
    shown = phrases.listed([phrases.quoted(name) for name in names[:_MOST]])
    lines = [f"没有{phrases.quoted(word)}：{facts.whose(views[0])}的表里没有这一项。"]
    if names:
        lines.append(f"有的指标：{shown}{'等' if len(names) > _MOST else ''}（共 {len(names)} 条）。")
    stated = (facts.name(views[0]),)
    return Answer(Kind.NOT_FOUND, tuple(lines), stated, cite(stated), remembered=spoken_of)


def _texts(view: TargetView) -> str:
    """All that the form says in words: what only its goal tells is there as well."""
    target = view.target
    lines = (f"{line.name} {line.value} {line.standard or ''}" for line in target.indicators)
    return fold("\n".join((*(goal.text for goal in target.goals), *(fact.text for fact in target.facts), *lines)))


def _word(question: Understanding) -> str:
    """The word, if all that nothing explains is of it."""
    text = fold(question.text)
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _ASKED)), None)
    unused = [fold(question.text[span.start : span.end]) for span in question.spans if span.role is Role.UNUSED]
    return found["word"] if found and unused and all(one in found["word"] for one in unused) else ""


def _form(spoken_of: Plan) -> Plan:
    """The newest form of the project, or that of the year that was spoken of."""
    scope = {"projects": spoken_of.projects, "units": spoken_of.units, "years": spoken_of.years}
    return Plan(newest=None if spoken_of.years else Newest.EACH).model_copy(update=scope)
