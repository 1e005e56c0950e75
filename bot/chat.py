"""What comes in from a chat and what goes out: the values between channels and the bot."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Incoming:
    """One message of one person in one chat, whatever the channel.

    `at` is when it was said, with a time zone; the questions' “今年” is its year, unless `today` is another day.
    """

    chat: str
    person: str
    text: str
    at: datetime
    group: bool = False
    today: date | None = None

    @property
    def day(self) -> date:
        """The day that “今年” and “去年” are counted from."""
        return self.today or self.at.date()


@dataclass(frozen=True)
class Reply:
    """What the bot says: text for people, facts for programs, choices to pick by number.

    `kind` is “answer”, “clarify”, “not_found” or “out_of_scope”; `facts` have the stable shape of `chat --jsonl`.
    """

    kind: str
    text: str
    facts: tuple[dict[str, Any], ...] = ()
    choices: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The reply as one JSON object of `chat --jsonl` and `ask --json`."""
        return {"kind": self.kind, "text": self.text, "facts": list(self.facts), "choices": list(self.choices)}


Respond = Callable[[Incoming], Awaitable[Reply]]
