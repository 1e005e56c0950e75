"""A project's name that several units have, said while one of these units is spoken of: “工作经费呢” means that unit's."""

from msgspec.structs import replace

from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import Asked, GroupBySaid, Mark
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from bot.scoping.scope import Scope
from store.plan import Field, Plan

_AMONG = Pattern(r"\s*其中")
_OF_SEVERAL = frozenset({Mark.UNITS, Mark.EACH, Mark.EVERYTHING, Mark.WHICH, Mark.COMPARED, Mark.SHARE, Mark.PLACE})


def with_unit_spoken_of(scope: Scope, said: Parse, previous: Plan | None) -> Scope:
    """The scope with the unit that was spoken of, where the project that is named has namesakes elsewhere."""
    if previous is None or len(previous.units) != 1 or previous.called or previous.order:
        return scope
    if Mark.FOLLOWING not in said.marks() and not _AMONG.match(said.said.text):
        return scope  # a question of its own means each of them
    if len(scope.projects) != 1 or scope.units or scope.called or scope.everything or said.marks() & _OF_SEVERAL:
        return scope
    grouped = any(isinstance(p.meaning, (KindOfUnits, GroupBySaid)) for p in said.cover)
    if grouped or Asked(Field.UNIT) in said.meanings(Asked):
        return scope
    several = len({unit for _, unit in scope.book.pairs(scope.projects, ())}) > 1
    held = scope.book.pairs_of(scope.projects, previous.units, scope.years)  # in the year that is asked about
    return replace(scope, units=previous.units, unit_mentions=1) if several and held else scope
