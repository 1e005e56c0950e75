"""Which projects exist in which units, by the identities of their names: how the two are joined after each was found alone."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from store.names.identity import Ids, identities

Places = NDArray[np.intp]
Number = TypeVar("Number", np.uint64, np.intp)

_NONE: Ids = np.empty(0, np.uint64)
_NOWHERE: Places = np.empty(0, np.intp)
SAME = 1000  # units of one project that are looked at, unless they are said themselves
_GONE = 4  # a run of which more than one in so many pairs is gone is written anew


class Joined(Struct, frozen=True):
    """Pairs, as the identities of their units and projects, ascending by project, then by unit."""

    units: Ids
    projects: Ids

    def __len__(self) -> int:
        return len(self.units)

    @classmethod
    def of(cls, pairs: Sequence[tuple[str, str]]) -> "Joined":
        """These pairs of a unit and a project, each once."""
        return cls.sorted(identities([unit for unit, _project in pairs]), identities([project for _unit, project in pairs]))

    @classmethod
    def sorted(cls, units: Ids, projects: Ids) -> "Joined":
        """These pairs in any order, each once."""
        order = np.lexsort((units, projects))
        units, projects = units[order], projects[order]
        first = np.ones(len(units), np.bool_)
        first[1:] = (units[1:] != units[:-1]) | (projects[1:] != projects[:-1])
        return cls(units[first], projects[first])

    @classmethod
    def together(cls, parts: "Sequence[Joined]") -> "Joined":
        """The pairs of all of them."""
        return cls.sorted(
            np.concatenate([_NONE, *(p.units for p in parts)]), np.concatenate([_NONE, *(p.projects for p in parts)])
        )

    def at(self, places: Places | NDArray[np.bool_]) -> "Joined":
        """Some of them."""
        return Joined(self.units[places], self.projects[places])

    def first(self, most: int) -> "Joined":
        """Up to so many of each project."""
        before = np.searchsorted(self.projects, self.projects, "left")
        return self.at(np.arange(len(self)) - before < most)


def distinct(numbers: NDArray[Number]) -> NDArray[Number]:
    """Each of the numbers once, ascending: what `numpy.unique` says of few, in a third of the time and without `numpy.ma`, which it imports."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


class Pairs:
    """All pairs, in runs: those that come later make a run of their own.  It never changes."""

    def __init__(self, runs: "Iterable[Run]" = ()) -> None:
        self.runs = tuple(runs)

    def __len__(self) -> int:
        return sum(map(len, self.runs))

    def changed(self, added: Joined, removed: Joined, units_gone: Ids = _NONE, projects_gone: Ids = _NONE) -> "Pairs":
        """Without the removed ones and those of the units and the projects that are gone, with the added ones.

        A run is merged with the one before it unless that is more than twice as long.
        """
        kept = [run.without(removed, units_gone, projects_gone) for run in self.runs]
        there = np.zeros(len(added), np.bool_)
        for run in kept:
            there |= run.find(added) >= 0
        runs: list[Run] = []
        for run in sorted([*kept, Run.of(added.at(~there))], key=len, reverse=True):
            last = run
            while runs and len(last) and len(runs[-1]) <= 2 * len(last):
                last = Run.of(Joined.together([runs.pop().living(), last.living()]))
            if len(last):
                runs.append(last)
        return Pairs(runs)

    def projects_of(self, units: Ids) -> Ids:
        """The projects of these units, ascending."""
        return distinct(np.concatenate([_NONE, *(run.pairs.projects[run.of_units(units)] for run in self.runs)]))

    def of(self, units: Ids, projects: Ids) -> Joined:
        """The pairs of each of these units and, up to a thousand a project, of each of these projects."""
        own = [run.of_units(units) for run in self.runs]
        theirs = [run.of_projects(projects, SAME) for run in self.runs]
        if len(self.runs) == 1:
            return self.runs[0].pairs.at(distinct(np.concatenate(own + theirs)))
        first = Joined.together([run.pairs.at(places) for run, places in zip(self.runs, theirs, strict=True)]).first(SAME)
        return Joined.together([first, *(run.pairs.at(places) for run, places in zip(self.runs, own, strict=True))])


class Run(Struct, frozen=True):
    """Pairs, and how they are found by their unit; those that are removed are masked."""

    pairs: Joined
    by_unit: NDArray[np.int32]  # the places of the pairs, ascending by unit
    units: Ids  # each once, ascending
    firsts: NDArray[np.int32]  # where in `by_unit` each unit's begin, and the end of the last
    alive: NDArray[np.bool_] | None = None  # None where all are
    gone: int = 0

    @classmethod
    def of(cls, pairs: Joined, by_unit: NDArray[np.int32] | None = None) -> "Run":
        """These pairs as a run."""
        order = np.argsort(pairs.units, kind="stable").astype(np.int32) if by_unit is None else by_unit
        units = pairs.units[order]
        first = np.ones(len(units) + 1, np.bool_)
        np.not_equal(units[1:], units[:-1], out=first[1:-1])
        firsts = np.flatnonzero(first).astype(np.int32)
        return cls(pairs, order, units[firsts[:-1]], firsts)

    def __len__(self) -> int:
        return len(self.pairs) - self.gone

    def living(self) -> Joined:
        """The pairs that are still there."""
        return self.pairs if self.alive is None else self.pairs.at(self.alive)

    def without(self, removed: Joined, units: Ids, projects: Ids) -> "Run":
        """The same without these pairs and those of these units and projects."""
        places = self.find(removed)
        places = np.concatenate([places[places >= 0], self.of_units(units), self.of_projects(projects)])
        if not len(places):
            return self
        alive = np.ones(len(self.pairs), np.bool_) if self.alive is None else self.alive.copy()
        alive[places] = False
        masked = replace(self, alive=alive, gone=len(alive) - int(np.count_nonzero(alive)))
        return Run.of(masked.living()) if masked.gone * _GONE > len(alive) else masked

    def find(self, pairs: Joined) -> Places:
        """Where these pairs stand; -1 for those that are not here."""
        found = np.full(len(pairs), -1, np.intp)
        firsts, ends = _bounds(self.pairs.projects, pairs.projects)
        for n in np.flatnonzero(firsts < ends).tolist():
            at = int(firsts[n]) + int(np.searchsorted(self.pairs.units[firsts[n] : ends[n]], pairs.units[n]))
            if at < ends[n] and self.pairs.units[at] == pairs.units[n] and (self.alive is None or self.alive[at]):
                found[n] = at
        return found

    def of_units(self, units: Ids) -> Places:
        """The places of the pairs of these units."""
        if not len(units):
            return _NOWHERE
        at = self.units.searchsorted(units)
        at = at[self.units.take(at, mode="clip") == units] if len(self.units) else at[:0]
        places: Places = self.by_unit[_ranges(self.firsts[at], self.firsts[at + 1])].astype(np.intp)
        return places if self.alive is None else places[self.alive[places]]

    def of_projects(self, projects: Ids, most: int | None = None) -> Places:
        """The places of the pairs of these projects, of each those with the first units up to so many."""
        firsts, ends = _bounds(self.pairs.projects, projects)
        if self.alive is None:
            return _ranges(firsts, ends if most is None else np.minimum(ends, firsts + most))
        bounds = zip(firsts.tolist(), ends.tolist(), strict=True)
        return np.concatenate([firsts[:0], *(np.flatnonzero(self.alive[first:end])[:most] + first for first, end in bounds)])


def _bounds(ordered: Ids, wanted: Ids) -> tuple[Places, Places]:
    """Where in the ordered numbers each wanted one begins and ends."""
    return ordered.searchsorted(wanted, "left"), ordered.searchsorted(wanted, "right")


def _ranges(firsts: NDArray[np.signedinteger], ends: NDArray[np.signedinteger]) -> Places:
    """All numbers from each first one to before its end."""
    lengths = ends - firsts
    until = lengths.cumsum()
    found: Places = (firsts - until + lengths).repeat(lengths)
    found += np.arange(len(found))
    return found
