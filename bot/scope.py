"""Which units, projects and years a question is about: names made unambiguous by what exists together."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.book import Book
from bot.language.meanings import Mark, YearsSaid
from bot.parse import Mention, Parse
from store.names import NameType, tokenize
from store.numerals import DIGIT_CHARACTERS
from store.plan import Plan
from store.text import fold

_Tiers = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Scope:
    """Names as stored; an empty tuple does not restrict."""

    projects: tuple[str, ...]
    units: tuple[str, ...]
    years: tuple[int, ...]
    attributes: tuple[str, ...]
    whole_branch: bool
    unit_mentions: int  # how many units are said, however many each may mean
    book: Book

    def holds_with(self, projects: Sequence[str]) -> bool:
        """Whether a unit of this scope has one of these projects."""
        return bool(projects) and self.book.holds(projects, self.units)


def resolve(said: Parse, book: Book, previous: Plan | None) -> Scope:
    """The scope of a question.  Of names that are meant equally well, those stay that exist with the others."""
    projects = _parts_resolved(said, previous, book)
    units = _tiers(said.mentioned(NameType.UNIT), book.units_called)
    chosen_projects, chosen_units = _together(projects, units, book, said)
    return Scope(
        projects=chosen_projects,
        units=chosen_units,
        years=tuple(dict.fromkeys(y for m in said.meanings(YearsSaid) for y in m.years)),
        attributes=tuple(n for m in said.mentioned(NameType.ATTRIBUTE) for n in m.names()),
        whole_branch=Mark.BRANCH in said.marks(),
        unit_mentions=len(units),
        book=book,
    )


def _parts_resolved(said: Parse, previous: Plan | None, book: Book) -> list[_Tiers]:
    """The tiers of project mentions; “二期” alone is the second phase of what was named before it."""
    mentions = said.mentioned(NameType.PROJECT)
    tiers = _tiers(mentions, lambda name: (name,))
    named = [n for (sure, _), mention in zip(tiers, mentions, strict=True) if not mention.is_part() for n in sure]
    stems = {_stem(name) for name in named or (previous.projects if previous else ())}
    resolved = []
    for tier, mention in zip(tiers, mentions, strict=True):
        family = tuple(n for n in book.projects if _stem(n) in stems and _counts(n) == _counts_said(said, mention))
        resolved.append((family, family) if mention.is_part() and family else tier)
    return resolved


def _counts(name: str) -> set[str]:
    """The numbers in a name, as digits."""
    return {t.number for t in tokenize(fold(name)) if t.number}


def _counts_said(said: Parse, mention: Mention) -> set[str]:
    return _counts(said.said.text[mention.start : mention.end])


def _stem(name: str) -> str:
    """The name without what counts its phases or years."""
    return re.sub(rf"[\d{DIGIT_CHARACTERS}十]", "", fold(name))


def _tiers(mentions: Iterable[Mention], real: Callable[[str], Sequence[str]]) -> list[_Tiers]:
    """For each mention the surest names and all names, as they are stored."""
    return [(_real(m.names(), real), _real(m.all_names(), real)) for m in mentions]


def _real(names: Iterable[str], real: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stored for name in names for stored in real(name)))


def _together(projects: list[_Tiers], units: list[_Tiers], book: Book, said: Parse) -> tuple[tuple[str, ...], tuple[str, ...]]:
    sure_projects, sure_units = _union(projects, 0), _union(units, 0)
    if not projects or not units:
        return sure_projects, sure_units
    for tier_p, tier_u in ((0, 0), (0, 1), (1, 0), (1, 1)):
        pairs = book.pairs(_union(projects, tier_p), _union(units, tier_u))
        if pairs:
            kept_projects = {p for p, _ in pairs}
            kept_units = {u for _, u in pairs}
            return (
                tuple(n for m in projects for n in _kept(m[tier_p], kept_projects)),
                tuple(n for m in units for n in _kept(m[tier_u], kept_units)),
            )
    own = _own_projects(said, _union(units, 1), book)
    return (own or sure_projects), sure_units


def _own_projects(said: Parse, units: Sequence[str], book: Book) -> tuple[str, ...]:
    """The units' own projects whose names hold the words that another unit's project matched better."""
    words = [fold(said.said.text[m.start : m.end]) for m in said.mentioned(NameType.PROJECT)]
    own = sorted({project for project, _ in book.pairs((), units)})
    return tuple(p for p in own if all(w in fold(p) for w in words))


def _kept(names: Sequence[str], existing: set[str]) -> tuple[str, ...]:
    """The names that exist with the others; all of them where none does, so that the reply can say so."""
    return tuple(n for n in names if n in existing) or tuple(names)


def _union(mentions: Iterable[_Tiers], tier: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for m in mentions for n in m[tier]))
