"""The unit that is meant after one that was spoken of: “工作经费呢” means that unit's, “局本级呢” the unit above those below it."""

from dataclasses import replace
from typing import Any

from bot.book import Book
from bot.departments import above
from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import Asked, GroupBySaid, Mark
from bot.parse import Parse
from bot.scope import Scope
from store.plan import Field, Plan

_OF_SEVERAL = frozenset({Mark.UNITS, Mark.EACH, Mark.EVERYTHING, Mark.WHICH, Mark.COMPARED, Mark.SHARE, Mark.PLACE})


def with_unit_spoken_of(scope: Scope, said: Parse, previous: Plan | None) -> Scope:
    """The scope with the unit that was spoken of, where the project that is named has namesakes elsewhere."""
    if previous is None or len(previous.units) != 1 or previous.called or previous.order:
        return scope
    if Mark.FOLLOWING not in said.marks():
        return scope  # a question of its own means each of them
    if len(scope.projects) != 1 or scope.units or scope.called or scope.everything or said.marks() & _OF_SEVERAL:
        return scope
    grouped = any(isinstance(p.meaning, (KindOfUnits, GroupBySaid)) for p in said.cover)
    if grouped or Asked(Field.UNIT) in said.meanings(Asked):
        return scope
    several = len({unit for _, unit in scope.book.pairs(scope.projects, ())}) > 1
    held = scope.book.pairs_of(scope.projects, previous.units, scope.years)  # in the year that is asked about
    return replace(scope, units=previous.units, unit_mentions=1) if several and held else scope


def of_the_unit_itself(asked: Plan, previous: Plan, book: Book) -> dict[str, Any]:
    """What changes of the last plan; nothing where its units have no one unit above them all."""
    units = previous.units
    if not asked.alone or asked.units or not units or (len(units) == 1 and book.below(units[0])):
        return {}
    higher = above(units, book)
    tops = {higher.get(unit, unit) for unit in units}
    top = next(iter(tops))
    if len(tops) != 1 or not book.below(top):
        return {}
    kept = previous.projects if book.holds(previous.projects, (top,)) else ()
    return {"units": (top,), "projects": kept, "called": "", "sides": (), "among": (), "publishers": ()}
