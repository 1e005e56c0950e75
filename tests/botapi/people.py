"""People in chats: what they write and press, as the updates that Telegram makes of it."""

import re
import time
from datetime import datetime
from itertools import count
from typing import Any

from tests.botapi.records import Sent
from tests.botapi.shaping import utf16
from tests.botapi.state import SUPERGROUPS_BELOW, Raw, State, referred

PERSON = 11
GROUP = -1_001_000_000_011

# tdlib's match_bot_commands and match_mentions.
COMMAND = re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32}|(?!@))(?![\w/<>])")
MENTION = re.compile(r"(?<!\w)@[a-zA-Z0-9_]{4,32}(?!\w)")


class People:
    """The people's side of the fake; each act gives the id of its update."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._queries = count(4_382_000_000_000_000_001)

    def says(  # noqa: PLR0913  # all but the first two by name, and mostly left out
        self,
        text: str,
        person: int = PERSON,
        chat: int | None = None,
        *,
        first_name: str = "王",
        thread: int | None = None,
        reply_to: int | Sent | None = None,
        entities: list[Raw] | None = None,
        group: bool = False,
        group_title: str = "预算科",
        date: int | datetime | None = None,
    ) -> int:
        """Somebody writes: to the bot, or in a group (`group`, or a negative `chat`); a `thread` makes the group a forum."""
        chat = chat if chat is not None else GROUP if group else person
        sender = _user(person, first_name)
        with self._state.lock:
            self._meet(chat, sender, group_title, forum=thread is not None)
            replied = self._known(chat, reply_to)
            message = self._state.message(
                chat,
                sender,
                text,
                entities=(entities if entities is not None else found_entities(text)) or None,
                **self._place(chat, thread, replied),
                reply_to_message=referred(replied) if replied else None,
            )
            if date is not None:
                message["date"] = int(date.timestamp()) if isinstance(date, datetime) else date
            return self.push({"message": message})

    def presses(
        self, message: Sent, button: str | int, person: int = PERSON, *, first_name: str = "王", late: bool = False
    ) -> int:
        """Somebody presses a button as it is now, by its label or number; `late`: it can't be answered any more."""
        with self._state.lock:
            seen = self._state.screen[message.chat, message.id]
            by_label = [data for label, data in seen.buttons if label == button]
            by_number = [data for _, data in seen.buttons][button : button + 1] if isinstance(button, int) else []
            data = [d for d in (*by_label, *by_number) if d is not None]
            assert data, f"{button!r} is no button that can be pressed; there are: {list(seen.buttons)}"
            query = str(next(self._queries))
            if not late:
                self._state.queries.add(query)
            raw = {
                "id": query,
                "from": _user(person, first_name),
                "message": self._state.messages[message.chat, message.id],
                "chat_instance": str(7_000_000_000_000 + abs(message.chat)),
                "data": data[0],
            }
            return self.push({"callback_query": raw})

    def deletes(self, message: int | Sent, chat: int = PERSON) -> None:
        """Somebody deletes a message, theirs or the bot's: one can no longer reply to it or edit it. Bots are not told."""
        place = (message.chat, message.id) if isinstance(message, Sent) else (chat, message)
        with self._state.lock:
            del self._state.messages[place]
            self._state.screen.pop(place, None)

    def push(self, update: Any) -> int:
        """Any raw update, a broken one too; it gets an id if it has none."""
        return self._state.updates.push(update)

    def update(self, number: int) -> Raw:
        """An update that was queued once."""
        with self._state.lock:
            return self._state.updates.history[number]

    def block(self, chat: int = PERSON, *, tell: bool = False) -> None:
        """Somebody blocks the bot, or a group puts it out: sending is refused with 403; `tell` makes the update of it."""
        self._state.blocked.add(chat)
        if tell:
            self._tell(chat, "member", "kicked")

    def unblock(self, chat: int = PERSON, *, tell: bool = False) -> None:
        """The bot may send there again."""
        self._state.blocked.discard(chat)
        if tell:
            self._tell(chat, "kicked", "member")

    def _tell(self, chat: int, old: str, new: str) -> None:
        def member(status: str) -> Raw:
            return {"user": self._state.sender, "status": status, **({"until_date": 0} if status == "kicked" else {})}

        known = self._state.chats[chat]
        told = {"chat": known, "from": _user(chat if chat > 0 else PERSON, "王"), "date": int(time.time())}
        self.push({"my_chat_member": {**told, "old_chat_member": member(old), "new_chat_member": member(new)}})

    def _meet(self, chat: int, sender: Raw, title: str, *, forum: bool) -> None:
        """From now on the bot may write in this chat."""
        if chat > 0:
            self._state.chats[chat] = {"id": chat, "first_name": sender["first_name"], "type": "private"}
            return
        known = self._state.chats.get(chat, {})
        kind = "supergroup" if chat < SUPERGROUPS_BELOW else "group"
        topics = {"is_forum": True} if forum or known.get("is_forum") else {}
        self._state.chats[chat] = {"id": chat, "title": title, **topics, "type": kind}

    def _known(self, chat: int, reply_to: int | Sent | None) -> Raw | None:
        if reply_to is None:
            return None
        number = reply_to.id if isinstance(reply_to, Sent) else reply_to
        assert (chat, number) in self._state.messages, f"there is no message {number} in chat {chat}"
        return self._state.messages[chat, number]

    def _place(self, chat: int, thread: int | None, replied: Raw | None) -> Raw:
        """The topic of a forum; in another supergroup a reply is in the thread of its first message, which is no topic."""
        if thread is not None:
            self._state.threads.add((chat, thread))
            return {"message_thread_id": thread, "is_topic_message": True}
        if replied and chat < SUPERGROUPS_BELOW and "is_forum" not in self._state.chats[chat]:
            return {"message_thread_id": replied.get("message_thread_id", replied["message_id"])}
        return {}


def _user(person: int, first_name: str) -> Raw:
    return {"id": person, "is_bot": False, "first_name": first_name, "language_code": "zh-hans"}


def found_entities(text: str) -> list[Raw]:
    """The commands and mentions that Telegram sees in a text: none that touches a letter, and 汉字 are letters, too."""
    found = [(f.start(), f.end(), "bot_command") for f in COMMAND.finditer(text)]
    found += [(f.start(), f.end(), "mention") for f in MENTION.finditer(text)]
    return [{"type": kind, "offset": utf16(text[:start]), "length": utf16(text[start:end])} for start, end, kind in sorted(found)]
