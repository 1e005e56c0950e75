"""Which indicators of a target a plan speaks of, and which of them are percentages."""

from collections.abc import Iterable
from decimal import Decimal

from store.measured import is_measured
from store.model import Horizon, Indicator, PerformanceTarget
from store.plan import IndicatorFilter, Plan
from store.text import fold


def fitting(indicators: Iterable[Indicator], wanted: IndicatorFilter) -> tuple[Indicator, ...]:
    """The indicators that the filter leaves, in their order: those of any of the levels, and those of the names (“人数和满意度”).

    All of them where the filter names nothing; levels and names compare folded.  A class of the second level (成本指标) is meant as well
    where the form prints it as one of the first, with others below it.
    """
    level1, level2, names = ({fold(text) for text in texts} for texts in (wanted.level1, wanted.level2, wanted.names))
    return tuple(
        indicator
        for indicator in indicators
        if wanted.everything
        or fold(indicator.name) in names
        or fold(indicator.level1) in level1 | level2
        or fold(indicator.level2) in level2
        if wanted.measured in (None, is_measured(indicator)) and (not wanted.reads or fold(indicator.value) == fold(wanted.reads))
    )


def horizon_of(target: PerformanceTarget, plan: Plan) -> Horizon:
    """The term that the plan asks the form's indicators of: the one it names, else the year, else the middle term."""
    annual = any(one.horizon is Horizon.ANNUAL for one in target.indicators)
    return plan.horizon or (Horizon.ANNUAL if annual else Horizon.MID_TERM)


def has_percents(target: PerformanceTarget, plan: Plan) -> bool:
    """Whether one of the indicators that the plan leaves satisfies all of its percentages."""
    horizon = horizon_of(target, plan)
    shares = (per_cent(i) for i in fitting(target.indicators, plan.indicators) if i.horizon is horizon)
    return any(share is not None and all(one.op.holds(share, one.value) for one in plan.percents) for share in shares)


def per_cent(indicator: Indicator) -> Decimal | None:
    """The value if it is a percentage; forms print the satisfaction (满意度) of 95 % also as a bare 95."""
    unit = fold(indicator.unit_of_measure or "")
    if unit == "%" or (not unit and "满意度" in fold(indicator.level1 + indicator.level2)):
        return indicator.number
    return None
