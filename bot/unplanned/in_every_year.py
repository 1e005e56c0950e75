"""Projects that every year has (“三年都有的项目”, “哪些项目每年都有”): which, of the years that are said or loaded; no amount is spoken of."""

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import enumerate_items
from bot.replying.many import TooMany
from store.names import NameType
from store.plan import Field, Plan
from store.text import fold

_EVERY = r"(?:(?:连续)?(?P<number>[三四五六3-6])年(?:里)?|每一?年|年年|历年|所有年份|各年)(?:的)?(?:都|一直|均|全)*(?:有|在|安排|报|申报)了?(?:的)?"
_WHICH = r"(?:都|一共)*(?:有|是)?(?:哪些|哪几个|哪几项|几个|多少个?|什么)"
_ASKED = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_EVERY}(?:同一个?)?项目{_WHICH}?(?:项目)?",
        rf"(?:{_WHICH}|有没有)?(?:个)?项目(?:是)?{_EVERY}(?:{_WHICH})?",
        rf"{_EVERY}{_WHICH}(?:项目)?",
    )
)
_AROUND = Pattern(r"^(?:那|那么|请问|查一?下|看看|全[县区市旗]|本级|的)+|[\s,，?？。!！]|[呢啊呀吗的]+$")
_NUMBERS = {"三": 3, "四": 4, "五": 5, "六": 6}


def in_every_year(question: Understanding, desk: Desk) -> Answer | None:
    """The projects, each with its unit; None where that is not what is asked, or other years are loaded than are meant."""
    plan, book = question.plan, desk.book
    text = _AROUND.sub("", question.without_names(NameType.UNIT))
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _ASKED)), None)
    if found is None or plan.projects or plan.amounts or plan.without:
        return None
    number = int(_NUMBERS.get(found["number"] or "", found["number"] or len(book.years)))
    years = tuple(sorted(book.years)[-number:])
    if len(years) < number or len(years) < _LEAST:
        return None
    wanted = {low for unit in plan.units for low in (unit, *(() if plan.alone or plan.called else book.below(unit)))}
    held: dict[tuple[str, str], set[int]] = {}
    printed: dict[tuple[str, str], tuple[str, str]] = {}
    for entry in book.catalogue.entries:
        if entry.year in years and (not wanted or entry.unit in wanted):
            key = fold(entry.unit), fold(entry.project)
            held.setdefault(key, set()).add(entry.year)
            printed[key] = entry.project, entry.unit
    pairs = tuple(sorted((printed[key] for key, of in held.items() if len(of) == len(years)), key=lambda pair: pair[::-1]))
    about = f"{phrases.years(years)}{whose(plan.model_copy(update={'whole_branch': len(wanted) > len(plan.units)}))}"
    return _told(pairs, about, years, desk)


_LEAST = 2  # years


def _told(pairs: tuple[tuple[str, str], ...], about: str, years: tuple[int, ...], desk: Desk) -> Answer:
    covered = f"只含已导入的 {desk.documents()} 份文件"
    if not pairs:
        return Answer(Kind.ANSWER, (f"没有：{about}都有的项目一个也没有（按单位和项目名称对）。",), cited=(covered,))
    items = [f"{unit}{phrases.project(project)}" for project, unit in pairs]
    first = f"{about}都有的项目有 {len(items)} 个（按单位和项目名称对）："
    plan = Plan(among=pairs, years=years[-1:], fields=(Field.AMOUNT,))
    try:
        stated = tuple(facts.name(view) for view in desk.matching(plan, money_only=True))
    except TooMany:
        return Answer(Kind.ANSWER, (first, *enumerate_items(items, desk.offset)), cited=(covered,))
    return Answer(Kind.ANSWER, (first, *enumerate_items(items, desk.offset)), stated, (*cite(stated), covered), remembered=plan)
