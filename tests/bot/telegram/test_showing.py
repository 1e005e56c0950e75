"""What a person sees while an answer takes its time, after we were away, and when we fail."""

import re
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation import Conversation
from bot.service import answering
from bot.service.serving import Service
from bot.settings import Settings
from store.database import Store
from tests.bot.telegram.conftest import served
from tests.botapi.faults import Fault
from tests.botapi.people import GROUP
from tests.botapi.server import BotApi


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Answers that wait until this is set."""
    go, turn = threading.Event(), Conversation.turn

    def waiting(*arguments: object, **named: object) -> object:
        assert go.wait(30)
        return turn(*arguments, **named)

    monkeypatch.setattr(Conversation, "turn", waiting)
    return go


async def test_an_answer_that_takes_long(api: BotApi, service: Service, slow: threading.Event) -> None:
    """After half a second “typing” is shown, in the topic where it was asked."""
    started = time.monotonic()
    api.says("@wenxiao_test_bot 软件升级维护多少钱", group=True, thread=7)
    shown = (await api.until(lambda: api.calls("sendChatAction")))[0]
    slow.set()
    await api.until(api.sent)

    assert {"chat_id": GROUP, "action": "typing", "message_thread_id": 7} == shown.params
    assert shown.at - started >= 0.5


async def test_typing_that_cannot_be_shown(api: BotApi, service: Service, slow: threading.Event) -> None:
    """A courtesy that fails does no harm."""
    api.fail("sendChatAction", Fault.too_many(30))
    api.says("软件升级维护多少钱")
    await api.until(lambda: api.calls("sendChatAction"))
    slow.set()

    await api.until(api.sent)


async def test_an_answer_that_is_quick(api: BotApi, service: Service) -> None:
    """Nothing is shown for what is there at once."""
    api.says("谢谢")
    await api.until(api.sent)

    assert [] == api.calls("sendChatAction")


async def test_others_need_not_wait(api: BotApi, service: Service, slow: threading.Event) -> None:
    """While one chat's answer takes its time, another chat is answered; “我是谁” asks no store of targets."""
    api.says("软件升级维护多少钱")
    api.says("我是谁", person=12)
    await api.until(api.sent)
    slow.set()
    await api.until(lambda: len(api.sent()) == 2)

    assert [12, 11] == [m.chat for m in api.sent()]


async def test_after_we_were_away(api: BotApi, bundle: Store, settings: Callable[..., Settings]) -> None:
    """A question that waited says so with its answer, quoted, and when it was asked; the figure comes first."""
    api.says("软件升级维护多少钱", date=datetime.now(UTC) - timedelta(hours=1))
    async with served(bundle, settings()):
        await api.until(api.sent)

    reply = api.sent()[0]
    assert re.match(r"预算安排 90 万元(.|\n)*\n（刚才没有在线，补答 \d\d-\d\d \d\d:\d\d 的提问）$", reply.text)
    assert api.update(api.confirmed)["message"]["message_id"] == reply.reply_to


async def test_going_on_after_we_were_away(api: BotApi, bundle: Store, settings: Callable[..., Settings]) -> None:
    """What may be chosen counts from when it was answered, not from when it was asked."""
    api.says("乡村振兴经费多少", date=datetime.now(UTC) - timedelta(hours=1))
    async with served(bundle, settings()):
        await api.until(api.sent)
        api.says("2")
        await api.until(lambda: len(api.sent()) == 2)

    assert "4.64 万元" in api.sent()[1].text


async def test_our_mistake(
    api: BotApi, service: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Who asks is told, with a number that stands in the log beside the traceback; the next question is answered."""
    turn = Conversation.turn
    monkeypatch.setattr(Conversation, "turn", lambda *_, **__: 1 / 0)
    api.says("软件升级维护多少钱")
    await api.until(api.sent)
    monkeypatch.setattr(Conversation, "turn", turn)
    api.says("软件升级维护多少钱")
    await api.until(lambda: len(api.sent()) == 2)

    number = re.search(r"编号 (\w+) ", api.sent()[0].text)
    assert number is not None
    assert number[1] in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "90 万元" in api.sent()[1].text


async def test_what_ends_the_process_again_and_again(
    api: BotApi, bundle: Store, settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After some tries it is answered with an apology instead of being tried for ever."""
    monkeypatch.setattr(answering, "_MOST_TRIES", 0)
    api.says("软件升级维护多少钱")
    async with served(bundle, settings()):
        await api.until(api.sent)

    assert "程序出错" in api.sent()[0].text
