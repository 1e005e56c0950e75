"""The methods of the Bot API that change something or tell something; each takes the state and a call that is in order."""

import time
from collections.abc import Callable
from typing import Any

from tests.botapi.limits import shown
from tests.botapi.records import Sent, Upload, buttons
from tests.botapi.refusals import NOT_MODIFIED, TOO_OLD, bad_request
from tests.botapi.state import Raw, State, referred


def get_me(state: State, params: Raw) -> Raw:
    return state.bot


def get_webhook_info(state: State, params: Raw) -> Raw:
    pending = len(state.updates.pending)
    return {"url": state.updates.webhook, "has_custom_certificate": False, "pending_update_count": pending}


def delete_webhook(state: State, params: Raw) -> bool:
    state.updates.webhook = ""
    if params.get("drop_pending_updates"):
        state.updates.drop()
    return True


def send_message(state: State, params: Raw) -> Raw:
    chat = state.reached(params["chat_id"])
    thread = params.get("message_thread_id")
    if thread is not None and (chat, thread) not in state.threads:
        raise bad_request("message thread not found")
    replied = _replied(state, chat, params.get("reply_parameters"))
    text, entities = shown(params)
    message = state.message(
        chat,
        state.sender,
        text=text,
        entities=entities or None,
        message_thread_id=thread,
        is_topic_message=True if thread is not None else None,
        reply_to_message=referred(replied) if replied else None,
        reply_markup=_keyboard(params),
    )
    _show(state, message, str(params["text"]) if params.get("parse_mode") else None)
    return message


def send_document(state: State, params: Raw) -> Raw:
    chat = state.reached(params["chat_id"])
    thread = params.get("message_thread_id")
    if thread is not None and (chat, thread) not in state.threads:
        raise bad_request("message thread not found")
    replied = _replied(state, chat, params.get("reply_parameters"))
    file = params["document"]
    if not isinstance(file, Upload):
        raise bad_request("wrong file identifier/HTTP URL specified")
    known = f"{len(state.messages)}"  # of no use to us
    message = state.message(
        chat,
        state.sender,
        document={"file_id": f"f{known}", "file_unique_id": f"u{known}", "file_name": file.name, "file_size": len(file.content)},
        message_thread_id=thread,
        is_topic_message=True if thread is not None else None,
        reply_to_message=referred(replied) if replied else None,
    )
    _show(state, message, None, file)
    return message


def _replied(state: State, chat: int, reply: Raw | None) -> Raw | None:
    if reply is None:
        return None
    found = state.messages.get((state.reached(reply.get("chat_id", chat)), reply["message_id"]))
    if found is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return found


def _keyboard(params: Raw) -> Raw | None:
    """Only an inline keyboard comes back with the message; one without buttons is none."""
    markup = params.get("reply_markup") or {}
    rows = [row for row in markup.get("inline_keyboard", []) if row]
    return {"inline_keyboard": rows} if rows else None


def _show(state: State, message: Raw, html: str | None, file: Upload | None = None) -> None:
    place = message["chat"]["id"], message["message_id"]
    seen = Sent(
        id=message["message_id"],
        chat=message["chat"]["id"],
        text=message.get("text", ""),
        html=html,
        buttons=buttons(message.get("reply_markup")),
        thread=message.get("message_thread_id"),
        reply_to=message.get("reply_to_message", {}).get("message_id"),
        at=time.monotonic(),
        file=file,
    )
    if place not in state.screen:
        state.sent.append(seen)
    state.screen[place] = seen


def send_chat_action(state: State, params: Raw) -> bool:
    state.reached(params["chat_id"])
    return True


def answer_callback_query(state: State, params: Raw) -> bool:
    if params["callback_query_id"] not in state.queries:
        raise bad_request(TOO_OLD)
    state.queries.remove(params["callback_query_id"])
    return True


def edit_message_text(state: State, params: Raw) -> Raw:
    if "rich_message" in params:
        raise bad_request("rich messages are not shown here")
    text, entities = shown(params)
    html = str(params["text"]) if params.get("parse_mode") else None
    return _edited(state, params, {"text": text, "entities": entities or None, "reply_markup": _keyboard(params)}, html)


def edit_message_reply_markup(state: State, params: Raw) -> Raw:
    return _edited(state, params, {"reply_markup": _keyboard(params)})


def _edited(state: State, params: Raw, new: Raw, html: str | None = None) -> Raw:
    chat = state.reached(params.get("chat_id"))
    message = state.messages.get((chat, params["message_id"]))
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != state.bot["id"]:
        raise bad_request("message can't be edited")
    if all(message.get(name) == value for name, value in new.items()):
        raise bad_request(NOT_MODIFIED)
    kept = {name: value for name, value in message.items() if name not in new}
    edited = {**kept, "edit_date": int(time.time()), **{name: value for name, value in new.items() if value is not None}}
    state.messages[chat, params["message_id"]] = edited
    _show(state, edited, html if "text" in new else state.screen[chat, params["message_id"]].html)
    return edited


def accept(state: State, params: Raw) -> bool:
    return True  # what was set is told by the call itself


METHODS: dict[str, Callable[[State, Raw], Any]] = {
    "answerCallbackQuery": answer_callback_query,
    "deleteWebhook": delete_webhook,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageText": edit_message_text,
    "getMe": get_me,
    "getWebhookInfo": get_webhook_info,
    "sendChatAction": send_chat_action,
    "sendDocument": send_document,
    "sendMessage": send_message,
    **dict.fromkeys(("setMyCommands", "setMyDescription", "setMyShortDescription"), accept),
}
