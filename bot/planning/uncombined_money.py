"""Words for money that no plan holds together: kinds of it that have no sum or no mean, limits of what they do not limit."""

from collections.abc import Iterator

from bot.language.filling import FISCAL_ALONE
from bot.language.meanings import MOVING, AmountSaid, Asked, Mark, Proposal, YearsSaid
from bot.language.more_or_less import WHOSE_MORE
from bot.language.ordinals import MEASURED
from bot.language.patterns import Pattern
from bot.planning.kinds_together import in_one_breath, kinds_said
from bot.reading.found_spans import aggregates, spans
from bot.reading.parse import Parse
from store.model import FundingKind
from store.plan import Aggregate, Field, Plan


def money_uncombined(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """Kinds of money have no sum with their total, and no limit in common; a list tells the whole amounts, whatever kind limits it."""
    yield from (p for p in said.cover if p.rule == FISCAL_ALONE and not plan.lacking)
    yield from (p for p in said.cover if p.rule == MEASURED and Field.INDICATOR not in plan.fields)  # “最长的” is no most money
    kinds = kinds_said(said)
    of_parts = FundingKind.TOTAL not in plan.kinds and in_one_breath(said)
    of_parts = of_parts and not (plan.compare or plan.order or plan.by or plan.checked)  # of each kind by itself
    of_each = plan.by and not aggregates(said, Aggregate.SUM)  # “各镇财政和自有分别多少”: each kind is a sum of each
    summed = plan.aggregate is Aggregate.SUM and not (of_parts or of_each)
    if len(plan.kinds) > 1 and not plan.pooled and (summed or plan.amounts):
        yield from kinds[1:] or kinds  # of which 总额 may be one
    if len(plan.kinds) > 1 and not plan.pooled and _sets_kinds_apart(said, plan):
        yield from kinds  # “财政和结转哪个多”
    if len(plan.years) > 1 and plan.amounts:  # “三年加起来超过500万的项目”: a limit is one of each year
        sums = [
            p
            for p in aggregates(said, Aggregate.SUM)
            if any(_UP_TO.fullmatch(said.said.text, p.end, x.start) for x in spans(said, AmountSaid))
        ]
        yield from sums
    listed = plan.fields == (Field.PROJECT,) or plan.aggregate is Aggregate.COUNT
    if Mark.PROJECTS in said.marks() and not plan.projects and plan.fields == (Field.FUNDING,):
        yield from (p for p in spans(said, Asked) if p.meaning == Asked(Field.FUNDING))  # “都是财政的钱的项目”
    limited = plan.amounts and not plan.pooled
    if (limited or not (plan.amounts or plan.narrowed)) and listed and set(plan.kinds) - {FundingKind.TOTAL}:
        yield from kinds  # “其他资金超过50万的项目”, “全部是财政拨款的项目”


def _sets_kinds_apart(said: Parse, plan: Plan) -> bool:
    """Whether it is the kinds that are the sides of a comparison, since nothing else is."""
    kinds = kinds_said(said)
    sides = max(map(len, (plan.units, plan.projects, plan.attributes))) > 1 or plan.sides or plan.by or plan.terms
    other = said.meanings(YearsSaid) or said.marks() & MOVING
    which = bool(kinds) and any(p.rule == WHOSE_MORE and p.start == kinds[-1].end for p in said.cover)
    return (which or (plan.compare and plan.fields == (Field.AMOUNT,))) and not (sides or other)


_UP_TO = Pattern("的?(?:预算|金额|资金|经费|总额|钱|都|就|要|能|在)*")
