"""Which units, projects and years a question is about: names made unambiguous by what exists together."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from bot.book import Book
from bot.language.meanings import Asked, LevelSaid, MeasureSaid, NounSaid, YearsSaid
from bot.reading.matching import joined
from bot.reading.parse import Leftover, Parse
from bot.scoping.named_years import named_years
from bot.scoping.phases_said import with_phases
from bot.scoping.sides_said import so_called
from bot.scoping.speakers import without_the_speakers
from bot.scoping.units_said import Meant, below_what_was_spoken_of, units_said
from store.names import NameType
from store.plan import Field, Plan, Side
from store.text import fold


class Scope(Struct, frozen=True):
    """Names as stored; an empty tuple does not restrict."""

    projects: tuple[str, ...]
    units: tuple[str, ...]
    years: tuple[int, ...]
    attributes: tuple[str, ...]
    whole_branch: bool
    called: str  # what the units are called where nothing but a kind of units is said: “乡镇”
    sides: tuple[Side, ...]  # the kinds of units, where several are said
    unit_mentions: int  # how many units are said, however many each may mean
    missing: tuple[Leftover, ...]  # what is said of a name and does not exist: “三期” of a project with two phases
    book: Book
    everything: bool = False  # 全县, “所有项目”

    def holds_with(self, projects: Sequence[str]) -> bool:
        """Whether a unit of this scope has one of these projects."""
        return bool(projects) and self.book.holds(projects, self.units)


def resolve(said: Parse, book: Book, previous: Plan | None) -> Scope:
    """The scope of a question.  Of names that are meant equally well, those stay that exist with the others."""
    named = named_years(said, book)
    years = {p.end: named[p.start] for p in said.cover if p.start in named}
    named_units = below_what_was_spoken_of(said, previous, book) or units_said(said, book)
    projects = _as_one(with_phases(said, previous, book, years, named_units.names), said)
    units = without_the_speakers(named_units, projects, said, book)
    missing = tuple(said.words(m.mention.start, m.mention.end) for m in (*projects, *units.meant) if not m.every)
    chosen_projects, chosen_units = _together(projects, units.meant, book, said)
    return Scope(
        projects=chosen_projects,
        units=_union(m.every for m in units.meant) if units.called else chosen_units,  # all, so that it is said who has nothing
        years=_years(said, named),
        attributes=tuple(n for m in said.mentioned(NameType.ATTRIBUTE) for n in m.names()),
        whole_branch=units.whole_branch,
        called=units.called,
        sides=units.sides,
        unit_mentions=len(units.meant),
        missing=missing,
        book=book,
        everything=said.everything,
    )


def with_only_one_so_called(scope: Scope, said: Parse, book: Book) -> tuple[Scope, tuple[str, ...]]:
    """The scope with the one unit whose name ends with a word that nothing explains (林场), and that word."""
    if scope.units:
        named = [(m, m.names()) for m in said.mentioned(NameType.UNIT)]
        return scope, tuple(said.said.text[mention.start : mention.end] for mention, _ in so_called(said, named, book))
    for word in (x for x in said.leftovers if x.tokens > 1):
        units = _ending_with(word.text, book)
        if len(units) == 1 and book.holds(scope.projects, units):
            return replace(scope, units=units, unit_mentions=1), (word.text,)
    return _rather_a_unit(scope, said, book), ()


def _ending_with(word: str, book: Book) -> tuple[str, ...]:
    return tuple(unit for unit in book.units_called(word) if fold(unit).endswith(fold(word)))


def _rather_a_unit(scope: Scope, said: Parse, book: Book) -> Scope:
    """“林场一共多少”, “柳渡有哪些项目” is the unit's where the names that begin so are all its own: they are not all that it has."""
    mentions = said.mentioned(NameType.PROJECT)
    if len(mentions) != 1:
        return scope
    names = mentions[0].names()
    word = said.said.text[mentions[0].start : mentions[0].end]
    owners = tuple({unit for _project, unit in book.pairs(names, ())})
    so_ends = len(names) > 1 and owners == _ending_with(word, book)
    part = not any(match.whole for match in mentions[0].matches)
    its_own = so_ends or (part and len(owners) == 1 and _is_of_the_place(owners[0], word) and _asks_of_all(said))
    return replace(scope, projects=(), units=owners, unit_mentions=1) if its_own else scope


def _is_of_the_place(unit: str, word: str) -> bool:
    """Whether the unit's name is this place's, and that of its kind: 柳渡|镇人民政府."""
    return re.search(rf"(?:^|[县市区旗]){re.escape(fold(word))}(?:镇|乡|街道|苏木)", fold(unit)) is not None


def _asks_of_all(said: Parse) -> bool:
    """Whether nothing is asked but what a unit may be asked: which projects, how many, how much."""
    asked = [m for m in said.meanings(Asked) if m.field not in (Field.PROJECT, Field.AMOUNT) or m.kind]
    lines = any(isinstance(p.meaning, (NounSaid, MeasureSaid, LevelSaid)) for p in said.cover)
    return not (asked or lines or said.leftovers or said.mentioned(NameType.INDICATOR))


def _years(said: Parse, named: Collection[int]) -> tuple[int, ...]:
    """The years that are said, but for those that stand (`named`) in names."""
    spans = (p for p in said.cover if p.start not in named)
    return tuple(dict.fromkeys(y for p in spans if isinstance(p.meaning, YearsSaid) for y in p.meaning.years))


def _as_one(projects: list[Meant], said: Parse) -> list[Meant]:
    """Two pieces of a project's name with nothing between them mean what both may mean: “软件升级” + “维护”."""
    meant = list(projects)
    for n, (before, after) in enumerate(pairwise(projects)):
        others = frozenset(after.every)
        both = tuple(name for name in before.every if name in others)
        if both and not joined(said.said, before.mention.end, after.mention.start):
            meant[n], meant[n + 1] = (replace(m, sure=both, every=both) for m in (meant[n], after))
    return meant


def _together(
    projects: Sequence[Meant], units: Sequence[Meant], book: Book, said: Parse
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that exist with each other: the surest that do; where none do, the surest, so that the reply can say so."""
    sure = _union(m.sure for m in projects), _union(m.sure for m in units)
    if not projects or not units:
        return sure
    if apart := _of_one_alone(projects, units, book):
        return apart
    for named in ([m.sure for m in projects], [m.every for m in projects]):
        for whose in ([m.sure for m in units], [m.every for m in units]):
            pairs = book.pairs(_union(named), _union(whose))
            if pairs and _union(named) and _union(whose):
                return _kept(named, {p for p, _ in pairs}), _kept(whose, {u for _, u in pairs})
    own = _own_projects(said, _union(m.every for m in units), book)
    return (own or sure[0]), sure[1]


def _of_one_alone(
    projects: Sequence[Meant], units: Sequence[Meant], book: Book
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """“保洁、养护、青溪镇巡查各多少”: the unit before one of a list, which has none of those before it, limits that one alone."""
    unit = units[0]
    others = [one for one in projects if not book.pairs(one.every, unit.every)]
    its_own = [one for one in projects if one not in others]
    in_turn = all(one.mention.end <= unit.mention.start for one in others) and all(
        one.mention.start >= unit.mention.end for one in its_own
    )
    if len(units) > 1 or not others or not its_own or not in_turn:
        return None
    pairs = {*book.pairs(_union(one.sure for one in others), ()), *book.pairs(_union(one.sure for one in its_own), unit.sure)}
    names, owners = _union(one.sure for one in projects), tuple(sorted({owner for _, owner in pairs}))
    return (names, owners) if {*book.pairs(names, owners)} == pairs else None


def _own_projects(said: Parse, units: Sequence[str], book: Book) -> tuple[str, ...]:
    """The units' own projects whose names hold the words that another unit's project matched better."""
    mentioned = [fold(said.said.text[m.start : m.end]) for m in said.mentioned(NameType.PROJECT)]
    if not mentioned:
        return ()
    own = sorted({project for project, _ in book.pairs((), units)}) if units else []
    return tuple(p for p in own if all(w in fold(p) for w in mentioned))


def _kept(mentions: Iterable[Sequence[str]], existing: set[str]) -> tuple[str, ...]:
    """Of each mention the names that exist with the others; all of them where none does, so that the reply can say so."""
    return _union(tuple(n for n in names if n in existing) or tuple(names) for names in mentions)


def _union(mentions: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in mentions for name in names))
