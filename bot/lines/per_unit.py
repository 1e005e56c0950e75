"""Money for one of something (人均、一盏多少钱): the price that a line prints; else what is printed of it, and nothing is divided."""

import re
from collections.abc import Iterator, Sequence

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.each import Each, each_in
from bot.language.patterns import Pattern
from bot.lines.measured import TIMES, unit_of
from bot.lines.weighing import GAIN, is_price_of
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from store.fitting import fitting
from store.model import FundingKind, Horizon, Indicator
from store.plan import Aggregate, Field, Plan
from store.targets import TargetView
from store.text import fold

_MOST = 3  # forms: of more it is asked which is meant
_MOST_LINES = 3
_PERSONS = ("人", "名", "位", "人次", "余人")
_ALSO = {
    "人": _PERSONS,
    "生": ("人", "名", "生"),
    "平": ("平方米", "平米", "平方"),
    "平方": ("平方米", "平米"),
    "米": ("米", "公里", "千米"),
}
_PRICE = Pattern(r"每|单(?!位|独|纯|列|一)|[人户亩生台均]均|标准")
_MONEY = Pattern(r"\d[\d.,]*\s*[万亿]?元")


def per_unit(question: Understanding, desk: Desk) -> Answer | None:
    """The amount and the numbers of such things that the form prints; None where that is not what is asked."""
    text = fold(question.text)
    asked = each_in(text)
    plan = question.plan
    if asked is None or not plan.projects or not set(plan.fields) <= {Field.AMOUNT, Field.INDICATOR}:
        return None
    if any(fold(word) not in text[asked.start : asked.stop] for word in (*question.doubtful, *question.unknown)):
        return None  # other words are in doubt as well
    return told_of(plan, text[asked.start : asked.end], asked, desk)


def unit_prices(question: Understanding, desk: Desk) -> Answer | None:
    """“单价多少” where no line is called so: the prices that the forms print, behind the lines that are asked for as well.

    None where something else is asked, or one prints no price.
    """
    if not question.doubtful or set(map(fold, question.doubtful)) - _UNIT_PRICE or question.unknown:
        return None
    plan = question.plan
    views = desk.matching(plan.model_copy(update={"fields": (Field.AMOUNT,), "aggregate": None, "indicators": Plan().indicators}))
    priced = [list(_prices(view))[:_MOST_LINES] for view in views]
    if not (0 < len(views) <= _MOST and all(priced)):
        return None
    beside = [() if plan.indicators.everything else fitting(view.target.indicators, plan.indicators) for view in views]
    told = [dict.fromkeys((*lines, *prices)) for lines, prices in zip(beside, priced, strict=True)]
    return _told_prices(views, list(map(tuple, told)), question.doubtful[0], plan)


_UNIT_PRICE = frozenset({"单价", "价格", "造价"})


def told_of(plan: Plan, said: str, asked: Each, desk: Desk) -> Answer | None:
    """What the forms of a plan print of one of such things: its price, if each of them prints one; None where they are too many, or print no amount."""
    views = desk.matching(plan.model_copy(update={"fields": (Field.AMOUNT,), "aggregate": None, "indicators": Plan().indicators}))
    if not views or len(views) > _MOST:
        return None
    priced = [[line for line in _prices(view) if is_price_of(line, asked.noun, asked.unit)][:_MOST_LINES] for view in views]
    if all(priced) and plan.aggregate is not Aggregate.COUNT:
        return _told_prices(views, priced, said, plan)
    stated: list[Fact] = []
    lines = [line for view in views if (line := _printed_of(view, asked, stated))]
    if len(lines) != len(views):
        return None
    first = f"{phrases.quoted(said)}多少，{'表里印了' if all(priced) else '文件没有这样印，不做除法；印了的是'}："
    shown = lines if len(lines) == 1 else _numbered(lines)
    return Answer(Kind.ANSWER, (first, *shown), tuple(stated), cite(stated), facts.choices(plan, views), plan)


def _told_prices(views: Sequence[TargetView], priced: Sequence[Sequence[Indicator]], said: str, plan: Plan) -> Answer:
    stated: list[Fact] = []
    lines = [_price(view, line, stated) for view, of_it in zip(views, priced, strict=True) for line in of_it]
    shown = lines if len(lines) == 1 else [f"{phrases.quoted(said)}多少，表里印了：", *_numbered(lines)]
    return Answer(Kind.ANSWER, tuple(shown), tuple(stated), cite(stated), facts.choices(plan, views), plan)


def _numbered(lines: Sequence[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]


def _price(view: TargetView, line: Indicator, stated: list[Fact]) -> str:
    stated.append(facts.indicator(view, line))
    return f"{phrases.one_line(line.value)}：{facts.whose(view)}{line.level2}{phrases.printed(line.name)}。"


def _printed_of(view: TargetView, asked: Each, stated: list[Fact]) -> str:
    """What one form prints of it, its facts added to `stated`; nothing where it prints no amount."""
    total = facts.amount(view, FundingKind.TOTAL, Horizon.ANNUAL)
    if total is None or total.yuan is None:
        return ""
    lines = [i for i in view.target.indicators if i.horizon is Horizon.ANNUAL]
    counted = [] if asked.time else [i for i in lines if _counts_such(i, asked)][:_MOST_LINES]
    prices = list(_prices(view))[:_MOST_LINES]
    stated += [total, *(facts.indicator(view, one) for one in (*counted, *prices))]
    numbers = "，没有印这样的数量" if not (counted or asked.time) else f"，指标{_listed(counted)}" if counted else ""
    listed = f"；印了的单价或标准：{_listed(prices)}" if prices else ""
    return f"预算安排 {phrases.money(total.yuan)}：{facts.whose(view)}{numbers}{listed}。"


def _listed(lines: Sequence[Indicator]) -> str:
    return "、".join(f"{phrases.printed(one.name)} {phrases.one_line(one.value)}" for one in lines)


def _counts_such(line: Indicator, asked: Each) -> bool:
    """Whether the line counts such things, or is a number of things that are called so."""
    if counts(line, asked.word if asked.unit == "个" else asked.unit or asked.noun):
        return True
    number = re.search(r"\d[万千百]?[^\d%‰元]+$", fold(line.value)) and unit_of(line).removeprefix("个") not in TIMES
    dated = re.search("[月日号]|年底|年初", fold(line.value))
    return bool(asked.noun) and fold(asked.noun) in fold(line.name) and bool(number) and not dated


def is_price(fact: Fact) -> bool:
    """Whether the fact is a line whose value is money."""
    return fact.field == "indicator" and bool(_MONEY.search(fold(fact.value or "")))


def counts(line: Indicator, unit: str) -> bool:
    """Whether the value of the line counts such things."""
    value = fold(line.value)
    return any(re.search(rf"\d[万千百]?{re.escape(one)}$", value) for one in (unit, *_ALSO.get(unit, ())))


def _prices(view: TargetView) -> Iterator[Indicator]:
    for line in view.target.indicators:
        named = _PRICE.search(fold(line.name)) or re.search("元[/每]", fold(line.value))
        if line.horizon is Horizon.ANNUAL and not GAIN.search(fold(line.name)) and _MONEY.search(fold(line.value)) and named:
            yield line
