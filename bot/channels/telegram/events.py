"""Raw updates as events: their number, and the chat in whose order they are, whoever delivers them."""

import json
from typing import Any

from bot.chat import Event


def is_numbered(update: object) -> bool:
    """Whether it is an update at all: without a number nothing can be confirmed, or told from its repetition."""
    return isinstance(update, dict) and type(update.get("update_id")) is int


def event_of(update: dict[str, Any], bot: int) -> Event:
    """An update of that bot as it is kept: to the letter, in ASCII, so that any database takes whatever was typed.

    Updates are numbered for each bot anew.
    """
    return Event(f"{bot}:{update['update_id']}", chat_of(update), json.dumps(update))


def chat_of(update: dict[str, Any]) -> str:
    """The chat, and the topic in it, whose order an update is in; “?” where nobody can tell.

    Made from the raw JSON, since also what nobody can parse must be kept.
    """
    said: dict[str, Any] = next((u for name, u in update.items() if name != "update_id" and isinstance(u, dict)), {})
    inner = said.get("message")  # what a button hangs on
    message: dict[str, Any] = inner if isinstance(inner, dict) else said
    chat = message.get("chat")
    if not isinstance(chat, dict) or type(chat.get("id")) is not int:
        return "?"
    thread = message.get("message_thread_id") if message.get("is_topic_message") is True else None
    return f"{chat['id']}:{thread}" if type(thread) is int else str(chat["id"])
