"""What kind of utterance it is: about targets, a choice, a greeting, or nothing for this bot."""

from collections.abc import Sequence
from enum import StrEnum

from bot.language.choices import ChoiceSaid
from bot.language.commands import asks_beside
from bot.language.meanings import (
    OVER_YEARS,
    SMALL_TALK,
    AmountNamed,
    Asked,
    EachSaid,
    Except,
    HorizonSaid,
    LevelSaid,
    Mark,
    MeasureSaid,
    NounSaid,
    Proposal,
    YearsSaid,
)
from bot.language.more_or_less import IN_NUMBER, WHOSE_MONEY
from bot.language.patterns import Pattern
from bot.language.unanswerable import QualifierSaid, Unanswerable
from bot.reading.leftovers import names_something
from bot.reading.parse import Parse, is_filler
from store.names import NameType
from store.plan import Plan
from store.text import words


class Topic(StrEnum):
    """What kind of utterance it is."""

    TARGETS = "targets"
    CHOICE = "choice"
    HELP = "help"
    GREETING = "greeting"
    THANKS = "thanks"
    OUTSIDE = "outside"
    TOO_LONG = "too_long"
    COMMAND = "command"


# What “压路机购置费” ends with: words that nothing explains, and yet money of some project is meant.
_MONEY_NOUNS = words(
    "费 款 金 补贴 补助 资金 经费 项目 工程 奖补 津贴 工资 贴 建设 救助 改造 维修 采购 运维 购置 债券 专项债 贷款"
)
_PHASE_NAMED = Pattern(r"(?:第?[一二三四五六七八九十\d]{1,3}|最后一|首)(?:期|标段)(?:工程|项目)?$")
_LEAST_NOUN, _LEAST_RATE = 3, 5  # characters
# What says nothing by itself of targets: “哪个比较多” may be about anything.
_WEAK_MARKS = frozenset(Mark) - {Mark.PROJECTS, Mark.SPENDING, Mark.BRANCH, Mark.ALONE}
_BESIDE_A_CHOICE = frozenset({Mark.FILLER, Mark.FOLLOWING, Mark.WHICH, Mark.HOW_MUCH, Mark.IT, Mark.EACH, *SMALL_TALK})
_WEAK_MEANINGS = (ChoiceSaid, AmountNamed, QualifierSaid, MeasureSaid, EachSaid, Except)


def topic_of(said: Parse, previous: Plan | None) -> Topic:
    """The kind of an utterance; `previous` is what the conversation was about."""
    telling = [
        p
        for p in said.cover
        if p.rule in (WHOSE_MONEY, IN_NUMBER) or (p.meaning not in _WEAK_MARKS and not isinstance(p.meaning, _WEAK_MEANINGS))
    ]
    if _commands(said):
        return Topic.COMMAND
    if _is_elsewhere(said):
        return Topic.OUTSIDE
    chooses = bool(said.meanings(ChoiceSaid)) and said.marks() <= _BESIDE_A_CHOICE
    if chooses and not telling and not said.leftovers:
        return Topic.CHOICE
    if any(one.kind is Unanswerable.FUNDER for one in said.meanings(QualifierSaid)):
        return Topic.TARGETS  # “专项债有多少”: by whose money nothing is divided
    if previous is not None and _goes_on(said, telling, previous):
        return Topic.TARGETS
    if _is_about_targets(said, telling, previous):
        return Topic.TARGETS
    return _small_talk(said)


def _commands(said: Parse) -> bool:
    """Whether the bot is told to do what it cannot, and nothing is asked beside it."""
    spans = [(p.start, p.end) for p in said.cover if p.meaning is Mark.COMMANDED]
    return bool(spans) and not asks_beside(said.said.text, spans)


def _is_elsewhere(said: Parse) -> bool:
    """Whether what no table holds is asked for, and nothing that the tables hold beside it."""
    asks = any(isinstance(p.meaning, (Asked, LevelSaid, MeasureSaid, NounSaid)) for p in said.cover)
    projects = any(m.type is not NameType.UNIT for m in said.mentions)
    return Mark.ELSEWHERE in said.marks() and not asks and not (projects and Mark.HOW_MUCH in said.marks())


def choices_of(said: Parse, offered: int = 0) -> tuple[int, ...]:
    """The numbers of all choices that are said, of so many that are offered."""
    return tuple(dict.fromkeys(number for c in said.meanings(ChoiceSaid) for number in c.among(offered)))


def _goes_on(said: Parse, telling: Sequence[Proposal], previous: Plan) -> bool:
    """Whether words that would be about nothing go on about what was spoken of: “哪个多”, “修多长”."""
    if previous.projects and said.meanings(MeasureSaid):
        return True
    idle = (Mark.HELP, Mark.FOLLOWING)
    return not telling and not said.leftovers and any(not is_filler(p) and p.meaning not in idle for p in said.cover)


def _is_about_targets(said: Parse, telling: Sequence[Proposal], previous: Plan | None) -> bool:
    marks = said.marks()
    if Mark.HELP in marks and not said.mentions:
        return False
    if Mark.UNITS in marks and marks & OVER_YEARS and not said.leftovers:
        return True  # “哪些部门减少了”
    if all(isinstance(p.meaning, (YearsSaid, HorizonSaid)) for p in telling):
        if said.leftovers:
            return _names_money(said) or (bool(telling) and Mark.HOW_MUCH in marks)
        if said.meanings(AmountNamed):
            return True  # “二万六的是哪个”
        return bool(telling) and (previous is not None or bool(said.meanings(YearsSaid)))
    return True


_OF_A_UNIT = Pattern(r"\w{1,6}(?:局|委员会|管委会|街道|中学|小学|医院|卫生院|镇|乡)\w{2,}")  # “住建局污水管网”


# “驻村队员一年补多少”: it is money that is given
_GIVEN = Pattern(
    r"(?:补|补贴|补助|贴|发|给|拨|批|领|拿|投|投入|花|安排|奖|奖励|资助|救助)(?:了|给|到|过)?(?:多少|几个?钱)(?!\w?[个位名台])"
)


def _names_money(said: Parse) -> bool:
    if _GIVEN.search(said.said.text) and Mark.HOW_MUCH in said.marks() and any(x.tokens >= _LEAST_NOUN for x in said.leftovers):
        return True
    if any(_OF_A_UNIT.fullmatch(x.text) for x in said.leftovers) and Mark.HOW_MUCH in said.marks():
        return True
    if any(names_something(x) for x in said.leftovers):
        return True
    if any(x.tokens >= _LEAST_RATE and x.text.endswith("率") for x in said.leftovers):
        return True  # “敬老院持证率”
    return any(x.tokens >= _LEAST_NOUN and (x.text.endswith(_MONEY_NOUNS) or _PHASE_NAMED.search(x.text)) for x in said.leftovers)


def _small_talk(said: Parse) -> Topic:
    marks = said.marks()
    if Mark.HELP in marks:
        return Topic.HELP
    if said.leftovers:
        return Topic.OUTSIDE
    if Mark.THANKS in marks:
        return Topic.THANKS
    return Topic.GREETING if Mark.GREETING in marks else Topic.OUTSIDE
