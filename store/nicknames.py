"""What people of this office call its projects and units (别名), noted by its administrators."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import Connection, delete, select
from sqlmodel import col

from store.database import Store, connected, inserting
from store.tables.talking import Nickname
from store.text import fold
from store.version import bump


class Noted(Struct, frozen=True):
    """A nickname (folded), the name or part of names that it stands for, since when, and who said so."""

    nickname: str
    formal: str
    at: datetime
    by: str


def note(store: Store, noted: Noted) -> None:
    """Adds a meaning to a nickname; doing it again changes nothing."""
    with store.transaction() as connection:
        added = inserting(connection, Nickname).values(**{**asdict(noted), "nickname": fold(noted.nickname)})
        connection.execute(added.on_conflict_do_nothing(index_elements=["nickname", "formal"]))
        bump(connection)


def forget(store: Store, nickname: str, formal: str | None = None) -> int:
    """Takes a meaning from a nickname, or all of them; how many there were."""
    mine = [col(Nickname.nickname) == fold(nickname), *([col(Nickname.formal) == formal] if formal else [])]
    with store.transaction() as connection:
        gone = connection.execute(delete(Nickname).where(*mine)).rowcount
        if gone:
            bump(connection)
        return gone


def noted(store: Store | Connection) -> list[Noted]:
    """All of them, by nickname and meaning."""
    query = select(Nickname).order_by(col(Nickname.nickname), col(Nickname.formal))
    with connected(store) as connection:
        return [Noted(**row) for row in connection.execute(query).mappings()]
