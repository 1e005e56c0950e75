"""Limits that are of no single amount: of what a unit has together (“哪个单位超过500万”), and of how much something moved."""

from collections.abc import Sequence
from decimal import Decimal

from bot.language.counted import MORE_PROJECTS
from bot.language.kinds_said import COUNTED, KindOfUnits, Which
from bot.language.meanings import MOVING, AggregateSaid, AmountNamed, AmountSaid, Asked, GroupBySaid, Mark, PercentSaid, Proposal
from bot.language.more_or_less import IN_NUMBER
from bot.language.numbers import NumberSaid, ProjectsNumbered
from bot.language.patterns import Pattern
from bot.planning.comparing import than_a_year
from bot.reading.parse import Parse
from store.plan import (
    BY_NUMBER,
    BY_TOTAL,
    Aggregate,
    AmountFilter,
    Comparator,
    Direction,
    Field,
    GroupBy,
    MoveLimits,
    Order,
    PercentFilter,
    Plan,
    UnitLimits,
)

_BETWEEN = Pattern(r"[了的得是在有就都\s]*(?:幅度|比例)?[了的得是在有就都\s]*")
_WHICH_ONE = Pattern("(?:都?是|主要是)?(?:哪|谁)[^,，。;；?？!！]{0,6}")
_MORE_PROJECTS = Pattern(r"(?:多|少|增加|减少|增|减)了?(?:出)?(?:几|多少)个?(?:项目|工程)")
_TWICE = r"(?:翻(?:了)?(?:一)?[倍番]|加倍|成倍)"
_DOUBLED = Pattern(
    rf"哪(?:些|个|几个).*{_TWICE}(?:了|的)*\W*$|{_TWICE}(?:增长|增加)?了?的(?=项目|有|是|\W*$)"
)  # “哪些项目比去年翻倍了”
_KINDS = (Which.EACH, Which.WHICH, Which.MANY)


def with_limits(plan: Plan, said: Parse) -> Plan:
    """The plan whose limits are of what they are said of."""
    return _of_units(_ranked_units(_of_moves(_mean_of_units(_counted(plan, said), said), said), said), said)


def _counted(plan: Plan, said: Parse) -> Plan:
    """“今年比去年多了几个项目”, “谁的项目多”: how many there are of each year or unit, rather than how much money."""
    spans = [p for p in said.cover if p.rule == IN_NUMBER]
    many = any(p.rule == MORE_PROJECTS for p in said.cover)
    many = many or (bool(_MORE_PROJECTS.search(said.said.text)) and plan.aggregate in (Aggregate.COUNT, Aggregate.DIFFERENCE))
    if not plan.compare or not (spans or many) or plan.change or plan.projects or _asks_one_of_its(plan, said, spans):
        return plan
    update = {"aggregate": Aggregate.COUNT, "compare": False, "fields": (Field.PROJECT,), "order": None, "count_of": None}
    if len(plan.units) > 1:
        return plan.model_copy(update={**update, "by": GroupBy.UNIT})
    if spans and not plan.units:
        less = "少" in said.said.text[spans[0].start : spans[0].end]
        order = Order(by=BY_NUMBER, direction=Direction.ASCENDING if less else Direction.DESCENDING, count=1)
        return plan.model_copy(update={"compare": False, "order": order, "fields": (Field.UNIT,), "aggregate": None})
    if not plan.years:
        return plan
    first = plan.years[0] - (not than_a_year(said))  # “比去年多几个”: of the year behind it
    years = plan.years if len(plan.years) > 1 else (first, first + 1)
    return plan.model_copy(update={**update, "by": GroupBy.YEAR, "years": years})


def _asks_one_of_its(plan: Plan, said: Parse, spans: Sequence[Proposal]) -> bool:
    """“财政局哪个项目多”: of one unit it is asked which of its projects has most."""
    which = any(said.said.text[p.start : p.end].startswith(("哪个项目", "哪一个项目")) for p in spans)
    return which and len(plan.units) == 1


def _mean_of_units(plan: Plan, said: Parse) -> Plan:
    """“四个镇平均多少”, “四家平均”: the mean of what each of the units has together; of one project each has one amount of it."""
    kinds = [p for p in said.cover if isinstance(p.meaning, KindOfUnits) and COUNTED.match(said.said.text, p.start)]
    units = kinds or any(m.of is Field.UNIT for m in said.meanings(NumberSaid))
    of_units = plan.aggregate is Aggregate.AVERAGE and plan.count_of is None and units and not plan.projects
    group = MEANS_OF.get(plan.by) if plan.by and plan.aggregate is Aggregate.AVERAGE and not plan.order else None
    each = said.meanings(GroupBySaid) or any(m.which is Which.EACH for m in said.meanings(KindOfUnits))
    apart = _APART.search(said.said.text)  # “各单位分别平均多少”: of each the mean of its projects
    if group and (len(plan.projects) == 1 or (plan.count_of is None and each and not apart)):
        return plan.model_copy(update={"count_of": group, "by": None})  # “各部门今年平均多少”
    return plan.model_copy(update={"count_of": Field.UNIT, "by": None}) if of_units else plan


_APART = Pattern("分别|各自")
MEANS_OF = {GroupBy.UNIT: Field.UNIT, GroupBy.DEPARTMENT: Field.DEPARTMENT}


def _ranked_units(plan: Plan, said: Parse) -> Plan:
    """“哪个单位涨得最多”, “哪些单位减少了”: the units by how much more or less they have."""
    ranked = plan.compare and bool(said.marks() & MOVING) and (plan.order is None or plan.order.by == BY_TOTAL)
    if not ranked or plan.projects or not _asks_units(plan, said) or Mark.PROJECTS in said.marks() or plan.amounts:
        return plan
    departments = plan.by is GroupBy.DEPARTMENT or Asked(Field.DEPARTMENT) in said.meanings(Asked)
    departments = departments or (plan.whole_branch and not plan.units)  # “增长最多的三个部门”
    by = GroupBy.DEPARTMENT if departments else GroupBy.UNIT
    counted = plan.aggregate is Aggregate.COUNT and plan.count_of is Field.UNIT  # “预算减少的单位有几个”: those that are told
    aggregate = None if counted else plan.aggregate
    return plan.model_copy(update={"by": by, "fields": (Field.AMOUNT,), "count_of": None, "aggregate": aggregate})


def _of_moves(plan: Plan, said: Parse) -> Plan:
    """“涨了50万以上的”: how much more it is, rather than how much it is."""
    if plan.compare and not (plan.projects or plan.change) and _DOUBLED.search(said.said.text):
        twice = MoveLimits(percents=(PercentFilter(op=Comparator.AT_LEAST, value=Decimal(100)),))
        return plan.model_copy(update={"move_limits": twice, "fields": (Field.PROJECT,)})
    limits = [p for p in said.cover if isinstance(p.meaning, (AmountSaid, AmountNamed, PercentSaid))]
    if plan.projects or not limits or not all(_moved_by(said, p) for p in limits):
        return plan
    amounts = tuple(f for m in said.meanings(AmountSaid) for f in m.filters)
    amounts += tuple(AmountFilter(op=Comparator.EQUAL, yuan=m.yuan) for m in said.meanings(AmountNamed))  # “多了35万的是哪个”
    percents = tuple(m.filter for m in said.meanings(PercentSaid))
    moves = MoveLimits(amounts=amounts, percents=percents)
    return plan.model_copy(update={"amounts": (), "percents": (), "move_limits": moves, "fields": (Field.PROJECT,)})


def _moved_by(said: Parse, limit: Proposal) -> bool:
    """Whether the limit stands right behind a word for a rise or a fall, or it is asked which one moved so: “35万是哪个项目涨的”."""
    moves = [p for p in said.cover if p.meaning in MOVING]
    before = [p.end for p in moves if p.end <= limit.start]
    behind = [p.start for p in moves if limit.end <= p.start and isinstance(limit.meaning, AmountNamed)]
    if before and _BETWEEN.fullmatch(said.said.text[max(before) : limit.start]):
        return True
    return bool(behind) and _WHICH_ONE.fullmatch(said.said.text[limit.end : min(behind)]) is not None


def _of_units(plan: Plan, said: Parse) -> Plan:
    """“总额超过500万的单位”, “5个以上项目的单位”: of each unit; where projects are asked for, a limit is one of each of them."""
    numbers = tuple(m.filter for m in said.meanings(ProjectsNumbered))
    limits = tuple(f for m in said.meanings(AmountSaid) for f in m.filters)  # “2.6万是哪个单位的” limits nothing
    amounts = (
        limits
        if plan.amounts == limits and Mark.PROJECTS not in said.marks() and Asked(Field.PROJECT) not in said.meanings(Asked)
        else ()
    )
    other = plan.compare or plan.order or plan.by or plan.aggregate not in (None, Aggregate.SUM, Aggregate.COUNT)
    if not (numbers or amounts) or not _asks_units(plan, said) or other or plan.narrowed or (plan.kinds and not plan.pooled):
        return plan
    left = plan.amounts if plan.amounts != amounts else ()
    return plan.model_copy(
        update={
            "unit_limits": UnitLimits(amounts=amounts, numbers=numbers),
            "amounts": left,
            "fields": (Field.UNIT,),
            "aggregate": None,
            "count_of": Field.UNIT,
        }
    )


def _asks_units(plan: Plan, said: Parse) -> bool:
    counted = plan.count_of is Field.UNIT or any(a.of is Field.UNIT for a in said.meanings(AggregateSaid))
    kinds = any(kind.which in _KINDS for kind in said.meanings(KindOfUnits))
    which = {Asked(Field.UNIT), Asked(Field.DEPARTMENT)} & {*said.meanings(Asked)}
    return bool(Mark.UNITS in said.marks() or which or counted or kinds)
