"""What a document states about its targets, as validated, frozen records without ids.

Readers and layouts make these records; the store keeps them; answers cite them.
Money is `Decimal` yuan here; it becomes whole 分 in the database and 万元 only in what people read.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator


class Record(BaseModel):
    """A frozen value: equal when its fields are equal, refused when a field does not fit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: object, /) -> None:
        """Shares the set of the fields that were given with all records of the same fields: one of its own is half of a record's memory."""
        given = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


_GIVEN: dict[frozenset[str], set[str]] = {}


class Horizon(StrEnum):
    """Over what time money or a goal stands (年度、中期)."""

    ANNUAL = "annual"
    MID_TERM = "mid_term"


class FundingKind(StrEnum):
    """Whose money it is: 资金总额、财政拨款、上年结转、其他资金."""

    TOTAL = "total"
    FISCAL = "fiscal"
    CARRYOVER = "carryover"
    OTHER = "other"


class Stage(StrEnum):
    """How far the document has come: 申报 < 批复/公开 < 调整."""

    DECLARED = "declared"
    APPROVED = "approved"
    ADJUSTED = "adjusted"

    @property
    def rank(self) -> int:
        """0 for the lowest stage; a higher stage is never replaced by a lower one."""
        return list(Stage).index(self)


class Attribute(StrEnum):
    """The facts of a form that are one line of text each."""

    DEPARTMENT = "department"  # 主管部门
    DEPARTMENT_CODE = "department_code"  # 主管部门代码
    ATTRIBUTE = "attribute"  # 项目属性
    SOURCE = "source"  # 项目来源
    PERIOD = "period"  # 项目期


def _whole_fen(yuan: Decimal) -> Decimal:
    if not yuan.is_finite() or yuan != yuan.quantize(Decimal("0.01")):
        raise ValueError("an amount is finite and has at most two decimals (分)")
    return yuan


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Yuan = Annotated[Decimal, Field(max_digits=18), AfterValidator(_whole_fen)]


class Source(Record):
    """Where a fact stands (出处): a cell of a document, and what the eye sees there.

    `table`, `row` and `column` count from 1, in the document's order; a paragraph outside of tables has neither table
    nor column, and `row` is its number among the paragraphs.  `raw` stands in that cell to the letter.  On a worksheet row and
    column are those of the sheet, whose name is `sheet`; `page` is where the table begins in a PDF.
    """

    document: Text
    table: int | None = Field(ge=1)
    row: int = Field(ge=1)
    column: int | None = Field(ge=1)
    raw: str
    sheet: str | None = None
    page: int | None = Field(default=None, ge=1)


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

    `field` is a `FundingKind`, an `Attribute`, "goal" or "indicator"; `name` is the level 2 of a blank indicator.
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


class DocumentStatement(Record):
    """Everything that one document states, and under which publisher, stage and date it does so."""

    document: Text  # the title that replies cite, without 《》
    file: Text
    sha256: Text
    publisher: Text
    stage: Stage = Stage.APPROVED
    published: date | None = None
    url: str | None = None
    targets: tuple[PerformanceTarget, ...]
    listed: tuple[ListedProject, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    prints_totals: bool = False  # whether it prints a 合计 or 小计 of its own


class Severity(StrEnum):
    """What a finding means: the file is refused, an administrator should look, or it is only said."""

    REFUSE = "refuse"
    WARN = "warn"
    REMARK = "remark"


class Finding(Record):
    """What is odd in a document (发现): which rule, where, what was found and what to do, in Chinese.

    `project`, `unit` and `year` say of which target; None where it is of the file, or of a table that states none.
    """

    rule: Text
    severity: Severity
    place: str
    message: Text
    project: str | None = None
    unit: str | None = None
    year: int | None = None

    def about(self, target: PerformanceTarget | Evaluation) -> "Finding":
        """The finding as one of that target or evaluation, unless it is said to be another's already."""
        if self.project is not None:
            return self
        return self.model_copy(update={"project": target.project, "unit": target.unit, "year": target.year})


class Change(Record):
    """One difference (变更) between what was current and what a new document states."""

    project: Text
    unit: Text
    year: int
    field: Text  # e.g. "annual/total", "goal/annual", "indicator/annual/质量指标/群众满意度"
    before: str | None
    after: str | None
    source_before: Source | None = None
    source_after: Source | None = None
