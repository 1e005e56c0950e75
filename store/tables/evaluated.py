"""Which projects documents evaluate (绩效自评), apart from targets."""

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from store.columns import Words
from store.tables.base import Row


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


class CurrentEvaluation(Row, table=True):
    """Derived: which evaluation is current for a project and year; several rows for one key contradict each other."""

    __table_args__ = (Index(None, "project_id", "year"),)
    evaluation_id: int = Field(foreign_key="evaluation.id", primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    year: int = Field(index=True)
    conflict: bool
