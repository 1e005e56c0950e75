"""What a reply leaves out of what may be meant: names that the year has nothing of, and namesakes of other units."""

from collections.abc import Sequence

from bot.answer import Answer, Desk, Kind
from bot.book import Book
from bot.question import Understanding
from bot.replying import phrases
from store.names import NameType
from store.plan import Aggregate, Field, Plan
from store.text import fold

_MOST = 6  # names
_OF_A_FORM = frozenset({Field.AMOUNT, Field.FUNDING, Field.GOAL})
_SUMS = (None, Aggregate.SUM, Aggregate.AVERAGE)


def absent_from_the_sum(answer: Answer, plan: Plan, desk: Desk) -> list[str]:
    """“2025年没有「公交补贴」。”, “2025年甲局没有「公交补贴」。” beside what the others come to."""
    limited = plan.order or plan.change or plan.without or plan.amounts or plan.narrowed or plan.among or plan.terms
    years = plan.years or tuple({fact.year for fact in answer.facts if fact.year})
    if answer.kind is not Kind.ANSWER or len(years) != 1 or limited or not set(plan.fields) <= _OF_A_FORM:
        return []
    if plan.aggregate not in _SUMS or plan.compare or not any(fact.year == years[0] for fact in answer.facts):
        return []
    year, said = years[0], "".join(line for line in answer.lines if "没有" in line)
    missing = [phrases.project(name) for name in _missing_projects(plan, year, desk.book) if phrases.project(name) not in said]
    whose = plan.called or (plan.units[0] if len(plan.units) == 1 else "")
    lines = [f"{year}年{whose}没有{phrases.listed(missing)}。"] if missing else []
    if plan.called:
        return lines  # which units of the kind have something is said where they are
    return [*lines, *(f"{year}年{_without(unit, plan, year, desk.book)}。" for unit in _missing_units(plan, year, desk.book))]


def units_without_the_line(answer: Answer, question: Understanding) -> list[str]:
    """“2025年甲局没有这一条指标。” of each unit that is named and of which nothing is told where others have it."""
    plan = question.plan
    lines = plan.indicators
    limited = plan.percents or plan.order or plan.without or plan.narrowed or lines.reads or lines.measured is not None
    if answer.kind is not Kind.ANSWER or plan.fields != (Field.INDICATOR,) or limited:
        return []
    told = {fact.unit for fact in answer.facts}
    spans = {(match.start, match.end) for match in question.names if match.name in told}
    told |= {match.name for match in question.names if (match.start, match.end) in spans}  # the same word means them
    said = "".join(answer.lines)
    years = {fact.year for fact in answer.facts if fact.year}
    year = f"{years.pop()}年" if len(years) == 1 else ""
    units = plan.units if 1 < len(plan.units) <= _MOST and not plan.whole_branch else ()
    return [f"{year}{unit}没有这一条指标。" for unit in units if unit not in told and unit not in said]


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


def _missing_projects(plan: Plan, year: int, book: Book) -> list[str]:
    projects = plan.projects if 1 < len(plan.projects) <= _MOST else ()
    return [one for one in projects if year not in book.years_of((one,), plan.units)]


def _missing_units(plan: Plan, year: int, book: Book) -> list[str]:
    """The units that have nothing of it themselves; with those below them where these are meant too."""
    units = plan.units if 1 < len(plan.units) <= _MOST else ()
    meant = {unit: (unit, *(book.below(unit) if plan.whole_branch else ())) for unit in units}
    return [unit for unit, its in meant.items() if year not in book.years_of(plan.projects, its)]


def _without(unit: str, plan: Plan, year: int, book: Book) -> str:
    """“甲局没有「公交补贴」”, “甲局本级没有「公交补贴」，所属的乙站有（没有算在内）”."""
    projects = phrases.listed([phrases.project(project) for project in plan.projects[:_MOST]])
    below = having_below(plan, (unit,), (year,), book)
    if not below:
        return f"{unit}没有{projects}" if projects else f"没有{unit}"
    others = [low for low in below if low not in plan.units]
    beside = f"，所属的{phrases.some(others, _MOST)}有（没有算在内）" if others else ""
    return f"{unit}本级没有{projects or '项目'}{beside}"


def having_below(plan: Plan, units: Sequence[str], years: Sequence[int], book: Book) -> list[str]:
    """The units below these that have the projects in these years; no year does not restrict."""
    below = [low for unit in units for low in book.below(unit)]
    return sorted({unit for _, unit in book.pairs_of(plan.projects, below, years)}) if below else []
