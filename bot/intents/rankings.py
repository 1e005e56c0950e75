"""The most and the least: projects or units ranked by their money, equal amounts together."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from bot.answer import Answer, Choice, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.doubts.disputes import departments_apart, one_each, units_apart, unsettled
from bot.following.the_rest import ALL_OTHERS
from bot.question import Understanding
from bot.replying import facts, numbered, phrases
from bot.replying.both_ends import both_ends
from bot.replying.both_scopes import with_departments
from bot.replying.carried import carried_over
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import enumerate_items
from bot.replying.leading import leading
from bot.replying.many import TooMany
from bot.replying.wanted import OF_MONEY, Wanted, add_up
from bot.scoping.departments import heads
from bot.shapes import POOLED, Shape
from store.plan import BY_MEAN, BY_NUMBER, Aggregate, Direction, Field, GroupBy, Newest, Order, Plan
from store.targets import TargetView

_MORE_FOR_TIES = 20
_NAMED = 3
_CENT = Decimal("0.01")

_NOT_RANKED = frozenset(
    {(Field.INDICATOR,), (Field.GOAL,), (Field.YEAR,), (Field.DOCUMENT,), (Field.ORIGINAL,), (Field.QUALITY,), (Field.FILE,)}
    | {(Field.WEIGHT,), (Field.AGREEMENT,)}
)


def _claims(question: Understanding) -> bool:
    plan = question.plan
    by_money = plan.order is not None and (plan.order.by != BY_NUMBER or plan.fields not in OF_MONEY)
    shared = plan.aggregate in (Aggregate.SHARE, Aggregate.PLACE) and plan.fields in OF_MONEY
    others = plan.compare or shared or question.asks_groups
    return by_money and not others and plan.fields not in _NOT_RANKED


class _Ranked(Struct, frozen=True):
    """What is ranked: its name, its amount, be it a mean, and the facts that this is made of."""

    name: str
    yuan: Decimal
    stated: tuple[Fact, ...]
    view: TargetView


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, order, wanted = question.plan, question.plan.order, Wanted.of(question.plan)
    assert order is not None  # _claims says so
    units = question.asks_units or plan.by in (GroupBy.YEAR, GroupBy.DEPARTMENT, GroupBy.PROJECT)
    cut = wanted.plain and not units and plan.newest is not Newest.EACH
    read, lacking = _unit_views(plan, desk) if units else (_views(plan, desk, cut=cut), None)
    views, disputed = one_each(read, wanted)
    if disputed and units:
        return unsettled(disputed, plan)
    ranked = _groups(views, wanted, plan, desk) if units else _targets(views, wanted)
    ranked.sort(key=lambda r: r.yuan, reverse=order.direction is Direction.DESCENDING)
    shown = _with_ties(ranked[order.skip :], order.count)
    if not shown and ranked and order.skip:
        return Answer(Kind.NOT_FOUND, (f"没有别的：有金额的一共 {len(ranked)} 个。",), remembered=plan)
    if not shown:
        return nothing(question, desk)
    if question.follows and plan.projects and not units and len(ranked) == 1:
        return _alone(ranked[0])
    if any(r.view in disputed for r in shown):
        return unsettled(disputed, plan)  # either of its amounts would change the order
    stated, derived = _stated(shown, plan)
    lacking = desk.without_total(plan) if cut else _lacking(views, wanted) if lacking is None else lacking
    lines = [*_lines(shown, plan, wanted, desk), *_left_out(lacking)]
    if plan.aggregate in (Aggregate.SUM, Aggregate.AVERAGE) and len(shown) > 1:
        figure, of_all = _of_all(shown, stated, plan)
        derived.extend(of_all)
        lines = [figure, *lines] if order.skip else [*lines, figure]
    if plan.by is GroupBy.YEAR:
        of_shown = [view for view in views if view.target.year in {r.view.target.year for r in shown}]
        said, of_them = carried_over(of_shown, wanted, len(stated) + len(derived))
        lines, derived = [*lines, *said], [*derived, *of_them]
    choices, focus = _choices(plan, shown, desk, units=units), _focus(plan, shown, units=units)
    if units and not plan.by and Field.UNIT not in plan.fields:  # “钱最多的单位”: what follows is of units too
        plan = plan.model_copy(update={"fields": (Field.UNIT, *plan.fields)})
    return Answer(Kind.ANSWER, tuple(lines), (*stated, *derived), cite(stated), choices, plan, focus)


def _choices(plan: Plan, shown: Sequence[_Ranked], desk: Desk, *, units: bool) -> tuple[Choice, ...]:
    """What each number of the list stands for: a project, or the unit, department or year whose sum is ranked."""
    if not units:
        return facts.choices(plan, [r.view for r in shown])
    if plan.by is GroupBy.YEAR:
        return numbered.years(plan, [r.view.target.year for r in shown])
    if plan.by is GroupBy.DEPARTMENT:
        return numbered.departments(plan, [r.name for r in shown], desk.book)
    named = [(r.name, r.view) for r in shown]
    return numbered.projects(plan, named) if plan.by is GroupBy.PROJECT else numbered.units(plan, named)


def _alone(one: _Ranked) -> Answer:
    """“最小的呢” after one project alone: among itself there is nothing to rank, and no figure is given."""
    line = f"刚才说的只有{facts.whose(one.view)}一个项目，没有可比的：请说在哪个范围里排，如“{one.view.target.unit}最大的项目”。"
    return Answer(Kind.CLARIFY, (line,))


def _of_all(shown: Sequence[_Ranked], stated: Sequence[Fact], plan: Plan) -> tuple[str, list[Fact]]:
    """The sum of what is shown, or its mean, which is worked out from the sum."""
    total, mark = add_up(stated), facts.ours([r.view for r in shown])
    figures = [facts.derived(Aggregate.SUM, total, range(len(stated)))]
    if plan.aggregate is Aggregate.SUM:
        return f"合计 {phrases.money(total)}{mark}", figures
    mean = (total / len(shown)).quantize(_CENT, ROUND_HALF_UP)
    figures.append(facts.derived(Aggregate.AVERAGE, mean, range(len(stated))))
    each = f"平均每个 {phrases.exact(mean)}，合计 {phrases.money(total)}"
    return f"{each}（{len(shown)} 个；本系统计算，平均数四舍五入到分）", figures


def _focus(plan: Plan, shown: Sequence[_Ranked], *, units: bool) -> Plan | None:
    """What “它” means after a ranking: the one that came first; of several nothing less than all of them, those that tie included."""
    if len(shown) > 1:
        if plan.order is None or len(shown) <= plan.order.count:
            return None
        return plan.model_copy(update={"order": plan.order.model_copy(update={"count": len(shown)})})
    if plan.by is GroupBy.YEAR:
        of_it = {"years": (shown[0].view.target.year,), "newest": None, "by": None, "order": None, "fields": (Field.AMOUNT,)}
        return plan.model_copy(update=of_it)
    if plan.by is GroupBy.DEPARTMENT:
        return numbered.of_department(plan, shown[0].name)
    if plan.by is GroupBy.PROJECT:
        return numbered.of_project(plan, shown[0].view)
    if units:
        unit, publisher = shown[0].view.target.unit, shown[0].view.publisher
        whose = {"units": (unit,), "publishers": plan.publishers if shown[0].name == unit else (publisher,)}
        return plan.model_copy(update={**whose, "order": None, "fields": (Field.AMOUNT,), "called": "", "sides": ()})
    return facts.only(plan, shown[0].view)


def _lacking(views: Sequence[TargetView], wanted: Wanted) -> int:
    return sum(wanted.first(view) is None for view in views)


def _left_out(number: int) -> list[str]:
    return [f"另有 {number} 个项目没有可读的金额，没有参加排名。"] if number else []


def _views(plan: Plan, desk: Desk, *, cut: bool) -> list[TargetView]:
    """The targets to rank; where `cut`, by the annual total, the store ranks them, so that a large store is not read whole."""
    order = plan.order
    assert order is not None  # _claims says so
    if cut:
        more = order.model_copy(update={"count": order.skip + order.count + _MORE_FOR_TIES, "skip": 0})
        return desk.matching(plan.model_copy(update={"order": more}), money_only=True)
    return desk.matching(plan.model_copy(update={"order": None}), money_only=True)


def _unit_views(plan: Plan, desk: Desk) -> tuple[list[TargetView], int | None]:
    """The targets of the units to rank; of very many only those that come first, and how many of all have no amount."""
    try:
        return desk.matching(plan.model_copy(update={"order": None}), money_only=True), None
    except TooMany:
        first = None if plan.by or _of_means(plan) else leading(plan, desk, lambda one: one.yuan if one.filled else None)
        if first is None:
            raise
        return desk.matching(first[0], money_only=True), first[1]


def _targets(views: Sequence[TargetView], wanted: Wanted) -> list[_Ranked]:
    rows = [(view, fact) for view in views if (fact := wanted.first(view))]
    named = facts.labels([view for view, _ in rows])
    return [_Ranked(name, f.yuan, (f,), v) for name, (v, f) in zip(named, rows, strict=True) if f.yuan is not None]


def _groups(views: Sequence[TargetView], wanted: Wanted, plan: Plan, desk: Desk) -> list[_Ranked]:
    """The units, each with the sum of its own projects; the departments with those below; years (“哪一年最多”); projects over years."""
    grouped: dict[str, list[tuple[TargetView, Fact]]] = {}
    names = [f"{v.target.year}年" for v in views] if plan.by is GroupBy.YEAR else units_apart(views)
    if plan.by is GroupBy.DEPARTMENT:
        names = departments_apart(views, heads({v.target.unit for v in views}, plan.units, desk.book))
    if plan.by is GroupBy.PROJECT:
        names = [f"{unit}{phrases.project(v.target.project)}" for v, unit in zip(views, names, strict=True)]
    for view, unit in zip(views, names, strict=True):
        fact = wanted.first(view)
        if fact:
            grouped.setdefault(unit, []).append((view, fact))
    figures = {name: [fact for _, fact in rows] for name, rows in grouped.items()}
    figure = _mean if _of_means(plan) else add_up
    return [_Ranked(name, figure(of), tuple(of), grouped[name][0][0]) for name, of in figures.items()]


def _of_means(plan: Plan) -> bool:
    """Whether each is ranked by what its projects have on average."""
    return plan.order is not None and plan.order.by == BY_MEAN


def _mean(of: Sequence[Fact]) -> Decimal:
    return (add_up(of) / len(of)).quantize(_CENT, ROUND_HALF_UP)


def _with_ties(ranked: list[_Ranked], count: int) -> list[_Ranked]:
    if len(ranked) <= count:
        return ranked
    return [*ranked[:count], *(r for r in ranked[count:] if r.yuan == ranked[count - 1].yuan)]


def _stated(shown: Sequence[_Ranked], plan: Plan) -> tuple[list[Fact], list[Fact]]:
    stated: list[Fact] = []
    derived = []
    for ranked in shown:
        at = range(len(stated), len(stated) + len(ranked.stated))
        stated.extend(ranked.stated)
        if len(ranked.stated) > 1:
            derived.append(facts.derived(Aggregate.AVERAGE if _of_means(plan) else Aggregate.SUM, ranked.yuan, at))
    return stated, derived


def _lines(shown: Sequence[_Ranked], plan: Plan, wanted: Wanted, desk: Desk) -> list[str]:
    order, by_year, among = plan.order, plan.by is GroupBy.YEAR, _among(shown, plan)
    assert order is not None  # _claims says so
    end = "最多" if order.direction is Direction.DESCENDING else "最少"
    years = phrases.years(sorted({fact.year for r in shown for fact in r.stated if fact.year}))
    title, worked_out = (_EACH + wanted.title, _ROUNDED) if _of_means(plan) else (wanted.title, "")
    items = [f"{r.name} {_money(r, plan)}{_summands(r, plan)}" for r in shown]
    if len(shown) == 1:
        place = f"第 {order.skip + 1} {end[1]}" if order.skip else end
        if by_year:
            return [f"{wanted.title}{place}的是{_of_year(shown[0], plan)}{_summands(shown[0], plan)}。"]
        of_several = len(shown[0].stated) > 1 or plan.by in (GroupBy.DEPARTMENT, GroupBy.PROJECT) or _of_means(plan)
        name = shown[0].name if of_several else facts.whose(shown[0].view, year=False)
        summands = _summands(shown[0], plan)
        dated = "" if plan.by is GroupBy.PROJECT else f"（{years}）"
        return [f"{among}{title}{place}的是{name}：{_money(shown[0], plan)}{summands}{dated}{worked_out}。"]
    if by_year:
        return [f"{wanted.title}{end}的 {len(shown)} 年：", *enumerate_items(items, desk.offset)]
    tied = "（金额相同的并列）" if len(shown) > order.count else ""
    what = phrases.project(plan.projects[0]) if len(plan.projects) == 1 and not by_year else ""
    what = what if all(plan.projects[0] not in r.name for r in shown if what) else ""
    heading = f"{years}{among}{what}{title}{_places(order, len(shown))}{tied}{worked_out}："
    return [heading, *enumerate_items(items, desk.offset)]


def _money(ranked: _Ranked, plan: Plan) -> str:
    return phrases.exact(ranked.yuan) if _of_means(plan) else phrases.money(ranked.yuan)


_EACH, _ROUNDED = "平均每个项目的", "（本系统计算，平均数四舍五入到分）"


def _places(order: Order, number: int) -> str:
    """“最多的 3 个”, “从多到少 9 个”, “第 2 至 5 多的 4 个”, “除最多的 3 个外还有 9 个”."""
    end, other = "多少" if order.direction is Direction.DESCENDING else "少多"
    if not order.skip and order.count >= ALL_OTHERS:
        return f"从{end}到{other} {number} 个"
    if not order.skip:
        return f"最{end}的 {number} 个"
    if order.count >= ALL_OTHERS:
        return f"除最{end}的 {order.skip} 个外还有 {number} 个"
    last = f" 至 {order.skip + order.count}" if order.count > 1 else ""
    return f"第 {order.skip + 1}{last} {end}的 {number} 个"


def _among(shown: Sequence[_Ranked], plan: Plan) -> str:
    """Among what units' projects it was ranked, where the names of the shown do not say so."""
    if plan.by is GroupBy.DEPARTMENT and not plan.units:
        return phrases.GROUPS[plan.by]
    named = len(plan.units) == 1 and not plan.whole_branch and all(unit in r.name for unit in plan.units for r in shown)
    return "" if named or not plan.units else whose(plan)


def _of_year(ranked: _Ranked, plan: Plan) -> str:
    """“2025年：1240 万元，青禾县财政局「网络运维」”."""
    named = f"{whose(plan)}{phrases.listed([phrases.project(p) for p in plan.projects[:_NAMED]])}" or "已导入的全部项目"
    whose_is = facts.whose(ranked.view, year=False) if len(ranked.stated) == 1 else named
    return f"{ranked.name}：{phrases.money(ranked.yuan)}，{whose_is}"


def _summands(ranked: _Ranked, plan: Plan) -> str:
    level = "本级 " if plan.by is None else ""
    if plan.by is GroupBy.PROJECT:
        years = phrases.years(sorted({fact.year for fact in ranked.stated if fact.year}))
        return f"（{years}，本系统相加）" if len(ranked.stated) > 1 else f"（只有{years}）"
    if _of_means(plan):
        return f"（{level}{len(ranked.stated)} 个项目，合计 {phrases.money(add_up(ranked.stated))}）"
    return f"（{level}{len(ranked.stated)} 个项目相加）" if len(ranked.stated) > 1 else ""


INTENT = Intent(
    name="rankings",
    title="排名",
    claims=_claims,
    answer=both_ends(with_departments(_answer)),
    heeds=POOLED | {Shape.AGGREGATE, Shape.BY, Shape.OTHER_ORDER},
    examples=("哪个项目钱最多", "预算最少的是哪个项目", "预算前两名的项目", "哪个单位钱最多"),
    counterexamples=("10万以上的项目有哪些", "任圩和渠沟的下派干部经费哪个多"),
)
