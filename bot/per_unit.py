"""Money for one of something (人均、一盏多少钱) that no line prints: what is printed of it is told, and nothing is divided."""

import re
from collections.abc import Sequence

from bot import facts, phrases
from bot.answer import Answer, Desk, Fact, Kind
from bot.citing import cite
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS
from bot.question import Understanding
from store.model import FundingKind, Horizon, Indicator
from store.plan import Field
from store.targets import TargetView
from store.text import fold

_MOST = 3  # forms: of more it is asked which is meant
_MOST_LINES = 3
_NO_THINGS = frozenset(
    ["期", "批", "届", "部", "级", "类", "种", "项", "本", "度", "里", "平", "单", "周", "回", "遍", "趟", "轮"]
)  # 一期 is a phase
_UNITS = "|".join(sorted(set(UNITS) - _NO_THINGS, key=len, reverse=True))
# What is done with money, between what it is for and “多少”: says nothing of its own.
DEEDS = (
    "(?:平均|大概|大约|一年|每年|一个月|每月|摊到|折合|合到|合|摊|折|核|划|补贴|补助|补给|补|投入|投资|投|要|花|用|给|得|下来|到|造价|成本|费用|的|是|预算|拿|领取|领|能|可以|"
    "减免|减|免掉|免|交|缴|付|支付|收|扣|奖励|奖|资助|救助|发放|发|报销|报|享受|出|掏|分到|分|配|安排|准备|打算)*+"
)
_ASKED = rf"{DEEDS}(?:多少|几)(?:块|元)?钱?"
_EACH = Pattern(
    rf"(?:平均|均摊|分摊)?(?:到)?(?:每一?|一|单)(?:个)?(?P<each>{_UNITS})(?={_ASKED})|(?P<head>[人户亩生])均(?={_ASKED})|"
    rf"均摊到每?一?个?(?P<to>{_UNITS})(?={_ASKED})"
)
_PERSONS = ("人", "名", "位", "人次", "余人")
_ALSO = {
    "人": _PERSONS,
    "生": ("人", "名", "生"),
    "平": ("平方米", "平米", "平方"),
    "平方": ("平方米", "平米"),
    "米": ("米", "公里", "千米"),
}


def per_unit(question: Understanding, desk: Desk) -> Answer | None:
    """The amount and the numbers of such things that the form prints; None where that is not what is asked."""
    asked = _EACH.search(fold(question.text))
    plan = question.plan
    if asked is None or not plan.projects or not set(plan.fields) <= {Field.AMOUNT, Field.INDICATOR} or _others(question, asked):
        return None
    unit = next(one for one in (asked["each"], asked["head"], asked["to"]) if one)
    views = desk.matching(plan)
    stated: list[Fact] = []
    lines = [line for view in views if (line := printed_of(view, unit, stated))]
    if len(views) > _MOST or len(lines) != len(views) or not views:
        return None
    first = f"{phrases.quoted(asked[0])}多少，文件没有这样印，不做除法；印了的是："
    shown = lines if len(lines) == 1 else [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    return Answer(Kind.ANSWER, (first, *shown), tuple(stated), cite(stated), facts.choices(plan, views))


def _others(question: Understanding, asked: re.Match[str]) -> bool:
    """Whether other words are in doubt as well."""
    behind = Pattern(_ASKED).match(asked.string, asked.end())
    said = asked.string[asked.start() : behind.end() if behind else asked.end()]
    return any(fold(word) not in said for word in (*question.doubtful, *question.unknown))


def printed_of(view: TargetView, unit: str, stated: list[Fact], *, also: str = "") -> str:
    """What one form prints of it, its facts added to `stated`; nothing where it prints no amount.  `also`: in a line's name."""
    total = facts.amount(view, FundingKind.TOTAL, Horizon.ANNUAL)
    if total is None or total.yuan is None:
        return ""
    counted = [i for i in view.target.indicators if i.horizon is Horizon.ANNUAL and (counts(i, unit) or _is_of(i, also))][
        :_MOST_LINES
    ]
    stated += [total, *(facts.indicator(view, one) for one in counted)]
    return f"预算安排 {phrases.money(total.yuan)}：{facts.whose(view)}{_quoted(counted)}。"


def _is_of(line: Indicator, word: str) -> bool:
    """Whether the line is a number of things that are called so."""
    number = re.search(r"\d[万千百]?[^\d%‰元]+$", fold(line.value))
    return bool(word) and fold(word) in fold(line.name) and bool(number)


def counts(line: Indicator, unit: str) -> bool:
    """Whether the value of the line counts such things."""
    value = fold(line.value)
    return any(re.search(rf"\d[万千百]?{re.escape(one)}$", value) for one in (unit, *_ALSO.get(unit, ())))


def _quoted(lines: Sequence[Indicator]) -> str:
    if not lines:
        return "，没有印数量"
    return "，指标" + "、".join(f"{phrases.printed(one.name)} {phrases.one_line(one.value)}" for one in lines)
