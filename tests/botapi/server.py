"""A Telegram Bot API on this machine: records what a bot does, plays the people, and fails to order."""

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Self, TypeVar

import uvicorn

from tests.botapi.faults import Fault, Order
from tests.botapi.people import People
from tests.botapi.records import Call, Sent
from tests.botapi.state import Raw, State
from tests.botapi.wire import application

TOKEN = "1234567:TEST-wenxiao_0123456789abcdefghijk"  # noqa: S105  # opens nothing
LOOK_AGAIN = 0.005  # seconds

T = TypeVar("T")


class BotApi(People):
    """`with BotApi() as api:` listens on a port of its own at `api.url`; methods are at {url}/bot{token}/{method}.

    It may be asked from any thread, and the bot may run in this process or in another one.
    """

    def __init__(self, token: str = TOKEN, username: str = "wenxiao_test_bot") -> None:
        bot = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "问效",
            "username": username,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        super().__init__(State(bot))
        self.token = token
        self.url = ""
        self._server: _Server | None = None

    def __enter__(self) -> Self:
        self._server = _Server(self._state, self.token)
        self.url = f"http://127.0.0.1:{self._server.port}"
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.stop()

    # What the bot did.

    def sent(self, chat: int | None = None) -> list[Sent]:
        """The bot's messages as it sent them, oldest first; of one chat, or of all."""
        with self._state.lock:
            return [message for message in self._state.sent if chat in (None, message.chat)]

    def screen(self, chat: int | None = None) -> list[Sent]:
        """The bot's messages as they look now, after edits."""
        with self._state.lock:
            return [message for message in self._state.screen.values() if chat in (None, message.chat)]

    def calls(self, method: str | None = None) -> list[Call]:
        """The calls of a method, or all of them, in the order in which they came; those refused or failed included."""
        with self._state.lock:
            return [call for call in self._state.calls if method in (None, call.method)]

    @property
    def violations(self) -> list[str]:
        """Where the bot broke the contract; such calls were refused with 400, too."""
        with self._state.lock:
            return list(self._state.violations)

    @property
    def confirmed(self) -> int:
        """The highest update_id that an offset confirmed; 0 at first."""
        return self._state.updates.confirmed

    @property
    def pending(self) -> list[int]:
        """The ids of the updates that wait for confirmation."""
        return [update["update_id"] for update in self._state.updates.pending]

    @property
    def withheld(self) -> list[Raw]:
        """The updates that the bot never gets, since it did not ask for their kind."""
        with self._state.lock:
            return list(self._state.updates.withheld)

    @property
    def polling(self) -> bool:
        """Whether somebody waits for updates right now."""
        return self._state.updates.polling

    # What shall go wrong.

    def fail(self, method: str, fault: Fault, times: int = 1, chat: int | None = None, *, after: bool = False) -> None:
        """The next calls of a method (“*”: of any), in a chat if one is given, fail so; `after` they are carried out."""
        with self._state.lock:
            self._state.orders.add(Order(method.lower(), fault, times, chat, after))
            if fault.new_chat is not None:
                self._state.chats[fault.new_chat] = {"id": fault.new_chat, "title": "预算科", "type": "supergroup"}

    def set_webhook(self, url: str) -> None:
        """Somebody set a webhook: getUpdates is refused with 409 until deleteWebhook."""
        self._state.updates.webhook = url

    def mend(self) -> None:
        """From now on nothing fails that was ordered."""
        with self._state.lock:
            self._state.orders.clear()

    def faults_left(self) -> int:
        """How many calls are still to fail."""
        with self._state.lock:
            return self._state.orders.left()

    # Waiting.

    async def until(self, predicate: Callable[[], T], seconds: float = 10) -> T:
        """Waits until it holds, and gives what it gave."""
        deadline = time.monotonic() + seconds
        while not (value := predicate()):
            self._in_time(deadline, seconds)
            await asyncio.sleep(LOOK_AGAIN)
        return value

    def wait(self, predicate: Callable[[], T], seconds: float = 10) -> T:
        """`until` for those who are not async."""
        deadline = time.monotonic() + seconds
        while not (value := predicate()):
            self._in_time(deadline, seconds)
            time.sleep(LOOK_AGAIN)
        return value

    def _in_time(self, deadline: float, seconds: float) -> None:
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s; {self.story()}")

    def story(self) -> str:
        """What happened so far, for whoever reads a failure."""
        sent = [f"  {message.chat}: {message.text!r} {message.labels or ''}" for message in self.sent()]
        calls = [f"  {call.method} {call.outcome}" for call in self.calls()[-20:]]
        wrong = [f"  {violation}" for violation in self.violations]
        return "\n".join([f"sent ({len(sent)}):", *sent, "last calls:", *calls, "violations:", *wrong])


class _Server(uvicorn.Server):
    """uvicorn in a thread, with a loop of its own; it stops at once, as a machine does whose cable is pulled."""

    def __init__(self, state: State, token: str) -> None:
        app = application(state, token)
        super().__init__(
            uvicorn.Config(
                app,
                host="127.0.0.1",
                port=0,
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                timeout_keep_alive=600,
            )
        )
        self.port = 0
        self._running = threading.Event()
        self._thread = threading.Thread(target=self.run, name="botapi", daemon=True)
        self._thread.start()
        assert self._running.wait(10), "the server did not start"

    def stop(self) -> None:
        """Ends it, and every connection."""
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join()

    async def main_loop(self) -> None:
        """Waits for the end; uvicorn's own looks ten times a second."""
        self._loop = asyncio.get_running_loop()
        self._stopped = asyncio.Event()
        self.port = self.servers[0].sockets[0].getsockname()[1]
        self._running.set()
        await self._stopped.wait()

    async def shutdown(self, sockets: object = None) -> None:  # noqa: ARG002  # uvicorn's own signature
        """Cuts the connections; uvicorn's own waits for who polls."""
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.gather(*self.server_state.tasks, return_exceptions=True)
