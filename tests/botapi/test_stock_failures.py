"""python-telegram-bot's own application meets failures as it does with Telegram itself."""

import asyncio

import pytest
from telegram import Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.botapi.faults import Fault
from tests.botapi.server import BotApi
from tests.botapi.stock import stock


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(f"收到：{update.message.text}")


@pytest.fixture(autouse=True)
def timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """PTB warns of the seconds in RetryAfter unless one asks for what will be."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


ECHO = MessageHandler(filters.TEXT, echo)


@pytest.mark.parametrize(
    ("fault", "told"),
    [(Fault.too_many(1), []), (Fault.status(502), [NetworkError]), (Fault.reset(), [NetworkError])],
    ids=["429", "502", "reset"],
)
async def test_polling_fails_once(api: BotApi, fault: Fault, told: list[type[TelegramError]]) -> None:
    """PTB waits, polls again and answers; of flood control it tells its log only."""
    api.fail("getUpdates", fault)
    async with stock(api, ECHO) as bot:
        api.says("在吗")
        await api.until(api.sent)

    assert told == [type(e) for e in bot.errors]
    assert [fault.name, "ok"] == [c.outcome for c in api.calls("getUpdates")][:2]


async def test_two_bots_with_one_token(api: BotApi) -> None:
    """Of two pollers the older one is told of the conflict."""
    async with stock(api) as first:
        await api.until(lambda: api.polling)
        async with stock(api) as second:
            await api.until(lambda: first.errors)
            assert [] == second.errors

    assert Conflict is type(first.errors[0])
    assert "terminated by other getUpdates request" in str(first.errors[0])


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.bad_request("chat not found"), BadRequest),
        (Fault.conflict(), Conflict),
        (Fault.forbidden(), Forbidden),
        (Fault.garbage(), TelegramError),
        (Fault.hang(0.02), NetworkError),
        (Fault.hang(5), TimedOut),
        (Fault.migrated(-1_002_000_000_000), ChatMigrated),
        (Fault.not_ok(), KeyError),
        (Fault.reset(), NetworkError),
        (Fault.status(502), NetworkError),
        (Fault.too_many(7), RetryAfter),
        (Fault.unauthorized(), InvalidToken),
    ],
    ids=lambda value: getattr(value, "name", None),
)
async def test_sending_fails(api: BotApi, fault: Fault, error: type[Exception]) -> None:
    """Each fault is the error of PTB that the same answer of Telegram is; nothing is sent."""
    api.says("在", group=True)
    api.fail("sendMessage", fault)
    async with _bot(api).bot as bot:
        with pytest.raises(error) as raised:
            await bot.send_message(-1_001_000_000_011, "您好", read_timeout=0.2)

    assert error is raised.type
    assert [] == api.sent()


async def test_what_an_error_tells(api: BotApi) -> None:
    """The seconds to wait and the new chat come with the errors, and in the new chat one may write."""
    api.says("在")
    api.fail("sendMessage", Fault.too_many(7))
    api.fail("sendMessage", Fault.migrated(-1_002_000_000_000))
    async with _bot(api).bot as bot:
        with pytest.raises(RetryAfter) as flood:
            await bot.send_message(11, "一")
        with pytest.raises(ChatMigrated) as moved:
            await bot.send_message(11, "一")
        await bot.send_message(moved.value.new_chat_id, "一")

    assert 7 == flood.value.retry_after.total_seconds()
    assert [-1_002_000_000_000] == [m.chat for m in api.sent()]


async def test_sent_and_yet_an_error(api: BotApi) -> None:
    """A fault after the fact: the message is there, and the bot does not know."""
    api.says("在")
    api.fail("sendMessage", Fault.reset(), after=True)
    async with _bot(api).bot as bot:
        with pytest.raises(NetworkError):
            await bot.send_message(11, "一")

    assert ["一"] == [m.text for m in api.sent()]
    assert ["reset"] == [c.outcome for c in api.calls("sendMessage")]


async def test_somebody_who_blocked_the_bot(api: BotApi) -> None:
    """Forbidden, until the person lets it speak again."""
    api.says("在")
    api.block()
    async with _bot(api).bot as bot:
        with pytest.raises(Forbidden):
            await bot.send_message(11, "一")
        api.unblock()
        await bot.send_message(11, "二")

    assert ["二"] == [m.text for m in api.sent()]


async def test_a_wrong_token(api: BotApi) -> None:
    """PTB's start ends with InvalidToken."""
    wrong = Application.builder().token("1234567:wrong").base_url(f"{api.url}/bot").build()
    with pytest.raises(InvalidToken):
        await wrong.initialize()
    await wrong.bot.shutdown()  # an application that never started does not close its connections


async def test_a_webhook_is_set(api: BotApi) -> None:
    """PTB's polling deletes it first, and is then served."""
    api.set_webhook("https://example.org/hook")
    async with stock(api, ECHO) as bot:
        api.says("在")
        await api.until(api.sent)

    assert [{}] == [c.params for c in api.calls("deleteWebhook")]
    assert [] == bot.errors


async def test_stop(api: BotApi) -> None:
    """What PTB took is confirmed when it stops, and not delivered again."""
    async with stock(api, ECHO):
        number = api.says("再见")
        await api.until(api.sent)
    assert (number, []) == (api.confirmed, api.pending)

    async with stock(api, ECHO):
        api.says("又来")
        await api.until(lambda: len(api.sent()) == 2)
    assert ["收到：再见", "收到：又来"] == [m.text for m in api.sent()]


async def test_a_poison_update(api: BotApi) -> None:
    """An update that PTB cannot read holds it up: it asks for the same batch again and again, and confirms none."""
    api.push({"message": {"message_id": 1}})
    api.says("在吗")
    with pytest.raises(KeyError, match="date"):  # its stop asks once more, to confirm, and fails as well
        async with stock(api, ECHO):
            await api.until(lambda: len([c for c in api.calls("getUpdates") if c.outcome == "ok"]) >= 3)

    assert ([], 0) == (api.sent(), api.confirmed)


async def test_many_at_once(api: BotApi) -> None:
    """Calls in parallel are all recorded, once each."""
    api.says("在")
    async with _bot(api).bot as bot:
        await asyncio.gather(*(bot.send_message(11, str(number)) for number in range(50)))

    assert {str(number) for number in range(50)} == {m.text for m in api.sent()}
    assert 50 == len(api.sent()) == len({m.id for m in api.sent()})


def _bot(api: BotApi) -> Application:  # type: ignore[type-arg]
    return Application.builder().token(api.token).base_url(f"{api.url}/bot").concurrent_updates(8).build()
