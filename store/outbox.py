"""What must go out: put there in the transaction that decided it, sent by whoever takes it, in order within a chat."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import ColumnElement, Connection, exists, insert, select, update
from sqlmodel import col

from store.database import Store, connected
from store.inbox import settle
from store.tables.queues import OutboxItem


class Addressee(Struct, frozen=True):
    """Where a message goes, who of that chat may press its buttons, and the platform's handle of what it answers."""

    channel: str
    chat: str
    person: str = ""
    answers: str | None = None


def put(connection: Connection, to: Addressee, contents: Sequence[str], *, now: datetime, event: int | None = None) -> None:
    """Adds messages that go out in this order, each as the bot's own JSON; `event` is the inbox item that they answer."""
    row = {**asdict(to), "inbox_item_id": event, "at": now, "due": now, "tries": 0, "waiting": True}
    connection.execute(insert(OutboxItem), [{**row, "content": content} for content in contents])


def sent(store: Store, number: int, outcome: str, *, now: datetime, handle: str | None = None) -> None:
    """A message has gone out, as `handle`, or never will (`outcome` says which); with the last one its question is done."""
    with store.transaction() as connection:
        left = {"waiting": False, "done": now, "outcome": outcome, "owner": None, "leased_until": None, "handle": handle}
        gone = update(OutboxItem).where(col(OutboxItem.id) == number).values(**left)
        event = connection.execute(gone.returning(col(OutboxItem.inbox_item_id))).scalar_one()
        more = exists().where(col(OutboxItem.inbox_item_id) == event, col(OutboxItem.waiting).is_(True))
        if event is not None and not connection.execute(select(more)).scalar_one():
            settle(connection, event, outcome, now=now)


class Message(Struct, frozen=True):
    """A message as it was put here: its chat, who may press its buttons ("": whoever reads it), its content."""

    chat: str
    person: str
    content: str


_COLUMNS = (col(OutboxItem.chat), col(OutboxItem.person), col(OutboxItem.content))


def message(store: Store, channel: str, number: int) -> Message | None:
    """A message of that channel by its number here, sent or waiting; None where there is none (any more)."""
    return _found(store, col(OutboxItem.id) == number, col(OutboxItem.channel) == channel)


def message_called(store: Store, channel: str, chat: str, handle: str) -> Message | None:
    """A message by the platform's own name of it; None where it is none of ours, or too old."""
    return _found(store, col(OutboxItem.channel) == channel, col(OutboxItem.chat) == chat, col(OutboxItem.handle) == handle)


def _found(store: Store, *which: ColumnElement[bool]) -> Message | None:
    with connected(store) as connection:
        row = connection.execute(select(*_COLUMNS).where(*which).order_by(col(OutboxItem.id).desc()).limit(1)).first()
    return Message(*row) if row else None
