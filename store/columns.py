# ruff: noqa: ARG002, ANN401  # the methods have the shape that SQLAlchemy calls
"""How our values stand in a column: text, money, exact numbers and instants, the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Boolean, DateTime, Dialect, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

FEN = Decimal("0.01")


class Words(TypeDecorator[str]):
    """Text that every database orders by code point: COLLATE "C" on PostgreSQL, BINARY on SQLite.

    Without it a Chinese locale of the server would order names otherwise, and the same question would be answered otherwise.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """TEXT with the collation of that database which compares bytes."""
        return dialect.type_descriptor(Text(collation="C" if dialect.name == "postgresql" else "BINARY"))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """A plain `str`, so that no driver sees one of our enums."""
        return None if value is None else str(value)


class Fen(TypeDecorator[Decimal]):
    """Money: `Decimal` yuan in the program, whole 分 in a BIGINT.

    SQL may SUM, COUNT, MIN, MAX and order it; an AVG would silently be in 分, so averages are made in Python.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """Yuan → 分.  Raises `ValueError` for a fraction of a 分."""
        if value is None:
            return None
        fen = value.scaleb(2)
        if fen != fen.to_integral_value():
            raise ValueError(f"not a whole number of 分: {value} yuan")
        return int(fen)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        """分 → yuan with two decimals; a SUM comes back from PostgreSQL as a `Decimal`, from SQLite as an `int`."""
        return None if value is None else Decimal(int(value)).scaleb(-2)


class Exact(TypeDecorator[Decimal]):
    """A `Decimal` as it is written ("95.0" stays "95.0"): SQLite has no decimal type and would make it a float."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """The number's own spelling."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        """The number as it was."""
        return None if value is None else Decimal(value)


class Instant(TypeDecorator[datetime]):
    """A moment, in UTC; SQLite forgets time zones, so a moment without one is refused."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """TIMESTAMP WITH TIME ZONE where there is one."""
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC.  Raises `ValueError` for a moment without time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without time zone: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The moment, aware, in UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class Holds(FunctionElement[bool]):
    """Whether the text of a column holds another: byte by byte, which is several times as fast as LIKE and needs no escapes."""

    inherit_cache = True
    type = Boolean()


@compiles(Holds)
def _holds(element: Holds, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"(instr({compiler.process(element.clauses, **kwargs)}) > 0)"


@compiles(Holds, "postgresql")
def _holds_on_postgresql(element: Holds, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"(strpos({compiler.process(element.clauses, **kwargs)}) > 0)"
