"""What must go out: put there in the transaction that decided it, sent by whoever takes it, in order within a chat."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, exists, insert, select, update
from sqlmodel import col

from store.database import Store, connected
from store.inbox import settle
from store.tables import OutboxItem


@dataclass(frozen=True)
class Addressee:
    """Where a message goes, who of that chat may press its buttons, and the platform's handle of what it answers."""

    channel: str
    chat: str
    person: str = ""
    answers: str | None = None


def put(connection: Connection, to: Addressee, contents: Sequence[str], *, now: datetime, event: int | None = None) -> None:
    """Adds messages that go out in this order, each as the bot's own JSON; `event` is the inbox item that they answer."""
    row = {**asdict(to), "inbox_item_id": event, "at": now, "due": now, "tries": 0, "waiting": True}
    connection.execute(insert(OutboxItem), [{**row, "content": content} for content in contents])


def sent(store: Store, number: int, outcome: str, *, now: datetime) -> None:
    """A message has gone out, or never will (`outcome` says which); with the last one its question is done."""
    with store.transaction() as connection:
        left = {"waiting": False, "done": now, "outcome": outcome, "owner": None, "leased_until": None}
        gone = update(OutboxItem).where(col(OutboxItem.id) == number).values(**left)
        event = connection.execute(gone.returning(col(OutboxItem.inbox_item_id))).scalar_one()
        more = exists().where(col(OutboxItem.inbox_item_id) == event, col(OutboxItem.waiting).is_(True))
        if event is not None and not connection.execute(select(more)).scalar_one():
            settle(connection, event, outcome, now=now)


def message(store: Store, channel: str, number: int) -> RowMapping | None:
    """The chat, person and content of a message of that channel, sent or waiting; None where there is none (any more)."""
    columns = (col(OutboxItem.chat), col(OutboxItem.person), col(OutboxItem.content))
    mine = (col(OutboxItem.id) == number, col(OutboxItem.channel) == channel)
    with connected(store) as connection:
        return connection.execute(select(*columns).where(*mine)).mappings().one_or_none()
