"""Which lines of a form a plan is about."""

from collections.abc import Sequence

from store.model import Indicator
from store.plan import PercentFilter, Plan
from store.targets import TargetView, fitting, horizon_of, per_cent


def lines_asked(view: TargetView, plan: Plan) -> list[Indicator]:
    """The lines that are asked for; of a line that mid-term and annual have alike, the annual one."""
    horizon = horizon_of(view.target, plan)
    lines = [i for i in fitting(view.target.indicators, plan.indicators) if i.horizon is horizon]
    return [i for i in lines if _has(i, plan.percents)]


def _has(indicator: Indicator, percents: Sequence[PercentFilter]) -> bool:
    share = per_cent(indicator)
    return all(share is not None and p.op.holds(share, p.value) for p in percents)
