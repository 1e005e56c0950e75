"""What the fake Telegram knows: chats, messages, queries, and what the bot did. One lock guards all of it."""

import threading
import time
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from tests.botapi.faults import Orders
from tests.botapi.polling import Updates
from tests.botapi.records import Call, Sent
from tests.botapi.refusals import BLOCKED, Refusal, bad_request

SUPERGROUPS_BELOW = -1_000_000_000_000
FIRST_MESSAGE = 101  # of all private chats and small groups, which share one count

Raw = dict[str, Any]


@dataclass
class State:
    """A Telegram of one bot."""

    bot: Raw
    lock: threading.RLock = field(default_factory=threading.RLock)
    orders: Orders = field(default_factory=Orders)
    chats: dict[int, Raw] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    threads: set[tuple[int, int]] = field(default_factory=set)
    messages: dict[tuple[int, int], Raw] = field(default_factory=dict)
    queries: set[str] = field(default_factory=set)  # that may be answered still
    sent: list[Sent] = field(default_factory=list)  # as it was sent
    screen: dict[tuple[int, int], Sent] = field(default_factory=dict)  # as it looks now
    calls: list[Call] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.updates = Updates(self.lock)
        self._private = count(FIRST_MESSAGE)
        self._groups: dict[int, count[int]] = {}

    @property
    def sender(self) -> Raw:
        """The bot as the sender of a message."""
        return {name: self.bot[name] for name in ("id", "is_bot", "first_name", "username")}

    def number(self, chat: int) -> int:
        """The id of the next message: a supergroup counts its own, so that ids alone say nothing."""
        if chat > SUPERGROUPS_BELOW:
            return next(self._private)
        return next(self._groups.setdefault(chat, count(1)))

    def message(self, chat: int, sender: Raw, text: str | None = None, **more: Any) -> Raw:
        """A new message in a chat; what is None is left out."""
        raw = {
            "message_id": self.number(chat),
            "from": sender,
            "chat": self.chats[chat],
            "date": int(time.time()),
            **{name: value for name, value in {"text": text, **more}.items() if value is not None},
        }
        self.messages[chat, raw["message_id"]] = raw
        return raw

    def reached(self, chat_id: object) -> int:
        """The chat that a call is for; refuses as Telegram does."""
        chat = int(str(chat_id)) if str(chat_id).removeprefix("-").isdigit() else 0
        if chat not in self.chats:
            raise bad_request("chat not found")
        if chat in self.blocked:
            where = {"supergroup": "supergroup", "group": "group"}.get(self.chats[chat]["type"])
            raise Refusal(403, f"Forbidden: bot was kicked from the {where} chat" if where else BLOCKED)
        return chat

    def begin(self, method: str, params: Raw) -> int:
        """Notes a call, and gives its place among the calls."""
        with self.lock:
            self.calls.append(Call(method, params, time.monotonic()))
            return len(self.calls) - 1

    def end(self, place: int, outcome: str) -> None:
        """Notes what came of a call."""
        with self.lock:
            self.calls[place] = replace(self.calls[place], outcome=outcome)


def referred(message: Raw) -> Raw:
    """A message as another one shows it: it does not show in turn what it replies to."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}
