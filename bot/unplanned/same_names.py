"""Projects of one name that several units have (重名的项目): which, and whose they are; no amount is spoken of."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.meanings import Mark
from bot.language.numbers import whole
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.many import TooMany
from store.plan import Plan
from store.text import fold

_MOST = 10  # names in one reply
_UNITS = 4  # of a name that are told
_SAME = Pattern(
    r"(?:重名|同名|撞名|重复(?=的?名)|(?:名字|名称|叫法)(?:都|是|完全|有)*+(?:一样|相同|重复|重了|一模一样)|叫(?:一样|同样|同一个|相同)的?名|一样(?:的)?(?:名字|名称)|相同(?:的)?(?:名字|名称))"
)
_KINDS = "(?:单位|部门|乡镇|镇街|镇|乡|街道|学校|小学|中学|医院|卫生院|局|所|站|馆)"
# “好几个单位都有的项目”, “哪些项目三个学校都有”: which are in so many of them
_ALL_HAVE = Pattern(
    rf"(?:(?P<every>每一?|各|所有|全部)|(?P<several>好?几|多)|(?P<number>[两二三四五六七八九十]|\d{{1,2}}))(?:个|家|所)?(?:的)?{_KINDS}(?:全|都|均)(?:有|设有?|安排了?|列了?)(?:的)?(?:项目|$|[吗呢?？。])"
)
_ASKS = Pattern(r"项目|有没有|有无|哪|几|多少|吗|是否")


def same_names(question: Understanding, desk: Desk) -> Answer | None:
    """The names that several units have in the year that is asked of, else in the newest; None where that is not what is asked."""
    text, years = fold(question.text), question.plan.years or desk.book.years[-1:]
    held = _ALL_HAVE.search(text) if "项目" in text else None
    asked = (held or _SAME.search(text)) and _ASKS.search(text)
    if not asked or question.plan.projects or question.marks & {Mark.ELSEWHERE} or len(years) != 1:
        return None
    of_name = _units_of(desk, years[0], question.plan.units)
    least = _least(held, of_name) if held else _TWO
    shared = {name: units for name, units in of_name.items() if len(units) >= least}
    if not shared:
        which = "两个单位的项目同名" if least == _TWO else f"一个项目是 {least} 个单位都有的"
        return Answer(Kind.ANSWER, (f"没有：已导入的{years[0]}年的文件里，没有{which}。",))
    named = sorted(shared, key=lambda name: (-len(shared[name]), name))
    items = [f"{phrases.project(name)}：{_listed(shared[name])}" for name in named[:_MOST]]
    more = f"（先列 {_MOST} 个）" if len(named) > _MOST else ""
    lines = (
        f"{years[0]}年有 {len(named)} 个名称是{'几' if least == _TWO else f' {least} '}个单位都有的{more}：",
        *(f"{number}. {item}" for number, item in enumerate(items, 1)),
    )
    stated = _stated(named[:_MOST], years[0], desk)
    return Answer(Kind.ANSWER, lines, stated, cite(stated))


_TWO = 2


def _least(held: re.Match[str], of_name: Mapping[str, Sequence[str]]) -> int:
    """By how many units a project is to be had."""
    if held["number"]:
        return max(whole(held["number"]), _TWO)
    return len({unit for units in of_name.values() for unit in units}) if held["every"] else _TWO


def _units_of(desk: Desk, year: int, units: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each name with the units that have it that year; of units that are named, what these have."""
    found: dict[str, dict[str, None]] = {}
    wanted = {low for unit in units for low in (unit, *desk.book.below(unit))}
    for entry in desk.book.catalogue.entries:
        if entry.year == year and (not wanted or entry.unit in wanted):
            found.setdefault(entry.project, {})[entry.unit] = None
    return {name: tuple(sorted(of)) for name, of in found.items()}


def _listed(units: tuple[str, ...]) -> str:
    return f"{'、'.join(units[:_UNITS])}{f' 等 {len(units)} 个单位' if len(units) > _UNITS else ''}"


def _stated(names: list[str], year: int, desk: Desk) -> tuple[Fact, ...]:
    """Where the names stand; nothing of so many that they are not read."""
    try:
        return tuple(facts.name(view) for view in desk.run(Plan(projects=tuple(names), years=(year,)), money_only=True))
    except TooMany:
        return ()
