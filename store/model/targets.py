"""What a document states about a target (绩效目标): money, goals, indicators, facts, and what nobody filled in."""

from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from store.model.base import FundingKind, Horizon, Record, Source, Text, Yuan


class Attribute(StrEnum):
    """The facts of a form that are one line of text each."""

    DEPARTMENT = "department"  # 主管部门
    DEPARTMENT_CODE = "department_code"  # 主管部门代码
    ATTRIBUTE = "attribute"  # 项目属性
    SOURCE = "source"  # 项目来源
    PERIOD = "period"  # 项目期


class Funding(Record):
    """Money (资金) that one target gets over one horizon from one source, in yuan."""

    horizon: Horizon
    kind: FundingKind
    yuan: Yuan
    source: Source


class Goal(Record):
    """What the money is for, in the document's words (年度目标、中期目标)."""

    horizon: Horizon
    text: Text
    source: Source


class Indicator(Record):
    """One line of the indicator table (绩效指标), its value as written.

    `level1` is inferred from `level2` where the form prints none or a wrong one; `level1_printed` is what stands there.
    `number`, `operator` and `unit_of_measure` are read from the value where it is a number ("≥95%").
    """

    horizon: Horizon
    level1: Text
    level1_printed: str | None = None
    level2: Text
    name: Text
    value: str
    operator: str | None = None
    number: Decimal | None = None
    unit_of_measure: str | None = None
    standard: str | None = None
    weight: Decimal | None = None
    source: Source  # of the value


class Fact(Record):
    """One line of text about a target (单位、主管部门、属性、项目期…) and where it stands."""

    field: Attribute
    text: Text
    source: Source


class Blank(Record):
    """A field that the form asks for and nobody filled in (表上没填), or whose amount cannot be read: not 0, and not unknown.

    `field` is a `FundingKind`, an `Attribute`, "goal", "indicator" or "weight"; `name` is the level 2 of a blank indicator, and the
    indicator whose weight is blank.
    `source.raw` is what stands there: nothing, “无”, “/”, or the amount that is none: “约30万”.
    """

    field: Text
    horizon: Horizon | None = None
    name: str | None = None
    source: Source


class PerformanceTarget(Record):
    """One 绩效目标表: a project of one unit in one fiscal year, as one document states it."""

    project: Text
    unit: Text
    year: int = Field(ge=1990, le=2100)
    title: Source  # where the project's name stands
    unit_source: Source
    year_source: Source
    facts: tuple[Fact, ...] = ()
    fundings: tuple[Funding, ...] = ()
    goals: tuple[Goal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    blanks: tuple[Blank, ...] = ()

    @model_validator(mode="after")
    def _one_amount_a_kind(self) -> Self:
        kinds = [(f.horizon, f.kind) for f in self.fundings]
        if len(kinds) != len(set(kinds)):
            raise ValueError("a target has one amount for each horizon and kind")
        fields = [f.field for f in self.facts]
        if len(fields) != len(set(fields)):
            raise ValueError("a target has one text for each attribute")
        return self

    def fact(self, field: Attribute) -> Fact | None:
        """The line of text that the form gives for `field`, if it gives one."""
        return next((f for f in self.facts if f.field is field), None)

    def funding(self, kind: FundingKind, horizon: Horizon = Horizon.ANNUAL) -> Funding | None:
        """The amount of that kind and horizon, if the form prints one."""
        return next((f for f in self.fundings if (f.kind, f.horizon) == (kind, horizon)), None)


class ListedProject(Record):
    """One row of a 公开清单: a project's name and total; its unit where the list has a column for it."""

    project: Text
    unit: Text | None = None
    yuan: Yuan | None
    source: Source  # of the amount
