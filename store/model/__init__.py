"""What a document states about its targets, as validated, frozen records without ids.

Readers and layouts make these records; the store keeps them; answers cite them.
Money is `Decimal` yuan here; it becomes whole 分 in the database and 万元 only in what people read.
"""

from store.model.base import FundingKind, Horizon, Record, Source, Stage, Text, Yuan
from store.model.documents import Change, DocumentStatement, Finding, Severity
from store.model.evaluations import Evaluation, EvaluationFact, EvaluationField, Execution, ExecutionItem, Result
from store.model.targets import Attribute, Blank, Fact, Funding, Goal, Indicator, ListedProject, PerformanceTarget

__all__ = [
    "Attribute",
    "Blank",
    "Change",
    "DocumentStatement",
    "Evaluation",
    "EvaluationFact",
    "EvaluationField",
    "Execution",
    "ExecutionItem",
    "Fact",
    "Finding",
    "Funding",
    "FundingKind",
    "Goal",
    "Horizon",
    "Indicator",
    "ListedProject",
    "PerformanceTarget",
    "Record",
    "Result",
    "Severity",
    "Source",
    "Stage",
    "Text",
    "Yuan",
]
