"""What comes in from a chat and what goes out, and the ports between channels and the bot.

ChannelError
├── ChannelDown     the platform cannot be reached, or wants us to wait
├── ChatClosed      nobody reads in that chat any more: it blocked us, or is gone
├── NotSendable     the platform will never take this message
└── NotKept         what came in could not be kept: the platform must not be told that we have it

A channel translates its library's errors into these; nobody beyond it sees others.
"""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any, Protocol

from msgspec import Struct
from msgspec.structs import asdict

CHINA = timezone(timedelta(hours=8), "UTC+8")
"""The time that staff live in; a platform's timestamps are turned into it, so that “今年” is theirs."""


class Pressed(Struct, frozen=True):
    """A button: the number of the message that it hangs on, which choice of it, and a mark of what it stood for.

    Choices count from 1; 0 is “更多”.  `handle` is the platform's own name of this press.
    """

    message: int
    number: int
    mark: str
    handle: str


class Incoming(Struct, frozen=True):
    """One message of one person in one chat, whatever the channel.

    `at` is when it was said, with a time zone; the questions' “今年” is its year, unless `today` is another day.
    `handle` is the platform's own name of the message, for replying to it; `replied` that of the message of ours which it
    replies to; `pressed` is a button instead of words.
    """

    chat: str
    person: str
    text: str
    at: datetime
    group: bool = False
    today: date | None = None
    channel: str = "terminal"
    handle: str | None = None
    replied: str | None = None
    pressed: Pressed | None = None
    chosen: str | None = None  # the token of the offer that was pressed
    follows: str | None = None  # what is remembered of the message that this goes on from, where it names one

    @property
    def day(self) -> date:
        """The day that “今年” and “去年” are counted from."""
        return self.today or self.at.date()

    @property
    def place(self) -> str:
        """The chat among those of all channels."""
        return f"{self.channel}:{self.chat}"

    @property
    def who(self) -> str:
        """The person among those of all channels, as settings and administrators write it: `telegram:123`."""
        return f"{self.channel}:{self.person}"


class Offer(Struct, frozen=True):
    """What may be chosen next: the label shown, and the token that the bot understands when it comes back."""

    label: str
    token: str

    @property
    def mark(self) -> str:
        """Eight characters that tell what it stands for: in another store the same number may be another message's."""
        return hashlib.sha256(self.token.encode()).hexdigest()[:8]


MORE = Offer("更多", "更多")
"""The offer to go on with a list, number 0 of its message."""


class Attachment(Struct, frozen=True):
    """A file that goes with a reply (原件): its name, and the hash by which the store knows its bytes."""

    name: str
    sha256: str


class Reply(Struct, frozen=True):
    """What the bot says: text for people, facts for programs, choices to pick by number.

    `kind` is “answer”, “clarify”, “not_found” or “out_of_scope”; `facts` have the stable shape of `chat --jsonl`.
    """

    kind: str
    text: str
    facts: tuple[dict[str, Any], ...] = ()
    offers: tuple[Offer, ...] = ()
    more: bool = False  # whether “更多” goes on
    files: tuple[Attachment, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The labels of what is offered, in order."""
        return tuple(offer.label for offer in self.offers)

    def as_json(self) -> dict[str, Any]:
        """The reply as one JSON object of `chat --jsonl` and `ask --json`."""
        said = {"kind": self.kind, "text": self.text, "facts": list(self.facts), "choices": list(self.choices)}
        return {**said, "files": [asdict(file) for file in self.files]} if self.files else said


Respond = Callable[[Incoming], Awaitable[Reply]]


class Event(Struct, frozen=True):
    """What a platform delivered, before anybody understood it: its unique id, the chat whose order it is in, the JSON."""

    id: str
    chat: str
    raw: str


class Outgoing(Struct, frozen=True):
    """One message on its way: its number (which buttons name), the chat, what to say, and the handle of what it answers.

    `content` is the file that goes with it, if any: then the message is that file.
    """

    number: int
    chat: str
    reply: Reply
    answers: str | None = None
    content: bytes | None = None


class Health(Struct, frozen=True):
    """Whether a channel really receives, and in Chinese why not."""

    ok: bool
    said: str


class Inbox(Protocol):
    """Where a channel puts what comes in (port)."""

    async def keep(self, events: Sequence[Event]) -> None:
        """Returns when the events are committed; only then may the platform be told.  Raises `NotKept`."""


class Outbox(Protocol):
    """Where anybody puts what must go out to a chat (port)."""

    async def put(self, channel: str, chat: str, reply: Reply) -> None:
        """Returns when the message is committed: it will go out, even if this process dies.  Raises `NotKept`.

        Nobody asked for it: it quotes nothing, and whoever reads there may press its buttons.
        """


class Lease(Protocol):
    """The right to do what only one process may do at a time (port)."""

    async def take(self, name: str) -> bool:
        """Whether we have the right of that name; it is kept up as long as this process lives.  Raises `NotKept`."""


class Channel(Protocol):
    """Where people talk with the bot.  It fetches, reads, sends; it knows nothing of targets or questions."""

    name: str

    async def open(self) -> None:
        """Returns when the platform has told us who we are, however long that takes."""

    async def receive(self) -> None:
        """Puts what comes in into the inbox, until cancelled; it never returns by itself."""

    def read(self, event: Event, at: datetime) -> Incoming | None:
        """What a kept event says, None where it is not said to us; `at` is when it came in.

        Raises whatever it likes for an event that it cannot read: that event is put aside.
        """

    def fitting(self, reply: Reply) -> Sequence[Reply]:
        """The reply in messages that the platform takes, each with one file at most."""

    async def send(self, outgoing: Outgoing) -> str | None:
        """Sends one message; the platform's own name of it.  Raises `ChannelDown`, `ChatClosed`, `NotSendable`."""

    async def typing(self, incoming: Incoming) -> None:
        """Shows that an answer is being worked on.  Raises `ChannelError`."""

    async def seen(self, incoming: Incoming, words: str = "") -> None:
        """Ends the waiting of who pressed a button, with a few words if there are any.  Raises `ChannelError`."""

    def health(self) -> Health:
        """Whether messages are really fetched."""

    async def examine(self) -> Sequence[Health]:
        """What a doctor finds who asks the platform once: each a sentence in Chinese, with what to do where it is not ok."""

    async def close(self) -> None:
        """Gives connections back."""


class ChannelError(Exception):
    """What can go wrong between us and a platform."""


class ChannelDown(ChannelError):
    """The platform cannot be reached or refuses everything for now; `again_in` is how long it told us to wait.

    `surely_not_sent` is False where a message may have been taken before the answer to it was lost.
    """

    def __init__(self, why: str, again_in: timedelta | None = None, *, surely_not_sent: bool = True) -> None:
        super().__init__(why)
        self.again_in = again_in
        self.surely_not_sent = surely_not_sent


class ChatClosed(ChannelError):
    """Nobody reads in that chat any more."""


class NotSendable(ChannelError):
    """The platform will never take this message."""


class NotKept(ChannelError):
    """The store did not take what had to be kept."""
