"""The unit of who asks: “我是柳渡镇的”."""

from collections.abc import Sequence
from dataclasses import replace

from bot.book import Book
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.parse import Parse
from bot.units_said import Meant, UnitsSaid

_I_AM = Pattern(r"(?:我们?|本人|这里|这边)(?:是|在)$")


def without_the_speakers(units: UnitsSaid, projects: Sequence[Meant], said: Parse, book: Book) -> UnitsSaid:
    """The unit of who asks is meant where no other is named, and not with another unit's project."""
    theirs = [unit for unit in units.meant if _I_AM.search(said.said.text[: unit.mention.start])]
    if not theirs or Mark.OURS in said.marks():
        return units
    others = [unit for unit in units.meant if unit not in theirs]
    named, own = ({name for m in meant for name in m.every} for meant in (projects, theirs))
    strange = bool(projects) and not book.pairs(sorted(named), sorted(own))
    return replace(units, meant=others) if others or strange else units
