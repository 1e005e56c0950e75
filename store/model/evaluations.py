"""What a document says of how a project was carried out (绩效自评), apart from all budgets."""

from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from store.model.base import FundingKind, Record, Source, Text, Yuan


class ExecutionItem(StrEnum):
    """What an evaluation says of one kind of money: 年初预算数、全年预算数、全年执行数、执行率、分值、得分."""

    INITIAL = "initial"
    REVISED = "revised"
    EXECUTED = "executed"
    RATE = "rate"
    WEIGHT = "weight"
    SCORE = "score"


class Execution(Record):
    """One figure of how a budget was carried out (执行): never a budget of its own.

    `kind` is None for parts that the kinds do not name; `part` is what the row is called ("单位资金").  `yuan` is set for the
    three amounts only, and None for one that cannot be read; `value` is what stands there, "86%" or "102.59%" as printed.
    """

    kind: FundingKind | None
    part: Text
    item: ExecutionItem
    yuan: Yuan | None = None
    value: Text
    source: Source


class Result(Record):
    """One line of an evaluation's indicator table (完成情况): what was aimed at and what was reached, as written.

    `actual` is None where nobody filled it in; the source is the cell of what was reached.
    """

    level1: Text
    level2: Text
    name: Text
    value: str  # 年度指标值
    actual: str | None = None
    weight: Decimal | None = None
    score: Decimal | None = None
    reason: str | None = None  # 偏差原因分析及改进措施
    source: Source


class EvaluationField(StrEnum):
    """The texts of an evaluation: 主管部门、实际完成情况、总分、等级."""

    DEPARTMENT = "department"
    ACCOMPLISHED = "accomplished"
    SCORE = "score"
    GRADE = "grade"


class EvaluationFact(Record):
    """One text of an evaluation and where it stands; the score is as printed."""

    field: EvaluationField
    text: Text
    source: Source


class Evaluation(Record):
    """One 绩效自评表: how one unit carried a project out in one fiscal year, as one document states it; apart from all budgets."""

    project: Text
    unit: Text
    year: int = Field(ge=1990, le=2100)
    title: Source  # where the project's name stands
    unit_source: Source
    year_source: Source
    facts: tuple[EvaluationFact, ...] = ()
    executions: tuple[Execution, ...] = ()
    results: tuple[Result, ...] = ()

    @model_validator(mode="after")
    def _one_figure_an_item(self) -> Self:
        items = [(e.kind, e.item) for e in self.executions if e.kind is not None]
        if len(items) != len(set(items)):
            raise ValueError("an evaluation has one figure for each kind and item")
        return self

    def fact(self, field: EvaluationField) -> EvaluationFact | None:
        """The text of that field, if the form gives one."""
        return next((f for f in self.facts if f.field is field), None)

    def execution(self, item: ExecutionItem, kind: FundingKind = FundingKind.TOTAL) -> Execution | None:
        """The figure of that kind of money, if the form prints one."""
        return next((e for e in self.executions if (e.kind, e.item) == (kind, item)), None)

    def sources(self) -> tuple[Source, ...]:
        """The places of everything that it states."""
        own = (self.title, self.unit_source, self.year_source)
        stated = (*(f.source for f in self.facts), *(e.source for e in self.executions), *(r.source for r in self.results))
        return (*own, *stated)
