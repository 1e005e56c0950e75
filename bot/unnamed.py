"""“我们镇”, “占全镇多少”: words for a unit of one's own where none is named that they could mean."""

from bot.book import Book
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.parse import Leftover, Parse
from store.plan import Plan


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
