"""The plan of one utterance alone: fields, filters, order, aggregate, as its words say them."""

from bot.following.spoken_parts import sets_against
from bot.language.joints import APART
from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import (
    COMPARING,
    MOVING,
    AggregateSaid,
    AmountChecked,
    AmountNamed,
    AmountSaid,
    Asked,
    DenominationSaid,
    HorizonSaid,
    LevelSaid,
    Mark,
    MeasureSaid,
    NounSaid,
    OrderSaid,
    PercentSaid,
    Proposal,
    YearsSaid,
)
from bot.language.patterns import Pattern
from bot.planning.checking import checked_of, looks_for, with_money
from bot.planning.counting import pointed_at
from bot.planning.grouping import grouped_by, ranks_units
from bot.planning.of_one_form import fields_of_form
from bot.planning.places import order_of, other_end, sets_places
from bot.reading.parse import Parse
from bot.scoping.below import only_below
from bot.scoping.levels import both_levels
from bot.scoping.scope import Scope
from store.model import FundingKind, Horizon
from store.money import Denomination
from store.names import Match, NameType
from store.plan import Aggregate, AmountFilter, Comparator, Field, GroupBy, IndicatorFilter, Plan


def asked_of(said: Parse, scope: Scope) -> Plan:
    """The plan of this utterance alone."""
    asks = said.meanings(Asked)
    levels = said.meanings(LevelSaid)
    indicator_names = tuple(n for mention in said.mentioned(NameType.INDICATOR) for n in mention.names())
    aggregate = _aggregate(said, scope)
    marks = said.marks()
    terms, places = horizons(said), sets_places(said, scope)
    compare = (bool(marks & {*COMPARING, Mark.CHANGED}) or aggregate is Aggregate.DIFFERENCE) and not places
    compare = compare or (Mark.SHARE in marks and len(set(terms)) > 1) or _told_apart(said, scope)  # “年度占中期多少”
    fields = fields_of(said, indicators=bool(levels or indicator_names))
    checked = (
        checked_of(said, scope) if aggregate in (None, Aggregate.SUM) and not compare and Field.INDICATOR not in fields else ()
    )
    order = order_of(said) if not compare or marks & {*MOVING, Mark.CHANGED} else None
    both = both_levels(said, scope)
    by = None if both else grouped_by(said, scope)
    return Plan(
        projects=scope.projects,
        units=scope.units,
        years=scope.years,
        attributes=scope.attributes,
        whole_branch=scope.whole_branch and not both,
        alone=Mark.ALONE in marks and not (both or scope.sides),
        called=scope.called,
        sides=scope.sides,
        by=by,
        fields=with_money(fields) if checked else fields,
        kinds=_kinds(said),
        horizon=next(iter(terms), None),
        indicators=IndicatorFilter(
            level1=tuple(x.name for x in levels if x.level == 1 and x.name not in {y.within for y in levels}),
            level2=tuple(x.name for x in levels if x.level == 2),
            names=indicator_names,
        ),
        standard=any(a.standard for a in asks),
        amounts=_amounts(said, scope) if not checked else (),
        checked=checked,
        percents=tuple(m.filter for m in said.meanings(PercentSaid)),
        order=order,
        other_order=other_end(said, order),
        aggregate=Aggregate.SUM
        if both and aggregate in (None, Aggregate.DIFFERENCE)
        else Aggregate.DIFFERENCE
        if places
        else None
        if by is GroupBy.PROJECT
        else aggregate,
        count_of=next((m.of for m in _aggregates(said) if m.of), _counted(said)),
        compare=compare and not both,
        terms=tuple(dict.fromkeys(terms)) if compare and len(set(terms)) > 1 else (),
        against=compare if both else compare and sets_against(said),
        denomination=_denomination(said),
    )


def _kinds(said: Parse) -> tuple[FundingKind, ...]:
    """The kinds of money that are asked for; 总额 in a list of them is one: “总额、财政拨款各多少”."""
    totals = _totals_listed(said)
    asked = (FundingKind.TOTAL if p in totals else p.meaning.kind if isinstance(p.meaning, Asked) else None for p in said.cover)
    return tuple(dict.fromkeys(kind for kind in asked if kind))


def _totals_listed(said: Parse) -> list[Proposal]:
    kinds = [p for p in said.cover if isinstance(p.meaning, Asked) and p.meaning.kind]
    sums = [p for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM) and said.said.text.startswith("总", p.start)]

    def listed(one: Proposal, other: Proposal) -> bool:
        return _IN_A_LIST.fullmatch(_between(said, one, other)) is not None

    return [p for p in sums if any(listed(p, kind) for kind in kinds)]


_IN_A_LIST = Pattern("[、和与跟及]|以及|还有")


_BOTH = 2


def _told_apart(said: Parse, scope: Scope) -> bool:
    """“文物局的怎么才七万，财政局二十万”: why the one has what is told of it, and the other something else."""
    told = {m.yuan for m in said.meanings(AmountNamed)} | {f.yuan for m in said.meanings(AmountChecked) for f in m.filters}
    sides = scope.unit_mentions if len(scope.projects) == 1 else len(scope.projects)
    return Mark.WHY in said.marks() and len(told) == sides == _BOTH


def _denomination(said: Parse) -> Denomination | None:
    """The unit that money is wanted in: the last one that is said, “换成元” before “多少万”."""
    turned = [m.denomination for m in said.meanings(DenominationSaid)]
    asked = [a.denomination for a in said.meanings(Asked) if a.denomination]
    return next(iter((*turned[::-1], *asked[::-1])), None)


def _counted(said: Parse) -> Field | None:
    """Units where they or a kind of them are counted: “几个单位”, “几个乡镇”."""
    kinds = _asks_for_kind(said, Which.MANY) or _asks_for_kind(said, Which.MEAN) or only_below(said)
    return Field.UNIT if Mark.UNITS in said.marks() or kinds else None


def _asks_for_kind(said: Parse, which: Which) -> bool:
    return any(kind.which is which for kind in said.meanings(KindOfUnits))


def _amounts(said: Parse, scope: Scope) -> tuple[AmountFilter, ...]:
    """Limits; and where nothing is named, an amount that is: “2.6万是哪个项目”, “电费2.6万是哪年的”, “电费2.6万出自哪”."""
    limits = tuple(f for m in said.meanings(AmountSaid) for f in m.filters)
    looked_for = looks_for(said) or (Mark.PROJECTS in said.marks() and not scope.projects)
    looked_for = looked_for or any(a.field in (Field.YEAR, Field.DOCUMENT) for a in said.meanings(Asked))
    if limits or ((scope.projects or scope.units) and not looked_for):
        return limits
    return tuple(AmountFilter(op=Comparator.EQUAL, yuan=m.yuan) for m in said.meanings(AmountNamed))


def horizons(said: Parse) -> list[Horizon]:
    """The horizons that are said, those that a field's name holds (中期目标) first; beside the middle term a year is one: “中期比2026”."""
    found = [*(a.horizon for a in said.meanings(Asked) if a.horizon), *(h.horizon for h in said.meanings(HorizonSaid))]
    if found == [Horizon.MID_TERM] and _is_a_years_part(said):
        return [Horizon.ANNUAL, *found]
    return [*found, Horizon.ANNUAL] if found == [Horizon.MID_TERM] and _is_beside_a_year(said) else found


_BESIDE = Pattern(r"\s*(?:目标|指标|值)?的?\s*(?:vs|比|对比|和|跟|与|同|较)\s*")


_PART_OF = Pattern(r"度?的?(?:预算|资金|经费|钱|总额|金额|安排|数)*")
_OF_TERM = Pattern(r"(?:了|到|它|整个|全部|的)*")


def _is_a_years_part(said: Parse) -> bool:
    """“今年占中期的几成”: right before the word for a share stands a year, and right behind it the middle term."""
    text = said.said.text
    return any(
        _PART_OF.fullmatch(text, year.end, share.start) and _OF_TERM.fullmatch(text, share.end, term.start)
        for share in said.cover
        for year in said.cover
        for term in said.cover
        if share.meaning is Mark.SHARE and isinstance(year.meaning, YearsSaid) and _is_middle_term(term)
    )


def _is_middle_term(span: Proposal) -> bool:
    return getattr(span.meaning, "horizon", None) is Horizon.MID_TERM


def _is_beside_a_year(said: Parse) -> bool:
    """Whether a year is set beside the middle term, right behind or before it."""
    terms = [p for p in said.cover if p.meaning == HorizonSaid(Horizon.MID_TERM)]
    years = [p for p in said.cover if isinstance(p.meaning, YearsSaid) and len(p.meaning.years) == 1]
    pairs = (sorted((term, year), key=lambda p: p.start) for term in terms for year in years)
    return any(one.end < other.start and _BESIDE.fullmatch(said.said.text, one.end, other.start) for one, other in pairs)


def _aggregate(said: Parse, scope: Scope) -> Aggregate | None:
    totals = _totals_listed(said)
    pointed = pointed_at(said)
    asked = [p.meaning.aggregate for p in said.cover if isinstance(p.meaning, AggregateSaid) and p not in (*totals, *pointed)]
    sums = [said.words(p.start, p.end).text for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM)]
    money = any(a.field is Field.AMOUNT for a in said.meanings(Asked)) or Mark.HOW_MUCH in said.marks()
    money = money or any("多少" in text for text in sums)  # “几个镇去年一共多少钱”
    if _asks_for_kind(said, Which.MANY) and not money:
        return Aggregate.COUNT  # “一共几个乡镇”
    for kind in (Aggregate.DIFFERENCE, Aggregate.COUNT, Aggregate.AVERAGE, Aggregate.SUM):
        if kind in asked:
            return kind
    if _asks_for_kind(said, Which.MEAN):
        return Aggregate.AVERAGE
    if _asks_for_kind(said, Which.MANY):
        return Aggregate.COUNT
    return Aggregate.SUM if _sums_unit(said, scope) or _sums_everything(said) else None


def _aggregates(said: Parse) -> list[AggregateSaid]:
    pointed = pointed_at(said)
    return [p.meaning for p in said.cover if isinstance(p.meaning, AggregateSaid) and p not in pointed]


def _sums_everything(said: Parse) -> bool:
    """“去年全县结转多少”: some kind of money of all that there is."""
    kinds = any(a.kind for a in said.meanings(Asked))
    spans = {said.words(p.start, p.end).text for p in said.cover if p.meaning is Mark.EVERYTHING}
    whole = any(text.startswith("全") and text not in ("全", "全部") for text in spans)
    return whole and kinds and Mark.HOW_MUCH in said.marks() and not said.mentions and not said.meanings(OrderSaid)


def _sums_unit(said: Parse, scope: Scope) -> bool:
    """“本级多少”, “财政系统多少钱”, “乡镇多少”: the money of a unit by its scope, or of many, is a sum."""
    money = any(a.field is Field.AMOUNT for a in said.meanings(Asked)) or Mark.HOW_MUCH in said.marks()
    scoped = bool({Mark.ALONE, Mark.BRANCH} & said.marks()) or bool(said.meanings(KindOfUnits))
    scoped = scoped or (Mark.ALSO in said.marks() and scope.unit_mentions > 1)  # “住建局含路灯所多少”
    return scoped and money and not said.mentioned(NameType.PROJECT) and Mark.SPENDING not in said.marks()


def fields_of(said: Parse, *, indicators: bool) -> tuple[Field, ...]:
    """The fields that are asked for, in the question's order; `indicators`: whether a level or an indicator is named."""
    fields = list(dict.fromkeys(a.field for a in said.meanings(Asked)))
    marks = said.marks()
    if indicators or said.meanings(PercentSaid):
        fields.append(Field.INDICATOR)
    if bool(said.meanings(NounSaid)) or (not fields and bool(said.meanings(MeasureSaid))):
        fields.append(Field.INDICATOR)
    if ranks_units(said):
        fields.append(Field.UNIT)
    kinds = only_below(said) or (bool(said.meanings(KindOfUnits)) and not said.mentions)
    listed = kinds and Mark.WHICH in marks and not fields and Mark.PROJECTS not in marks  # “有哪些下属单位”, “乡镇有哪些”
    if listed or (_asks_for_kind(said, Which.WHICH) and not said.meanings(OrderSaid)):
        fields.append(Field.UNIT)  # “哪些学校有安保费”
    if (
        Mark.UNITS in marks
        and fields
        and not said.meanings(AggregateSaid)
        and not said.meanings(OrderSaid)
        and Mark.EACH not in marks
    ):
        fields.append(Field.UNIT)
    if not fields and Mark.PROJECTS in marks and not marks & {Mark.HOW_MUCH, Mark.SPENDING}:
        fields.append(Field.PROJECT)
    if not fields and marks & {Mark.HOW_MUCH, Mark.SPENDING}:
        fields.append(Field.AMOUNT)
    if fields and (
        (set(fields) <= _FACTS and _asks_how_much_apart(said)) or (fields == [Field.INDICATOR] and asks_how_much_first(said))
    ):
        fields.insert(0, Field.AMOUNT)
    return tuple(dict.fromkeys(fields_of_form(_without_what_is_meant(fields, said), said)))


_FACTS = frozenset({Field.UNIT, Field.DEPARTMENT, Field.GOAL, Field.ATTRIBUTE, Field.PERIOD, Field.SOURCE, Field.YEAR})


def _asks_how_much_apart(said: Parse) -> bool:
    """“分别多少，各是谁的”: 多少 stands by itself, apart from what else is asked."""
    asks = [p for p in said.cover if isinstance(p.meaning, _ASKING)]
    return any(all(APART.search(_between(said, one, other)) for other in asks) for one in _said_how_much(said))


def asks_how_much_first(said: Parse) -> bool:
    """“桥梁检测两年各多少，检测座数从几到几”: of a project, before a line of it."""
    named = [m.end for m in said.mentioned(NameType.PROJECT)]
    lines = [p for p in said.cover if isinstance(p.meaning, _ASKING) or _is_line(p)]
    return any(
        any(end <= one.start for end in named)
        and all(one.end <= other.start and APART.search(_between(said, one, other)) for other in lines)
        for one in _said_how_much(said)
    )


_ASKING = (Asked, LevelSaid, MeasureSaid, NounSaid)


def _is_line(span: Proposal) -> bool:
    return isinstance(span.meaning, Match) and span.meaning.type is NameType.INDICATOR


def _said_how_much(said: Parse) -> list[Proposal]:
    """The words 多少, alone or with 各."""
    return [
        p
        for p in said.cover
        if p.meaning is Mark.HOW_MUCH or (p.meaning is Mark.EACH and _MUCH in said.words(p.start, p.end).text)
    ]


_MUCH = "多少"


def _between(said: Parse, one: Proposal, other: Proposal) -> str:
    return said.said.text[min(one.end, other.end) : max(one.start, other.start)]


def _without_what_is_meant(fields: list[Field], said: Parse) -> list[Field]:
    """The fields without those whose words only say what of another is asked."""
    marks = said.marks()
    if {Field.DOCUMENT, Field.ORIGINAL} & set(fields) and Mark.HOW_MUCH not in marks:
        fields = [f for f in fields if f is not Field.AMOUNT]  # “钱出自哪份文件”
    shaped = bool(said.meanings(AggregateSaid)) or bool(said.meanings(OrderSaid)) or Mark.WHICH in marks
    if said.mentioned(NameType.INDICATOR) and not shaped:
        fields = [f for f in fields if f is not Field.PROJECT]  # “…是哪个项目修的”: the line tells whose it is
    if {Field.PROJECT, Field.AMOUNT} <= set(fields) and Mark.HOW_MUCH not in marks and not said.meanings(AggregateSaid):
        fields = [f for f in fields if f is not Field.AMOUNT]  # “预算里有哪些项目”: a list has the amounts
    if Field.QUALITY in fields:  # “哪些项目的指标有问题” asks for what is odd in them
        fields = [f for f in fields if f not in _WITH_PROBLEMS]
    return fields


_WITH_PROBLEMS = (Field.PROJECT, Field.UNIT, Field.INDICATOR, Field.GOAL, Field.YEAR)
