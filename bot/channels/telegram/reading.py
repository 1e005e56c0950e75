"""What an update says: to us or not, by whom, in which chat and topic, in plain words.

In a group we are spoken to by @, by a reply to a message of ours, or by a command; everything else is none of our business.
"""

import json
import re
from datetime import datetime

from telegram import Bot, CallbackQuery, Message, MessageEntity, Update
from telegram.constants import ChatType

from bot.channels.telegram.events import chat_of
from bot.channels.telegram.markup import pressed
from bot.chat import CHINA, Incoming

COMMANDS = {"start": "你好", "help": "帮助", "whoami": "我是谁"}
"""Commands, and what they say in words; `/ask 问题` says the question."""

MENU = (("help", "能问什么，怎么问"), ("whoami", "我的编号和权限"))

_COMMAND = re.compile(r"/([a-z][a-z0-9_]{0,31})(?:@([a-z0-9_]+))?(?![a-z0-9_@])(.*)", re.ASCII | re.IGNORECASE | re.DOTALL)
_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)


def read(raw: str, at: datetime, bot: Bot) -> Incoming | None:
    """An update as a message to us, None where it is not for us; `at` is when it came in.

    Raises whatever the library raises for an update that it cannot parse.
    """
    said = json.loads(raw)
    update = Update.de_json(said, bot)
    if update.callback_query is not None:
        return _press(update.callback_query, chat_of(said), at)
    message = update.message
    if message is None or _speaker(message) is None:
        return None
    group = message.chat.type in _GROUPS
    text = _to_us(message, bot) if group else _text(message, bot)
    if text is None:
        return None
    person = _speaker(message) or ""
    handle, at = str(message.message_id), message.date.astimezone(CHINA)
    replied = str(message.reply_to_message.message_id) if message.reply_to_message and _answers_us(message, bot) else None
    return Incoming(chat_of(said), person, text, at, group, channel="telegram", handle=handle, replied=replied)


def _press(query: CallbackQuery, chat: str, at: datetime) -> Incoming | None:
    """A pressed button.  Telegram does not say when it was pressed, so it was when it came in."""
    button = pressed(query.data, query.id)
    if button is None or query.message is None:
        return None
    group = query.message.chat.type in _GROUPS
    handle = str(query.message.message_id)
    return Incoming(
        chat, str(query.from_user.id), "", at.astimezone(CHINA), group, channel="telegram", handle=handle, pressed=button
    )


def _speaker(message: Message) -> str | None:
    """Whose words these are: a person's id; an anonymous administrator speaks as the group; other bots are not heard."""
    if message.sender_chat is not None:
        return str(message.sender_chat.id) if message.sender_chat.id == message.chat.id else None
    if message.from_user is None or message.from_user.is_bot:
        return None
    return str(message.from_user.id)


def _text(message: Message, bot: Bot) -> str | None:
    """The words of a private message; "" for a picture or a voice without any, None for what the chat itself says."""
    if not _words(message):
        return "" if message.effective_attachment else None
    return _command(message, bot) or _without_our_name(message, bot)


def _to_us(message: Message, bot: Bot) -> str | None:
    """The words of a message in a group, None where it is not to us."""
    if not any(c.isalnum() for c in _words(message)):
        return None  # a thumb up among people
    command = _command(message, bot)
    if command is not None:
        return command or None
    return _without_our_name(message, bot) if _names_us(message, bot) or _answers_us(message, bot) else None


def _command(message: Message, bot: Bot) -> str | None:
    """What a command at the beginning says, "" for another bot's, None where there is none."""
    found = _COMMAND.fullmatch(message.text or "")
    if found is None:
        return None
    name, whose, rest = found[1].lower(), found[2], found[3].strip()
    if whose and whose.lower() != bot.username.lower():
        return ""
    if name == "ask":
        return rest or COMMANDS["help"]
    return COMMANDS.get(name, "" if message.chat.type in _GROUPS else COMMANDS["help"])


def _names_us(message: Message, bot: Bot) -> bool:
    """Whether the message calls us: by @, or by a name that is linked to us."""
    linked = (*message.entities, *message.caption_entities)
    return bool(_at_us(bot).search(_words(message))) or any(e.user is not None and e.user.id == bot.id for e in linked)


def _without_our_name(message: Message, bot: Bot) -> str:
    """The words without our name; if nothing else is there, a greeting is meant."""
    named = message.parse_entities([MessageEntity.TEXT_MENTION]) if message.text else {}
    words = _at_us(bot).sub(" ", _words(message))
    for name in (name for entity, name in named.items() if entity.user is not None and entity.user.id == bot.id):
        words = words.replace(name, " ", 1)
    return words.strip().lstrip("，,：:").strip() or COMMANDS["start"]


def _words(message: Message) -> str:
    return message.text or message.caption or ""


def _at_us(bot: Bot) -> re.Pattern[str]:
    """Our name after an @.  Telegram marks it only where no letter touches it; people write “@name多少” all the same."""
    return re.compile(rf"(?<![\w.])@{re.escape(bot.username)}(?!\w)", re.ASCII | re.IGNORECASE)


def _answers_us(message: Message, bot: Bot) -> bool:
    """Whether it replies to a message of ours; in a topic every message “replies” to the one that opened the topic."""
    before = message.reply_to_message
    if before is None or before.forum_topic_created is not None or before.from_user is None:
        return False
    return before.from_user.id == bot.id
