"""What changed between two years: projects that are new, gone, more or less; never a sum over what only one year has."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Intent, Kind, joined
from bot.doubts.absence import nothing
from bot.doubts.disputes import by_key, one_each, unsettled
from bot.lines.changed import lines_changed
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.replying.wanted import Wanted, add_up
from bot.shapes import Shape
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Change, Direction, Plan
from store.targets import TargetView

_WANTED = Wanted((FundingKind.TOTAL,), Horizon.ANNUAL)


def _claims(question: Understanding) -> bool:
    return question.plan.change is not None and question.plan.compare


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    earlier, later = min(plan.years), max(plan.years)
    views = desk.matching(plan.model_copy(update={"newest": None, "order": None}), money_only=True)
    if not views:
        return nothing(question, desk)
    unloaded = [year for year in (earlier, later) if year not in desk.book.years]
    if unloaded:
        return _not_comparable(views, plan, unloaded, desk)
    views, disputed = one_each(views, _WANTED)
    if disputed:
        return unsettled(disputed, plan)
    before, after = by_key(views, earlier, later)
    both = [(before[key], after[key]) for key in before if key in after]
    new, strangers = _known_in([after[key] for key in after if key not in before], earlier, desk)
    gone, left = _known_in([before[key] for key in before if key not in after], later, desk)
    if not (both or new or gone):
        return _one_sided(plan, strangers or left, earlier if strangers else later)
    if plan.change is Change.KEPT:
        return _in_both(both, plan, desk)
    one_way = [(Change.NEW, new, strangers), (Change.GONE, gone, left)]
    asked = [one for one in one_way if plan.change in (one[0], Change.TURNED)]
    if asked and plan.order:
        (_way, of, apart), *_ = asked
        return _first_of(of, apart, plan, desk)
    if asked:
        parts = [_only_in(of, apart, plan.model_copy(update={"change": way}), desk) for way, of, apart in asked]
        return replace(joined(parts), remembered=plan)
    return _all(both, new, gone, (*strangers, *left), plan, desk)


def _known_in(found: Sequence[TargetView], year: int, desk: Desk) -> tuple[list[TargetView], list[TargetView]]:
    """Those whose unit has anything in the other year, and the others: of these nobody knows whether they are new or gone."""
    known = {unit: year in desk.book.years_of((), (unit,)) for unit in dict.fromkeys(v.target.unit for v in found)}
    return [v for v in found if known[v.target.unit]], [v for v in found if not known[v.target.unit]]


def _not_comparable(views: Sequence[TargetView], plan: Plan, unloaded: Sequence[int], desk: Desk) -> Answer:
    """Without one of the years nothing is known to be new or gone."""
    line = f"没法比较：{phrases.years(unloaded)}的文件没有导入，看不出哪些是新增、哪些是取消。"
    loaded = f"已导入的是{phrases.years(desk.book.years)}。"
    stated = [facts.name(view) for view in views]
    return Answer(Kind.ANSWER, (line, loaded), tuple(stated[:1]), cite(stated), remembered=plan)


def _one_sided(plan: Plan, views: Sequence[TargetView], absent: int) -> Answer:
    """Of the units that are asked about one of the years has nothing: then nothing is called new or gone."""
    there = views[0].target.year
    line = f"没法比较：{absent}年的文件里没有{_listed(views)}，{there}年的 {len(views)} 个项目不能算新增或取消。"
    stated = [facts.name(view) for view in views[:1]]
    return Answer(Kind.ANSWER, (line,), tuple(stated), cite(stated), remembered=plan)


def _listed(views: Sequence[TargetView]) -> str:
    units = list(dict.fromkeys(view.target.unit for view in views))
    return phrases.listed(units[:_MOST_UNITS]) + (f"等 {len(units)} 个单位" if len(units) > _MOST_UNITS else "")


_MOST_UNITS = 4


def _strangers(views: Sequence[TargetView], plan: Plan) -> list[str]:
    """Names the units that only one of the years has anything of."""
    lines = []
    for there, absent in ((max(plan.years), min(plan.years)), (min(plan.years), max(plan.years))):
        of_one = [view for view in views if view.target.year == there]
        if of_one:
            lines.append(f"{_listed(of_one)}没有{absent}年的项目可比，{there}年的 {len(of_one)} 个没有算在内。")
    return lines


def _only_in(found: Sequence[TargetView], strangers: Sequence[TargetView], plan: Plan, desk: Desk) -> Answer:
    stated: list[Fact] = []
    if not found:
        line = f"一个也没有：{_said_of(plan)}的项目（按单位和项目名称对照）。"
        lines = (line, *_apart_from_these(strangers, stated, plan))
        return Answer(Kind.ANSWER, lines, tuple(stated), cite(stated), remembered=plan)
    items = [_item(view, stated) for view in found]
    first = f"{_said_of(plan)}的项目有 {len(found)} 个（按单位和项目名称对照，预算安排）："
    summed = plan.aggregate is Aggregate.SUM and len(found) > 1
    total = add_up(stated)
    sums = [f"合计 {phrases.money(total)}{facts.ours(found)}"] if summed else []
    figures = [facts.derived(Aggregate.SUM, total, range(len(stated)))] if summed else []
    beside: list[Fact] = []
    lines = (first, *enumerate_items(items, desk.offset), *sums, *_apart_from_these(strangers, beside, plan))
    stated = [*stated, *figures, *beside]
    return Answer(Kind.ANSWER, lines, tuple(stated), cite(stated), facts.choices(_plainly(plan), found), plan)


def _first_of(found: Sequence[TargetView], strangers: Sequence[TargetView], plan: Plan, desk: Desk) -> Answer:
    """Of what only one of the years has those that come first by their money; the others are counted."""
    order = plan.order
    filled = [(view, fact) for view in found if (fact := _WANTED.first(view)) and fact.yuan is not None]
    if order is None or len(filled) <= order.skip:
        return _only_in(found, strangers, plan.model_copy(update={"order": None}), desk)
    ranked = sorted(filled, key=lambda one: one[1].yuan or 0, reverse=order.direction is Direction.DESCENDING)
    last = ranked[: order.skip + order.count][-1][1].yuan
    shown = [one for n, one in enumerate(ranked) if n >= order.skip and (n < order.skip + order.count or one[1].yuan == last)]
    views, stated = [view for view, _ in shown], [fact for _, fact in shown]
    end = "最多" if order.direction is Direction.DESCENDING else "最少"
    place = f"第 {order.skip + 1} {end[1]}" if order.skip else end
    first = f"{_said_of(plan)}的 {len(found)} 个项目里，预算安排{place}的"
    items = [f"{facts.whose(view, year=False)} {phrases.money(fact.yuan or Decimal(0))}" for view, fact in shown]
    alone = len(shown) == 1
    lines = [f"{first}是{items[0]}。"] if alone else [f"{first} {len(shown)} 个：", *enumerate_items(items, desk.offset)]
    beside: list[Fact] = []
    lines += [*phrases.left_out(len(found) - len(filled)), *_apart_from_these(strangers, beside, plan)]
    stated += beside
    focus = facts.only(_plainly(plan), views[0]) if alone else None
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), facts.choices(_plainly(plan), views), plan, focus)


def _said_of(plan: Plan) -> str:
    """“青禾县财政局2024年有、2023年没有”."""
    earlier, later = min(plan.years), max(plan.years)
    whose = phrases.listed(list(plan.units)) if len(plan.units) <= _FEW else ""
    return whose + (f"{later}年有、{earlier}年没有" if plan.change is Change.NEW else f"{earlier}年有、{later}年没有")


def _apart_from_these(strangers: Sequence[TargetView], stated: list[Fact], plan: Plan) -> list[str]:
    """The projects of units that only one of the years has anything of: named while they are few, and counted in neither."""
    if not strangers or len(strangers) > _MOST_APART:
        return _strangers(strangers, plan)
    absent = next(year for year in plan.years if year != strangers[0].target.year)
    named = phrases.listed([_item(view, stated) for view in strangers])
    return [f"另有 {len(strangers)} 个没有算在内，单位在{absent}年的文件里没有项目可比：{named}。"]


_MOST_APART = 6


def _in_both(both: Sequence[tuple[TargetView, TargetView]], plan: Plan, desk: Desk) -> Answer:
    """The projects that both years have, with both amounts."""
    earlier, later = min(plan.years), max(plan.years)
    whose = phrases.listed(list(plan.units)) if len(plan.units) <= _FEW else ""
    said = f"{whose}{earlier}、{later}年都有的项目"
    if not both:
        return Answer(Kind.ANSWER, (f"一个也没有：{said}（按单位和项目名称对照）。",), remembered=plan)
    stated: list[Fact] = []
    items = []
    for one, other in both:
        figures = [_figure(view, stated) for view in (one, other)]
        items.append(f"{facts.whose(other, year=False)} {' → '.join(figures)}")
    first = f"{said}有 {len(both)} 个（按单位和项目名称对照，预算安排，{earlier}年 → {later}年）："
    sums, of_it = _of_both_years(stated, plan) if plan.aggregate is Aggregate.SUM else ("", [])
    lines = (first, *enumerate_items(items, desk.offset), *([sums] if sums else []))
    return Answer(Kind.ANSWER, lines, (*stated, *of_it), cite(stated), (), plan)


def _of_both_years(stated: Sequence[Fact], plan: Plan) -> tuple[str, list[Fact]]:
    """What all of them come to in either year; nothing where one has no amount."""
    if any(fact.yuan is None for fact in stated):
        return "", []
    years = sorted(plan.years)
    at = [[n for n, fact in enumerate(stated) if fact.year == year] for year in years]
    totals = [add_up([stated[n] for n in of]) for of in at]
    figures = [facts.derived(Aggregate.SUM, total, of) for total, of in zip(totals, at, strict=True)]
    said = "，".join(f"{year}年 {phrases.money(total)}" for year, total in zip(years, totals, strict=True))
    return f"合计：{said}（本系统相加，文件未印合计）", figures


_FEW = 3


def _plainly(plan: Plan) -> Plan:
    return plan.model_copy(update={"change": None, "compare": False, "order": None})


def _item(view: TargetView, stated: list[Fact]) -> str:
    return f"{facts.whose(view, year=False)} {_figure(view, stated)}"


def _figure(view: TargetView, stated: list[Fact]) -> str:
    amount = _WANTED.first(view)
    stated.append(amount or facts.name(view))
    return phrases.money(amount.yuan) if amount and amount.yuan is not None else "表上没填金额"


def _all(
    both: Sequence[tuple[TargetView, TargetView]],
    new: Sequence[TargetView],
    gone: Sequence[TargetView],
    strangers: Sequence[TargetView],
    plan: Plan,
    desk: Desk,
) -> Answer:
    """Everything that changed: more, less, new, gone, in this order; what stayed as it was is counted."""
    earlier, later = min(plan.years), max(plan.years)
    if plan.change is Change.MOVED:
        new, gone, strangers = (), (), ()
    stated: list[Fact] = []
    blank = [pair for pair in both if not all(map(_WANTED.first, pair))]
    moved = sorted((pair for pair in both if _gap(*pair)), key=lambda pair: -_gap(*pair))
    items = [_moved(one, other, stated) for one, other in moved]
    items += [f"新增 {_item(view, stated)}（{later}年才有）" for view in new]
    items += [f"取消 {_item(view, stated)}（只有{earlier}年有）" for view in gone]
    alone = len(both) + len(new) + len(gone) == 1
    kept = [_kept(one, other, stated) for one, other in both if alone and not moved]
    beside = _beside(both, plan, desk, stated) if alone and plan.change is Change.ANY else []
    ups = sum(_gap(*pair) > 0 for pair in moved)
    counts = [
        ("增加", ups),
        ("减少", len(moved) - ups),
        ("新增", len(new)),
        ("取消", len(gone)),
        ("没变", len(both) - len(moved) - len(blank)),
        ("看不出增减", len(blank)),
    ]
    summary = "，".join(f"{word} {number} 个" for word, number in counts if number)
    whose = phrases.listed(list(plan.units)) if len(plan.units) <= _FEW else ""
    named = "".join(map(phrases.project, plan.projects)) if len(plan.projects) == 1 else ""
    first = f"{whose}{named}{later}年与{earlier}年比，{summary}（预算安排，按单位和项目名称对照，本系统相减）："
    cited = cite(stated or [facts.name(view) for pair in both for view in pair])
    missing = [f"{len(blank)} 个项目有一年没有可读的金额，没有比（没有填写不等于 0）。"] if blank else []
    lines = (first, *kept, *enumerate_items(items, desk.offset), *missing, *beside, *_strangers(strangers, plan))
    return Answer(Kind.ANSWER, lines, tuple(stated), cited, (), plan)


def _beside(both: Sequence[tuple[TargetView, TargetView]], plan: Plan, desk: Desk, stated: list[Fact]) -> list[str]:
    """What else changed of the one project that was asked about: the lines of its indicator table."""
    if not both:
        return []
    years = {view.target.year: view for view in desk.matching(plan.model_copy(update={"newest": None}))}
    one, other = (years.get(view.target.year) for view in both[0])
    return lines_changed(one, other, stated) if one and other and len(years) == _BOTH else []


def _gap(one: TargetView, other: TargetView) -> Decimal:
    before, after = _WANTED.first(one), _WANTED.first(other)
    if before is None or after is None or before.yuan is None or after.yuan is None:
        return Decimal(0)
    return after.yuan - before.yuan


def _moved(one: TargetView, other: TargetView, stated: list[Fact]) -> str:
    before, after = _WANTED.first(one), _WANTED.first(other)
    assert before is not None  # `_gap` has compared them
    assert after is not None
    at, gap = len(stated), _gap(one, other)
    stated += [before, after, facts.derived(Aggregate.DIFFERENCE, abs(gap), (at, at + 1))]
    figures = f"{phrases.money(before.yuan or Decimal(0))} → {phrases.money(after.yuan or Decimal(0))}"
    return f"{'增加' if gap > 0 else '减少'} {facts.whose(other, year=False)} {figures}，{'多' if gap > 0 else '少'} {phrases.money(abs(gap))}"


_BOTH = 2


def _kept(one: TargetView, other: TargetView, stated: list[Fact]) -> str:
    """The one project that was asked about, where its amount is the same in both years or was not filled in."""
    found = [(view.target.year, fact) for view in (one, other) if (fact := _WANTED.first(view))]
    stated += [fact for _, fact in found]
    figures = "，".join(f"{year}年 {phrases.money(fact.yuan)}" for year, fact in found if fact.yuan is not None)
    if len(found) < _BOTH:
        return f"没法比：{facts.whose(other, year=False)} {figures + '，另一年' if figures else '两年'}表上没填金额。"
    return f"一样多：{facts.whose(other, year=False)} {figures}。"


INTENT = Intent(
    name="years_apart",
    title="查两年之间的变化",
    claims=_claims,
    answer=_answer,
    heeds=frozenset({Shape.CHANGE, Shape.COMPARE, Shape.AGGREGATE, Shape.BY}),
    examples=("2025年新增了什么项目", "2024年有、2025年没有的项目", "2024年和2025年都有的项目", "2025年跟2024年比有什么变化"),
    counterexamples=("2025年哪些项目比2024年预算减少了", "渠沟比任圩多多少"),
)
