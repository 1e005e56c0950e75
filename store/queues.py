"""What waits for somebody to take it on: taken with a lease, in order within a chat, chats side by side.

Several processes may take from one queue.  A lease that nobody renews runs out, and what was under it waits again: that is
how a question survives the process that was answering it.  Replicas compare these times with their own clocks, which must
agree within a few seconds.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, delete, exists, func, or_, select, true, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from store.database import Store
from store.tables.queues import InboxItem, Lease, OutboxItem

Item = Mapping[str, Any]
"""One row of a queue."""

Queue = type[InboxItem] | type[OutboxItem]
QUEUES: tuple[Queue, ...] = (InboxItem, OutboxItem)
LASTS = timedelta(seconds=20)
"""How long a lease lasts unless it is renewed."""


def claim(store: Store, queue: Queue, channel: str, owner: str, *, now: datetime, most: int) -> list[Item]:
    """At most `most` items, now leased to `owner`: of each chat the oldest that waits, if nobody is at it and it is due."""
    oldest = _oldest(queue, channel, owner, now)
    with store.reading() as connection:  # most of the time there is nothing to do, and nobody need wait for that
        if connection.execute(oldest.limit(1)).first() is None:
            return []
    with store.transaction() as connection:
        ids = connection.execute(oldest.limit(most).with_for_update(skip_locked=True, of=queue)).scalars().all()
        taken = {"owner": owner, "leased_until": now + LASTS, "tries": col(queue.tries) + 1}
        connection.execute(update(queue).where(col(queue.id).in_(ids)).values(**taken))
        rows = connection.execute(select(queue).where(col(queue.id).in_(ids)).order_by(col(queue.id)))
        return [dict(row) for row in rows.mappings()]


def _oldest(queue: Queue, channel: str, owner: str, now: datetime) -> Select[int]:
    # Whoever holds something knows whether it is still at it, and gives it back itself: no clock takes it away for it.
    lost = and_(col(queue.leased_until) < now, col(queue.owner) != owner)
    free = or_(col(queue.owner).is_(None), lost)
    other = aliased(queue)
    # Two replicas may commit the events of one chat in another order than their ids: hence also whoever is at a later one.
    in_the_way = or_(col(other.id) < col(queue.id), and_(col(other.id) > col(queue.id), col(other.leased_until) >= now))
    blocked = exists().where(
        col(other.waiting).is_(True), col(other.channel) == channel, col(other.chat) == col(queue.chat), in_the_way
    )
    return (
        select(col(queue.id))
        .where(and_(col(queue.waiting).is_(True), col(queue.channel) == channel, col(queue.due) <= now, free, ~blocked))
        .order_by(col(queue.id))
    )


def postpone(store: Store, queue: Queue, number: int, owner: str, *, due: datetime, counted: bool = True) -> None:
    """Gives an item back, to be taken again from `due` on; what follows it in its chat waits with it.

    Does nothing where it is another's by now.  `counted=False` takes this try back: it was not the item's fault.
    """
    mine = (col(queue.id) == number, col(queue.owner) == owner)
    with store.transaction() as connection:
        back = {"owner": None, "leased_until": None, "due": due, "tries": col(queue.tries) - (0 if counted else 1)}
        connection.execute(update(queue).where(*mine).values(**back))


def holds(store: Store, queue: Queue, number: int, owner: str, *, now: datetime) -> bool:
    """Whether an item is still `owner`'s: a process that stood still for a while may have lost it to another."""
    mine = (col(queue.id) == number, col(queue.owner) == owner, col(queue.leased_until) > now)
    with store.reading() as connection:
        return connection.execute(select(col(queue.id)).where(*mine)).first() is not None


def renew(store: Store, owner: str, *, now: datetime) -> None:
    """Lengthens everything that `owner` holds: items and rights."""
    with store.transaction() as connection:
        for queue in QUEUES:
            held = update(queue).where(col(queue.owner) == owner, col(queue.waiting).is_(True))
            connection.execute(held.values(leased_until=now + LASTS))
        connection.execute(update(Lease).where(col(Lease.owner) == owner).values(until=now + LASTS))


def release(store: Store, owner: str | None) -> None:
    """Gives everything back that `owner` holds, so that others need not wait until it runs out.

    None stands for whoever holds anything: that is for a process which knows itself to be the only one.
    """
    with store.transaction() as connection:
        for queue in QUEUES:
            whose = col(queue.owner).is_not(None) if owner is None else col(queue.owner) == owner
            connection.execute(update(queue).where(whose).values(owner=None, leased_until=None))
        connection.execute(delete(Lease).where(true() if owner is None else col(Lease.owner) == owner))


def waiting(store: Store, queue: Queue) -> dict[str, int]:
    """How many items wait, a channel."""
    query = select(col(queue.channel), func.count()).where(col(queue.waiting).is_(True)).group_by(col(queue.channel))
    with store.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}
