"""Takes what waits in a queue, a few at once, until it is told to stop; what it holds it keeps until it is done."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from msgspec import Struct

from store.errors import StoreError
from store.queues import Item

_log = logging.getLogger(__name__)

_LOOKS_EVERY = 2.0  # seconds: for what another process left, and for what is due only now
_AFTER_TROUBLE = 5.0  # seconds


class GiveBack(Protocol):
    """Puts an item back (in a thread), to be taken again later; `counted=False`: it was not the item's fault."""

    def __call__(self, item: Item, *, counted: bool = True) -> None: ...  # noqa: D102


class Worker(Struct, dict=True):
    """One queue's work: `claim` takes at most so many items (in a thread), `handle` does one.

    `handle` looks after its own mistakes; what it raises all the same is logged, and the item is given back.
    A `careful` one does alone what was begun before and not ended: if that ends the process again, nobody else is hurt.
    """

    name: str
    claim: Callable[[int], Sequence[Item]]
    give_back: GiveBack
    handle: Callable[[Item], Awaitable[None]]
    at_once: int
    news: asyncio.Event  # set by whoever knows that there is something new
    careful: bool = False

    def __post_init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()
        self._dropped: list[tuple[Item, bool]] = []  # what nobody is at, and the store does not know yet
        self._troubled = False
        self._suspect: Item | None = None  # taken, and waits until nothing else is under way
        self._alone = False

    async def run(self, drain: asyncio.Event, leave: asyncio.Event) -> None:
        """Works until `drain` is set and nothing more can be taken, or `leave` is set and what was begun is done."""
        watches = [asyncio.create_task(self._wake_at(event)) for event in (drain, leave)]
        try:
            while True:
                self.news.clear()
                if self._suspect is not None and not self._running and not leave.is_set():
                    self._begin_alone(self._suspect)
                room = 0 if leave.is_set() else self._room()
                items, wait = await self._take(room) if room else ((), _LOOKS_EVERY)
                for item in items:
                    self._begin(item)
                alone_next = self._suspect is not None and not self._running and not leave.is_set()
                if (drain.is_set() or leave.is_set()) and not self._running and not items and not alone_next:
                    return
                if not alone_next and (len(items) < room or not room):
                    await self._until_news(wait)
        finally:
            for task in (*watches, *self._running):
                task.cancel()
            await asyncio.gather(*watches, *self._running, return_exceptions=True)

    def _room(self) -> int:
        """How many more may be begun: nothing beside what is done alone, or before it."""
        return 0 if self._alone or self._suspect is not None else self.at_once - len(self._running)

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
        self._give_dropped_back()
        items = self.claim(room)
        self._suspect = next((item for item in items if item["tries"] > 1), None) if self.careful else None
        if self._suspect is None:
            return items
        self._dropped.extend((item, False) for item in items if item is not self._suspect)
        self._give_dropped_back()
        return ()

    def _give_dropped_back(self) -> None:
        while self._dropped:
            item, counted = self._dropped[-1]
            self.give_back(item, counted=counted)
            self._dropped.pop()

    def _begin_alone(self, item: Item) -> None:
        self._suspect, self._alone = None, True
        self._begin(item)

    def _begin(self, item: Item) -> None:
        task = asyncio.create_task(self._do(item))
        self._running.add(task)
        task.add_done_callback(self._end)

    async def _do(self, item: Item) -> None:
        try:
            await self.handle(item)
        except StoreError as error:
            _log.warning("%s：第 %s 件的结果没有存下：%s", self.name, item["id"], error)
            self._dropped.append((item, False))
        except Exception:  # noqa: BLE001  # the outermost loop: one item must not end the work on all others
            _log.exception("%s：第 %s 件出错", self.name, item["id"])
            self._dropped.append((item, True))

    def _end(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._alone = False
        self.news.set()  # its chat is free, and there is room

    async def _wake_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self.news.set()

    async def _until_news(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self.news.wait(), seconds)
        except TimeoutError:
            return
