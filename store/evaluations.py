"""Self-evaluations (绩效自评) in the store: added with their document, taken away with it, and what is current of them.

They stand apart from statements of targets and share only documents and projects with them.  What is current follows the same
rule (`store/current.py`): the highest stage, of these the latest date; what contradicts each other at equal rank is kept.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlmodel import col

from store.current import Candidate, Key, winners
from store.entities import project_ids
from store.model import Evaluation, EvaluationFact, Execution, Record, Result, Stage
from store.rows import chunks, source_columns
from store.tables import evaluation_parts
from store.tables.evaluated import CurrentEvaluation
from store.tables.evaluated import Evaluation as EvaluationRow
from store.tables.stated import Document
from store.text import normalized

# field of Evaluation → its record and its table; the columns are called like the record's fields
PARTS: Mapping[str, tuple[type[Record], type[evaluation_parts.EvaluationPart]]] = {
    "facts": (EvaluationFact, evaluation_parts.EvaluationFact),
    "executions": (Execution, evaluation_parts.Execution),
    "results": (Result, evaluation_parts.EvaluationResult),
}


def add(connection: Connection, publisher: int, document: int, evaluations: Sequence[Evaluation]) -> None:
    """Adds what a new document states, and derives what is current of its projects and years."""
    if not evaluations:
        return
    projects = project_ids(connection, publisher, [(one.unit, one.project) for one in evaluations])
    rows = [
        {"document_id": document, "project_id": project, "position": position, "digest": digest(one), **_row(one)}
        for position, (project, one) in enumerate(zip(projects, evaluations, strict=True))
    ]
    returning = insert(EvaluationRow).returning(col(EvaluationRow.id), sort_by_parameter_order=True)
    ids = list(connection.execute(returning, rows).scalars())
    _write_parts(connection, dict(zip(ids, evaluations, strict=True)))
    derive(connection, [(project, one.year) for project, one in zip(projects, evaluations, strict=True)])


def remove(connection: Connection, document: int) -> None:
    """Takes away what the document states, and derives what is current without it."""
    keys = keys_of(connection, document)
    mine = select(col(EvaluationRow.id)).where(col(EvaluationRow.document_id) == document)
    connection.execute(delete(CurrentEvaluation).where(col(CurrentEvaluation.evaluation_id).in_(mine)))
    for _record, table in PARTS.values():
        connection.execute(delete(table).where(col(table.evaluation_id).in_(mine)))
    connection.execute(delete(EvaluationRow).where(col(EvaluationRow.document_id) == document))
    derive(connection, keys)


def derive(connection: Connection, keys: Iterable[Key]) -> None:
    """Writes anew what is current for these projects and years."""
    known = candidates(connection, keys)
    stale = {candidate.statement_id for of_key in known.values() for candidate in of_key}
    for ids in chunks(stale):
        connection.execute(delete(CurrentEvaluation).where(col(CurrentEvaluation.evaluation_id).in_(ids)))
    chosen = {key: winners(of_key) for key, of_key in known.items()}
    rows = [
        {"evaluation_id": winner.statement_id, "project_id": project, "year": year, "conflict": len(of_key) > 1}
        for (project, year), of_key in chosen.items()
        for winner in of_key
    ]
    if rows:
        connection.execute(insert(CurrentEvaluation), rows)


def candidates(connection: Connection, keys: Iterable[Key]) -> Mapping[Key, list[Candidate]]:
    """All evaluations of these projects and years; the `statement_id` of each is that of an evaluation."""
    wanted = set(keys)
    found: defaultdict[Key, list[Candidate]] = defaultdict(list)
    for projects in chunks({project for project, _year in wanted}):
        query = (
            select(
                col(EvaluationRow.project_id),
                col(EvaluationRow.year),
                col(EvaluationRow.id),
                col(EvaluationRow.digest),
                col(Document.stage),
                col(Document.published),
                col(Document.title),
                col(Document.sha256),
                col(Document.identity),
            )
            .join(Document, col(EvaluationRow.document_id) == col(Document.id))
            .where(col(EvaluationRow.project_id).in_(projects))
        )
        for project, year, one, stated, stage, published, title, sha256, identity in connection.execute(query):
            if (project, year) in wanted:
                found[project, year].append(Candidate(one, stated, Stage(stage), published, title, sha256, identity))
    return found


def keys_of(connection: Connection, document: int) -> list[Key]:
    """The projects and years that the document evaluates."""
    mine = select(col(EvaluationRow.project_id), col(EvaluationRow.year)).where(col(EvaluationRow.document_id) == document)
    return [(project, year) for project, year in connection.execute(mine.order_by(col(EvaluationRow.position)))]


def digest(evaluation: Evaluation) -> str:
    """The hash of what is stated, wherever it stands, without width, case and white space."""
    sources = {"source"}
    content = [[_plain(part.model_dump_json(exclude=sources)) for part in getattr(evaluation, field)] for field in PARTS]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _plain(text: str) -> str:
    return "".join(normalized(text).split())


def _row(evaluation: Evaluation) -> dict[str, Any]:
    return {
        "year": evaluation.year,
        "project": evaluation.project,
        "unit": evaluation.unit,
        **source_columns(evaluation.title, "title_"),
        **source_columns(evaluation.unit_source, "unit_"),
        **source_columns(evaluation.year_source, "year_"),
    }


def _write_parts(connection: Connection, evaluations: Mapping[int, Evaluation]) -> None:
    for field, (_record, table) in PARTS.items():
        rows = [
            {"evaluation_id": one, "position": position, **part.model_dump(exclude={"source"}), **source_columns(part.source)}
            for one, evaluation in evaluations.items()
            for position, part in enumerate(getattr(evaluation, field))
        ]
        if rows:
            connection.execute(insert(table), rows)
