"""The index of full text search (全文查找): which statements hold every pair of neighbouring characters that a text has.

Only they may hold the text; whether they do is then looked up in their words, so that the index decides nothing by itself.
On PostgreSQL it is a GIN index over the words; on SQLite a contentless FTS5 table beside them, which is written with them.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Connection, Dialect, RowMapping, Text, bindparam, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator, TypeEngine
from sqlmodel import col

from store.tables.stated import StatementWords

_COLUMNS = ("project", "goals", "indicators", "facts")
_ON_SQLITE = "CREATE VIRTUAL TABLE statement_pairs USING fts5(pairs, content='', columnsize=0, detail=none, tokenize='ascii')"
_ON_POSTGRESQL = (
    """
    CREATE FUNCTION word_pairs(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT pair COLLATE "C"), '{}') FROM (
            SELECT character || lead(character) OVER (ORDER BY place) AS pair
            FROM unnest(string_to_array(words, NULL)) WITH ORDINALITY AS characters(character, place)
        ) AS neighbours WHERE pair IS NOT NULL
    $$
    """,
    f"CREATE INDEX ix_statement_words_pairs ON statement_words USING gin (word_pairs({' || chr(10) || '.join(_COLUMNS)}))",
)


def create_index(connection: Connection) -> None:
    """Makes it where the table of words was just made."""
    for statement in _ON_POSTGRESQL if connection.dialect.name == "postgresql" else (_ON_SQLITE,):
        connection.execute(text(statement))


class _Pairs(TypeDecorator[str]):
    """A text, which the database is given as its pairs."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """An array on PostgreSQL, the words of a query on SQLite."""
        return dialect.type_descriptor(ARRAY(Text()) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401  # as the database takes it
        """The pairs in that database's form."""
        return sorted(pairs(value or "")) if dialect.name == "postgresql" else _as_words(pairs(value or ""))


class _HasPairs(FunctionElement[Any]):
    """Whether a row of words has all pairs of a text."""

    inherit_cache = True
    type = NullType()  # a Boolean would be compared with 1 on SQLite, and no index be used


@compiles(_HasPairs, "sqlite")
def _on_sqlite(element: _HasPairs, compiler: SQLCompiler, **kwargs: Any) -> str:  # noqa: ANN401
    statement, *_columns, wanted = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"{statement} IN (SELECT rowid FROM statement_pairs WHERE statement_pairs MATCH {wanted})"  # noqa: S608  # of our own names, and of a parameter


@compiles(_HasPairs, "postgresql")
def _on_postgresql(element: _HasPairs, compiler: SQLCompiler, **kwargs: Any) -> str:  # noqa: ANN401
    _statement, *columns, wanted = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"word_pairs({' || chr(10) || '.join(columns)}) @> {wanted}"


def may_hold(words: str) -> ColumnElement[bool]:
    """Whether a row of `StatementWords` may hold the folded text, which has two characters at least."""
    columns = (col(getattr(StatementWords, name)) for name in ("statement_id", *_COLUMNS))
    return _HasPairs(*columns, bindparam(None, words, type_=_Pairs(), unique=True))


def pairs(words: str) -> frozenset[str]:
    """The pairs of characters that stand side by side in a text."""
    return frozenset(f"{one}{other}" for one, other in pairwise(words))


def write_pairs(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Notes the pairs of rows of words that were written; PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        added = [{"statement": row["statement_id"], "pairs": _of_row(row)} for row in rows]
        connection.execute(text("INSERT INTO statement_pairs(rowid, pairs) VALUES (:statement, :pairs)"), added)


def delete_pairs(connection: Connection, rows: Sequence[RowMapping]) -> None:
    """Forgets the pairs of rows of words that will be deleted."""
    if connection.dialect.name == "sqlite" and rows:
        gone = [{"statement": row["statement_id"], "pairs": _of_row(row)} for row in rows]
        command = "INSERT INTO statement_pairs(statement_pairs, rowid, pairs) VALUES ('delete', :statement, :pairs)"
        connection.execute(text(command), gone)


def _of_row(row: Mapping[str, Any] | RowMapping) -> str:
    return _as_words(pairs("\n".join(row[name] for name in _COLUMNS)))


def _as_words(found: Iterable[str]) -> str:
    """The pairs as FTS5's words, which are letters and digits."""
    return " ".join(sorted("x".join(f"{ord(character):x}" for character in pair) for pair in found))
