"""Calls against the Bot API's method list and limits: each rule with what it refuses and what it accepts."""

import json
from typing import Any

import pytest

from tests.botapi.contract import decoded, violations

HI = {"chat_id": 11, "text": "您好"}
CHAT = {"chat_id": 11, "message_id": 5}


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {**HI, "reply_markup": {"inline_keyboard": [list(buttons)]}}


def button(**more: Any) -> dict[str, Any]:
    return {"text": "是", **more}


@pytest.mark.parametrize(
    ("method", "good", "bad", "wrong"),
    [
        ("getMe", {}, {"x": 1}, "x: unknown"),
        ("sendMessage", HI, {"text": "您好"}, "chat_id: missing"),
        ("sendMessage", HI, {**HI, "chat_id": True}, "chat_id: no Integer"),
        ("sendMessage", {**HI, "chat_id": "@x"}, {**HI, "chat_id": [1]}, "chat_id: no Integer"),
        ("sendMessage", HI, {**HI, "text": 7}, "text: no String"),
        ("sendMessage", {**HI, "message_thread_id": 1}, {**HI, "message_thread_id": "一"}, "message_thread_id: no Integer"),
        ("sendMessage", {**HI, "protect_content": "false"}, {**HI, "protect_content": "0"}, "protect_content: no Boolean"),
        ("sendMessage", {**HI, "text": "一" * 4096}, {**HI, "text": "一" * 4097}, "message is too long"),
        ("sendMessage", {**HI, "text": "😀" * 2048}, {**HI, "text": "😀" * 2049}, "message is too long"),
        ("sendMessage", {**HI, "text": "."}, {**HI, "text": "\u200b \n"}, "message text is empty"),
        (
            "sendMessage",
            {**HI, "text": f"<b>{'&lt;' * 4096}</b>", "parse_mode": "HTML"},
            {**HI, "text": f"<b>{'一' * 4097}</b>", "parse_mode": "HTML"},
            "message is too long",
        ),
        ("sendMessage", {**HI, "text": "<x>"}, {**HI, "text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        (
            "sendMessage",
            {**HI, "text": "<b>x</b>", "parse_mode": "HTML"},
            {**HI, "text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "sendMessage",
            {**HI, "parse_mode": "html"},
            {**HI, "parse_mode": "MarkdownV2"},
            "can't parse entities: parse_mode 'MarkdownV2': only HTML is read here",
        ),
        (
            "sendMessage",
            {**HI, "text": "<b>x</b>y" * 100, "parse_mode": "HTML"},
            {**HI, "text": "<b>x</b>y" * 101, "parse_mode": "HTML"},
            "entities: 101, not up to 100",
        ),
        (
            "sendMessage",
            {**HI, "entities": [{"type": "bold", "offset": 0, "length": 1}]},
            {**HI, "entities": [{"type": "bold", "offset": 0}]},
            "entities[0].length: missing",
        ),
        (
            "sendMessage",
            {**HI, "link_preview_options": {"is_disabled": True}},
            {**HI, "link_preview_options": {"is_disabled": "true"}},
            "link_preview_options.is_disabled: no Boolean",
        ),
        (
            "sendMessage",
            {**HI, "reply_parameters": {"message_id": 1, "allow_sending_without_reply": True}},
            {**HI, "reply_parameters": {"allow_sending_without_reply": True}},
            "reply_parameters.message_id: missing",
        ),
        (
            "sendMessage",
            keyboard(button(callback_data="一" * 21)),
            keyboard(button(callback_data="一" * 22)),
            "{}.callback_data: 66 bytes, not 1–64",
        ),
        (
            "sendMessage",
            keyboard(button(callback_data="x")),
            keyboard(button(callback_data="")),
            "{}.callback_data: 0 bytes, not 1–64",
        ),
        ("sendMessage", keyboard(button(url="http://a.cn")), keyboard(button()), "{}: 0 actions, not 1: "),
        (
            "sendMessage",
            keyboard(button(callback_data="x", style="primary")),
            keyboard(button(callback_data="x", url="http://a.cn")),
            "{}: 2 actions, not 1: callback_data, url",
        ),
        (
            "sendMessage",
            keyboard(button(callback_data="x", style="danger")),
            keyboard(button(callback_data="x", style="red")),
            "{}.style: 'red' is none of danger, success, primary",
        ),
        ("sendMessage", keyboard(button(callback_data="x")), keyboard({"text": " ", "callback_data": "x"}), "{}.text: empty"),
        (
            "sendMessage",
            keyboard(button(copy_text={"text": "一" * 256})),
            keyboard(button(copy_text={"text": "一" * 257})),
            "{}.copy_text.text: 257 characters, not 1–256",
        ),
        (
            "sendMessage",
            keyboard(*[button(callback_data="x")] * 100),
            keyboard(*[button(callback_data="x")] * 101),
            "reply_markup: 101 buttons, not up to 100",
        ),
        (
            "sendMessage",
            {**HI, "reply_markup": {"force_reply": True}},
            {**HI, "reply_markup": {"force_reply": 1}},
            "reply_markup.force_reply: no Boolean",
        ),
        (
            "sendMessage",
            keyboard(),
            {**HI, "reply_markup": {"inline_keyboard": [button()]}},
            "reply_markup.inline_keyboard[0]: no array",
        ),
        ("sendMessage", keyboard(), {**HI, "reply_markup": "{"}, "reply_markup: no InlineKeyboardMarkup"),
        (
            "sendChatAction",
            {"chat_id": 1, "action": "typing"},
            {"chat_id": 1, "action": "thinking"},
            "action: 'thinking' is none of typing,",
        ),
        ("answerCallbackQuery", {"callback_query_id": "1"}, {"callback_query_id": 1}, "callback_query_id: no String"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1", "text": "一" * 200},
            {"callback_query_id": "1", "text": "一" * 201},
            "text: 201 characters, not 0–200",
        ),
        ("editMessageText", {**CHAT, "text": "一"}, {**CHAT, "text": ""}, "message text is empty"),
        ("editMessageText", {**CHAT, "rich_message": {"html": "一"}}, CHAT, "message text is empty"),
        ("editMessageText", {**CHAT, "text": "一"}, {**HI, "text": "一"}, "message_id: missing"),
        ("editMessageReplyMarkup", {"inline_message_id": "1"}, {"message_id": 5}, "chat_id: missing"),
        (
            "setMyCommands",
            {"commands": [{"command": "help_1", "description": "一" * 256}]},
            {"commands": [{"command": "help", "description": "一" * 257}]},
            "commands[0].description: 257 characters, not 1–256",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a" * 32, "description": "一"}]},
            {"commands": [{"command": "a" * 33, "description": "一"}]},
            "commands[0].command: 33 characters, not 1–32",
        ),
        (
            "setMyCommands",
            {"commands": []},
            {"commands": [{"command": "Help", "description": "一"}]},
            "commands[0].command: 'Help' is not of a–z, 0–9 and _",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "一"}] * 100},
            {"commands": [{"command": "a", "description": "一"}] * 101},
            "commands: 101 items, not 0–100",
        ),
        (
            "setMyCommands",
            {"commands": [], "scope": {"type": "chat", "chat_id": 11}, "language_code": "zh"},
            {"commands": [], "scope": {"type": "everybody"}},
            "scope.type: 'everybody' is none of default",
        ),
        (
            "setMyCommands",
            {"commands": [], "language_code": ""},
            {"commands": [], "language_code": "zh-hans"},
            "language_code: 'zh-hans' has not two letters",
        ),
        ("setMyDescription", {"description": "一" * 512}, {"description": "一" * 513}, "description: 513 characters, not 0–512"),
        (
            "setMyShortDescription",
            {"short_description": "一" * 120},
            {"short_description": "一" * 121},
            "short_description: 121 characters, not 0–120",
        ),
        ("getUpdates", {"offset": -1, "limit": 1}, {"limit": 0}, "limit: 0, not 1–100"),
        ("getUpdates", {"limit": 100}, {"limit": 101}, "limit: 101, not 1–100"),
        ("getUpdates", {"timeout": 50}, {"timeout": 51}, "timeout: 51, not 0–50"),
        (
            "getUpdates",
            {"allowed_updates": ["message", "my_chat_member"]},
            {"allowed_updates": ["messages"]},
            "allowed_updates: 'messages' is none of",
        ),
        ("deleteWebhook", {"drop_pending_updates": True}, {"drop_pending_updates": "maybe"}, "drop_pending_updates: no Boolean"),
    ],
)
def test_a_rule(method: str, good: dict[str, Any], bad: dict[str, Any], wrong: str) -> None:
    """The good call keeps it; the bad one breaks it, and nothing else."""
    assert [] == violations(method, good)
    assert 1 == len(violations(method, bad))
    assert violations(method, bad)[0].startswith(wrong.format("reply_markup.inline_keyboard[0][0]"))


def test_a_form() -> None:
    """A call means the same when its parameters are encoded as in a form."""
    call = {**keyboard(button(callback_data="x")), "protect_content": True, "reply_parameters": {"message_id": 5}}
    form = {k: v if isinstance(v, str) else json.dumps(v) for k, v in call.items()}

    assert call == decoded("sendMessage", form)
    assert [] == violations("sendMessage", form)
    assert "7" == decoded("sendMessage", {"text": "7"})["text"]


@pytest.mark.parametrize("method", ["sendPoll", "getUpdate", ""])
def test_another_method(method: str) -> None:
    """A method that we do not use is a mistake, even if Telegram knows it."""
    assert [f"{method}: not a method that we use"] == violations(method, {})
    assert [] == violations("GETME", {})


def test_all_that_is_wrong() -> None:
    """Each mistake is told."""
    call = {"text": "", "x": 1, "reply_markup": {"inline_keyboard": [[{}]]}}

    assert {
        "message text is empty",
        "chat_id: missing",
        "x: unknown",
        "reply_markup.inline_keyboard[0][0].text: missing",
        "reply_markup.inline_keyboard[0][0]: 0 actions, not 1: ",
    } == set(violations("sendMessage", call))
