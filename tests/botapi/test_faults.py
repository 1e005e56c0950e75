"""Faults on the wire, and which calls they meet."""

import httpx
import pytest

from tests.botapi.faults import EVERY, Fault
from tests.botapi.server import BotApi


def send(api: BotApi, chat: int = 11, text: str = "您好", method: str = "sendMessage") -> httpx.Response:
    """One call by a client with a connection of its own."""
    return httpx.post(
        f"{api.url}/bot{api.token}/{method}", json={"chat_id": chat, "text": text} if method == "sendMessage" else {}
    )


@pytest.fixture
def people(api: BotApi) -> None:
    """Two chats in which the bot may write."""
    api.says("在", person=11)
    api.says("在", person=12)


def test_reset(api: BotApi, people: None) -> None:
    """The connection is reset: the client reads an error instead of an end."""
    api.fail("sendMessage", Fault.reset())

    with pytest.raises(httpx.ReadError, match="reset"):
        send(api)
    assert send(api).json()["ok"]


def test_hang(api: BotApi, people: None) -> None:
    """The connection is held, then closed in the ordinary way, without an answer."""
    api.fail("sendMessage", Fault.hang(0.05))

    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        send(api)
    assert send(api).json()["ok"]


@pytest.mark.parametrize(
    ("fault", "status", "answer"),
    [
        (Fault.too_many(3), 429, {"description": "Too Many Requests: retry after 3", "parameters": {"retry_after": 3}}),
        (Fault.unauthorized(), 401, {"description": "Unauthorized"}),
        (Fault.forbidden(), 403, {"description": "Forbidden: bot was blocked by the user"}),
        (Fault.bad_request("x"), 400, {"description": "Bad Request: x"}),
        (
            Fault.migrated(-5),
            400,
            {
                "description": "Bad Request: group chat was upgraded to a supergroup chat",
                "parameters": {"migrate_to_chat_id": -5},
            },
        ),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_refusal(api: BotApi, people: None, fault: Fault, status: int, answer: dict[str, object]) -> None:
    """It has Telegram's status, JSON and words."""
    api.fail("sendMessage", fault)
    got = send(api)

    assert (status, {"ok": False, "error_code": status, **answer}) == (got.status_code, got.json())


@pytest.mark.parametrize(
    ("fault", "status", "media", "words"),
    [
        (Fault.status(502), 502, "text/html", "502 Bad Gateway"),
        (Fault.garbage(), 200, "text/html", "<html>"),
        (Fault.not_ok(), 200, "application/json", '"ok": false'),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_strange_page(api: BotApi, people: None, fault: Fault, status: int, media: str, words: str) -> None:
    """It comes with the status and the content type of what it pretends to be."""
    api.fail("sendMessage", fault)
    got = send(api)

    assert status == got.status_code
    assert got.headers["content-type"].startswith(media)
    assert words in got.text
    assert [] == api.sent()


def test_how_many_calls_fail(api: BotApi, people: None) -> None:
    """As many as ordered, one order after the other; then they work again."""
    api.fail("sendMessage", Fault.status(502), times=2)
    api.fail("sendmessage", Fault.status(503))

    assert 3 == api.faults_left()
    assert [502, 502, 503, 200] == [send(api).status_code for _ in range(4)]
    assert 0 == api.faults_left()


def test_which_calls_fail(api: BotApi, people: None) -> None:
    """Those of the method and the chat only; “*” means any method."""
    api.fail("sendMessage", Fault.status(502), chat=12)
    assert [200, 200, 502] == [send(api).status_code, send(api, method="getMe").status_code, send(api, chat=12).status_code]

    api.fail(EVERY, Fault.status(502))
    assert 502 == send(api, method="getMe").status_code


def test_mended(api: BotApi, people: None) -> None:
    """What was ordered and did not happen yet does not happen."""
    api.fail(EVERY, Fault.status(502), times=1000)
    send(api)
    api.mend()

    assert (0, 200) == (api.faults_left(), send(api).status_code)


def test_carried_out_and_failed(api: BotApi, people: None) -> None:
    """`after`: the message is there although the call failed; without it, it is not."""
    api.fail("sendMessage", Fault.status(502), after=True)
    api.fail("sendMessage", Fault.status(502))
    send(api, text="一")
    send(api, text="二")

    assert ["一"] == [m.text for m in api.sent()]
    assert ["502", "502"] == [c.outcome for c in api.calls()]
