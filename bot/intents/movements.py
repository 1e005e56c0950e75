"""Which projects got more or less than in another year."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.doubts.disputes import Key, by_key, one_each, unsettled
from bot.doubts.incomparable import without_a_year
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases, rates
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.replying.growing import GROWTH, by_rate, least_first, stayed
from bot.replying.wanted import Wanted
from bot.shapes import POOLED, Shape
from store.money import WAN
from store.plan import Aggregate, Direction, GroupBy, MoveLimits, Order
from store.targets import TargetView
from store.text import fold


def _claims(question: Understanding) -> bool:
    return question.asks_who_moved


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, wanted = question.plan, Wanted.of(question.plan)
    views = desk.matching(plan.model_copy(update={"order": None, **_ANY_FORM}), money_only=True)
    if not views:
        return nothing(question, desk)
    views, disputed = one_each(views, wanted)
    if disputed:
        return unsettled(disputed, plan)
    if not plan.projects and (apart := without_a_year(plan, views, desk)):
        return apart
    earlier, later = min(plan.years), max(plan.years)
    before, after = by_key(_as_limited(views, question, desk), earlier, later)
    pairs = [(before[key], view, key[-1]) for key, view in after.items() if key in before]
    compared = [m for one, other, twice in pairs if (m := _moved(one, other, wanted, twice=bool(twice)))]
    blank = len(pairs) - len(compared)
    missing = [f"另有 {blank} 个项目有一年没有可读的金额，没有比。"] if blank else []
    if plan.by is GroupBy.PROJECT:
        return _of_each(views, compared, question)
    moved, rates_too = _in_order(compared, question), _rates_too(question)
    stated: list[Fact] = []
    items = [_item(m, stated, rates_too=rates_too) for m in moved]
    both = f"只比较两年都有的项目；{later}年与{earlier}年{_limits(plan.move_limits)}"
    if _WHERE.search(question.text) and (only := _new_or_gone(before, after, stated, question, desk)):
        sized = [*((_size(m, rates_too=False), item) for m, item in zip(moved, items, strict=True)), *only]
        items = [item for _, item in sorted(sized, key=lambda one: -one[0])]
        both = f"只有其中一年有的也列在内；{later}年与{earlier}年"
    elif not (plan.order and items) and not plan.move_limits:
        missing += _of_one_year(before, after, stated, question, desk)
    if not items:
        return Answer(
            Kind.ANSWER,
            (f"一个也没有：{both}，{wanted.title}没有这样的变化。", *missing),
            tuple(stated),
            cite(stated or map(facts.name, views)),
            remembered=plan,
        )
    every = len(moved) == len(items)  # what is new or gone did not move
    shown = facts.of_those_that_moved(plan, [m.after for m in moved], projects=True) if every else None
    if plan.order and len(items) == 1:
        first = f"{_place(plan.order, question)}的是{items[0]}（{both}，{wanted.title}，本系统计算）。"
        lines = [first, *missing, *_still(compared, question)]
    else:
        largest = "" if Mark.UNCHANGED in question.marks else f"，变动{'小' if least_first(plan) else '大'}的在前"
        together = _together(moved, stated) if _SUMMED.search(question.text) and _way(question) != "变动" else ""
        first = f"{len(items)} 个项目{together}（{both}，{wanted.title}，本系统计算{largest}）："
        lines = [first, *enumerate_items(items, desk.offset), *missing]
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), remembered=plan, shown=shown)


def _in_order(compared: Sequence["_Moved"], question: Understanding) -> list["_Moved"]:
    """Those that moved as is asked for, the most or the least first, as many as are asked for."""
    plan, rates_too = question.plan, _rates_too(question)
    moved = [m for m in compared if _asked(m.gap, question) and _within(m, plan.move_limits)]
    moved.sort(key=lambda m: _size(m, rates_too=rates_too), reverse=not least_first(plan))
    return _places(moved, plan.order, rates_too=rates_too) if plan.order else moved


def _rates_too(question: Understanding) -> bool:
    limits = question.plan.move_limits
    return by_rate(question) or bool(limits and limits.percents)


def _place(order: Order, question: Understanding) -> str:
    """“增加最多”, “降幅第 2 大”."""
    rates_too, least = _rates_too(question), order.direction is Direction.ASCENDING
    way = _RATES[_way(question)] if rates_too else _way(question)
    end = ("小" if least else "大") if rates_too or way == "变动" else "少" if least else "多"
    return f"{way}第 {order.skip + 1} {end}" if order.skip else f"{way}最{end}"


def _still(compared: Sequence["_Moved"], question: Understanding) -> list[str]:
    """How many did not move at all, beside the one that moved least."""
    still = sum(not m.gap for m in compared) if least_first(question.plan) and _way(question) == "变动" else 0
    return [f"另有 {still} 个项目两年一样，没有变动。"] if still else []


_ANY_FORM = {"texts": (), "stated": (), "lacking": ()}


def _as_limited(views: Sequence[TargetView], question: Understanding, desk: Desk) -> Sequence[TargetView]:
    """What has, in the form of the later year, what is to stand in it: “增加了又有结转的”, with its form of the year before."""
    plan = question.plan
    if not plan.narrowed:
        return views
    kept = desk.matching(plan.model_copy(update={"order": None, "years": (max(plan.years),)}))
    names = {(fold(view.target.project), fold(view.target.unit)) for view in kept}
    return [view for view in views if (fold(view.target.project), fold(view.target.unit)) in names]


def _of_each(views: Sequence[TargetView], compared: Sequence["_Moved"], question: Understanding) -> Answer:
    """“甲和乙分别增加多少”: how each moved, also what did not; what one year lacks, or did not fill in, has no difference."""
    plan, wanted = question.plan, Wanted.of(question.plan)
    earlier, later = min(plan.years), max(plan.years)
    stated: list[Fact] = []
    items = [_item(m, stated, rates_too=by_rate(question)) for m in compared]
    told = {(fact.project, fact.unit) for fact in stated}
    for view in views:
        if (view.target.project, view.target.unit) in told:
            continue
        fact = wanted.first(view)
        stated += [fact] if fact else []
        items.append(
            f"{facts.whose(view)} {phrases.money(fact.yuan) if fact and fact.yuan is not None else '没有可读的金额'}，另一年没有可比的金额"
        )
    found = {fold(view.target.project) for view in views}
    absent = [phrases.project(one) for one in plan.projects if fold(one) not in found]
    missing = [f"{phrases.years(plan.years)}没有{phrases.listed(absent)}。"] if absent else []
    first = f"{len(items)} 个项目{earlier}年 → {later}年（{wanted.title}，本系统相减）："
    return Answer(Kind.ANSWER, (first, *enumerate_items(items), *missing), tuple(stated), cite(stated), remembered=plan)


def _of_one_year(
    before: Mapping[Key, TargetView], after: Mapping[Key, TargetView], stated: list[Fact], question: Understanding, desk: Desk
) -> list[str]:
    """What is new beside what rose, what is gone beside what fell: “增加了哪些项目” may ask for either."""
    found, there, absent = _only_in_one(before, after, question, desk)
    if not found:
        return []
    first = f"另有 {len(found)} 个项目{there}年有、{absent}年没有，没有比"
    rows = _with_money(found, question)
    if len(found) > _FEW or len(rows) < len(found):
        return [f"{first}。"]
    stated.extend(fact for _, fact, _ in rows)
    told = [f"{facts.whose(view, year=False)} {phrases.money(yuan)}" for view, _, yuan in rows]
    return [f"{first}：{phrases.listed(told)}。"]


def _new_or_gone(
    before: Mapping[Key, TargetView], after: Mapping[Key, TargetView], stated: list[Fact], question: Understanding, desk: Desk
) -> list[tuple[Decimal, str]]:
    """Where a sum rose (多在哪), what is new is one of the places; where it fell, what is gone."""
    found, there, absent = _only_in_one(before, after, question, desk)
    rows = _with_money(found, question)
    stated.extend(fact for _, fact, _ in rows)
    none = f"{absent}年没有"
    ends = ((yuan, (none, phrases.money(yuan)) if there > absent else (phrases.money(yuan), none)) for _, _, yuan in rows)
    return [(yuan, f"{facts.whose(row[0], year=False)} {' → '.join(two)}") for row, (yuan, two) in zip(rows, ends, strict=True)]


def _only_in_one(
    before: Mapping[Key, TargetView], after: Mapping[Key, TargetView], question: Understanding, desk: Desk
) -> tuple[list[TargetView], int, int]:
    """The projects of the one year that the other, of which there are forms of their units, has none of; and both years."""
    way, earlier, later = _way(question), min(question.plan.years), max(question.plan.years)
    if Mark.UNCHANGED in question.marks or way == "变动":
        return [], later, earlier
    one, other, there, absent = (after, before, later, earlier) if way == "增加" else (before, after, earlier, later)
    only = (view for key, view in one.items() if key not in other)
    return [view for view in only if absent in desk.book.years_of((), (view.target.unit,))], there, absent


def _with_money(views: Sequence[TargetView], question: Understanding) -> list[tuple[TargetView, Fact, Decimal]]:
    wanted = Wanted.of(question.plan)
    return [(view, fact, fact.yuan) for view in views if (fact := wanted.first(view)) and fact.yuan is not None]


_WHERE = Pattern("[在到]了?(?:哪|什么|啥)")
_FEW = 4
_SUMMED = Pattern("[一总合]共|合计|加起来|总计")


def _together(moved: Sequence["_Moved"], stated: list[Fact]) -> str:
    """“合计少 3 万元”: what all of them rose or fell by, as a fact of our own."""
    gaps = [at for at, fact in enumerate(stated) if fact.op == Aggregate.DIFFERENCE]
    total = sum((m.gap for m in moved), start=Decimal(0))
    stated.append(facts.derived(Aggregate.SUM, abs(total), gaps))
    return f"合计{'多' if total > 0 else '少'} {phrases.money(abs(total))}"


def _size(moved: "_Moved", *, rates_too: bool) -> Decimal:
    return moved.rate if rates_too else abs(moved.gap)


def _places(moved: Sequence["_Moved"], order: Order, *, rates_too: bool) -> list["_Moved"]:
    """As many as are asked for, and those that moved by as much as the last of them."""
    end = order.skip + order.count
    last = moved[end - 1 : end]
    tied = [m for m in moved[end:] if last and _size(m, rates_too=rates_too) == _size(last[0], rates_too=rates_too)]
    return [*moved[order.skip : end], *tied]


_RATES = {"增加": "增幅", "减少": "降幅", "变动": "变动幅度"}


def _within(moved: "_Moved", limits: MoveLimits | None) -> bool:
    """Whether the project moved by as much as is asked for."""
    if limits is None:
        return True
    amounts = all(limit.op.holds(abs(moved.gap), limit.yuan) for limit in limits.amounts)
    return amounts and all(limit.op.holds(moved.rate * 100, limit.value) for limit in limits.percents)


def _limits(limits: MoveLimits | None) -> str:
    """“相差超过 50 万元”."""
    if limits is None:
        return ""
    amounts = [phrases.compared(one.op, one.yuan / WAN, "万") for one in limits.amounts]
    return "相差" + "、".join([*amounts, *(phrases.compared(one.op, one.value, "%") for one in limits.percents)])


class _Moved(Struct, frozen=True):
    """A project's figures in both years."""

    name: str
    before: Fact
    after: Fact
    gap: Decimal
    rate: Decimal  # of the earlier figure; from nothing the largest


def _moved(one: TargetView, other: TargetView, wanted: Wanted, *, twice: bool) -> _Moved | None:
    """The figures of both years, if both are filled in; `twice`: the publisher tells it from another of the same names."""
    before, after = wanted.first(one), wanted.first(other)
    if before is None or after is None or before.yuan is None or after.yuan is None:
        return None
    gap = after.yuan - before.yuan
    name = facts.whose(other, year=False) + (f"（{other.publisher}）" if twice else "")
    return _Moved(name, before, after, gap, abs(gap) / before.yuan if before.yuan else Decimal("Infinity"))


def _item(moved: _Moved, stated: list[Fact], *, rates_too: bool) -> str:
    """“… 1 万元 → 1.2 万元，多 0.2 万元”; its facts are added to `stated`."""
    before, after, at = moved.before.yuan, moved.after.yuan, len(stated)
    assert before is not None  # `_moved` says so
    assert after is not None
    stated += [moved.before, moved.after, facts.derived(Aggregate.DIFFERENCE, abs(moved.gap), (at, at + 1))]
    if not moved.gap:
        return f"{moved.name} 都是 {phrases.money(after)}"
    way = "多" if moved.gap > 0 else "少"
    said = f"{phrases.money(before)} → {phrases.money(after)}，{way} {phrases.money(abs(moved.gap))}"
    if rates_too and before:
        stated.append(facts.derived(GROWTH, None, (at + 1, at), value=rates.per_cent_of(moved.gap, before)))
        said += f"（{'增长' if moved.gap > 0 else '下降'} {rates.per_cent_of(abs(moved.gap), before)}）"
    return f"{moved.name} {said}"


def _asked(gap: Decimal, question: Understanding) -> bool:
    """Whether a change goes the way that is asked for; any change where neither way is."""
    if Mark.UNCHANGED in question.marks:
        return stayed(gap, question.text)
    return {"增加": gap > 0, "减少": gap < 0}.get(_way(question), gap != 0)


def _way(question: Understanding) -> str:
    """Which way it moved, as the question says."""
    up, down = question.marks & {Mark.ROSE, Mark.GROWTH, Mark.TIMES}, question.marks & {Mark.FELL, Mark.DECLINE}
    return "变动" if bool(up) == bool(down) else "增加" if up else "减少"


INTENT = Intent(
    name="movements",
    title="查哪些项目增减",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.COMPARE, Shape.MOVE_LIMITS, Shape.AGGREGATE, Shape.BY},
    examples=("2025年哪些项目比2024年预算减少了", "2025年比2024年增加的项目有哪些", "2025年比2024年涨幅最大的项目"),
    counterexamples=("渠沟比任圩多多少",),
)
