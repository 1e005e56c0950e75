"""Conversations in Telegram, as a person sees them."""

import pytest

from tests.bot.telegram.conftest import served
from tests.botapi.server import BotApi

pytestmark = pytest.mark.usefixtures("service")


async def test_a_question(api: BotApi) -> None:
    """A question in a private chat is answered there: the figures, then the source."""
    api.says("乡村振兴经费多少")
    await api.until(lambda: api.sent())

    reply = api.sent()[0]
    assert "1. 任圩街道办事处财政所 2.6 万元\n2. 渠沟镇财政所 4.64 万元" in reply.text
    assert reply.chat == 11
    assert reply.reply_to is None


async def test_a_follow_up_and_a_choice(api: BotApi) -> None:
    """“任圩的呢” goes on from the question before; a number chooses."""
    for number, text in enumerate(("乡村振兴经费多少", "任圩的呢", "乡村振兴经费多少", "2"), 1):
        api.says(text)
        await api.until(lambda number=number: len(api.sent()) == number)

    assert "2.6 万元" in api.sent()[1].text
    assert "4.64 万元" in api.sent()[3].text
