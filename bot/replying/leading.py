"""The units that come first in a ranking over more targets than are read: the database adds up, and only theirs are read."""

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal

from bot.answer import Desk
from bot.replying.adding import settled
from bot.replying.wanted import Wanted
from store.plan import Direction, Plan
from store.sums import UnitSum


def leading(plan: Plan, desk: Desk, measure: Callable[[UnitSum], Decimal | int | None]) -> tuple[Plan, int] | None:
    """The plan over the units that come first by this measure, ties included, and how many of its targets have no amount.

    None where the database cannot say so.  A unit without the measure (None) has no place.
    """
    order, sums = plan.order, settled(plan, Wanted.of(plan), desk)
    if order is None or not sums:
        return None
    found: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for one in sums:
        figure = measure(one)
        if figure is not None:
            found[one.publisher, one.unit] += figure
    ranked = sorted(found.items(), key=lambda item: item[1], reverse=order.direction is Direction.DESCENDING)
    kept = order.skip + order.count
    last = ranked[kept - 1][1] if kept < len(ranked) else None
    units = tuple(dict.fromkeys(unit for place, ((_, unit), figure) in enumerate(ranked) if place < kept or figure == last))
    narrow = {"units": units, "whole_branch": False, "order": None}
    return plan.model_copy(update=narrow), sum(one.targets - one.filled for one in sums)
