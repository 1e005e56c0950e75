"""Units that have no project (“哪些单位没有项目”, “去年哪几个镇没报项目”): those that the files of another year hold; no amount is spoken of."""

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import PAGE, enumerate_items
from store.names import NameType
from store.plan import Field, Newest, Plan
from store.text import fold

_KIND = r"(?:单位|部门|局|委办局?|乡镇|镇街|镇|乡|街道|苏木|学校|中学|小学|医院|卫生院|财政所|所|站|中心|家|村)"
_WHICH = rf"(?:(?:都|还)?(?:有)?(?:哪些|哪几个|哪几家|哪个|哪家|哪|几个|几家|多少个|多少家|什么)(?:个|家)?{_KIND}?|有没有(?:哪个|哪些)?{_KIND}|谁家?)"
_YEAR = r"(?:(?:20)?\d\d年度?|今年|去年|前年|本年|上年)?"
_NONE = r"(?:一个|一项|1个|啥|什么|任何)?(?:都|也|还|根本|压根)?(?:是)?(?:没有?|无|未)(?:有|报|填报|申报|列|编|安排|上报)?(?:了|过)?(?:任何|一个|一项|什么)?(?:的)?(?:项目|预算项目|项目表)"
_ASKED = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_YEAR}(?:的)?{_WHICH}(?:里面?|中)?(?:在)?{_YEAR}{_NONE}(?:的)?",
        rf"{_YEAR}{_NONE}的{_KIND}(?:都|一共|总共)*(?:有|是)?(?:哪些|哪几个|哪几家|哪个|哪家|几个|几家|多少个?|谁|吗)?",
    )
)
_LEADING = Pattern(r"^(?:那|那么|请问|问下|帮我?查一?下|看看|看下|我想知道|全[县区市旗])+")
_ENDING = Pattern(r"[呢吗啊呀的了么\s?？。!！]+$")


def units_without(question: Understanding, desk: Desk) -> Answer | None:
    """The units, or that there are none; None where that is not what is asked."""
    text = _ENDING.sub("", _LEADING.sub("", fold(question.text)))
    named = [match for match in question.names if match.type is not NameType.UNIT]
    if named or len(question.plan.years) > 1 or not any(pattern.fullmatch(text) for pattern in _ASKED):
        return None
    year = question.plan.years[0] if question.plan.years else desk.book.years[-1] if desk.book.years else None
    if year is None or year not in desk.book.years:
        return None
    kind = set(question.plan.units) if question.plan.called else set(desk.book.units)
    having = {entry.unit for entry in desk.book.catalogue.entries if entry.year == year}
    return _told(year, sorted(kind - having), question.plan.called or "单位", desk)


def _told(year: int, units: list[str], called: str, desk: Desk) -> Answer:
    covered = f"只含已导入的 {desk.documents()} 份文件"
    if not units:
        line = f"没有：已导入的文件里出现过的{called}，{year}年都有项目。"
        return Answer(Kind.ANSWER, (line,), cited=(covered,))
    shown = units[:PAGE]
    items = [f"{unit}（有{phrases.years(desk.book.years_of((), (unit,)))}的）" for unit in shown]
    only = f"，先列 {PAGE} 个" if len(units) > PAGE else ""
    first = f"{year}年没有项目的{called}有 {len(units)} 个（别的年份有；没有导入不等于没有{only}）："
    stated = _names(shown, desk)
    return Answer(Kind.ANSWER, (first, *enumerate_items(items)), stated, (*cite(stated), covered), remembered=_remembered(units))


def _remembered(units: list[str]) -> Plan:
    return Plan(units=tuple(units), fields=(Field.UNIT,), newest=Newest.EACH)


def _names(units: list[str], desk: Desk) -> tuple[Fact, ...]:
    """One project of each, which says that there is such a unit."""
    found: list[Fact] = []
    for unit in units:
        years = desk.book.years_of((), (unit,))
        views = desk.matching(Plan(units=(unit,), years=years[-1:], whole_branch=False), money_only=True)
        found += [facts.name(view) for view in views[:1]]
    return tuple(found)
