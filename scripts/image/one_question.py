"""A Bot API server in a network of its own, at which one person asks one question.

    unshare --net python scripts/image/one_question.py PORT QUESTION

It prints `ready` when it listens, then each text that a bot sends.  It knows just enough for a bot to start and to answer;
tests/peers/ has an emulator that is not ours.  Shapes: core.telegram.org/bots/api.
"""

import fcntl
import json
import socket
import struct
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

PERSON = {"id": 7, "is_bot": False, "first_name": "王"}
CHAT = {"id": 7, "type": "private", "first_name": "王"}
BOT = {"id": 42, "is_bot": True, "first_name": "问效", "username": "wenxiao_bot"}
_SET_FLAGS, _UP = 0x8914, 0x1  # SIOCSIFFLAGS, IFF_UP


def raise_loopback() -> None:
    """Switches 127.0.0.1 on: in a new network even that is off."""
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh", b"lo", _UP))


class BotApi(BaseHTTPRequestHandler):
    """Answers the methods that a bot calls; `question` is asked until an offset confirms it."""

    protocol_version = "HTTP/1.1"
    question = ""
    confirmed = threading.Event()

    def do_POST(self) -> None:
        """One call of a method, whatever the token."""
        said = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer(self.path.partition("?")[0].rsplit("/", 1)[-1], _parameters(said, self.headers.get("Content-Type", "")))

    def do_GET(self) -> None:
        """The same, for what has no parameters."""
        self._answer(self.path.partition("?")[0].rsplit("/", 1)[-1], {})

    def _answer(self, method: str, parameters: dict[str, Any]) -> None:
        body = json.dumps({"ok": True, "result": self._result(method, parameters)}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _result(self, method: str, parameters: dict[str, Any]) -> Any:
        match method:
            case "getMe":
                return BOT
            case "getUpdates":
                return self._updates(int(parameters.get("offset") or 0), float(parameters.get("timeout") or 0))
            case "getWebhookInfo":
                return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
            case "sendMessage":
                print(parameters["text"], flush=True)
                return {"message_id": 2, "date": int(time.time()), "chat": CHAT, "from": BOT, "text": parameters["text"]}
        return True

    def _updates(self, offset: int, seconds: float) -> list[Any]:
        if offset > 1:
            self.confirmed.set()
        if self.confirmed.is_set():
            time.sleep(min(seconds, 1))  # a bot that asks again at once is not kept waiting when it must end
            return []
        message = {"message_id": 1, "date": int(time.time()), "chat": CHAT, "from": PERSON, "text": self.question}
        return [{"update_id": 1, "message": message}]

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stdout is for what the bot says."""


class Server(ThreadingHTTPServer):
    """Takes it calmly when a bot that ends cuts its connection."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tells of any other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _parameters(said: bytes, kind: str) -> dict[str, Any]:
    if kind.startswith("application/json"):
        return dict(json.loads(said or b"{}"))
    return {name: values[-1] for name, values in parse_qs(said.decode()).items()}


if __name__ == "__main__":
    port, BotApi.question = int(sys.argv[1]), sys.argv[2]
    raise_loopback()
    with Server(("127.0.0.1", port), BotApi) as server:
        print("ready", flush=True)
        server.serve_forever()
