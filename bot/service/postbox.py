"""The ports of `bot.chat` over the store: the inbox, the outbox and the leases of one process."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import ParamSpec, TypeVar

from msgspec import Struct
from msgspec.structs import asdict

from bot.chat import Attachment, Event, NotKept, Offer, Outgoing, Reply
from store import inbox, leases, outbox, queues
from store.database import Store, Transaction
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
        await _in_store(inbox.keep, self._store, self._channel, rows, now=self._clock())
        self._kept()


class StoredOutbox:
    """The outbox of all channels, by name."""

    def __init__(self, store: Store, clock: Clock, slots: Mapping[str, "Slot"]) -> None:
        self._store, self._clock, self._slots = store, clock, slots

    async def put(self, channel: str, chat: str, reply: Reply) -> None:
        """Returns when the message is committed.  Raises `NotKept`."""
        await _in_store(self._put, channel, chat, reply)
        self._slots[channel].filled()

    def _put(self, channel: str, chat: str, reply: Reply) -> None:
        with self._store.transaction() as connection:
            post(connection, Addressee(channel, chat), self._slots[channel].fitting(reply), now=self._clock())


class Slot(Struct, frozen=True):
    """What the outbox must know of a channel: how it cuts a reply to messages, and how to tell it that there is one."""

    fitting: Callable[[Reply], Sequence[Reply]]
    filled: Callable[[], object]


def post(
    connection: Transaction,
    to: Addressee,
    parts: Sequence[Reply],
    *,
    now: datetime,
    event: int | None = None,
    remembered: str | None = None,
) -> None:
    """Puts the messages of one reply into the outbox.

    `event` is the inbox item that they answer, `remembered` what somebody who replies to one of them goes on from.
    """
    outbox.put(connection, to, [packed(part, remembered) for part in parts], now=now, event=event)


class StoredLease:
    """The rights of one process."""

    def __init__(self, store: Store, owner: str, clock: Clock) -> None:
        self._store, self._owner, self._clock = store, owner, clock

    async def take(self, name: str) -> bool:
        """Whether we have the right of that name from now on.  Raises `NotKept`."""
        return await _in_store(leases.take, self._store, name, self._owner, now=self._clock())

    async def renew(self) -> None:
        """Lengthens all that this process holds.  Raises `NotKept`."""
        await _in_store(queues.renew, self._store, self._owner, now=self._clock())


async def _in_store(do: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    try:
        return await asyncio.to_thread(do, *arguments, **named)
    except StoreError as error:
        raise NotKept(str(error)) from error


def packed(reply: Reply, remembered: str | None = None) -> str:
    """A reply as the outbox holds it: what people see, what their choices stand for, and what a reply to it goes on from."""
    said = {"kind": reply.kind, "text": reply.text, "offers": [asdict(offer) for offer in reply.offers], "more": reply.more}
    said |= {"files": [asdict(file) for file in reply.files]} if reply.files else {}
    return json.dumps({**said, "remembered": remembered}, ensure_ascii=False)


class Unreadable(ValueError):
    """What another version of the program put into the outbox."""


def unpacked(content: str) -> tuple[Reply, str | None]:
    """What `packed` made text of.  Raises `Unreadable`."""
    try:
        said = json.loads(content)
        offers = tuple(Offer(offer["label"], offer["token"]) for offer in said["offers"])
        files = tuple(Attachment(file["name"], file["sha256"]) for file in said.get("files", ()))
        return Reply(said["kind"], said["text"], offers=offers, more=said["more"], files=files), said["remembered"]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Unreadable(repr(error)) from error


def outgoing(row: Item) -> Outgoing:
    """A row of the outbox as a channel sends it."""
    return Outgoing(row["id"], row["chat"], unpacked(row["content"])[0], row["answers"])
