"""What a question says beside something else and no plan can hold together: it is named, and no figure is given over it."""

from collections.abc import Iterator
from itertools import pairwise

from bot.language.choices import ChoiceSaid
from bot.language.joints import PART
from bot.language.kinds_said import OF_SEVERAL, KindOfUnits
from bot.language.meanings import (
    MOVING,
    OVER_YEARS,
    AggregateSaid,
    AmountChecked,
    AmountNamed,
    AmountSaid,
    Asked,
    Except,
    GroupBySaid,
    Mark,
    OrderSaid,
    PercentSaid,
    Proposal,
    YearsSaid,
)
from bot.language.numbers import ProjectsNumbered
from bot.language.ordinals import EVERY
from bot.language.patterns import Pattern
from bot.planning.beside_shares import beside_a_share, shares_of_other_money
from bot.planning.comparing import shaped_after_words
from bot.planning.kinds_together import added_between
from bot.planning.moves_of_each import units_that_changed
from bot.planning.of_several import of_several
from bot.planning.uncombined_money import money_uncombined
from bot.reading.found_spans import CHANGED, MOVED, aggregates, marked, spans
from bot.reading.parse import Parse
from bot.reading.several import asked_of_another
from bot.scoping.below import only_below
from store.model import FundingKind, Horizon
from store.names import Match, NameType
from store.plan import BY_TOTAL, OF_UNITS, WORDS, Aggregate, Change, Direction, Field, Plan

_LIMITS = (AmountSaid, AmountChecked, PercentSaid)
_THESE = Pattern("[这那](?:几|[两二三四2-4])[个项笔]|它们|两者|二者")


def uncombined(said: Parse, plan: Plan, previous: Plan | None) -> list[Proposal]:
    """The spans that the plan does not follow beside the others; `previous` is what it goes on from."""
    found = [*beside_a_share(said, plan), *_beside_a_move(said, plan), *_of_units(said, plan), *money_uncombined(said, plan)]
    found += [
        *_sums_ranked(said, plan),
        *_money_beside_a_line(said, plan),
        *_years_apart(said, plan),
        *_means_of_terms(said, plan),
        *_beside_an_amount(said, plan),
        *_beside_nothing(said, plan),
        *of_several(said, plan),
        *units_that_changed(said, plan),
    ]
    found += [*_clause_by_clause(said, plan), *_of_the_rest(said), *asked_of_another(said), *_below_one_of_them(said, plan)]
    found += _after(said, plan, previous) if previous else _of_nothing(said, plan)
    return list(dict.fromkeys(found))


def _beside_a_move(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """What is beside what rose or is new: limits where the plan has none of the move, ranks of what is new, units that it is not grouped by."""
    ranked = plan.compare and plan.order and not plan.change  # “变动最小的项目”
    moved = marked(said, {*MOVED, Mark.CHANGED} if ranked else MOVED)
    changed = marked(said, CHANGED - {Mark.KEPT} if moved else CHANGED)  # what moved is what both years have
    units = plan.compare and plan.by in OF_UNITS and not plan.projects  # “哪些单位多了10万以上”
    held = plan.compare and plan.checked  # “比去年多10万吗”
    if units or ((moved or changed) and not (plan.move_limits or held)):
        yield from spans(said, *_LIMITS)
    if changed:
        summed = () if plan.change else (Aggregate.SUM,)
        yield from () if plan.change and plan.order else spans(said, OrderSaid)
        yield from aggregates(said, *summed, Aggregate.AVERAGE, Aggregate.DIFFERENCE)
    movers = len(plan.projects) == 1 and plan.fields == (Field.PROJECT,)  # “保洁经费哪个镇涨了”
    if moved and plan.by not in OF_UNITS and not movers:
        yield from (*marked(said, {Mark.UNITS}), *spans(said, GroupBySaid))
        yield from (p for p in spans(said, Asked) if p.meaning == Asked(Field.UNIT))
        yield from (p for p in spans(said, KindOfUnits) if getattr(p.meaning, "which", None) in OF_SEVERAL)
    apart = [p for p in aggregates(said, Aggregate.DIFFERENCE) if not (moved and _BY.match(said.said.text, p.start))]
    if apart:
        places = plan.other_order is not None and plan.aggregate is Aggregate.DIFFERENCE  # “第三名和第四名差多少”
        yield from (() if places or _is_between_ends(said, plan) else spans(said, OrderSaid))
    if plan.change in (Change.ANY, Change.MOVED):
        yield from (*marked(said, {Mark.UNITS}), *(p for p in spans(said, Asked) if p.meaning == Asked(Field.UNIT)))
        yield from spans(said, OrderSaid)
    yield from _of_another_year(said)
    if changed and len(plan.years) > 2:
        yield from spans(said, YearsSaid)  # “每年新增了哪些”: a change is one between two years
    if plan.compare and plan.whole_branch and len(plan.units) > 1 and (plan.projects or len(plan.years) > 1):
        yield from marked(said, {Mark.BRANCH})
    if plan.compare and plan.aggregate is Aggregate.COUNT and not (moved or plan.change or {*plan.fields} <= WORDS):
        yield from aggregates(said, Aggregate.COUNT)  # “渠沟比任圩多几个指标”
    if plan.compare and len(plan.units) > 1:
        yield from spans(said, AmountSaid)  # “20万以上的项目比哪个单位多”


def _money_beside_a_line(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“预算和控制数差多少”: of a form its money and a line of its table are the two sides, and no two years."""
    if not plan.compare or not {Field.AMOUNT, Field.INDICATOR} <= set(plan.fields):
        return
    compared = [*marked(said, {Mark.COMPARED}), *aggregates(said, Aggregate.DIFFERENCE)]
    money = [p for p in spans(said, Asked) if isinstance(p.meaning, Asked) and p.meaning.field is Field.AMOUNT]
    ends = [end for one in money for end in compared if _AND_A_LINE.fullmatch(said.said.text, one.end, end.start)]
    yield from ends if not any(isinstance(p.meaning, YearsSaid) and p.start > money[0].end for p in said.cover) else ()


_AND_A_LINE = Pattern(r"(?:金额|总额|资金|数)?(?:和|跟|与|同|比|较)[^,，。;；比]{2,}")


def _below_one_of_them(said: Parse, plan: Plan) -> list[Proposal]:
    """“交通局下属和教育局一共多少”, “交通局本级和教育局下属”: of the one those below it are meant, of the other not."""
    units, below = said.mentioned(NameType.UNIT), marked(said, {Mark.BRANCH}) if only_below(said) else []
    if len(units) > 1 and Mark.ALONE in said.marks():
        return [p for p in below if p.start >= units[-1].end]
    return [p for p in below if plan.whole_branch and units and units[0].end <= p.start < units[-1].start]


# “降得最多的减了多少” asks for the move itself, “涨得最多的和第二差多少” for what is between two
_BY = Pattern("[增涨升加多降减少跌掉砍压缩削扣裁]")


def _of_another_year(said: Parse) -> list[Proposal]:
    """“去年最大的项目今年多少”: what comes first in one year is asked of another."""
    years = [p for p in spans(said, YearsSaid) if isinstance(p.meaning, YearsSaid) and len(p.meaning.years) == 1]
    orders = spans(said, OrderSaid)
    between = len(years) > 1 and any(years[0].end <= o.start < years[1].start for o in orders)
    several = len(orders) > 1 and said.mentioned(NameType.PROJECT)  # “网络运维去年最多还是今年最多”
    return years[1:2] if between and years[0].meaning != years[1].meaning and not several else []


def _is_between_ends(said: Parse, plan: Plan) -> bool:
    """“环境保洁经费最多的比最少的多多少”: of one project in several units the comparison tells just that."""
    orders = {(m.order.direction, m.order.count, m.order.skip) for m in said.meanings(OrderSaid)}
    ends = {(Direction.DESCENDING, 1, 0), (Direction.ASCENDING, 1, 0)}
    return orders == ends and len(plan.projects) == 1 and len(plan.units) != 1 and not marked(said, MOVED)


def _years_apart(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“去年的路灯和今年的保洁一共”: each name is asked of its own year, and a plan has each year of each."""
    order = [p for p in said.cover if isinstance(p.meaning, YearsSaid) or _is_named(p)]
    years = [p for p in order if isinstance(p.meaning, YearsSaid)]
    turns = [isinstance(p.meaning, YearsSaid) for p in order]
    in_turn = all(one != other for one, other in pairwise(turns))
    named = [p.meaning.type for p in order if isinstance(p.meaning, Match)]
    whose = len(named) == len(set(named))  # “幼儿园去年的铺装今年还安排没有”: a unit, and what it has
    if (
        len(years) > 1
        and not whose
        and in_turn
        and len(order) >= _TWO_PAIRS
        and len({str(p.meaning) for p in years}) > 1
        and len(plan.years) > 1
    ):
        yield from years[1:]
    if marked(said, MOVED) or (aggregates(said, Aggregate.DIFFERENCE) and not spans(said, OrderSaid)):
        yield from (p for p in years if getattr(p.meaning, "which", False))  # “哪年涨得最多”
    if _in_turn(said) and len(plan.years) > 1 and (plan.amounts or plan.unit_limits):
        yield from spans(said, AmountSaid)[1:]


def _in_turn(said: Parse) -> bool:
    """“去年超过100万、今年不到50万的单位一共多少”: each limit is one of its own year, and a plan has each limit in each year."""
    order = [p for p in said.cover if isinstance(p.meaning, YearsSaid | AmountSaid)]
    turns = [isinstance(p.meaning, YearsSaid) for p in order]
    return turns == [True, False] * (len(turns) // 2) and len({str(p.meaning) for p in order[::2]}) > 1


_TWO_PAIRS = 4


def _sums_ranked(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“三年加起来最多的项目”: what is ranked is each year's form, and no sum of a project's years."""
    of_units = plan.by or plan.count_of is Field.UNIT or Field.UNIT in plan.fields
    if plan.order and len(plan.years) > 1 and not of_units:
        first = min((p.start for p in spans(said, OrderSaid)), default=0)
        joints = added_between(said)  # “财政加结转涨得最多的”
        yield from (p for p in aggregates(said, Aggregate.SUM) if p.start < first and p not in joints)


def _is_named(proposal: Proposal) -> bool:
    return isinstance(proposal.meaning, Match) and proposal.meaning.type in (NameType.PROJECT, NameType.UNIT)


def _beside_nothing(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“有没有成本比预算还高的”, “最大的比平均多多少”: sides that are no names, units or years; all that there is are no sides, nor groups in many years."""
    if plan.compare and plan.sides and len(plan.years) < 2:
        yield from marked(said, MOVING)  # “乡镇和街道谁涨得多”: each is of two years
    if plan.compare and plan.by in OF_UNITS and len(plan.years) > 2:
        yield from spans(said, GroupBySaid)  # “各单位三年比一比”
    sides = plan.projects or plan.units or plan.sides or plan.terms or plan.attributes or len(plan.years) > 1 or plan.by
    shaped = plan.order or plan.change or plan.move_limits or plan.unit_limits or plan.narrowed or plan.amounts or plan.percents
    if plan.compare and not (sides or shaped) and not said.meanings(YearsSaid) and not said.marks() & OVER_YEARS:
        yield from marked(said, {Mark.COMPARED})


def _clause_by_clause(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“比去年多了多少，主要多在哪”: the second clause asks for another shape than the first, which would be lost."""
    if plan.order and plan.order.count == EVERY:  # of all that are told it is asked what is asked of the first
        yield from (p for p in spans(said, Asked) if getattr(p.meaning, "field", None) in _OF_EACH - {Field.UNIT})
    apart = [p.end for p in aggregates(said, Aggregate.DIFFERENCE)]
    if plan.compare and plan.fields == (Field.PROJECT,) and not plan.change and apart:
        which = [p for p in spans(said, Asked) if p.meaning == Asked(Field.PROJECT) and p.start > max(apart)]
        yield from (p for p in which if PART.search(said.said.text, max(apart), p.start))


_REST = Pattern("(?:剩下?|剩余|其余|余下|另外)的?(?:那)?$")


def _of_the_rest(said: Parse) -> Iterator[Proposal]:
    """“剩下5万是什么钱”: what is named is no figure of the form, which the others might be held against."""
    named = spans(said, AmountNamed, AmountChecked)
    if len(named) > 1:
        yield from (p for p in named if _REST.search(said.said.text[: p.start]))


_BESIDE = Pattern(r"[比离距和跟与]\s*$")


def _beside_an_amount(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“比22万多5万吗”: what is set beside an amount is no year beside another."""
    if plan.compare:
        yield from (p for p in spans(said, AmountNamed) if _BESIDE.search(said.said.text[: p.start]))


def _means_of_terms(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“中期平均每年”: a form prints what the whole term has, not how many years it is of."""
    if plan.aggregate is Aggregate.AVERAGE and plan.count_of is Field.YEAR and plan.horizon is Horizon.MID_TERM:
        yield from aggregates(said, Aggregate.AVERAGE)


def _of_units(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """Limits of projects where units are asked for, numbers of projects that limit none, and both at once, as units are limited by one."""
    asked = Mark.UNITS in said.marks() or plan.count_of is Field.UNIT or Asked(Field.UNIT) in said.meanings(Asked)
    asked = asked or any(m.which in OF_SEVERAL for m in said.meanings(KindOfUnits))
    of_projects = Mark.PROJECTS in said.marks() or Asked(Field.PROJECT) in said.meanings(Asked)
    if plan.amounts and asked and not of_projects:
        yield from spans(said, AmountSaid)
    if not plan.unit_limits:
        yield from spans(said, ProjectsNumbered)
    elif plan.unit_limits.amounts and plan.unit_limits.numbers:
        yield from spans(said, AmountSaid)
    if plan.order and plan.fields == (Field.PROJECT,):  # “单位最多的项目”
        yield from (p for p in marked(said, {Mark.UNITS}) if any(p.end == order.start for order in spans(said, OrderSaid)))
    if plan.order and plan.fields == (Field.YEAR,):  # “最大的那个是哪年的”
        yield from spans(said, OrderSaid)
    if plan.unit_limits and plan.whole_branch:
        yield from marked(said, {Mark.BRANCH})


def _of_nothing(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“这两个合起来”, “第二个和第一个差多少”, where nothing was shown: everything is not what they mean."""
    if said.mentions or plan.projects or plan.units:
        return
    if _THESE.search(said.said.text):
        yield from marked(said, {Mark.EACH, Mark.IT, Mark.EARLIER}) or spans(said, AggregateSaid)
    if plan.compare:
        yield from spans(said, ChoiceSaid)


_OF_EACH = frozenset({Field.UNIT, Field.DEPARTMENT, Field.GOAL, Field.ATTRIBUTE, Field.SOURCE, Field.PERIOD})


def _after(said: Parse, plan: Plan, previous: Plan) -> Iterator[Proposal]:
    """After some of a ranking, or what is new: a sum or count of these is none of all; after a ranking of units, none of projects."""
    some = (
        previous.change
        or previous.unit_limits
        or (
            previous.order
            and (previous.order.count > 1 or (previous.other_order and previous.aggregate is not Aggregate.DIFFERENCE))
        )
    )
    if some and not (plan.order or plan.change or said.mentions):
        yield from aggregates(said, Aggregate.SUM, Aggregate.AVERAGE, Aggregate.COUNT)
    if previous.change and not (plan.change or plan.compare or said.mentions):
        yield from spans(said, OrderSaid)
    if previous.change and not plan.change and not said.mentions and set(plan.fields) & _OF_EACH:
        yield from spans(said, Asked, KindOfUnits)  # “都是谁的”, “哪几个是学校的” after what is new: of these, and not of all
    if {spot.field for spot in previous.stated} & {kind.value for kind in FundingKind}:
        yield from spans(said, AmountSaid)  # “其中超过20万的” after 结转: it is the totals that are limited
    if previous.without and "再" in said.said.text:
        yield from spans(said, Except)  # “再去掉…”: the first would be back
    if previous.compare and previous.order and plan.order and not (plan.compare or said.mentions):
        yield from spans(said, OrderSaid)  # “第二名呢” of what rose most
    yield from (*shares_of_other_money(said, plan, previous), *shaped_after_words(said, plan, previous))
    who = plan.by in OF_UNITS or plan.fields == (Field.PROJECT,)  # “降的呢” after the one that rose most
    if previous.order and plan.compare and not (who or plan.order or plan.projects or plan.units or said.mentions):
        yield from (*marked(said, {*MOVED, Mark.COMPARED, Mark.PER_CENT}), *aggregates(said, Aggregate.DIFFERENCE))
    years = spans(said, YearsSaid)
    if len(previous.years) == 1 and len(years) == 1 and said.said.text[years[0].start :].startswith("上"):
        yield from (p for p in years if p.meaning != YearsSaid((previous.years[0] - 1,)))  # the year before that one
    of_units = previous.by or previous.count_of is Field.UNIT or Field.UNIT in previous.fields
    ranked = previous.order and (of_units or previous.order.by != BY_TOTAL)
    kept = Field.UNIT in plan.fields and previous.order and previous.order.by == BY_TOTAL
    kept = kept or Mark.PROJECTS in said.marks()  # “最大的项目呢”
    if ranked and not kept and plan.order and not plan.by and plan.order.by == BY_TOTAL and not said.mentions:
        yield from spans(said, OrderSaid)
