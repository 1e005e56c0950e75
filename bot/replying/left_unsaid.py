"""What a reply leaves out of what may be meant: names that the year has nothing of, and namesakes of other units."""

from bot.answer import Answer, Desk, Kind
from bot.question import Understanding
from bot.replying import phrases
from store.names import NameType
from store.plan import Aggregate, Field, Plan
from store.text import fold

_MOST = 6  # names
_SUMS = (None, Aggregate.SUM, Aggregate.AVERAGE)


def absent_from_the_sum(answer: Answer, plan: Plan, desk: Desk) -> list[str]:
    """“2025年没有「公交补贴」。” beside what the others come to."""
    limited = (
        plan.order or plan.change or plan.without or plan.called or plan.amounts or plan.narrowed or plan.among or plan.terms
    )
    years = plan.years or tuple({fact.year for fact in answer.facts if fact.year})
    if answer.kind is not Kind.ANSWER or len(years) != 1 or limited or plan.fields != (Field.AMOUNT,):
        return []
    if plan.aggregate not in _SUMS or plan.compare or not any(fact.year == years[0] for fact in answer.facts):
        return []
    year, said = years[0], "".join(line for line in answer.lines if "没有" in line)
    missing = [name for name, named in _missing(plan, year, desk) if named not in said]
    whose = plan.units[0] if len(plan.units) == 1 else ""
    return [f"{year}年{whose}没有{phrases.listed(missing)}。"] if missing else []


def namesakes_elsewhere(answer: Answer, question: Understanding, desk: Desk) -> list[str]:
    """“另有 3 个单位也有「工作经费」。” where that of the unit spoken of was told, and the question names no unit."""
    plan = question.plan
    said = {match.type for match in question.names}
    named = NameType.UNIT in said or NameType.PROJECT not in said
    one = len(plan.projects) == 1 and len(plan.units) == 1 and not plan.called
    if answer.kind is not Kind.ANSWER or named or not one or plan.among:
        return []
    years = tuple(sorted({fact.year for fact in answer.facts if fact.year}))
    others = {fold(unit) for _, unit in desk.book.pairs_of(plan.projects, (), years)} - {fold(plan.units[0])}
    return [f"另有 {len(others)} 个单位也有{phrases.project(plan.projects[0])}。"] if others else []


def _missing(plan: Plan, year: int, desk: Desk) -> list[tuple[str, str]]:
    """What is missing as a reply calls it, and its name."""
    book = desk.book
    projects = plan.projects if 1 < len(plan.projects) <= _MOST else ()
    units = plan.units if 1 < len(plan.units) <= _MOST else ()
    found = [(phrases.project(one), one) for one in projects if year not in book.years_of((one,), plan.units)]
    return found + [(one, one) for one in units if year not in book.years_of(plan.projects, (one, *book.below(one)))]
