"""The version of what is stored: whoever keeps a catalogue or an index looks here whether it is out of date."""

from sqlalchemy import Connection, select, update
from sqlmodel import col

from store.database import Store, connected
from store.tables.base import Meta

_MINE = col(Meta.name) == "version"


def version(store: Store | Connection) -> int:
    """Grows with every load that wrote something: a catalogue of the same version is up to date."""
    with connected(store) as connection:
        return connection.execute(select(col(Meta.number)).where(_MINE)).scalar_one()


def bump(connection: Connection) -> None:
    """Says that what others keep is out of date."""
    connection.execute(update(Meta).where(_MINE).values(number=col(Meta.number) + 1))
