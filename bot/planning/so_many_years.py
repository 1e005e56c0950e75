"""Which years “三年一共” is of: so many of those that what is asked about has, or its middle term where there is a form of one year alone."""

from collections.abc import Sequence

from bot.book import Book
from bot.language.meanings import YearsSaid
from bot.language.years import so_many
from bot.reading.parse import Parse
from store.plan import Aggregate, LeftOut, Plan


def is_of_the_whole_term(plan: Plan, said: Parse, book: Book) -> bool:
    """“三年一共多少” of what has forms of one year, “2025年表上三年总额”: what these have for the middle term is meant."""
    years = [p for p in said.cover if isinstance(p.meaning, YearsSaid)]
    counted = [p for p in years if so_many(said.said.text[p.start : p.end])]
    shaped = plan.compare or plan.by or plan.order or plan.change or plan.amounts or plan.count_of or plan.horizon or plan.whole
    if len(counted) != 1 or shaped or not plan.projects or plan.aggregate not in (None, Aggregate.SUM):
        return False
    if len(years) > 1:
        return len(plan.years) == 1 and plan.aggregate is Aggregate.SUM
    return len(book.years_of(plan.projects, plan.units)) == 1


def every_year(plan: Plan, spoken: Sequence[YearsSaid], book: Book) -> tuple[int, ...]:
    """The years that there is anything of, the newest first; of “这三年” the last three of them.

    “除2025年以外的两年” are the two that are left, where just so many are.
    """
    years = book.years_of(plan.projects, plan.units)[::-1]
    last = next((y.last for y in spoken if y.last), None)
    out = {year for one in plan.without if one == LeftOut(years=one.years) for year in one.years}
    left = tuple(year for year in years if year not in out)
    return left if out and len(left) == last else years[:last]
