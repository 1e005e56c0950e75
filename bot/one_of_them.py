"""“国库那个”, “三中的呢” after a project that several units have: one of these units by a part of its name.

Such a part may stand in the name of another project as well; of what was just listed the unit is meant.
"""

from collections.abc import Callable

from bot.book import Book
from bot.language.meanings import SMALL_TALK, Mark
from bot.parse import Parse
from store.names import NameIndex, Names, NameType
from store.plan import Plan
from store.text import fold

_BESIDE = frozenset({Mark.FOLLOWING, Mark.IT, Mark.HOW_MUCH, Mark.OURS, *SMALL_TALK})
_LEAST, _MOST = 2, 40  # characters of such a part; units that were listed


def of_one_of_them(said: Parse, shown: Plan, book: Book, reread: Callable[[Names], Parse]) -> Parse:
    """The question where its only name is a part of that of one of the units that were shown; `reread` parses it with other names."""
    part = _only_name(said)
    if len(part) < _LEAST or len(shown.projects) != 1 or part in fold(shown.projects[0]):
        return said
    units = sorted({unit for _project, unit in book.pairs_of(shown.projects, (), shown.years)})
    meant = [unit for unit in units if part in fold(unit)]
    if len(meant) != 1 or not 1 < len(units) <= _MOST:
        return said
    again = reread(NameIndex({NameType.UNIT: meant}))
    return again if again.mentioned(NameType.UNIT) and not again.leftovers else said


def _only_name(said: Parse) -> str:
    """The piece of a project's name, or the words that nothing explains, where nothing else is said; else nothing."""
    if any(p.meaning not in _BESIDE for p in said.cover if not any(p.start == m.start for m in said.mentions)):
        return ""
    spans = [(m.start, m.end) for m in said.mentions] + [(x.start, x.end) for x in said.leftovers]
    whole = any(match.whole for mention in said.mentions for match in mention.matches)
    if len(spans) != 1 or whole or said.mentioned(NameType.UNIT):
        return ""
    return fold(said.said.text[spans[0][0] : spans[0][1]])
