"""The server: addresses, ways to call, threads and processes, waiting."""

import subprocess
import sys
import threading

import httpx
import pytest

from tests.botapi.server import BotApi

NOT_FOUND = {"ok": False, "error_code": 404, "description": "Not Found"}


@pytest.mark.parametrize(
    ("token", "answer"),
    [
        ("1234567:wrong", {"ok": False, "error_code": 401, "description": "Unauthorized"}),
        ("wrong", NOT_FOUND),
        ("", NOT_FOUND),
    ],
)
def test_a_token(api: BotApi, token: str, answer: dict[str, object]) -> None:
    """One of the right form is not authorised; another is no address."""
    got = httpx.get(f"{api.url}/bot{token}/getMe")

    assert (answer["error_code"], answer) == (got.status_code, got.json())
    assert [] == api.calls()


@pytest.mark.parametrize("path", ["/", "/bot", "/file/bot{}/x", "/bot{}/getMe/x", "/bot{}/getYou"])
def test_another_address(api: BotApi, path: str) -> None:
    """What is not there is not found, in JSON."""
    got = httpx.get(api.url + path.format(api.token))

    assert (404, NOT_FOUND) == (got.status_code, got.json())


def test_ways_to_call(api: BotApi) -> None:
    """GET and POST; in the address, as a form or as JSON; whatever the case of the method."""
    api.says("在")
    with httpx.Client(base_url=f"{api.url}/bot{api.token}") as client:
        client.get("/sendMessage", params={"chat_id": "11", "text": "一"})
        client.post("/sendmessage", data={"chat_id": "11", "text": "二"})
        client.post("/SENDMESSAGE", json={"chat_id": 11, "text": "三"})
        client.post("/sendMessage", params={"chat_id": "11"}, json={"text": "四"})

    assert ["一", "二", "三", "四"] == [m.text for m in api.sent()]
    assert [{"chat_id": 11, "text": "二"}] == [c.params for c in api.calls("sendMessage") if c.params["text"] == "二"]
    assert ["ok"] * 4 == [c.outcome for c in api.calls()]


@pytest.mark.parametrize("body", [b"{", b"[]", b"7", b"\xff"])
def test_a_broken_body(api: BotApi, body: bytes) -> None:
    """It has no parameters."""
    got = httpx.post(f"{api.url}/bot{api.token}/sendMessage", content=body, headers={"content-type": "application/json"})

    assert (400, False) == (got.status_code, got.json()["ok"])
    assert [{}] == [c.params for c in api.calls()]


def test_a_bot_in_another_process(api: BotApi) -> None:
    """The address is one for every process of this machine."""
    code = "import sys, urllib.request as r; print(r.urlopen(sys.argv[1]).read().decode())"
    done = subprocess.run(
        [sys.executable, "-c", code, f"{api.url}/bot{api.token}/getMe"], capture_output=True, text=True, check=True
    )

    assert "wenxiao_test_bot" in done.stdout


def test_many_threads(api: BotApi) -> None:
    """Whoever speaks at the same time as others is heard once."""
    speakers = [threading.Thread(target=lambda n=n: [api.says("在", person=n) for _ in range(25)]) for n in range(1, 9)]
    for speaker in speakers:
        speaker.start()
    for speaker in speakers:
        speaker.join()

    assert 200 == len(set(api.pending)) == max(api.pending) - min(api.pending) + 1
    assert 200 == len({api.update(n)["message"]["message_id"] for n in api.pending})


def test_waiting_in_vain(api: BotApi) -> None:
    """The error tells what happened instead."""
    api.says("在")
    httpx.post(f"{api.url}/bot{api.token}/sendMessage", json={"chat_id": 11, "text": "您好"})

    with pytest.raises(AssertionError, match=r"not within 0\.01 s") as raised:
        api.wait(lambda: len(api.sent()) == 2, seconds=0.01)
    assert all(words in str(raised.value) for words in ("11: '您好'", "sendMessage ok"))


async def test_waiting_in_vain_asynchronously(api: BotApi) -> None:
    """The same, in a loop."""
    with pytest.raises(AssertionError, match=r"not within 0\.01 s"):
        await api.until(api.sent, seconds=0.01)


async def test_waiting(api: BotApi) -> None:
    """It gives what the predicate gave."""
    timer = threading.Timer(0.02, api.says, ["在"])
    timer.start()

    found = await api.until(lambda: api.pending)
    assert api.pending == found
    assert 1 == api.wait(lambda: len(api.pending))
    timer.join()


def test_the_end() -> None:
    """It ends at once though somebody polls, and its port is free."""
    failed = []

    def poll() -> None:
        try:
            httpx.post(f"{api.url}/bot{api.token}/getUpdates", json={"timeout": 50}, timeout=60)
        except httpx.HTTPError as error:
            failed.append(error)

    with BotApi() as api:
        poller = threading.Thread(target=poll)
        poller.start()
        api.wait(lambda: api.polling)
    poller.join(5)

    assert 1 == len(failed)
    with pytest.raises(httpx.ConnectError):
        httpx.get(api.url)
