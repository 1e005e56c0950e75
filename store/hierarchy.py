"""Which units are below which, read from what the forms say under 主管部门及代码.

A unit is below another one of its publisher if its department is that unit by name (“淮北市相山区财政局” is 相山区财政局),
or if its department's code continues that unit's own code (121004 is below 121).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from store.catalogue import Catalogue, Entry
from store.text import fold

# What may stand before a unit's name without making it another unit: the regions that it lies in.
_REGION = re.compile(r"(?:.+(?:省|市|区|县|旗|州|盟|乡|镇|街道))?")


def subordinates(catalogue: Catalogue, units: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each of these units the names of those below it, of all levels, ordered by code point; never the unit itself."""
    publishers = _by_publisher(catalogue)
    return {unit: _below(publishers, unit) for unit in units}


@dataclass(frozen=True)
class _Unit:
    """A unit's folded name, its printed name, and (department folded, code) of each of its targets."""

    folded: str
    name: str
    departments: frozenset[tuple[str, str]]


def _by_publisher(catalogue: Catalogue) -> list[list[_Unit]]:
    grouped: defaultdict[str, defaultdict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in catalogue.entries:
        grouped[fold(entry.publisher)][fold(entry.unit)].append(entry)
    return [[_unit(folded, entries) for folded, entries in units.items()] for units in grouped.values()]


def _unit(folded: str, entries: list[Entry]) -> _Unit:
    departments = {(fold(entry.department or ""), fold(entry.department_code or "")) for entry in entries}
    return _Unit(folded, min(entry.unit for entry in entries), frozenset(departments))


def _below(publishers: list[list[_Unit]], unit: str) -> tuple[str, ...]:
    found: Mapping[str, str] = {}
    for units in publishers:
        found = {**found, **_below_in(units, fold(unit))}
    return tuple(sorted(found.values()))


def _below_in(units: list[_Unit], top: str) -> dict[str, str]:
    """Level by level, so that a unit below a unit below is found and a circle ends."""
    found: dict[str, str] = {}
    level = {top}
    while level:
        next_level = {unit.folded: unit.name for above in level for unit in units if _is_below(units, unit, above)}
        level = set(next_level) - set(found) - {top}
        found |= {folded: next_level[folded] for folded in level}
    return found


def _is_below(units: list[_Unit], unit: _Unit, above: str) -> bool:
    if unit.folded == above:
        return False
    codes = {code for other in units for name, code in other.departments if code and _same(name, above)}
    return any(
        _same(name, above) or any(code != own and code.startswith(own) for own in codes) for name, code in unit.departments
    )


def _same(department: str, unit: str) -> bool:
    longer, shorter = (department, unit) if len(department) >= len(unit) else (unit, department)
    return bool(shorter) and longer.endswith(shorter) and bool(_REGION.fullmatch(longer.removesuffix(shorter)))
