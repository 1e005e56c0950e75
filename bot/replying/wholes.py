"""The whole of a share (占…的多少) and its parts: which targets each is made of, and what the whole is called."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.answer import Desk
from bot.book import Book
from bot.doubts.disputes import departments_apart, namesakes, one_each, units_apart
from bot.replying import facts, phrases
from bot.replying.wanted import Wanted, add_up
from bot.scoping.departments import above
from store.model import Horizon
from store.plan import Direction, GroupBy, Of, Plan
from store.targets import TargetView
from store.text import fold


def wholes_of(group: Sequence[TargetView], plan: Plan, desk: Desk) -> Iterator[tuple[list[TargetView], str]]:
    """What the group is a part of, and how it is called: for a unit with subordinate units both scopes that hold the part."""
    whole = plan.whole
    assert whole is not None  # a share has one
    if whole.of is Of.SAME:
        yield list(group), ""
        return
    units = tuple(dict.fromkeys(v.target.unit for v in group)) if whole.of is Of.UNIT else whole.units
    for one in [(u,) for u in units] if whole.apart else [units]:
        yield from _levels(group, one, plan, desk)


def _levels(
    group: Sequence[TargetView], units: tuple[str, ...], plan: Plan, desk: Desk
) -> Iterator[tuple[list[TargetView], str]]:
    """The units alone, and with their subordinate units, as far as they hold the group."""
    whole = plan.whole
    assert whole is not None  # a share has one
    years = whole.years or (group[0].target.year,)
    alone = Plan(projects=whole.projects, units=units, years=years, without=plan.without)
    below = desk.book.below(units[0]) if len(units) == 1 and not whole.projects else ()
    branch = alone.model_copy(update={"units": (*units, *below)})
    both = [(alone, "本级" if below else ""), (branch, "含所属单位")]
    for scope, level in both[whole.whole_branch and bool(below) : 1 if whole.alone or not below else 2]:
        found, _ = one_each(desk.matching(scope, money_only=True), Wanted((whole.kind,), plan.horizon or Horizon.ANNUAL))
        if namesakes(found) & {fold(unit) for unit in units}:
            publishers = {fold(v.publisher) for v in group}
            found = [v for v in found if fold(v.publisher) in publishers]
        held = {v.position for v in group} <= {v.position for v in found}
        if found and (held or whole.years):
            yield (
                found,
                facts.whose(found[0])
                if len(found) == 1 and whole.projects
                else f"{_called(units, whole.projects, years)}{level}",
            )


_NAMED = 3  # units


def _called(units: Sequence[str], projects: Sequence[str], years: Sequence[int]) -> str:
    year = phrases.years(years)
    if not units and not projects:
        return f"{year}已导入的全部项目"
    of_units = phrases.listed(list(units)[:_NAMED]) + (f"等 {len(units)} 个单位" if len(units) > _NAMED else "")
    return f"{of_units or '全部'}{phrases.listed([phrases.project(p) for p in projects[:3]])}{year}"


Group = list[TargetView]


def parts_of(views: Sequence[TargetView], plan: Plan, wanted: Wanted, book: Book) -> list[Group]:
    """Of targets of one year those that are each set against a whole; what is ranked or divided stands with the most first."""
    whole = plan.whole
    assert whole is not None  # a share has one
    if whole.apart and not plan.projects:  # “财政局最大的项目占财政局多少” of two counties
        one = plan.model_copy(update={"whole": whole.model_copy(update={"apart": False})})
        return [group for unit in _by_unit(views) for group in parts_of(unit, one, wanted, book)]
    if not (plan.order or whole.each):
        return [[v] for v in views] if plan.projects and whole.of is not Of.SCOPE else [list(views)]
    groups = _divided(views, plan, wanted, book)
    if plan.order:
        groups.sort(key=lambda group: _yuan(group, wanted), reverse=plan.order.direction is Direction.DESCENDING)
        groups = groups[plan.order.skip : plan.order.skip + plan.order.count]
    else:
        groups.sort(key=lambda group: -_yuan(group, wanted))
    return groups if whole.each or len(groups) < 2 else [[view for group in groups for view in group]]


def in_both_scopes(views: Sequence[TargetView], plan: Plan) -> list[tuple[Group, Plan, str]]:
    """A unit alone and with those below it (口径): the targets, the plan by which the unit's own total is in the same scope, and how they are called."""
    whole, unit = plan.whole, plan.units[0]
    assert whole is not None  # a share has one
    own = [view for view in views if fold(view.target.unit) == fold(unit)]
    itself = whole.of is not Of.SCOPE or whole.units == plan.units
    parts = []
    for part, branch, level in ((own, False, "本级"), (list(views), True, "含所属单位")):
        if not part or (itself and (whole.alone if branch else whole.whole_branch)):
            continue
        of = Of.SCOPE if whole.of is Of.UNIT else whole.of
        same = whole.model_copy(update={"of": of, "units": plan.units, "alone": not branch, "whole_branch": branch})
        scoped = plan.model_copy(update={"whole": same}) if itself else plan
        parts.append((part, scoped, f"{unit}{part[0].target.year}年{level} {len(part)} 个项目的"))
    return parts


def all_of(group: Sequence[TargetView], plan: Plan, book: Book) -> str:
    """The unit, or the department, that the group is all of; nothing where the parts are others."""
    units = {v.target.unit for v in group}
    some = plan.projects or plan.order or plan.amounts or plan.attributes or plan.narrowed or (plan.whole and plan.whole.each)
    if plan.by is None and plan.whole_branch and len(plan.units) == 1 and not some:
        return f"{plan.units[0]}（含所属单位）"
    if plan.projects or plan.by is None:
        return ""
    if len(units) == 1:
        return units.pop()
    return f"{next(iter(above(units, book).values()))}（含所属单位）" if plan.by is GroupBy.DEPARTMENT else ""


def as_many_follow(views: Sequence[TargetView], plan: Plan, wanted: Wanted, book: Book) -> bool:
    """Whether what comes right behind the last that is taken has as much: which of them is taken makes no difference to the sum."""
    if plan.order is None:
        return False
    sums = sorted(
        (_yuan(group, wanted) for group in _divided(views, plan, wanted, book)),
        reverse=plan.order.direction is Direction.DESCENDING,
    )
    last = plan.order.skip + plan.order.count
    return last < len(sums) and sums[last - 1] == sums[last]


def _divided(views: Sequence[TargetView], plan: Plan, wanted: Wanted, book: Book) -> list[Group]:
    """The units, the departments with those below them, or the projects that have an amount."""
    match plan.by:
        case GroupBy.UNIT:
            return _by_unit(views)
        case GroupBy.DEPARTMENT:
            return _named_alike(views, departments_apart(views, above({v.target.unit for v in views}, book)))
    return [[v] for v in views if wanted.first(v)]


def _by_unit(views: Sequence[TargetView]) -> list[Group]:
    return _named_alike(views, units_apart(views))


def _named_alike(views: Sequence[TargetView], names: Sequence[str]) -> list[Group]:
    groups: dict[str, Group] = {}
    for view, name in zip(views, names, strict=True):
        groups.setdefault(name, []).append(view)
    return list(groups.values())


def _yuan(group: Sequence[TargetView], wanted: Wanted) -> Decimal:
    return add_up([fact for view in group if (fact := wanted.first(view))])
