"""Words for money that no plan holds together: kinds of it that have no sum or no mean, limits of what they do not limit."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.language.meanings import AmountSaid, Asked, Mark, Proposal
from bot.language.patterns import Pattern
from bot.reading.found_spans import aggregates, spans
from bot.reading.parse import Parse
from store.model import FundingKind
from store.plan import Aggregate, Field, Plan


def money_uncombined(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """Kinds of money have no mean, and no sum with their total; and a list tells the whole amounts, whatever kind limits it."""
    kinds = [p for p in spans(said, Asked) if isinstance(p.meaning, Asked) and p.meaning.kind]
    of_parts = plan.aggregate is Aggregate.SUM and FundingKind.TOTAL not in plan.kinds and _in_one_breath(kinds, said)
    of_parts = of_parts and not (plan.compare or plan.order or plan.by or plan.checked)  # these go by one kind alone
    compared = plan.compare and plan.fields == (Field.AMOUNT,) and _PLUS.search(said.said.text)
    if (plan.aggregate in (Aggregate.SUM, Aggregate.AVERAGE) or compared) and len(plan.kinds) > 1 and not of_parts:
        yield from kinds[1:] or kinds  # of which 总额 may be one
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
    if (plan.amounts or not plan.narrowed) and listed and set(plan.kinds) - {FundingKind.TOTAL}:
        yield from kinds  # “其他资金超过50万的项目”, “全部是财政拨款的项目”


def _in_one_breath(kinds: Sequence[Proposal], said: Parse) -> bool:
    """Whether nothing but “和” or “加” stands between them: “财政多少结转多少” asks for each by itself."""
    return all(_AND.fullmatch(said.said.text, one.end, other.start) for one, other in pairwise(kinds))


_PLUS = Pattern("加|和|与|跟|及")
_AND = Pattern(r"(?:的|资金|[\s、,，/+&]|和|与|跟|及|以及|还有|再?加上?|连同?|上年|去年)*")
_UP_TO = Pattern("的?(?:预算|金额|资金|经费|总额|钱|都|就|要|能|在)*")
