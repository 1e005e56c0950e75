"""All that a document states, what is odd in it, and what it changes."""

from datetime import date
from enum import StrEnum

from store.model.base import Record, Source, Stage, Text
from store.model.evaluations import Evaluation
from store.model.targets import ListedProject, PerformanceTarget


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

    @property
    def in_words(self) -> str:
        """As people read it, gravest first in this enumeration."""
        return {"refuse": "拒绝", "warn": "请核对", "remark": "提示"}[self]


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
