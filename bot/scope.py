"""Which units, projects and years a question is about: names made unambiguous by what exists together."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.book import Book, stem_of
from bot.language.meanings import Mark, YearsSaid
from bot.matching import joined
from bot.named_years import named_years
from bot.parse import Leftover, Mention, Parse
from store.names import NameType, tokenize
from store.plan import Plan
from store.text import fold


@dataclass(frozen=True)
class Scope:
    """Names as stored; an empty tuple does not restrict."""

    projects: tuple[str, ...]
    units: tuple[str, ...]
    years: tuple[int, ...]
    attributes: tuple[str, ...]
    whole_branch: bool
    unit_mentions: int  # how many units are said, however many each may mean
    missing: tuple[Leftover, ...]  # what is said of a name and does not exist: “三期” of a project with two phases
    book: Book

    def holds_with(self, projects: Sequence[str]) -> bool:
        """Whether a unit of this scope has one of these projects."""
        return bool(projects) and self.book.holds(projects, self.units)


@dataclass(frozen=True)
class _Meant:
    """What one mention means: the surest names, and all names that are possible."""

    mention: Mention
    sure: tuple[str, ...]
    every: tuple[str, ...]


def resolve(said: Parse, book: Book, previous: Plan | None) -> Scope:
    """The scope of a question.  Of names that are meant equally well, those stay that exist with the others."""
    named = named_years(said, book)
    projects = _with_phases(said, previous, book, {p.end: named[p.start] for p in said.cover if p.start in named})
    units = _one_within_another(_meant(said.mentioned(NameType.UNIT), book.units_called), said, book)
    missing = tuple(said.words(m.mention.start, m.mention.end) for m in (*projects, *units) if not m.every)
    chosen_projects, chosen_units = _together(projects, units, book, said)
    return Scope(
        projects=chosen_projects,
        units=chosen_units,
        years=_years(said, named),
        attributes=tuple(n for m in said.mentioned(NameType.ATTRIBUTE) for n in m.names()),
        whole_branch=Mark.BRANCH in said.marks(),
        unit_mentions=len(units),
        missing=missing,
        book=book,
    )


def _years(said: Parse, named: Collection[int]) -> tuple[int, ...]:
    """The years that are said, but for those that stand (`named`) in names."""
    spans = (p for p in said.cover if p.start not in named)
    return tuple(dict.fromkeys(y for p in spans if isinstance(p.meaning, YearsSaid) for y in p.meaning.years))


def _meant(mentions: Iterable[Mention], real: Callable[[str], Sequence[str]]) -> list[_Meant]:
    return [_Meant(m, _real(m.names(), real), _real(m.all_names(), real)) for m in mentions]


def _real(names: Iterable[str], real: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """Names as they are stored."""
    return tuple(dict.fromkeys(stored for name in names for stored in real(name)))


def _with_phases(said: Parse, previous: Plan | None, book: Book, with_years: Mapping[int, tuple[str, ...]]) -> list[_Meant]:
    """What project mentions mean; “二期” alone is the second phase of what was named before it, if that has one.

    `with_years`: where a mention begins whose names have the year that stands before it, and these names.
    """
    meant = _meant(said.mentioned(NameType.PROJECT), lambda name: (name,))
    meant = [replace(m, sure=names, every=names) if (names := with_years.get(m.mention.start)) else m for m in meant]
    named = [name for m in meant if not m.mention.phase for name in m.sure]
    stems = {stem_of(name) for name in named or (previous.projects if previous else ())}
    if not stems:
        return meant
    return [_phase_of(stems, m, said, book) if m.mention.phase else m for m in meant]


def _phase_of(stems: set[str], meant: _Meant, said: Parse, book: Book) -> _Meant:
    counts = _counts(said.said.text[meant.mention.start : meant.mention.end])
    family = tuple(n for stem in sorted(stems) for n in book.of_stem(stem) if _counts(n) == counts)
    return _Meant(meant.mention, family, family)


def _counts(name: str) -> set[str]:
    """The numbers in a name, as digits."""
    return {t.number for t in tokenize(fold(name)) if t.number}


def _one_within_another(units: list[_Meant], said: Parse, book: Book) -> list[_Meant]:
    """Two units with nothing between them are one: the lower of the two, or the one that both pieces mean, or none."""
    kept = units[:1]
    for before, unit in pairwise(units):
        start, end = before.mention.end, unit.mention.start
        if joined(said.said, start, end) or said.said.text[start:end].strip():
            kept.append(unit)
            continue
        below = {low for high in before.every for low in book.below(high)}
        lower = tuple(u for u in unit.every if u in below) or tuple(u for u in unit.every if u in before.every)
        kept[-1] = _Meant(Mention(before.mention.start, unit.mention.end, unit.mention.matches), lower, lower)
    return kept


def _together(projects: list[_Meant], units: list[_Meant], book: Book, said: Parse) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that exist with each other: the surest that do; where none do, the surest, so that the reply can say so."""
    sure = _union(m.sure for m in projects), _union(m.sure for m in units)
    if not projects or not units:
        return sure
    for named in ([m.sure for m in projects], [m.every for m in projects]):
        for whose in ([m.sure for m in units], [m.every for m in units]):
            pairs = book.pairs(_union(named), _union(whose))
            if pairs and _union(named) and _union(whose):
                return _kept(named, {p for p, _ in pairs}), _kept(whose, {u for _, u in pairs})
    own = _own_projects(said, _union(m.every for m in units), book)
    return (own or sure[0]), sure[1]


def _own_projects(said: Parse, units: Sequence[str], book: Book) -> tuple[str, ...]:
    """The units' own projects whose names hold the words that another unit's project matched better."""
    mentioned = [fold(said.said.text[m.start : m.end]) for m in said.mentioned(NameType.PROJECT)]
    own = sorted({project for project, _ in book.pairs((), units)}) if units else []
    return tuple(p for p in own if all(w in fold(p) for w in mentioned))


def _kept(mentions: Iterable[Sequence[str]], existing: set[str]) -> tuple[str, ...]:
    """Of each mention the names that exist with the others; all of them where none does, so that the reply can say so."""
    return _union(tuple(n for n in names if n in existing) or tuple(names) for names in mentions)


def _union(mentions: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in mentions for name in names))
