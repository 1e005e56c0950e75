"""Work on a queue: a few at once, whatever happens to one of them, to its end."""

import asyncio
from typing import Any

import pytest

from bot.service import worker as module
from bot.service.worker import Worker
from store.errors import StoreBusy


class Queue:
    """Numbers to be taken; `handled` and `at_once` tell what became of them."""

    def __init__(self, size: int, *, fails: int = -1, busy: int = 0) -> None:
        self.waiting = [{"id": n, "tries": 1} for n in range(size)]
        self.fails, self.busy = fails, busy
        self.handled: list[int] = []
        self.back: list[tuple[int, bool]] = []
        self.running = self.most = 0
        self.goes_round = False  # what is given back is taken again

    def claim(self, most: int) -> list[dict[str, int]]:
        if self.busy:
            self.busy -= 1
            raise StoreBusy("store.db", 30)
        taken, self.waiting = self.waiting[:most], self.waiting[most:]
        return taken

    def give_back(self, item: Any, *, counted: bool = True) -> None:
        self.back.append((item["id"], counted))
        if self.goes_round:
            self.waiting.insert(0, item)
            self.waiting.sort(key=lambda item: item["id"])

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


def to_the_end(work: Worker) -> Any:
    """Runs it until there is nothing more."""
    drain = asyncio.Event()
    drain.set()
    return asyncio.wait_for(work.run(drain, asyncio.Event()), 10)


async def test_all_of_it() -> None:
    """Everything is taken, never more at once than wanted; told to stop, it finishes what is there."""
    queue = Queue(20)
    await to_the_end(worker(queue))

    assert list(range(20)) == sorted(queue.handled)
    assert 3 == queue.most


async def test_one_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    """A mistake in one is logged and ends nothing; the item is given back."""
    queue = Queue(6, fails=2)
    await to_the_end(worker(queue))

    assert [0, 1, 3, 4, 5] == sorted(queue.handled)
    assert [(2, True)] == queue.back
    assert "ZeroDivisionError" in caplog.text


async def test_the_store_is_busy(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A store that does not answer is asked again in a while."""
    monkeypatch.setattr(module, "_AFTER_TROUBLE", 0.01)
    queue, stop = Queue(2, busy=3), asyncio.Event()
    running = asyncio.create_task(worker(queue).run(stop, asyncio.Event()))
    while len(queue.handled) < 2:
        await asyncio.sleep(0.001)
    stop.set()
    await asyncio.wait_for(running, 10)

    assert "正被另一个进程占用" in caplog.text


async def test_news() -> None:
    """Told that there is something new it looks at once, not at the next time that it would look anyway."""
    queue, stop = Queue(0), asyncio.Event()
    work = worker(queue)
    running = asyncio.create_task(work.run(stop, asyncio.Event()))
    await asyncio.sleep(0.05)
    queue.waiting.append({"id": 7, "tries": 1})
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
    running = asyncio.create_task(work.run(asyncio.Event(), asyncio.Event()))
    await asyncio.sleep(0.05)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert ["ended"] == ended


async def test_leaving() -> None:
    """Told to leave it begins nothing more, and what was begun is done."""
    queue, leave = Queue(50), asyncio.Event()
    running = asyncio.create_task(worker(queue).run(asyncio.Event(), leave))
    while not queue.handled:
        await asyncio.sleep(0)
    leave.set()
    await asyncio.wait_for(running, 10)

    assert 0 == queue.running
    assert len(queue.handled) + len(queue.waiting) == 50
    assert queue.waiting


async def test_what_may_have_ended_the_last_process() -> None:
    """It is done alone, one after the other; then several are done at once again."""
    queue = Queue(20)
    for item in queue.waiting[:5]:
        item["tries"] = 2
    queue.goes_round = True
    together: list[tuple[int, int]] = []
    handle = queue.handle

    async def watched(item: Any) -> None:
        together.append((item["id"], queue.running))
        await handle(item)

    work = Worker("test", queue.claim, queue.give_back, watched, 3, asyncio.Event(), careful=True)
    await to_the_end(work)

    assert [(n, 0) for n in range(5)] == together[:5]
    assert {counted for _, counted in queue.back} == {False}
    assert 3 == queue.most
    assert 20 == len(queue.handled)


async def test_a_store_that_takes_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """What came with something that must be done alone, and could not be given back at once, is given back later."""
    monkeypatch.setattr(module, "_AFTER_TROUBLE", 0.01)
    queue = Queue(4)
    queue.waiting[0]["tries"] = 2
    queue.goes_round, give_back, failures = True, queue.give_back, [1]

    def busy_once(item: Any, *, counted: bool = True) -> None:
        if failures:
            failures.pop()
            raise StoreBusy("store.db", 6)
        give_back(item, counted=counted)

    await to_the_end(Worker("test", queue.claim, busy_once, queue.handle, 4, asyncio.Event(), careful=True))

    assert [0, 1, 2, 3] == sorted(queue.handled)


async def test_what_may_end_the_process_beside_others() -> None:
    """Taken while others are under way it waits until they are done, and what came with it is given back uncounted."""
    queue, drain = Queue(2), asyncio.Event()
    together: dict[int, int] = {}
    handle = queue.handle

    async def watched(item: Any) -> None:
        together[item["id"]] = queue.running
        if item["id"] == 0:
            queue.waiting.append({"id": 9, "tries": 3})
        await handle(item)

    work = Worker("test", queue.claim, queue.give_back, watched, 3, asyncio.Event(), careful=True)
    running = asyncio.create_task(work.run(drain, asyncio.Event()))
    while 9 not in queue.handled:
        work.news.set()
        await asyncio.sleep(0.001)
    drain.set()
    await asyncio.wait_for(running, 10)

    assert 0 == together[9]
