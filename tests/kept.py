"""What was done to a store in memory, kept: who does the same to one in the same state gets a copy of what came of it.

Most tests of the bot fill an empty store with the documents of their file.  The first of them has them recorded, on a store that
the migrations made; the others are given the pages of that database.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from contextlib import closing
from sqlite3 import Connection
from threading import get_ident
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import StaticPool

from store.database import Store

_MOST = 64  # states that are kept, of some half a megabyte each: those of one file of tests, not of all
_T = TypeVar("_T")


class _State(NamedTuple):
    """The name of what was done since the store was new, how many rows had been written by then, and who looks after it."""

    name: bytes
    changes: int
    driver: Connection
    thread: int


_states: WeakKeyDictionary[Store, _State] = WeakKeyDictionary()
_kept: OrderedDict[bytes, tuple[bytes, Any]] = OrderedDict()


def anew(store: Store, do: Callable[[], None]) -> None:
    """Does what makes a store as good as new."""
    _states.pop(store, None)
    if (driver := _driver(store)) is not None:
        _states[store] = _State(b"", driver.total_changes, driver, get_ident())
    once(store, b"", do)


def once(store: Store, what: bytes, do: Callable[[], _T]) -> _T:
    """What `do` gives, which does `what` to a store; it is not done again where its outcome is kept.

    A store that is not in memory, or that something else or another thread was writing to meanwhile, is not looked after.
    """
    state = _states.pop(store, None)
    if state is None or state.driver.total_changes != state.changes or state.thread != get_ident():
        return do()
    driver = state.driver
    name = hashlib.sha256(state.name + what).digest()
    if name in _kept:
        pages, given = _kept[name]
        driver.deserialize(pages)
    else:
        given = do()
        _kept[name] = driver.serialize(), given
        if len(_kept) > _MOST:
            _kept.popitem(last=False)
    _kept.move_to_end(name)
    _states[store] = state._replace(name=name, changes=driver.total_changes)
    return given


def _driver(store: Store) -> Connection | None:
    """The one connection of a store in memory."""
    if not isinstance(store.engine.pool, StaticPool):
        return None
    with closing(store.engine.raw_connection()) as borrowed:
        driver = borrowed.driver_connection
    assert isinstance(driver, Connection)
    return driver
