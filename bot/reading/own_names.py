"""What a question names among the projects of the unit that it says.

Of a hundred thousand names hundreds share more letters with a question than the one that is meant, where that was typed with a slip.
Where the unit is said and has nothing of what was found, or words are left that nothing explains, the question is read once more with
no other names than the unit's own; that counts where it explains all that was explained before.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from bot.book import Book
from bot.reading.parse import Parse
from store.names import EVERY, Kind, Match, Names, NameType, Token, Wanted

_MOST = 400  # projects of the units: more are read like all others
_UNITS = 8  # that a mention may mean: 第一小学 is no unit that is said
_SURE = 3  # tokens that say a unit
_ALMOST_WHOLE = 0.8  # of a name, by weight
_OWN = frozenset({NameType.PROJECT, NameType.UNIT})


def among_own(said: Parse, book: Book, reread: Callable[[Names], Parse]) -> Parse:
    """The question, or what it says where only the units' own names are meant; `reread` parses it with other names."""
    units = _units(said)
    if not units or not _is_in_doubt(said, units, book):
        return said
    own = sorted({project for project, _unit in book.pairs((), units)})
    if not own or len(own) > _MOST:
        return said
    again = reread(_OwnNames(book.names, book.names.among({NameType.PROJECT: own, NameType.UNIT: units})))
    named = [mention.all_names() for mention in again.mentioned(NameType.PROJECT)]
    held = bool(named) and all(book.holds(names, units) for names in named)
    return again if held and _is_better(again, said, units, book) else said


def _is_better(again: Parse, said: Parse, units: Sequence[str], book: Book) -> bool:
    """Whether it explains more, or as much by what the units have; for almost a whole name a slip of one token may be left."""
    before, now = _explained(said), _explained(again)
    if before <= now:
        return now > before or not _holds_all(said, units, book) or len(again.mentions) < len(said.mentions)
    whole = any(match.whole for mention in said.mentioned(NameType.PROJECT) for match in mention.matches)
    return len(before - now) == 1 and not whole and not _holds_all(said, units, book) and _most_said(again) >= _ALMOST_WHOLE


def _most_said(said: Parse) -> float:
    """How much is said of the project of which most is: all mentions of it together."""
    shares: defaultdict[str, float] = defaultdict(float)
    for mention in said.mentioned(NameType.PROJECT):
        for name in mention.all_names():
            shares[name] += max(match.share for match in mention.matches if match.name == name)
    return max(shares.values(), default=0.0)


class _OwnNames:
    """All names, but that of projects and units there are only some."""

    def __init__(self, every: Names, own: Names) -> None:
        self._every = every
        self._own = own

    def propose(self, tokens: Sequence[Token], wanted: Wanted = EVERY) -> list[Match]:
        """See `Names`."""
        own = replace(wanted, types=wanted.types & _OWN)
        others = replace(wanted, types=wanted.types - _OWN)
        found = [
            *(self._own.propose(tokens, own) if own.types else ()),
            *(self._every.propose(tokens, others) if others.types else ()),
        ]
        return sorted(found, key=lambda match: -match.value)

    def also(self, tokens: Sequence[Token], found: Sequence[Match], wanted: Wanted = EVERY) -> list[Match]:
        """See `Names`."""
        return [] if found[0].type in _OWN else self._every.also(tokens, found, wanted)


def _units(said: Parse) -> list[str]:
    """The units that are said by more than a word."""
    named = [m for m in said.mentioned(NameType.UNIT) if len(m.matches[0].tokens) >= _SURE and len(m.all_names()) <= _UNITS]
    return sorted({name for mention in named for name in mention.all_names()})


def _is_in_doubt(said: Parse, units: Sequence[str], book: Book) -> bool:
    """Whether the units do not have what was found, or words are left over, or taken for another unit's."""
    strange = any(not {*mention.all_names()} & {*units} for mention in said.mentioned(NameType.UNIT))
    return strange or bool(said.leftovers) or not _holds_all(said, units, book)


def _holds_all(said: Parse, units: Sequence[str], book: Book) -> bool:
    return all(book.holds(mention.all_names(), units) for mention in said.mentioned(NameType.PROJECT))


def _explained(said: Parse) -> set[int]:
    """The tokens that the cover explains; of a name's span those that say it."""
    explained: set[int] = set()
    for proposal in said.cover:
        meaning = proposal.meaning
        here = [i for i, t in enumerate(said.said.tokens) if proposal.start <= t.start < proposal.end and t.kind is not Kind.SIGN]
        explained |= meaning.tokens if isinstance(meaning, Match) else set(here)
    return explained
