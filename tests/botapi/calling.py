"""Calls by hand, as any HTTP client makes them."""

from typing import Any

import httpx

from tests.botapi.server import BotApi


def call(api: BotApi, method: str, **params: Any) -> Any:
    """What a call gives; raises Refused."""
    answer = httpx.post(f"{api.url}/bot{api.token}/{method}", json=params).json()
    if not answer["ok"]:
        raise Refused(answer["description"])
    return answer["result"]


class Refused(Exception):
    """Telegram's description of why."""
