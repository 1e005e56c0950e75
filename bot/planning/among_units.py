"""Which of several units that are named has the most: “甲、乙、丙三家谁最多” sets their totals side by side."""

from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import AggregateSaid, Asked, Mark, OrderSaid, Proposal
from bot.language.ordinals import EVERY
from bot.language.patterns import Pattern
from bot.planning.grouping import ranks_single
from bot.reading.parse import Parse
from bot.scoping.below import only_below
from bot.scoping.scope import Scope
from store.names import Match
from store.plan import BY_MEAN, BY_NUMBER, BY_TOTAL, Aggregate, Field, GroupBy, Plan

_MOVED = frozenset({Mark.ROSE, Mark.FELL, Mark.GROWTH, Mark.DECLINE, Mark.CHANGED, Mark.SHARE, Mark.PLACE})
_OF_PROJECTS = Pattern("项目|[笔项样件]")


def among_units(plan: Plan, said: Parse, scope: Scope) -> Plan:
    """The plan of a rank among units that are named: their totals are compared, or the first few of the units are told."""
    if _ranks_departments(plan, said):
        plan = plan.model_copy(update={"whole_branch": True, "aggregate": None})
    if plan.order and plan.whole_branch and (scope.called or not scope.units) and _of_departments(plan, said):
        # “教育系统哪个单位最多”, “含所属哪个部门最多”
        ranked = {"aggregate": None} if len(scope.units) == 1 else {"by": GroupBy.DEPARTMENT}
        return plan.model_copy(update={**ranked, "fields": (Field.UNIT,)})
    if plan.order and plan.order.by != BY_TOTAL:
        return plan.model_copy(update={"fields": (Field.UNIT,)}) if plan.order.by == BY_MEAN else plan
    if _sets_units_apart(plan, said, scope):
        return plan.model_copy(update={"fields": (Field.UNIT,)})
    every = plan.order is not None and len(scope.units) > 1 and plan.order.count >= EVERY and Mark.PROJECTS not in said.marks()
    if plan.order and scope.called and len(scope.units) > 1 and (_asks_whose(plan, said) or (every and _of_money(plan, said))):
        return plan.model_copy(update={"fields": (Field.UNIT,), "aggregate": None})  # “三个镇谁的钱最多”
    if plan.order is None or plan.compare or scope.unit_mentions < 2 or scope.called or len(scope.projects) > 1:
        return plan
    if said.marks() & _MOVED or plan.other_order or plan.amounts or not (every or _asks_who(said)) or _is_one(said, scope):
        return plan
    if plan.order.count == 1 and not plan.order.skip:
        return plan.model_copy(update={"compare": True, "order": None, "by": None, "fields": (Field.AMOUNT,)})
    return plan.model_copy(update={"fields": (Field.UNIT,)})


def _is_one(said: Parse, scope: Scope) -> bool:
    """“教育局带上学校，哪个最少”: a unit with those below it, of which no unit is asked, is one, and its projects are ranked."""
    below = {*scope.book.below(scope.units[0])} if scope.units else set()
    one = Mark.ALSO in said.marks() and len(scope.units) > 1 and below >= {*scope.units[1:]}
    return one and not (_WHOSE.search(said.said.text) or any(map(_is_unit_asked, said.cover)))


def among_spoken_units(plan: Plan, said: Parse, previous: Plan) -> Plan:
    """The same of the units that were spoken of: “三家谁最少”; after their projects “最大的是哪个” is one of these."""
    if Field.PROJECT in (previous.count_of, *previous.fields):
        return plan
    several = len(plan.units) > 1 and not (plan.projects or plan.called or plan.whole_branch)
    if plan.order is None or not several or plan.compare or plan.by or plan.amounts or plan.other_order or not _asks_who(said):
        return plan
    if plan.order.count > 1 or plan.order.skip or said.marks() & _MOVED:
        return plan
    return plan.model_copy(update={"compare": True, "order": None, "fields": (Field.AMOUNT,)})


def _sets_units_apart(plan: Plan, said: Parse, scope: Scope) -> bool:
    """“乡镇第二名和第三名差多少”: what is between two of the kind, not between two of their projects."""
    places = plan.other_order is not None and plan.aggregate is Aggregate.DIFFERENCE
    other = plan.projects or plan.by or plan.amounts or plan.narrowed or Mark.PROJECTS in said.marks()
    return places and bool(scope.called) and set(plan.fields) <= {Field.AMOUNT} and not other


def _of_departments(plan: Plan, said: Parse) -> bool:
    """Whether units are ranked by the money of all their projects, each with those below it."""
    who = not plan.units and _WHO.search(said.said.text)  # nobody but a unit has others below it
    means = plan.order is not None and plan.order.by == BY_MEAN
    units = Mark.UNITS in said.marks() or {Field.UNIT, Field.DEPARTMENT} & {*plan.fields, plan.count_of} or who or means
    shaped = plan.projects or plan.compare or plan.by or plan.sides or plan.amounts or plan.other_order
    by_money = plan.order is not None and plan.order.by != BY_NUMBER
    return bool(units) and by_money and not (shaped or Mark.PROJECTS in said.marks() or only_below(said))


def _ranks_departments(plan: Plan, said: Parse) -> bool:
    """“哪个主管部门排第一”: what a department has is that of those below it too; not “最大的那个的主管部门”."""
    if plan.units or plan.alone or plan.order is None:
        return False
    asked = [p.start for p in said.cover if p.meaning == Asked(Field.DEPARTMENT)]
    ranked = [p.start for p in said.cover if isinstance(p.meaning, OrderSaid)]
    several = plan.order.count > 1 or plan.order.by == BY_MEAN
    several = several and any(_says_departments(p, said) for p in said.cover)  # “部门前三”, “按部门排序”
    return several or (bool(asked and ranked) and asked[0] < ranked[0])


def _says_departments(span: Proposal, said: Parse) -> bool:
    return not isinstance(span.meaning, Match) and said.said.text[span.start : span.end].rstrip("的").endswith("部门")


def _asks_whose(plan: Plan, said: Parse) -> bool:
    """“谁的钱”, “哪家”, “哪个”, of units alone."""
    return _of_money(plan, said) and not ranks_single(said) and bool(_WHOSE.search(said.said.text) or _asks_who(said))


def _of_money(plan: Plan, said: Parse) -> bool:
    """Whether nothing but the units' money is asked."""
    shaped = plan.projects or plan.compare or plan.by or plan.amounts or plan.other_order or Mark.PROJECTS in said.marks()
    money = set(plan.fields) <= {Field.AMOUNT, Field.UNIT} and not plan.narrowed
    return money and not shaped


_WHO = Pattern("谁(?!的)")
_WHOSE = Pattern("谁|哪一?家|哪几家")


def _asks_who(said: Parse) -> bool:
    """“谁”, “哪家”, “哪个”, and no word of projects."""
    if Mark.PROJECTS in said.marks() or any(a.of is Field.PROJECT for a in said.meanings(AggregateSaid)):
        return False
    which = [p for p in said.cover if _is_which(p)]
    return bool(which) and not any(_OF_PROJECTS.search(said.said.text[p.start : p.end]) for p in which)


def _is_which(span: Proposal) -> bool:
    return span.meaning is Mark.WHICH or _is_unit_asked(span)


def _is_unit_asked(span: Proposal) -> bool:
    kind = span.meaning
    asked = getattr(kind, "field", None) is Field.UNIT or kind is Mark.UNITS
    return asked or (isinstance(kind, KindOfUnits) and kind.which is Which.WHICH)
