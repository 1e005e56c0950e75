"""From the inbox to the outbox: what came in is read and answered, one at a time in a chat, several chats at once."""

import asyncio
import logging
import secrets
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from bot import memory
from bot.answer import Kind
from bot.chat import CHINA, Channel, ChannelError, Event, Incoming, Reply
from bot.conversation import Turn
from bot.memory import Memory
from bot.replying import phrases
from bot.service.metrics import Metrics
from bot.service.postbox import Clock, post
from bot.service.reception import Reception
from store import inbox, queues
from store.database import Store
from store.errors import StoreError
from store.outbox import Addressee
from store.queues import Item
from store.tables.queues import InboxItem

_log = logging.getLogger(__name__)

_SHOW_AFTER, _SHOW_AGAIN = 0.5, 4.0  # seconds: a platform shows “typing” for about five
_LATE = timedelta(minutes=5)
_AGAIN_AFTER = timedelta(seconds=5)
_MOST_TRIES = 5  # what has ended the process so often, and alone, will do so again


class Answering(Struct, frozen=True):
    """Answers what one channel brings; `owner` is this process."""

    channel: Channel
    store: Store
    reception: Reception
    owner: str
    clock: Clock
    metrics: Metrics
    answered: Callable[[], object]  # told when there is something to send

    def claim(self, most: int) -> Sequence[Item]:
        """What waits to be answered, now ours."""
        return queues.claim(self.store, InboxItem, self.channel.name, self.owner, now=self.clock(), most=most)

    def give_back(self, item: Item, *, counted: bool = True) -> None:
        """Lets it be taken again in a while."""
        due = self.clock() + _AGAIN_AFTER
        queues.postpone(self.store, InboxItem, item["id"], self.owner, due=due, counted=counted)

    async def handle(self, item: Item) -> None:
        """Answers one event: afterwards its replies are in the outbox, or it is settled without any."""
        try:
            incoming = self.channel.read(Event(item["event"], item["chat"], item["raw"]), item["at"])
        except Exception:  # noqa: BLE001  # whatever a platform sends must not end the work on what follows
            _log.exception("%s：第 %s 号消息读不懂，放在一边", self.channel.name, item["event"])
            await self._settle(item, "unreadable")
            return
        understood = await self._opened(incoming) if incoming is not None and incoming.pressed is not None else incoming
        if incoming is None or understood is None:
            await self._settle(item, "ignored")
            return
        shown = [asyncio.create_task(show(incoming)) for show in (self._seen, self._typing)]
        try:
            with self.metrics.answering(self.channel.name):
                await asyncio.to_thread(self._answer, understood, item)
            self.answered()
            await shown[0]
        finally:
            for task in shown:
                task.cancel()
            await asyncio.gather(*shown, return_exceptions=True)

    async def _settle(self, item: Item, outcome: str) -> None:
        await asyncio.to_thread(inbox.settle, self.store, item["id"], outcome, now=self.clock())
        self.metrics.settled(self.channel.name, outcome)

    async def _opened(self, incoming: Incoming) -> Incoming | None:
        """What was pressed; None where it stands for nothing, which is said on the button."""
        assert incoming.pressed is not None
        opened = await asyncio.to_thread(self.reception.opened, incoming, incoming.pressed)
        if isinstance(opened, Incoming):
            return opened
        await self._seen(incoming, opened)
        return None

    async def _seen(self, incoming: Incoming, words: str = "") -> None:
        if incoming.pressed is None:
            return
        try:
            await self.channel.seen(incoming, words)
        except ChannelError as error:  # the press is answered all the same; only its little clock goes on turning
            _log.info("%s：按下的按钮没能回应：%s", self.channel.name, error)

    def _answer(self, incoming: Incoming, item: Item) -> None:
        turn = self._turn(incoming, item)
        if turn is None:
            inbox.settle(self.store, item["id"], "refused", now=self.clock())
            self.metrics.settled(self.channel.name, "refused")
            return
        reply, now = turn.reply, self.clock()
        late = now - incoming.at > _LATE
        notes = [phrases.CHOOSE_IN_GROUP] if incoming.group and _asks_back(reply) else []
        notes += [phrases.late(incoming.at.astimezone(CHINA))] if late else []
        reply = replace(reply, text="\n".join([reply.text, *notes]))
        # Where only two talk answers follow their questions; elsewhere, and after a while, the question is quoted.
        quoted = incoming.handle if incoming.group or late else None
        to = Addressee(self.channel.name, incoming.chat, incoming.person, quoted)
        with self.store.transaction() as connection:
            if not inbox.answered(connection, item["id"]):
                return  # another process thought that we were dead, and was faster
            turn.keep(connection, at=max(now, incoming.at))
            parts, remembered = self.channel.fitting(reply), memory.dumped(turn.remembered)
            post(connection, to, parts, now=now, event=item["id"], remembered=remembered)
        self.metrics.answered(self.channel.name, reply.kind)

    def _turn(self, incoming: Incoming, item: Item) -> Turn | None:
        if item["tries"] > _MOST_TRIES:
            return self._broken(incoming, "几次使进程中断，不再试")
        try:
            return self.reception.turn(incoming)
        except StoreError:
            raise
        except Exception:  # noqa: BLE001  # our mistake in one answer must not leave the person without a word
            return self._broken(incoming, "原因见下")

    def _broken(self, incoming: Incoming, why: str) -> Turn:
        number = secrets.token_hex(3)
        _log.error("%s：没有答出来，编号 %s：%s", self.channel.name, number, why, exc_info=sys.exc_info()[0] is not None)
        text = phrases.BROKEN.format(number=number)
        return Turn(Reply(Kind.OUT_OF_SCOPE.value, text), replace(incoming, chosen=None), Memory())

    async def _typing(self, incoming: Incoming) -> None:
        await asyncio.sleep(_SHOW_AFTER)
        while True:
            with suppress(ChannelError):  # a courtesy: what cannot be shown is not missed
                await self.channel.typing(incoming)
            await asyncio.sleep(_SHOW_AGAIN)


def _asks_back(reply: Reply) -> bool:
    """Whether something is to be said next: in a group that must be said to us."""
    return reply.more or bool(reply.offers and reply.kind != Kind.ANSWER)
