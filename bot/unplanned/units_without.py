"""Units that have no project (“哪些单位没有项目”, “去年哪几个镇没报项目”): those that the files of another year hold; or not the one that is named, or none with such money (“哪些单位没有结转”); no amount is spoken of."""

import re
from collections.abc import Iterator

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import PAGE, enumerate_items
from store.model import FundingKind, Horizon
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
_LACKS = r"(?:都|也|还|是)?(?:没有?|无|未)(?:有|填|安排|用到|用|列)?(?:任何)?(?P<kind>(?:上年|去年)?的?(?:结转|结余)(?:资金|的钱)?|其[他它]资金|财政拨款|自有资金|自筹(?:资金)?)"
_WHO = rf"(?:(?:都|还)?(?:有)?(?:哪些|哪几个|哪几家|哪个|哪家|哪|几个|几家|多少个|多少家)(?:个|家)?{_KIND}|哪家|谁家?)"
_OF_MONEY = (
    Pattern(rf"{_YEAR}(?:的)?{_WHO}(?:里面?|中)?(?:在)?{_YEAR}{_LACKS}(?:的)?"),
    Pattern(rf"{_YEAR}(?:的)?{_LACKS}的{_KIND}(?:都|一共|总共)*(?:有|是)?(?:哪些|哪几个|哪几家|哪个|哪家|几个|几家|多少个?|谁)?"),
)
_KINDS = {"结": FundingKind.CARRYOVER, "财": FundingKind.FISCAL}
# “哪些单位去年有今年没有”, “今年有去年没有的单位”
_SOME_YEAR = r"(?:(?:20)?\d\d年|今年|去年|前年|本年|上年)度?"
_HAS, _HAS_NOT = r"(?:都|还)?有(?:过)?(?:项目)?(?:的)?", r"(?:就|又|却|都|也)?(?:没有?|无)(?:了|过)?(?:项目)?(?:了)?"
_IN_ONE_YEAR = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_WHICH}(?P<there>{_SOME_YEAR}){_HAS}(?P<absent>{_SOME_YEAR}){_HAS_NOT}",
        rf"{_WHICH}(?P<absent>{_SOME_YEAR}){_HAS_NOT}(?P<there>{_SOME_YEAR}){_HAS}",
        rf"(?P<there>{_SOME_YEAR}){_HAS}(?P<absent>{_SOME_YEAR}){_HAS_NOT}的{_KIND}(?:都|一共|总共)*(?:有|是)?(?:哪些|哪几个|哪几家|几个|几家|多少个?)?",
        rf"(?P<absent>{_SOME_YEAR}){_HAS_NOT}(?P<there>{_SOME_YEAR}){_HAS}{_KIND}(?:都|一共|总共)*(?:有|是)?(?:哪些|哪几个|哪几家|几个|几家|多少个?)?",
    )
)
_AGO = {"今": 0, "本": 0, "去": 1, "上": 1, "前": 2}
_TWO = 2  # years
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
    lacking = next((found for pattern in _OF_MONEY if (found := pattern.fullmatch(asked))), None)
    if not named and not plan.projects and len(plan.years) == _TWO and (plan.called or not plan.units):
        return _in_one_year(asked, plan, desk)
    if named or len(plan.years) > 1 or not (lacking or any(pattern.fullmatch(asked) for pattern in _ASKED)):
        return None
    if _OF_A_KIND.search(asked) and not plan.called:
        return None  # which units are such is not known
    said = plan.years or tuple(_years_in(asked, desk.today.year))  # “去年没资料的” is read as what is denied of a project
    year = said[0] if said else desk.book.years[-1] if desk.book.years else None
    if year is None or year not in desk.book.years:
        return None
    if lacking:
        kind_said = next((kind for sign, kind in _KINDS.items() if sign in lacking["kind"]), FundingKind.OTHER)
        return _without_money(year, kind_said, plan, desk)
    there = [entry for entry in desk.book.catalogue.entries if entry.year == year]
    kind = set(plan.units) if plan.called else set(desk.book.units)
    if plan.projects:
        having = {entry.unit for entry in there if entry.project in plan.projects}
        return _without(year, sorted(kind & {entry.unit for entry in there} - having), plan, desk)
    return _told(year, sorted(kind - {entry.unit for entry in there}), plan.called or "单位", desk)


def _in_one_year(asked: str, plan: Plan, desk: Desk) -> Answer | None:
    """The units that have projects in one of two years and none in the other, which are as likely not loaded."""
    found = next(filter(None, (pattern.fullmatch(asked) for pattern in _IN_ONE_YEAR)), None)
    if found is None or (_OF_A_KIND.search(asked) and not plan.called):
        return None
    there, absent = sorted(plan.years, reverse=_is_later(found["there"], found["absent"], max(plan.years)))
    if not {there, absent} <= {*desk.book.years}:
        return None
    of_year = {year: {entry.unit for entry in desk.book.catalogue.entries if entry.year == year} for year in (there, absent)}
    units = sorted((of_year[there] - of_year[absent]) & ({*plan.units} if plan.called else of_year[there]))
    covered, called = f"只含已导入的 {desk.documents()} 份文件", plan.called or "单位"
    if not units:
        return Answer(Kind.ANSWER, (f"没有：{there}年有项目的{called}，{absent}年都有。",), cited=(covered,))
    only = f"，先列 {PAGE} 个" if len(units) > PAGE else ""
    first = f"{there}年有项目、{absent}年没有的{called}有 {len(units)} 个（没有导入不等于没有{only}）："
    stated = names_of(units[:PAGE], there, desk)
    lines = (first, *enumerate_items(units[:PAGE]))
    return Answer(Kind.ANSWER, lines, stated, (*cite(stated), covered), remembered=remembered_units(units))


def _is_later(year: str, other: str, latest: int) -> bool:
    """Whether the first of two years is the later one, in digits or by how long ago it was."""
    if year[0].isdigit():
        return year.startswith((str(latest), str(latest)[2:] + "年"))
    if other[0].isdigit():
        return not _is_later(other, year, latest)
    return _AGO[year[0]] < _AGO[other[0]]


def _years_in(text: str, today: int) -> Iterator[int]:
    yield from (int(year) for year in re.findall(r"20\d\d", text))
    yield from (today - ago for word, ago in _AGO.items() if f"{word}年" in text)


def _without(year: int, units: list[str], plan: Plan, desk: Desk) -> Answer:
    """Of the units that have forms of the year those that have none of this project."""
    covered, called, name = f"只含已导入的 {desk.documents()} 份文件", plan.called or "单位", phrases.project(plan.projects[0])
    if not units:
        return Answer(Kind.ANSWER, (f"没有：{year}年有表的{called}都有{name}。",), cited=(covered,))
    shown = units[:PAGE]
    only = f"，先列 {PAGE} 个" if len(units) > PAGE else ""
    first = f"{year}年没有{name}的{called}有 {len(units)} 个（有表而没有这个项目的{only}）："
    stated = names_of(shown, year, desk)
    return Answer(
        Kind.ANSWER, (first, *enumerate_items(shown)), stated, (*cite(stated), covered), remembered=remembered_units(units)
    )


def _without_money(year: int, kind: FundingKind, plan: Plan, desk: Desk) -> Answer | None:
    """Of the units that have forms of the year those of which none states such money; nothing where these are too many to be read."""
    scope = Plan(units=plan.units if plan.called else (), years=(year,))
    sums = desk.sums(scope, kind, Horizon.ANNUAL)
    if sums is None:
        return None
    having, called = {one.unit for one in sums if one.nonzero}, plan.called or "单位"
    units = sorted({one.unit for one in sums} - having)
    label, covered = phrases.quoted(phrases.KINDS[kind]), f"只含已导入的 {desk.documents()} 份文件"
    if not units:
        return Answer(Kind.ANSWER, (f"没有：{year}年有表的{called}都有填了{label}的项目。",), cited=(covered,))
    shown = units[:PAGE]
    only = f"，先列 {PAGE} 个" if len(units) > PAGE else ""
    first = f"{year}年没有一个项目填了{label}的{called}有 {len(units)} 个（没有填写不等于 0{only}）："
    stated = names_of(shown, year, desk)
    return Answer(
        Kind.ANSWER, (first, *enumerate_items(shown)), stated, (*cite(stated), covered), remembered=remembered_units(units)
    )


def _told(year: int, units: list[str], called: str, desk: Desk) -> Answer:
    covered = f"只含已导入的 {desk.documents()} 份文件"
    if not units:
        line = f"没有：已导入的文件里出现过的{called}，{year}年都有项目。"
        return Answer(Kind.ANSWER, (line,), cited=(covered,))
    shown = units[:PAGE]
    items = [f"{unit}（有{phrases.years(desk.book.years_of((), (unit,)))}的）" for unit in shown]
    only = f"，先列 {PAGE} 个" if len(units) > PAGE else ""
    first = f"{year}年没有项目的{called}有 {len(units)} 个（别的年份有；没有导入不等于没有{only}）："
    stated = names_of(shown, None, desk)
    return Answer(
        Kind.ANSWER, (first, *enumerate_items(items)), stated, (*cite(stated), covered), remembered=remembered_units(units)
    )


def remembered_units(units: list[str]) -> Plan:
    """What a follow-up goes on from: these units."""
    return Plan(units=tuple(units), fields=(Field.UNIT,), newest=Newest.EACH)


def names_of(units: list[str], year: int | None, desk: Desk) -> tuple[Fact, ...]:
    """One project of each, of the year or of its newest, which says that there is such a unit."""
    found: list[Fact] = []
    for unit in units:
        years = (year,) if year else desk.book.years_of((), (unit,))[-1:]
        views = desk.matching(Plan(units=(unit,), years=years, whole_branch=False), money_only=True)
        found += [facts.name(view) for view in views[:1]]
    return tuple(found)
