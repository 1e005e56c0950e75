"""A proxy between a bot and the emulator: mends what the emulator leaves out or has otherwise than Telegram, nothing else.

The emulator marks an update as read when it is fetched; Telegram keeps it until an offset confirms it, and so does the proxy.
Source of each rule: core.telegram.org/bots/api, “Getting updates” and “Available types”.
"""

import asyncio
import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any
from urllib.parse import parse_qsl

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from tests.botapi.contract import decoded
from tests.botapi.records import Call

LOOK_AGAIN = 0.02  # seconds
# What the emulator knows, and what it does not know but a bot calls without needing more than “yes”.
EMULATED = {
    "answerCallbackQuery",
    "deleteMessage",
    "deleteWebhook",
    "editMessageReplyMarkup",
    "editMessageText",
    "getMe",
    "getUpdates",
    "sendMessage",
    "setWebhook",
}
TAKEN = {"deleteMyCommands", "sendChatAction", "setMyCommands", "setMyDescription", "setMyShortDescription"}
# What an edit that does not say it takes away; the emulator keeps it.
UNSAID: dict[str, "Raw"] = {
    "editMessageReplyMarkup": {"reply_markup": {"inline_keyboard": []}},
    "editMessageText": {"parse_mode": None, "reply_markup": {"inline_keyboard": []}},
}
ABOUT_THE_BOT = {
    "is_bot": True,
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}

Raw = dict[str, Any]


class Refused(Exception):
    """What Telegram answers in place of a result."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code


class Proxy:
    """The Bot API of one bot; `chats` are those that people have written in, `calls` what the bot called."""

    def __init__(self, emulator: str, token: str) -> None:
        self._emulator, self._token = emulator, token
        self._pending: list[Raw] = []
        self._polls = 0
        self.chats: dict[int, Raw] = {}
        self.calls: list[Call] = []
        self.closing = False
        self.app = Starlette(
            routes=[Route("/bot{token}/{method}", self._answer, methods=["GET", "POST"])], lifespan=self._lifespan
        )

    @asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        async with httpx.AsyncClient(base_url=f"{self._emulator}/bot{self._token}", trust_env=False) as self._client:
            yield

    async def _answer(self, request: Request) -> JSONResponse:
        method = request.path_params["method"]
        params = decoded(method, await _params(request))
        if request.path_params["token"] != self._token:
            return _refused(Refused(401, "Unauthorized"))
        self.calls.append(Call(method, params, time.monotonic()))
        try:
            return JSONResponse({"ok": True, "result": await self._result(method, params)})
        except Refused as refused:
            return _refused(refused)

    async def _result(self, method: str, params: Raw) -> Any:
        match method:
            case "getUpdates":
                return await self._updates(**params)
            case "getMe":
                return await self._emulated(method, params) | ABOUT_THE_BOT
            case "sendMessage":
                return await self._message(await self._emulated(method, params))
            case "getWebhookInfo":
                return {"url": "", "has_custom_certificate": False, "pending_update_count": len(self._pending)}
        if method in TAKEN:
            return True
        result = await self._emulated(method, UNSAID.get(method, {}) | params)
        return True if result is None else result

    async def _emulated(self, method: str, params: Raw) -> Any:
        if method not in EMULATED:
            raise Refused(400, f"Bad Request: {method} is known neither to the emulator nor to its proxy")
        said = (await self._client.post(f"/{method}", json=params)).json()
        if not said.get("ok"):
            raise Refused(said.get("error_code", 500), said.get("description") or said["message"])
        return said["result"]

    async def _message(self, sent: Raw) -> Raw:
        """A Message as Telegram shapes it: the emulator gives the call's own parameters back, and milliseconds."""
        number = sent["chat"]["id"]
        shaped = {name: sent[name] for name in ("message_id", "text", "reply_markup", "message_thread_id") if sent.get(name)}
        bot = await self._emulated("getMe", {}) | ABOUT_THE_BOT
        return shaped | {"date": sent["date"] // 1000, "from": bot, "chat": self.chats.get(number, sent["chat"])}

    async def _updates(self, offset: int = 0, limit: int = 100, timeout: int = 0, **_: object) -> list[Raw]:  # noqa: ASYNC109
        """What is not confirmed yet, as soon as there is something; who asks later ends the waiting of who asked before."""
        self._polls += 1
        poll, deadline = self._polls, time.monotonic() + timeout
        if offset > 0:
            self._pending = [update for update in self._pending if update["update_id"] >= offset]
        while True:
            fetched = await self._emulated("getUpdates", {})
            self._pending.extend(_mended(update) for update in fetched)
            if poll != self._polls:
                raise Refused(
                    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
                )
            if self._pending or self.closing or time.monotonic() >= deadline:
                return self._pending[:limit]
            await asyncio.sleep(LOOK_AGAIN)


def _refused(refused: Refused) -> JSONResponse:
    return JSONResponse({"ok": False, "error_code": refused.code, "description": str(refused)}, refused.code)


def _mended(update: Raw) -> Raw:
    if query := update.get("callback_query"):
        query["chat_instance"] = str(query["message"]["chat"]["id"])
    else:
        update["message"].pop("botToken", None)
    return update


async def _params(request: Request) -> Raw:
    """From the address and the body, which may be a form or JSON."""
    body = (await request.body()).decode()
    if request.headers.get("content-type", "").startswith("application/json"):
        return {**request.query_params, **json.loads(body or "{}")}
    return {**request.query_params, **dict(parse_qsl(body, keep_blank_values=True))}


@contextmanager
def listening(proxy: Proxy) -> Iterator[str]:
    """Runs the proxy in a thread, on a port of its own; gives its address."""
    quiet = {"log_config": None, "access_log": False, "ws": "none"}
    server = uvicorn.Server(uvicorn.Config(proxy.app, timeout_graceful_shutdown=5, **quiet))
    with socket.create_server(("127.0.0.1", 0)) as own:
        thread = threading.Thread(target=server.run, args=([own],), name="proxy", daemon=True)
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive(), "the proxy did not start"
                time.sleep(LOOK_AGAIN)
            yield f"http://127.0.0.1:{own.getsockname()[1]}"
        finally:
            proxy.closing = server.should_exit = True
            thread.join()
