"""The one ASGI app: how we are (`/healthz`), whether we can serve (`/readyz`), what was counted (`/metrics`)."""

import asyncio
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.chat import Health
from bot.service.metrics import CONTENT_TYPE, Metrics

Look = Callable[[], Mapping[str, Health]]


def app(health: Look, store_answers: Callable[[], Health], metrics: Metrics) -> Starlette:
    """The app: `health` says of each channel how it is, `store_answers` asks the store (in a thread)."""

    async def healthz(_request: Request) -> Response:
        return _verdict(health())

    async def readyz(_request: Request) -> Response:
        return _verdict({**health(), "store": await asyncio.to_thread(store_answers)})

    async def counted(_request: Request) -> Response:
        return Response(await asyncio.to_thread(metrics.text), media_type=CONTENT_TYPE)

    return Starlette(routes=[Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", counted)])


def _verdict(parts: Mapping[str, Health]) -> Response:
    ok = all(part.ok for part in parts.values())
    said = {name: {"ok": part.ok, "said": part.said} for name, part in parts.items()}
    return JSONResponse({"ok": ok, **said}, status_code=200 if ok else 503)


class Server(uvicorn.Server):
    """uvicorn without its signal handlers: what ends the process is decided in one place, and drops nothing."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leaves the signals alone."""
        yield


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there, before anything else is begun.  Raises `OSError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # named, so that asyncio sends without delay
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(64)  # another process that does the same is refused from now on
    except OSError:
        listener.close()
        raise
    return listener


async def serve_http(application: Starlette, listener: socket.socket, stop: asyncio.Event) -> None:
    """Serves until `stop`."""
    config = uvicorn.Config(application, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=3)
    server = Server(config)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(_serve(server, listener, stop))
        await stop.wait()
        server.should_exit = True


async def _serve(server: Server, listener: socket.socket, stop: asyncio.Event) -> None:
    await server.serve(sockets=[listener])
    if not stop.is_set():
        raise RuntimeError("the HTTP server has ended by itself")
