"""What a question wants to stand in the forms, or to be missing in them: words, kinds of money, blanks, values, changes."""

from collections.abc import Sequence
from itertools import pairwise

from bot.book import Book
from bot.language.filling import FISCAL_ALONE
from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import (
    OVER_YEARS,
    AmountNamed,
    AmountSaid,
    Asked,
    HorizonSaid,
    LevelSaid,
    Mark,
    MeasuredSaid,
    Proposal,
    TextSaid,
    YearsSaid,
)
from bot.language.patterns import Pattern
from bot.planning.blanks_asked import MONEY_OR_LIST, with_blanks
from bot.planning.comparing import than_a_year
from bot.planning.conditions import with_conditions
from bot.planning.counting import names_as_many
from bot.reading.parse import Parse
from bot.scoping.scope import Scope
from store.model import FundingKind, Horizon
from store.names import NameType
from store.plan import BY_TOTAL, OF_UNITS, Aggregate, Change, Field, IndicatorFilter, Plan, Spot, TextFilter

_FOUND_IN = frozenset({Field.YEAR, Field.PROJECT, Field.UNIT})
_HAVING = Pattern(r"(?:有|用|使用|含|带|涉及|涉及到|动用|填|填写|写|列|列支|安排|挂|夹|夹带|包含|包括|标)(?:有|了|到|着|过|上)?$")
_IS = Pattern("(?:哪些|哪几[个笔项]|哪[个笔项])(?:项目|钱|资金|经费)的?(?:钱|资金)?(?:里面?)?是$")  # “哪些钱是上年结转的”
_ALL_OF = Pattern(r"(?:全部|全是|都是|只有|仅|只用|只是|不)(?:为|是)?$")


def with_narrowing(plan: Plan, said: Parse) -> Plan:
    """The plan of an utterance with what it wants of the forms."""
    plan = _texts(plan, said)
    if several := with_conditions(plan, said):
        return several
    for narrow in (_measured, with_blanks, _of_fiscal_money_alone, _kinds, _levels, _middle_term, _changes, _movers):
        plan = narrow(plan, said)
    return plan


def with_sources_apart(plan: Plan, said: Parse, book: Book) -> Plan:
    """“上级补助的常年项目”: what is of the one 项目属性 and comes from the other 项目来源."""
    kinds = said.mentioned(NameType.ATTRIBUTE)
    sources = [m for m in kinds if {*m.all_names()} <= book.sources]
    both = 0 < len(sources) < len(kinds) and all(_OF_BOTH.fullmatch(said.said.text, a.end, b.start) for a, b in pairwise(kinds))
    if not both or not plan.attributes:
        return plan
    reads = tuple(dict.fromkeys(name for m in sources for name in m.names()))
    attributes = tuple(name for name in plan.attributes if name not in reads)
    return plan.model_copy(update={"attributes": attributes, "stated": (*plan.stated, Spot(field="source", reads=reads))})


_OF_BOTH = Pattern(r"(?:的|里面?|[当其]?中|项目|资金|来源|来自|是|为|属于|有|\s)*")


def _texts(plan: Plan, said: Parse) -> Plan:
    searched = [p for p in said.cover if isinstance(p.meaning, TextSaid) and not names_as_many(said, p.end)]
    texts = tuple(TextFilter(text=p.meaning.text, within=p.meaning.within) for p in searched if isinstance(p.meaning, TextSaid))
    if not texts:
        return plan
    if set(plan.fields) <= _FOUND_IN and Field.YEAR in plan.fields:  # “是哪个项目，哪年的”: each is told with its year
        return plan.model_copy(update={"texts": texts, "fields": (Field.PROJECT,)})
    lists = set(plan.fields) <= MONEY_OR_LIST and not (plan.kinds or plan.order or plan.compare)
    summed = plan.aggregate not in (None, Aggregate.COUNT)
    return plan.model_copy(update={"texts": texts, "fields": (Field.PROJECT,) if lists and not summed else plan.fields})


_BESIDES = frozenset({Mark.HOW_MUCH, Mark.EACH, Mark.UNITS, Mark.COMPARED, Mark.IT, Mark.FOLLOWING})


def speaking_of(plan: Plan, said: Parse, scope: Scope) -> Plan:
    """“甲站采购有哪些”, where other units' projects alone are called so: what speaks of 采购 in the unit's own forms."""
    named, units = said.mentioned(NameType.PROJECT), said.mentioned(NameType.UNIT)
    if len(named) != 1 or not units or scope.called or any(m.whole for m in named[0].matches):
        return plan
    listed = Mark.WHICH in said.marks() or Field.PROJECT in plan.fields
    listed = listed and not (_BESIDES & said.marks() or said.leftovers)
    shaped = plan.order or plan.compare or plan.aggregate or plan.narrowed or plan.kinds or plan.amounts or plan.indicators.names
    branch = [*scope.units, *(low for unit in scope.units for low in scope.book.below(unit))]
    if not listed or shaped or not set(plan.fields) <= MONEY_OR_LIST or scope.book.holds(plan.projects, branch):
        return plan
    text = TextFilter(text=said.said.text[named[0].start : named[0].end])
    return plan.model_copy(update={"projects": (), "texts": (text,), "fields": (Field.PROJECT,)})


def _measured(plan: Plan, said: Parse) -> Plan:
    asked = said.meanings(MeasuredSaid)
    if not asked:
        return plan
    update = {"indicators": plan.indicators.model_copy(update={"measured": asked[-1].measured, "reads": asked[-1].reads})}
    aggregate = None if plan.aggregate is Aggregate.COUNT else plan.aggregate  # the lines are counted where they are listed
    return plan.model_copy(update={**update, "fields": (Field.INDICATOR,), "aggregate": aggregate})


def _of_fiscal_money_alone(plan: Plan, said: Parse) -> Plan:
    """“全是财政拨款的项目”: the forms that have 财政拨款, and of no other kind anything filled in."""
    asked = any(p.rule == FISCAL_ALONE for p in said.cover)
    listed = bool(said.marks() & {Mark.PROJECTS, Mark.WHICH}) or Field.PROJECT in plan.fields
    if not asked or not listed or plan.projects or plan.order or plan.compare or plan.aggregate not in (None, Aggregate.COUNT):
        return plan
    others = tuple(Spot(field=kind.value) for kind in (FundingKind.CARRYOVER, FundingKind.OTHER))
    update = {"stated": (*plan.stated, Spot(field=FundingKind.FISCAL.value)), "lacking": (*plan.lacking, *others)}
    return plan.model_copy(update={**update, "fields": (Field.PROJECT,), "kinds": ()})


def _kinds(plan: Plan, said: Parse) -> Plan:
    """“哪些有上年结转”: a kind of money that is there, unless it is asked how much of it there is in one project."""
    asked = [p for p in said.cover if isinstance(p.meaning, Asked) and p.meaning.kind not in (None, FundingKind.TOTAL)]
    both = _of_what_moved(plan, said, asked)
    summed = plan.aggregate not in (None, Aggregate.COUNT)
    if not asked or plan.projects or plan.together or (not both and (summed or _limited(plan, said))):
        return plan
    listed = bool(said.marks() & {Mark.PROJECTS, Mark.UNITS, Mark.WHICH}) or bool({Field.PROJECT, Field.UNIT} & set(plan.fields))
    if not (both or listed or plan.aggregate) or not _are_had(said, asked):
        return plan
    spots = tuple(Spot(field=kind.value) for kind in plan.kinds if kind is not FundingKind.TOTAL)
    aggregate = None if summed else plan.aggregate
    return plan.model_copy(update={"stated": spots, "fields": (Field.PROJECT,), "kinds": (), "aggregate": aggregate})


def _of_what_moved(plan: Plan, said: Parse, asked: Sequence[Proposal]) -> bool:
    """“增加了又有结转的项目”: of those whose total moved so; “结转增加了的” are those whose kind of money did."""
    moves = [p for p in said.cover if p.meaning in OVER_YEARS]
    if len(asked) != 1 or not (plan.compare and moves and Mark.PROJECTS in said.marks()) or not _is_had(said, asked[0]):
        return False
    text, kind = said.said.text, asked[0]
    return all(_AS_WELL.search(text, min(p.end, kind.end), max(p.start, kind.start)) for p in moves)


_AS_WELL = Pattern("又|且|同时|还|也")


_HAVING_LINES = Pattern(r"(?:有|填|填写|设|设置|带|带有|含|含有|写)(?:有|了|着|过)?$")
_OF_THOSE = Pattern(r"(?:类|的)*指标?的?(?:项目|表|有|是|都)|的(?:项目|表)")


_PROJECTS_OF = Pattern(
    r"(?:类|的)*(?:指标)?的?(?:(?:都|是)?(?:有|是)?(?:哪些|哪几个|几个|多少个))?(?:项目|表)(?!属性|名称|来源|期)"
)


def _levels(plan: Plan, said: Parse) -> Plan:
    """“有生态效益指标的项目”: the forms that have a line of the class, where no value of it is asked for."""
    asked = [p for p in said.cover if isinstance(p.meaning, LevelSaid)]
    other = plan.projects or plan.order or plan.compare or plan.lacking or plan.percents or plan.by or plan.kinds
    if len(asked) != 1 or other or plan.aggregate not in (None, Aggregate.COUNT) or Mark.HOW_MUCH in said.marks():
        return plan
    text, of_class = said.said.text, asked[0]
    listed = Mark.PROJECTS in said.marks() or Field.PROJECT in plan.fields or _OF_THOSE.search(text, of_class.start)
    had = _PROJECTS_OF.match(text, of_class.end) or (
        _HAVING_LINES.search(text[: of_class.start]) and not text[: of_class.start].endswith("没有")
    )
    if not (listed and had) or not isinstance(of_class.meaning, LevelSaid):
        return plan
    spot = Spot(field="indicator", level=of_class.meaning.name)
    update = {"stated": (spot,), "fields": (Field.PROJECT,), "indicators": IndicatorFilter()}
    return plan.model_copy(update=update)


_FILLED = Pattern(r"(?:有|填|设|定|写|列|印|带|含|编|报|设置|设定|填写|制定)(?:有|了|着|过)?$")


def _middle_term(plan: Plan, said: Parse) -> Plan:
    """“哪些项目有中期目标”: the forms that have what is asked for of the middle term, be it goals, lines or money."""
    asked = [p for p in said.cover if isinstance(p.meaning, Asked) and p.meaning.horizon is Horizon.MID_TERM]
    asked += [p for p in said.cover if p.meaning == HorizonSaid(Horizon.MID_TERM)]
    if asked and plan.order and plan.fields == (Field.GOAL,) and not plan.projects:  # “中期目标最多的”: goals have no size
        return plan.model_copy(update={"fields": (Field.AMOUNT,), "kinds": (FundingKind.TOTAL,), "horizon": Horizon.MID_TERM})
    listed = bool(said.marks() & {Mark.PROJECTS, Mark.UNITS, Mark.WHICH}) or bool({Field.PROJECT, Field.UNIT} & set(plan.fields))
    had = bool(asked) and all(_FILLED.search(said.said.text[: p.start]) for p in asked)
    other = (
        plan.projects
        or plan.order
        or plan.compare
        or plan.lacking
        or plan.amounts
        or plan.aggregate not in (None, Aggregate.COUNT)
    )
    if not (listed or plan.aggregate) or not had or other:
        return plan
    money = any(isinstance(p.meaning, Asked) and p.meaning.field is Field.AMOUNT for p in said.cover)
    levels = [one.name for one in said.meanings(LevelSaid)]
    if len(levels) > 1:
        return plan
    lines = bool(levels) or Field.INDICATOR in plan.fields
    field = FundingKind.TOTAL.value if money else "indicator" if lines else "goal"
    spot = Spot(field=field, level="".join(levels), horizon=Horizon.MID_TERM)
    none: dict[str, object] = {"kinds": (), "horizon": None, "indicators": IndicatorFilter()}
    return plan.model_copy(update={"stated": (spot,), "fields": (Field.PROJECT,), **none})


def _limited(plan: Plan, said: Parse) -> bool:
    amounts = bool(said.meanings(AmountSaid)) or bool(said.meanings(AmountNamed))
    return amounts or plan.compare or bool(plan.order or plan.lacking or plan.horizon)


_THOSE = Pattern(r"(?:资金|的钱|部分)?的?(?:项目|工程|单位)?(?:都)?(?:有|是)?(?:哪|几个|几项|多少个|谁|什么)")


def _are_had(said: Parse, asked: Sequence[Proposal]) -> bool:
    """Whether each kind is said to be there, once at least: “有结转的项目，把结转数列全”."""
    had = [p.meaning for p in asked if _is_had(said, p)]
    return bool(had) and all(p.meaning in had for p in asked)


def _is_had(said: Parse, asked: Proposal) -> bool:
    if said.said.text[asked.end - 1 : asked.end + 1].find("的") >= 0 and _THOSE.match(said.said.text, asked.end):
        return not _ALL_OF.search(said.said.text[: asked.start])  # “结转的有哪几个”
    before = said.said.text[: asked.start]
    had = _HAVING.search(before) and not _ALL_OF.search(_HAVING.sub("", before))
    return bool(had or (_IS.search(before) and asked.meaning != Asked(Field.AMOUNT, FundingKind.FISCAL)))


_CHANGES = {Mark.NEW: Change.NEW, Mark.GONE: Change.GONE, Mark.KEPT: Change.KEPT, Mark.CHANGED: Change.ANY}


def _changes(plan: Plan, said: Parse) -> Plan:
    marks = said.marks()
    change = next((c for mark, c in _CHANGES.items() if mark in marks), None) or _only(said)
    change = Change.TURNED if {Mark.NEW, Mark.GONE} <= marks else change  # “多了什么、少了什么”
    if change is Change.KEPT and marks & OVER_YEARS:
        return plan  # “两年都有、金额没变的”: only what both years have is set beside itself anyway
    if change is None or not set(plan.fields) <= MONEY_OR_LIST or plan.kinds:
        return plan
    if plan.order:
        ranked = change is Change.ANY and not (plan.projects or plan.amounts)  # “变动最小的项目”
        if ranked or not _ranks_projects(plan, said, change):
            return plan.model_copy(update={"compare": True}) if ranked else plan
    if change is Change.ANY and plan.by in OF_UNITS and not plan.projects:  # “各单位增减多少”
        return plan.model_copy(update={"compare": True, "fields": (Field.AMOUNT,)})
    if change is Change.ANY and not plan.projects and any(a.field is Field.AMOUNT for a in said.meanings(Asked)):
        change = Change.MOVED
    summed = plan.aggregate if plan.aggregate is Aggregate.SUM else None
    return plan.model_copy(update={"change": change, "fields": (Field.PROJECT,), "aggregate": summed, "compare": True})


def _ranks_projects(plan: Plan, said: Parse, change: Change) -> bool:
    """“新增的项目里最大的”: of what is new, or gone, those that have most."""
    order = plan.order
    by_money = order is not None and order.by == BY_TOTAL and not plan.other_order and plan.aggregate in (None, Aggregate.SUM)
    projects = change in (Change.NEW, Change.GONE) and Mark.PROJECTS in said.marks() and Mark.UNITS not in said.marks()
    return by_money and projects and not (plan.amounts or Field.UNIT in plan.fields)


def _movers(plan: Plan, said: Parse) -> Plan:
    """“保洁经费今年哪个镇涨了”, “保洁经费涨得最多的”: of one project's units those are asked for whose amount moved so."""
    units = Mark.UNITS in said.marks() or any(a.field is Field.UNIT for a in said.meanings(Asked))
    units = units or any(kind.which is Which.WHICH for kind in said.meanings(KindOfUnits)) or bool(_WHO.search(said.said.text))
    units = units or (plan.order is not None and len(plan.units) != 1)
    moved = plan.compare and bool(said.marks() & OVER_YEARS) and set(plan.fields) <= MONEY_OR_LIST
    if not (moved and units and len(plan.projects) == 1) or plan.change or plan.kinds or plan.aggregate:
        return plan
    return plan.model_copy(update={"fields": (Field.PROJECT,), "by": None})


_WHO = Pattern("谁|哪(?:一?家|几?个(?!年|项目)|些(?!年|项目|指标|方面|内容|地方))|各(?:个|家)?单位|的(?:都)?(?:是|有)哪")


def _only(said: Parse) -> Change | None:
    """“2023年有、2024年没有的”, whichever of the years is said first."""
    marks = said.marks() & {Mark.FIRST_ONLY, Mark.SECOND_ONLY}
    years = [y for m in said.meanings(YearsSaid) for y in m.years]
    if not marks or len(years) < 2:
        return None
    had, lacked = years[:2] if Mark.FIRST_ONLY in marks else years[1::-1]
    return Change.GONE if had < lacked else Change.NEW


def with_two_years(plan: Plan, said: Parse, book: Book) -> Plan:
    """A change is between two years: the one that is said and the one before it, or the two newest of the scope.

    Of three years and more each is set beside the others as in any comparison.
    """
    if plan.change is None:
        return plan
    known = book.years_of(plan.projects, plan.units)
    years = plan.years
    every = [m for m in said.meanings(YearsSaid) if m.every]
    if every:
        years = known[-(every[0].last or len(known)) :]
    elif len(years) == 1 and than_a_year(said):  # “跟去年比改了什么”: of the year behind it
        years = (years[0], next((year for year in known if year > years[0]), years[0] + 1))
    elif len(years) == 1:
        earlier = [year for year in known if year < years[0]]
        years = (earlier[-1] if earlier else years[0] - 1, years[0])
    elif not years:
        years = known[-2:] if len(known) != 1 else (known[0] - 1, known[0])
    if len(years) != 2:
        change = None if plan.change in (Change.ANY, Change.MOVED) else plan.change
        fields = (Field.AMOUNT,) if change is None else plan.fields
        return plan.model_copy(update={"change": change, "fields": fields})
    return plan.model_copy(update={"years": years})
