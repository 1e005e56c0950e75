"""Faults to order: how the next calls of a method shall fail."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from tests.botapi.refusals import BLOCKED, CONFLICT_POLLERS, Refusal, bad_request

EVERY = "*"


@dataclass(frozen=True)
class Fault:
    """One way in which a call fails: with a page or a refusal, or, when `body` is None, with a cut connection."""

    name: str
    code: int = 200
    body: str | None = None
    seconds: float = 0.0
    new_chat: int | None = None

    @classmethod
    def too_many(cls, retry_after: int = 1) -> "Fault":
        """Flood control: 429 with the seconds to wait."""
        return cls._refusal(Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after))

    @classmethod
    def status(cls, code: int) -> "Fault":
        """A page in HTML with this status, as the web server before the Bot API makes it."""
        title = f"{code} {HTTPStatus(code).phrase}"
        page = f"<html>\n<head><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n</body>\n</html>\n"
        return cls(str(code), code, page)

    @classmethod
    def reset(cls) -> "Fault":
        """The connection is reset (RST) without an answer."""
        return cls("reset")

    @classmethod
    def hang(cls, seconds: float) -> "Fault":
        """The connection is held, then closed without an answer."""
        return cls("hang", seconds=seconds)

    @classmethod
    def garbage(cls) -> "Fault":
        """200 with a page in HTML: a proxy's login page."""
        return cls("garbage", 200, "<html><body>登录</body></html>")

    @classmethod
    def not_ok(cls) -> "Fault":
        """200, but the JSON says that it did not work."""
        return cls("not ok", 200, json.dumps({"ok": False, "error_code": 500, "description": "Internal Server Error"}))

    @classmethod
    def unauthorized(cls) -> "Fault":
        """401: the token was revoked."""
        return cls._refusal(Refusal(401, "Unauthorized"))

    @classmethod
    def forbidden(cls) -> "Fault":
        """403: the person blocked the bot."""
        return cls._refusal(Refusal(403, BLOCKED))

    @classmethod
    def conflict(cls) -> "Fault":
        """409: somebody else polls with this token."""
        return cls._refusal(Refusal(409, CONFLICT_POLLERS))

    @classmethod
    def migrated(cls, new_chat: int) -> "Fault":
        """400: the group became a supergroup, which has another id."""
        text = "group chat was upgraded to a supergroup chat"
        return cls._refusal(bad_request(text, migrate_to_chat_id=new_chat), new_chat=new_chat)

    @classmethod
    def bad_request(cls, description: str) -> "Fault":
        """400 with this description after “Bad Request: ”."""
        return cls._refusal(bad_request(description))

    @classmethod
    def _refusal(cls, refusal: Refusal, new_chat: int | None = None) -> "Fault":
        name = f"{refusal.code} {refusal.description}"
        return cls(name, refusal.code, json.dumps(refusal.body, ensure_ascii=False), new_chat=new_chat)


@dataclass
class Order:
    """A fault for the next `times` calls of a method, in any chat or in one; `after` means: when it is carried out."""

    method: str
    fault: Fault
    times: int
    chat: int | None
    after: bool

    def meets(self, method: str, params: dict[str, Any]) -> bool:
        """Whether this call is one that shall fail."""
        here = self.chat is None or str(params.get("chat_id")) == str(self.chat)
        return here and self.times > 0 and self.method in (EVERY, method.lower())


class Orders:
    """The faults that are still to come, first ordered, first served."""

    def __init__(self) -> None:
        self._orders: list[Order] = []

    def add(self, order: Order) -> None:
        """Puts an order at the end of the queue."""
        self._orders.append(order)

    def take(self, method: str, params: dict[str, Any]) -> Order | None:
        """The fault for this call, which is used up by it."""
        for order in self._orders:
            if order.meets(method, params):
                order.times -= 1
                return order
        return None

    def clear(self) -> None:
        """Takes all orders back."""
        self._orders.clear()

    def left(self) -> int:
        """How many calls are still to fail."""
        return sum(order.times for order in self._orders)
