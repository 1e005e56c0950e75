"""What is meant where a question says nothing of it: money, the newest year, the year beside “比去年”."""

from datetime import date

from bot.book import Book
from bot.language.meanings import AggregateSaid, Asked, Mark, YearsSaid
from bot.language.patterns import Pattern
from bot.planning.both_terms import with_terms
from bot.planning.comparing import beside_another_year, years_compared
from bot.planning.so_many_years import every_year, is_of_the_whole_term
from bot.reading.parse import Parse
from store.model import Horizon
from store.plan import Aggregate, Comparator, Field, GroupBy, Newest, Plan


def with_defaults(plan: Plan, said: Parse, book: Book, today: date) -> Plan:
    """Money where nothing is asked for; the newest year where none is named; this year beside “比去年”."""
    if plan.terms:
        return with_terms(plan)
    if is_of_the_whole_term(plan, said, book):
        of_it = {"horizon": Horizon.MID_TERM, "newest": None if plan.years else Newest.EACH, "aggregate": None}
        return plan.model_copy(update={"fields": plan.fields or (Field.AMOUNT,), **of_it})
    fields = plan.fields or (_default_field(plan),)
    years, newest = plan.years, plan.newest
    spoken = said.meanings(YearsSaid)
    if any(y.every and not y.years for y in spoken) and not any(y.years for y in spoken) and not (plan.change and years):
        years, newest = every_year(plan, spoken, book), None
    elif plan.aggregate is Aggregate.AVERAGE and plan.count_of is Field.YEAR and not years:
        years, newest = book.years_of(plan.projects, plan.units)[::-1], None
    elif plan.compare and len(years) == 1 and beside_another_year(plan, said):
        years = tuple(sorted((_other_year(plan, years[0], said, book, today), *years), reverse=True))
    elif plan.compare and not years:
        years, newest = years_compared(plan, said, book)
    elif _moved(plan, said) and len(book.years_of(plan.projects, plan.units)) > 1:
        years, newest = book.years_of(plan.projects, plan.units)[:-3:-1], None
    elif (
        any(a.stored for a in said.meanings(AggregateSaid))
        or Field.YEAR in fields
        or (plan.texts and Asked(Field.YEAR) in said.meanings(Asked))
        or (not years and any(f.op is Comparator.EQUAL for f in plan.amounts))
    ):
        newest = None
    elif not years:
        newest = _newest(plan, fields)
    branch = plan.whole_branch or (
        plan.by is GroupBy.UNIT and len(plan.units) == 1 and not (plan.alone or plan.called)
    )  # “财政局各单位”
    aggregate = plan.aggregate or _rest_of_unit(plan, fields)
    publishers = plan.publishers if set(years) <= set(plan.years) else ()  # another year's documents may be another's
    update = {"fields": fields, "years": years, "newest": newest, "whole_branch": branch, "aggregate": aggregate}
    return plan.model_copy(update={**update, "publishers": publishers})


def _newest(plan: Plan, fields: tuple[Field, ...]) -> Newest:
    """Each project's newest year where projects are named, listed or searched for; of what is set side by side the newest of all."""
    divided = plan.whole is not None and (plan.whole.each or plan.order is not None)  # parts of one whole are of one year
    if divided or plan.unit_limits is not None or (plan.order is not None and len(plan.projects) == 1):
        return Newest.SCOPE
    shaped = plan.aggregate or plan.order or plan.by or plan.stated or plan.lacking
    portfolio = fields == (Field.PROJECT,) and plan.units and not (shaped or plan.amounts or plan.attributes)
    term = any(spot.horizon is Horizon.MID_TERM for spot in plan.stated)  # forms of older years have it
    searched = (plan.texts or term) and plan.aggregate in (None, Aggregate.COUNT) and not plan.order
    return Newest.EACH if plan.projects or portfolio or searched else Newest.SCOPE


def _rest_of_unit(plan: Plan, fields: tuple[Field, ...]) -> Aggregate | None:
    """The money of all but something is a sum: “柳渡镇不含环境保洁经费多少”."""
    shaped = plan.order or plan.compare or plan.projects
    return Aggregate.SUM if plan.without and fields == (Field.AMOUNT,) and not shaped else None


def _moved(plan: Plan, said: Parse) -> bool:
    """Whether it is asked how one thing moved, without saying since when: “怎么没涨”, “为什么少了”."""
    moved = said.marks() & {Mark.WHY, Mark.ROSE, Mark.FELL}
    return plan.compare and bool(moved) and not plan.years and len(plan.projects) == 1 and len(plan.units) < 2


def _other_year(plan: Plan, year: int, said: Parse, book: Book, today: date) -> int:
    """What “比2024年” is compared with: the newest other year that there is, else this year; “2024年涨了” is since the year before."""
    others = [other for other in book.years_of(plan.projects, plan.units) if other != year]
    if said.meanings(YearsSaid) and not _SET_BESIDE.search(said.said.text):
        return max((other for other in others if other < year), default=year - 1)
    return others[-1] if others else today.year if today.year != year else year - 1


_SET_BESIDE = Pattern(r"[比较]|[跟和与同于过超](?:20\d\d|\d\d年|[今去前上本]年|上一年)|不如|不及|以来|至今|到现在|[年以]起")


def _default_field(plan: Plan) -> Field:
    listing = plan.amounts or (plan.attributes and not (plan.projects or plan.by or plan.checked))
    return Field.PROJECT if listing and not plan.aggregate and not plan.order else Field.AMOUNT
