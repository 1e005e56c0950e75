"""Documents of equal rank that state different figures: both are shown, and nothing is worked out from them."""

from collections.abc import Sequence

from bot import facts, phrases
from bot.answer import Answer, Kind, target_key
from bot.wanted import Wanted
from store.plan import Plan
from store.targets import TargetView


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
