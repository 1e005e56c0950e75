"""The middle term (中期), which forms of some years have and those of others have not."""

from collections.abc import Iterable, Sequence

from bot.book import Book
from store.model import Horizon
from store.plan import Field, Plan
from store.targets import TargetView, fitting


def newest_of_each(views: Sequence[TargetView], plan: Plan) -> list[TargetView]:
    """Of every project the targets of its newest year; where 中期 is asked for, of the newest year whose form has it."""
    newest: dict[tuple[str, str, str], tuple[bool, int]] = {}
    for view in views:
        newest[_whose(view, plan)] = max(_rank(view, plan), newest.get(_whose(view, plan), (False, 0)))
    return [view for view in views if _rank(view, plan) == newest[_whose(view, plan)]]


def passed_over(stated: Iterable[tuple[str, str, int]], book: Book) -> tuple[int, ...]:
    """The years of the newer forms of what is stated (project, unit, year): they have no middle term."""
    shown: dict[tuple[str, str], int] = {}
    for project, unit, year in stated:
        shown[project, unit] = max(year, shown.get((project, unit), 0))
    newer = {y for (project, unit), year in shown.items() for y in book.years_of((project,), (unit,)) if y > year}
    return tuple(sorted(newer))


def _rank(view: TargetView, plan: Plan) -> tuple[bool, int]:
    return plan.horizon is not Horizon.MID_TERM or _has(view, plan), view.target.year


def _has(view: TargetView, plan: Plan) -> bool:
    """Whether the form has what is asked for, for the middle term."""
    target = view.target
    goals = Field.GOAL in plan.fields and any(g.horizon is Horizon.MID_TERM for g in target.goals)
    lines = fitting(target.indicators, plan.indicators) if Field.INDICATOR in plan.fields else ()
    money = {Field.AMOUNT, Field.FUNDING} & set(plan.fields) and any(f.horizon is Horizon.MID_TERM for f in target.fundings)
    return bool(goals or money or any(i.horizon is Horizon.MID_TERM for i in lines))


def _whose(view: TargetView, plan: Plan) -> tuple[str, str, str]:
    """The publisher, unit and project; a middle term may stand in the form that another publisher printed of them."""
    publisher = "" if plan.horizon is Horizon.MID_TERM else view.publisher
    return publisher, view.target.unit, view.target.project
