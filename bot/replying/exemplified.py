"""What a term of the forms looks like in one of the newest of them: a line of that kind, an amount, a goal."""

from bot.answer import Desk, Fact
from bot.replying import facts, phrases
from store.model import FundingKind, Horizon
from store.plan import Plan
from store.targets import TargetView

_KINDS = {
    "年度资金总额": FundingKind.TOTAL,
    "财政拨款": FundingKind.FISCAL,
    "上年结转": FundingKind.CARRYOVER,
    "其他资金": FundingKind.OTHER,
}
_GOALS = {"年度目标": Horizon.ANNUAL, "绩效目标": Horizon.ANNUAL, "中期目标": Horizon.MID_TERM}
_ANY_LINE = "绩效指标"
_LOOKED_AT = 40  # forms


def example_of(term: str, desk: Desk) -> tuple[str, Fact] | None:
    """A sentence with what one form prints of such a kind, and its fact; None where none of the newest prints any."""
    for entry in desk.book.catalogue.entries[: -_LOOKED_AT - 1 : -1]:
        for view in desk.matching(Plan(projects=(entry.project,), units=(entry.unit,), years=(entry.year,))):
            if found := _in_form(term, view):
                return found
    return None


def _in_form(term: str, view: TargetView) -> tuple[str, Fact] | None:
    if term in _KINDS:
        amount = facts.amount(view, _KINDS[term], Horizon.ANNUAL)
        return (f"{term} {phrases.money(amount.yuan)}", amount) if amount and amount.yuan else None
    if term in _GOALS:
        goal = next((goal for goal in view.target.goals if goal.horizon is _GOALS[term] and goal.text.strip()), None)
        return (f"{term}{phrases.printed(goal.text)}", facts.goal(view, goal)) if goal else None
    lines = (line for line in view.target.indicators if line.horizon is Horizon.ANNUAL and line.value.strip())
    levels = (term, f"{term}指标")
    line = next((line for line in lines if term == _ANY_LINE or {line.level1, line.level2} & set(levels)), None)
    if line is None:
        return None
    return f"{line.level2}{phrases.printed(line.name)} {phrases.one_line(line.value)}", facts.indicator(view, line)
