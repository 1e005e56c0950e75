"""Who may ask over a chat platform (登记的人): a platform's own id of a person, and the name that the office knows."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col

from store.database import Store
from store.tables import Identity


@dataclass(frozen=True)
class Bound:
    """One registered identity: `telegram`, `123`, who that is, since when, and who said so."""

    channel: str
    external_id: str
    name: str
    at: datetime
    by: str


def bind(store: Store, person: Bound) -> None:
    """Registers an identity; doing it again corrects the name."""
    row = {name: getattr(person, name) for name in ("channel", "external_id", "name", "at", "by")}
    with store.transaction() as connection:
        insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        added = insert(Identity).values(**row)
        connection.execute(added.on_conflict_do_update(index_elements=["channel", "external_id"], set_=row))


def unbind(store: Store, channel: str, external_id: str) -> bool:
    """Ends a registration; False where there was none."""
    mine = (col(Identity.channel) == channel, col(Identity.external_id) == external_id)
    with store.transaction() as connection:
        return connection.execute(delete(Identity).where(*mine)).rowcount == 1


def bound(store: Store, channel: str, external_id: str) -> Bound | None:
    """Who that is, if registered."""
    mine = (col(Identity.channel) == channel, col(Identity.external_id) == external_id)
    with store.reading() as connection:
        row = connection.execute(select(Identity).where(*mine)).mappings().one_or_none()
    return Bound(**row) if row else None


def everybody(store: Store) -> list[Bound]:
    """All who are registered, by channel and id."""
    query = select(Identity).order_by(col(Identity.channel), col(Identity.external_id))
    with store.reading() as connection:
        return [Bound(**row) for row in connection.execute(query).mappings()]
