"""One message under way at a time."""

import asyncio

from bot.service.sending import Turnstile


async def test_one_at_a_time() -> None:
    """The next goes when the one before is back, whatever became of that."""
    turnstile, under_way, most = Turnstile(), 0, 0

    async def go(*, fail: bool) -> None:
        nonlocal under_way, most
        async with turnstile.turn():
            under_way += 1
            most = max(most, under_way)
            await asyncio.sleep(0.002)
            under_way -= 1
            if fail:
                raise ZeroDivisionError

    await asyncio.gather(*(go(fail=n % 2 == 0) for n in range(10)), return_exceptions=True)
    assert 1 == most


async def test_one_that_hangs() -> None:
    """It holds up the others only for a while, and when it comes back at last nobody gets a turn too many."""
    turnstile, back = Turnstile(patience=0.02), asyncio.Event()

    async def hang() -> None:
        async with turnstile.turn():
            await back.wait()

    hanging = asyncio.create_task(hang())
    await asyncio.sleep(0)
    async with asyncio.timeout(5), turnstile.turn():
        back.set()
        await hanging
        assert turnstile._free.locked()

    assert 1 == turnstile._free._value
