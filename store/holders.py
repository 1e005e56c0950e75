"""Which of the current statements hold words, and what else they say: for words that tell a project without naming it."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, ScalarSelect, exists, func, or_, select
from sqlmodel import col

from store.database import Store, connected
from store.model import PerformanceTarget
from store.plan import TextFilter
from store.searching import holds, words_row
from store.tables.stated import CurrentTarget, Statement, StatementWords
from store.text import fold

_TEXTS_AT_ONCE = 100  # columns of one row


class Holder(Struct, frozen=True):
    """One current statement: its names as printed, and its words, folded, a line each."""

    project: str
    unit: str
    year: int
    name: str
    goals: str
    indicators: str
    facts: str


def holder_of(target: PerformanceTarget) -> Holder:
    """The same of a target that is read already."""
    row = words_row(0, target)
    return Holder(target.project, target.unit, target.year, row["project"], row["goals"], row["indicators"], row["facts"])


def counted(store: Store | Connection, texts: Sequence[str], most: int) -> dict[str, int]:
    """How many current statements hold each of the texts, counted to one more than `most`."""
    known = [text for text in dict.fromkeys(texts) if fold(text)]
    found: dict[str, int] = {}
    with connected(store) as connection:
        for start in range(0, len(known), _TEXTS_AT_ONCE):
            some = known[start : start + _TEXTS_AT_ONCE]
            row = connection.execute(select(*(_number(text, most) for text in some))).one()
            found |= dict(zip(some, row, strict=True))
    return found


def _number(text: str, most: int) -> ScalarSelect[int]:
    is_current = exists().where(col(CurrentTarget.statement_id) == col(StatementWords.statement_id))
    rows = select(col(StatementWords.statement_id)).where(holds(TextFilter(text=text)), is_current).limit(most + 1)
    return select(func.count()).select_from(rows.subquery()).scalar_subquery()


def holders(store: Store | Connection, texts: Sequence[str], most: int) -> list[Holder]:
    """The current statements that hold one of the texts, in the order of their ids; none where they are more than `most`."""
    if not texts:
        return []
    query = (
        select(
            col(Statement.project),
            col(Statement.unit),
            col(Statement.year),
            col(StatementWords.project),
            col(StatementWords.goals),
            col(StatementWords.indicators),
            col(StatementWords.facts),
        )
        .select_from(StatementWords)
        .join(CurrentTarget, col(CurrentTarget.statement_id) == col(StatementWords.statement_id))
        .join(Statement, col(Statement.id) == col(StatementWords.statement_id))
        .where(or_(*(holds(TextFilter(text=text)) for text in texts)))
        .order_by(col(Statement.id))
        .limit(most + 1)
    )
    with connected(store) as connection:
        found = [Holder(*row) for row in connection.execute(query)]
    return found if len(found) <= most else []
