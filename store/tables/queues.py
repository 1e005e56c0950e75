"""What waits to be answered and to be sent, and who is at it."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.columns import Instant, Words
from store.tables.base import Row


class Queued(SQLModel):
    """The columns of what waits for somebody to take it on: in which chat, since when, not before when, and who is at it.

    `waiting` ends when it was taken on to the end; `done` is set when the person has it, with the `outcome` in a word.
    """

    channel: str = Field(sa_type=Words)
    chat: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant)
    due: datetime = Field(sa_type=Instant)
    tries: int = 0
    owner: str | None = Field(default=None, sa_type=Words)
    leased_until: datetime | None = Field(default=None, sa_type=Instant)
    waiting: bool = True
    done: datetime | None = Field(default=None, sa_type=Instant, index=True)
    outcome: str | None = Field(default=None, sa_type=Words)


class InboxItem(Row, Queued, table=True):
    """What a platform delivered (收到的), to the letter; the same event is kept once."""

    __table_args__ = (
        UniqueConstraint("channel", "event"),
        Index(None, "waiting", "channel", "chat", "id"),
        {"sqlite_autoincrement": True},  # an id is never used again: what was sent refers to it
    )
    id: int = Field(primary_key=True)
    event: str = Field(sa_type=Words)
    raw: str = Field(sa_type=Words)


class OutboxItem(Row, Queued, table=True):
    """One message that must go out (要发的): to which chat, to whom, in answer to what, as the bot's own JSON.

    `handle` is the platform's own name of it, once it is there.
    """

    __table_args__ = (
        Index(None, "waiting", "channel", "chat", "id"),
        Index(None, "channel", "chat", "handle"),
        {"sqlite_autoincrement": True},  # a button names the id of its message for as long as it can be pressed
    )
    id: int = Field(primary_key=True)
    inbox_item_id: int | None = Field(default=None, foreign_key="inbox_item.id", index=True)
    person: str = Field(sa_type=Words)
    answers: str | None = Field(default=None, sa_type=Words)
    content: str = Field(sa_type=Words)
    handle: str | None = Field(default=None, sa_type=Words)


class Lease(Row, table=True):
    """What only one process may do at a time (租约), who does it, and until when."""

    name: str = Field(sa_type=Words, primary_key=True)
    owner: str = Field(sa_type=Words)
    until: datetime = Field(sa_type=Instant)
