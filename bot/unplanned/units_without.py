"""Units that have no project (“哪些单位没有项目”, “去年哪几个镇没报项目”): those that the files of another year hold; or not the one that is named; no amount is spoken of."""

import re
from collections.abc import Iterator

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
_OF_A_KIND = Pattern(r"[局乡镇街校院所站村]|苏木|中学|小学|中心")
_YEAR = r"(?:(?:20)?\d\d年度?|今年|去年|前年|本年|上年)?"
_NONE = rf"(?:一个|一项|1个|啥|什么|任何)?(?:都|也|还|根本|压根)?(?:是)?(?:没有?|无|未)(?:有|报|填报|申报|列|编|安排|上报)?(?:了|过)?(?:任何|一个|一项|什么)?(?:的)?{_YEAR}(?:的)?(?:项目表|项目|预算项目|文件|资料|数据|材料|(?:绩效)?目标表|表)"
_ASKED = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_YEAR}(?:的)?{_WHICH}(?:里面?|中)?(?:在)?{_YEAR}{_NONE}(?:的)?",
        rf"{_YEAR}{_NONE}的{_KIND}(?:都|一共|总共)*(?:有|是)?(?:哪些|哪几个|哪几家|哪个|哪家|几个|几家|多少个?|谁|吗)?",
    )
)
_AGO = {"今年": 0, "本年": 0, "去年": 1, "上年": 1, "前年": 2}
_AMONG = Pattern(r"(?:里[面头边]?|当?中|之中|内|的话)[,，]?")
_LEADING = Pattern(r"^(?:那|那么|请问|问下|帮我?查一?下|看看|看下|我想知道|全[县区市旗])+")
_ENDING = Pattern(r"[呢吗啊呀的了么\s?？。!！]+$")


def units_without(question: Understanding, desk: Desk) -> Answer | None:
    """The units, or that there are none; None where that is not what is asked."""
    plan, text = question.plan, question.text
    spoken = [span for span in question.spans if span.rule.startswith("names.project")]
    if len(spoken) == 1 == len(plan.projects):  # “哪个镇没有保洁经费”
        text = f"{text[: spoken[0].start]}项目{text[spoken[0].end :]}"
    of_a_kind = [span for span in question.spans if span.rule.startswith("kinds_of_units")]
    if plan.called and len(of_a_kind) == 1 and (among := _AMONG.match(text, of_a_kind[0].end)):  # “三个镇里谁没有项目”
        text = f"{text[: of_a_kind[0].start]}{text[among.end() :]}"
    named = {match.type for match in question.names} - {NameType.UNIT, *((NameType.PROJECT,) if spoken else ())}
    asked = _ENDING.sub("", _LEADING.sub("", fold(text)))
    if named or len(plan.years) > 1 or not any(pattern.fullmatch(asked) for pattern in _ASKED):
        return None
    if _OF_A_KIND.search(asked) and not plan.called:
        return None  # which units are such is not known
    said = plan.years or tuple(_years_in(asked, desk.today.year))  # “去年没资料的” is read as what is denied of a project
    year = said[0] if said else desk.book.years[-1] if desk.book.years else None
    if year is None or year not in desk.book.years:
        return None
    there = [entry for entry in desk.book.catalogue.entries if entry.year == year]
    kind = set(plan.units) if plan.called else set(desk.book.units)
    if plan.projects:
        having = {entry.unit for entry in there if entry.project in plan.projects}
        return _without(year, sorted(kind & {entry.unit for entry in there} - having), plan, desk)
    return _told(year, sorted(kind - {entry.unit for entry in there}), plan.called or "单位", desk)


def _years_in(text: str, today: int) -> Iterator[int]:
    yield from (int(year) for year in re.findall(r"20\d\d", text))
    yield from (today - ago for word, ago in _AGO.items() if word in text)


def _without(year: int, units: list[str], plan: Plan, desk: Desk) -> Answer:
    """Of the units that have forms of the year those that have none of this project."""
    covered, called, name = f"只含已导入的 {desk.documents()} 份文件", plan.called or "单位", phrases.project(plan.projects[0])
    if not units:
        return Answer(Kind.ANSWER, (f"没有：{year}年有表的{called}都有{name}。",), cited=(covered,))
    shown = units[:PAGE]
    only = f"，先列 {PAGE} 个" if len(units) > PAGE else ""
    first = f"{year}年没有{name}的{called}有 {len(units)} 个（有表而没有这个项目的{only}）："
    stated = _names(shown, year, desk)
    return Answer(Kind.ANSWER, (first, *enumerate_items(shown)), stated, (*cite(stated), covered), remembered=_remembered(units))


def _told(year: int, units: list[str], called: str, desk: Desk) -> Answer:
    covered = f"只含已导入的 {desk.documents()} 份文件"
    if not units:
        line = f"没有：已导入的文件里出现过的{called}，{year}年都有项目。"
        return Answer(Kind.ANSWER, (line,), cited=(covered,))
    shown = units[:PAGE]
    items = [f"{unit}（有{phrases.years(desk.book.years_of((), (unit,)))}的）" for unit in shown]
    only = f"，先列 {PAGE} 个" if len(units) > PAGE else ""
    first = f"{year}年没有项目的{called}有 {len(units)} 个（别的年份有；没有导入不等于没有{only}）："
    stated = _names(shown, None, desk)
    return Answer(Kind.ANSWER, (first, *enumerate_items(items)), stated, (*cite(stated), covered), remembered=_remembered(units))


def _remembered(units: list[str]) -> Plan:
    return Plan(units=tuple(units), fields=(Field.UNIT,), newest=Newest.EACH)


def _names(units: list[str], year: int | None, desk: Desk) -> tuple[Fact, ...]:
    """One project of each, of the year or of its newest, which says that there is such a unit."""
    found: list[Fact] = []
    for unit in units:
        years = (year,) if year else desk.book.years_of((), (unit,))[-1:]
        views = desk.matching(Plan(units=(unit,), years=years, whole_branch=False), money_only=True)
        found += [facts.name(view) for view in views[:1]]
    return tuple(found)
