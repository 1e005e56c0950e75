"""The promises of the inbox and the outbox, each where it would break first."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.app import conversation_of, service_of
from bot.channels.telegram.channel import Telegram
from bot.chat import ChannelDown, Event, Health, Incoming, NotKept, Offer, Outgoing, Pressed, Reply
from bot.service import answering, sending, serving
from bot.service.answering import Answering
from bot.service.http import listening
from bot.service.metrics import Metrics
from bot.service.reception import Reception
from bot.service.sending import Sending
from bot.service.serving import EndedByItself, Service
from bot.settings import Access, Settings
from store import inbox, outbox, queues
from store.conversations import recall
from store.database import Store
from store.errors import StoreBusy
from store.outbox import Addressee
from store.tables.queues import InboxItem, Lease, OutboxItem
from tests.bot.telegram.conftest import served
from tests.botapi.server import BotApi

HOUR = timedelta(hours=1)


class Line:
    """A channel of one chat: what is said is an event's raw text, what is sent is kept."""

    name = "line"

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.down: ChannelDown | None = None

    def read(self, event: Event, at: datetime) -> Incoming:
        return Incoming("chat", "王", event.raw, at, channel=self.name, handle=event.id)

    def fitting(self, reply: Reply) -> list[Reply]:
        return [reply]

    async def send(self, outgoing: Outgoing) -> str:
        if self.down:
            raise self.down
        self.sent.append(outgoing.reply.text)
        return f"m{outgoing.number}"

    async def typing(self, _incoming: Incoming) -> None:
        raise ChannelDown("not now")

    async def seen(self, _incoming: Incoming, _words: str = "") -> None:
        raise ChannelDown("not now")


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def answers(bundle: Store) -> Answering:
    reception = Reception(conversation_of(bundle), bundle, Access.OPEN, ())
    return Answering(Line(), bundle, reception, "w", now, Metrics(), lambda: None)  # type: ignore[arg-type]


def asked(answers: Answering, text: str) -> Any:
    """The item of a question that was kept and taken."""
    inbox.keep(answers.store, "line", [{"event": text, "chat": "chat", "raw": text}], now=now())
    return answers.claim(1)[0]


def messages(store: Store) -> list[str]:
    with store.reading() as connection:
        return [str(row[0]) for row in connection.execute(select(OutboxItem.content).order_by(OutboxItem.id))]


async def test_reply_and_memory_are_one(answers: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the reply could not be put into the outbox nothing of it is remembered, and the question still waits."""
    item = asked(answers, "软件升级维护多少钱")
    put = outbox.put

    def busy(*_: object, **__: object) -> None:
        raise StoreBusy("store.db", 6)

    monkeypatch.setattr(outbox, "put", busy)
    with pytest.raises(StoreBusy):
        await answers.handle(item)
    assert recall(answers.store, "line:chat", "王", now=now(), lasts=HOUR) is None
    assert {"line": 1} == queues.waiting(answers.store, InboxItem)

    monkeypatch.setattr(outbox, "put", put)
    monkeypatch.setattr(answering, "_AGAIN_AFTER", timedelta(0))
    answers.give_back(item, counted=False)
    (again,) = answers.claim(1)
    assert 1 == again["tries"]  # what the store could not do was not the question's fault
    await answers.handle(again)
    assert "90 万元" in messages(answers.store)[0]
    assert recall(answers.store, "line:chat", "王", now=now(), lasts=HOUR) is not None


async def test_answered_by_another(answers: Answering) -> None:
    """Who comes second puts nothing into the outbox."""
    item = asked(answers, "软件升级维护多少钱")
    await answers.handle(item)
    await answers.handle(item)

    assert 1 == len(messages(answers.store))


async def test_group_talk_that_is_not_ours(answers: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what is not to us only that it came is kept, not what was said."""
    monkeypatch.setattr(answers.channel, "read", lambda *_: None)
    await answers.handle(asked(answers, "晚上吃什么"))
    with answers.store.reading() as connection:
        assert [("ignored", "")] == [tuple(row) for row in connection.execute(select(InboxItem.outcome, InboxItem.raw))]


async def test_a_press_on_what_another_version_wrote(answers: Answering) -> None:
    """What cannot be read stands for nothing; the chat goes on."""
    with answers.store.transaction() as connection:
        outbox.put(connection, Addressee("line", "chat", "王"), ['{"new": 1}'], now=now())
    pressed = Pressed(1, 1, "00000000", "q")
    answers.channel.read = lambda _event, at: Incoming("chat", "王", "", at, channel="line", pressed=pressed)  # type: ignore[method-assign]
    await answers.handle(asked(answers, "press"))

    assert {} == queues.waiting(answers.store, InboxItem)


def waiting_message(store: Store, sends: Sending, *, at: datetime) -> Any:
    with store.transaction() as connection:
        outbox.put(
            connection,
            Addressee("line", "chat"),
            ['{"kind": "answer", "text": "答", "offers": [], "more": false, "remembered": null}'],
            now=at,
        )
    return sends.claim(1)[0]


async def test_given_up(bundle: Store) -> None:
    """After a day without a way through a message is given up; until then it is tried again."""
    channel, woken = Line(), asyncio.Event()
    sends = Sending(channel, bundle, "w", now, Metrics(), woken.set)  # type: ignore[arg-type]
    channel.down = ChannelDown("连不上", timedelta(seconds=0.05))
    await sends.handle(waiting_message(bundle, sends, at=now() - 23 * HOUR))
    assert {"line": 1} == queues.waiting(bundle, OutboxItem)
    await asyncio.wait_for(woken.wait(), 5)
    await asyncio.sleep(0.05)
    (row,) = sends.claim(1)
    await sends.handle({**row, "at": now() - 25 * HOUR})

    assert {} == queues.waiting(bundle, OutboxItem)
    assert [] == channel.sent


@pytest.mark.parametrize(("sure", "most"), [(True, 31), (False, 301)])
async def test_in_doubt(bundle: Store, *, sure: bool, most: int) -> None:
    """What the platform may have is tried again more and more seldom; what it surely has not, within half a minute."""
    channel = Line()
    sends = Sending(channel, bundle, "w", now, Metrics(), lambda: None)  # type: ignore[arg-type]
    channel.down = ChannelDown("连接断了", surely_not_sent=sure)
    await sends.handle({**waiting_message(bundle, sends, at=now()), "tries": 12})
    with bundle.reading() as connection:
        wait = connection.execute(select(OutboxItem.due)).scalar_one() - now()

    assert most - 5 < wait.total_seconds() < most


async def test_a_machine_that_stood_still(bundle: Store) -> None:
    """Who wakes up after its lease has run out, and another has taken over, sends nothing: not twice."""
    channel, moment = Line(), now()
    sends = Sending(channel, bundle, "slept", lambda: moment, Metrics(), lambda: None)  # type: ignore[arg-type]
    row = waiting_message(bundle, sends, at=moment)
    moment += queues.LASTS + timedelta(seconds=1)
    other = Sending(Line(), bundle, "other", lambda: moment, Metrics(), lambda: None)  # type: ignore[arg-type]
    (taken,) = other.claim(1)
    await sends.handle(row)
    assert [] == channel.sent
    await other.handle(taken)

    assert ["答"] == other.channel.sent  # type: ignore[attr-defined]


async def test_a_message_that_nobody_can_read(bundle: Store) -> None:
    """What another version wrote, or what our mistake makes of it, does not hold up its chat."""
    channel = Line()
    sends = Sending(channel, bundle, "w", now, Metrics(), lambda: None)  # type: ignore[arg-type]
    with bundle.transaction() as connection:
        outbox.put(connection, Addressee("line", "chat"), ['{"new": 1}'], now=now())
    (row,) = sends.claim(1)
    await sends.handle(row)
    await sends.handle(waiting_message(bundle, sends, at=now()))

    assert ["答"] == channel.sent
    assert {} == queues.waiting(bundle, OutboxItem)


async def test_leaving(bundle: Store) -> None:
    """What has not begun when we leave waits for the next start."""
    leaving, channel = asyncio.Event(), Line()
    sends = Sending(channel, bundle, "w", now, Metrics(), lambda: None, leaving)  # type: ignore[arg-type]
    row = waiting_message(bundle, sends, at=now())
    leaving.set()
    await sends.handle(row)

    assert [] == channel.sent
    assert {"line": 1} == queues.waiting(bundle, OutboxItem)


async def test_a_message_is_given_back(bundle: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be handled to its end is taken again: twice is better than never."""
    sends = Sending(Line(), bundle, "w", now, Metrics(), lambda: None)  # type: ignore[arg-type]
    item = waiting_message(bundle, sends, at=now())
    monkeypatch.setattr(sending, "_AGAIN_AFTER", timedelta(0))
    sends.give_back(item)

    assert [item["id"]] == [row["id"] for row in sends.claim(1)]


async def test_what_we_hold_is_renewed(
    api: BotApi, bundle: Store, settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as we live our leases are lengthened."""
    monkeypatch.setattr(serving, "_RENEW_EVERY", 0.02)
    async with served(bundle, settings()):
        await api.until(lambda: api.polling)
        first = until(bundle)
        await api.until(lambda: until(bundle) > first)


def until(store: Store) -> datetime:
    with store.reading() as connection:
        found: datetime = connection.execute(select(Lease.until)).scalar_one()
    return found


async def test_what_is_long_done_is_forgotten(api: BotApi, bundle: Store, settings: Callable[..., Settings]) -> None:
    """A month after it was answered a question is deleted; younger ones stay."""
    for event, days in (("old", 31), ("young", 29)):
        inbox.keep(bundle, "telegram", [{"event": event, "chat": "1", "raw": "{}"}], now=now())
        with bundle.reading() as connection:
            number = connection.execute(select(InboxItem.id).where(InboxItem.event == event)).scalar_one()
        inbox.settle(bundle, number, "sent", now=now() - timedelta(days=days))
    async with served(bundle, settings()):
        await api.until(lambda: kept(bundle) == ["young"])


def kept(store: Store) -> list[str]:
    with store.reading() as connection:
        return [str(row[0]) for row in connection.execute(select(InboxItem.event))]


async def test_receiving_that_ends(
    api: BotApi, bundle: Store, settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A channel that stops receiving though nobody asked it to ends the service loudly, not quietly."""

    async def nothing(_self: object) -> None:
        return

    monkeypatch.setattr(Telegram, "receive", nothing)
    service = service_of(bundle, settings(), now)
    with listening("127.0.0.1", 0) as listener, pytest.raises(ExceptionGroup) as raised:
        await asyncio.wait_for(service.run(asyncio.Event(), listener), 20)
    assert raised.group_contains(EndedByItself)


async def test_a_message_that_nobody_asked_for(api: BotApi, service: Service) -> None:
    """Anybody may put one into the outbox; it is cut like others, and whoever reads there may press its buttons."""
    api.says("你好")
    await api.until(api.sent)
    plan = '{"projects": ["软件升级维护"], "fields": ["amount"]}'
    await service.outbox.put("telegram", "11", Reply("answer", "\n".join(["变" * 300] * 20), offers=(Offer("看金额", plan),)))
    await api.until(lambda: len(api.sent()) == 3)
    assert ["1. 看金额"] == api.sent()[2].labels
    api.presses(api.sent()[2], 0)
    await api.until(lambda: len(api.sent()) == 4)

    assert "90 万元" in api.sent()[3].text


async def test_a_message_that_cannot_be_put(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who puts it learns that it will not go out."""

    def busy(*_: object, **__: object) -> None:
        raise StoreBusy("store.db", 6)

    monkeypatch.setattr(outbox, "put", busy)
    with pytest.raises(NotKept, match="正被另一个进程占用"):
        await service.outbox.put("telegram", "11", Reply("answer", "变更"))


async def test_metrics_without_the_store(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are there when they are needed: they say that the store is away."""

    def busy(*_: object, **__: object) -> None:
        raise StoreBusy("store.db", 6)

    assert b"wenxiao_store_up 1.0" in await asyncio.to_thread(service.metrics.text)
    monkeypatch.setattr(queues, "waiting", busy)

    assert b"wenxiao_store_up 0.0" in await asyncio.to_thread(service.metrics.text)
    assert isinstance(service.health()["telegram"], Health)
