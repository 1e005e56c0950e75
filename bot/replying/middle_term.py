"""The middle term (中期), which forms of some years have and those of others have not."""

from collections.abc import Iterable, Sequence

from bot.book import Book
from store.model import Horizon
from store.plan import Field, Plan
from store.targets import TargetView, fitting
from store.text import fold


def newest_of_each(views: Sequence[TargetView], plan: Plan) -> list[TargetView]:
    """Of every project the targets of its newest year; where 中期 is asked for, of the newest year whose form has it."""
    series = _series(views, plan)
    newest: dict[tuple[str, str, str], tuple[bool, int]] = {}
    for one, view in zip(series, views, strict=True):
        newest[one] = max(_rank(view, plan), newest.get(one, (False, 0)))
    return [view for one, view in zip(series, views, strict=True) if _rank(view, plan) == newest[one]]


_MONEY = frozenset({Field.AMOUNT, Field.FUNDING, Field.PROJECT, Field.UNIT})


def of_middle_term(plan: Plan) -> bool:
    """Whether money of the middle term is asked for."""
    return plan.horizon is Horizon.MID_TERM and set(plan.fields) <= _MONEY


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
    money = {Field.AMOUNT, Field.FUNDING, Field.DOCUMENT} & set(plan.fields) and any(
        f.horizon is Horizon.MID_TERM for f in target.fundings
    )
    return bool(goals or money or any(i.horizon is Horizon.MID_TERM for i in lines))


def _series(views: Sequence[TargetView], plan: Plan) -> list[tuple[str, str, str]]:
    """For each target the project that it is one year of, though its publisher may be printed otherwise in each year.

    Publishers that state a project of the same names for the same year are two, and so are their projects; but a middle term may stand in
    the form that another publisher printed of them.
    """
    publishers: dict[tuple[str, str, int], set[str]] = {}
    for view in views:
        publishers.setdefault((*_names(view), view.target.year), set()).add(fold(view.publisher))
    several = {(unit, project) for (unit, project, _), of in publishers.items() if len(of) > 1}
    apart = set() if plan.horizon is Horizon.MID_TERM else several
    return [(fold(view.publisher) if _names(view) in apart else "", *_names(view)) for view in views]


def _names(view: TargetView) -> tuple[str, str]:
    return fold(view.target.unit), fold(view.target.project)
