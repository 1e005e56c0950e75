"""The emulator behind its proxy, judged by python-telegram-bot as it comes, with its own poller."""

import asyncio
import subprocess
import time
from datetime import UTC, datetime
from functools import partial

import httpx
import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ChatAction
from telegram.error import BadRequest, InvalidToken
from telegram.ext import CallbackQueryHandler, CommandHandler, ExtBot, MessageHandler, filters

from tests.botapi.stock import stock
from tests.peers.emulator import GROUP, HERE, PERSON, Emulator

KEYBOARD = InlineKeyboardMarkup(
    [[InlineKeyboardButton("下一页", callback_data="p:2"), InlineKeyboardButton("关", callback_data="x")]]
)


async def echo(update, context):
    """Says what was said, and by whom."""
    await update.effective_message.reply_html(f"<b>{update.effective_user.first_name}</b>：{update.effective_message.text}")


async def page(update, context):
    """A page with buttons, or the next one in its place."""
    if query := update.callback_query:
        await query.answer()
        await query.edit_message_text(f"第二页（{query.data}）")
        return
    await update.message.reply_text("第一页", reply_markup=KEYBOARD)


ECHO = MessageHandler(filters.TEXT & ~filters.COMMAND, echo)


async def meanwhile(act, *arguments, **options):
    """What a person does, in a thread: the bot goes on."""
    return await asyncio.to_thread(partial(act, *arguments, **options))


def fetched(telegram, **parameters):
    """One getUpdates without a library."""
    answer = httpx.get(f"{telegram.url}/bot{telegram.token}/getUpdates", params=parameters, trust_env=False, timeout=30)
    return answer.json().get("result", answer.status_code)


async def test_a_question(telegram):
    """It comes to the bot, and the bot's message to the person, as a person reads it and with its source."""
    async with stock(telegram, ECHO):
        reply = await meanwhile(telegram.asks, "乡村振兴经费多少")

    assert ("王：乡村振兴经费多少", "<b>王</b>：乡村振兴经费多少", PERSON) == (reply.text, reply.html, reply.chat)


async def test_a_command(telegram):
    """A bot finds it by its entity."""
    async with stock(telegram, CommandHandler("start", echo)):
        reply = await meanwhile(telegram.asks, "/start 乡村")

    assert reply.text == "王：/start 乡村"


async def test_what_the_bot_is_told(telegram):
    """Who wrote, where and when are as Telegram has them; so is the bot's own message when it was sent."""
    seen = []

    async def note(update, context):
        seen.extend([update.message, await update.message.reply_text("好")])

    async with stock(telegram, MessageHandler(filters.ALL, note)) as bot:
        number = await meanwhile(telegram.says, "你好", 12, first_name="李")
        await meanwhile(telegram.wait, lambda: len(seen) == 2)
        me = bot.bot.bot
    said, answered = seen

    assert (number, 12, "李", 12, "private") == (
        said.message_id,
        said.from_user.id,
        said.from_user.first_name,
        said.chat.id,
        said.chat.type,
    )
    assert (me.id, True, "private", "李") == (
        answered.from_user.id,
        answered.from_user.is_bot,
        answered.chat.type,
        answered.chat.first_name,
    )
    assert all(abs(message.date - datetime.now(UTC)).total_seconds() < 60 for message in seen)
    assert not any(message.api_kwargs for message in seen)


async def test_a_button(telegram):
    """A press comes with its data and its message; an edit changes the message that is seen, and takes its buttons."""
    async with stock(telegram, MessageHandler(filters.TEXT, page), CallbackQueryHandler(page)) as bot:
        first = await meanwhile(telegram.asks, "目标")
        await meanwhile(telegram.presses, first, "下一页")
        await meanwhile(telegram.wait, lambda: telegram.replies()[0].text == "第二页（p:2）")

    assert first.labels == ["下一页", "关"]
    assert [(first.id, [])] == [(reply.id, reply.labels) for reply in telegram.replies()]
    assert ["answerCallbackQuery"] == [call.method for call in telegram.calls("answerCallbackQuery")]
    assert [] == bot.errors


async def test_a_button_that_is_not_there(telegram):
    """The test fails and says which there are."""
    async with stock(telegram, MessageHandler(filters.TEXT, page)):
        reply = await meanwhile(telegram.asks, "目标")

    with pytest.raises(AssertionError, match="下一页"):
        telegram.presses(reply, "上一页")


async def test_a_group(telegram):
    """It has a title and a negative number; a mention is an entity, and a reply brings the bot's message along."""
    mentioned = MessageHandler(filters.ChatType.SUPERGROUP & filters.Mention("@TestNameBot"), echo)
    answered = MessageHandler(filters.ChatType.SUPERGROUP & filters.REPLY, page)
    async with stock(telegram, mentioned, answered) as bot:
        await meanwhile(telegram.says, "没有问它", group=True)
        first = await meanwhile(telegram.asks, "💰 @TestNameBot 多少", group=True)
        second = await meanwhile(telegram.asks, "那2023年呢", 12, group=True, first_name="李", reply_to=first)

    assert ["王：💰 @TestNameBot 多少", "第一页"] == [reply.text for reply in telegram.replies(GROUP)]
    assert (GROUP, [], []) == (second.chat, telegram.replies(), bot.errors)


async def test_two_people(telegram):
    """Each sees what was said to them."""
    async with stock(telegram, ECHO):
        await meanwhile(telegram.asks, "一", 1)
        await meanwhile(telegram.asks, "二", 2)

    assert ["王：一"] == [reply.text for reply in telegram.replies(1)]
    assert ["王：二"] == [reply.text for reply in telegram.replies(2)]


async def test_a_message_that_is_deleted(telegram):
    """It is not seen any more."""
    async with stock(telegram, ECHO) as bot:
        reply = await meanwhile(telegram.asks, "一")
        assert await bot.bot.delete_message(PERSON, reply.id)

    assert [] == telegram.replies()


async def test_methods_that_the_emulator_lacks(telegram):
    """The proxy takes what needs nothing but “yes”, and refuses the rest: a test never rests on nothing."""
    async with stock(telegram) as bot:
        assert await bot.bot.send_chat_action(PERSON, ChatAction.TYPING)
        assert await bot.bot.set_my_commands([("help", "怎么问")])
        assert (await bot.bot.get_webhook_info()).url == ""
        with pytest.raises(BadRequest, match=r"(?i)senddice is known neither"):
            await bot.bot.send_dice(PERSON)

    assert [{"chat_id": PERSON, "action": "typing"}] == [call.params for call in telegram.calls("sendChatAction")]


async def test_a_token_of_somebody_else(telegram):
    """It opens nothing."""
    with pytest.raises(InvalidToken):
        async with ExtBot("1:other", base_url=f"{telegram.url}/bot"):
            pass


async def test_a_bot_that_was_away(telegram):
    """What was said meanwhile is answered once it is there, and not again after the next start."""
    await meanwhile(telegram.says, "一")
    for _ in range(2):
        async with stock(telegram, ECHO):
            await meanwhile(telegram.wait, telegram.replies)
            await meanwhile(telegram.wait, lambda: not fetched(telegram))

    assert ["王：一"] == [reply.text for reply in telegram.replies()]


def test_a_bot_that_died(telegram):
    """What it fetched and did not confirm comes again, in order; what an offset confirms does not."""
    telegram.says("一")
    telegram.says("二")
    first = fetched(telegram)
    telegram.says("三")
    again = fetched(telegram, limit=2)
    rest = fetched(telegram, offset=again[-1]["update_id"] + 1)

    assert first == again
    assert ["一", "二", "三"] == [update["message"]["text"] for update in [*again, *rest]]


async def test_long_polling(telegram):
    """It waits for the time that is asked, or until somebody says something."""
    began = time.monotonic()
    assert [] == await meanwhile(fetched, telegram, timeout=1)
    waited = time.monotonic() - began
    polling = asyncio.create_task(meanwhile(fetched, telegram, timeout=30))
    await asyncio.sleep(0.2)
    await meanwhile(telegram.says, "一")
    updates = await polling

    assert waited >= 1
    assert ["一"] == [update["message"]["text"] for update in updates]
    assert time.monotonic() - began < 10


async def test_two_pollers(telegram):
    """Who asked first is told that somebody else asks."""
    first = asyncio.create_task(meanwhile(fetched, telegram, timeout=30))
    await asyncio.sleep(0.2)
    await meanwhile(fetched, telegram)

    assert await first == 409


def test_an_end_of_standard_input(telegram):
    """The emulator ends with whoever started it, however that ended."""
    command = ["node", HERE / "emulator.js", "0"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline().strip().isdigit()
        process.stdin.close()

        assert process.wait(10) == 0


def test_without_node(monkeypatch):
    """A machine without it skips these tests and says what for."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.skip.Exception, match="for want of node"), Emulator():
        pass
