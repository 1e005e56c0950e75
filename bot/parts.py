"""The parts of shares (占比): all of a scope as one, what comes first in it, or each of its projects or units by itself."""

from collections.abc import Sequence
from decimal import Decimal

from bot.disputes import units_apart
from bot.wanted import Wanted, add_up
from store.plan import Direction, GroupBy, Of, Plan
from store.targets import TargetView

Group = list[TargetView]


def parts_of(views: Sequence[TargetView], plan: Plan, wanted: Wanted) -> list[Group]:
    """Of targets of one year those that are each set against a whole; what is ranked or divided stands with the most first."""
    whole = plan.whole
    assert whole is not None  # a share has one
    if whole.apart and not plan.projects:  # “财政局最大的项目占财政局多少” of two counties
        one = plan.model_copy(update={"whole": whole.model_copy(update={"apart": False})})
        return [group for unit in _by_unit(views) for group in parts_of(unit, one, wanted)]
    if not (plan.order or whole.each):
        return [[v] for v in views] if plan.projects and whole.of is not Of.SCOPE else [list(views)]
    groups = _by_unit(views) if plan.by is GroupBy.UNIT else [[v] for v in views if wanted.first(v)]
    if plan.order:
        groups.sort(key=lambda group: _yuan(group, wanted), reverse=plan.order.direction is Direction.DESCENDING)
        groups = groups[plan.order.skip : plan.order.skip + plan.order.count]
    else:
        groups.sort(key=lambda group: -_yuan(group, wanted))
    return groups if whole.each or len(groups) < 2 else [[view for group in groups for view in group]]


def as_many_follow(views: Sequence[TargetView], plan: Plan, wanted: Wanted) -> bool:
    """Whether what comes right behind the last that is taken has as much: which of them is taken makes no difference to the sum."""
    if plan.order is None:
        return False
    groups = _by_unit(views) if plan.by is GroupBy.UNIT else [[v] for v in views if wanted.first(v)]
    sums = sorted((_yuan(group, wanted) for group in groups), reverse=plan.order.direction is Direction.DESCENDING)
    last = plan.order.skip + plan.order.count
    return last < len(sums) and sums[last - 1] == sums[last]


def _by_unit(views: Sequence[TargetView]) -> list[Group]:
    groups: dict[str, Group] = {}
    for view, unit in zip(views, units_apart(views), strict=True):
        groups.setdefault(unit, []).append(view)
    return list(groups.values())


def _yuan(group: Sequence[TargetView], wanted: Wanted) -> Decimal:
    return add_up([fact for view in group if (fact := wanted.first(view))])
