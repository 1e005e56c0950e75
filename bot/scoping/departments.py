"""The departments (主管部门) that units belong to, as their forms say."""

from collections.abc import Collection, Sequence

from bot.book import Book


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
