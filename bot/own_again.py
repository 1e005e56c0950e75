"""“局本级呢” after the units below one (“下面学校呢”, “教育局（含所属学校）”): the unit above them, by itself."""

from typing import Any

from bot.book import Book
from bot.departments import above
from store.plan import Plan


def of_the_unit_itself(asked: Plan, previous: Plan, book: Book) -> dict[str, Any]:
    """What changes of the last plan; nothing where its units have no one unit above them all."""
    units = previous.units
    if not asked.alone or asked.units or not units or (len(units) == 1 and book.below(units[0])):
        return {}
    higher = above(units, book)
    tops = {higher.get(unit, unit) for unit in units}
    top = next(iter(tops))
    if len(tops) != 1 or not book.below(top):
        return {}
    kept = previous.projects if book.holds(previous.projects, (top,)) else ()
    return {"units": (top,), "projects": kept, "called": "", "sides": (), "among": (), "publishers": ()}
