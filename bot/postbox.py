"""The ports of `bot.chat` over the store: the inbox, the outbox and the leases of one process."""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import ParamSpec, TypeVar

from bot.chat import Event, NotKept, Offer, Outgoing, Reply
from store import inbox, leases, outbox, queues
from store.database import Store
from store.errors import StoreError
from store.outbox import Addressee
from store.queues import Item

P = ParamSpec("P")
T = TypeVar("T")
Clock = Callable[[], datetime]


class StoredInbox:
    """The inbox of one channel; `kept` is told when something is new."""

    def __init__(self, store: Store, channel: str, clock: Clock, kept: Callable[[], None]) -> None:
        self._store, self._channel, self._clock, self._kept = store, channel, clock, kept

    async def keep(self, events: Sequence[Event]) -> None:
        """Returns when the events are committed.  Raises `NotKept`."""
        rows = [{"event": event.id, "chat": event.chat, "raw": event.raw} for event in events]
        await _kept(inbox.keep, self._store, self._channel, rows, now=self._clock())
        self._kept()


class StoredOutbox:
    """The outbox of all channels; `put_in` is told when something is new."""

    def __init__(self, store: Store, clock: Clock, put_in: Callable[[], None]) -> None:
        self._store, self._clock, self._put_in = store, clock, put_in

    async def put(self, channel: str, chat: str, reply: Reply) -> None:
        """Returns when the message is committed.  Raises `NotKept`."""
        await _kept(self._put, Addressee(channel, chat), reply)
        self._put_in()

    def _put(self, to: Addressee, reply: Reply) -> None:
        with self._store.transaction() as connection:
            outbox.put(connection, to, [packed(reply)], now=self._clock())


class StoredLease:
    """The rights of one process."""

    def __init__(self, store: Store, owner: str, clock: Clock) -> None:
        self._store, self._owner, self._clock = store, owner, clock

    async def take(self, name: str) -> bool:
        """Whether we have the right of that name from now on.  Raises `NotKept`."""
        return await _kept(leases.take, self._store, name, self._owner, now=self._clock())

    async def give_back(self, name: str) -> None:
        """Ends it.  Raises `NotKept`."""
        await _kept(leases.give_back, self._store, name, self._owner)

    async def renew(self) -> None:
        """Lengthens all that this process holds.  Raises `NotKept`."""
        await _kept(queues.renew, self._store, self._owner, now=self._clock())


async def _kept(do: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    try:
        return await asyncio.to_thread(do, *arguments, **named)
    except StoreError as error:
        raise NotKept(str(error)) from error


def packed(reply: Reply) -> str:
    """A reply as the outbox holds it: what people see, and what their choices stand for."""
    said = {"kind": reply.kind, "text": reply.text, "offers": [asdict(offer) for offer in reply.offers]}
    return json.dumps(said, ensure_ascii=False)


def unpacked(content: str) -> Reply:
    """The reply that `packed` made text of."""
    said = json.loads(content)
    return Reply(said["kind"], said["text"], offers=tuple(Offer(**offer) for offer in said["offers"]))


def outgoing(row: Item) -> Outgoing:
    """A row of the outbox as a channel sends it."""
    return Outgoing(row["id"], row["chat"], unpacked(row["content"]), row["answers"])
