"""The SQLModel tables; nothing else says `table=True`.  A room each for what is asked together.

A document states things once and for ever (`document`, `statement` and what hangs on it are only ever added); what is
current is derived from them (`current_target`).  Ids depend on the order of loading, so nothing that people see is ordered
by them, and entities carry only their folded names: how a name is printed stands in each statement.

A table takes some milliseconds to define: a question in the terminal imports only the rooms that it reads (`schema()` has all).
"""

from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy import MetaData


def schema() -> MetaData:
    """All tables of the store."""
    for room in iter_modules(__path__, f"{__name__}."):
        import_module(room.name)
    from store.tables.base import Row

    return Row.metadata
