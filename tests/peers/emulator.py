"""An emulator of Telegram that is not ours, with people who write and press; a bot talks with it through our proxy."""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

import httpx
import pytest

from tests.botapi.markup import parsed
from tests.botapi.people import found_entities
from tests.botapi.records import Call, Sent, buttons
from tests.conftest import WANT
from tests.peers.proxy import LOOK_AGAIN, Proxy, Raw, listening

HERE = Path(__file__).parent
TOKEN = "666:TEST-emulator_0123456789abcdefghijk"  # noqa: S105  # opens nothing
PERSON, GROUP = 11, -1_001_000_000_011

T = TypeVar("T")


class Emulator:
    """`with Emulator() as telegram:` listens at `telegram.url`, the root that a bot takes for the Bot API server's.

    The test is skipped when Node, or what `make test` installs for it, is not there.
    """

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.url = ""
        self._running = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as starting:
            address = starting.enter_context(_node())
            self._proxy = Proxy(address, self.token)
            self.url = starting.enter_context(listening(self._proxy))
            self._emulator = starting.enter_context(httpx.Client(base_url=address, trust_env=False))
            self._running = starting.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._running.close()

    # What people do.

    def says(
        self,
        text: str,
        person: int = PERSON,
        chat: int | None = None,
        *,
        first_name: str = "王",
        reply_to: Sent | None = None,
        group: bool = False,
    ) -> int:
        """Somebody writes: to the bot, or in a group (`group`, or a negative `chat`); gives the number of the message."""
        where = self._chat(_place(person, chat, group=group), first_name)
        entities = found_entities(text)
        message: Raw = {"date": int(time.time()), "from": _user(person, first_name), "chat": where, "text": text}
        message |= {"entities": entities} if entities else {}
        message |= {"reply_to_message": self._shown(reply_to)} if reply_to else {}
        self._person("/sendCommand" if entities else "/sendMessage", message)
        return max(item["messageId"] for item in self._history() if item.get("message", {}).get("chat") == where)

    def asks(
        self,
        text: str,
        person: int = PERSON,
        chat: int | None = None,
        *,
        group: bool = False,
        seconds: float = 10,
        **more: Any,
    ) -> Sent:
        """Somebody writes, and waits for the bot's next message in that chat, which is given."""
        place = _place(person, chat, group=group)
        known = {reply.id for reply in self.replies(place)}
        self.says(text, person, place, **more)
        return self.wait(lambda: next((reply for reply in self.replies(place) if reply.id not in known), None), seconds)

    def presses(self, message: Sent, label: str, person: int = PERSON, *, first_name: str = "王") -> None:
        """Somebody presses the button with this label."""
        data = dict(message.buttons).get(label)
        assert data, f"no button {label!r}; there are: {message.labels}"
        self._person("/sendCallback", {"from": _user(person, first_name), "message": self._shown(message), "data": data})

    # What they see.

    def replies(self, chat: int = PERSON) -> list[Sent]:
        """The bot's messages in a chat as they look now, after edits and without those deleted; oldest first."""
        found = [item for item in self._history() if str(item.get("message", {}).get("chat_id")) == str(chat)]
        return [_sent(item) for item in sorted(found, key=lambda item: item["messageId"])]

    def calls(self, method: str | None = None) -> list[Call]:
        """The bot's calls of a method, or all, in their order."""
        return [call for call in list(self._proxy.calls) if method in (None, call.method)]

    def wait(self, predicate: Callable[[], T | None], seconds: float = 10) -> T:
        """Waits until it holds, and gives what it gave."""
        deadline = time.monotonic() + seconds
        while not (value := predicate()):
            assert time.monotonic() < deadline, f"not within {seconds} s; {self._story()}"
            time.sleep(LOOK_AGAIN)
        return value

    def _chat(self, number: int, first_name: str) -> Raw:
        private = {"id": number, "type": "private", "first_name": first_name}
        chat = private if number > 0 else {"id": number, "type": "supergroup", "title": "预算科"}
        return self._proxy.chats.setdefault(number, chat)

    def _shown(self, message: Sent) -> Raw:
        keyboard = [[{"text": label, "callback_data": data}] for label, data in message.buttons]
        bot = _user(int(self.token.partition(":")[0]), "问效") | {"is_bot": True}
        shown = {"message_id": message.id, "date": int(message.at), "chat": self._chat(message.chat, "王"), "from": bot}
        return shown | {"text": message.text} | ({"reply_markup": {"inline_keyboard": keyboard}} if keyboard else {})

    def _person(self, path: str, said: Raw) -> None:
        self._emulator.post(path, json={"botToken": self.token, **said}).raise_for_status()

    def _history(self) -> list[Raw]:
        return list(self._emulator.post("/getUpdatesHistory", json={"token": self.token}).raise_for_status().json()["result"])

    def _story(self) -> str:
        """What happened so far, for whoever reads a failure."""
        sent = [f"  {chat}: {reply.text!r} {reply.labels or ''}" for chat in self._proxy.chats for reply in self.replies(chat)]
        return "\n".join(["the bot said:", *sent, "last calls:", *[f"  {call.method}" for call in self.calls()[-20:]]])


def _place(person: int, chat: int | None, *, group: bool) -> int:
    return chat if chat is not None else GROUP if group else person


def _user(person: int, first_name: str) -> Raw:
    return {"id": person, "is_bot": False, "first_name": first_name}


def _sent(item: Raw) -> Sent:
    message = item["message"]
    html = message["text"] if message.get("parse_mode") == "HTML" else None
    text = parsed(html)[0] if html else message["text"]
    answers = (message.get("reply_parameters") or {}).get("message_id")
    keyboard = buttons(message.get("reply_markup"))
    thread = message.get("message_thread_id")
    return Sent(item["messageId"], int(message["chat_id"]), text, html, keyboard, thread, answers, item["time"] / 1000)


@contextmanager
def _node() -> Iterator[str]:
    """The emulator, in a process of its own; gives its address."""
    if not shutil.which("node"):
        pytest.skip(f"{WANT}node")
    if not (HERE / "node_modules" / "telegram-test-api").is_dir():
        pytest.skip(f"{WANT}the Node peers (make test installs them)")
    command = ["node", str(HERE / "emulator.js"), "0"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin
        assert process.stdout
        try:
            port = process.stdout.readline().strip()
            assert port, "the emulator did not start"
            yield f"http://127.0.0.1:{port}"
        finally:
            process.stdin.close()
            process.wait(10)
