"""Documents of equal rank that state different figures: both are shown, and nothing is worked out from them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.answer import Answer, Choice, Kind, target_key
from bot.replying import facts, phrases
from bot.replying.wanted import Wanted
from store.plan import Plan
from store.targets import TargetView
from store.text import fold


def one_each(views: Sequence[TargetView], wanted: Wanted) -> tuple[list[TargetView], list[TargetView]]:
    """The targets, those that several documents state alike once; and of them those whose amounts are in dispute."""
    groups: dict[tuple[str, str, str, int], list[TargetView]] = {}
    for view in views:
        groups.setdefault(target_key(view), []).append(view)
    kept: list[TargetView] = []
    disputed: list[TargetView] = []
    for group in groups.values():
        amounts = {tuple(fact.yuan if fact else None for _, fact in wanted.amounts(view)) for view in group}
        if len(amounts) > 1:
            disputed.extend(group)
        kept.extend(group if len(amounts) > 1 else group[:1])
    order = {id(view): place for place, view in enumerate(views)}
    return sorted(kept, key=lambda v: order[id(v)]), disputed


def unsettled(disputed: Sequence[TargetView], plan: Plan) -> Answer:
    """Says that nothing is worked out, and offers the disputed targets, where both figures are shown."""
    first = {(v.target.unit, v.target.project, v.target.year): v for v in reversed(disputed)}
    views = list(first.values())[::-1]
    names = phrases.listed(list(dict.fromkeys(facts.whose(v) for v in views)))
    line = f"不能相加、比较或排名：{names}有级别相同的两份文件，写了不同的数。"
    choices = facts.choices(plan, views) or facts.choices_of(plan, views)
    offered = (
        ["要看两个数，回 1。"] if len(choices) == 1 else ["要看两个数，回数字：", *phrases.choose([c.label for c in choices])]
    )
    return Answer(Kind.CLARIFY, (line, *offered), choices=choices, remembered=plan)


def namesakes(views: Sequence[TargetView]) -> frozenset[str]:
    """The folded names of units that several publishers speak of in one year: they may be units of two counties."""
    publishers: dict[tuple[str, int], set[str]] = {}
    for view in views:
        publishers.setdefault((fold(view.target.unit), view.target.year), set()).add(fold(view.publisher))
    return frozenset(unit for (unit, _year), found in publishers.items() if len(found) > 1)


def units_apart(views: Sequence[TargetView]) -> list[str]:
    """Each target's unit, with the publisher where units of one name are told apart by it."""
    alike = namesakes(views)
    return [f"{v.target.unit}（{v.publisher}）" if fold(v.target.unit) in alike else v.target.unit for v in views]


def departments_apart(views: Sequence[TargetView], heads: Mapping[str, str]) -> list[str]:
    """Each target's department, by what heads its unit; the unit where nothing does; told apart by the publisher as units are."""
    alike, apart = namesakes(views), units_apart(views)
    tops = [heads.get(view.target.unit) for view in views]
    said = [f"{top}（{view.publisher}）" if top and fold(top) in alike else top for top, view in zip(tops, views, strict=True)]
    return [top or unit for top, unit in zip(said, apart, strict=True)]


def which_publisher(views: Sequence[TargetView], plan: Plan) -> Answer | None:
    """Asks whose unit is meant, where the question names one that several publishers have; None where that is clear."""
    alike = namesakes(views) & {fold(unit) for unit in plan.units}
    if not alike or plan.projects or len(plan.publishers) == 1:
        return None
    publishers = dict.fromkeys(v.publisher for v in views if fold(v.target.unit) in alike)
    units = phrases.listed([unit for unit in plan.units if fold(unit) in alike])
    choices = tuple(Choice(one, plan.model_copy(update={"publishers": (one,)})) for one in publishers)
    line = f"{units}有 {len(choices)} 个公布单位的文件，可能不是同一个单位，不能相加。要看哪一个，回数字："
    return Answer(Kind.CLARIFY, (line, *phrases.choose([c.label for c in choices])), choices=choices, remembered=plan)


Key = tuple[str, str, str]  # unit, project, and the publisher where one unit's name is that of two publishers


def by_key(views: Sequence[TargetView], earlier: int, later: int) -> tuple[dict[Key, TargetView], dict[Key, TargetView]]:
    """The targets of both years by what they are compared by: a unit's project, whoever published the documents."""
    number = Counter((v.target.year, _names(v)) for v in views)
    twice = {names for (_year, names), count in number.items() if count > 1}
    sides: dict[int, dict[Key, TargetView]] = {earlier: {}, later: {}}
    for view in (v for v in views if v.target.year in sides):
        names = _names(view)
        sides[view.target.year][(*names, fold(view.publisher) if names in twice else "")] = view
    return sides[earlier], sides[later]


def _names(view: TargetView) -> tuple[str, str]:
    return fold(view.target.unit), fold(view.target.project)
