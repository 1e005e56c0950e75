"""What was last spoken of, for follow-up questions: one state a chat and person, forgotten when it is too old."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select
from sqlmodel import col

from store.database import Store, inserting, writing
from store.tables.talking import Conversation


def recall(store: Store, chat: str, person: str, *, now: datetime, lasts: timedelta) -> str | None:
    """The state remembered last, or None; what is older than `lasts` is forgotten, other people's too."""
    mine = (col(Conversation.chat) == chat, col(Conversation.person) == person)
    with store.reading() as connection:
        found = connection.execute(select(col(Conversation.state), col(Conversation.at)).where(*mine)).one_or_none()
    if found is None:
        return None
    state, at = found
    if now - at <= lasts:
        return str(state)
    with store.transaction() as connection:
        connection.execute(delete(Conversation).where(col(Conversation.at) < now - lasts))
    return None


def remember(store: Store | Connection, chat: str, person: str, state: str, *, now: datetime) -> None:
    """Keeps `state` in place of what was remembered for that person in that chat.  `now` has a time zone."""
    row = {"chat": chat, "person": person, "state": state, "at": now}
    with writing(store) as connection:
        added = inserting(connection, Conversation).values(**row)
        connection.execute(added.on_conflict_do_update(index_elements=["chat", "person"], set_={"state": state, "at": now}))
