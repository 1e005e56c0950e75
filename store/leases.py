"""What only one process may do at a time: fetch what comes in of one bot, or run at all where the store is one file."""

import fcntl
import os
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, or_
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col

from store.database import Store
from store.errors import AlreadyServed, StoreUnreachable, os_reason
from store.queues import LASTS
from store.tables import Lease


def take(store: Store, name: str, owner: str, *, now: datetime) -> bool:
    """Whether `owner` has the right of that name from now on; taking it again lengthens it."""
    row = {"name": name, "owner": owner, "until": now + LASTS}
    with store.transaction() as connection:
        insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        mine_or_over = or_(col(Lease.owner) == owner, col(Lease.until) < now)
        taken = insert(Lease).values(**row).on_conflict_do_update(index_elements=["name"], set_=row, where=mine_or_over)
        return connection.execute(taken.returning(col(Lease.name))).first() is not None


def give_back(store: Store, name: str, owner: str) -> None:
    """Ends the right, if `owner` has it."""
    with store.transaction() as connection:
        connection.execute(delete(Lease).where(col(Lease.name) == name, col(Lease.owner) == owner))


class Alone:
    """The right to serve from a store that is one file: held as long as the process lives, and by no other process.

    The system ends it with the process, however that dies: whoever has it knows that all leases in the store are stale.
    A store on a server has no such right; there leases run out.
    """

    def __init__(self, store: Store) -> None:
        """Raises `AlreadyServed` where another process has it, `StoreUnreachable` where no lock file can be made."""
        self._descriptor: int | None = None
        database = store.engine.url.database
        if store.engine.dialect.name != "sqlite" or database in (None, "", ":memory:"):
            return
        file = Path(f"{database}.serve")
        try:
            self._descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise StoreUnreachable(store.where, f"建不了 {file.name}（{os_reason(error)}）") from error
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.close()
            raise AlreadyServed(store.where) from None

    @property
    def held(self) -> bool:
        """Whether there is such a right here."""
        return self._descriptor is not None

    def close(self) -> None:
        """Ends it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
