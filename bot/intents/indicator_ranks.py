"""Projects ranked by an indicator: “哪个项目满意度最低”; percentages are compared, or what one line of each counts alike."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.language.patterns import Pattern
from bot.lines.measured import size_of, unit_of
from bot.lines.ranked_counts import OF_NUMBERS, counted_as_ranked, counted_in
from bot.lines.summed import summed
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.both_ends import both_ends
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.shapes import Shape
from store.model import FundingKind, Horizon, Indicator
from store.plan import Direction, Field, Order, Plan
from store.targets import TargetView, fitting, per_cent
from store.text import fold

_MOST_TOLD = 5  # that have the same value and are spoken of together
_NOT_COMPARABLE = "只能按金额或百分数指标排名：别的指标单位各不相同，没有可比的大小。要按预算金额排，请说“按预算排名”。"


def _claims(question: Understanding) -> bool:
    plan = question.plan
    return plan.fields == (Field.INDICATOR,) and plan.order is not None and not plan.compare


class _Ranked(Struct, frozen=True):
    """A project with those of its indicators that have its highest or lowest value."""

    view: TargetView
    share: Decimal
    lines: tuple[Indicator, ...]


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, order = question.plan, question.plan.order
    assert order is not None  # _claims says so
    if plan.indicators.everything:
        return Answer(Kind.CLARIFY, (_NOT_COMPARABLE,), remembered=plan)
    views = desk.matching(plan.model_copy(update={"order": None}))
    if not views:
        return nothing(question, desk)
    plan = _of_numbers(plan, views, question)
    units = counted_as_ranked(fold(question.text))
    counted = _counted_alike(views, plan, units)
    value = size_of if counted else per_cent
    ranked = [] if units and not counted else [r for view in views if (r := _ranked(view, plan, order, value))]
    if not ranked:
        return Answer(Kind.CLARIFY, (_NOT_COMPARABLE,), remembered=plan)
    ranked.sort(key=lambda r: r.share, reverse=order.direction is Direction.DESCENDING)
    shown = _placed(ranked, order)
    if not shown:
        return nothing(question, desk)
    stated: list[Fact] = [facts.indicator(r.view, i) for r in shown for i in r.lines]
    lines = [*_lines(shown, plan, order, desk, counted), *_left_out(len(views) - len(ranked), counted)]
    if len(shown) > 1:
        sums, together = summed([(r.view, r.lines) for r in shown], question)
        lines += sums
        stated += together
    lines += [_compared(ranked)] if units else []
    asks = desk.question.plan
    if asks.percents and Field.AMOUNT in asks.fields and len(shown) == 1:
        lines += _its_money(shown[0].view, stated)
    choices = facts.choices(plan, [r.view for r in shown])
    focus = facts.only(plan, shown[0].view) if len(shown) == 1 else _several(plan, [r.view for r in shown])
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), choices, plan, focus)


def _of_numbers(plan: Plan, views: Sequence[TargetView], question: Understanding) -> Plan:
    """“保安最多” ranks how many there are, where the lines that are called so are 数量指标 and others: no rate is meant, nor what one costs."""
    names = plan.indicators.names
    if len(names) == 1 or not _MOST_OF.search(fold(question.text)):
        return plan
    counts = {line.name for view in views for line in _asked(view, plan) if line.level2 == OF_NUMBERS and not per_cent(line)}
    kept = tuple(name for name in names if name in counts)
    return plan.model_copy(update={"indicators": plan.indicators.model_copy(update={"names": kept})}) if kept else plan


_MOST_OF = Pattern("最[多少]")


def _several(plan: Plan, views: Sequence[TargetView]) -> Plan | None:
    """What “多少钱” goes on from where several have the same value: each of them."""
    if len(views) > _MOST_TOLD:
        return None
    pairs = tuple(dict.fromkeys((v.target.project, v.target.unit) for v in views))
    names = {"projects": tuple(dict.fromkeys(p for p, _ in pairs)), "units": tuple(dict.fromkeys(u for _, u in pairs))}
    years = tuple(sorted({v.target.year for v in views}))
    return Plan(**names, among=pairs, years=years, fields=plan.fields, indicators=plan.indicators)


def _its_money(view: TargetView, stated: list[Fact]) -> list[str]:
    total = facts.amount(view, FundingKind.TOTAL, Horizon.ANNUAL)
    if total is None or total.yuan is None:
        return []
    stated.append(total)
    return [f"预算安排 {phrases.money(total.yuan)}。"]


def _counted_alike(views: Sequence[TargetView], plan: Plan, asked: frozenset[str]) -> str:
    """What the values are counted in, where each form has one of one name or one project, no percentage, and all count the same; else nothing.

    Where what is counted in one of some units is `asked` of projects, the lines may be called otherwise.
    """
    of_forms = [_asked(view, plan) for view in views]
    lines = [line for of in of_forms for line in of]
    units = {counted_in(line) for line in lines}
    if asked and not (plan.projects and all(unit_of(line) in asked for line in lines)):
        return ""
    one = len(plan.projects) == 1 or len({fold(line.name) for line in lines}) == 1
    one = (one and all(len(of) <= 1 for of in of_forms)) or bool(asked)
    alone = one and len(units) == 1 and not any(map(per_cent, lines))
    return units.pop() if plan.indicators.names and alone else ""


def _asked(view: TargetView, plan: Plan) -> list[Indicator]:
    horizon = plan.horizon or Horizon.ANNUAL
    return [line for line in fitting(view.target.indicators, plan.indicators) if line.horizon is horizon]


def _ranked(view: TargetView, plan: Plan, order: Order, value: Callable[[Indicator], Decimal | None]) -> _Ranked | None:
    """The end of the target's values that the order begins with; None where it has none."""
    lines = [(i, share) for i in _asked(view, plan) if (share := value(i)) is not None]
    if not lines:
        return None
    shares = [share for _, share in lines]
    end = max(shares) if order.direction is Direction.DESCENDING else min(shares)
    return _Ranked(view, end, tuple(i for i, share in lines if share == end))


def _placed(ranked: Sequence[_Ranked], order: Order) -> list[_Ranked]:
    """So many from the first, with those level with the last of them; of a place (“第二高”) those that are level there."""
    if not order.skip:
        return [r for n, r in enumerate(ranked) if n < order.count or r.share == ranked[order.count - 1].share]
    values = list(dict.fromkeys(r.share for r in ranked))[order.skip : order.skip + order.count]
    return [r for r in ranked if r.share in values]


def _lines(shown: Sequence[_Ranked], plan: Plan, order: Order, desk: Desk, counted: str) -> list[str]:
    what = phrases.listed([*plan.indicators.level1, *plan.indicators.level2]) or "这类指标"
    end = ("最多" if counted else "最高") if order.direction is Direction.DESCENDING else ("最少" if counted else "最低")
    by = f"都以{phrases.quoted(counted)}计" if counted else "按百分数比"
    if len(shown) == 1:
        place = f"第 {order.skip + 1} {end[1]}" if order.skip else end
        return [f"{what}{place}的是{facts.whose(shown[0].view)}：{_values(shown[0])}（{by}）。"]
    tied = "，相同的并列" if len(shown) > order.count else ""
    end = f"第 {order.skip + 1} {end[1]}" if order.skip else end
    years = phrases.years([r.view.target.year for r in shown])
    named = [facts.whose(r.view, year=len({x.view.target.year for x in shown}) > 1) for r in shown]
    items = [f"{name} {_values(r)}" for name, r in zip(named, shown, strict=True)]
    return [f"{years}{what}{end}的 {len(shown)} 个（{by}{tied}）：", *enumerate_items(items, desk.offset)]


def _values(ranked: _Ranked) -> str:
    return "，".join(f"{phrases.printed(i.name)} {phrases.one_line(i.value)}" for i in ranked.lines)


def _compared(ranked: Sequence[_Ranked]) -> str:
    """What was ranked, where lines that are called otherwise count the same."""
    if len(ranked) == 1:
        return "指标名或项目名里写有所问的词、这样计数的只有这一个项目。"
    return f"比的是指标名或项目名里写有所问的词、这样计数的 {len(ranked)} 个项目。"


def _left_out(number: int, counted: str) -> list[str]:
    return [f"另有 {number} 个项目没有这类{'数' if counted else '百分数'}，没有参加排名。"] if number else []


INTENT = Intent(
    name="indicator_ranks",
    title="按指标排项目",
    claims=_claims,
    answer=both_ends(_answer),
    heeds=frozenset({Shape.INDICATORS, Shape.HORIZON, Shape.AGGREGATE, Shape.BY, Shape.OTHER_ORDER}),
    examples=("满意度最低的项目是哪个", "满意度要求最高的项目"),
    counterexamples=("哪个项目钱最多", "软件升级维护的满意度指标有哪些"),
)
