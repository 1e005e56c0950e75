"""The counties and districts that names of units begin with, as words of a question."""

from collections.abc import Iterator
from functools import cached_property
from typing import Protocol

from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import Proposal, Utterance
from bot.language.patterns import Pattern
from store.catalogue import Catalogue
from store.text import fold

_WORTH = 1.4  # a character: what a county is called must not beat a name that holds it
_ABOUT_ALL = Pattern(r"一共|总共|合计|总计|今年|去年|前年|\d{2,4}年|有多少|有几|几个")
_SHORT = 2  # “青县”: without 县 it is no name
COUNTY = "kinds_of_units.county"  # the rule of what says the county's name
_COUNTY = Pattern(r"^(?:\w{2,6}?[省市])?\w{1,5}?(?:自治县|县|(?<![社城园景校灾灌林牧库厂院片辖小街护垦军考渔])区|市|旗)(?=\w{2})")


class Named(Protocol):
    """The units of one state of the store."""

    catalogue: Catalogue

    @property
    def units(self) -> tuple[str, ...]:
        """All of them."""

    def is_unit(self, name: str) -> bool:
        """Whether one is called exactly so."""


class Counties:
    """Those of one state of the store."""

    def __init__(self, book: Named) -> None:
        self._book = book

    def propose(self, said: Utterance) -> Iterator[Proposal]:
        """Every place where a county is said."""
        for start in range(len(said.text)):
            for end in range(start + 2, min(start + self._longest_county, len(said.text)) + 1):
                county = self._county_at(said.text, start, end)
                if county is not None:
                    meaning = KindOfUnits(county, self._of_counties[county])
                    yield Proposal(start, end, COUNTY, meaning, (end - start) * _WORTH)

    def _county_at(self, text: str, start: int, end: int) -> str | None:
        """The county of that name; without its last character only where all of it is asked about: “青禾一共多少”."""
        said = text[start:end]
        if said in self._of_counties:
            # “青禾县财政局” is that unit, and not the county.
            return None if any(text.startswith(rest, end) for rest in self._begun_by.get(said, ())) else said
        begins = start == 0 or not text[start - 1].isalnum()
        return self._stems.get(said) if begins and _ABOUT_ALL.match(text, end) else None

    @cached_property
    def _begun_by(self) -> dict[str, tuple[str, ...]]:
        """County → what follows it in the names of units that begin with it."""
        found: dict[str, set[str]] = {county: set() for county in self._of_counties}
        for unit in map(fold, self._book.units):
            county = _county(unit)
            if county in found and unit.startswith(county):
                found[county].add(unit[len(county) :])
        return {county: tuple(sorted(rests)) for county, rests in found.items()}

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {county[:-1]: county for county in self._of_counties if len(county) > _SHORT}

    @cached_property
    def levels(self) -> str:
        """What kinds of places the documents are of: “县”, “市”."""
        return "".join(sorted({county[-1] for county in self._of_counties}))

    @cached_property
    def _longest_county(self) -> int:
        return max(map(len, self._of_counties), default=0)

    @cached_property
    def _of_counties(self) -> dict[str, tuple[str, ...]]:
        """The counties that names of units begin with: of the only one all units, of several those that say so themselves."""
        found: dict[str, set[str]] = {}
        for unit, publisher in {(entry.unit, entry.publisher) for entry in self._book.catalogue.entries}:
            for county in {_county(unit), _county(publisher)} - {""}:
                found.setdefault(county, set()).add(unit)
        counties = {_county(unit) for unit in self._book.units}
        own = {county: units for county, units in found.items() if county in counties and not self._book.is_unit(county)}
        return {county: () if len(own) == 1 else tuple(sorted(units)) for county, units in sorted(own.items())}


def _county(unit: str) -> str:
    found = _COUNTY.match(unit)
    return found[0] if found else ""
