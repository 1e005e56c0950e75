"""Asking for evaluations (绩效自评) that are current: of projects, units and years, in an order that depends only on documents."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select
from sqlmodel import col

from store.database import Store, connected
from store.evaluations import PARTS
from store.model import Evaluation, Record, Stage
from store.plan import Plan
from store.rows import Places, chunks, read_places, source_of
from store.tables.evaluated import CurrentEvaluation
from store.tables.evaluated import Evaluation as EvaluationRow
from store.tables.evaluation_parts import EvaluationPart
from store.tables.stated import BudgetUnit, Document, Project
from store.text import fold
from store.views import EvaluationView


def every_evaluation(store: Store | Connection) -> list[EvaluationView]:
    """All that is current, ordered by year, publisher, document and place."""
    return evaluations_of(store, Plan())


def evaluations_of(store: Store | Connection, plan: Plan) -> list[EvaluationView]:
    """The evaluations of the plan's publishers, projects, units and years, in the same order."""
    with connected(store) as connection:
        rows = connection.execute(_query(plan)).mappings().all()
        return [_view(row, evaluation) for row, evaluation in zip(rows, _read(connection, rows), strict=True)]


def evaluations_in(connection: Connection, document: int) -> list[Evaluation]:
    """What the document states, current or not, in its order."""
    columns = (*EvaluationRow.__table__.c, col(Document.title).label("document"))  # type: ignore[attr-defined]  # SQLModel does not declare it
    query = select(*columns).join(Document, col(Document.id) == col(EvaluationRow.document_id))
    mine = query.where(col(EvaluationRow.document_id) == document).order_by(col(EvaluationRow.position))
    return _read(connection, connection.execute(mine).mappings().all())


def _query(plan: Plan) -> Any:  # noqa: ANN401  # a Select of many columns
    document = (Document.publisher, Document.file, Document.stage, Document.published, Document.identity)
    columns = [*EvaluationRow.__table__.c, *(col(one) for one in document), col(Document.title).label("document")]  # type: ignore[attr-defined]  # SQLModel does not declare it
    return (
        select(*columns, col(CurrentEvaluation.conflict))
        .select_from(CurrentEvaluation)
        .join(EvaluationRow, col(EvaluationRow.id) == col(CurrentEvaluation.evaluation_id))
        .join(Project, col(Project.id) == col(EvaluationRow.project_id))
        .join(BudgetUnit, col(BudgetUnit.id) == col(Project.unit_id))
        .join(Document, col(Document.id) == col(EvaluationRow.document_id))
        .where(*_scope(plan))
        .order_by(
            col(EvaluationRow.year),
            col(Document.publisher),
            col(Document.title),
            col(Document.identity),
            func.coalesce(col(EvaluationRow.title_table_no), 0),
            col(EvaluationRow.title_row_no),
            col(EvaluationRow.position),
        )
    )


def _scope(plan: Plan) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if plan.publishers:
        conditions.append(col(Document.publisher).in_(plan.publishers))
    if plan.projects:
        conditions.append(col(Project.folded).in_({fold(project) for project in plan.projects}))
    if plan.units:
        conditions.append(col(BudgetUnit.folded).in_({fold(unit) for unit in plan.units}))
    if plan.years:
        conditions.append(col(EvaluationRow.year).in_(plan.years))
    return conditions


def _read(connection: Connection, rows: Sequence[RowMapping]) -> list[Evaluation]:
    """The evaluations of these rows, which have the title of their document as `document`."""
    places = read_places(connection, (row["document_id"] for row in rows))
    parts = {field: _read_parts(connection, rows, places, *kind) for field, kind in PARTS.items()}
    return [
        _evaluation(row, places.get(row["document_id"], {}), {f: tuple(of[row["id"]]) for f, of in parts.items()}) for row in rows
    ]


def _read_parts(
    connection: Connection,
    rows: Sequence[RowMapping],
    places: Mapping[int, Places],
    record: type[Record],
    table: type[EvaluationPart],
) -> defaultdict[int, list[Record]]:
    of = {row["id"]: (row["document"], places.get(row["document_id"], {})) for row in rows}
    fields = [name for name in record.model_fields if name != "source"]
    found: defaultdict[int, list[Record]] = defaultdict(list)
    for ids in chunks(of):
        query = select(table).where(col(table.evaluation_id).in_(ids)).order_by(col(table.evaluation_id), col(table.position))
        for row in connection.execute(query).mappings():
            document, known = of[row["evaluation_id"]]
            values = {name: row[name] for name in fields} | {"source": source_of(row, document, places=known)}
            found[row["evaluation_id"]].append(record.model_validate(values))
    return found


def _evaluation(row: RowMapping, places: Places, parts: dict[str, Any]) -> Evaluation:
    return Evaluation(
        project=row["project"],
        unit=row["unit"],
        year=row["year"],
        title=source_of(row, row["document"], "title_", places),
        unit_source=source_of(row, row["document"], "unit_", places),
        year_source=source_of(row, row["document"], "year_", places),
        **parts,
    )


def _view(row: RowMapping, evaluation: Evaluation) -> EvaluationView:
    return EvaluationView(
        publisher=row["publisher"],
        document=row["document"],
        file=row["file"],
        stage=Stage(row["stage"]),
        published=row["published"],
        evaluation=evaluation,
        conflict=row["conflict"],
    )
