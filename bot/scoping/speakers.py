"""The unit of who asks: “我是柳渡镇的”; and “我们镇”, “占全镇多少” where no unit is named that they could mean."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.book import Book
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.reading.parse import Leftover, Mention, Parse
from bot.scoping.units_said import Meant, UnitsSaid
from store.plan import Plan

_I_AM = Pattern(r"(?:我们?|本人|这里|这边)(?:是|在)$")


def without_the_speakers(units: UnitsSaid, projects: Sequence[Meant], said: Parse, book: Book) -> UnitsSaid:
    """The unit of who asks is meant where no other is named, and not with another unit's project."""
    theirs = [unit for unit in units.meant if is_of_the_speaker(unit.mention, said)]
    if not theirs or Mark.OURS in said.marks():
        return units
    others = [unit for unit in units.meant if unit not in theirs]
    named, own = ({name for m in meant for name in m.every} for meant in (projects, theirs))
    strange = bool(projects) and not book.pairs(sorted(named), sorted(own))
    return replace(units, meant=others) if others or strange else units


def is_of_the_speaker(mention: Mention, said: Parse) -> bool:
    """Whether it says who asks: “我是柳渡镇的”."""
    return _I_AM.search(said.said.text[: mention.start]) is not None


def unnamed(said: Parse, plan: Plan, book: Book) -> list[Leftover]:
    """“我们镇”, “占全镇” where no unit is named that it could mean, or none of that kind."""
    spans = [said.words(p.start, p.end) for p in said.cover if p.meaning in (Mark.OURS, Mark.OWN_UNIT)]
    units = plan.units or tuple(
        sorted({unit for _, unit in book.pairs(plan.projects, ())}) if plan.projects and plan.whole else ()
    )
    return [words for words in spans if not any(_may_be(unit, words.text) for unit in units)]


_KIND = Pattern("镇|乡|街道|苏木|村|社区")


def _may_be(unit: str, words: str) -> bool:
    """Whether the unit may be called so: “全镇” is no bureau."""
    kind = _KIND.search(words)
    return kind is None or kind[0] in unit
