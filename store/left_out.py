"""What a plan leaves out (“除了财政局的工作经费”), as conditions on the rows that would else be found."""

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import ColumnElement, and_, not_
from sqlmodel import col

from store.plan import AmountFilter, LeftOut
from store.tables.stated import BudgetUnit, Project, Statement
from store.text import fold

Compare = Callable[[AmountFilter], ColumnElement[bool]]
Attributed = Callable[[Sequence[str]], ColumnElement[bool]]


def kept(one: LeftOut, units: Collection[str], attributed: Attributed, compare: Compare | None) -> list[ColumnElement[bool]]:
    """The conditions that what fits all parts of `one` does not meet; none where it has no part.

    `units` are the folded names that its units mean; `compare` compares the annual total, and is None where there is none:
    what has no total is not left out by its amount.
    """
    parts: list[ColumnElement[bool]] = []
    if one.projects:
        parts.append(col(Project.folded).in_({fold(project) for project in one.projects}))
    if one.units:
        parts.append(col(BudgetUnit.folded).in_(set(units)))
    if one.years:
        parts.append(col(Statement.year).in_(one.years))
    if one.attributes:
        parts.append(attributed(one.attributes))
    if one.amounts and compare is None:
        return []
    parts += [compare(limit) for limit in one.amounts if compare]
    return [not_(and_(*parts))] if parts else []
