"""What the fake remembers of the bot: calls and messages, as values that nobody changes."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    """One call of a method: its parameters decoded, when it came (monotonic seconds), and what came of it.

    `outcome` is “ok”, “400 Bad Request: …”, the name of a fault, “gone” when the client hung up, “pending” before all that.
    """

    method: str
    params: dict[str, Any]
    at: float
    outcome: str = "pending"


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Sent:
    """A message of the bot, as a person reads it; `html` is its source, `buttons` are (label, callback data)."""

    id: int
    chat: int
    text: str
    html: str | None = None
    buttons: tuple[tuple[str, str | None], ...] = ()
    thread: int | None = None
    reply_to: int | None = None
    at: float = 0.0
    file: Upload | None = None

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons."""
        return [label for label, _ in self.buttons]


def buttons(markup: dict[str, Any] | None) -> tuple[tuple[str, str | None], ...]:
    """The buttons of an inline keyboard, row by row."""
    rows = (markup or {}).get("inline_keyboard", [])
    return tuple((button["text"], button.get("callback_data")) for row in rows for button in row)
