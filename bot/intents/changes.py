"""How much more or less each unit has than in another year: the sums of its projects side by side."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from bot.answer import Answer, Desk, Fact, Intent, Kind, target_key
from bot.doubts.absence import nothing
from bot.doubts.disputes import departments_apart, one_each, units_apart, unsettled
from bot.doubts.incomparable import without_a_year
from bot.language.meanings import Mark
from bot.question import Understanding
from bot.replying import facts, phrases, rates
from bot.replying.both_scopes import with_departments
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import enumerate_items
from bot.replying.growing import GROWTH, NOT_LESS, NOT_MORE, by_rate, least_first, stayed
from bot.replying.wanted import Wanted, add_up
from bot.scoping.departments import heads
from bot.shapes import POOLED, Shape
from store.plan import Aggregate, Direction, GroupBy, Order, Plan
from store.targets import TargetView


def _claims(question: Understanding) -> bool:
    return question.asks_changes


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, wanted = question.plan, Wanted.of(question.plan)
    branch = plan.whole_branch or plan.by is GroupBy.DEPARTMENT
    scope = plan.model_copy(update={"order": None, "whole_branch": branch})
    views, disputed = one_each(desk.matching(scope, money_only=True), wanted)
    if plan.aggregate is Aggregate.COUNT:
        return _of_numbers(list({target_key(view): view for view in reversed(views)}.values())[::-1], question, desk)
    if disputed:
        return unsettled(disputed, plan)
    if _moved_only(question) and (apart := without_a_year(plan, views, desk)):
        return apart
    named = list(zip(_names(views, plan, desk), views, strict=True))
    rows = [(unit, fact) for unit, view in named if (fact := wanted.first(view))]
    blank = [(unit, view.target.year) for unit, view in named if not wanted.first(view)]
    stated = [fact for _, fact in rows]
    if not stated:
        return nothing(question, desk)
    earlier, later = sorted(plan.years)
    at: dict[tuple[str, int | None], list[int]] = {}
    for number, (unit, fact) in enumerate(rows):
        at.setdefault((unit, fact.year), []).append(number)
    units = list(dict.fromkeys(unit for unit, _ in named))
    moved = _moved_only(question)
    once = _of_one_year(at, {*blank}, stated, question, desk) if moved else []
    if moved and not (units := _ranked(units, at, stated, question)):
        return _none_moved(stated, once, question)
    items: list[str] = []
    derived: list[Fact] = []
    blanks = Counter(blank)
    for unit in units:
        sides = [at.get((unit, year), []) for year in (earlier, later)]
        lacking = [blanks[unit, year] for year in (earlier, later)]
        words, figures = _change(sides, lacking, stated, len(stated) + len(derived), rate=by_rate(question))
        items.append(f"{unit} {words}")
        derived.extend(figures)
    lines = (_head(units, question), *enumerate_items(items, desk.offset), *once, *phrases.left_out(len(blank)))
    found = [stated[n] for unit in units for n in at.get((unit, later), ())] if moved else []
    shown = facts.of_those_that_moved(plan, found, projects=False)
    return Answer(Kind.ANSWER, lines, (*stated, *derived), cite(stated), remembered=plan, shown=shown)


def _none_moved(stated: Sequence[Fact], once: Sequence[str], question: Understanding) -> Answer:
    """That no unit moved so; `once` tells of those that have one of the years alone."""
    plan, kind = question.plan, _kind(question.plan)
    earlier, later = sorted(plan.years)
    both = f"只比两年都有的{kind}，" if once else ""
    line = f"一个也没有：{both}{later}年与{earlier}年比，没有{kind}的{Wanted.of(plan).title}有这样的变化。"
    told = tuple(stated) if once else tuple({fact.year: fact for fact in reversed(stated)}.values())
    return Answer(Kind.ANSWER, (line, *once), told, cite(stated), remembered=plan)


def _head(units: Sequence[str], question: Understanding) -> str:
    """Of what is told, between which years, and which units are left out."""
    plan, moved = question.plan, _moved_only(question)
    earlier, later = sorted(plan.years)
    whole = f"各{plan.called}" if plan.called else f"{whose(plan)}{phrases.GROUPS[plan.by or GroupBy.UNIT]}"
    whole += "".join(map(phrases.project, plan.projects))
    ranked = f"{_moves(question)}的 {len(units)} 个，" if moved else ""
    both = f"只比两年都有的{_kind(plan)}，" if moved else ""
    return f"{whole}{Wanted.of(plan).title}，{ranked}{earlier}年 → {later}年（{both}本系统相加、相减）："


def _names(views: Sequence[TargetView], plan: Plan, desk: Desk) -> list[str]:
    """Whose each target is: its unit's, or its department's."""
    if plan.by is not GroupBy.DEPARTMENT:
        return units_apart(views)
    return departments_apart(views, heads({view.target.unit for view in views}, plan.units, desk.book))


def _kind(plan: Plan) -> str:
    return "部门" if plan.by is GroupBy.DEPARTMENT else "单位"


def _of_numbers(views: Sequence[TargetView], question: Understanding, desk: Desk) -> Answer:
    """How many projects each unit has more or less than in the other year; those of one year alone are not set side by side."""
    plan = question.plan
    if not views:
        return nothing(question, desk)
    earlier, later = sorted(plan.years)
    at: dict[str, dict[int, list[int]]] = {}
    for number, (unit, view) in enumerate(zip(_names(views, plan, desk), views, strict=True)):
        at.setdefault(unit, {}).setdefault(view.target.year, []).append(number)
    gaps = {unit: len(of[later]) - len(of[earlier]) for unit, of in at.items() if len(of) > 1}
    shown = _by_number(gaps, question) if _moved_only(question) else list(gaps)
    stated = [facts.name(view) for view in views]
    counted = [
        facts.derived(Aggregate.COUNT, None, at[unit][year], value=str(len(at[unit][year])))
        for unit in shown
        for year in (earlier, later)
    ]
    items = [f"{unit} {len(at[unit][earlier])} 个 → {len(at[unit][later])} 个，{_more(gaps[unit])}" for unit in shown]
    ranked = f"{_moves(question)}的 {len(shown)} 个，" if _moved_only(question) else ""
    kind = _kind(plan)
    level = "含所属单位" if plan.by is GroupBy.DEPARTMENT else "各单位只算本级"
    head = f"各{plan.called or kind}项目数，{ranked}{earlier}年 → {later}年（只比两年都有的{kind}，{level}）："
    none = f"一个也没有：只比两年都有的{kind}，{later}年与{earlier}年比，没有{kind}的项目数有这样的变化。"
    lines = (head, *enumerate_items(items, desk.offset)) if items else (none,)
    return Answer(Kind.ANSWER, lines, (*stated, *counted), cite(stated), remembered=plan)


def _by_number(gaps: Mapping[str, int], question: Understanding) -> list[str]:
    """The units whose number rose, or fell, or stayed, those that moved most first, as many as are asked for."""
    order, sign = question.plan.order, -1 if _falls(question) else 1
    if order is None and Mark.UNCHANGED in question.marks:
        return [unit for unit, gap in gaps.items() if not gap]
    moved = sorted((u for u in gaps if sign * gaps[u] > 0), key=lambda u: sign * gaps[u], reverse=not least_first(question.plan))
    if order is None:
        return moved
    last = moved[order.skip : order.skip + order.count][-1:]
    tied = [u for u in moved[order.skip + order.count :] if last and gaps[u] == gaps[last[0]]]
    return [*moved[order.skip : order.skip + order.count], *tied]


def _more(gap: int) -> str:
    return f"{'多' if gap > 0 else '少'} {abs(gap)} 个" if gap else "一样多"


def _of_one_year(
    at: Mapping[tuple[str, int | None], Sequence[int]],
    blank: Collection[tuple[str, int]],
    stated: Sequence[Fact],
    question: Understanding,
    desk: Desk,
) -> list[str]:
    """The units that have it since the later year, beside those that rose, or had it but in the earlier one, beside those that fell.

    What stands in a form of the other year without an amount (`blank`) was there.
    """
    plan, falls = question.plan, _falls(question)
    if not plan.projects or plan.order or Mark.UNCHANGED in question.marks:
        return []
    there, absent = sorted(plan.years, reverse=not falls)
    only = {unit: rows for (unit, year), rows in at.items() if year == there and (unit, absent) not in (*at, *blank)}
    only = {unit: rows for unit, rows in only.items() if absent in desk.book.years_of((), (unit,))}
    if not only:
        return []
    told = [f"{unit} {phrases.money(add_up([stated[n] for n in rows]))}" for unit, rows in only.items()]
    return [f"另有 {len(told)} 个单位{there}年有、{absent}年没有：{phrases.listed(told)}。"]


def _moved_only(question: Understanding) -> bool:
    """Whether only units are asked for that moved one way: “哪些单位涨了”, “哪个单位涨得最多”."""
    if question.plan.order is None and not question.plan.called and 0 < len(question.plan.units) <= _FEW:
        return False  # of two that are named it is told of each
    one_way = (Mark.ROSE in question.marks) != _falls(question)  # “各单位增长率” is told of each
    return question.plan.order is not None or one_way or Mark.UNCHANGED in question.marks


_FEW = 4


def _ranked(
    units: Sequence[str], at: Mapping[tuple[str, int | None], Sequence[int]], stated: Sequence[Fact], question: Understanding
) -> list[str]:
    """The units that rose, or fell, the most first, as many as are asked for; those that have both years.

    `at` says where among the stated amounts those of a unit and a year stand.
    """
    order = question.plan.order or Order(direction=Direction.DESCENDING, count=len(units))
    earlier, later = sorted(question.plan.years)
    gaps: dict[str, Decimal] = {}
    for unit in units:
        sides = [[stated[n] for n in at.get((unit, year), ())] for year in (earlier, later)]
        if all(sides):
            gap = add_up(sides[1]) - add_up(sides[0])
            before = add_up(sides[0]) if by_rate(question) else Decimal(1)
            gaps[unit] = (-gap if _falls(question) else gap) / before if before else Decimal(0)
    if question.plan.order is None and Mark.UNCHANGED in question.marks:
        return [u for u in gaps if stayed(gaps[u], question.text)]
    moved = sorted((u for u in gaps if gaps[u] > 0), key=lambda u: gaps[u], reverse=not least_first(question.plan))
    last = order.skip + order.count
    tied = [u for u in moved[last:] if moved[last - 1 : last] and gaps[u] == gaps[moved[last - 1]]]
    return [*moved[order.skip : last], *tied]


def _moves(question: Understanding) -> str:
    """“增加最多”, “没有增加”."""
    if question.plan.order is None and Mark.UNCHANGED in question.marks:
        return "没有增加" if NOT_MORE.search(question.text) else "没有减少" if NOT_LESS.search(question.text) else "没有变化"
    end = "最快" if by_rate(question) and question.plan.order else _end(question.plan)
    return f"{'减少' if _falls(question) else '增加'}{end}"


def _falls(question: Understanding) -> bool:
    return bool(question.marks & {Mark.FELL, Mark.DECLINE})


def _end(plan: Plan) -> str:
    return ("最少" if least_first(plan) else "最多") if plan.order else ""


def _change(
    sides: Sequence[Sequence[int]], lacking: Sequence[int], stated: Sequence[Fact], first: int, *, rate: bool
) -> tuple[str, list[Fact]]:
    """The two sums and their difference, in words and as facts; `first` is where these stand among the reply's.

    Where there is no amount of one year there is no difference: what is not there, or was not filled in (`lacking`), is not 0.
    """
    sums = [add_up([stated[n] for n in side]) for side in sides]
    said = [
        f"{phrases.money(yuan)}（{len(side)} 个项目）" if side else f"{blank} 个项目没有可读的金额" if blank else "没有项目"
        for yuan, side, blank in zip(sums, sides, lacking, strict=True)
    ]
    figures = [facts.derived(Aggregate.SUM, yuan, side) for yuan, side in zip(sums, sides, strict=True) if side]
    words = " → ".join(said)
    if not all(sides):
        return words, figures
    gap = sums[1] - sums[0]
    figures.append(facts.derived(Aggregate.DIFFERENCE, abs(gap), (first, first + 1)))
    if rate and gap and sums[0]:
        figures.append(facts.derived(GROWTH, None, (first + 1, first), value=rates.per_cent_of(gap, sums[0])))
        return f"{words}，{_way(gap)}（{'增长' if gap > 0 else '下降'} {rates.per_cent_of(abs(gap), sums[0])}）", figures
    return f"{words}，{_way(gap)}", figures


def _way(gap: Decimal) -> str:
    return f"{'多' if gap > 0 else '少'} {phrases.money(abs(gap))}" if gap else "一样多"


INTENT = Intent(
    name="changes",
    title="各单位比上一年增减多少",
    claims=_claims,
    answer=with_departments(_answer),
    heeds=POOLED | {Shape.AGGREGATE, Shape.COMPARE, Shape.CHANGE, Shape.BY},
    examples=("各单位2024年比2023年多多少",),
    counterexamples=("渠沟比任圩多多少", "各单位分别多少钱"),
)
