"""A share of one year in the sum of several: “今年占三年合计几成”, “2026年占2024到2026年的比例”, “今年占几成” after such a sum."""

from msgspec.structs import replace

from bot.book import Book
from bot.language.meanings import YearsSaid
from bot.planning.share_sides import Side
from bot.planning.so_many_years import every_year
from store.plan import Aggregate, Of, Plan, Whole


def in_several_years(part: Side, whole: Side, previous: Plan | None, book: Book) -> tuple[Side, Side]:
    """Part and whole with the years of each, where the whole is the sum of several years and the part is one of them."""
    spoken_of = previous if not (part.named or whole.named) else None
    mine = part.years or (spoken_of.years if spoken_of and len(spoken_of.years) == 1 else ())
    years = _years(whole, part, spoken_of, book)
    return (replace(part, years=mine), replace(whole, years=years)) if mine and set(mine) < set(years) else (part, whole)


def of_other_years(
    of: Whole, sides: tuple[Side, Side], named: tuple[tuple[str, ...], tuple[str, ...]], previous: Plan | None
) -> Whole:
    """The whole in the years that its side says: unless something else is named there, what the part is of, or what was spoken of."""
    part, whole = sides
    projects, units = (previous.projects, previous.units) if previous and not (part.named or whole.named) else named
    same = {} if of.of is Of.SCOPE and whole.named else {"of": Of.SCOPE, "projects": projects, "units": units, "alone": True}
    return of.model_copy(update={"years": whole.years, **same})


def _years(whole: Side, part: Side, spoken_of: Plan | None, book: Book) -> tuple[int, ...]:
    """The years whose sum is the whole, in their order; none where so many are not there."""
    spoken = [years for years in whole.said.meanings(YearsSaid) if years.every and not (years.each or years.which or years.trend)]
    if not spoken:
        return _of_the_sum(whole, part, spoken_of)
    about = spoken_of or Plan(projects=part.projects or whole.projects, units=part.units or whole.units)
    years = every_year(Plan(projects=about.projects, units=about.units), spoken, book)
    return tuple(sorted(years)) if spoken[-1].last in (None, len(years)) else ()


def _of_the_sum(whole: Side, part: Side, told: Plan | None) -> tuple[int, ...]:
    """The years of the sum that was told, where nothing else is named."""
    named = whole.years or whole.said.everything or part.kinds or whole.kinds
    return told.years if told and told.aggregate is Aggregate.SUM and not named else ()
