"""Who may ask over a chat platform (登记的人): a platform's own id of a person, and the name that the office knows."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import delete, select
from sqlmodel import col

from store.database import Store, inserting
from store.tables.people import Identity


class Registration(Struct, frozen=True):
    """One registered identity: `telegram`, `123`, who that is, since when, and who said so."""

    channel: str
    external_id: str
    name: str
    at: datetime
    by: str


def bind(store: Store, person: Registration) -> None:
    """Registers an identity; doing it again corrects the name."""
    row = asdict(person)
    with store.transaction() as connection:
        added = inserting(connection, Identity).values(**row)
        connection.execute(added.on_conflict_do_update(index_elements=["channel", "external_id"], set_=row))


def unbind(store: Store, channel: str, external_id: str) -> bool:
    """Ends a registration; False where there was none."""
    mine = (col(Identity.channel) == channel, col(Identity.external_id) == external_id)
    with store.transaction() as connection:
        return connection.execute(delete(Identity).where(*mine)).rowcount == 1


def registration(store: Store, channel: str, external_id: str) -> Registration | None:
    """Who that is, if registered."""
    mine = (col(Identity.channel) == channel, col(Identity.external_id) == external_id)
    with store.reading() as connection:
        row = connection.execute(select(Identity).where(*mine)).mappings().one_or_none()
    return Registration(**row) if row else None


def everybody(store: Store) -> list[Registration]:
    """All who are registered, by channel and id."""
    query = select(Identity).order_by(col(Identity.channel), col(Identity.external_id))
    with store.reading() as connection:
        return [Registration(**row) for row in connection.execute(query).mappings()]
