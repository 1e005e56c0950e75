"""What can be asked about right now: the names of what is current, which of them exist together, and their index."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from bot.described.far import FarNames
from bot.language.patterns import Pattern
from bot.reading.kinds_of_units import KindsOfUnits
from bot.register import Register, register_of, sources_of
from store.catalogue import Catalogue, Entry, Listed
from store.hierarchy import Hierarchy
from store.names import NameIndex, NameType
from store.names.senses import Near
from store.numerals import DIGIT_CHARACTERS
from store.plan import Plan
from store.text import fold

_COUNTS = Pattern(rf"[\d{DIGIT_CHARACTERS}十]")
_LEAST_SAID = 4  # characters that say so much that their order may be another
_RESEMBLES, _SHARES = 75.0, 30.0  # rapidfuzz score, 0 to 100


class Book:
    """One state of the store as questions need it; built once a version, then only read."""

    def __init__(
        self,
        catalogue: Catalogue,
        before: "Book | None" = None,
        snapshot: Path | None = None,
        far: FarNames | None = None,
    ) -> None:
        """`before` is the book of an earlier state, whose index is followed; `snapshot` is the file in which an index is kept.

        `far` knows what the projects' names mean; without it there is no name but by its letters.
        """
        self._far = far
        self.catalogue = catalogue
        self.hierarchy = Hierarchy(catalogue.entries)
        self.register: Register = register_of(catalogue, before.register if before else None, snapshot)

    def complete(self) -> None:
        """Makes what the first question that looks it up would make otherwise."""
        lookups = self._of_project, self._of_unit, self._stems, self._backwards, self._units_of_department
        assert all(found is not None for found in (*lookups, self._known_units, self._projects, self.kinds))
        self.below("")

    @property
    def names(self) -> NameIndex:
        """The index of all names."""
        return self.register.index

    @property
    def version(self) -> int:
        """The state of the store that this was built from."""
        return self.catalogue.version

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The fiscal years that there is anything of, the oldest first."""
        return self.catalogue.years

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The units that have targets."""
        return tuple(sorted({e.unit for e in self.catalogue.entries}))

    @cached_property
    def projects(self) -> tuple[str, ...]:
        """The projects' names, each once."""
        return tuple(sorted({e.project for e in self.catalogue.entries}))

    def is_project(self, name: str) -> bool:
        """Whether a project is called exactly so."""
        return name in self._projects

    @cached_property
    def _projects(self) -> frozenset[str]:
        return frozenset(self.projects)

    @cached_property
    def sources(self) -> frozenset[str]:
        """The 项目来源 that projects are told by; the other names of `NameType.ATTRIBUTE` are 项目属性."""
        return sources_of(self.catalogue)

    @cached_property
    def attributes(self) -> dict[int, frozenset[str]]:
        """The 项目属性 that forms of each year state."""
        return {
            year: frozenset(e.attribute for e in self.catalogue.entries if e.year == year and e.attribute) for year in self.years
        }

    @cached_property
    def kinds(self) -> KindsOfUnits:
        """The kinds of units that there are."""
        return KindsOfUnits(self)

    def is_unit(self, name: str) -> bool:
        """Whether a unit is called exactly so."""
        return name in self._known_units

    @cached_property
    def _known_units(self) -> frozenset[str]:
        return frozenset((*self.units, *(unit for unit, _project in self.catalogue.evaluated)))

    @cached_property
    def _backwards(self) -> list[tuple[str, str]]:
        """The units by their folded names from behind: those that end alike stand together."""
        return sorted((fold(unit)[::-1], unit) for unit in self.units)

    @cached_property
    def _units_of_department(self) -> dict[str, tuple[str, ...]]:
        """Folded department → the units that name it as theirs, in the order of the entries."""
        found: dict[str, dict[str, None]] = {}
        for department, unit in dict.fromkeys((e.department, e.unit) for e in self.catalogue.entries if e.department):
            found.setdefault(fold(department), {})[unit] = None
        return {department: tuple(units) for department, units in found.items()}

    @cached_property
    def codes(self) -> dict[str, str]:
        """Code of a department → its folded name; without those that stand for several."""
        named = {(e.department_code, fold(e.department)) for e in self.catalogue.entries if e.department_code and e.department}
        times = Counter(code for code, _name in named)
        return {code: name for code, name in named if times[code] == 1}

    @cached_property
    def numbers_in_names(self) -> frozenset[str]:
        """The numbers that stand in names of projects and units, each whole: 120 of “120急救”."""
        return frozenset(number for name in (*self.projects, *self.units) for number in re.findall(r"\d+", fold(name)))

    @cached_property
    def _of_project(self) -> dict[str, list[Entry]]:
        """Folded name of a project → its entries."""
        return _grouped(self.catalogue.entries, lambda entry: entry.project)

    @cached_property
    def _of_unit(self) -> dict[str, list[Entry]]:
        """Folded name of a unit → its entries."""
        return _grouped(self.catalogue.entries, lambda entry: entry.unit)

    @cached_property
    def _stems(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.projects:
            found[stem_of(name)].append(name)
        return dict(found)

    def of_stem(self, stem: str) -> Sequence[str]:
        """The projects that are called so but for what counts their phases or years."""
        return self._stems.get(stem, ())

    def below(self, unit: str) -> tuple[str, ...]:
        """The units that belong to this one (所属单位)."""
        return self.hierarchy.below(unit)

    def units_called(self, name: str) -> tuple[str, ...]:
        """The units that a unit's or department's name means: itself, the unit that is the department, or those below it."""
        if name in self._known_units:
            return (name,)
        department = fold(name)
        return self._ending_alike(department) or self._units_of_department.get(department, ())

    def _ending_alike(self, department: str) -> tuple[str, ...]:
        """The units whose names end with this one, or it with theirs: with or without the name of the county before it."""
        found = {entry.unit for start in range(len(department)) for entry in self._of_unit.get(department[start:], ())}
        return tuple(sorted(found | set(self.units_ending((department,)))))

    def units_ending(self, ends: Sequence[str]) -> tuple[str, ...]:
        """The units whose folded names end with one of these."""
        found = set()
        for backwards in (end[::-1] for end in ends):
            at = bisect_left(self._backwards, (backwards, ""))
            while at < len(self._backwards) and self._backwards[at][0].startswith(backwards):
                found.add(self._backwards[at][1])
                at += 1
        return tuple(sorted(found))

    def pairs(self, projects: Sequence[str], units: Sequence[str]) -> set[tuple[str, str]]:
        """Which of these projects exist in which of these units, in any year."""
        return {(e.project, e.unit) for e in self._entries(projects, units)}

    def pairs_of(self, projects: Sequence[str], units: Sequence[str], years: Sequence[int]) -> set[tuple[str, str]]:
        """The same for these years; none of them does not restrict."""
        return {(e.project, e.unit) for e in self._entries(projects, units) if not years or e.year in years}

    def holds(self, projects: Sequence[str], units: Sequence[str]) -> bool:
        """Whether one of these units has one of these projects."""
        return any(True for _ in self._entries(projects, units))

    def years_of(self, projects: Sequence[str], units: Sequence[str]) -> tuple[int, ...]:
        """The years for which there are targets in that scope, the oldest first."""
        return tuple(sorted({e.year for e in self._entries(projects, units)}))

    def _entries(self, projects: Sequence[str], units: Sequence[str]) -> Iterable[Entry]:
        """The entries of these projects and units; an empty sequence does not restrict."""
        if not projects and not units:
            return self.catalogue.entries
        if not units or (projects and len(projects) < len(units)):
            return _named(self._of_project, projects, units, lambda entry: entry.unit)
        return _named(self._of_unit, units, projects, lambda entry: entry.project)

    def most(self, plan: Plan) -> int:
        """How many targets a plan can be about at most, as its projects tell."""
        if not plan.projects:
            return len(self.catalogue.entries)
        return sum(len(self._of_project.get(name, ())) for name in {fold(project) for project in plan.projects})

    def indicators_with(self, text: str) -> tuple[str, ...]:
        """The names of indicators that hold the text."""
        said = fold(text)
        return tuple(dict.fromkeys(name for name, folded in self._indicators if said in folded)) if said else ()

    def indicators_like(self, text: str) -> tuple[str, ...]:
        """The names of indicators that hold all characters of the text, in another order or with others between them."""
        said = fold(text)
        wanted, pairs = Counter(said), {said[place : place + 2] for place in range(len(said) - 1)}
        if len(said) < _LEAST_SAID:
            return ()
        near = ((name, folded) for name, folded in self._indicators if any(pair in folded for pair in pairs))
        return tuple(name for name, folded in near if not wanted - Counter(folded))

    @cached_property
    def _indicators(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, fold(name)) for name in dict.fromkeys(name for name, _level2 in self.catalogue.indicator_names))

    def resembles(self, text: str) -> bool:
        """Whether the text comes close to the name of a project or a unit, so that one of them may be meant."""
        return bool(self.names.near(text, (NameType.PROJECT, NameType.UNIT), 1, at_least=_RESEMBLES))

    def shares_words(self, text: str) -> bool:
        """Whether half of the text stands word by word in a project's name, or a nickname in it stands for one: 北斗|设备|更新 of 防撞设备更新."""
        said = fold(text)
        near = self.names.near(said, (NameType.PROJECT,), at_least=_SHARES) if len(said) >= _LEAST_SAID else []
        return any(_in_words(said, fold(name)) * 2 >= len(said) for name in near) or bool(self.names.nearly(text))

    @cached_property
    def _only_listed(self) -> dict[str, list[Listed]]:
        """Folded name → its rows, of projects that nothing but lists (公开清单) names."""
        known = {fold(e.project) for e in self.catalogue.entries} | {fold(name) for _unit, name in self.catalogue.evaluated}
        found: dict[str, list[Listed]] = {}
        for row in self.catalogue.listed:
            if fold(row.project) not in known:
                found.setdefault(fold(row.project), []).append(row)
        return found

    def listed_in(self, text: str) -> list[Listed]:
        """The rows of the project that only lists name and whose whole name stands in the text: the longest name."""
        said = fold(text)
        names = [name for name in self._only_listed if name in said]
        return self._only_listed[max(names, key=len)] if names else []

    def far(self, text: str, units: Sequence[str] = ()) -> list[Near]:
        """The projects, of these units if any, that the text may mean without saying their names; for want of the extra none."""
        if self._far is None or not self._projects:
            return []
        among = {project for project, _unit in self.pairs((), units)} if units else None
        return self._far.near(text, self._projects, among)

    def nearly(self, text: str, units: Sequence[str] = ()) -> list[str]:
        """The projects, of these units if any, that a nickname in the text is near to."""
        found = self.names.nearly(text)
        among = {project for project, _unit in self.pairs(found, units)} if found else set()
        return [name for name in found if name in among]

    def near(self, text: str, kinds: Iterable[NameType], limit: int = 3) -> list[str]:
        """Stored names that look like the text."""
        return self.names.near(text, kinds, limit)


def _in_words(said: str, name: str) -> int:
    """How many characters stand in the name in runs of two and more, where these are more than one word of two."""
    held = {place + step for place in range(len(said) - 1) if said[place : place + 2] in name for step in (0, 1)}
    return len(held) if len(held) > _A_PAIR else 0


_A_PAIR = 2  # characters


def stem_of(name: str) -> str:
    """The name without what counts its phases or years."""
    return _COUNTS.sub("", fold(name))


def _named(
    grouped: Mapping[str, Sequence[Entry]], names: Iterable[str], others: Iterable[str], other: Callable[[Entry], str]
) -> Iterator[Entry]:
    """The entries of these names, and of these others if there are any."""
    wanted = {fold(name) for name in others}
    found = (entry for name in {fold(name) for name in names} for entry in grouped.get(name, ()))
    return (entry for entry in found if not wanted or fold(other(entry)) in wanted)


def _grouped(entries: Iterable[Entry], name: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[fold(name(entry))].append(entry)
    return dict(found)
