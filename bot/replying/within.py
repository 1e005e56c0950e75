"""Whether an answer keeps to the scope of its plan: what it states of another unit, project or year is a mistake of ours."""

from collections.abc import Iterator

from bot.answer import Answer, Fact
from bot.book import Book
from store.model import Attribute
from store.plan import Plan
from store.text import fold

_LINES_OF_TEXT = frozenset(one.value for one in Attribute)


def strays(answer: Answer, plan: Plan, book: Book) -> Iterator[Fact]:
    """The facts of another scope; what a share is of may be any, and of a blank field it may be told what another year says."""
    years = () if plan.newest is not None else (*plan.years, *(plan.whole.years if plan.whole else ()))
    units = {
        unit for one in (*plan.units, *(unit for side in plan.sides for unit in side.units)) for unit in (one, *book.below(one))
    }
    projects = {fold(project) for project in plan.projects}
    for fact in answer.facts:
        other_year = fact.year and years and fact.year not in years and fact.field not in _LINES_OF_TEXT
        other_unit = fact.unit and units and fact.unit not in units
        other_project = fact.project and projects and fold(fact.project) not in projects
        if other_year or (not plan.whole and (other_unit or other_project)):
            yield fact
