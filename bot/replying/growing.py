"""Growth (增长率) and multiples (倍数) beside a difference, where they are asked for."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from bot.answer import Fact
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, rates
from store.plan import Aggregate, Direction, Plan

_YEAR = Pattern(r"\d{4}年")
GROWTH = "growth"
"""The operation of a derived fact (`Fact.op`): how much more the first of two operands is than the second, in per cent of it."""

_ASKED = frozenset({Mark.PER_CENT, Mark.GROWTH, Mark.DECLINE, Mark.TIMES})


_RATES = frozenset({Mark.GROWTH, Mark.DECLINE, Mark.PER_CENT})
_FASTEST = Pattern("[最更得]快|[最更]迅")


def by_rate(question: Understanding) -> bool:
    """Whether what moved is ranked by its rate: “涨幅最大”, “增长最快”, rather than “涨得最多”."""
    return bool(question.marks & _RATES) or bool(_FASTEST.search(question.text))


def least_first(plan: Plan) -> bool:
    """Whether those that moved least are asked for."""
    return plan.order is not None and plan.order.direction is Direction.ASCENDING


NOT_MORE, NOT_LESS = Pattern("没有?(?:增|涨)|[分点]没涨"), Pattern("没有?(?:减|降|下降)")


def stayed(gap: Decimal, said: str) -> bool:
    """Whether it did not move; of “没涨” what fell did not rise either, and of “没降” what rose."""
    return not gap or (gap < 0 and bool(NOT_MORE.search(said))) or (gap > 0 and bool(NOT_LESS.search(said)))


class Figure(Struct, frozen=True):
    """What one side of a comparison comes to, and where its fact stands."""

    name: str
    yuan: Decimal
    at: int


def growth(figures: Sequence[Figure], question: Understanding, stated: list[Fact]) -> str:
    """“，增长 3.44%（…）”, from the earlier year to the later one, or of the first beside the second; its facts are added to `stated`."""
    marks = question.marks & _ASKED
    over_years = all(_YEAR.fullmatch(f.name) for f in figures)
    if not marks:
        return ""
    if len(figures) > 2 and not over_years:
        return "（不止两方，没有算百分比）"
    # Years stand in the question's order; growth goes forward.
    ordered = sorted(figures, key=lambda f: f.name) if over_years else list(figures)[::-1]
    steps = [*([(ordered[0], ordered[-1])] if len(figures) > 2 else []), *pairwise(ordered)]  # of several years the whole first
    said = [_one(before, after, over_years=over_years, several=len(figures) > 2) for before, after in steps]
    pairs = [(after, before) for before, after in steps if before.yuan]
    stated.extend(
        facts.derived(GROWTH, None, (after.at, before.at), value=rates.per_cent_of(after.yuan - before.yuan, before.yuan))
        for after, before in pairs
    )
    ours = rates.ours(*((after.yuan - before.yuan, before.yuan) for after, before in pairs)) if pairs else ""
    if Mark.TIMES in marks and len(pairs) == 1:
        ours = _times(*pairs[0], stated) + ours
    return f"，{'，'.join(said)}{ours}"


def _one(before: Figure, after: Figure, *, over_years: bool, several: bool) -> str:
    whose = f"{after.name}比{before.name}" if several else ""
    if not before.yuan:
        return f"{before.name}是 0，算不出百分比"
    gap = after.yuan - before.yuan
    words = ("增长", "下降") if over_years else ("高", "低")
    return f"{whose}{words[gap < 0]} {rates.per_cent_of(abs(gap), before.yuan)}"


def _times(after: Figure, before: Figure, stated: list[Fact]) -> str:
    said = rates.times(after.yuan, before.yuan)
    stated.append(facts.derived(Aggregate.SHARE, None, (after.at, before.at), value=said))
    return f"，是{before.name}的 {said}"
