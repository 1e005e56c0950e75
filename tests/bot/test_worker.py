"""Work on a queue: a few at once, whatever happens to one of them, to its end."""

import asyncio
from typing import Any

import pytest

from bot import worker as module
from bot.worker import Worker
from store.errors import StoreBusy


class Queue:
    """Numbers to be taken; `handled` and `at_once` tell what became of them."""

    def __init__(self, size: int, *, fails: int = -1, busy: int = 0) -> None:
        self.waiting = [{"id": n} for n in range(size)]
        self.fails, self.busy = fails, busy
        self.handled: list[int] = []
        self.back: list[int] = []
        self.running = self.most = 0

    def claim(self, most: int) -> list[dict[str, int]]:
        if self.busy:
            self.busy -= 1
            raise StoreBusy("store.db", 30)
        taken, self.waiting = self.waiting[:most], self.waiting[most:]
        return taken

    def give_back(self, item: Any) -> None:
        self.back.append(item["id"])

    async def handle(self, item: Any) -> None:
        self.running += 1
        self.most = max(self.most, self.running)
        await asyncio.sleep(0.001)
        self.running -= 1
        if item["id"] == self.fails:
            raise ZeroDivisionError
        self.handled.append(item["id"])


def worker(queue: Queue, at_once: int = 3) -> Worker:
    return Worker("test", queue.claim, queue.give_back, queue.handle, at_once, asyncio.Event())


def stopped() -> asyncio.Event:
    stop = asyncio.Event()
    stop.set()
    return stop


async def test_all_of_it() -> None:
    """Everything is taken, never more at once than wanted; told to stop, it finishes what is there."""
    queue = Queue(20)
    await asyncio.wait_for(worker(queue).run(stopped()), 10)

    assert list(range(20)) == sorted(queue.handled)
    assert 3 == queue.most


async def test_one_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    """A mistake in one is logged and ends nothing; the item is given back."""
    queue = Queue(6, fails=2)
    await asyncio.wait_for(worker(queue).run(stopped()), 10)

    assert [0, 1, 3, 4, 5] == sorted(queue.handled)
    assert [2] == queue.back
    assert "ZeroDivisionError" in caplog.text


async def test_the_store_is_busy(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A store that does not answer is asked again in a while."""
    monkeypatch.setattr(module, "_AFTER_TROUBLE", 0.01)
    queue, stop = Queue(2, busy=3), asyncio.Event()
    running = asyncio.create_task(worker(queue).run(stop))
    while len(queue.handled) < 2:
        await asyncio.sleep(0.001)
    stop.set()
    await asyncio.wait_for(running, 10)

    assert "正被另一个进程占用" in caplog.text


async def test_news() -> None:
    """Told that there is something new it looks at once, not at the next time that it would look anyway."""
    queue, stop = Queue(0), asyncio.Event()
    work = worker(queue)
    running = asyncio.create_task(work.run(stop))
    await asyncio.sleep(0.05)
    queue.waiting.append({"id": 7})
    work.news.set()
    started = asyncio.get_running_loop().time()
    while not queue.handled:
        await asyncio.sleep(0.001)
    assert asyncio.get_running_loop().time() - started < module._LOOKS_EVERY / 2
    stop.set()
    await asyncio.wait_for(running, 10)


async def test_given_up() -> None:
    """Cancelled, it cancels what it has begun and waits for that."""
    queue = Queue(1)
    ended: list[str] = []

    async def for_ever(_item: Any) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("ended")

    work = Worker("test", queue.claim, queue.give_back, for_ever, 3, asyncio.Event())
    running = asyncio.create_task(work.run(asyncio.Event()))
    await asyncio.sleep(0.05)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert ["ended"] == ended
