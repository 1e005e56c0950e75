"""What documents say of how it went: what hangs on an evaluation."""

from decimal import Decimal

from sqlmodel import Field

from store.columns import Exact, Fen, Words
from store.tables.base import Row, Sourced


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
