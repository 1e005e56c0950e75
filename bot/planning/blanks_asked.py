"""What a question wants to be missing in the forms: “没填项目期的”, “没有满意度指标的项目”."""

import re
from collections.abc import Iterator, Sequence

from bot.language.meanings import AmountSaid, Asked, BlankSaid, LevelSaid, Mark, Proposal
from bot.language.patterns import Pattern
from bot.planning.conditions import there
from bot.planning.terms_said import horizons
from bot.reading.parse import Parse
from bot.replying.facts import ATTRIBUTES
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Field, IndicatorFilter, Plan, Spot

MONEY_OR_LIST = frozenset({Field.AMOUNT, Field.PROJECT, Field.UNIT})


def with_blanks(plan: Plan, said: Parse) -> Plan:
    """What is not filled in; of one project it is asked what stands there, and the reply says that nothing does."""
    if not said.meanings(BlankSaid):
        return plan
    spots = tuple(dict.fromkeys(_spots(said)))
    if not spots or (spots == (Spot(field="indicator"),) and not _of_a_set(plan, said, sure=True)):
        lacking = spots or (() if set(plan.fields) <= MONEY_OR_LIST else None)
        if lacking is None:
            return plan
        return plan.model_copy(update={"fields": (Field.QUALITY,), "lacking": lacking, "indicators": IndicatorFilter()})
    if not _of_a_set(plan, said):
        return plan
    update = {"lacking": spots, "fields": (Field.PROJECT,), "kinds": (), "horizon": None, "indicators": IndicatorFilter()}
    return plan.model_copy(update=update)


def _of_a_set(plan: Plan, said: Parse, *, sure: bool = False) -> bool:
    """Whether it is asked which targets are so, rather than how it is with one that is named."""
    units = Field.UNIT in plan.fields or _WHOSE.search(said.said.text) is not None
    if plan.projects:
        return units and bool(said.meanings(LevelSaid))  # “工作经费谁没有满意度指标”: of one that several units have
    marks = said.marks()
    listed = bool(marks & {Mark.PROJECTS, Mark.UNITS}) or Field.PROJECT in plan.fields or units
    return listed or (not sure and (Mark.WHICH in marks or plan.aggregate is Aggregate.COUNT or ends_as_a_noun(said)))


_WHOSE = Pattern("谁|哪(?:一?家|几家|些家)")


def ends_as_a_noun(said: Parse) -> bool:
    """“没填项目期的”."""
    return bool(re.search(r"的[吗呢?？。]?\s*$", said.said.text))


def _spots(said: Parse) -> Iterator[Spot]:
    horizon = next(iter(horizons(said)), Horizon.ANNUAL)
    limits = [p.start for p in said.cover if isinstance(p.meaning, AmountSaid)]
    had = there(said)
    for asked in (
        p.meaning for p in said.cover if isinstance(p.meaning, Asked) and p not in had and not _is_limited(p, limits, said)
    ):
        if asked.field in ATTRIBUTES:
            yield Spot(field=ATTRIBUTES[asked.field].value)
        elif asked.kind is not None or asked.field is Field.AMOUNT:
            yield Spot(field=(asked.kind or FundingKind.TOTAL).value, horizon=horizon)
        elif asked.field is Field.GOAL:
            yield Spot(field="goal", horizon=horizon)
    levels = said.meanings(LevelSaid)
    yield from (Spot(field="indicator", level=level.name) for level in levels)
    if not levels and any(asked.field is Field.INDICATOR for asked in said.meanings(Asked)):
        yield Spot(field="indicator")


def _is_limited(asked: Proposal, limits: Sequence[int], said: Parse) -> bool:
    """Whether the words say what is limited: the 预算 of “预算在500万以上” is filled in."""
    between = (said.said.text[asked.end : start] for start in limits if start >= asked.end)
    return any(set(words) <= {"在", "是", "为", "要"} for words in between)
