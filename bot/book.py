"""What can be asked about right now: the names of what is current, which of them exist together, and their index."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from store.catalogue import Catalogue, Listed
from store.hierarchy import subordinates
from store.names import NameIndex, NameType
from store.text import fold

_RESEMBLES = 75.0  # rapidfuzz score, 0 to 100


class Book:
    """One state of the store as questions need it; built once a version, then only read."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.names = NameIndex(
            {
                NameType.PROJECT: {e.project for e in catalogue.entries} | {project for _unit, project in catalogue.evaluated},
                NameType.UNIT: {e.unit for e in catalogue.entries}
                | {e.department for e in catalogue.entries if e.department}
                | {unit for unit, _project in catalogue.evaluated},
                NameType.INDICATOR: {name for name, _ in catalogue.indicator_names},
                NameType.ATTRIBUTE: {e.attribute for e in catalogue.entries if e.attribute},
            },
            sorted({(e.unit, e.project) for e in catalogue.entries}),
        )

    @property
    def version(self) -> int:
        """The state of the store that this was built from."""
        return self.catalogue.version

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years that there is anything of, the oldest first."""
        return self.catalogue.years

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The units that have targets."""
        return tuple(sorted({e.unit for e in self.catalogue.entries}))

    @cached_property
    def _evaluated_units(self) -> frozenset[str]:
        return frozenset(unit for unit, _project in self.catalogue.evaluated)

    @cached_property
    def projects(self) -> tuple[str, ...]:
        """The projects' names, each once."""
        return tuple(sorted({e.project for e in self.catalogue.entries}))

    @cached_property
    def _branches(self) -> dict[str, tuple[str, ...]]:
        return subordinates(self.catalogue, self.units)

    def below(self, unit: str) -> tuple[str, ...]:
        """The units that belong to this one (所属单位)."""
        return self._branches.get(unit, ())

    def units_called(self, name: str) -> tuple[str, ...]:
        """The units that a unit's or department's name means: itself, the unit that is the department, or those below it."""
        if name in self.units or name in self._evaluated_units:
            return (name,)
        department = fold(name)
        itself = tuple(u for u in self.units if department.endswith(fold(u)) or fold(u).endswith(department))
        return itself or tuple(
            dict.fromkeys(e.unit for e in self.catalogue.entries if e.department and fold(e.department) == department)
        )

    def pairs(self, projects: Sequence[str], units: Sequence[str]) -> set[tuple[str, str]]:
        """Which of these projects exist in which of these units, in any year."""
        wanted_projects, wanted_units = _folded(projects), _folded(units)
        return {
            (e.project, e.unit)
            for e in self.catalogue.entries
            if (not projects or fold(e.project) in wanted_projects) and (not units or fold(e.unit) in wanted_units)
        }

    def holds(self, projects: Sequence[str], units: Sequence[str]) -> bool:
        """Whether one of these units has one of these projects."""
        return bool(self.pairs(projects, units))

    def years_of(self, projects: Sequence[str], units: Sequence[str]) -> tuple[int, ...]:
        """The years for which there are targets in that scope, the oldest first."""
        kept = self.pairs(projects, units)
        return tuple(sorted({e.year for e in self.catalogue.entries if (e.project, e.unit) in kept}))

    def indicators_with(self, text: str) -> tuple[str, ...]:
        """The names of indicators that hold the text."""
        return tuple(dict.fromkeys(n for n, _ in self.catalogue.indicator_names if fold(text) and fold(text) in fold(n)))

    def resembles(self, text: str) -> bool:
        """Whether the text comes close to the name of a project or a unit, so that one of them may be meant."""
        return bool(self.names.near(text, (NameType.PROJECT, NameType.UNIT), 1, at_least=_RESEMBLES))

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

    def near(self, text: str, kinds: Iterable[NameType], limit: int = 3) -> list[str]:
        """Stored names that look like the text."""
        return self.names.near(text, kinds, limit)


def _folded(names: Sequence[str]) -> set[str]:
    return {fold(name) for name in names}
