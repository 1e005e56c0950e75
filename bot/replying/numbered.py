"""What the numbers of a list of units, years or scopes (口径) stand for, so that they can be chosen like projects."""

from collections.abc import Sequence
from typing import Any

from bot.answer import Choice
from bot.book import Book
from bot.replying.facts import UNSHAPED
from store.plan import Field, Plan
from store.targets import TargetView

_MOST = 100  # as many as a person may count to
_SHAPE: dict[str, Any] = {
    **UNSHAPED,
    "among": (),
    "without": (),
    "called": "",
    "sides": (),
    "alone": False,
    "fields": (Field.AMOUNT,),
}


def units(plan: Plan, named: Sequence[tuple[str, TargetView]]) -> tuple[Choice, ...]:
    """A choice for each unit: its name in the list, and one of its targets; one needs none."""
    chosen = tuple(Choice(name, of_unit(plan, name, view)) for name, view in named[:_MOST])
    return chosen if len(chosen) > 1 else ()


def of_unit(plan: Plan, name: str, view: TargetView) -> Plan:
    """The plan for all that this unit has of what was asked for; of units that are called alike that of its publisher."""
    publishers = plan.publishers if name == view.target.unit else (view.publisher,)
    return plan.model_copy(update={**_SHAPE, "units": (view.target.unit,), "publishers": publishers})


def projects(plan: Plan, named: Sequence[tuple[str, TargetView]]) -> tuple[Choice, ...]:
    """A choice for each project in all the years that it was added up of; one needs none."""
    chosen = tuple(Choice(name, of_project(plan, view)) for name, view in named[:_MOST])
    return chosen if len(chosen) > 1 else ()


def of_project(plan: Plan, view: TargetView) -> Plan:
    """The plan for what the unit's project has in all the years of the plan."""
    scope = {"publishers": (view.publisher,), "projects": (view.target.project,), "units": (view.target.unit,)}
    return plan.model_copy(update={**_SHAPE, **scope})


def departments(plan: Plan, names: Sequence[str], book: Book) -> tuple[Choice, ...]:
    """A choice for each department; those that are called alike cannot be chosen, and one needs none."""
    chosen = tuple(Choice(name, of_department(plan, name)) for name in names[:_MOST] if name in book.units)
    return chosen if len(chosen) == len(names[:_MOST]) > 1 else ()


def of_department(plan: Plan, name: str) -> Plan:
    """The plan for all that it has of what was asked for, with those below it."""
    return plan.model_copy(update={**_SHAPE, "units": (name,), "whole_branch": True, "by": None})


def years(plan: Plan, listed: Sequence[int], field: Field = Field.AMOUNT) -> tuple[Choice, ...]:
    """A choice for each year; one needs none."""
    kept = {name: getattr(plan, name) for name in ("alone", "whole_branch", "called", "without", "attributes")}
    shape = {**_SHAPE, **kept, "newest": None, "fields": (field,)}
    chosen = tuple(Choice(f"{year}年", plan.model_copy(update={**shape, "years": (year,)})) for year in listed[:_MOST])
    return chosen if len(chosen) > 1 else ()


def scopes(plan: Plan) -> tuple[Choice, ...]:
    """The unit alone, and with those below it."""
    alone, branch = ({"alone": True, "whole_branch": False}, {"alone": False, "whole_branch": True})
    return Choice("本级", plan.model_copy(update=alone)), Choice("含所属单位", plan.model_copy(update=branch))
