"""Rules of the Bot API that its method list has in prose only, or not at all."""

import re
from collections.abc import Iterator
from typing import Any

from tests.botapi.markup import parsed
from tests.botapi.records import Upload
from tests.botapi.references import BadMarkup
from tests.botapi.shaping import Entity, blank, in_code_points, shaped, utf16

LONGEST_TEXT = 4096  # UTF-16 units, after the markup is read
LONGEST_POLL = 50  # seconds
LARGEST_FILE = 50 * 2**20  # bytes
MOST_ENTITIES = 100
MOST_BUTTONS = 100
NO_ACTIONS = {"text", "icon_custom_emoji_id", "style"}

Params = dict[str, Any]


def of_call(method: str, params: Params) -> Iterator[str]:
    """What is wrong with a call beyond the types of its parameters, which may be wrong, too."""
    if method == "sendMessage" or (method == "editMessageText" and "rich_message" not in params):
        yield from _message(params)
    if method.startswith("editMessage") and "inline_message_id" not in params:
        yield from (f"{name}: missing" for name in ("chat_id", "message_id") if name not in params)
    if method == "sendDocument" and isinstance(params.get("document"), Upload):
        yield from _file(params["document"])
    if method == "getUpdates" and not 0 <= _number(params.get("timeout", 0)) <= LONGEST_POLL:
        yield f"timeout: {params['timeout']}, not 0–{LONGEST_POLL}"
    if method.startswith("setMy") and not re.fullmatch(r"([a-z]{2})?", str(params.get("language_code", ""))):
        yield f"language_code: {params['language_code']!r} has not two letters"


def of_object(kind: str, value: Params, path: str) -> Iterator[str]:
    """What is wrong with an object beyond the types of its fields."""
    if kind == "InlineKeyboardButton":
        actions = sorted(value.keys() - NO_ACTIONS)
        if len(actions) != 1:
            yield f"{path}: {len(actions)} actions, not 1: {', '.join(actions)}"
        if isinstance(value.get("text"), str) and blank(value["text"]):
            yield f"{path}.text: empty"
    elif kind == "InlineKeyboardMarkup":
        rows = value.get("inline_keyboard")
        number = sum(len(row) for row in rows if isinstance(row, list)) if isinstance(rows, list) else 0
        if number > MOST_BUTTONS:
            yield f"{path}: {number} buttons, not up to {MOST_BUTTONS}"
    elif kind == "BotCommand" and not re.fullmatch(r"[a-z0-9_]+", str(value.get("command"))):
        yield f"{path}.command: {value.get('command')!r} is not of a–z, 0–9 and _"


def shown(params: Params) -> tuple[str, list[Entity]]:
    """A message's text and entities as people see them; raises BadMarkup."""
    text, mode = str(params.get("text", "")), str(params.get("parse_mode", ""))
    if mode.lower() == "html":
        return parsed(text)
    if mode:
        raise BadMarkup(f"parse_mode {mode!r}: only HTML is read here")
    return shaped(text, in_code_points(text, params.get("entities", [])))


def _message(params: Params) -> Iterator[str]:
    try:
        text, entities = shown(params)
    except BadMarkup as error:
        yield str(error)
        return
    except (KeyError, TypeError):
        return  # entities of a wrong form, which is told by their types
    if blank(text):
        yield "message text is empty"
    if utf16(text) > LONGEST_TEXT:
        yield "message is too long"
    if len(entities) > MOST_ENTITIES:
        yield f"entities: {len(entities)}, not up to {MOST_ENTITIES}"


def _file(file: Upload) -> Iterator[str]:
    if not file.content:
        yield "file must be non-empty"
    if len(file.content) > LARGEST_FILE:
        yield "Request Entity Too Large"


def _number(value: object) -> float:
    return value if isinstance(value, int) else 0
