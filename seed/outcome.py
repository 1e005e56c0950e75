"""What is given with a file, and what reading it gives: apart from the reading itself, which takes longer to import."""

from datetime import date

from store.model import DocumentStatement, Finding, Record, Severity, Stage

APART = ("department-level", "transfer-payment")  # the rules of findings about tables that are about no project
OTHER_DOCUMENT = "other-document"  # the rule of the finding that a file is no target document at all


class Given(Record):
    """What the administrator says about the files; None is read from the document itself."""

    publisher: str | None = None
    stage: Stage | None = None
    published: date | None = None
    url: str | None = None


class Outcome(Record):
    """What a document states, and everything that is odd about it."""

    statement: DocumentStatement
    findings: tuple[Finding, ...]

    @property
    def idle(self) -> bool:
        """Whether there is nothing to load, and nothing wrong: tables that are about no project, or a document about something else."""
        stated = self.statement.targets or self.statement.listed or self.statement.evaluations
        return not stated and not self.refused

    @property
    def refused(self) -> bool:
        """Whether a finding forbids to take the document over."""
        return any(finding.severity is Severity.REFUSE for finding in self.findings)
