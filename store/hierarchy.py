"""Which units are below which, read from what the forms say under 主管部门及代码.

A unit is below another one of its publisher if its department is that unit by name (“淮北市相山区财政局” is 相山区财政局),
or if its department's code continues that unit's own code (121004 is below 121).
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from store.catalogue import Entry
from store.text import fold

# What a region's name ends with: it may stand before a unit's name without making it another unit.
_REGIONS = ("省", "市", "区", "县", "旗", "州", "盟", "乡", "镇", "街道")


class Hierarchy:
    """The units of all publishers, each with those below it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = entries
        self._known: dict[str, tuple[str, ...]] = {}

    def below(self, unit: str) -> tuple[str, ...]:
        """The names of the units below this one, of all levels, ordered by code point; never the unit itself."""
        folded = fold(unit)
        if folded not in self._known:
            found: dict[str, str] = {}
            named = (publisher for name in tails(folded) for publisher in self._naming[0].get(name, ()))
            for publisher in dict.fromkeys((*self._naming[1].get(folded, ()), *named)):
                found |= publisher.below(folded)
            self._known[folded] = tuple(sorted(found.values()))
        return self._known[folded]

    @cached_property
    def _naming(self) -> tuple[dict[str, list["_Publisher"]], dict[str, list["_Publisher"]]]:
        """The publishers of which a unit names a department so; and those of which one names it with regions before that."""
        whole: defaultdict[str, list[_Publisher]] = defaultdict(list)
        tail: defaultdict[str, list[_Publisher]] = defaultdict(list)
        for publisher in self._publishers:
            for name in publisher.departments:
                whole[name].append(publisher)
            for name in publisher.tails_of_departments:
                tail[name].append(publisher)
        return whole, tail

    @cached_property
    def _publishers(self) -> list["_Publisher"]:
        grouped: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self._entries:
            grouped[entry.publisher].append(entry)
        same: defaultdict[str, list[Entry]] = defaultdict(list)
        for publisher, entries in grouped.items():
            same[fold(publisher)].extend(entries)
        return [_Publisher(entries) for entries in same.values()]


class _Publisher:
    """The units of one publisher, by what they say of their departments; all names are folded."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        said = {(entry.unit, entry.department or "", entry.department_code or "") for entry in entries}
        self._printed: dict[str, str] = {}
        self._units_of: defaultdict[str, set[str]] = defaultdict(set)  # department → the units that name it
        codes: set[tuple[str, str]] = set()
        self._codes_of: defaultdict[str, set[str]] = defaultdict(set)  # department → its codes
        self._tails: defaultdict[str, set[str]] = defaultdict(set)  # a department without its regions → the department
        for unit, department, code in ((u, fold(d), fold(c)) for u, d, c in sorted(said)):
            folded = fold(unit)
            self._printed.setdefault(folded, unit)
            self._units_of[department].add(folded)
            for tail in tails(department):
                self._tails[tail].add(department)
            if code:
                self._codes_of[department].add(code)
                codes.add((code, folded))
        self._codes = sorted(codes)

    @property
    def departments(self) -> Iterable[str]:
        """The departments that its units name."""
        return self._units_of

    @property
    def tails_of_departments(self) -> Iterable[str]:
        """The same, and what is left of each without its regions."""
        return self._tails

    def below(self, top: str) -> dict[str, str]:
        """Level by level, so that a unit below a unit below is found and a circle ends: folded name → printed name."""
        found: dict[str, str] = {}
        level = {top}
        while level:
            following = {unit for above in level for unit in self._right_below(above)} - set(found) - {top}
            found |= {unit: self._printed[unit] for unit in following}
            level = following
        return found

    def _right_below(self, above: str) -> Iterator[str]:
        named = self._departments_called(above)
        for department in named:
            yield from self._units_of.get(department, set()) - {above}
        for own in {code for department in named for code in self._codes_of.get(department, ())}:
            first, end = bisect_right(self._codes, (own, "\U0010ffff")), bisect_left(self._codes, (own + "\U0010ffff",))
            yield from (unit for _code, unit in self._codes[first:end] if unit != above)

    def _departments_called(self, unit: str) -> set[str]:
        """The departments that are this unit by name, with or without the regions that it lies in."""
        if not unit:
            return set()
        return self._tails.get(unit, set()) | {tail for tail in tails(unit) if tail in self._units_of}


def tails(name: str) -> Iterator[str]:
    """The name, and what is left of it without regions before it: 临江市青禾县财政局, 青禾县财政局, 财政局."""
    if name:
        yield name
    for end in range(2, len(name)):
        if name[:end].endswith(_REGIONS) and name[:end] not in _REGIONS:
            yield name[end:]
