"""From the outbox to the chats: in order within a chat, again where the platform was away, never twice if we live."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from bot.chat import Channel, ChannelDown, ChatClosed, NotSendable
from bot.service.metrics import Metrics
from bot.service.postbox import Clock, Unreadable, outgoing
from store import documents, outbox, queues
from store.database import Store
from store.queues import Item
from store.tables.queues import OutboxItem

_log = logging.getLogger(__name__)

_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=1), timedelta(seconds=30)
_LONGEST_WAIT_IN_DOUBT = timedelta(minutes=5)  # the platform may have it already: better late than many times
_PATIENCE = 3.0  # seconds
_AGAIN_AFTER = timedelta(seconds=5)
_GIVE_UP = timedelta(days=1)  # an answer of yesterday helps nobody


class Turnstile:
    """Lets one at a time through, and the next after a while even if the one before is not back.

    What is sent and not yet noted when the process dies is sent again: so there should be one such message, not many.  But
    one chat that hangs must not hold up all others.
    """

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._free = asyncio.Semaphore(1)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """One's turn, which ends with the block or when the others' patience ends."""
        await self._free.acquire()
        timer = asyncio.get_running_loop().call_later(self._patience, self._free.release)
        try:
            yield
        finally:
            if timer.when() > asyncio.get_running_loop().time():
                timer.cancel()
                self._free.release()


class Sending(Struct, frozen=True):
    """Sends what one channel must; `owner` is this process."""

    channel: Channel
    store: Store
    owner: str
    clock: Clock
    metrics: Metrics
    wake: Callable[[], object]  # told when something that had to wait is due
    leaving: asyncio.Event = field(default_factory=asyncio.Event)  # nothing new is begun any more
    turnstile: Turnstile = field(default_factory=Turnstile)

    def claim(self, most: int) -> Sequence[Item]:
        """What waits to go out, now ours."""
        return queues.claim(self.store, OutboxItem, self.channel.name, self.owner, now=self.clock(), most=most)

    def give_back(self, item: Item, *, counted: bool = True) -> None:
        """Lets it be taken again in a while."""
        due = self.clock() + _AGAIN_AFTER
        queues.postpone(self.store, OutboxItem, item["id"], self.owner, due=due, counted=counted)

    async def handle(self, item: Item) -> None:
        """Sends one message and notes it; what cannot be sent now is due later."""
        async with self.turnstile.turn():
            if self.leaving.is_set():
                return  # it waits for the next start
            if not await asyncio.to_thread(self._is_ours, item):
                await asyncio.to_thread(self.give_back, item)
                return
            content = await asyncio.to_thread(self._content, item)
            outcome, handle = await self._outcome(item, content)
            if outcome is None:
                return
            await asyncio.to_thread(outbox.sent, self.store, item["id"], outcome, now=self.clock(), handle=handle)
        self.metrics.sent(self.channel.name, outcome)

    def _is_ours(self, item: Item) -> bool:
        """Whether nobody has taken over meanwhile: it may have waited long for its turn, or this machine stood still."""
        return queues.holds(self.store, OutboxItem, item["id"], self.owner, now=self.clock())

    def _content(self, item: Item) -> bytes | None:
        """The bytes of the file that the message is; the outbox holds only their hash."""
        try:
            files = outgoing(item).reply.files
        except Unreadable:
            return None  # said where it is sent
        return documents.original(self.store, files[0].sha256) if files else None

    async def _outcome(self, item: Item, content: bytes | None) -> tuple[str | None, str | None]:
        """How it went (None: it is tried again), and the platform's name of the message."""
        name, number = self.channel.name, item["id"]
        try:
            return "sent", await self.channel.send(replace(outgoing(item), content=content))
        except ChannelDown as down:
            return await self._later(item, down), None
        except ChatClosed as error:
            _log.info("%s：第 %s 条没有发出，对方不再收：%s", name, number, error)
            return "closed", None
        except NotSendable as error:
            _log.error("%s：第 %s 条平台不收，不再发：%s", name, number, error)
            return "refused", None
        except Exception:  # noqa: BLE001  # our mistake with one message must not hold up its chat for ever
            _log.exception("%s：第 %s 条出错，不再发", name, number)
            return "broken", None

    async def _later(self, item: Item, down: ChannelDown) -> str | None:
        now = self.clock()
        if now - item["at"] > _GIVE_UP:
            _log.error("%s：第 %s 条一天没有发出，不再发：%s", self.channel.name, item["id"], down)
            return "expired"
        longest = _LONGEST_WAIT if down.surely_not_sent else _LONGEST_WAIT_IN_DOUBT
        again_in = down.again_in or min(_FIRST_WAIT * 2 ** min(item["tries"] - 1, 10), longest)
        level = logging.WARNING if item["tries"] == 1 else logging.DEBUG  # once a message
        _log.log(level, "%s：第 %s 条 %g 秒后再发：%s", self.channel.name, item["id"], again_in.total_seconds(), down)
        await asyncio.to_thread(queues.postpone, self.store, OutboxItem, item["id"], self.owner, due=now + again_in)
        asyncio.get_running_loop().call_later(again_in.total_seconds(), self.wake)
        self.metrics.sent(self.channel.name, "postponed")
        return None
