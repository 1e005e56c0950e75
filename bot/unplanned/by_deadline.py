"""By when a project is to be done (“10月底前完成的项目”, “哪个项目最晚完工”): the days that its lines print are compared, and what prints none is not."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import PAGE, enumerate_items
from bot.replying.narrowed import MOST_READ
from store.model import Horizon, Indicator
from store.names import NameType
from store.numerals import NotNumber, parse_number
from store.plan import Field, Newest, Plan
from store.targets import TargetView
from store.text import fold

_DONE = r"完工|竣工|完成|建成|做完|干完|弄完|修完|结束|收尾"
_SAID = r"[搞办忙]?完[了掉]?|[做干弄搞办建修]好了?"  # for being done: no line is called so, and 完好率 is none of them
_DEED = rf"(?P<deed>{_DONE}|{_SAID}|发放|拨付|支付|到位|兑付|兑现|上线|投入使用|交付|验收|举办)"
_WHICH = r"(?:(?:都|还)?(?:有|是)?(?:哪些|哪几个|哪个|哪一个|几个|多少个|什么)(?:的)?|谁家?|哪家)"
_THING = r"(?:(?:建设|工程)?项目|工程)"
_MUST = r"(?:的?(?:要求|计划|必须|应该|应当|需要|可以|能够|预计|打算|规定|就|要|得|须|应|需|能|可|在|于|会|赶在|全部|都)*+)"
_MONTH = r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})月份?(?:(?P<day>\d{1,2})[日号]|(?P<end>底|末))?"
_BY = rf"(?:(?:{_MONTH}|(?P<year>年(?:底|末|终|前)))(?P<before>之?前|以前)?|(?P<half>上|下)半年|第?(?P<quarter>[一二三四1-4])季度|(?P<event>(?![之以提目当先此从])[^\d\s年月日]{{1,5}}?)(?:之前|以前|前))(?:之?内|里)?"
_ENDING = r"(?:呢|啊|呀|的|是|有)*+"
_ASKED = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_WHICH}?{_THING}?{_MUST}{_BY}{_MUST}{_DEED}(?:的)?{_THING}?{_WHICH}?{_THING}?{_ENDING}",
        rf"{_WHICH}?{_THING}?{_MUST}{_DEED}(?:时间|日期)?{_MUST}{_BY}(?:的)?{_THING}?{_WHICH}?{_THING}?{_ENDING}",
    )
)
_ENDMOST = r"(?:最|得最)(?P<which>早|晚|先|后|迟|快)"
_FIRST = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_WHICH}?{_THING}?{_MUST}{_ENDMOST}{_DEED}(?:的)?{_THING}?(?:是)?{_WHICH}?{_THING}?{_ENDING}",
        rf"{_WHICH}?{_THING}?(?:的)?{_DEED}(?:时间|日期)?得?{_ENDMOST}(?:的)?{_THING}?(?:是)?{_WHICH}?{_THING}?{_ENDING}",
    )
)
_A_YEAR = Pattern(r"(?:20\d\d年度?|[今去前明本上]年)(?:的)?")
_OF_A_YEAR = Pattern(r"(?:20\d\d年|[今去前明本上]年?)年?(?=[底末终])")
_PRINTED = Pattern(
    r"(?:(?P<year>20\d\d)年|每年|当年)?(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]|(?P<part>底|末|上旬|中旬|中下旬|下旬))?|(?P<end>年?底|年?末))(?P<before>之?前|以前)?(?:完成|完工)?"
)
_PARTS = {"上旬": 10, "中旬": 20}
_EVENTS = {"汛期": ("汛期前", "汛前"), "汛": ("汛期前", "汛前")}


class _Line(Struct, frozen=True):
    """A line that says when a project's deed is to be done, and the last day by it, where one is printed."""

    view: TargetView
    stated: Indicator
    due: date | None


class _Asked(Struct, frozen=True):
    """What is asked for: until which day, or from which to which, in the words of the question; or the first, or the last."""

    deed: str
    said: str = ""
    first: date | None = None
    last: date | None = None
    event: str = ""
    latest: bool | None = None

    @property
    def done(self) -> str:
        """The deed in a word."""
        return "完成" if self.deed == _DONE else self.deed


def by_deadline(question: Understanding, desk: Desk) -> Answer | None:
    """The projects with the lines that say so, as they are printed; None where that is not what is asked, or there are no such lines."""
    plan = question.plan
    said = {match.type for match in question.names}
    if plan.projects and not question.follows and NameType.PROJECT not in said:  # lines that only hold some of these words
        plan = plan.model_copy(update={"projects": (), "units": plan.units if NameType.UNIT in said else ()})
    if plan.projects or plan.compare or plan.amounts or plan.without or len(plan.years) > 1:
        return None
    branch = any(desk.book.below(unit) for unit in plan.units) and not (plan.alone or plan.called)
    scope = {"units": plan.units, "years": plan.years, "called": plan.called, "whole_branch": branch, "alone": plan.alone}
    of_scope = Plan(newest=None if plan.years else Newest.SCOPE).model_copy(update=scope)
    years = desk.years(of_scope)
    asked = _asked(question, years[0]) if len(years) == 1 else None
    if asked is None or desk.count(of_scope) > MOST_READ:
        return None
    # What is said to be before the floods is written so, whatever the line is called.
    views = desk.matching(of_scope)
    lines = list(_lines(views, "" if asked.event and asked.deed == _DONE else asked.deed))
    if not lines or (asked.latest is not None and not any(line.due for line in lines)):
        return None
    return _by_an_event(lines, asked, of_scope, desk) if asked.event else _told(lines, asked, of_scope, desk)


def _asked(question: Understanding, year: int) -> _Asked | None:
    text = re.sub(r"[\s,，、?？。!！“”\"]", "", question.without_names(NameType.UNIT))
    text = _LEADING.sub("", _A_YEAR.sub("", _OF_A_YEAR.sub("年", text)))
    for pattern in _FIRST:
        if found := pattern.fullmatch(text):
            return _Asked(_deeds(found["deed"]), latest=found["which"] in "晚后迟")
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _ASKED if _OF_PROJECTS.search(text))), None)
    return _until(found, _deeds(found["deed"]), year) if found else None


_OF_PROJECTS = Pattern("项目|工程|[哪几]|多少个|的$")  # “年底前能完成吗” asks of one that was spoken of
_LEADING = Pattern(
    r"^(?:那|那么|请问|问下|帮我?查一?下|查一?下|看看|看下|全[县区市旗]|(?:包?含|包括|连)?(?:所属|下属)(?:单位)?|本级|的)+"
)


def _deeds(deed: str) -> str:
    """What a line's name says of it: a project that is 完工 is 竣工 and 完成 as well; what is 发放 is that alone."""
    return _DONE if re.fullmatch(f"{_DONE}|{_SAID}", deed) else deed


def _until(found: re.Match[str], deed: str, year: int) -> _Asked | None:
    """From which day to which it is to be done; None where no such day is said."""
    if found["event"]:
        return _Asked(deed, f"{found['event']}前", event=found["event"])
    if found["half"]:
        first, last = (1, 6) if found["half"] == "上" else (7, 12)
        return _Asked(deed, f"{found['half']}半年", date(year, first, 1), _end_of(year, last))
    if found["year"]:
        return _Asked(deed, "年底前", last=_end_of(year, _MONTHS))
    try:
        number = int(parse_number(found["quarter"] or found["month"]))
    except NotNumber:
        return None
    if found["quarter"]:
        return _Asked(deed, f"第{found['quarter']}季度", date(year, 3 * number - 2, 1), _end_of(year, 3 * number))
    return _until_month(found, deed, year, number) if 1 <= number <= _MONTHS else None


def _until_month(found: re.Match[str], deed: str, year: int, month: int) -> _Asked | None:
    """“10月底前”, “6月20日前”, “10月前”; “10月” is that month alone."""
    if found["day"]:
        day = _day_of(year, month, int(found["day"]))
        return _Asked(deed, f"{month}月{found['day']}日前", last=day) if day else None
    if found["end"]:
        return _Asked(deed, f"{month}月底前", last=_end_of(year, month))
    if found["before"]:
        return _Asked(deed, f"{month}月前", last=date(year, month, 1) - timedelta(days=1))
    return _Asked(deed, f"{month}月", date(year, month, 1), _end_of(year, month))


_MONTHS = 12


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _end_of(year: int, month: int) -> date:
    return date(year + month // _MONTHS, month % _MONTHS + 1, 1) - timedelta(days=1)


def _due(value: str, year: int) -> date | None:
    """The last day that a value prints: “10月底前”, “2024年6月20日前”; that of September for “10月前”; None where it is another kind of value."""
    found = _PRINTED.fullmatch(fold(value))
    if found is None:
        return None
    year = int(found["year"] or year)
    if found["end"]:
        return _end_of(year, _MONTHS)
    month = int(found["month"])
    if not 1 <= month <= _MONTHS:
        return None
    if found["before"] and not (found["day"] or found["part"]):
        return date(year, month, 1) - timedelta(days=1)
    number = int(found["day"] or 0) or _PARTS.get(found["part"] or "", 0)
    return _day_of(year, month, number) if number else _end_of(year, month)


def _lines(views: Sequence[TargetView], deeds: str) -> Iterator[_Line]:
    """The lines of the year, not of the middle term, whose names say that something is done by then."""
    for view in views:
        for line in view.target.indicators:
            if line.horizon is Horizon.ANNUAL and "时效" in (line.level2 or "") and re.search(deeds, fold(line.name)):
                yield _Line(view, line, _due(line.value, view.target.year))


def _told(lines: Sequence[_Line], asked: _Asked, plan: Plan, desk: Desk) -> Answer:
    """Those of the day, the latest first; with how many lines print no day that could be compared."""
    dated = [line for line in lines if line.due is not None]
    if asked.latest is None:
        found = [line for line in dated if line.due and (asked.first or date.min) <= line.due <= (asked.last or date.max)]
    else:
        ends = [line.due for line in dated if line.due]
        end = max(ends, default=None) if asked.latest else min(ends, default=None)
        found = [line for line in dated if line.due == end]
    undated = [line for line in lines if line.due is None]
    left = (
        (f"另有 {len(undated)} 条这类指标没有印日期（如“{phrases.one_line(undated[0].stated.value)}”），比不出来，没有算在内。",)
        if undated
        else ()
    )
    year = desk.years(plan)[0]
    if not found:
        return _none(f"里没有印着日期、在{phrases.quoted(asked.said)}{asked.done}的", left, plan, desk)
    found.sort(key=lambda line: (line.due or date.min, line.view.target.unit), reverse=asked.latest is not False)
    which = (
        f"{asked.done}得最{'晚' if asked.latest else '早'}的"
        if asked.latest is not None
        else f"在{phrases.quoted(asked.said)}{asked.done}的"
    )
    return _listed(found, f"{year}年{whose(plan)}按时效指标印的日期，{which}", left)


def _by_an_event(lines: Sequence[_Line], asked: _Asked, plan: Plan, desk: Desk) -> Answer:
    """Those that say so in these words; on which day it is no form prints, so that days are not compared with it."""
    spelled = _EVENTS.get(asked.event, (f"{asked.event}前",))
    found = [line for line in lines if any(word in _words(line.stated) for word in spelled)]
    dated = sum(line.due is not None for line in lines if line not in found)
    left = (f"表上没有印{phrases.quoted(asked.event)}是哪一天，另有 {dated} 条只印日期的没有和它比。",) if dated else ()
    if not found:
        return _none(f"里没有写{phrases.quoted(asked.said)}的", left, plan, desk)
    return _listed(found, f"{desk.years(plan)[0]}年{whose(plan)}时效指标写着{phrases.quoted('”或“'.join(spelled))}的", left)


def _none(which: str, left: tuple[str, ...], plan: Plan, desk: Desk) -> Answer:
    first = f"没有：{desk.years(plan)[0]}年{whose(plan)}的时效指标{which}。"
    return Answer(Kind.NOT_FOUND, (first, *left), cited=(f"只含已导入的 {desk.documents()} 份文件",))


def _words(line: Indicator) -> str:
    return fold(f"{line.name} {line.value} {line.standard}")


def _listed(found: Sequence[_Line], which: str, left: tuple[str, ...]) -> Answer:
    pairs = tuple(dict.fromkeys((line.view.target.project, line.view.target.unit) for line in found))
    shown = found[:PAGE]
    only = f"，先列 {PAGE} 条" if len(found) > PAGE else ""
    stated = tuple(facts.indicator(line.view, line.stated) for line in shown)
    items = [f"{facts.whose(line.view, year=False)}：{_printed(line.stated)}" for line in shown]
    remembered = Plan(fields=(Field.AMOUNT,), years=(found[0].view.target.year,), among=pairs)
    first = f"{which}项目有 {len(pairs)} 个{only}："
    return Answer(Kind.ANSWER, (first, *enumerate_items(items), *left), stated, cite(stated), remembered=remembered)


def _printed(line: Indicator) -> str:
    standard = f"（绩效标准{phrases.printed(line.standard)}）" if line.standard and line.standard != line.value else ""
    return f"{phrases.printed(line.name)} {phrases.one_line(line.value)}{standard}"
