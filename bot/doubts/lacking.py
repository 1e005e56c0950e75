"""Why a form states no amount: it has no such column, it says 无, the amount is unreadable, or nobody filled it in."""

from bot.replying import facts, phrases
from store.model import FundingKind, Horizon
from store.targets import TargetView


def why_none(view: TargetView, kind: FundingKind, horizon: Horizon) -> str:
    """In few words, behind the name of what lacks it."""
    empty = facts.blank(view, kind.value, horizon)
    if empty is None:
        return "表上没有这一栏"
    if facts.says_none(empty):
        return f"表上写的是{phrases.quoted(empty.source.raw)}"
    return f"读不出（写的是{phrases.quoted(empty.source.raw)}）" if empty.source.raw else "表上没填"
