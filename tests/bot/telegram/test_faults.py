"""What goes wrong between us and Telegram: nothing is lost, nothing comes twice, and nobody goes deaf."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.channels.telegram import channel, polling
from bot.service import sending, worker
from bot.service.serving import Service
from bot.settings import Settings
from store.database import Store
from tests.bot.telegram.conftest import served
from tests.botapi.faults import Fault
from tests.botapi.server import BotApi

TRIED_ONCE = {"setMyCommands", "answerCallbackQuery"}  # courtesies
QUESTIONS = {"软件升级维护多少钱": "90 万元", "国库支付中心工作经费多少": "28 万元", "任圩乡村振兴经费多少": "2.6 万元"}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits that are seconds in an office are hundredths here."""
    for name in ("_FIRST_WAIT", "_LONGEST_WAIT"):
        monkeypatch.setattr(polling, name, 0.02)
        monkeypatch.setattr(channel, name, 0.02)
        monkeypatch.setattr(sending, name, timedelta(seconds=0.02))


FAULTS = {
    "429": Fault.too_many(1),
    "502": Fault.status(502),
    "500": Fault.status(500),
    "reset": Fault.reset(),
    "hang": Fault.hang(0.3),
    "garbage": Fault.garbage(),
    "not ok": Fault.not_ok(),
    "401": Fault.unauthorized(),
    "409": Fault.conflict(),
    "a page, 403": Fault.status(403),
    "a page, 400": Fault.status(400),
}


@pytest.mark.parametrize(
    "method", ["getUpdates", "sendMessage", "getMe", "deleteWebhook", "setMyCommands", "answerCallbackQuery"]
)
@pytest.mark.parametrize("fault", FAULTS)
async def test_each_fault(api: BotApi, bundle: Store, settings: Callable[..., Settings], method: str, fault: str) -> None:
    """Whatever call fails in whatever way, twice in a row where it is tried again: every question is answered once, in order."""
    api.fail(method, FAULTS[fault], times=1 if method in TRIED_ONCE else 2)
    async with served(bundle, settings()):
        for text in QUESTIONS:
            api.says(text)
        await api.until(lambda: len(api.sent()) == 3, 15)
        api.presses(await _choices(api), 0)
        await api.until(lambda: len(api.sent()) == 5, 15)
        await api.until(lambda: api.faults_left() == 0)
        await api.until(lambda: not api.pending)

    assert list(QUESTIONS.values()) == [
        words for words, sent in zip(QUESTIONS.values(), api.sent(), strict=False) if words in sent.text
    ]
    assert 5 == len(api.sent())


async def _choices(api: BotApi) -> object:
    api.says("乡村振兴经费多少")
    return (await api.until(lambda: api.sent()[3:], 15))[0]


async def test_a_poison_update(api: BotApi, service: Service) -> None:
    """What cannot be parsed is put aside; the questions around it are answered, and it does not come again."""
    api.says("软件升级维护多少钱")
    api.push({"my_chat_member": {"chat": {"id": 11}}})
    api.push({"message": {"message_id": "x", "chat": 7}})
    api.push({"message": None, "callback_query": {"id": 5}})
    api.push({"message": {"chat": {"id": 11, "type": "private"}, "date": 10**20, "message_id": 5, "text": "多少"}})
    api.push({"future_kind": {"chat": {"id": 11, "type": "private"}}})
    api.says("国库支付中心工作经费多少")
    await api.until(lambda: len(api.sent()) == 2)

    await api.until(lambda: not api.pending)
    assert "28 万元" in api.sent()[1].text
    assert service.health()["telegram"].ok


async def test_updates_without_a_number(api: BotApi, service: Service) -> None:
    """Rubbish instead of updates does not stop the fetching of real ones."""
    api.fail("getUpdates", Fault("rubbish", 200, '{"ok": true, "result": [7, null, {"update_id": "x"}]}'), times=3)
    api.fail("getUpdates", Fault("no list", 200, '{"ok": true, "result": {"a": 1}}'))
    api.fail("getUpdates", Fault("a list", 200, "[]"))
    api.says("软件升级维护多少钱")

    await api.until(lambda: len(api.sent()) == 1)
    await api.until(lambda: api.faults_left() == 0)


async def test_a_chat_that_blocked_us(api: BotApi, service: Service) -> None:
    """Nobody reads there any more: the message is given up, others go on, and when it is open again it is answered again."""
    api.says("软件升级维护多少钱")
    await api.until(lambda: len(api.sent()) == 1)
    api.block(11)
    api.says("国库支付中心工作经费多少")
    api.says("谢谢", person=12)
    await api.until(lambda: len(api.sent()) == 2)
    await api.until(lambda: [c for c in api.calls("sendMessage") if c.outcome.startswith("403")])
    api.unblock(11)
    api.says("任圩乡村振兴经费多少")
    await api.until(lambda: len(api.sent()) == 3)

    assert [11, 12, 11] == [m.chat for m in api.sent()]
    assert "2.6 万元" in api.sent()[2].text


async def test_a_group_that_moved(api: BotApi, service: Service) -> None:
    """A group that became a supergroup has another number: the answer goes there, once."""
    new = -1_009_999_999_999
    api.fail("sendMessage", Fault.migrated(new))
    api.says("@wenxiao_test_bot 软件升级维护多少钱", chat=-55)
    await api.until(lambda: len(api.sent()) == 1)

    assert new == api.sent()[0].chat


async def test_a_message_that_is_refused_for_good(api: BotApi, service: Service) -> None:
    """What Telegram will never take is not tried for ever, and does not hold up what follows."""
    api.fail("sendMessage", Fault.bad_request("TOPIC_CLOSED"))
    api.says("软件升级维护多少钱")
    api.says("国库支付中心工作经费多少")
    await api.until(lambda: len(api.sent()) == 1)

    assert "28 万元" in api.sent()[0].text
    assert 2 == len(api.calls("sendMessage"))


async def test_flood_control_holds_one_chat_only(api: BotApi, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat that must wait waits as long as it was told; others are answered meanwhile."""
    monkeypatch.setattr(worker, "_LOOKS_EVERY", 60.0)  # it is woken, and need not look
    api.fail("sendMessage", Fault.too_many(3), chat=11)
    api.says("软件升级维护多少钱")
    await api.until(lambda: api.faults_left() == 0)
    api.says("谢谢", person=12)
    await api.until(lambda: len(api.sent()) == 2)

    assert [12, 11] == [m.chat for m in api.sent()]
    refused, _, again = (call.at for call in api.calls("sendMessage"))
    assert 3.0 <= again - refused < 10


async def test_two_that_poll(api: BotApi, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program fetches with our token, and a minute longer, we are not healthy and say why; we go on answering."""
    for _ in range(3):
        api.fail("getUpdates", Fault.conflict())
    api.says("软件升级维护多少钱")
    await api.until(lambda: len(api.sent()) == 1)
    health = service.health()["telegram"]
    assert (False, True) == (health.ok, "另一个程序正在用同一个令牌收消息" in health.said)

    monkeypatch.setattr(polling, "_CONTESTED_FOR", 0.0)  # the minute is over
    await api.until(lambda: service.health()["telegram"].ok)


async def test_a_webhook_that_somebody_set(api: BotApi, bundle: Store, settings: Callable[..., Settings]) -> None:
    """Long polling needs it gone: it is taken away at the start, and no update with it."""
    api.set_webhook("https://example.org/hook")
    api.says("软件升级维护多少钱")
    async with served(bundle, settings()):
        await api.until(lambda: len(api.sent()) == 1)


async def test_telegram_is_away_at_the_start(bundle: Store, settings: Callable[..., Settings], api: BotApi) -> None:
    """Whoever starts us before the network is there needs not start us again; until then we say what is the matter."""
    api.fail("*", Fault.reset(), times=5)
    async with served(bundle, settings()) as service:
        assert not service.health()["telegram"].ok
        api.says("软件升级维护多少钱")
        await api.until(lambda: len(api.sent()) == 1)
        assert service.health()["telegram"].ok


async def test_the_store_is_away(api: BotApi, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be kept is not confirmed: Telegram delivers it again, and it is answered once."""
    from store import inbox
    from store.errors import StoreBusy

    keep, tried = inbox.keep, []

    def busy(*arguments: object, **named: object) -> int:
        tried.append(1)
        if len(tried) < 3:
            raise StoreBusy("store.db", 30)
        return keep(*arguments, **named)

    monkeypatch.setattr(inbox, "keep", busy)
    number = api.says("软件升级维护多少钱")
    await api.until(lambda: len(tried) == 2)
    assert number in api.pending
    await api.until(lambda: len(api.sent()) == 1)
    await asyncio.sleep(0)

    assert 1 == len(api.sent())


async def test_sent_but_not_told(api: BotApi, service: Service) -> None:
    """When the connection breaks after Telegram took the message nobody can know: it is sent again rather than lost."""
    api.fail("sendMessage", Fault.reset(), after=True)
    api.says("软件升级维护多少钱")
    await api.until(lambda: len(api.sent()) == 2)

    assert api.sent()[0].text == api.sent()[1].text
