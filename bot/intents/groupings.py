"""A figure of each unit, year or department, or of each 项目属性 or 项目来源: sums, averages or counts, each over the targets of its group."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from bot.answer import Answer, Choice, Desk, Fact, Intent, Kind, target_key
from bot.doubts.absence import nothing
from bot.doubts.disputes import departments_apart, one_each, unsettled, which_publisher
from bot.question import Understanding
from bot.replying import adding, facts, numbered, phrases
from bot.replying.citing import cite
from bot.replying.covered import sides_of, whose
from bot.replying.enumerating import enumerate_items
from bot.replying.wanted import Wanted, add_up
from bot.scoping.departments import above
from bot.shapes import POOLED, Shape
from store.plan import Aggregate, Direction, GroupBy, Order, Plan
from store.targets import TargetView
from store.text import fold

_NAMED = 4
_SEVERAL = 2


class _Group(Struct, frozen=True):
    """One group: its name, and where its amounts stand among the facts; `own` are those of the unit itself, if both are shown."""

    name: str
    at: tuple[int, ...]
    own: tuple[int, ...] | None = None


def _claims(question: Understanding) -> bool:
    return question.asks_groups


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, wanted = question.plan, Wanted.of(question.plan)
    both = plan.by is GroupBy.YEAR and question.two_scopes and bool(desk.book.below(plan.units[0]))
    counted = plan.aggregate is Aggregate.COUNT and not plan.order
    views, disputed = one_each(_views(plan, desk, both=both), wanted)
    if counted:  # whichever of the figures is right, it is one project
        views, disputed = list({target_key(view): view for view in reversed(views)}.values())[::-1], []
    if disputed:
        return unsettled(disputed, plan)
    unclear = which_publisher(views, plan) if plan.by is not GroupBy.UNIT else None
    if unclear:
        return unclear
    rows = [(view, fact) for view in views if (fact := wanted.first(view) or (facts.name(view) if counted else None))]
    if plan.by_form and views and {*facts.told_by(views, plan)} == {facts.UNTOLD}:
        return _nowhere_said(views, plan)
    if not rows:
        return nothing(question, desk) if not views else _nothing_filled(plan)
    stated = [fact for _, fact in rows]
    groups = _groups([view for view, _ in rows], plan, desk, both=both)
    groups = sorted(groups, key=lambda group: _size(group, stated, plan)) if plan.by_form else groups
    said = [_figure(group, stated, plan) for group in groups]
    figures = [fact for _, derived in said for fact in derived]
    items = [f"{group.name} {words}" for group, (words, _) in zip(groups, said, strict=True)]
    total, summed = _total(rows, plan, groups)
    lines = [_heading(views, wanted, plan), *enumerate_items(items, desk.offset), *total]
    lines += [*_lacking(views, plan), *wanted.left_out(len(views) - len(rows))]
    cited = (*cite(stated), f"只含已导入的 {desk.documents()} 份文件")
    choices = _choices(plan, groups, [view for view, _ in rows])
    return Answer(Kind.ANSWER, tuple(lines), (*stated, *figures, *summed), cited, choices, plan)


def _choices(plan: Plan, groups: Sequence[_Group], views: Sequence[TargetView]) -> tuple[Choice, ...]:
    """What the numbers of the groups stand for; kinds of units, and units of several years, cannot be chosen."""
    named = [(group.name, views[group.at[0]]) for group in groups]
    if plan.by is GroupBy.YEAR:
        return numbered.years(plan, [view.target.year for _, view in named])
    if plan.sides or plan.by is not GroupBy.UNIT or len({view.target.year for view in views}) > 1:
        return ()
    return numbered.units(plan, named)


def _views(plan: Plan, desk: Desk, *, both: bool) -> list[TargetView]:
    whole = plan.model_copy(update={"whole_branch": plan.whole_branch or both, "order": None})
    return desk.matching(whole, money_only=not plan.by_form)


def _nowhere_said(views: Sequence[TargetView], plan: Plan) -> Answer:
    years, label = phrases.years([view.target.year for view in views]), phrases.GROUPS[plan.by or GroupBy.ATTRIBUTE][1:]
    line = f"没有：{years} {len(views)} 个项目的表上都没有填{phrases.quoted(label)}。"
    return Answer(Kind.ANSWER, (line,), (facts.name(views[0]),), cite([facts.name(views[0])]), remembered=plan)


def _nothing_filled(plan: Plan) -> Answer:
    return Answer(Kind.NOT_FOUND, (f"没有可相加的金额：这些表上没有填{Wanted.of(plan).quoted}。",), remembered=plan)


def _groups(views: Sequence[TargetView], plan: Plan, desk: Desk, *, both: bool) -> list[_Group]:
    """The groups: years in their order, units and departments as the question names them, else as the documents do."""
    years = len({v.target.year for v in views}) > 1
    tops = above({v.target.unit for v in views}, desk.book) if plan.by is GroupBy.DEPARTMENT else {}
    kinds = sides_of(plan)
    at: dict[str, list[int]] = {}
    names = departments_apart(views, tops)
    if plan.by_form:
        names = facts.told_by(views, plan)
    for number, (view, apart) in enumerate(zip(views, names, strict=True)):
        unit = apart if plan.by_form else kinds.get(fold(view.target.unit)) or apart
        year = f"{view.target.year}年"
        name = year if plan.by is GroupBy.YEAR else f"{year} {unit}" if years else unit
        at.setdefault(name, []).append(number)
    own = [n for n, v in enumerate(views) if both and fold(v.target.unit) == fold(plan.units[0])]
    return [_Group(name, tuple(of), tuple(n for n in of if n in set(own)) if both else None) for name, of in at.items()]


def _size(group: _Group, stated: Sequence[Fact], plan: Plan) -> tuple[int, bool, Decimal]:
    """By what groups that forms tell stand in their order: in each year those with the most first, and what no form says last."""
    figure = Decimal(len(group.at)) if plan.aggregate is Aggregate.COUNT else add_up([stated[n] for n in group.at])
    return stated[group.at[0]].year or 0, group.name.endswith(facts.UNTOLD), -figure


def _figure(group: _Group, stated: Sequence[Fact], plan: Plan) -> tuple[str, list[Fact]]:
    """The figure of a group in words, and as facts."""
    if group.own is None:
        return _one(group.at, stated, plan)
    alone, facts_alone = _one(group.own, stated, plan) if group.own else ("没有项目", [])
    whole, facts_whole = _one(group.at, stated, plan)
    return f"本级 {alone}，含所属单位 {whole}", [*facts_alone, *facts_whole]


def _one(at: Sequence[int], stated: Sequence[Fact], plan: Plan) -> tuple[str, list[Fact]]:
    amounts = [stated[n] for n in at]
    if plan.order:
        return _firsts(amounts, plan.order), []
    if plan.aggregate is Aggregate.COUNT:
        return f"{len(at)} 个项目", [facts.derived(Aggregate.COUNT, None, at, value=str(len(at)))]
    total = add_up(amounts)
    summed = [facts.derived(Aggregate.SUM, total, at)] if len(at) > 1 else []
    if plan.aggregate is Aggregate.AVERAGE:
        mean = (total / len(at)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return f"{phrases.exact(mean)}（{len(at)} 个项目）", [facts.derived(Aggregate.AVERAGE, mean, at)]
    return f"{phrases.money(total)}（{len(at)} 个项目）", summed


def _firsts(amounts: Sequence[Fact], order: Order) -> str:
    """The projects of a group that come first, with those of equal amounts."""
    sign = -1 if order.direction is Direction.DESCENDING else 1
    ranked = sorted((f for f in amounts if f.yuan is not None), key=lambda f: sign * f.yuan if f.yuan is not None else 0)
    shown = ranked[order.skip : order.skip + order.count]
    shown += [f for f in ranked[order.skip + order.count :] if shown and f.yuan == shown[-1].yuan]
    named = [f"{phrases.project(f.project or '')} {phrases.money(f.yuan)}" for f in shown if f.yuan is not None]
    return phrases.listed(named) or "没有这么多项目"


def _total(rows: Sequence[tuple[TargetView, Fact]], plan: Plan, groups: Sequence[_Group]) -> tuple[list[str], list[Fact]]:
    """The sum of all groups of one year; amounts of several years hold what was carried over twice."""
    one_year = len({view.target.year for view, _ in rows}) == 1
    if plan.aggregate is Aggregate.COUNT and plan.units and one_year and not plan.order and len(groups) >= _SEVERAL:
        counted = facts.derived(Aggregate.COUNT, None, range(len(rows)), value=str(len(rows)))
        return [f"合计 {len(rows)} 个项目。"], [counted]
    if plan.order or plan.aggregate not in (None, Aggregate.SUM):
        return [], []
    ours = facts.ours([view for view, _ in rows])
    if not one_year or len(groups) < _SEVERAL:
        return [f"{ours[1:-1]}。"] if any(len(group.at) > 1 for group in groups) else [], []
    stated = [fact for _, fact in rows]
    total = add_up(stated)
    return [f"合计 {phrases.money(total)}{ours}"], [facts.derived(Aggregate.SUM, total, range(len(stated)))]


def _heading(views: Sequence[TargetView], wanted: Wanted, plan: Plan) -> str:
    years = {v.target.year for v in views}
    year = f"{years.pop()}年" if len(years) == 1 and plan.by is not GroupBy.YEAR else ""
    title = phrases.GROUPS[plan.by] if plan.by else ""
    if plan.by is GroupBy.UNIT and plan.units:
        title = ""
    named = phrases.project(views[0].target.project) if len({v.target.project for v in views}) == 1 else ""
    figure = phrases.FIGURES.get(plan.aggregate, "") if plan.aggregate else ""
    if plan.order:
        figure = f"{'最多' if plan.order.direction is Direction.DESCENDING else '最少'}的项目"
    each = plan.called and plan.by is GroupBy.UNIT and not (plan.whole_branch or plan.sides)
    kind = "各" + plan.called if each else whose(plan) + title
    return f"{year}{kind}{named}{wanted.title if plan.aggregate is not Aggregate.COUNT else ''}{figure}{'（按单位）' if not title and not plan.called else ''}："


def _lacking(views: Sequence[TargetView], plan: Plan) -> list[str]:
    """The units that are asked about and have nothing in the scope."""
    there = {fold(v.target.unit) for v in views} | {
        fold(unit) for one in plan.without for unit in one.units
    }  # left out: not lacking
    lacking = [unit for unit in plan.units if fold(unit) not in there] if plan.by is GroupBy.UNIT and not plan.sides else []
    if not lacking:
        return []
    named = phrases.listed(lacking) if len(lacking) <= _NAMED else f"另外 {len(lacking)} 个单位"
    return [f"{named}没有这样的项目。"]


INTENT = Intent(
    name="groupings",
    title="分单位、分年度、分部门求合计",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.AGGREGATE, Shape.BY, Shape.BY_FORM},
    at_large=adding.groups,
    examples=("各单位分别多少钱", "每年的项目总额各是多少", "各单位各有几个项目"),
    counterexamples=("所有项目一共多少钱", "哪个单位钱最多"),
)
