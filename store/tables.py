"""The SQLModel tables; nothing else says `table=True`.

A document states things once and for ever (`document`, `statement` and what hangs on it are only ever added); what is
current is derived from them (`current_target`).  Ids depend on the order of loading, so nothing that people see is ordered
by them, and entities carry only their folded names: how a name is printed stands in each statement.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import JSON, Index, MetaData, UniqueConstraint, false
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from store.columns import Exact, Fen, Instant, Words

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """A table of the store: called like its class, with constraints that have names (migrations drop them by name)."""

    model_config = {"defer_build": True}  # what pydantic needs to validate rows, which nobody does, is a quarter of their making
    metadata: ClassVar[MetaData] = MetaData(naming_convention=_NAMES)

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805  # a class method, as SQLAlchemy has it
        """`BudgetUnit` → budget_unit."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


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


class Sourced(SQLModel):
    """The columns of a source (出处) within the statement's document."""

    table_no: int | None = None
    row_no: int
    column_no: int | None = None
    raw: str = Field(sa_type=Words)


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


class Conversation(Row, table=True):
    """What was last spoken of by one person in one chat, as the bot's own JSON."""

    chat: str = Field(sa_type=Words, primary_key=True)
    person: str = Field(sa_type=Words, primary_key=True)
    state: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant, index=True)


class Queued(SQLModel):
    """The columns of what waits for somebody to take it on: in which chat, since when, not before when, and who is at it.

    `waiting` ends when it was taken on to the end; `done` is set when the person has it, with the `outcome` in a word.
    """

    channel: str = Field(sa_type=Words)
    chat: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant)
    due: datetime = Field(sa_type=Instant)
    tries: int = 0
    owner: str | None = Field(default=None, sa_type=Words)
    leased_until: datetime | None = Field(default=None, sa_type=Instant)
    waiting: bool = True
    done: datetime | None = Field(default=None, sa_type=Instant, index=True)
    outcome: str | None = Field(default=None, sa_type=Words)


class InboxItem(Row, Queued, table=True):
    """What a platform delivered (收到的), to the letter; the same event is kept once."""

    __table_args__ = (
        UniqueConstraint("channel", "event"),
        Index(None, "waiting", "channel", "chat", "id"),
        {"sqlite_autoincrement": True},  # an id is never used again: what was sent refers to it
    )
    id: int = Field(primary_key=True)
    event: str = Field(sa_type=Words)
    raw: str = Field(sa_type=Words)


class OutboxItem(Row, Queued, table=True):
    """One message that must go out (要发的): to which chat, to whom, in answer to what, as the bot's own JSON.

    `handle` is the platform's own name of it, once it is there.
    """

    __table_args__ = (
        Index(None, "waiting", "channel", "chat", "id"),
        Index(None, "channel", "chat", "handle"),
        {"sqlite_autoincrement": True},  # a button names the id of its message for as long as it can be pressed
    )
    id: int = Field(primary_key=True)
    inbox_item_id: int | None = Field(default=None, foreign_key="inbox_item.id", index=True)
    person: str = Field(sa_type=Words)
    answers: str | None = Field(default=None, sa_type=Words)
    content: str = Field(sa_type=Words)
    handle: str | None = Field(default=None, sa_type=Words)


class Lease(Row, table=True):
    """What only one process may do at a time (租约), who does it, and until when."""

    name: str = Field(sa_type=Words, primary_key=True)
    owner: str = Field(sa_type=Words)
    until: datetime = Field(sa_type=Instant)


class Identity(Row, table=True):
    """A person on a platform who may ask (登记), by the platform's own id."""

    channel: str = Field(sa_type=Words, primary_key=True)
    external_id: str = Field(sa_type=Words, primary_key=True)
    name: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant)
    by: str = Field(sa_type=Words)


class Meta(Row, table=True):
    """Counters of the store itself; `version` grows with every load that wrote something."""

    name: str = Field(sa_type=Words, primary_key=True)
    number: int
