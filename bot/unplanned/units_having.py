"""What part of the units has a project or some kind of money: “有工作经费的单位占多少”, “占几成” after how many there are; units are counted, and no money is divided."""

from collections.abc import Collection
from decimal import Decimal

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases, rates
from bot.replying.citing import cite
from bot.replying.enumerating import PAGE, enumerate_items
from bot.unplanned.units_without import names_of, remembered_units
from store.model import FundingKind, Horizon
from store.names import NameType
from store.plan import Aggregate, Field, Plan
from store.text import fold

_UNITS = r"(?:单位|部门|局委?|委办局|乡镇街?|镇街|镇|乡|街道|苏木|学校)"
_OF_ALL = rf"(?:全[县区市旗部]|所有|总|一共|全体)?的?{_UNITS}?(?:总数|数)?的?"
_PART = rf"(?:数量|个数|家数|数)?的?(?:占{_OF_ALL}(?:的?比例|比|比重|多大比例|百分比|多少|几成|百分之几|百分之多少|几分之几|一半)?|比例|占比)(?:是|有)?(?:多少|几成|百分之几|多大|多高)?"
_KIND = r"(?:上年|去年)?的?(?P<kind>结转|结余|其[他它]资金|财政拨款|自有资金|自筹资金)"
_YEAR = r"(?:(?:20)?\d\d年度?|今年|去年|前年|本年|上年)?的?"
_HAVING = Pattern(rf"{_YEAR}(?:有|填|报|做|安排|用)(?:有|了|过|到)?(?:项目|{_KIND})(?:项目)?的(?P<units>{_UNITS}){_PART}")
_OF_A_KIND = Pattern("[局镇乡校]|街道|苏木")
_AGAIN = Pattern(rf"(?:那|那么)?(?:它们|他们|这些)?(?:单位)?占{_OF_ALL}(?:多少|几成|百分之几|百分之多少|比例)?(?:是多少)?")
_KINDS = {"结": FundingKind.CARRYOVER, "财": FundingKind.FISCAL}
_LEADING, _ENDING = Pattern(r"^(?:那|那么|请问|问下|帮我?查一?下|看看|看下)+"), Pattern(r"[呢吗啊呀了么\s?？。!！]+$")


def units_having(question: Understanding, spoken_of: Plan | None, desk: Desk) -> Answer | None:
    """How many of the units have it, and what part of all that have forms of that year; None where that is not what is asked."""
    plan = question.plan
    counted = spoken_of if spoken_of and spoken_of.aggregate is Aggregate.COUNT and spoken_of.count_of is Field.UNIT else None
    if counted and len(counted.projects) == 1 and _AGAIN.fullmatch(_asked(question.text)):
        return _of_project(counted, desk)
    spoken = [span for span in question.spans if span.rule.startswith("names.project")]
    text = question.text
    if len(spoken) == 1 and plan.projects:
        text = f"{text[: spoken[0].start]}项目{text[spoken[0].end :]}"
    found = _HAVING.fullmatch(_asked(text))
    other = {match.type for match in question.names} - {NameType.PROJECT, NameType.UNIT}
    unclear = found is not None and _OF_A_KIND.search(found["units"]) and not plan.called  # which units are such is not known
    if found is None or unclear or other or len(plan.years) > 1 or bool(found["kind"]) == bool(plan.projects):
        return None
    return _of_money(found["kind"], plan, desk) if found["kind"] else _of_project(plan, desk)


def _asked(text: str) -> str:
    return _ENDING.sub("", _LEADING.sub("", fold(text)))


def _of_project(plan: Plan, desk: Desk) -> Answer | None:
    year = _year(plan, desk)
    there = [entry for entry in desk.book.catalogue.entries if entry.year == year]
    having = {entry.unit for entry in there if entry.project in plan.projects}
    name = phrases.listed([phrases.project(project) for project in plan.projects[:3]])
    return _told(year, having, {entry.unit for entry in there}, name, plan, desk) if year else None


def _of_money(said: str, plan: Plan, desk: Desk) -> Answer | None:
    year, kind = _year(plan, desk), next((kind for sign, kind in _KINDS.items() if said.startswith(sign)), FundingKind.OTHER)
    sums = desk.sums(Plan(years=(year,)), kind, Horizon.ANNUAL) if year else None
    if not year or sums is None:
        return None
    having = {one.unit for one in sums if one.nonzero}
    return _told(year, having, {one.unit for one in sums}, phrases.quoted(phrases.KINDS[kind]), plan, desk)


def _year(plan: Plan, desk: Desk) -> int | None:
    return next(iter(plan.years or desk.book.years[-1:]), None)


def _told(year: int, having: Collection[str], every: Collection[str], name: str, plan: Plan, desk: Desk) -> Answer:
    among = {*every} & {*plan.units} if plan.called else {*every}
    units, called = sorted({*having} & among), plan.called or "单位"
    if not units:
        return Answer(Kind.NOT_FOUND, (f"没有：{year}年有表的 {len(among)} 个{called}都没有{name}。",), remembered=plan)
    part, whole = Decimal(len(units)), Decimal(len(among))
    rate = rates.per_cent_of(part, whole)
    of_all = f"{year}年有{name}的{called} {len(units)} 个，有表的{called}一共 {len(among)} 个"
    first = f"按个数占 {rate}{rates.ours((part, whole))}：{of_all}："
    stated = names_of(units[:PAGE], year, desk)
    counted = facts.derived(Aggregate.COUNT, None, range(len(stated)), value=str(len(units)))
    share = facts.derived(Aggregate.SHARE, None, (len(stated),), value=rate)
    covered = f"只含已导入的 {desk.documents()} 份文件"
    of_project = {"years": (year,), "newest": None, "whole": None, "aggregate": Aggregate.COUNT, "count_of": Field.UNIT}
    counted_of = plan.model_copy(update={**of_project, "fields": ()}) if plan.projects else remembered_units(units)
    lines = (first, *enumerate_items(units[:PAGE]), *([f"先列 {PAGE} 个。"] if len(units) > PAGE else []))
    return Answer(Kind.ANSWER, lines, (*stated, counted, share), (*cite(stated), covered), remembered=counted_of)
