"""Two values are told, and it is asked what went from the one to the other: “从920降到780的指标是哪个”, values of two years."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS
from bot.lines.measured import is_told
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.narrowed import MOST_READ
from bot.replying.quoted_amounts import TIMES
from store.model import FundingKind, Horizon, Indicator
from store.names import NameType
from store.numerals import CHARACTERS, NotNumber, parse_number
from store.plan import Plan
from store.targets import TargetView
from store.text import fold

_MOST = 10
_UNIT = "|".join(sorted({*UNITS, "分钟", "工作日", "个工作日", "百分点", "%", "‰", "元", "块"}, key=lambda one: (-len(one), one)))


def _value(which: str) -> str:
    return rf"(?P<number{which}>\d[\d,]*(?:\.\d+)?|[{CHARACTERS}]+)(?P<scale{which}>[万亿]?)(?P<unit{which}>{_UNIT})?"


_MOVED = r"(?:降|减|涨|升|提高|提升|提|增加|增|加|下降|减少|下调|上调|调整?|变|压减?|压缩|缩减?|砍|改|扩大?|上升|增长|少|多)(?:到了?|成了?|至|为|了)?"
_ASKS = r"(?:的)?(?:那个|这个)?(?:是)?(?:哪一?[个项条些家]|什么|啥|谁)?(?:的)?(?:指标|项目|单位|数|值|预算)?(?:值)?(?:的)?(?:是)?(?:哪一?[个项条些家]|哪些|什么|啥|谁家?)?(?:的)?(?:指标|项目|单位)?(?:了)?(?:吗|么|吧|没有?|啊|呢|呀|的)?"
_FROM = Pattern(
    rf"(?:(?:哪一?[个项条些家]|什么|啥|谁)(?:的)?(?:指标|项目|单位|预算|数)?(?:值)?(?:是)?)?(?P<about>[^\d]{{0,12}}?)(?:从|由){_value('1')}{_MOVED}{_value('2')}{_ASKS}"
)


class _Move(Struct, frozen=True):
    """What had the first value in one year and the second in a later one: two facts."""

    before: Fact
    after: Fact
    name: str


def between_values(question: Understanding, desk: Desk) -> Answer | None:
    """The lines and amounts that went so, each with both years; None where that is not what is asked."""
    text = question.without_names(NameType.PROJECT, NameType.UNIT, NameType.ATTRIBUTE)
    found = _FROM.fullmatch(re.sub(r"[\s,，?？。!！]|20\d\d年|(?:今|去|前|上)年", "", text))
    if found is None or all(_A_YEAR.fullmatch(found[f"number{which}"]) and not found[f"unit{which}"] for which in "12"):
        return None
    try:
        one, other = (parse_number(found[f"number{which}"].replace(",", "")) for which in "12")
    except NotNumber:
        return None
    unit = f"{found['scale2']}{found['unit2'] or ''}" or f"{found['scale1']}{found['unit1'] or ''}"
    about = _ABOUT.sub("", found["about"])
    scope = Plan(units=question.plan.units, projects=question.plan.projects)
    if desk.count(scope) > MOST_READ:
        return None
    moves = [move for move in _moves(desk.run(scope), one, other, unit) if about in fold(move.name)]
    told = phrases.quoted(f"从{one.normalize():f}到{other.normalize():f}{unit}")
    if not moves:
        return Answer(Kind.NOT_FOUND, (f"没有找到：两年都有的指标和金额里，没有{about}{told}的。",))
    stated = tuple(fact for move in moves[:_MOST] for fact in (move.before, move.after))
    items = [f"{move.name}：{_year(move.before)} → {_year(move.after)}" for move in moves[:_MOST]]
    lines = [f"{told}的是{items[0]}。"] if len(items) == 1 else [f"{told}的有 {len(moves)} 个：", *_numbered(items)]
    return Answer(Kind.ANSWER, tuple(lines), stated, cite(stated))


_A_YEAR = Pattern(r"(?:19|20)\d\d")
_ABOUT = Pattern("^(?:那|请问|问下|有没有|有|是不是|是)+|(?:的|指标|预算|经费|资金|项目|金额|值|数|是)+$")


def _numbered(items: list[str]) -> list[str]:
    return [f"{number}. {item}" for number, item in enumerate(items, 1)]


def _year(fact: Fact) -> str:
    value = (
        phrases.money(fact.yuan) if fact.field == FundingKind.TOTAL.value and fact.yuan else phrases.one_line(fact.value or "")
    )
    return f"{fact.year}年 {value}"


def _moves(views: list[TargetView], one: Decimal, other: Decimal, unit: str) -> Iterator[_Move]:
    """Of each project what two years that follow each other say; its money where the unit is one, or none is told."""
    series: dict[tuple[str, str], list[TargetView]] = {}
    for view in sorted(views, key=lambda view: view.target.year):
        series.setdefault((fold(view.target.unit), fold(view.target.project)), []).append(view)
    for of_one in series.values():
        near: list[_Move] = []
        far: list[_Move] = []
        for number, before in enumerate(of_one):
            later = [view for view in of_one[number + 1 :] if view.target.year > before.target.year]
            for after in later:
                found = list(_between(before, after, one, other, unit))
                (near if after.target.year == later[0].target.year else far).extend(found)
        yield from near or far


def _between(before: TargetView, after: TargetView, one: Decimal, other: Decimal, unit: str) -> Iterator[_Move]:
    whose = facts.whose(after, year=False)
    scale = TIMES.get(unit.removesuffix("元").removesuffix("块"))
    if scale is not None:
        size = scale if unit else TIMES["万"]
        totals = [facts.amount(view, FundingKind.TOTAL, Horizon.ANNUAL) for view in (before, after)]
        if [fact.yuan if fact else None for fact in totals] == [one * size, other * size] and totals[0] and totals[1]:
            yield _Move(totals[0], totals[1], f"{whose}预算安排")
    for line in before.target.indicators:
        same = [
            i for i in after.target.indicators if fold(i.name) == fold(line.name) and i.horizon is line.horizon is Horizon.ANNUAL
        ]
        if same and _is(line, one, unit) and _is(same[0], other, unit):
            yield _Move(
                facts.indicator(before, line), facts.indicator(after, same[0]), f"{whose}指标{phrases.printed(line.name)}"
            )


def _is(line: Indicator, number: Decimal, unit: str) -> bool:
    if unit and unit not in TIMES:
        return is_told(line, number, unit)
    return line.number is not None and line.number in (number, number * TIMES.get(unit, 1))
