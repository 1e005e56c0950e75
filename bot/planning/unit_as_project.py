"""A unit that is set beside another's project: “沙河灌区比农村饮水多多少” means the project of that unit which is called so too.

So where the two do not belong together, and the unit has one project that its words begin, or one at all.
"""

from msgspec.structs import replace

from bot.planning.comparing import is_comparison
from bot.reading.matching import joined
from bot.reading.parse import Mention, Parse
from bot.scoping.scope import Scope
from store.names import NameType
from store.text import fold


def as_project(scope: Scope, said: Parse) -> Scope:
    """The scope with that project in the place of the unit, in the order of the question; the same where none is meant."""
    units, projects = said.mentioned(NameType.UNIT), said.mentioned(NameType.PROJECT)
    if len(units) != 1 or len(projects) != 1 or scope.unit_mentions != 1 or scope.called or len(scope.projects) != 1:
        return scope
    if not _set_beside(said, units[0], projects[0]) or scope.book.holds(scope.projects, scope.units):
        return scope
    own = sorted({project for project, _unit in scope.book.pairs((), scope.units)})
    words = fold(said.said.text[units[0].start : units[0].end])
    meant = [project for project in own if fold(project).startswith(words)] or own
    if len(meant) != 1:
        return scope
    first = units[0].start < projects[0].start
    return replace(
        scope, projects=(meant[0], *scope.projects) if first else (*scope.projects, meant[0]), units=(), unit_mentions=0
    )


def _set_beside(said: Parse, unit: Mention, project: Mention) -> bool:
    """Whether the two are compared, or joined by a word."""
    first, last = sorted((unit, project), key=lambda mention: mention.start)
    return is_comparison(said) and joined(said.said, first.end, last.start)
