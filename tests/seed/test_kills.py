"""kill -9 at any moment of `wenxiao load`: the store is as before or as after, and loading again completes it."""

import os
import random
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.exports.targets import export
from seed.load import load
from seed.verifying import verify
from store import documents
from store.database import Store, open_store
from tests.bot.program import Program, Running
from tests.seed.flat import flat, form

pytestmark = pytest.mark.usefixtures("one_child")
NOW = datetime(2024, 3, 1, 8, 30, tzinfo=UTC)
TITLE = "青禾县财政局2024年度项目支出绩效目标"


def written(file: Path, yuan: str, title: str, day: int = 0) -> Path:
    """A document of many tables, so that the transaction takes a while; each is a day younger than the one before."""
    forms = [part for n in range(40) for part in ("（2024年度）", form(f"第{n}号项目", money=[("年度资金总额", yuan)]))]
    file.write_text(flat(title, f"2024年{1 + day // 28}月{1 + day % 28}日", *forms), encoding="utf-8")
    return file


def started(program: Program, url: str, file: Path) -> Running:
    """`wenxiao load`, about to begin: what takes long to import is imported, so that the kills fall into the loading."""
    with Path(os.devnull).open("r+b") as nothing:
        return program.start("load", str(file), streams=(nothing.fileno(),) * 3, WENXIAO_DATABASE_URL=url)


def state(store: Store) -> tuple[bytes, int]:
    return export(store, "jsonl"), len(documents.loads(store))


def without_halves(program: Program, url: str, kills: int, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  # a seed makes a failure come again
    store = open_store(url)
    load(store, [written(program.data / "批复.txt", "1万元", TITLE)], by="测试", now=NOW)
    before, seen, longest = state(store), 0, None
    for number in range(kills):
        file = written(program.data / f"调整{number}.txt", f"{number + 2}万元", f"{TITLE}调整表", number)
        process = started(program, url, file)
        begun = time.monotonic()
        if longest is None:  # the first one is let through, to see how long it takes
            assert 0 == process.wait()
            longest = time.monotonic() - begun
        else:
            time.sleep(dice.uniform(0, longest))
            process.kill()
            process.wait()
        after = state(store)
        seen += after == before
        load(store, [file], by="测试", now=NOW)
        complete = state(store)
        assert after in (before, complete)
        assert before != complete
        before = complete
    print(f"{kills} kills, {seen} of them before the end of the transaction")
    assert () == verify(store).differences
    store.close()


def test_a_few_kills(tmp_path: Path, url: str) -> None:
    """Killed a few times, on each database: nothing half stays."""
    without_halves(Program(tmp_path), url, 2, seed=7)


@pytest.mark.prove
def test_fifty_kills(tmp_path: Path, url: str) -> None:
    """The same with fifty kills."""
    without_halves(Program(tmp_path), url, 50, seed=11)
