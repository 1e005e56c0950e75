"""The Bot API over HTTP: reads a request, lets it fail if a fault is ordered, and answers."""

import asyncio
import json
import re
import socket
import struct
from email import message_from_bytes
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.botapi.contract import METHODS as KNOWN
from tests.botapi.contract import decoded, violations
from tests.botapi.faults import Fault
from tests.botapi.methods import METHODS
from tests.botapi.records import Upload
from tests.botapi.refusals import Refusal, bad_request
from tests.botapi.state import Raw, State

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
NOT_FOUND = Refusal(404, "Not Found")


def application(state: State, token: str) -> ASGIApp:
    """The app; like Telegram, it answers in JSON whatever is asked."""

    async def call(request: Request) -> Response:
        given = request.path_params["token"]
        if not TOKEN.fullmatch(given):
            return _refused(NOT_FOUND)
        if given != token:
            return _refused(Refusal(401, "Unauthorized"))
        return await _Call(state, request).answer()

    async def lost(request: Request, error: Exception) -> Response:
        return _refused(NOT_FOUND)

    route = Route("/bot{token}/{method}", call, methods=["GET", "POST"])
    starlette = Starlette(routes=[route], exception_handlers={404: lost, 405: lost})

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        # Only uvicorn's own `send` knows the connection, and only before Starlette wraps it.
        scope["connection"] = getattr(send, "__self__").transport  # noqa: B009
        await starlette(scope, receive, send)

    return app


class _Call:
    """One call on its way from the request to the answer."""

    def __init__(self, state: State, request: Request) -> None:
        self.state = state
        self.request = request
        self.method = KNOWN.get(request.path_params["method"].lower(), request.path_params["method"])

    async def answer(self) -> Response:
        params = decoded(self.method, await _params(self.request))
        place = self.state.begin(self.method, params)
        # Somebody who hangs up is no longer served: a getUpdates without its client must not wait on.
        work = asyncio.ensure_future(self._served(params))
        gone = asyncio.ensure_future(_hung_up(self.request))
        try:
            await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
            response, outcome = work.result() if work.done() else (Cut(), "gone")
        finally:
            await _ended(work, gone)
        self.state.end(place, outcome)
        return response

    async def _served(self, params: Raw) -> tuple[Response, str]:
        with self.state.lock:
            order = self.state.orders.take(self.method, params)
        if order and not order.after:
            return await _failed(order.fault)
        done = await self._carried_out(params)
        return await _failed(order.fault) if order else done

    async def _carried_out(self, params: Raw) -> tuple[Response, str]:
        try:
            result = await self._result(params)
        except Refusal as refusal:
            return _refused(refusal), f"{refusal.code} {refusal.description}"
        return JSONResponse({"ok": True, "result": result}), "ok"

    async def _result(self, params: Raw) -> Any:
        found = violations(self.method, params)
        if found:
            with self.state.lock:
                self.state.violations += [f"{self.method}: {wrong}" for wrong in found]
            raise bad_request(found[0]) if self.method in KNOWN.values() else NOT_FOUND
        if self.method == "getUpdates":
            return await self.state.updates.get(**params)
        with self.state.lock:
            return METHODS[self.method](self.state, params)


class Cut(Response):
    """No answer: the connection ends; at once and with a reset, or after some seconds in the ordinary way."""

    def __init__(self, *, reset: bool = False) -> None:
        super().__init__()
        self.reset = reset

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  # nothing is sent
        """Cuts, and waits until that is done: to uvicorn, silence on an open connection is an error."""
        connection = scope["connection"]
        if self.reset and not connection.is_closing():
            linger = struct.pack("ii", 1, 0)  # on, 0 seconds: the peer gets RST instead of FIN
            connection.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        connection.abort()
        while (await receive())["type"] != "http.disconnect":
            pass


async def _failed(fault: Fault) -> tuple[Response, str]:
    if fault.body is not None:
        media = "application/json" if fault.body.startswith("{") else "text/html"
        return Response(fault.body, fault.code, media_type=media), fault.name
    await asyncio.sleep(fault.seconds)
    return Cut(reset=fault.name == "reset"), fault.name


async def _params(request: Request) -> Raw:
    """From the address and the body, which may be a form or JSON."""
    body = await request.body()
    given: object
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            given = json.loads(body)
        except ValueError:
            given = {}
    elif request.headers.get("content-type", "").startswith("multipart/form-data"):
        given = _parts(request.headers["content-type"], body)
    else:
        given = dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    return {**request.query_params, **(given if isinstance(given, dict) else {})}


def _parts(kind: str, body: bytes) -> Raw:
    """The fields of a form with files in it."""
    message = message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body, policy=HTTP)
    given: Raw = {}
    for part in message.iter_parts():
        content = part.get_payload(decode=True)
        name = part.get_param("name", header="content-disposition")
        disposition = part.get("content-disposition", "")
        file = re.search(r'filename="([^"]*)"', disposition.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
        given[str(name)] = Upload(file[1], content) if file else content.decode("utf-8", "replace")
    return given


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _ended(*tasks: "asyncio.Future[Any]") -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _refused(refusal: Refusal) -> Response:
    return JSONResponse(refusal.body, refusal.code)
