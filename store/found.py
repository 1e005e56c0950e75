"""What is odd in what is current (发现): of the documents that are there, for the targets and evaluations of a plan's scope.

Findings of a target that a newer document replaced are left out, those of a whole file stay: what could not be read there may
have been anything.  Contradictions between documents and between years are looked for anew, since other
documents may have come or gone.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, select
from sqlmodel import col

from store.database import Store, connected
from store.doubts import CONFLICT, OF_A_LOAD, conflicts
from store.loads import LoadStatus
from store.model import Finding, Severity
from store.over_years import OVER_YEARS, over_years
from store.plan import Plan
from store.rows import chunks
from store.tables.evaluated import CurrentEvaluation, Evaluation
from store.tables.history import Load, LoadFinding
from store.tables.stated import BudgetUnit, CurrentTarget, Document, Project, Statement
from store.targets import units_of
from store.text import fold
from store.views import Found

_Key = tuple[str | None, str | None, int | None]  # project, unit, year, as a document prints them


def findings_of(store: Store | Connection, plan: Plan, rules: Collection[str] = ()) -> list[Found]:
    """The findings about the current targets and evaluations of the plan's publishers, projects, units and years, and about the
    files that state them; without a scope those about every file that is loaded.

    Only those of the rules, if any are named: to look for contradictions anew reads every form of the scope whole.

    Ordered by publisher, title and place in the document, never by when it was loaded.
    """
    with connected(store) as connection:
        units = {fold(unit) for unit in units_of(connection, plan)}
        stated = _stated(connection, plan, units)
        scoped = bool(plan.publishers or plan.projects or units or plan.years)
        years = over_years(connection, plan, units) if _wanted(OVER_YEARS, rules) else {}
        found = []
        for document in _documents(connection, stated if scoped else None):
            against = conflicts(connection, document["id"]) if _wanted({CONFLICT}, rules) else ()
            said = (*_findings(connection, document), *against, *years.get(document["id"], ()))
            known = stated.get(document["id"], set())
            told = [one for one in said if not rules or one.rule in rules]
            kept = [one for one in told if one.project is None or (one.project, one.unit, one.year) in known]
            found += [_found(document, place, one) for place, one in enumerate(kept)]
    return found


def _wanted(anew: Collection[str], rules: Collection[str]) -> bool:
    return not rules or any(rule in rules for rule in anew)


def _stated(connection: Connection, plan: Plan, units: set[str]) -> dict[int, set[_Key]]:
    """For each document that states anything of the scope the keys of which it is current."""
    stated: dict[int, set[_Key]] = {}
    targets = _rows(connection, Statement, CurrentTarget, CurrentTarget.statement_id, plan, units)
    evaluations = _rows(connection, Evaluation, CurrentEvaluation, CurrentEvaluation.evaluation_id, plan, units)
    for row in (*targets, *evaluations):
        known = stated.setdefault(row["document_id"], set())
        if row["current"] is not None:
            known.add((row["project"], row["unit"], row["year"]))
    return stated


def _rows(  # two kinds of what documents state, in the same columns
    connection: Connection,
    table: type[Any],
    current: type[Any],
    of: Any,  # noqa: ANN401  # a column
    plan: Plan,
    units: set[str],
) -> Sequence[RowMapping]:
    """What documents state of the scope, with the year where it is current."""
    query = (
        select(*(col(column) for column in (table.document_id, table.project, table.unit, table.year)))
        .add_columns(col(current.year).label("current"))
        .join(Project, col(Project.id) == col(table.project_id))
        .join(BudgetUnit, col(BudgetUnit.id) == col(Project.unit_id))
        .join(Document, col(Document.id) == col(table.document_id))
        .outerjoin(current, col(of) == col(table.id))
        .where(*_scope(plan, units, col(table.year)))
    )
    return connection.execute(query).mappings().all()


def _scope(plan: Plan, units: set[str], year: Any) -> Iterator[Any]:  # noqa: ANN401  # SQL expressions
    if plan.publishers:
        yield col(Document.publisher).in_(plan.publishers)
    if plan.projects:
        yield col(Project.folded).in_({fold(project) for project in plan.projects})
    if units:
        yield col(BudgetUnit.folded).in_(units)
    if plan.years:
        yield year.in_(plan.years)


def _documents(connection: Connection, wanted: Iterable[int] | None) -> list[RowMapping]:
    """All documents, or those that are wanted, each with the load that brought it, in their order."""
    columns = (Document.id, Document.publisher, Document.title, Document.file, Document.identity)
    query = (
        select(*(col(column) for column in columns), col(Load.id).label("load"))
        .join(Load, col(Load.document_id) == col(Document.id))
        .where(col(Load.status) == LoadStatus.LOADED.value)
    )
    queries = [query] if wanted is None else [query.where(col(Document.id).in_(ids)) for ids in chunks(wanted)]
    rows = [row for one in queries for row in connection.execute(one).mappings()]
    return sorted(rows, key=lambda row: (row["publisher"], row["title"], row["identity"]))


def _findings(connection: Connection, document: RowMapping) -> Iterator[Finding]:
    query = (
        select(LoadFinding)
        .where(col(LoadFinding.load_id) == document["load"], col(LoadFinding.rule).not_in(OF_A_LOAD))
        .order_by(col(LoadFinding.position))
    )
    for row in connection.execute(query).mappings():
        fields = {name: row[name] for name in ("rule", "place", "message", "project", "unit", "year")}
        yield Finding(severity=Severity(row["severity"]), **fields)


def _found(document: RowMapping, place: int, finding: Finding) -> Found:
    return Found(
        finding=finding,
        publisher=document["publisher"],
        document=document["title"],
        file=document["file"],
        load=document["load"],
        position=(document["publisher"], document["title"], document["identity"], place),
    )
