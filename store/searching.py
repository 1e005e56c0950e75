"""Where words stand in what is stated (全文查找): in names, goals, indicators and the one-line facts of targets.

Texts are compared folded, so that width, 繁简, blanks and punctuation make no difference.  A statement's words stand once,
folded, in a table of their own: databases fold nothing of that, and one row a statement is read several times as fast as its
indicators are.  Which rows are read at all an index tells (`word_pairs`).  A word never reaches over the end of a line, of a name or of a value.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, false, insert, or_, select
from sqlmodel import col

from store.columns import Holds
from store.database import Store, connected
from store.model import Attribute, PerformanceTarget
from store.plan import Part, TextFilter
from store.tables.stated import CurrentTarget, StatementWords
from store.text import fold
from store.word_pairs import delete_pairs, may_hold, write_pairs

SEARCHED_FACTS = (Attribute.ATTRIBUTE, Attribute.SOURCE, Attribute.PERIOD)
"""Units and departments have names of their own, which are looked up otherwise."""

_ROWS_AT_ONCE = 1_000
_BETWEEN = "\t"  # name, value and standard of one line


def write_words(connection: Connection, targets: Mapping[int, PerformanceTarget]) -> None:
    """Inserts the words of the statements with these ids."""
    rows = (words_row(statement, target) for statement, target in targets.items())
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        connection.execute(insert(StatementWords), some)
        write_pairs(connection, some)


def delete_words(connection: Connection, statements: Sequence[int]) -> None:
    """Deletes the words of these statements, of which one IN (…) holds all."""
    of_them = col(StatementWords.statement_id).in_(statements)
    delete_pairs(connection, connection.execute(select(StatementWords).where(of_them)).mappings().all())
    connection.execute(delete(StatementWords).where(of_them))


def words_row(statement: int, target: PerformanceTarget) -> dict[str, Any]:
    """The row of one target."""
    indicators = (_BETWEEN.join(fold(text) for text in (i.name, i.value, i.standard or "")) for i in target.indicators)
    return {
        "statement_id": statement,
        "project": fold(target.project),
        "goals": _lines(fold(goal.text) for goal in target.goals),
        "indicators": _lines(indicators),
        "facts": _lines(fold(fact.text) for fact in target.facts if fact.field in SEARCHED_FACTS),
    }


def _lines(texts: Iterable[str]) -> str:
    """Each text once: mid-term and annual lines are often the same."""
    return "\n".join(dict.fromkeys(texts))


def holding(wanted: Sequence[TextFilter]) -> ColumnElement[Any]:
    """The ids of the statements that hold all of the texts."""
    return select(col(StatementWords.statement_id)).where(and_(*map(holds, wanted))).scalar_subquery()


def holds(wanted: TextFilter) -> ColumnElement[bool]:
    """Whether the words of a statement hold the text."""
    text = fold(wanted.text)
    if not text:
        return false()  # signs alone stand nowhere
    held = or_(*(Holds(_COLUMNS[part], text) for part in wanted.within or tuple(Part)))
    return held if len(text) == 1 else and_(may_hold(text), held)


_COLUMNS: Mapping[Part, Any] = {
    Part.NAME: col(StatementWords.project),
    Part.GOALS: col(StatementWords.goals),
    Part.INDICATORS: col(StatementWords.indicators),
    Part.FACTS: col(StatementWords.facts),
}


def standing(store: Store | Connection, texts: Sequence[str]) -> frozenset[str]:
    """Those of the texts that stand in anything current."""
    with connected(store) as connection:
        return frozenset(found for some in _chunks(texts) for found in _standing(connection, some))


_TEXTS_AT_ONCE = 100  # columns of one row


def _chunks(texts: Sequence[str]) -> Iterator[list[str]]:
    known = [text for text in dict.fromkeys(texts) if fold(text)]
    return (known[start : start + _TEXTS_AT_ONCE] for start in range(0, len(known), _TEXTS_AT_ONCE))


def _standing(connection: Connection, texts: Sequence[str]) -> Iterator[str]:
    is_current = exists().where(col(CurrentTarget.statement_id) == col(StatementWords.statement_id))
    held = (select(col(StatementWords.statement_id)).where(holds(TextFilter(text=text)), is_current).exists() for text in texts)
    row = connection.execute(select(*held)).one()
    return (text for text, found in zip(texts, row, strict=True) if found)
