"""The same questions have the same bytes for an answer, whatever process, hash seed or database gives it."""

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from store.database import open_store
from tests.bot import corpus
from tests.bot.chinese_order import in_chinese_order
from tests.bot.program import PROGRAM, Program
from tests.bot.questions import COUNTY, FIELDS, NOISE, QUALIFIERS

SEED = 20261126
_JOINTS = ("", "", "的", "比", "和")


def _questions(count: int, run: int) -> str:
    """So many questions as lines of JSON, two to a chat so that the second may follow on; no run goes on from another."""
    chance = random.Random(SEED)  # noqa: S311  # the same questions each time
    lines = []
    for number in range(count):
        unit, project = chance.choice(("", *COUNTY.units)), chance.choice(("", *COUNTY.projects))
        said = (chance.choice(QUALIFIERS), unit, chance.choice(_JOINTS), project, chance.choice(FIELDS), chance.choice(NOISE))
        lines.append(json.dumps({"chat": f"{run}-{number // 2}", "text": "".join(said)}, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def _replies(program: Program, count: int, run: int, url: str = "") -> bytes:
    """What a new process says to them, whose hash seed is the number of the run."""
    environment = program.environment(PYTHONHASHSEED=str(run), WENXIAO_DATABASE_URL=url)
    command, questions = [*PROGRAM, "chat", "--jsonl"], _questions(count, run).encode()
    done = subprocess.run(command, input=questions, capture_output=True, env=environment, timeout=3600, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def _filled(url: str) -> str:
    store = open_store(url)
    corpus.fill(store)
    store.close()
    return url


def _check(count: int, program: Program, url: str) -> None:
    with ThreadPoolExecutor() as pool:  # each waits for a process
        first, again, elsewhere = pool.map(lambda run: _replies(program, count, *run), ((1,), (2,), (3, url)))

    assert len(first.splitlines()) == count
    assert again == first
    assert elsewhere == first


@pytest.fixture
def program(filled_county: Path, tmp_path: Path) -> Program:
    """The program over the invented county in SQLite."""
    shutil.copy(filled_county, tmp_path / "wenxiao.db")
    return Program(tmp_path)


def test_the_same_bytes(program: Program, postgresql: Callable[[], str]) -> None:
    """Two hash seeds, SQLite and PostgreSQL."""
    _check(60, program, _filled(postgresql()))


def test_the_same_bytes_in_chinese_order(program: Program) -> None:
    """A database that orders texts otherwise changes no reply."""
    with in_chinese_order() as url:
        _check(30, program, _filled(url))


@pytest.mark.prove
def test_the_same_bytes_at_length(program: Program, postgresql: Callable[[], str]) -> None:
    """Ten thousand questions."""
    _check(10_000, program, _filled(postgresql()))


@pytest.mark.prove
def test_the_same_bytes_in_chinese_order_at_length(program: Program) -> None:
    """Ten thousand questions of a database that orders texts as Chinese are."""
    with in_chinese_order() as url:
        _check(10_000, program, _filled(url))
