"""getUpdates: confirmation, redelivery, waiting, one poller at a time, what is asked for."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.botapi.polling import FIRST_UPDATE
from tests.botapi.server import BotApi


class Poller:
    """Calls getUpdates by hand."""

    def __init__(self, api: BotApi, client: httpx.AsyncClient) -> None:
        self.api = api
        self.client = client

    async def answer(self, method: str = "getUpdates", **params: Any) -> dict[str, Any]:
        """What a call gives, whole."""
        answer = await self.client.post(f"/bot{self.api.token}/{method}", json=params)
        body: dict[str, Any] = answer.json()
        return body

    async def ids(self, **params: Any) -> list[int]:
        """The ids of the updates that getUpdates gives."""
        return [update["update_id"] for update in (await self.answer(**params))["result"]]


@pytest.fixture
async def poller(api: BotApi) -> AsyncIterator[Poller]:
    async with httpx.AsyncClient(base_url=api.url) as client:
        yield Poller(api, client)


async def test_an_update_comes_until_it_is_confirmed(api: BotApi, poller: Poller) -> None:
    """Only a higher offset confirms; what is confirmed never comes again."""
    first, second = api.says("一"), api.says("二")

    assert [first, second] == await poller.ids() == await poller.ids(offset=first)
    assert 0 == api.confirmed
    assert [second] == await poller.ids(offset=second)
    assert first == api.confirmed
    assert [second] == await poller.ids()
    assert [] == await poller.ids(offset=second + 1)
    assert (second, []) == (api.confirmed, api.pending)


async def test_a_negative_offset(api: BotApi, poller: Poller) -> None:
    """It gives the last ones and forgets those before."""
    numbers = [api.says(str(n)) for n in range(5)]

    assert numbers[3:] == await poller.ids(offset=-2)
    assert numbers[2] == api.confirmed
    assert numbers[3:] == await poller.ids(offset=-9)


async def test_a_limit(api: BotApi, poller: Poller) -> None:
    """No more than asked for, and no more than 100."""
    numbers = [api.says(str(n)) for n in range(101)]

    assert numbers[:2] == await poller.ids(limit=2)
    assert numbers[:100] == await poller.ids()


async def test_a_poll_that_breaks_the_contract(api: BotApi, poller: Poller) -> None:
    """It is refused, and confirms nothing."""
    number = api.says("在")

    assert 400 == (await poller.answer(offset=number + 1, limit=0))["error_code"]
    assert [number] == api.pending
    assert ["getUpdates: limit: 0, not 1–100"] == api.violations


async def test_a_poll_waits(api: BotApi, poller: Poller) -> None:
    """It is answered when something comes."""
    waiting = asyncio.create_task(poller.ids(timeout=30))
    await api.until(lambda: api.polling)
    number = api.says("在")

    assert [number] == await asyncio.wait_for(waiting, 5)
    assert not api.polling


async def test_nothing_comes(api: BotApi, poller: Poller) -> None:
    """It is answered with nothing when its time is over, and not before."""
    begin = asyncio.get_running_loop().time()

    assert [] == await poller.ids(timeout=1)
    assert asyncio.get_running_loop().time() - begin >= 1


async def test_a_second_poller(api: BotApi, poller: Poller) -> None:
    """The older poll ends with a conflict; the younger one is served."""
    older = asyncio.create_task(poller.answer(timeout=30))
    await api.until(lambda: api.polling)
    younger = asyncio.create_task(poller.ids(timeout=30))

    assert 409 == (await asyncio.wait_for(older, 5))["error_code"]
    number = api.says("在")
    assert [number] == await asyncio.wait_for(younger, 5)


async def test_a_poller_hangs_up(api: BotApi, poller: Poller) -> None:
    """Nobody polls any more, and the update waits for the next one."""
    waiting = asyncio.create_task(poller.ids(timeout=30))
    await api.until(lambda: api.polling)
    waiting.cancel()
    await api.until(lambda: not api.polling)
    number = api.says("在")

    assert [number] == await poller.ids()
    assert ["gone", "ok"] == [c.outcome for c in api.calls()]


async def test_a_webhook(api: BotApi, poller: Poller) -> None:
    """There is no polling while it is set."""
    number = api.says("在")
    api.set_webhook("https://example.org/hook")

    assert 409 == (await poller.answer())["error_code"]
    assert {"url": "https://example.org/hook", "has_custom_certificate": False, "pending_update_count": 1} == (
        await poller.answer("getWebhookInfo")
    )["result"]
    await poller.answer("deleteWebhook")
    assert [number] == await poller.ids()
    await poller.answer("deleteWebhook", drop_pending_updates=True)
    assert [] == await poller.ids()


async def test_what_comes_by_request_only(api: BotApi, poller: Poller) -> None:
    """chat_member and reactions are withheld until they are asked for; the list is remembered."""
    reaction = {"message_reaction": {}}
    api.push(reaction)
    assert [] == await poller.ids(allowed_updates=["message_reaction"])
    number = api.push(reaction)
    api.says("在")

    assert [number] == await poller.ids()
    await poller.ids(offset=number + 1, allowed_updates=[])
    api.push(reaction)
    assert [api.says("在")] == await poller.ids()
    assert ["message_reaction", "message", "message_reaction"] == [[*u][1] for u in api.withheld]


async def test_ids(api: BotApi, poller: Poller) -> None:
    """A raw update keeps its id, in its place; later ones go on from there."""
    later = api.push({"update_id": FIRST_UPDATE + 5, "message": {}})
    early = api.push({"update_id": FIRST_UPDATE + 2})

    assert [early, later, later + 1] == await poller.ids() + [api.says("在")]
