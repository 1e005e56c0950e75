"""Who may ask."""

from datetime import datetime

from sqlmodel import Field

from store.columns import Instant, Words
from store.tables.base import Row


class Identity(Row, table=True):
    """A person on a platform who may ask (登记), by the platform's own id."""

    channel: str = Field(sa_type=Words, primary_key=True)
    external_id: str = Field(sa_type=Words, primary_key=True)
    name: str = Field(sa_type=Words)
    at: datetime = Field(sa_type=Instant)
    by: str = Field(sa_type=Words)
