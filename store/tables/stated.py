"""What documents state about targets (绩效目标), and which of it is current."""

from datetime import date
from decimal import Decimal

from sqlalchemy import Index, UniqueConstraint, false
from sqlmodel import Field

from store.columns import Exact, Fen, Words
from store.tables.base import Row, Sourced


class Publisher(Row, table=True):
    """Whose budget it is (公开主体)."""

    id: int = Field(primary_key=True)
    folded: str = Field(sa_type=Words, unique=True)


class BudgetUnit(Row, table=True):
    """A unit (预算单位) of one publisher: every county has a 财政局."""

    __table_args__ = (UniqueConstraint("publisher_id", "folded"),)
    id: int = Field(primary_key=True)
    publisher_id: int = Field(foreign_key="publisher.id")
    folded: str = Field(sa_type=Words, index=True)


class Project(Row, table=True):
    """A project (项目) of one unit, the same through the years."""

    __table_args__ = (UniqueConstraint("unit_id", "folded"),)
    id: int = Field(primary_key=True)
    unit_id: int = Field(foreign_key="budget_unit.id")
    folded: str = Field(sa_type=Words, index=True)


class Document(Row, table=True):
    """A file as one publisher published it at one stage and date; `identity` is the hash of just these four."""

    id: int = Field(primary_key=True)
    identity: str = Field(sa_type=Words, unique=True)
    publisher_id: int = Field(foreign_key="publisher.id")
    publisher: str = Field(sa_type=Words)
    title: str = Field(sa_type=Words)
    file: str = Field(sa_type=Words)
    sha256: str = Field(sa_type=Words, foreign_key="original.sha256", index=True)
    stage: str = Field(sa_type=Words)
    published: date | None = None
    url: str | None = Field(default=None, sa_type=Words)
    prints_totals: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class DocumentTable(Row, table=True):
    """How people find a table of a document (表格的位置): the worksheet's name, or the page on which it begins."""

    document_id: int = Field(foreign_key="document.id", primary_key=True)
    number: int = Field(primary_key=True)
    sheet: str | None = Field(default=None, sa_type=Words)
    page: int | None = None


class Original(Row, table=True):
    """The bytes of a file, apart from `document` so that no query drags them along."""

    sha256: str = Field(sa_type=Words, primary_key=True)
    content: bytes


class Statement(Row, table=True):
    """What one document states about one project in one year; never changed, `digest` is the hash of what it states."""

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


class Part(Sourced):
    """A piece of a statement, in the document's order."""

    statement_id: int = Field(foreign_key="statement.id", primary_key=True)
    position: int = Field(primary_key=True)


class StatementFact(Row, Part, table=True):
    """One line of text about a target (主管部门、项目属性…)."""

    __table_args__ = (Index(None, "field", "folded"),)
    field: str = Field(sa_type=Words)
    text: str = Field(sa_type=Words)
    folded: str = Field(sa_type=Words)


class Funding(Row, Part, table=True):
    """Money (资金) of one horizon and kind."""

    __table_args__ = (UniqueConstraint("statement_id", "horizon", "kind"), Index(None, "kind", "horizon", "yuan"))
    horizon: str = Field(sa_type=Words)
    kind: str = Field(sa_type=Words)
    yuan: Decimal = Field(sa_type=Fen)


class Goal(Row, Part, table=True):
    """A goal (年度目标、中期目标)."""

    horizon: str = Field(sa_type=Words)
    text: str = Field(sa_type=Words)


class Indicator(Row, Part, table=True):
    """One line of the indicator table (绩效指标)."""

    __table_args__ = (Index(None, "name", "level2"),)
    horizon: str = Field(sa_type=Words)
    level1: str = Field(sa_type=Words)
    level1_printed: str | None = Field(default=None, sa_type=Words)
    level2: str = Field(sa_type=Words)
    name: str = Field(sa_type=Words)
    value: str = Field(sa_type=Words)
    operator: str | None = Field(default=None, sa_type=Words)
    number: Decimal | None = Field(default=None, sa_type=Exact)
    unit_of_measure: str | None = Field(default=None, sa_type=Words)
    standard: str | None = Field(default=None, sa_type=Words)
    weight: Decimal | None = Field(default=None, sa_type=Exact)


class Blank(Row, Part, table=True):
    """A field that the form asks for and nobody filled in."""

    field: str = Field(sa_type=Words)
    horizon: str | None = Field(default=None, sa_type=Words)
    name: str | None = Field(default=None, sa_type=Words)


class StatementWords(Row, table=True):
    """Derived: the words of a statement as questions search them, folded, a line each (`store/searching.py`)."""

    statement_id: int = Field(foreign_key="statement.id", primary_key=True)
    project: str = Field(sa_type=Words)
    goals: str = Field(sa_type=Words)
    indicators: str = Field(sa_type=Words)  # name, value and standard of an indicator are one line
    facts: str = Field(sa_type=Words)  # 项目属性、项目来源、项目期


class ListedProject(Row, Sourced, table=True):
    """One row of a 公开清单, and the statement of the same document that it speaks of, if that was found."""

    document_id: int = Field(foreign_key="document.id", primary_key=True)
    position: int = Field(primary_key=True)
    statement_id: int | None = Field(default=None, foreign_key="statement.id", index=True)
    project: str = Field(sa_type=Words)
    unit: str | None = Field(default=None, sa_type=Words)
    yuan: Decimal | None = Field(default=None, sa_type=Fen)


class CurrentTarget(Row, table=True):
    """Derived: which statement is current for a project and year; several rows for one key contradict each other."""

    __table_args__ = (Index(None, "project_id", "year"),)
    statement_id: int = Field(foreign_key="statement.id", primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    year: int = Field(index=True)
    conflict: bool
