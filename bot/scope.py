"""Which units, projects and years a question is about: names made unambiguous by what exists together."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.book import Book, stem_of
from bot.language.meanings import KindOfUnits, Mark, Proposal, YearsSaid
from bot.matching import joined
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
    called: str  # what the units are called where nothing but a kind of units is said: “乡镇”
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
    projects = _with_phases(said, previous, book)
    units = _one_within_another(_meant(said.mentioned(NameType.UNIT), book.units_called), said, book)
    kinds = [p for p in said.cover if isinstance(p.meaning, KindOfUnits) and p.meaning.units]
    units = _within_another(_with_kinds(units, kinds, said, book), said, book)
    lower = book.below(units[0].sure[0]) if len(units) == 1 and len(units[0].sure) == 1 and only_below(said) else ()
    above = units[0].sure[0] if lower else ""
    if lower:
        units = [_Meant(units[0].mention, lower, lower)]
    missing = tuple(said.words(m.mention.start, m.mention.end) for m in (*projects, *units) if not m.every)
    chosen_projects, chosen_units = _together(projects, units, book, said)
    if kinds and len(kinds) == len(units):
        chosen_units = _union(unit.every for unit in units)  # all of the kind, so that the reply can say which have nothing
    kind_names = [kind.word for kind in said.meanings(KindOfUnits) if kind.units]
    called = "、".join(kind_names) if kinds and len(kinds) == len(units) else f"{above}所属单位" if lower else ""
    return Scope(
        projects=chosen_projects,
        units=chosen_units,
        years=tuple(dict.fromkeys(y for m in said.meanings(YearsSaid) for y in m.years)),
        attributes=tuple(n for m in said.mentioned(NameType.ATTRIBUTE) for n in m.names()),
        whole_branch=(not lower and _branch_said(units, said)) or any(kind.whole_branch for kind in said.meanings(KindOfUnits)),
        called=called,
        unit_mentions=len(units),
        missing=missing,
        book=book,
    )


def _meant(mentions: Iterable[Mention], real: Callable[[str], Sequence[str]]) -> list[_Meant]:
    return [_Meant(m, _real(m.names(), real), _real(m.all_names(), real)) for m in mentions]


def _real(names: Iterable[str], real: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """Names as they are stored."""
    return tuple(dict.fromkeys(stored for name in names for stored in real(name)))


def _with_phases(said: Parse, previous: Plan | None, book: Book) -> list[_Meant]:
    """What project mentions mean; “二期” alone is the second phase of what was named before it, if that has one."""
    meant = _meant(said.mentioned(NameType.PROJECT), lambda name: (name,))
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


def _with_kinds(units: list[_Meant], kinds: Sequence[Proposal], said: Parse, book: Book) -> list[_Meant]:
    """The units with those that kinds of units mean: of a unit that is named, its own (“财政局的财政所”)."""
    meant = [
        _Meant(Mention(p.start, p.end, ()), kind.units, kind.units)
        for p in kinds
        if isinstance(kind := p.meaning, KindOfUnits) and kind.units
    ]
    for one in meant:
        above = next((u for u in units if u.mention.end <= one.mention.start), None)
        below = {low for high in above.every for low in book.below(high)} if above else set()
        own = tuple(unit for unit in one.every if unit in below)
        if above is None or not own:
            units = [*units, one]
        elif joined(said.said, above.mention.end, one.mention.start):
            units = [*units, _Meant(one.mention, own, own)]
        else:
            units = [_Meant(one.mention, own, own) if u is above else u for u in units]
    return units


_BELOW = re.compile(r"(?:的)?(?:下面|底下|下属|所属|辖下)的?(?:各个?)?")


def _within_another(units: list[_Meant], said: Parse, book: Book) -> list[_Meant]:
    """Of “财政局下面的财政所” those that belong to the unit, which itself is not meant."""
    kept = units[:1]
    for above, unit in pairwise(units):
        below = {low for high in above.every for low in book.below(high)}
        own = tuple(low for low in unit.every if low in below)
        if own and _BELOW.fullmatch(said.said.text[above.mention.end : unit.mention.start]):
            kept[-1] = _Meant(unit.mention, own, own)
        else:
            kept.append(unit)
    return kept


_UNITS_BELOW = re.compile(r"(?:下属|所属|下面|底下|下级|二级)(?:的|各)?单位|下属|下属们")


def only_below(said: Parse) -> bool:
    """Whether the subordinate units alone are meant: “财政局下属单位”, not “财政局和下属单位”."""
    spans = [said.said.text[p.start : p.end] for p in said.cover if p.meaning is Mark.BRANCH]
    return bool(spans) and all(_UNITS_BELOW.fullmatch(text) for text in spans)


def _branch_said(units: Sequence[_Meant], said: Parse) -> bool:
    """Whether the subordinate units are asked for; not where the word only leads to those that are named behind it."""
    starts = {unit.mention.start for unit in units}
    spans = [p for p in said.cover if p.meaning is Mark.BRANCH]
    return any(not (_BELOW.fullmatch(said.said.text[p.start : p.end]) and p.end in starts) for p in spans)


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
