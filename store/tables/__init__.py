"""The SQLModel tables; nothing else says `table=True`.

A document states things once and for ever (`document`, `statement` and what hangs on it are only ever added); what is
current is derived from them (`current_target`).  Ids depend on the order of loading, so nothing that people see is ordered
by them, and entities carry only their folded names: how a name is printed stands in each statement.
"""

from store.tables.base import Meta, Row, Sourced
from store.tables.evaluated import CurrentEvaluation, Evaluation, EvaluationFact, EvaluationPart, EvaluationResult, Execution
from store.tables.history import Change, Load, LoadFinding
from store.tables.stated import (
    Blank,
    BudgetUnit,
    CurrentTarget,
    Document,
    DocumentTable,
    Funding,
    Goal,
    Indicator,
    ListedProject,
    Original,
    Part,
    Project,
    Publisher,
    Statement,
    StatementFact,
    StatementWords,
)
from store.tables.talking import Conversation, Identity, InboxItem, Lease, Nickname, OutboxItem, Queued

__all__ = [
    "Blank",
    "BudgetUnit",
    "Change",
    "Conversation",
    "CurrentEvaluation",
    "CurrentTarget",
    "Document",
    "DocumentTable",
    "Evaluation",
    "EvaluationFact",
    "EvaluationPart",
    "EvaluationResult",
    "Execution",
    "Funding",
    "Goal",
    "Identity",
    "InboxItem",
    "Indicator",
    "Lease",
    "ListedProject",
    "Load",
    "LoadFinding",
    "Meta",
    "Nickname",
    "Original",
    "OutboxItem",
    "Part",
    "Project",
    "Publisher",
    "Queued",
    "Row",
    "Sourced",
    "Statement",
    "StatementFact",
    "StatementWords",
]
