"""Which projects exist in which units, by the numbers of their names: how the two are joined after each was found alone."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

_SAME = 1000  # units of one project that are looked at, unless they are said themselves


class Pairs:
    """Pairs of a unit and a project, in the order that they were given in."""

    def __init__(self, pairs: Sequence[tuple[str, str]], units: Mapping[str, int], projects: Mapping[str, int]) -> None:
        """`units` and `projects` give each name its number."""
        self.units = np.fromiter((units[unit] for unit, _project in pairs), np.int32, len(pairs))
        self.projects = np.fromiter((projects[project] for _unit, project in pairs), np.int32, len(pairs))
        self._of_unit = _Grouped(self.units, len(units))
        self._of_project = _Grouped(self.projects, len(projects))

    def projects_of(self, units: Sequence[int]) -> Numbers:
        """The projects of these units, ascending."""
        return np.unique(self.projects[self._of_unit(units)]).astype(np.int64)

    def of(self, units: Sequence[int], projects: Sequence[int]) -> Numbers:
        """The pairs of each of these units and of each of these projects, ascending."""
        return np.unique(np.concatenate([self._of_unit(units), self._of_project(projects, _SAME)]))


class _Grouped:
    """For each number the places that have it."""

    def __init__(self, numbers: NDArray[np.int32], count: int) -> None:
        self._order = np.argsort(numbers, kind="stable").astype(np.int32)
        self._starts = np.searchsorted(numbers[self._order], np.arange(count + 1)).astype(np.int32)

    def __call__(self, numbers: Sequence[int], most: int | None = None) -> NDArray[np.int32]:
        bounds = ((int(self._starts[n]), int(self._starts[n + 1])) for n in numbers)
        found = [self._order[first : end if most is None else min(end, first + most)] for first, end in bounds]
        return np.concatenate([self._order[:0], *found])
