"""What only one process may do at a time, such as fetching what comes in of one bot."""

from datetime import datetime

from sqlalchemy import or_
from sqlmodel import col

from store.database import Store, inserting
from store.queues import LASTS
from store.tables.queues import Lease


def take(store: Store, name: str, owner: str, *, now: datetime) -> bool:
    """Whether `owner` has the right of that name from now on; taking it again lengthens it."""
    row = {"name": name, "owner": owner, "until": now + LASTS}
    with store.transaction() as connection:
        mine_or_over = or_(col(Lease.owner) == owner, col(Lease.until) < now)
        taken = (
            inserting(connection, Lease)
            .values(**row)
            .on_conflict_do_update(index_elements=["name"], set_=row, where=mine_or_over)
        )
        return connection.execute(taken.returning(col(Lease.name))).first() is not None
