"""The plan of one utterance alone: fields, filters, order, aggregate, as its words say them."""

from msgspec import Struct

from bot.following.spoken_parts import sets_against
from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import (
    COMPARING,
    MOVING,
    AggregateSaid,
    AmountChecked,
    AmountNamed,
    AmountSaid,
    Asked,
    BlankSaid,
    DenominationSaid,
    LevelSaid,
    Mark,
    OrderSaid,
    PercentSaid,
    Proposal,
)
from bot.language.patterns import Pattern
from bot.planning.checking import checked_of, gap_checked_of, looks_for, with_money
from bot.planning.counting import pointed_at
from bot.planning.fields_said import asks_for_kind, between, fields_compared, fields_of
from bot.planning.grouping import grouped_by, ranks_kinds
from bot.planning.places import means_ranked, order_of, other_end, sets_places
from bot.planning.terms_said import horizons, totals_printed
from bot.reading.clauses import is_limited
from bot.reading.parse import Parse
from bot.scoping.below import only_below
from bot.scoping.levels import both_levels
from bot.scoping.scope import Scope
from store.model import FundingKind
from store.money import Denomination
from store.names import NameType
from store.plan import (
    BY_NUMBER,
    OF_FORMS,
    OF_UNITS,
    Aggregate,
    AmountFilter,
    Comparator,
    Field,
    GroupBy,
    IndicatorFilter,
    Order,
    Plan,
)


def asked_of(said: Parse, scope: Scope) -> Plan:
    """The plan of this utterance alone."""
    terms, both = horizons(said), both_levels(said, scope)
    aggregate = _aggregate(said, scope)
    compare = _compares(said, scope, aggregate)
    lines = _lines(said)
    fields = fields_of(said, indicators=not lines.everything)
    fields = fields_compared(fields, said) if compare else fields
    held = aggregate in (None, Aggregate.SUM) and Field.INDICATOR not in fields
    checked = (gap_checked_of(said, scope) if compare else checked_of(said, scope)) if held else ()
    shape = _shape(said, scope, aggregate, compare=compare)
    return Plan(
        projects=scope.projects,
        units=scope.units,
        years=scope.years,
        attributes=scope.attributes,
        whole_branch=scope.whole_branch and not both,
        alone=Mark.ALONE in said.marks() and not (both or scope.sides),
        called=scope.called,
        sides=scope.sides,
        by=shape.by,
        fields=with_money(fields) if checked else fields,
        kinds=_kinds(said),
        horizon=next(iter(terms), None),
        indicators=lines,
        standard=any(a.standard for a in said.meanings(Asked)),
        amounts=_amounts(said, scope) if not checked else (),
        checked=checked,
        percents=tuple(m.filter for m in said.meanings(PercentSaid)),
        order=shape.order,
        other_order=other_end(said, shape.order),
        aggregate=shape.aggregate,
        count_of=next((m.of for m in _aggregates(said) if m.of), _counted(said)),
        compare=compare and not both,
        terms=tuple(dict.fromkeys(terms)) if compare and len(set(terms)) > 1 else (),
        against=compare if both else compare and sets_against(said),
        denomination=_denomination(said),
    )


def _compares(said: Parse, scope: Scope, aggregate: Aggregate | None) -> bool:
    """Whether amounts are set side by side: “比去年多多少”, “年度占中期多少”."""
    marks = said.marks()
    gap = bool(marks & {*COMPARING, Mark.CHANGED}) or aggregate is Aggregate.DIFFERENCE
    if gap and not sets_places(said, scope):
        return True
    return (Mark.SHARE in marks and len(set(horizons(said))) > 1) or _told_apart(said, scope)


def _lines(said: Parse) -> IndicatorFilter:
    """The lines of the indicator table that are named, or whose level is; a level that another one narrows is not told."""
    levels = said.meanings(LevelSaid)
    return IndicatorFilter(
        level1=tuple(x.name for x in levels if x.level == 1 and x.name not in {y.within for y in levels}),
        level2=tuple(x.name for x in levels if x.level == 2),
        names=tuple(n for mention in said.mentioned(NameType.INDICATOR) for n in mention.names()),
    )


class _Shape(Struct, frozen=True):
    """How what matches is told: in groups, ranked, worked out."""

    by: GroupBy | None
    order: Order | None
    aggregate: Aggregate | None


def _shape(said: Parse, scope: Scope, aggregate: Aggregate | None, *, compare: bool) -> _Shape:
    order = order_of(said) if not compare or said.marks() & {*MOVING, Mark.CHANGED} else None
    both = both_levels(said, scope)
    by = None if both else grouped_by(said, scope)
    if order and by in OF_FORMS and ranks_kinds(said):  # all of them are told, those that have the most first
        counted = order.by == BY_NUMBER or _MOST_PROJECTS.search(said.said.text)
        aggregate, order = Aggregate.COUNT if counted else aggregate, None
    if both and aggregate in (None, Aggregate.DIFFERENCE):
        return _Shape(by, order, Aggregate.SUM)
    if sets_places(said, scope):
        return _Shape(by, order, Aggregate.DIFFERENCE)
    each = by is GroupBy.PROJECT or (by in (*OF_UNITS, *OF_FORMS) and _asks_both(said, aggregate))
    return _Shape(by, order, None if each else aggregate)


_MOST_PROJECTS = Pattern("项目(?:个数|数量?)?最[多少]")


def _kinds(said: Parse) -> tuple[FundingKind, ...]:
    """The kinds of money that are asked for; 总额 in a list of them is one: “总额、财政拨款各多少”."""
    totals = _totals_listed(said)
    asked = (FundingKind.TOTAL if p in totals else p.meaning.kind if isinstance(p.meaning, Asked) else None for p in said.cover)
    return tuple(dict.fromkeys(kind for kind in asked if kind))


def _totals_listed(said: Parse) -> list[Proposal]:
    kinds = [p for p in said.cover if isinstance(p.meaning, Asked) and p.meaning.kind]
    sums = [p for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM) and said.said.text.startswith("总", p.start)]

    def listed(one: Proposal, other: Proposal) -> bool:
        return _IN_A_LIST.fullmatch(between(said, one, other)) is not None

    return [p for p in sums if any(listed(p, kind) for kind in kinds)]


_IN_A_LIST = Pattern(r"\s*(?:[、,，/和与跟及]|以及|还有)\s*|\s+")


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
    kinds = asks_for_kind(said, Which.MANY) or asks_for_kind(said, Which.MEAN) or only_below(said) or _counts_the_kind(said)
    return Field.UNIT if Mark.UNITS in said.marks() or kinds else None


def _counts_the_kind(said: Parse) -> bool:
    """“其中学校几个”: right behind the kind it is counted itself."""
    ends = {p.end for p in said.cover if isinstance(p.meaning, KindOfUnits)}
    ends |= {p.end for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM) and p.start in ends}  # “学校一共几个”
    counts = [p.start for p in said.cover if p.meaning == AggregateSaid(Aggregate.COUNT)]
    return Mark.PROJECTS not in said.marks() and any(start in ends for start in counts)


def _amounts(said: Parse, scope: Scope) -> tuple[AmountFilter, ...]:
    """Limits; and where nothing is named, an amount that is: “2.6万是哪个项目”, “电费2.6万是哪年的”, “电费2.6万出自哪”."""
    limits = tuple(f for m in said.meanings(AmountSaid) for f in m.filters)
    looked_for = looks_for(said) or (Mark.PROJECTS in said.marks() and not scope.projects)
    looked_for = looked_for or any(a.field in (Field.YEAR, Field.DOCUMENT) for a in said.meanings(Asked))
    if limits or ((scope.projects or scope.units) and not looked_for):
        return limits
    return tuple(AmountFilter(op=Comparator.EQUAL, yuan=m.yuan) for m in said.meanings(AmountNamed))


def _aggregate(said: Parse, scope: Scope) -> Aggregate | None:
    totals = [*_totals_listed(said), *totals_printed(said, scope.projects)]
    pointed = [*pointed_at(said), *means_ranked(said)]
    asked = [
        p.meaning.aggregate
        for p in said.cover
        if isinstance(p.meaning, AggregateSaid) and p not in (*totals, *pointed) and not is_limited(p, said)
    ]
    sums = [said.words(p.start, p.end).text for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM)]
    money = any(a.field is Field.AMOUNT for a in said.meanings(Asked)) or Mark.HOW_MUCH in said.marks()
    money = money or any("多少" in text for text in sums)  # “几个镇去年一共多少钱”
    if asks_for_kind(said, Which.MANY) and not money:
        return Aggregate.COUNT  # “一共几个乡镇”
    for kind in (Aggregate.DIFFERENCE, Aggregate.COUNT, Aggregate.AVERAGE, Aggregate.SUM):
        if kind in asked:
            return kind
    if asks_for_kind(said, Which.MEAN):
        return Aggregate.AVERAGE
    if asks_for_kind(said, Which.MANY):
        return Aggregate.COUNT
    return Aggregate.SUM if _sums_unit(said, scope) or _sums_everything(said) else None


def _asks_both(said: Parse, aggregate: Aggregate | None) -> bool:
    """“各几个项目各多少钱”: of each group a sum is told with the number of its projects."""
    money = Mark.HOW_MUCH in said.marks() or Asked(Field.AMOUNT) in said.meanings(Asked) or _EACH_MUCH.search(said.said.text)
    return aggregate is Aggregate.COUNT and bool(money)


_EACH_MUCH = Pattern("(?:各|分别)(?:是|有)?多少(?![个项家]|项目)")


def _aggregates(said: Parse) -> list[AggregateSaid]:
    pointed = [*pointed_at(said), *means_ranked(said)]
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
    return scoped and money and not (said.mentioned(NameType.PROJECT) or Mark.SPENDING in said.marks() or _asks_who_has(said))


def _asks_who_has(said: Parse) -> bool:
    """“哪个乡镇有结转”, “乡镇没填其他资金的有哪些”: which have some kind of money, or have not, and not how much."""
    kinds = [a for a in said.meanings(Asked) if a.field is Field.AMOUNT]
    which = asks_for_kind(said, Which.WHICH) or bool(said.meanings(BlankSaid))
    return which and all(a.kind for a in kinds) and not (said.meanings(OrderSaid) or Mark.HOW_MUCH in said.marks())
