"""`wenxiao serve`: one loop for the channels, the HTTP app and what must be done from time to time; its end loses nothing.

Each channel has three tasks: what comes in goes to the inbox, from there answered to the outbox, from there to the chats.
At the end they stop in that order, each finishing what it has begun; what is left waits in the store for the next start.
"""

import asyncio
import logging
import os
import secrets
import signal
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.answering import Answering
from bot.chat import Channel, Health, Inbox, Lease, NotKept
from bot.http import app, serve_http
from bot.metrics import Metrics
from bot.postbox import Clock, StoredInbox, StoredLease
from bot.reception import Reception
from bot.sending import Sending
from bot.worker import Worker
from store import inbox, queues
from store.database import Store
from store.errors import StoreError
from store.leases import Alone
from store.tables import InboxItem, OutboxItem
from store.targets import version

_log = logging.getLogger(__name__)

MakeChannel = Callable[[Inbox, Lease], Channel]

_ANSWERS_AT_ONCE, _SENDS_AT_ONCE = 4, 8
_RENEW_EVERY = queues.LASTS.total_seconds() / 4
_FORGET_EVERY, _FORGET_AFTER = 3600.0, timedelta(days=30)
_ANSWERS_END_WITHIN, _SENDS_END_WITHIN = 15.0, 8.0  # seconds; together with the rest less than the 30 of service managers


@dataclass
class Line:
    """One channel at work: its channel, and the workers from its inbox to its outbox and from there to its chats."""

    channel: Channel
    answering: Worker
    sending: Worker

    async def run(self, stop: asyncio.Event) -> None:
        """Works until `stop`, then finishes in order."""
        try:
            if await _done_before(self.channel.open(), stop):
                await self._work(stop)
        finally:
            await self.channel.close()

    async def _work(self, stop: asyncio.Event) -> None:
        no_answers, no_sends = asyncio.Event(), asyncio.Event()
        receiving = asyncio.create_task(self.channel.receive())
        answering = asyncio.create_task(self.answering.run(no_answers))
        sending = asyncio.create_task(self.sending.run(no_sends))
        tasks = {receiving, answering, sending}
        stopping = asyncio.create_task(stop.wait())
        try:
            ended, _ = await asyncio.wait({*tasks, stopping}, return_when=asyncio.FIRST_COMPLETED)
            for task in ended - {stopping}:
                task.result()  # none of them ends by itself: this raises what ended it
            receiving.cancel()
            no_answers.set()
            await asyncio.wait({answering}, timeout=_ANSWERS_END_WITHIN)
            no_sends.set()
            await asyncio.wait({sending}, timeout=_SENDS_END_WITHIN)
        finally:
            for task in (*tasks, stopping):
                task.cancel()
            await asyncio.gather(*tasks, stopping, return_exceptions=True)


async def _done_before(work: Awaitable[None], stop: asyncio.Event) -> bool:
    """Whether the work was done before `stop`; else it is given up."""
    working, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
            return True
        return False
    finally:
        working.cancel()
        stopping.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)


@dataclass
class Service:
    """All of it, over one store."""

    store: Store
    reception: Reception
    channels: Sequence[tuple[str, MakeChannel]]
    clock: Clock
    metrics: Metrics = field(default_factory=Metrics)
    owner: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}")

    def __post_init__(self) -> None:
        self._lease = StoredLease(self.store, self.owner, self.clock)
        self.lines = [self._line(name, make) for name, make in self.channels]
        self.metrics.watch(self.health, self._waiting)

    def _line(self, name: str, make: MakeChannel) -> Line:
        asked, answered = asyncio.Event(), asyncio.Event()
        channel = make(StoredInbox(self.store, name, self.clock, asked.set), self._lease)
        answers = Answering(channel, self.store, self.reception, self.owner, self.clock, self.metrics, answered.set)
        sends = Sending(channel, self.store, self.owner, self.clock, self.metrics, answered.set)
        return Line(
            channel,
            Worker(f"{name} 回答", answers.claim, answers.handle, _ANSWERS_AT_ONCE, asked),
            Worker(f"{name} 发送", sends.claim, sends.handle, _SENDS_AT_ONCE, answered),
        )

    async def run(self, stop: asyncio.Event, listener: socket.socket) -> None:
        """Serves until `stop`.  Raises `store.errors.AlreadyServed`, and whatever ends a task that nothing may end."""
        alone = Alone(self.store)
        try:
            if alone.held:
                await asyncio.to_thread(queues.release, self.store, None)
            _log.info("开始服务，本进程是 %s", self.owner)
            await asyncio.to_thread(self._read_names)
            ended = asyncio.Event()
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(serve_http(app(self.health, self._store_answers, self.metrics), listener, ended))
                tasks.create_task(self._keep_house(ended))  # until the end: what is still being finished stays ours
                async with asyncio.TaskGroup() as lines:
                    for line in self.lines:
                        lines.create_task(line.run(stop))
                ended.set()
        finally:
            await asyncio.to_thread(self._leave)
            alone.close()

    def _read_names(self) -> None:
        """Reads the names before anybody asks: what is begun before that would wait for it, and be lost with us."""
        try:
            self.reception.conversation.book()
        except StoreError as error:
            _log.warning("名称还没有读到：%s", error)

    def _leave(self) -> None:
        try:
            queues.release(self.store, self.owner)
        except StoreError as error:
            _log.warning("占着的要过一会儿才空出来：%s", error)

    async def _keep_house(self, ended: asyncio.Event) -> None:
        """Renews what we hold, and forgets what is long done."""
        since_forgotten = _FORGET_EVERY
        while not ended.is_set():
            try:
                await self._lease.renew()
                if since_forgotten >= _FORGET_EVERY:
                    since_forgotten = 0.0
                    await asyncio.to_thread(inbox.forget, self.store, before=self.clock() - _FORGET_AFTER)
            except (NotKept, StoreError) as error:
                _log.warning("续租、清理没有做成：%s", error)
            since_forgotten += _RENEW_EVERY
            try:
                await asyncio.wait_for(ended.wait(), _RENEW_EVERY)
            except TimeoutError:
                continue

    def health(self) -> dict[str, Health]:
        """How each channel is."""
        return {line.channel.name: line.channel.health() for line in self.lines}

    def _store_answers(self) -> Health:
        try:
            return Health(True, f"第 {version(self.store)} 版")
        except StoreError as error:
            return Health(False, str(error))

    def _waiting(self) -> dict[tuple[str, str], int]:
        named: dict[str, queues.Queue] = {"inbox": InboxItem, "outbox": OutboxItem}
        return {
            (name, channel): number
            for name, queue in named.items()
            for channel, number in queues.waiting(self.store, queue).items()
        }


async def until_stopped(service: Service, listener: socket.socket) -> None:
    """Serves until SIGTERM or SIGINT; a second one ends at once."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def asked_to_stop(name: str) -> None:
        if stop.is_set():
            _log.warning("又收到 %s，立刻退出", name)
            os._exit(1)
        _log.info("收到 %s，做完已经开始的就退出", name)
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, asked_to_stop, number.name)
    try:
        await service.run(stop, listener)
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
