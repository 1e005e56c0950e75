"""Units ranked by how many projects they have: “哪个单位项目最多”."""

from collections.abc import Sequence

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.doubts.disputes import one_each, units_apart
from bot.question import Understanding
from bot.replying import facts, numbered, phrases
from bot.replying.both_ends import both_ends
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.replying.leading import leading
from bot.replying.many import TooMany
from bot.replying.wanted import OF_MONEY, Wanted
from bot.shapes import Shape
from store.model import FundingKind, Horizon
from store.plan import BY_NUMBER, Aggregate, Direction, Field, Plan
from store.targets import TargetView


def _claims(question: Understanding) -> bool:
    plan = question.plan
    counted = plan.order is not None and plan.order.by == BY_NUMBER and plan.aggregate not in (Aggregate.SHARE, Aggregate.PLACE)
    return counted and plan.fields in OF_MONEY and not plan.compare


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, order = question.plan, question.plan.order
    assert order is not None  # _claims says so
    views = _views(plan, desk)
    views, _ = one_each(views, Wanted((FundingKind.TOTAL,), Horizon.ANNUAL))
    units: dict[str, list[TargetView]] = {}
    for view, unit in zip(views, units_apart(views), strict=True):
        units.setdefault(unit, []).append(view)
    sizes = {unit: len({(v.target.project, v.target.year) for v in of}) for unit, of in units.items()}
    ranked = sorted(units, key=lambda unit: sizes[unit], reverse=order.direction is Direction.DESCENDING)[order.skip :]
    shown = [u for n, u in enumerate(ranked) if n < order.count or sizes[u] == sizes[ranked[order.count - 1]]]
    if not shown:
        return nothing(question, desk)
    stated, counted = _facts([(units[u], sizes[u]) for u in shown])
    covered = f"只含已导入的 {desk.documents()} 份文件"
    years = phrases.years([v.target.year for v in views])
    end = "最多" if order.direction is Direction.DESCENDING else "最少"
    items = [f"{unit} {sizes[unit]} 个" for unit in shown]
    if len(shown) == 1:
        place = f"第 {order.skip + 1} {end[1]}" if order.skip else end
        lines = [f"{years}项目{place}的单位：{shown[0]}，{sizes[shown[0]]} 个项目（各单位只算本级）。"]
    else:
        tied = "，个数相同的并列" if len(shown) > order.count else ""
        lines = [f"{years}项目{end}的 {len(shown)} 个单位（各单位只算本级{tied}）：", *enumerate_items(items, desk.offset)]
    choices = numbered.units(plan, [(unit, units[unit][0]) for unit in shown])
    focus = _focus(plan, units[shown[0]]) if len(shown) == 1 else None
    return Answer(Kind.ANSWER, tuple(lines), (*stated, *counted), (*cite(stated), covered), choices, plan, focus)


def _focus(plan: Plan, views: Sequence[TargetView]) -> Plan:
    """What “它” means behind the one unit that came first."""
    update = {
        "order": None,
        "by": None,
        "fields": (Field.PROJECT,),
        "called": "",
        "sides": (),
        "aggregate": None,
        "count_of": None,
    }
    return plan.model_copy(update={**update, "units": (views[0].target.unit,), "publishers": (views[0].publisher,)})


def _views(plan: Plan, desk: Desk) -> list[TargetView]:
    """The targets to count; of very many only those of the units that come first."""
    try:
        return desk.matching(plan.model_copy(update={"order": None}), money_only=True)
    except TooMany:
        first = leading(plan, desk, lambda one: one.targets)
        if first is None:
            raise
        return desk.matching(first[0], money_only=True)


def _facts(shown: Sequence[tuple[Sequence[TargetView], int]]) -> tuple[list[Fact], list[Fact]]:
    """The names of the projects that are counted, and the counts."""
    stated: list[Fact] = []
    counted = []
    for views, size in shown:
        at = range(len(stated), len(stated) + len(views))
        stated.extend(facts.name(v) for v in views)
        counted.append(facts.derived(Aggregate.COUNT, None, at, value=str(size)))
    return stated, counted


INTENT = Intent(
    name="unit_counts",
    title="按项目个数排单位",
    claims=_claims,
    answer=both_ends(_answer),
    heeds=frozenset({Shape.AGGREGATE, Shape.BY}),
    examples=("哪个单位项目最多", "项目数最少的单位"),
    counterexamples=("哪个单位钱最多", "哪个项目钱最多"),
)
