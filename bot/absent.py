"""Of several projects or units that are named those that the year has nothing of: a sum of the others says so."""

from bot import phrases
from bot.answer import Answer, Desk, Kind
from store.plan import Aggregate, Field, Plan

_MOST = 6  # names
_SUMS = (None, Aggregate.SUM, Aggregate.AVERAGE)


def absent_from_the_sum(answer: Answer, plan: Plan, desk: Desk) -> list[str]:
    """“2025年没有「公交补贴」。” beside what the others come to."""
    limited = (
        plan.order or plan.change or plan.without or plan.called or plan.amounts or plan.narrowed or plan.among or plan.terms
    )
    if answer.kind is not Kind.ANSWER or len(plan.years) != 1 or limited or plan.fields != (Field.AMOUNT,):
        return []
    if plan.aggregate not in _SUMS or plan.compare or not any(fact.year == plan.years[0] for fact in answer.facts):
        return []
    year, said = plan.years[0], "".join(line for line in answer.lines if "没有" in line)
    missing = [name for name, named in _missing(plan, year, desk) if named not in said]
    return [f"{year}年没有{phrases.listed(missing)}。"] if missing else []


def _missing(plan: Plan, year: int, desk: Desk) -> list[tuple[str, str]]:
    """What is missing as a reply calls it, and its name."""
    book = desk.book
    projects = plan.projects if 1 < len(plan.projects) <= _MOST else ()
    units = plan.units if 1 < len(plan.units) <= _MOST else ()
    found = [(phrases.project(one), one) for one in projects if year not in book.years_of((one,), plan.units)]
    return found + [(one, one) for one in units if year not in book.years_of(plan.projects, (one, *book.below(one)))]
