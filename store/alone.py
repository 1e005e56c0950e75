"""Serving from a store that is one file: one process at a time, and it knows that it is the only one."""

import fcntl
import os
from pathlib import Path

from store.database import Store
from store.errors import AlreadyServed, StoreUnreachable, os_reason


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
        file = Path(f"{Path(str(database)).resolve()}.serve")  # by whatever name it is called
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
