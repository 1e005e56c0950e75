"""What was loaded, by whom and when, what was odd in it, and what it changed."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from store.columns import Instant, Words
from store.tables.base import Row


class Load(Row, table=True):
    """One entry of the history (导入记录): who brought which file when, and what became of it.

    It names the file by itself: a document that was taken back is gone, and a refused one never was.  `undoes` is the load that
    this entry takes back.
    """

    id: int = Field(primary_key=True)
    document_id: int | None = Field(default=None, foreign_key="document.id", index=True)
    by: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant)
    status: str = Field(sa_type=Words)
    report: dict[str, Any] = Field(sa_type=JSON)
    publisher: str | None = Field(default=None, sa_type=Words)
    title: str | None = Field(default=None, sa_type=Words)
    file: str = Field(sa_type=Words)
    sha256: str = Field(sa_type=Words, index=True)
    stage: str | None = Field(default=None, sa_type=Words)
    published: date | None = None
    url: str | None = Field(default=None, sa_type=Words)
    undoes: int | None = Field(default=None, foreign_key="load.id", unique=True)


class LoadFinding(Row, table=True):
    """What was odd in a document (发现) when it was loaded."""

    load_id: int = Field(foreign_key="load.id", primary_key=True)
    position: int = Field(primary_key=True)
    rule: str = Field(sa_type=Words)
    severity: str = Field(sa_type=Words)
    place: str = Field(sa_type=Words)
    message: str = Field(sa_type=Words)
    project: str | None = Field(default=None, sa_type=Words)
    unit: str | None = Field(default=None, sa_type=Words)
    year: int | None = None


class Change(Row, table=True):
    """One difference (变更) that a load made to what is current, with both places."""

    __table_args__ = (UniqueConstraint("load_id", "position"),)
    id: int = Field(primary_key=True)
    load_id: int = Field(foreign_key="load.id")
    position: int
    project_id: int = Field(foreign_key="project.id", index=True)
    year: int
    project: str = Field(sa_type=Words)
    unit: str = Field(sa_type=Words)
    field: str = Field(sa_type=Words)
    before: str | None = Field(default=None, sa_type=Words)
    after: str | None = Field(default=None, sa_type=Words)
    before_document: str | None = Field(default=None, sa_type=Words)
    before_table_no: int | None = None
    before_row_no: int | None = None
    before_column_no: int | None = None
    before_raw: str | None = Field(default=None, sa_type=Words)
    after_document: str | None = Field(default=None, sa_type=Words)
    after_table_no: int | None = None
    after_row_no: int | None = None
    after_column_no: int | None = None
    after_raw: str | None = Field(default=None, sa_type=Words)
