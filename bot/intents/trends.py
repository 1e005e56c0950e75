"""Which projects, or units by all that is theirs, got more or less from each year to the next."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.doubts.disputes import one_each, unsettled
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.replying.wanted import Wanted, add_up
from bot.shapes import POOLED, Shape
from store.plan import Aggregate, Direction, Field, Plan
from store.targets import TargetView
from store.text import fold

_LEAST = 2  # years: with one nothing goes any way


def _claims(question: Understanding) -> bool:
    plan = question.plan
    return plan.trend is not None and plan.aggregate in (None, Aggregate.COUNT) and not question.asks_execution


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, wanted = question.plan, Wanted.of(question.plan)
    years = sorted(year for year in plan.years if year in desk.book.years)
    views = desk.matching(plan, money_only=True)
    if not views:
        return nothing(question, desk)
    if len(years) < _LEAST or len(years) < len(plan.years):
        line = f"没法逐年比较：已导入的是{phrases.years(desk.book.years)}的文件。"
        return Answer(Kind.ANSWER, (line,), cited=cite([facts.name(views[0])]), remembered=plan)
    views, disputed = one_each(views, wanted)
    if disputed:
        return unsettled(disputed, plan)
    series = [one for one in _series(views, plan, wanted) if sorted(one.amounts) == years]
    steady = [one for one in series if _goes(plan, [one.amounts[year] for year in years])]
    stated: list[Fact] = []
    items = [_item(one, years, stated) for one in steady]
    what, how = ("单位", "只算本级") if Field.UNIT in plan.fields else ("项目", "按单位和项目名称对照")
    way = "增加" if plan.trend is Direction.ASCENDING else "减少"
    whose = phrases.listed(list(plan.units)) if 0 < len(plan.units) <= _FEW else ""
    whose += phrases.project(plan.projects[0]) if len(plan.projects) == 1 else ""
    compared = f"{wanted.title}，{how}，只比每年都有金额的 {len(series)} 个"
    if not items:
        line = f"一个也没有：{whose}{phrases.years(years)}逐年{way}的{what}（{compared}）。"
        return Answer(Kind.ANSWER, (line,), cited=cite([facts.name(view) for view in views]), remembered=plan)
    first = f"{whose}{phrases.years(years)}逐年{way}的{what}有 {len(items)} 个（{compared}）："
    return Answer(Kind.ANSWER, (first, *enumerate_items(items, desk.offset)), tuple(stated), cite(stated), remembered=plan)


_FEW = 3


class _Series(Struct, frozen=True):
    """What has an amount in several years: what it is called, the amounts, and the facts they are made of."""

    name: str
    amounts: dict[int, Decimal]
    of: dict[int, list[Fact]]


def _series(views: Sequence[TargetView], plan: Plan, wanted: Wanted) -> list[_Series]:
    """Of each project of a unit, or of each unit, the amounts by year; a year of which one is not filled in has none."""
    of_units = Field.UNIT in plan.fields
    grouped: dict[tuple[str, ...], list[TargetView]] = {}
    for view in views:
        key = (view.publisher, view.target.unit) if of_units else (view.publisher, view.target.unit, view.target.project)
        grouped.setdefault(tuple(map(fold, key)), []).append(view)
    found = []
    for of in grouped.values():
        by_year: dict[int, list[Fact | None]] = {}
        for view in of:
            by_year.setdefault(view.target.year, []).append(wanted.first(view))
        filled = {year: [f for f in known if f and f.yuan is not None] for year, known in by_year.items()}
        whole = {year: some for year, some in filled.items() if len(some) == len(by_year[year])}
        name = of[-1].target.unit if of_units else facts.whose(of[-1], year=False)
        found.append(_Series(name, {year: add_up(some) for year, some in whole.items()}, whole))
    return found


def _goes(plan: Plan, amounts: Sequence[Decimal]) -> bool:
    if plan.trend is Direction.ASCENDING:
        return all(one < other for one, other in pairwise(amounts))
    return all(one > other for one, other in pairwise(amounts))


def _item(one: _Series, years: Sequence[int], stated: list[Fact]) -> str:
    """“… 1 万元 → 1.2 万元 → 1.5 万元”; sums of several are facts of our own."""
    for year in years:
        first = len(stated)
        stated += one.of[year]
        if len(one.of[year]) > 1:
            stated.append(facts.derived(Aggregate.SUM, one.amounts[year], range(first, len(stated))))
    return f"{one.name} {' → '.join(phrases.money(one.amounts[year]) for year in years)}"


INTENT = Intent(
    name="trends",
    title="查逐年增减",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.TREND, Shape.COMPARE, Shape.AGGREGATE},
    examples=("哪些项目逐年减少", "连续三年增加的项目有哪些", "哪些单位一年比一年多"),
    counterexamples=("2025年哪些项目比2024年预算减少了",),
)
