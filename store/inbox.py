"""What came in: kept before the platform is told that we have it, and done when its reply is sent."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, update
from sqlmodel import col

from store.database import Store, inserting, writing
from store.tables.queues import InboxItem, OutboxItem


def keep(store: Store, channel: str, events: Sequence[Mapping[str, Any]], *, now: datetime) -> int:
    """Commits what came in (`event`: the platform's unique id, `chat`, `raw`) and says how much of it was new.

    An event that is there already is left as it stands: it is done, or somebody is at it, or it waits to be taken.
    """
    if not events:
        return 0
    rows = [{**event, "channel": channel, "at": now, "due": now, "tries": 0, "waiting": True} for event in events]
    with store.transaction() as connection:
        added = inserting(connection, InboxItem).values(rows).on_conflict_do_nothing(index_elements=["channel", "event"])
        return len(connection.execute(added.returning(col(InboxItem.id))).all())


def answered(connection: Connection, number: int) -> bool:
    """Takes an event off the queue, for its replies go into the outbox; False where somebody else was faster."""
    left = update(InboxItem).where(col(InboxItem.id) == number, col(InboxItem.waiting).is_(True))
    return connection.execute(left.values(waiting=False, owner=None, leased_until=None)).rowcount == 1


def settle(store: Store | Connection, number: int, outcome: str, *, now: datetime) -> None:
    """An event is done: `outcome` says in a word how (sent, ignored, unreadable …).

    Of what was ignored only that it came is kept: what people say to each other is none of our business.
    """
    done = {"waiting": False, "owner": None, "leased_until": None, "done": now, "outcome": outcome}
    done |= {"raw": ""} if outcome == "ignored" else {}
    with writing(store) as connection:
        connection.execute(update(InboxItem).where(col(InboxItem.id) == number).values(**done))


def forget(store: Store, *, before: datetime) -> int:
    """Deletes what was done before that moment, with the replies to it, and says how many events it were."""
    with store.transaction() as connection:
        connection.execute(delete(OutboxItem).where(col(OutboxItem.done) < before))
        replied = exists().where(col(OutboxItem.inbox_item_id) == col(InboxItem.id))
        return connection.execute(delete(InboxItem).where(col(InboxItem.done) < before, ~replied)).rowcount
