"""What documents say of how it went (绩效自评), apart from targets."""

from decimal import Decimal

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from store.columns import Exact, Fen, Words
from store.tables.base import Row, Sourced


class Evaluation(Row, table=True):
    """What one document's 绩效自评表 says of one project in one year; never a target, never changed."""

    __table_args__ = (
        UniqueConstraint("document_id", "project_id", "year"),
        UniqueConstraint("document_id", "position"),
        Index(None, "project_id", "year"),
    )
    id: int = Field(primary_key=True)
    document_id: int = Field(foreign_key="document.id")
    project_id: int = Field(foreign_key="project.id")
    year: int
    position: int
    digest: str = Field(sa_type=Words)
    project: str = Field(sa_type=Words)
    unit: str = Field(sa_type=Words)
    title_table_no: int | None = None
    title_row_no: int
    title_column_no: int | None = None
    title_raw: str = Field(sa_type=Words)
    unit_table_no: int | None = None
    unit_row_no: int
    unit_column_no: int | None = None
    unit_raw: str = Field(sa_type=Words)
    year_table_no: int | None = None
    year_row_no: int
    year_column_no: int | None = None
    year_raw: str = Field(sa_type=Words)


class EvaluationPart(Sourced):
    """A piece of an evaluation, in the document's order."""

    evaluation_id: int = Field(foreign_key="evaluation.id", primary_key=True)
    position: int = Field(primary_key=True)


class EvaluationFact(Row, EvaluationPart, table=True):
    """One text of an evaluation (主管部门、实际完成情况、总分、等级)."""

    field: str = Field(sa_type=Words)
    text: str = Field(sa_type=Words)


class Execution(Row, EvaluationPart, table=True):
    """One figure of how a budget was carried out (执行); amounts have yuan, all have what is printed."""

    kind: str | None = Field(default=None, sa_type=Words)
    part: str = Field(sa_type=Words)
    item: str = Field(sa_type=Words)
    yuan: Decimal | None = Field(default=None, sa_type=Fen)
    value: str = Field(sa_type=Words)


class EvaluationResult(Row, EvaluationPart, table=True):
    """One line of an evaluation's indicator table (完成情况)."""

    level1: str = Field(sa_type=Words)
    level2: str = Field(sa_type=Words)
    name: str = Field(sa_type=Words)
    value: str = Field(sa_type=Words)
    actual: str | None = Field(default=None, sa_type=Words)
    weight: Decimal | None = Field(default=None, sa_type=Exact)
    score: Decimal | None = Field(default=None, sa_type=Exact)
    reason: str | None = Field(default=None, sa_type=Words)


class CurrentEvaluation(Row, table=True):
    """Derived: which evaluation is current for a project and year; several rows for one key contradict each other."""

    __table_args__ = (Index(None, "project_id", "year"),)
    evaluation_id: int = Field(foreign_key="evaluation.id", primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    year: int = Field(index=True)
    conflict: bool
