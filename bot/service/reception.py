"""Who asks: whether they may, who they are to us, and what the button stands for that they pressed."""

import threading
import time
from collections.abc import Collection
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from bot.answer import Kind
from bot.chat import MORE, Incoming, Pressed, Reply
from bot.conversation import Conversation, Turn
from bot.memory import Memory
from bot.replying import phrases
from bot.service.postbox import Unreadable, unpacked
from bot.settings import Access
from store import outbox, people
from store.database import Store
from store.text import fold

_WHO_AM_I = frozenset(map(fold, ("我是谁", "whoami")))


class Standing(StrEnum):
    """Who somebody is to us, in the words of replies."""

    ADMINISTRATOR = "管理员"
    REGISTERED = "已登记"
    GUEST = "未登记，可以提问"
    STRANGER = "未登记，不能提问；请把编号发给管理员登记"

    @property
    def may_ask(self) -> bool:
        """Whether questions are answered."""
        return self is not Standing.STRANGER


class Reception(Struct, frozen=True):
    """Stands before the conversation in every chat platform; rights belong to a person, never to a chat."""

    conversation: Conversation
    store: Store
    access: Access
    administrators: Collection[str]  # as `Incoming.who` has them
    strangers: "Told" = field(default_factory=lambda: Told(times=5, within=600.0))

    def turn(self, incoming: Incoming) -> Turn | None:
        """The reply to a message, and what is to be remembered of it; None where a stranger has been told often enough."""
        standing, name = self._standing(incoming)
        if not standing.may_ask and self.strangers.is_enough(incoming.who):
            return None
        if fold(incoming.text) in _WHO_AM_I:
            return _said(incoming, phrases.who_you_are(incoming.who, incoming.place, standing.value, name, group=incoming.group))
        if not standing.may_ask:
            said = phrases.REFUSED_IN_GROUP if incoming.group else phrases.REFUSED.format(who=incoming.who)
            return _said(incoming, said)
        if not incoming.text.strip():
            return _said(incoming, phrases.ONLY_WORDS)
        return self.conversation.turn(self._following(incoming))

    def _standing(self, incoming: Incoming) -> tuple[Standing, str]:
        """Who it is, and the name that the office knows."""
        known = people.registration(self.store, incoming.channel, incoming.person)
        if incoming.who in self.administrators:
            return Standing.ADMINISTRATOR, known.name if known else ""
        if known:
            return Standing.REGISTERED, known.name
        return (Standing.GUEST if self.access is Access.OPEN else Standing.STRANGER), ""

    def opened(self, incoming: Incoming, pressed: Pressed) -> Incoming | str:
        """What the button stands for, as if it were said; or why it stands for nothing, in words for who pressed it.

        What a press carries is only believed where the message that it names says the same: a press can be forged.
        A message that answers nobody is everybody's.
        """
        found = outbox.message(self.store, incoming.channel, pressed.message)
        if found is None or found.chat != incoming.chat:
            return phrases.BUTTON_TOO_OLD
        speaks_as_the_chat = found.person == found.chat.partition(":")[0]  # an anonymous administrator presses as a person
        if found.person not in ("", incoming.person) and not speaks_as_the_chat:
            return phrases.BUTTON_OF_ANOTHER
        try:
            reply, remembered = unpacked(found.content)
        except Unreadable:
            return phrases.BUTTON_TOO_OLD
        offers = dict(enumerate(reply.offers, 1)) | ({0: MORE} if reply.more else {})
        offer = offers.get(pressed.number)
        if offer is None or offer.mark != pressed.mark:
            return phrases.BUTTON_TOO_OLD
        if offer is MORE:
            return replace(incoming, text=MORE.token, follows=remembered)
        return replace(incoming, text=str(pressed.number), chosen=offer.token, follows=remembered)

    def _following(self, incoming: Incoming) -> Incoming:
        """A reply to a message of ours goes on from that message, whoever asked for it and whatever was said since."""
        if incoming.replied is None or incoming.follows is not None:
            return incoming
        found = outbox.message_called(self.store, incoming.channel, incoming.chat, incoming.replied)
        try:
            return incoming if found is None else replace(incoming, follows=unpacked(found.content)[1])
        except Unreadable:
            return incoming


class Told:
    """How often somebody was told the same: a few times within a while is enough, whoever floods us gets no more."""

    def __init__(self, times: int, within: float) -> None:
        self._times, self._within = times, within
        self._told: dict[str, list[float]] = {}
        self._turn = threading.Lock()

    def is_enough(self, who: str) -> bool:
        """Whether they were; if not, this time counts."""
        now = time.monotonic()
        with self._turn:
            recent = [at for at in self._told.pop(who, ()) if now - at < self._within]
            self._told[who] = recent  # at the end: the first is who was told longest ago
            while len(self._told) > _MOST_STRANGERS:
                del self._told[next(iter(self._told))]
            if len(recent) >= self._times:
                return True
            recent.append(now)
            return False


_MOST_STRANGERS = 10_000


def _said(incoming: Incoming, text: str) -> Turn:
    return Turn(Reply(Kind.OUT_OF_SCOPE.value, text), incoming, Memory())
