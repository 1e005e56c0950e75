"""Whether a plan holds all that was understood: what it holds nowhere is named, and no figure is given over it.

Rules that make plans take what they know of; this looks from the other side, so that nothing is dropped between them.
"""

from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import (
    OVER_YEARS,
    AggregateSaid,
    AmountSaid,
    Asked,
    BlankSaid,
    EachSaid,
    GroupBySaid,
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
from bot.language.numbers import NumberSaid
from bot.language.ordinals import EVERY, LARGEST
from bot.language.patterns import Pattern
from bot.language.unanswerable import QualifierSaid
from bot.planning.counting import pointed_at
from bot.planning.limiting import MEANS_OF
from bot.planning.terms_said import horizons, totals_printed
from bot.planning.trending import asks_which
from bot.reading.found_spans import CHANGED
from bot.reading.parse import Parse
from store.model import FundingKind, Horizon
from store.plan import BY_MEAN, OF_UNITS, Aggregate, Field, GroupBy, Plan

_OF_LINES = frozenset({Field.INDICATOR, Field.GOAL, Field.WEIGHT})
_OF_FORMS = _OF_LINES | {Field.QUALITY, Field.AGREEMENT, Field.ORIGINAL, Field.DOCUMENT}
_IN_ALL = Pattern("总(?:额|的|预算|金额|数)?|预算总额")  # “三年总的目标” adds up nothing
_AT_MOST = Pattern("最多|最少|至多|至少")  # “一座最多多少” ranks nothing
_IN_EACH_YEAR = Pattern("(?:都|均)(?:[是在要能得]|达到?)*$")  # “去年和今年满意度都在95%以上的”: a plan has a limit in either
_A_CODE = r"(?:代码|编码|编号|文号)"
_RANKED_CODE = Pattern(rf"{_A_CODE}的?最[大小]|^最[大小]的?(?:合同|文件|项目)?{_A_CODE}(?!的)")
_MOVED = Pattern("[涨增减降]")
_BOTH_SCOPES = frozenset({Mark.BRANCH, Mark.ALONE})


def unaccounted(said: Parse, plan: Plan) -> list[Proposal]:
    """The spans that were understood and are nowhere in the plan; `said` is the question without what it leaves out."""
    return [p for p in said.cover if not _is_held(p, said, plan)]


def _is_held(span: Proposal, said: Parse, plan: Plan) -> bool:
    match span.meaning:
        case HorizonSaid() | Asked():
            return _holds_money(span, said, plan)
        case LevelSaid() | MeasureSaid() | NounSaid():
            return bool(_OF_FORMS & set(plan.fields) or plan.percents or plan.count_of or plan.stated or plan.lacking)
        case OrderSaid() | AggregateSaid() | GroupBySaid():
            return _holds_shape(span, said, plan)
        case KindOfUnits(which=which):
            return _holds_units(which, said, plan)
        case YearsSaid():
            return _holds_years(span.meaning, said, plan)
        case AmountSaid() | PercentSaid() | NumberSaid() | BlankSaid():
            return _holds_limit(span, said, plan)
        case Mark():
            return _holds_mark(span, said, plan)
    return True


def _holds_units(which: Which, said: Parse, plan: Plan) -> bool:
    if which is Which.MEAN:  # “平均一个镇多少” of a line
        return plan.aggregate is Aggregate.AVERAGE or Field.INDICATOR not in plan.fields
    moved = which is Which.WHICH and said.marks() & OVER_YEARS  # “今年涨了的是哪个镇”
    asked = plan.by in OF_UNITS or Field.PROJECT in plan.fields or not moved
    return bool(asked) and not (plan.by_form and which is Which.EACH)  # “各乡镇各来源多少钱”


def _holds_years(years: YearsSaid, said: Parse, plan: Plan) -> bool:
    if years.trend and plan.trend is not years.trend and asks_which(plan, said):
        return False  # of what is listed only that which went this way
    named = "".join(plan.projects)  # “2022年信访维稳经费” has it in its name
    return {y for y in years.years if str(y) not in named} <= {*plan.years, *(plan.whole.years if plan.whole else ())}


def _holds_money(span: Proposal, said: Parse, plan: Plan) -> bool:
    match span.meaning:
        case Asked(horizon=horizon, kind=kind):
            held = (horizon is None or _holds_term(horizon, said, plan)) and _holds_kind(kind, plan)
            return held and not (kind and _is_listed_with_terms(span, said))
        case HorizonSaid(horizon=horizon):
            return _holds_term(horizon, said, plan)
    return True


def _is_listed_with_terms(kind: Proposal, said: Parse) -> bool:
    """“中期、年度、结转各多少”: the kind stands beside both terms, and is meant of neither."""
    listed = any(
        isinstance(p.meaning, HorizonSaid) and _IN_A_LIST.fullmatch(said.said.text, p.end, kind.start) for p in said.cover
    )
    return listed and len(set(horizons(said))) > 1


_IN_A_LIST = Pattern(r"\s*(?:[、,，/和与跟及]|以及|还有)\s*(?:上年)?|\s+")


def _holds_shape(span: Proposal, said: Parse, plan: Plan) -> bool:
    match span.meaning:
        case OrderSaid():
            ranked = plan.order or plan.other_order or plan.compare or plan.change or plan.whole or plan.by
            if _RANKED_CODE.search(said.said.text):
                return False  # “项目编码最大的”: no amount is ranked
            of_kinds = span.rule == LARGEST and plan.fields == (Field.FUNDING,)  # “大头是什么” of one project
            limit = _OF_FORMS & set(plan.fields) or said.spans_meaning(EachSaid, QualifierSaid)
            return bool(ranked or of_kinds or (limit and _AT_MOST.fullmatch(said.said.text, span.start, span.end)))
        case GroupBySaid(by=by):
            listed = plan.order is not None and plan.order.count >= EVERY  # “各部门预算排名”
            its_units = plan.compare and len(plan.projects) == 1 and Field.PROJECT in plan.fields  # each is a unit's
            mean = plan.aggregate is Aggregate.AVERAGE and plan.count_of is MEANS_OF.get(by)  # “各部门今年平均多少”
            return plan.by is by or listed or mean or (by is GroupBy.UNIT and (Field.UNIT in plan.fields or its_units))
        case AggregateSaid(aggregate=aggregate):
            words = said.said.text[span.start : span.end]
            return span in (*pointed_at(said), *totals_printed(said, plan.projects)) or _holds_aggregate(aggregate, words, plan)
    return True


def _holds_term(horizon: Horizon, said: Parse, plan: Plan) -> bool:
    spots = {spot.horizon for spot in (*plan.stated, *plan.lacking)}
    both = len(set(horizons(said))) > 1 or bool(plan.terms)
    annual = horizon is Horizon.ANNUAL and plan.horizon is None
    return bool(annual or both or plan.horizon is horizon or horizon in spots or _OF_FORMS & set(plan.fields))


def _holds_kind(kind: FundingKind | None, plan: Plan) -> bool:
    if kind in (None, FundingKind.TOTAL) or {Field.FUNDING, *_OF_FORMS} & set(plan.fields):
        return True
    spots = {spot.field for spot in (*plan.stated, *plan.lacking)}
    whole = plan.whole is not None and plan.whole.kind is kind
    return kind in plan.kinds or kind in plan.net_of or kind in spots or whole


def _holds_aggregate(aggregate: Aggregate, words: str, plan: Plan) -> bool:
    lines = bool(_OF_FORMS & set(plan.fields))
    match aggregate:
        case Aggregate.SUM:
            of_units = (plan.horizon or plan.kinds) and plan.count_of is Field.UNIT
            added = plan.aggregate and not (plan.aggregate is Aggregate.COUNT and of_units)
            beside = {Field.INDICATOR, Field.AMOUNT} <= set(plan.fields) and plan.aggregate is None
            of_both = beside and not (plan.kinds or _IN_ALL.fullmatch(words))
            term = plan.horizon is Horizon.MID_TERM and plan.fields == (Field.AMOUNT,)  # “三年一共” of one form
            named = _IN_ALL.fullmatch(words) and (plan.kinds or plan.amounts or plan.stated)  # “总额和财政拨款”, “总额在10万以上”
            return not of_both and bool(
                added
                or term
                or named
                or plan.pooled
                or plan.unit_limits
                or plan.whole
                or plan.compare
                or plan.order
                or plan.by
                or lines
            )
        case Aggregate.AVERAGE:
            if plan.order and plan.order.count == 1:
                return plan.order.by == BY_MEAN or plan.whole is not None  # of the one that is the largest there is no mean
            return plan.aggregate is Aggregate.AVERAGE or plan.whole is not None or bool(plan.order and plan.order.by == BY_MEAN)
        case Aggregate.COUNT:
            if (plan.by is GroupBy.UNIT or plan.by_form) and plan.count_of is Field.UNIT and not plan.compare:
                return False  # “乡镇几个，学校几个”: of each kind its units, and not their projects
            limited = plan.unit_limits or plan.move_limits or plan.count_of
            return bool(plan.aggregate is Aggregate.COUNT or lines or plan.change or plan.compare or limited)
        case Aggregate.DIFFERENCE:
            if _MOVED.match(words) and plan.compare and len(plan.years) == 1 and not (plan.change or plan.move_limits or lines):
                return False  # “三个项目今年涨了多少” is not how far they are apart
            apart = plan.compare or plan.terms or plan.change or plan.against or lines
            return bool(apart) or plan.aggregate is Aggregate.DIFFERENCE
    return True


def _holds_limit(span: Proposal, said: Parse, plan: Plan) -> bool:
    moves, units = plan.move_limits, plan.unit_limits
    match span.meaning:
        case AmountSaid(filters=filters):
            known = (*plan.amounts, *plan.checked, *(moves.amounts if moves else ()), *(units.amounts if units else ()))
            known = (*known, *(limit for spot in plan.stated for limit in spot.limits))
            return all(one in known for one in filters)
        case BlankSaid():  # “哪些项目没写单价”: those that have the line are none of these
            return bool(plan.projects or plan.lacking or plan.stated or not plan.indicators.names)
        case PercentSaid(filter=limit):
            each = len(plan.years) > 1 and not plan.projects and _IN_EACH_YEAR.search(said.said.text[: span.start])
            return not each and limit in (*plan.percents, *(moves.percents if moves else ()))
        case NumberSaid(of=Field.PROJECT):  # “两个项目差多少” is not about two years
            moved = plan.change or said.marks() & OVER_YEARS  # of each of them
            return bool(plan.projects or plan.by is GroupBy.PROJECT or moved) or not (plan.compare and len(plan.years) > 1)
    return True


def _holds_mark(span: Proposal, said: Parse, plan: Plan) -> bool:
    mark, lines = span.meaning, bool(_OF_FORMS & set(plan.fields))
    moved = bool(plan.compare or plan.change or plan.move_limits or lines)
    whole = plan.whole
    if said.marks() >= _BOTH_SCOPES and mark in _BOTH_SCOPES:
        return True
    if mark is Mark.BRANCH:
        both = bool(plan.units) and not (plan.projects or plan.alone)  # each scope is told
        return bool(both or plan.whole_branch or plan.sides or plan.called or (whole and whole.whole_branch))
    if mark is Mark.ALONE:
        return bool(plan.alone or (whole and whole.alone))
    if mark in CHANGED:
        apart = mark is Mark.KEPT and said.marks() & {Mark.NEW, Mark.GONE}  # “去年新增、今年还在的”: of two pairs of years
        new_money = len(plan.projects) == 1 and plan.kinds  # “财政拨款新安排的”
        return not apart and bool(plan.change or plan.compare or lines or new_money)
    if mark in OVER_YEARS or mark is Mark.TIMES:
        return moved
    if mark is Mark.COMPARED:
        counted = plan.by is GroupBy.UNIT or plan.count_of is Field.PROJECT  # “甲局和乙局谁的项目多”
        return bool(moved or counted or plan.order or plan.terms or plan.against or plan.aggregate is Aggregate.DIFFERENCE)
    if mark is Mark.SHARE:
        return bool(plan.aggregate is Aggregate.SHARE or whole or lines or plan.terms)
    return True
