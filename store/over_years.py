"""What is odd in a unit's targets beside those of the year before; asked of what is current, whatever was loaded first."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, and_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from store.alike import differ_in_one_character
from store.comparing import read_statements
from store.model import Finding, FundingKind, Horizon, PerformanceTarget, Severity
from store.money import plain, print_yuan
from store.places import place_in_words
from store.plan import Plan
from store.tables.stated import BudgetUnit, CurrentTarget, Funding, Project, Statement
from store.text import fold

OVER_YEARS = frozenset({"amount-moved", "name-changed"})  # the rules of what is found here
_Named = aliased(Project)
_EVERYTHING = Plan()
_MOVED = Decimal("0.3")  # of the year before: more, while the indicators stay as they were, is worth a look


class _Row(Struct, frozen=True):
    """A current target that no other document contradicts."""

    statement: int
    document: int
    position: int
    unit: int
    project: int
    name: str  # folded
    year: int
    yuan: Decimal | None


def over_years(connection: Connection, plan: Plan = _EVERYTHING, units: Collection[str] = ()) -> dict[int, list[Finding]]:
    """For each document what is odd in its targets beside the year before, in the document's order.

    Only targets of the plan's projects and years, and of the units (folded names), are read whole; nothing named does not restrict.

    Amounts that moved while the indicators did not; names that changed by one character, so that nobody sees one project in them.
    """
    rows, projects = _rows(connection, plan, units), {fold(project) for project in plan.projects}
    moved, renamed = (
        [pair for pair in pairs if _meant(pair[1], projects, plan.years)] for pairs in (_moved(rows), _renamed(rows))
    )
    known = read_statements(connection, {one.statement for pair in (*moved, *renamed) for one in pair})
    found: defaultdict[int, list[tuple[int, Finding]]] = defaultdict(list)
    for say, pairs in ((_amount_moved, moved), (_name_changed, renamed)):
        for before, now in pairs:
            finding = say(known[before.statement], known[now.statement])
            found[now.document] += [(now.position, finding)] if finding else []
    in_order = {document: sorted(of, key=lambda one: (one[0], one[1].message)) for document, of in found.items()}
    return {document: [finding for _position, finding in of] for document, of in in_order.items()}


def _meant(row: _Row, projects: Collection[str], years: Collection[int]) -> bool:
    return (not projects or row.name in projects) and (not years or row.year in years)


def _rows(connection: Connection, plan: Plan, units: Collection[str]) -> list[_Row]:
    """The targets of the units that the plan speaks of: a name is set beside all names of its unit."""
    total = and_(
        col(Funding.statement_id) == col(Statement.id),
        col(Funding.horizon) == Horizon.ANNUAL,
        col(Funding.kind) == FundingKind.TOTAL,
    )
    columns: tuple[Any, ...] = (
        col(Statement.id).label("statement"),
        col(Statement.document_id).label("document"),
        col(Statement.position),
        col(Project.unit_id).label("unit"),
        col(Project.id).label("project"),
        col(Project.folded).label("name"),
        col(Statement.year),
        col(Funding.yuan),
    )
    query = (
        select(*columns)
        .select_from(CurrentTarget)
        .join(Statement, col(Statement.id) == col(CurrentTarget.statement_id))
        .join(Project, col(Project.id) == col(Statement.project_id))
        .outerjoin(Funding, total)
        .where(col(CurrentTarget.conflict).is_(False), *_of_units(plan, units))
        .order_by(col(Statement.year), col(Statement.id))
    )
    return [_Row(**row) for row in connection.execute(query).mappings()]


def _of_units(plan: Plan, units: Collection[str]) -> Iterator[ColumnElement[bool]]:
    if units:
        yield col(Project.unit_id).in_(select(col(BudgetUnit.id)).where(col(BudgetUnit.folded).in_(units)))
    if plan.projects:
        projects = {fold(project) for project in plan.projects}
        yield col(Project.unit_id).in_(select(col(_Named.unit_id)).where(col(_Named.folded).in_(projects)))


def _moved(rows: Sequence[_Row]) -> Iterator[tuple[_Row, _Row]]:
    """A project's neighbouring years of which the amounts are far apart."""
    by_project: defaultdict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        by_project[row.project].append(row)
    for of_project in by_project.values():
        for before, now in pairwise(of_project):
            if before.yuan and now.yuan is not None and abs(now.yuan - before.yuan) > _MOVED * abs(before.yuan):
                yield before, now


def _renamed(rows: Sequence[_Row]) -> Iterator[tuple[_Row, _Row]]:
    """Of a unit's neighbouring years a name that ends and one that begins, which differ in one character."""
    by_unit: defaultdict[int, defaultdict[int, list[_Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_unit[row.unit][row.year].append(row)
    for of_unit in by_unit.values():
        seen: set[str] = set()
        for before, now in pairwise(of_unit.values()):
            seen |= {row.name for row in before}
            kept = {row.name for row in now}
            ended = [row for row in before if row.name not in kept]
            begun = [row for row in now if row.name not in seen]
            yield from ((old, new) for new in begun for old in ended if differ_in_one_character(old.name, new.name))


def _indicators(target: PerformanceTarget) -> list[tuple[str, str, str]]:
    return [(i.level2, i.name, i.value) for i in target.indicators if i.horizon is Horizon.ANNUAL]


def _amount_moved(was: PerformanceTarget, target: PerformanceTarget) -> Finding | None:
    if not _indicators(was) or _indicators(was) != _indicators(target):
        return None
    before, now = was.funding(FundingKind.TOTAL), target.funding(FundingKind.TOTAL)
    assert before is not None  # `_moved` has compared them
    assert now is not None
    share = plain((abs(now.yuan - before.yuan) / abs(before.yuan) * 100).quantize(Decimal("0.1")))
    message = (
        f"年度资金总额 {print_yuan(now.yuan)}，{was.year}年是 {print_yuan(before.yuan)}，"
        f"{'多' if now.yuan > before.yuan else '少'}了 {share}%，绩效指标一条没改。请核对指标是否还合适。"
    )
    return Finding(rule="amount-moved", severity=Severity.REMARK, place=_place(target), message=message).about(target)


def _name_changed(was: PerformanceTarget, target: PerformanceTarget) -> Finding:
    message = (
        f"「{target.project}」与{was.year}年的「{was.project}」只差一个字，像是同一个项目；"
        "名称不同，两年不会当作一个项目来比。请核对名称。"
    )
    return Finding(rule="name-changed", severity=Severity.REMARK, place=_place(target), message=message).about(target)


def _place(target: PerformanceTarget) -> str:
    title = target.title
    return place_in_words(title.table, title.row, title.column, sheet=title.sheet, page=title.page)
