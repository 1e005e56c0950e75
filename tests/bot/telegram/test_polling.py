"""The poller by itself: what it keeps, when it confirms, how it says it is."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.telegram import polling
from bot.channels.telegram.polling import Poller
from bot.chat import ChannelDown, Event, NotKept


@dataclass
class Office:
    """A Bot API that gives what it is told to, an inbox that keeps, and a right that may be another's."""

    answers: list[Any]
    mine: bool = True
    kept: list[str] = field(default_factory=list)
    offsets: list[int | None] = field(default_factory=list)
    full: bool = False

    async def fetch(self, offset: int | None, _wait: timedelta) -> list[Any]:
        self.offsets.append(offset)
        if not self.answers:
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def keep(self, events: Sequence[Event]) -> None:
        if self.full:
            self.full = False
            raise NotKept("磁盘已满")
        self.kept.extend(event.id for event in events)

    async def take(self, _name: str) -> bool:
        return self.mine


async def run(office: Office, *, until: int) -> Poller:
    """Runs it until it has asked so often."""
    poller = Poller(office.fetch, office, office, 7)
    running = asyncio.create_task(poller.run())
    while len(office.offsets) < until and not running.done():
        await asyncio.sleep(0)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    return poller


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_FIRST_WAIT", "_LONGEST_WAIT", "_STANDBY"):
        monkeypatch.setattr(polling, name, 0.0)


def update(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"chat": {"id": 1}}}


async def test_kept_and_then_confirmed() -> None:
    """The offset moves when the updates are kept, not before."""
    office = Office([[update(5), update(6)], [update(7)]])
    poller = await run(office, until=3)

    assert ["7:5", "7:6", "7:7"] == office.kept
    assert [None, 7, 8] == office.offsets
    assert poller.health().ok


async def test_not_kept() -> None:
    """What the store did not take is not confirmed: it is fetched again."""
    office = Office([[update(5)], [update(5)]], full=True)
    await run(office, until=3)

    assert ["7:5"] == office.kept
    assert [None, None, 6] == office.offsets


@pytest.mark.parametrize(
    "trouble", [ChannelDown("没有在时限内回答"), ChannelDown("429", timedelta(0)), RuntimeError("a mistake of ours")]
)
async def test_trouble(trouble: Exception) -> None:
    """Whatever goes wrong is said, and fetching goes on from where it was."""
    office = Office([[update(5)], trouble, [update(6)]])
    await run(office, until=4)

    assert ["7:5", "7:6"] == office.kept
    assert [None, 6, 6, 7] == office.offsets


async def test_nothing_was_fetched_yet() -> None:
    """It is not healthy before the first fetch, and says why not."""
    poller = await run(Office([ChannelDown("连不上")] * 3), until=3)

    assert (False, "连不上") == (poller.health().ok, poller.health().said)


async def test_deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    """When three polls have passed without a fetch it is not healthy, though nothing has failed."""
    office = Office([[update(5)]])
    poller = await run(office, until=2)
    assert poller.health().ok
    monkeypatch.setattr(polling, "_DEAF_AFTER", 0.0)

    assert not poller.health().ok


async def test_another_process_fetches() -> None:
    """Who has not the right stands by, healthy, and fetches nothing; when it gets the right it begins."""
    office = Office([[update(5)]], mine=False)
    poller = Poller(office.fetch, office, office, 7)
    running = asyncio.create_task(poller.run())
    for _ in range(5):
        await asyncio.sleep(0)
    assert ([], True, "另一个进程在收消息，本进程待命") == (office.offsets, poller.health().ok, poller.health().said)

    office.mine = True
    while not office.kept:
        await asyncio.sleep(0)
    running.cancel()


async def test_a_change_of_state_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    """An hour without network is one line, not thousands; so is its end."""
    caplog.set_level("INFO")
    await run(Office([[], *[ChannelDown("连不上")] * 20, []]), until=23)

    assert ["telegram：正在收消息", "telegram：连不上", "telegram：正在收消息"] == [record.message for record in caplog.records]
