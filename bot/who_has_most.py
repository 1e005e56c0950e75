"""“谁最多”: of units that are named or were spoken of (“甲、乙、丙三家谁最多”) their totals are set side by side.

“谁的钱多” where nothing is named to set against something else asks what comes first of all.
"""

from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import MOVING, OVER_YEARS, AggregateSaid, Asked, Mark, Proposal
from bot.language.more_or_less import WHOSE_MONEY, WHOSE_MORE
from bot.language.patterns import Pattern
from bot.parse import Parse
from bot.scope import Scope
from store.plan import Aggregate, Direction, Field, Order, Plan

_MOVED = MOVING | {Mark.CHANGED, Mark.SHARE, Mark.PLACE}
_OF_PROJECTS = Pattern("项目|[笔项样件]")


def among_units(plan: Plan, said: Parse, scope: Scope) -> Plan:
    """The plan of a rank among units that are named: their totals are compared, or the first few of the units are told."""
    if plan.order is None or plan.compare or scope.unit_mentions < 2 or scope.called or len(scope.projects) > 1:
        return plan
    if said.marks() & _MOVED or plan.other_order or plan.amounts or not _asks_who(said):
        return plan
    if plan.order.count == 1 and not plan.order.skip:
        return plan.model_copy(update={"compare": True, "order": None, "by": None, "fields": (Field.AMOUNT,)})
    return plan.model_copy(update={"fields": (Field.UNIT,)})


def among_spoken_units(plan: Plan, said: Parse) -> Plan:
    """The same of the units that were spoken of: “三家谁最少”."""
    several = len(plan.units) > 1 and not (plan.projects or plan.called or plan.whole_branch)
    if plan.order is None or not several or plan.compare or plan.by or plan.amounts or plan.other_order or not _asks_who(said):
        return plan
    if plan.order.count > 1 or plan.order.skip or said.marks() & _MOVED:
        return plan
    return plan.model_copy(update={"compare": True, "order": None, "fields": (Field.AMOUNT,)})


def _asks_who(said: Parse) -> bool:
    """“谁”, “哪家”, “哪个”, and no word of projects."""
    if Mark.PROJECTS in said.marks():
        return False
    which = [p for p in said.cover if _is_which(p)]
    return bool(which) and not any(_OF_PROJECTS.search(said.said.text[p.start : p.end]) for p in which)


def _is_which(span: Proposal) -> bool:
    kind = span.meaning
    asked = getattr(kind, "field", None) is Field.UNIT or kind in (Mark.WHICH, Mark.UNITS)
    return asked or (isinstance(kind, KindOfUnits) and kind.which is Which.WHICH)


_UNIT = Pattern("谁|家|单位|部门|镇|乡|局|街道|学校|苏木|村")
_OTHER = OVER_YEARS | {Mark.TIMES, Mark.CHANGED}


def as_rank(plan: Plan, said: Parse) -> Plan:
    """The plan of a comparison without sides as that of a rank: of the units for 谁 and 哪家, else of the projects."""
    spans = [p for p in said.cover if p.meaning is Mark.COMPARED]
    alone = bool(spans) and all(p.rule in (WHOSE_MORE, WHOSE_MONEY) for p in spans) and not said.marks() & _OTHER
    differs = any(a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid))
    sides = plan.projects or len(plan.units) > 1 or len(plan.years) > 1 or plan.sides or plan.called
    if not (plan.compare and alone) or differs or sides or plan.change:
        return plan
    words = said.said.text[spans[0].start : spans[0].end]
    if plan.units and Mark.PROJECTS not in said.marks() and "项目" not in words:
        return plan  # “财政局的哪个多” sets its projects side by side
    less = any(word in words for word in "少小低")
    order = Order(direction=Direction.ASCENDING if less else Direction.DESCENDING, count=1)
    of_units = (bool(_UNIT.search(words)) or Mark.UNITS in said.marks()) and not plan.units
    fields = (Field.UNIT,) if of_units or Asked(Field.UNIT) in said.meanings(Asked) else (Field.AMOUNT,)
    return plan.model_copy(update={"compare": False, "order": order, "fields": fields})
