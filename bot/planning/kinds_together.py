"""Whether of several kinds of money their sum is meant (“财政加结转最多的项目”), or each by itself (“财政和结转各多少”)."""

from itertools import pairwise

from bot.language.meanings import Asked, Proposal
from bot.language.patterns import Pattern
from bot.reading.found_spans import aggregates, spans
from bot.reading.parse import Parse
from store.model import FundingKind
from store.plan import Aggregate, Field, Plan


def kinds_said(said: Parse) -> list[Proposal]:
    """The spans that say a kind of money."""
    return [p for p in spans(said, Asked) if isinstance(p.meaning, Asked) and p.meaning.kind]


def with_kinds_together(plan: Plan, said: Parse) -> Plan:
    """The plan that says whether the kinds are added up; where it has another shape as well, nothing else is, unless that is said too."""
    kinds = kinds_said(said)
    money = {*plan.fields} <= {Field.AMOUNT, Field.PROJECT, Field.UNIT}
    if len(plan.kinds) < 2 or FundingKind.TOTAL in plan.kinds or not (money and in_one_breath(said)):
        return plan
    between = added_between(said)
    sums = [p for p in aggregates(said, Aggregate.SUM) if p not in between]
    behind = [p for p in sums if _BEHIND.fullmatch(said.said.text, kinds[-1].end, p.start)]
    if not (behind or all(_PLUS.search(said.said.text, one.end, other.start) for one, other in pairwise(kinds))):
        return plan
    shaped = plan.order or (plan.by and not plan.projects) or plan.compare or plan.amounts
    of_each = shaped and plan.aggregate is Aggregate.SUM and len(sums) == len(behind)
    aggregate = None if of_each else plan.aggregate
    update = {"together": True, "aggregate": aggregate}
    listed = aggregate is None and plan.amounts and {*plan.fields} <= {Field.AMOUNT, Field.PROJECT} and not plan.projects
    return plan.model_copy(update={**update, **({"fields": (Field.PROJECT,)} if listed else {})})


def added_between(said: Parse) -> list[Proposal]:
    """The spans that add the one kind to the other: “加”."""
    kinds = kinds_said(said)
    return [p for p in aggregates(said, Aggregate.SUM) if any(x.end <= p.start < y.start for x, y in pairwise(kinds))]


def in_one_breath(said: Parse) -> bool:
    """Whether nothing but “和” or “加” stands between the kinds: “财政多少结转多少” asks for each by itself."""
    return all(_AND.fullmatch(said.said.text, one.end, other.start) for one, other in pairwise(kinds_said(said)))


_JOINT = r"再?加上?|\+|连同?|连上|算上|外加"
_PLUS = Pattern(_JOINT)
_AND = Pattern(rf"(?:的|资金|拨款|[\s、,，/&]|和|与|跟|及|以及|还有|{_JOINT}|上年|去年)*")
_BEHIND = Pattern(r"(?:的|资金|拨款|两[项块样笔种]|三[项块样笔种]|\s)*")
