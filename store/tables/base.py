"""What all tables have in common: how they and their constraints are called, and the columns of a source."""

import re
from typing import ClassVar

from sqlalchemy import MetaData
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from store.columns import Words

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """A table of the store: called like its class, with constraints that have names (migrations drop them by name)."""

    model_config = {"defer_build": True}  # what pydantic needs to validate rows, which nobody does, is a quarter of their making
    metadata: ClassVar[MetaData] = MetaData(naming_convention=_NAMES)

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805  # a class method, as SQLAlchemy has it
        """`BudgetUnit` → budget_unit."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


class Sourced(SQLModel):
    """The columns of a source (出处) within the statement's document."""

    table_no: int | None = None
    row_no: int
    column_no: int | None = None
    raw: str = Field(sa_type=Words)


class Meta(Row, table=True):
    """Counters of the store itself; `version` grows with every load that wrote something."""

    name: str = Field(sa_type=Words, primary_key=True)
    number: int
