"""Projects of one name that several units have (重名的项目): which, and whose they are; no amount is spoken of."""

from collections.abc import Iterable

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.meanings import Mark
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
_ASKS = Pattern(r"项目|有没有|有无|哪|几|多少|吗|是否")


def same_names(question: Understanding, desk: Desk) -> Answer | None:
    """The names that several units have in the year that is asked of, else in the newest; None where that is not what is asked."""
    text = fold(question.text)
    if not (_SAME.search(text) and _ASKS.search(text)) or question.plan.projects or question.marks & {Mark.ELSEWHERE}:
        return None
    years = question.plan.years or desk.book.years[-1:]
    if len(years) != 1:
        return None
    of_name = _units_of(desk, years[0], question.plan.units)
    shared = {name: units for name, units in of_name.items() if len(units) > 1}
    if not shared:
        return Answer(Kind.ANSWER, (f"没有：已导入的{years[0]}年的文件里，没有两个单位的项目同名。",))
    named = sorted(shared, key=lambda name: (-len(shared[name]), name))
    items = [f"{phrases.project(name)}：{_listed(shared[name])}" for name in named[:_MOST]]
    more = f"（先列 {_MOST} 个）" if len(named) > _MOST else ""
    lines = (
        f"{years[0]}年有 {len(named)} 个名称是几个单位都有的{more}：",
        *(f"{number}. {item}" for number, item in enumerate(items, 1)),
    )
    stated = _stated(named[:_MOST], years[0], desk)
    return Answer(Kind.ANSWER, lines, stated, cite(stated))


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
