"""Takes what waits in a queue, a few at once, until it is told to stop; what it holds it keeps until it is done."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from store.errors import StoreError
from store.queues import Item

_log = logging.getLogger(__name__)

_LOOKS_EVERY = 2.0  # seconds: for what another process left, and for what is due only now
_AFTER_TROUBLE = 5.0  # seconds


@dataclass
class Worker:
    """One queue's work: `claim` takes at most so many items (in a thread), `handle` does one.

    `handle` looks after its own mistakes; what it raises all the same is logged, and `give_back` puts the item back (in a
    thread) to be taken again later.
    """

    name: str
    claim: Callable[[int], Sequence[Item]]
    give_back: Callable[[Item], None]
    handle: Callable[[Item], Awaitable[None]]
    at_once: int
    news: asyncio.Event  # set by whoever knows that there is something new

    def __post_init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()
        self._dropped: list[Item] = []  # what nobody is at, and the store does not know yet
        self._troubled = False

    async def run(self, stop: asyncio.Event) -> None:
        """Works until `stop` is set and nothing more can be taken."""
        watch = asyncio.create_task(self._wake_at(stop))
        try:
            while True:
                self.news.clear()
                room = self.at_once - len(self._running)
                items, wait = await self._take(room) if room else ((), _LOOKS_EVERY)
                for item in items:
                    self._begin(item)
                if stop.is_set() and not self._running and not items:
                    return
                if len(items) < room or not room:
                    await self._until_news(wait)
        finally:
            watch.cancel()
            for task in self._running:
                task.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)

    async def _take(self, room: int) -> tuple[Sequence[Item], float]:
        try:
            items = await asyncio.to_thread(self._taken, room)
        except StoreError as error:
            if not self._troubled:
                _log.warning("%s：%s", self.name, error)
            self._troubled = True
            return (), _AFTER_TROUBLE
        self._troubled = False
        return items, _LOOKS_EVERY

    def _taken(self, room: int) -> Sequence[Item]:
        while self._dropped:
            self.give_back(self._dropped[-1])
            self._dropped.pop()
        return self.claim(room)

    def _begin(self, item: Item) -> None:
        task = asyncio.create_task(self._do(item))
        self._running.add(task)
        task.add_done_callback(self._end)

    async def _do(self, item: Item) -> None:
        try:
            await self.handle(item)
        except StoreError as error:
            _log.warning("%s：第 %s 件的结果没有存下：%s", self.name, item["id"], error)
            self._dropped.append(item)
        except Exception:  # noqa: BLE001  # the outermost loop: one item must not end the work on all others
            _log.exception("%s：第 %s 件出错", self.name, item["id"])
            self._dropped.append(item)

    def _end(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self.news.set()  # its chat is free, and there is room

    async def _wake_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self.news.set()

    async def _until_news(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self.news.wait(), seconds)
        except TimeoutError:
            return
