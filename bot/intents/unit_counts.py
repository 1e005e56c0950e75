"""Units ranked by how many projects they have: “哪个单位项目最多”; and the years of one, “哪年项目最多”."""

from collections.abc import Sequence

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.doubts.disputes import one_each, units_apart
from bot.question import Understanding
from bot.replying import facts, numbered, phrases
from bot.replying.both_ends import both_ends
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import enumerate_items
from bot.replying.leading import leading
from bot.replying.many import TooMany
from bot.replying.wanted import OF_MONEY, Wanted
from bot.shapes import Shape
from store.model import FundingKind, Horizon
from store.plan import BY_NUMBER, Aggregate, Direction, Field, GroupBy, Order, Plan
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
    by_year = plan.by is GroupBy.YEAR
    units: dict[str, list[TargetView]] = {}
    for view, unit in zip(views, [f"{v.target.year}年" for v in views] if by_year else units_apart(views), strict=True):
        units.setdefault(unit, []).append(view)
    sizes = {unit: len({(v.target.project, v.target.unit, v.target.year) for v in of}) for unit, of in units.items()}
    ranked = sorted(units, key=lambda unit: sizes[unit], reverse=order.direction is Direction.DESCENDING)[order.skip :]
    shown = [u for n, u in enumerate(ranked) if n < order.count or sizes[u] == sizes[ranked[order.count - 1]]]
    if not shown:
        return nothing(question, desk)
    stated, counted = _facts([(units[u], sizes[u]) for u in shown])
    covered = f"只含已导入的 {desk.documents()} 份文件"
    heading = _heading(plan, order, shown, phrases.years([v.target.year for v in views]))
    if len(shown) == 1:
        lines = [f"{heading[0]}：{shown[0]}，{sizes[shown[0]]} 个项目{heading[1]}。"]
    else:
        items = [f"{one} {sizes[one]} 个" for one in shown]
        lines = [f"{heading[0]}{heading[1]}：", *enumerate_items(items, desk.offset)]
    if by_year:
        choices = numbered.years(plan, [units[one][0].target.year for one in shown], Field.PROJECT)
        return Answer(Kind.ANSWER, tuple(lines), (*stated, *counted), (*cite(stated), covered), choices, plan)
    choices = numbered.units(plan, [(unit, units[unit][0]) for unit in shown])
    focus = _focus(plan, units[shown[0]]) if len(shown) == 1 else None
    return Answer(Kind.ANSWER, tuple(lines), (*stated, *counted), (*cite(stated), covered), choices, plan, focus)


def _heading(plan: Plan, order: Order, shown: Sequence[str], years: str) -> tuple[str, str]:
    """What is ranked, of which years; and in brackets, of units that they are counted without those below them, and that some tie."""
    end = "最多" if order.direction is Direction.DESCENDING else "最少"
    place = f"第 {order.skip + 1} {end[1]}" if order.skip and len(shown) == 1 else end
    of_years = plan.by is GroupBy.YEAR
    of = (whose(plan) or "已导入的全部单位") if of_years else years
    what = "年份" if of_years else "单位"
    notes = [*([] if of_years else ["各单位只算本级"]), *(["个数相同的并列"] if len(shown) > order.count else [])]
    counted = f"的 {len(shown)} 个{what}" if len(shown) > 1 else f"的{what}"
    return f"{of}项目{place}{counted}", f"（{'，'.join(notes)}）" if notes else ""


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
