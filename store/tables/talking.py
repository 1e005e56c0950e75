"""What was spoken of, and what people of this office call things."""

from datetime import datetime

from sqlmodel import Field

from store.columns import Instant, Words
from store.tables.base import Row


class Conversation(Row, table=True):
    """What was last spoken of by one person in one chat, as the bot's own JSON."""

    chat: str = Field(sa_type=Words, primary_key=True)
    person: str = Field(sa_type=Words, primary_key=True)
    state: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant, index=True)


class Nickname(Row, table=True):
    """What people of this office call something (别名), beside the nicknames that come with the program."""

    nickname: str = Field(sa_type=Words, primary_key=True)  # folded
    formal: str = Field(sa_type=Words, primary_key=True)  # as it was written: a name, or the part of names that it stands for
    at: datetime = Field(sa_type=Instant)
    by: str = Field(sa_type=Words)
