"""“修路的那个”, “给老人的那个多少钱”, “哪个是消防的” after projects were listed: one of these, whatever else is told by such words."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from bot.answer import Answer, Choice, Desk, Kind
from bot.described.by_description import Found, is_sure
from bot.described.recognised import introduced
from bot.described.told import told
from bot.language.descriptions import Described, Frame, described_in
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.memory import Memory
from bot.question import Understanding
from bot.reading.roles import Role
from bot.replying import phrases
from bot.replying.facts import choices_of
from store.holders import holder_of
from store.names import ALIAS, NameType
from store.plan import Direction, Newest, Plan
from store.text import fold, normalized

_THAT = Pattern(r"的?(?:(?:那|这)一?[个项笔条](?!项目|工程)|是哪一?个(?!单位|部门|镇|乡|街道|局)|[呢啊呀]*[?？]*$)")
_AT_LARGE = Pattern("项目|工程|全[县区市旗镇乡]")
_LOOKS = Pattern("[看查]")  # 看 of “看守道口的那个” asks nobody to look
_DENIED = Pattern("[不没非除]")
_BESIDE = Pattern(
    "[最更还]?(?:便宜|[贵大小多少高低新旧好]|另外?|其[他余它]|[前后上下]面?|刚才)一?些?"
)  # what no form says of itself
_NAMED_SO = Pattern(r"(?:[那这]一?[个项笔])?(?P<words>(?!哪|谁|什么|是)[^,，。?？的]{2,12})的[呢啊呀]*[?？]*")  # “一期的呢”
_USED_BY = Pattern(r"(?P<words>(?:给|供|让)[^,，。?？的]{1,8}用)的?[那这]一?[个项笔]")  # “给单位用的那个”
_NOTHING_MORE = Pattern(r"[\s呢吗啊呀吧?？。!！,，]*")
_BY_EAR = "homophone"
_SEVERAL = 2
_NAMED = 3  # tokens of a project's name, which say it wherever it is

Answering = Callable[[str, Plan], Answer]
"""Answers a text as it goes on from one plan; one without any text is the plan."""


class _Told(Struct, frozen=True):
    """One of the list, and the form that tells it; none where its name does."""

    choice: Choice
    by: Found | None = None


def one_of_listed(question: Understanding, before: Memory, desk: Desk, answering: Answering) -> Answer | None:
    """The answer about the one that the words tell; else which of the list is meant; None where they point at none of a list."""
    choices, spoken = [Choice(one.label, one.plan) for one in before.choices], before.shown or before.plan
    if first := _of_the_first(question, before.plan, spoken, answering):
        return first
    described = _pointing(question)
    if described is None or not _is_spoken_of(choices, spoken):
        return _used_by_other(question, described, spoken, desk) if described and len(choices) < _SEVERAL else None
    choices = [*choices, *_others_listed(choices, spoken, desk)]
    if _names_other(question, choices):
        return None
    words = question.text[described.start : described.end]
    found = list(_those_told(question, described, choices, desk))
    if len(found) != 1:
        kept = [one.choice for one in found] or choices
        line = (phrases.SEVERAL_OF_LISTED if found else phrases.NONE_OF_LISTED).format(number=len(kept), words=words)
        return Answer(Kind.CLARIFY, (line, *phrases.choose([c.label for c in kept])), choices=tuple(kept))
    (one,) = found
    rest = described.after if not _NOTHING_MORE.fullmatch(described.after) else ""
    lead = "" if _NOTHING_MORE.fullmatch(described.before) else described.before
    answer = answering(f"{lead}那个{rest}" if lead or rest else "", one.choice.plan)
    return introduced(answer, one.by, desk) if one.by and answer.kind is Kind.ANSWER else answer


def _used_by_other(question: Understanding, described: Described, spoken: Plan | None, desk: Desk) -> Answer | None:
    """Where only one was told, for somebody else, what is used by these is not that one."""
    if spoken is None or not _USED_BY.match(normalized(question.text)):
        return None
    choices = choices_of(spoken, desk.matching(spoken))
    if len(choices) != 1 or any(_those_told(question, described, choices, desk)):
        return None
    words = question.text[described.start : described.end]
    line = phrases.NONE_OF_LISTED.format(number=1, words=words)
    return Answer(Kind.CLARIFY, (line, *phrases.choose([c.label for c in choices])), choices=choices)


def _of_the_first(question: Understanding, asked: Plan | None, spoken: Plan | None, answering: Answering) -> Answer | None:
    """“最大那个去年多少”: asked of the one that is the largest now, which need not have been so in the other year."""
    first = _FIRST.fullmatch(normalized(question.text))
    if first is None or spoken is None or question.names:
        return None
    least = first["end"][-1] in "少小低宜"
    if asked and asked.order and len(spoken.projects) == 1 and (asked.order.direction is Direction.ASCENDING) is least:
        return answering(f"那个{first['rest']}", spoken)
    if not _lists(spoken):
        return None
    ranked = answering(f"{first['end']}的是哪个", spoken)
    one = ranked.shown if ranked.shown and len(ranked.shown.projects) == 1 else None
    return answering(f"那个{first['rest']}", one) if one else ranked


# “最大的去年有吗”, “最少那个比前年多多少”
_FIRST = Pattern(
    r"(?:那|那么)?(?P<end>最[大多高小少低贵]|最便宜)的?(?:[那这]一?[个项笔](?:项目)?)?(?P<rest>比?(?:[去前上]年|(?:20)?\d\d年).*)"
)


def _lists(spoken: Plan) -> bool:
    """Whether projects were listed, or all that a unit has was told."""
    shaped = spoken.order or spoken.by or spoken.compare or spoken.change or spoken.whole
    return not (spoken.projects or shaped) and bool(spoken.units or spoken.amounts)


def _pointing(question: Understanding) -> Described | None:
    """The words that tell which one is meant, where something among them is no word of another kind: “去年的那个” tells none."""
    text = normalized(question.text)
    if len(text) != len(question.text) or Mark.COMMANDED in question.marks or question.choices:
        return None
    if (used := _USED_BY.match(text)) and not question.names:
        return Described(*used.span("words"), "", text[used.end() :], Frame.THAT)
    if (named := _NAMED_SO.fullmatch(text)) and _is_open(*named.span("words"), question, ("names.project",)):
        return Described(*named.span("words"), "", "", Frame.THAT)
    for one in described_in(text):
        points = _THAT.match(text, one.end) and not _AT_LARGE.search(f"{text[: one.start]} {text[one.end :]}")
        telling = not (_DENIED.match(text, one.start) or _BESIDE.fullmatch(text, one.start, one.end))
        if points and telling and _is_open(one.start, one.end, question, ("names.indicator", "names.project")):
            return one
    return None


def _is_open(start: int, end: int, question: Understanding, names: tuple[str, ...]) -> bool:
    """Whether something among the words is not understood, or only as a piece of a name."""
    inside = (s for s in question.spans if s.start < end and start < s.end)
    return any(s.role is Role.UNUSED or s.rule.startswith(names) for s in inside)


def _is_spoken_of(choices: Sequence[Choice], spoken: Plan | None) -> bool:
    """Whether the choices are projects, and what was spoken of last is one of them, or all of them."""
    plans = [choice.plan for choice in choices]
    if len(plans) < _SEVERAL or any(len(plan.projects) != 1 for plan in plans):
        return False
    if spoken is None or (spoken.projects, spoken.units) in [(plan.projects, plan.units) for plan in plans]:
        return True
    return not spoken.projects


def _others_listed(choices: Sequence[Choice], spoken: Plan | None, desk: Desk) -> list[Choice]:
    """Those of the unit that was spoken of that were not offered once more, where it was asked back which of some is meant."""
    if spoken is None or spoken.projects or not spoken.units or spoken.order:
        return []
    known = {(choice.plan.projects, choice.plan.units) for choice in choices}
    plan = Plan(units=spoken.units, years=spoken.years, newest=spoken.newest, whole_branch=True)
    every = choices_of(spoken, desk.matching(plan))
    return [one for one in every if (one.plan.projects, one.plan.units) not in known] if len(every) <= _MOST else []


_MOST = 20  # projects that are looked through beside those that were offered


def _names_other(question: Understanding, choices: Sequence[Choice]) -> bool:
    """Whether a unit is said, or another project by more than a word that stands for many."""
    listed = {project for choice in choices for project in choice.plan.projects}
    projects = [m for m in question.names if m.type is NameType.PROJECT]
    if any(m.type is NameType.UNIT and (m.whole or len(m.tokens) >= _NAMED) for m in question.names):
        return True
    surely = [m for m in projects if m.whole or (m.why not in (ALIAS, _BY_EAR) and len(m.tokens) >= _NAMED)]
    return bool(surely) and not {m.name for m in surely} & listed


def _those_told(question: Understanding, described: Described, choices: Sequence[Choice], desk: Desk) -> Iterator[_Told]:
    """Those of the list whose names the words say, or whose forms do."""
    inside = [m for m in question.names if m.type is NameType.PROJECT and described.start <= m.start < described.end]
    named = {m.name for m in inside if m.why != ALIAS}
    by_name = [_Told(choice) for choice in choices if named & {*choice.plan.projects}]
    if by_name:
        yield from by_name
        return
    run = fold(question.text[0 if _LOOKS.fullmatch(question.text[: described.start]) else described.start : described.end])
    for choice in choices:
        plan = choice.plan if choice.plan.years else choice.plan.model_copy(update={"newest": Newest.EACH})
        for view in desk.matching(plan)[-1:]:
            holder = holder_of(view.target)
            said = told(run, holder)
            if said.said and not said.missing and is_sure(run, said, holder):
                yield _Told(choice, Found(holder.project, holder.unit, holder, said, sure=True))
