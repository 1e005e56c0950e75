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
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

from msgspec import Struct, field

from bot.chat import Channel, Health, Inbox, Lease, NotKept
from bot.service.answering import Answering
from bot.service.http import app, serve_http
from bot.service.metrics import Metrics
from bot.service.postbox import Clock, Slot, StoredInbox, StoredLease, StoredOutbox
from bot.service.reception import Reception
from bot.service.sending import Sending
from bot.service.worker import Worker
from store import inbox, queues
from store.alone import Alone
from store.database import Store
from store.errors import StoreError
from store.tables.queues import InboxItem, OutboxItem
from store.targets import version

_log = logging.getLogger(__name__)

MakeChannel = Callable[[Inbox, Lease], Channel]

_ANSWERS_AT_ONCE, _SENDS_AT_ONCE = 4, 8
_RENEW_EVERY = queues.LASTS.total_seconds() / 4
_FORGET_EVERY, _FORGET_AFTER = 3600.0, timedelta(days=30)
# Seconds.  With what a thread may wait for the store (STORE_PATIENCE) and the HTTP app less than the 30 of service managers.
_ANSWERS_END_WITHIN, _SENDS_GO_ON_FOR, _SENDS_END_WITHIN = 8.0, 3.0, 5.0
STORE_PATIENCE = 6.0
_THREADS = 24  # for all claims, answers and notes, most of which wait; the default is 6 on two cores


class Line(Struct):
    """One channel at work: its channel, and the workers from its inbox to its outbox and from there to its chats."""

    channel: Channel
    answering: Worker
    sending: Worker
    leaving: asyncio.Event  # no message is begun any more

    async def run(self, stop: asyncio.Event) -> None:
        """Works until `stop`, then finishes in order."""
        try:
            if await _done_before(self.channel.open(), stop):
                await self._work(stop)
        finally:
            await self.channel.close()

    async def _work(self, stop: asyncio.Event) -> None:
        answers_end, drain = asyncio.Event(), asyncio.Event()
        receiving = asyncio.create_task(self.channel.receive())
        answering = asyncio.create_task(self.answering.run(answers_end, answers_end))
        sending = asyncio.create_task(self.sending.run(drain, self.leaving))
        tasks = {receiving, answering, sending}
        stopping = asyncio.create_task(stop.wait())
        try:
            ended, _ = await asyncio.wait({*tasks, stopping}, return_when=asyncio.FIRST_COMPLETED)
            for task in ended - {stopping}:
                task.result()
                raise EndedByItself(self.channel.name)
            receiving.cancel()
            answers_end.set()
            await asyncio.wait({answering}, timeout=_ANSWERS_END_WITHIN)
            drain.set()
            await asyncio.wait({sending}, timeout=_SENDS_GO_ON_FOR)
            self.leaving.set()
            await asyncio.wait({sending}, timeout=_SENDS_END_WITHIN)
        finally:
            for task in (*tasks, stopping):
                task.cancel()
            await asyncio.gather(*tasks, stopping, return_exceptions=True)


class EndedByItself(Exception):
    """A task that must go on as long as we serve has ended: better a process that ends than one that is deaf."""


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


class Service(Struct, dict=True):
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
        slots = {line.channel.name: Slot(line.channel.fitting, line.sending.news.set) for line in self.lines}
        self.outbox = StoredOutbox(self.store, self.clock, slots)
        self.metrics.watch(self.health, self._waiting)

    def _line(self, name: str, make: MakeChannel) -> Line:
        asked, answered, leaving = asyncio.Event(), asyncio.Event(), asyncio.Event()
        channel = make(StoredInbox(self.store, name, self.clock, asked.set), self._lease)
        answers = Answering(channel, self.store, self.reception, self.owner, self.clock, self.metrics, answered.set)
        sends = Sending(channel, self.store, self.owner, self.clock, self.metrics, answered.set, leaving)
        return Line(
            channel,
            Worker(f"{name} 回答", answers.claim, answers.give_back, answers.handle, _ANSWERS_AT_ONCE, asked, careful=True),
            Worker(f"{name} 发送", sends.claim, sends.give_back, sends.handle, _SENDS_AT_ONCE, answered),
            leaving,
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
                tasks.create_task(serve_http(app(self.health, self._answers, self.metrics), listener, ended))
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
        await asyncio.gather(
            _every(_RENEW_EVERY, self._lease.renew, ended),
            _every(_FORGET_EVERY, lambda: asyncio.to_thread(self._forget), ended),
        )

    def _forget(self) -> None:
        inbox.forget(self.store, before=self.clock() - _FORGET_AFTER)

    def health(self) -> dict[str, Health]:
        """How each channel is."""
        return {line.channel.name: line.channel.health() for line in self.lines}

    def _answers(self) -> Health:
        try:
            return Health(True, f"第 {version(self.store)} 版")
        except StoreError as error:
            return Health(False, str(error))

    def _waiting(self) -> dict[tuple[str, str], int] | None:
        named: dict[str, queues.Queue] = {"inbox": InboxItem, "outbox": OutboxItem}
        try:
            counts = {name: queues.waiting(self.store, queue) for name, queue in named.items()}
        except StoreError:
            return None
        return {(name, channel): number for name, count in counts.items() for channel, number in count.items()}


async def _every(seconds: float, do: Callable[[], Awaitable[object]], ended: asyncio.Event) -> None:
    """Does something now and again and again, until `ended`; says once when it fails, and once when it works again."""
    failing = False
    while not ended.is_set():
        try:
            await do()
        except (NotKept, StoreError) as error:
            if not failing:
                _log.warning("数据库没有应答，续租或清理没有做成：%s", error)
            failing = True
        else:
            if failing:
                _log.warning("数据库恢复应答")
            failing = False
        with suppress(TimeoutError):
            await asyncio.wait_for(ended.wait(), seconds)


async def until_stopped(service: Service, listener: socket.socket) -> None:
    """Serves until SIGTERM or SIGINT; a second one ends at once."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(_THREADS))

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
