"""What is read of evaluations and findings, apart from the reading: most answers need neither."""

from datetime import date

from msgspec import Struct

from store.model import Evaluation, Finding, Stage


class EvaluationView(Struct, frozen=True):
    """A current evaluation with the document that states it."""

    publisher: str
    document: str  # the title that replies cite
    file: str
    stage: Stage
    published: date | None
    evaluation: Evaluation
    conflict: bool  # another document of equal rank states something else: that view stands beside this one


class Found(Struct, frozen=True):
    """A finding with the document that it is about, and the number of the load that brought the document."""

    finding: Finding
    publisher: str
    document: str  # the title that replies cite
    file: str
    load: int
    position: tuple[str, str, str, int]  # publisher, title, hash, number: the order
