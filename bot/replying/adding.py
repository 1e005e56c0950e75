"""Figures over more targets than are read: the database adds them up, and the reply says that nothing was listed one by one.

Its facts have no operands: these would be thousands.  Where documents dispute an amount nothing is stated.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from bot.answer import Answer, Desk, Fact, Kind
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.covered import sides_of, whose
from bot.replying.enumerating import enumerate_items
from bot.replying.narrowed import limited_to
from bot.replying.wanted import Wanted
from bot.scoping.departments import above
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Field, GroupBy, Plan
from store.sums import UnitSum, together
from store.text import fold

_CENT = Decimal("0.01")
_NOT_LISTED = "太多，没有一一列出：请再说单位、年度、属性或金额"


def total(question: Understanding, desk: Desk) -> Answer | None:
    """The sum or the mean; of a unit with subordinate units the sum in both scopes (口径)."""
    plan, wanted = question.plan, Wanted.of(question.plan)
    sums = settled(plan, wanted, desk)
    if not sums or not filled(sums):
        return None
    if plan.aggregate is Aggregate.AVERAGE:
        return _mean(sums, plan, wanted, desk)
    below = desk.book.below(plan.units[0]) if question.two_scopes else ()
    if below:
        branch = settled(plan.model_copy(update={"units": (*plan.units, *below)}), wanted, desk)
        return _both(sums, branch, plan, wanted, desk) if branch else None
    figure = together(sums)
    first = f"合计 {phrases.money(figure)}：{_scope(sums, plan)}{wanted.title}，{filled(sums)} 个项目{ours(sums)}。"
    carried, of_it = _carried_over(plan, wanted, desk)
    return _told([first, *carried, *left_out(sums)], [summed(figure), *of_it], plan, desk)


def _both(own: Sequence[UnitSum], branch: Sequence[UnitSum], plan: Plan, wanted: Wanted, desk: Desk) -> Answer:
    alone, whole = together(own), together(branch)
    lines = [
        f"{years_of(branch)}{limited_to(plan)}{wanted.title}，两种口径：",
        f"1. {plan.units[0]}本级：{filled(own)} 个项目，{phrases.money(alone)}{ours(own)}",
        f"2. 含所属单位：{filled(branch)} 个项目，{phrases.money(whole)}{ours(branch)}",
        *left_out(branch),
    ]
    return _told(lines, [summed(alone), summed(whole)], plan, desk)


def _mean(sums: Sequence[UnitSum], plan: Plan, wanted: Wanted, desk: Desk) -> Answer:
    """Of the projects, or of the units' or the years' sums."""
    by_unit, by_year = plan.count_of is Field.UNIT, plan.count_of is Field.YEAR
    groups = {one.year if by_year else (one.publisher, one.unit) for one in sums if one.filled and (by_unit or by_year)}
    figure, number = together(sums), len(groups) or filled(sums)
    mean = (figure / number).quantize(_CENT, ROUND_HALF_UP)
    counted = (
        f"{len(groups)} 个{'年度' if by_year else '单位'}、{filled(sums)} {'项' if by_year else '个项目'}"
        if groups
        else f"{filled(sums)} 个项目"
    )
    what = f"{_scope(sums, plan)}{wanted.title}，{counted}"
    first = (
        f"平均{'每年' if by_year else '每个单位' if by_unit else '每个项目'} {phrases.exact(mean)}：{what}，"
        f"合计 {phrases.money(figure)}（本系统计算，平均数四舍五入到分）。"
    )
    carried, of_it = _carried_over(plan, wanted, desk)
    stated = [facts.derived(Aggregate.AVERAGE, mean, ()), summed(figure), *of_it]
    return _told([first, *carried, *left_out(sums)], stated, plan, desk)


def number(question: Understanding, desk: Desk) -> Answer | None:
    """How many projects there are and their sum, or the units that have any."""
    plan = question.plan
    sums = desk.sums(plan, FundingKind.TOTAL, Horizon.ANNUAL)
    below = desk.book.below(plan.units[0]) if question.two_scopes else ()
    if not sums or below or not Wanted.of(plan).plain:
        return None
    if plan.count_of is Field.UNIT:
        return units(question, desk)
    limits = "、".join([*map(phrases.quoted, plan.attributes), *map(phrases.limit, plan.amounts)])
    where = f"{_year(sums)}{whose(plan)}{''.join(map(phrases.project, plan.projects[:1]))}{limits}{'的' if limits else ''}"
    counted = sum(one.targets for one in sums)
    lines = [f"{where}共 {counted} 个项目（预算安排），{_NOT_LISTED}。"]
    stated = [facts.derived(Aggregate.COUNT, None, (), value=str(counted))]
    complete = plan.aggregate is Aggregate.COUNT and filled(sums) == counted and not any(one.disputed for one in sums)
    if complete and len({one.year for one in sums}) == 1:
        lines.append(f"合计 {phrases.money(together(sums))}{ours(sums)}")
        stated.append(summed(together(sums)))
    return _told(lines, stated, plan, desk)


def units(question: Understanding, desk: Desk) -> Answer | None:
    """Which units there are, and how many."""
    plan = question.plan
    asked = Field.UNIT in (plan.count_of, *plan.fields)
    sums = desk.sums(plan, FundingKind.TOTAL, Horizon.ANNUAL) if asked else None
    if not sums:
        return None
    named = list(dict.fromkeys(one.unit for one in sums))
    project = phrases.project(plan.projects[0]) if len(plan.projects) == 1 else ""
    lines = [f"{_year(sums)}{project}有 {len(named)} 个单位：", *enumerate_items(named, desk.offset)]
    return _told(lines, [facts.derived(Aggregate.COUNT, None, (), value=str(len(named)))], plan, desk)


def groups(question: Understanding, desk: Desk) -> Answer | None:
    """A sum, a mean or a number for each unit, year or department."""
    plan, wanted = question.plan, Wanted.of(question.plan)
    both = plan.by is GroupBy.YEAR and question.two_scopes and bool(desk.book.below(plan.units[0]))
    counted = plan.aggregate is Aggregate.COUNT
    sums = (
        None
        if plan.order or both or plan.by_form
        else desk.sums(plan, wanted.kinds[0], wanted.horizon)
        if counted
        else settled(plan, wanted, desk)
    )
    if not sums:
        return None
    grouped = {name: of for name, of in _grouped(sums, plan, desk).items() if counted or filled(of)}
    said = {name: _figure(of, plan) for name, of in grouped.items()}
    figure = phrases.FIGURES.get(plan.aggregate, "") if plan.aggregate else ""
    year = _year(sums) if plan.by is not GroupBy.YEAR else ""
    title = phrases.GROUPS[plan.by] if plan.by and not (plan.by is GroupBy.UNIT and plan.units) else ""
    of = (
        f"各{plan.called}"
        if plan.called and plan.by is GroupBy.UNIT and not (plan.whole_branch or plan.sides)
        else f"{whose(plan)}{title}"
    )
    heading = f"{year}{of}{'' if counted else wanted.title}{figure}："
    lines = [heading, *enumerate_items([f"{name} {words}" for name, (words, _) in said.items()], desk.offset)]
    stated = [fact for _, fact in said.values()]
    if plan.aggregate in (None, Aggregate.SUM) and len(grouped) > 1 and len({one.year for one in sums}) == 1:
        lines.append(f"合计 {phrases.money(together(sums))}{ours(sums)}")
        stated.append(summed(together(sums)))
    return _told([*lines, *([] if counted else left_out(sums))], stated, plan, desk)


def _grouped(sums: Sequence[UnitSum], plan: Plan, desk: Desk) -> dict[str, list[UnitSum]]:
    several = len({one.year for one in sums}) > 1
    tops = above({one.unit for one in sums}, desk.book) if plan.by is GroupBy.DEPARTMENT else {}
    kinds, alike = sides_of(plan), _namesakes(sums)
    grouped: dict[str, list[UnitSum]] = {}
    for one in sums:
        name = kinds.get(fold(one.unit)) or tops.get(one.unit, one.unit) + (f"（{one.publisher}）" if one.unit in alike else "")
        year = f"{one.year}年"
        key = year if plan.by is GroupBy.YEAR else f"{year} {name}" if several else name
        grouped.setdefault(key, []).append(one)
    return grouped


def _figure(of: Sequence[UnitSum], plan: Plan) -> tuple[str, Fact]:
    targets, figure = sum(one.targets for one in of), together(of)
    if plan.aggregate is Aggregate.COUNT:
        return f"{targets} 个项目", facts.derived(Aggregate.COUNT, None, (), value=str(targets))
    if plan.aggregate is Aggregate.AVERAGE:
        mean = (figure / filled(of)).quantize(_CENT, ROUND_HALF_UP)
        return f"{phrases.exact(mean)}（{filled(of)} 个项目）", facts.derived(Aggregate.AVERAGE, mean, ())
    return f"{phrases.money(figure)}（{filled(of)} 个项目）", summed(figure)


def settled(plan: Plan, wanted: Wanted, desk: Desk) -> list[UnitSum] | None:
    """The sums of the plan, where nothing is in dispute and each unit that it names is one publisher's; else None."""
    sums = desk.sums(plan, wanted.kinds[0], wanted.horizon)
    if sums is None or any(one.disputed for one in sums):
        return None
    unclear = _namesakes(sums) & {one.unit for one in sums if fold(one.unit) in {fold(unit) for unit in plan.units}}
    return None if unclear and not plan.projects and len(plan.publishers) != 1 else sums


def _namesakes(sums: Sequence[UnitSum]) -> set[str]:
    """The units that several publishers speak of in one year."""
    seen: set[tuple[str, int]] = set()
    return {one.unit for one in sums if (one.unit, one.year) in seen or seen.add((one.unit, one.year))}  # type: ignore[func-returns-value]  # `add` says nothing


def _carried_over(plan: Plan, wanted: Wanted, desk: Desk) -> tuple[list[str], list[Fact]]:
    """What of the sum was carried over from the year before (上年结转)."""
    sums = desk.sums(plan, FundingKind.CARRYOVER, Horizon.ANNUAL) if wanted.plain else None
    rows = sum(one.nonzero for one in sums or ())
    if not sums or not rows or any(one.disputed for one in sums):
        return [], []
    figure = together(sums)
    return [f"其中上年结转合计 {phrases.money(figure)}（{rows} 项相加）。"], [summed(figure)]


def summed(yuan: Decimal) -> Fact:
    """A sum of ours whose operands are not among the facts."""
    return facts.derived(Aggregate.SUM, yuan, ())


def filled(sums: Iterable[UnitSum]) -> int:
    """How many of the targets have an amount."""
    return sum(one.filled for one in sums)


def left_out(sums: Sequence[UnitSum]) -> list[str]:
    """How many have none."""
    return phrases.left_out(sum(one.targets - one.filled for one in sums))


def ours(sums: Iterable[UnitSum]) -> str:
    """Says that we added up, and whether documents print sums of their own."""
    return phrases.ours(printed=any(one.prints_totals for one in sums))


def years_of(sums: Iterable[UnitSum]) -> str:
    """“2024、2025年”."""
    return phrases.years([one.year for one in sums])


def _year(sums: Sequence[UnitSum]) -> str:
    """The year where there is only one."""
    return years_of(sums) if len({one.year for one in sums}) == 1 else ""


def _scope(sums: Sequence[UnitSum], plan: Plan) -> str:
    project = phrases.project(plan.projects[0]) if len(plan.projects) == 1 else ""
    return f"{years_of(sums)}{whose(plan)}{limited_to(plan)}{project}"


def _told(lines: Sequence[str], stated: Sequence[Fact], plan: Plan, desk: Desk) -> Answer:
    cited = (f"只含已导入的 {desk.documents()} 份文件",)
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cited, remembered=plan)
