"""The departments (主管部门) that units belong to, as their forms say."""

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from bot.book import Book
from bot.language.meanings import Asked, Mark
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.names import NameType
from store.plan import Field

_IS = Pattern(r"(?:[这那]?一?栏)?(?:里|上)?(?:都|也)?(?:是|为|写|填)(?:的是|着|了|的)?")

OF_A_DEPARTMENT = "departments"
"""The rule of what means a department with all that it has, its own as well."""
_RUNS = Pattern("(?:主管|归口|分管)的(?!是|单位|部门)")


def with_departments(said: Parse) -> Parse:
    """The question where “主管部门是教育局的”, “教育局主管的项目” mean that unit with all that are below it, and ask for no department."""
    asked = next((p for p in said.cover if p.meaning == Asked(Field.DEPARTMENT)), None)
    if asked is None or said.mentioned(NameType.PROJECT):
        return said
    text, units = said.said.text, said.mentioned(NameType.UNIT)
    behind = any(_IS.fullmatch(text, asked.end, m.start) and text.startswith("的", m.end) for m in units if m.start >= asked.end)
    before = _RUNS.match(text, asked.start) and any(m.end == asked.start for m in units)
    if not (behind or before):
        return said
    return replace(
        said, cover=tuple(replace(p, meaning=Mark.BRANCH, rule=OF_A_DEPARTMENT) if p is asked else p for p in said.cover)
    )


def above(units: Collection[str], book: Book) -> dict[str, str]:
    """Of each of the units the highest that it belongs to, where that is another."""
    below = {unit: book.below(unit) for unit in book.units}
    lower = {low for lows in below.values() for low in lows}
    tops = [unit for unit, lows in below.items() if lows and unit not in lower]
    return {low: top for top in tops for low in below[top] if low in units}


def heads(units: Collection[str], among: Sequence[str], book: Book) -> dict[str, str]:
    """Of each of the units the one of `among` that it belongs to; where none is named the highest there is."""
    if not among:
        return above(units, book)
    return {low: high for high in among for low in book.below(high) if low in units and low not in among}
