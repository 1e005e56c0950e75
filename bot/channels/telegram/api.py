"""The door of python-telegram-bot: requests to the Bot API, and its errors in our words.

Updates are fetched raw, as the JSON that Telegram sent: an update that the library cannot parse must not stop the others,
and Telegram is always some months ahead of the library.
"""

import asyncio
import json
import logging
import os
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode

from msgspec import Struct
from telegram import Bot, BotCommand, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters, User, WebhookInfo
from telegram.constants import ChatAction, ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest

from bot.chat import ChannelDown, ChatClosed, NotSendable

logging.getLogger("telegram").setLevel(logging.CRITICAL)  # what it would say we say, once and in our words
logging.getLogger("httpx").setLevel(logging.WARNING)  # at INFO it writes the token with every request

ALLOWED_UPDATES = ("message", "callback_query")

_CONNECT, _READ, _POLL_MARGIN = 10.0, 30.0, 15.0  # seconds
_FILE = 180.0  # seconds, for the slow line of a county with a file of some megabytes
_SENDS_AT_ONCE = 16
_SHORTEST_WAIT, _LONGEST_WAIT = timedelta(seconds=1), timedelta(hours=1)
# Errors of httpx, the library's library, that come before anything was sent.
_BEFORE_SENDING = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
_NO_PROXY = "请检查网络；要走代理的设 WENXIAO_TELEGRAM_PROXY，自建服务器核对 WENXIAO_TELEGRAM_API_URL"
_STRANGE = "回答不是 Bot API 的格式，中间可能有代理或登录页"
_log = logging.getLogger(__name__)


class Address(Struct, frozen=True):
    """Where a message goes: the chat, the topic in it, and the message that it answers."""

    chat: int
    thread: int | None = None
    answers: int | None = None


class ChannelContested(ChannelDown):
    """Another program fetches with our token."""


class Api:
    """The Bot API with one bot's token."""

    def __init__(self, token: str, root: str, proxy: str | None = None) -> None:
        os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's coming way to give times, without its warning
        root = root.rstrip("/")
        request = partial(
            HTTPXRequest, proxy=proxy, connect_timeout=_CONNECT, read_timeout=_READ, write_timeout=_READ, pool_timeout=_READ
        )
        self._polling = request(connection_pool_size=1)
        sending = request(connection_pool_size=_SENDS_AT_ONCE)
        self.bot = Bot(
            token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot", request=sending, get_updates_request=self._polling
        )
        self._updates_url = f"{root}/bot{token}/getUpdates"
        secret = re.compile(rf"({token.partition(':')[0]}\W{{1,5}})?{re.escape(token.partition(':')[2])}", re.IGNORECASE)
        self._translated = partial(_translated, "请检查代理 WENXIAO_TELEGRAM_PROXY" if proxy else _NO_PROXY, secret)

    async def start(self) -> User:
        """Who we are.  A webhook that somebody set is taken away: with one, nothing can be fetched.  Raises `ChannelDown`."""
        async with self._translated():
            await self.bot.initialize()
            await self.bot.delete_webhook(drop_pending_updates=False)
            return self.bot.bot

    async def look(self) -> tuple[User, WebhookInfo]:
        """Who we are, and whether a webhook is set; changes nothing.  Raises `ChannelError`s."""
        async with self._translated():
            await self.bot.initialize()
            return self.bot.bot, await self.bot.get_webhook_info()

    async def close(self) -> None:
        """Gives connections back."""
        await self.bot.shutdown()

    async def updates(self, offset: int | None, wait: timedelta) -> list[Any]:
        """What came in since `offset`, which confirms everything before it; waits so long for something.

        Raises `ChannelDown`.
        """
        asked: dict[str, Any] = {"timeout": int(wait.total_seconds()), "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if offset is not None:
            asked["offset"] = offset
        url, patience = f"{self._updates_url}?{urlencode(asked)}", wait.total_seconds() + _POLL_MARGIN
        async with self._translated(patience=patience + _POLL_MARGIN):
            got = await self._polling.post(url, read_timeout=patience)
        if not isinstance(got, list):
            raise ChannelDown(_STRANGE)
        return got

    async def send(self, to: Address, text: str, buttons: InlineKeyboardMarkup | None) -> int | None:
        """Sends HTML; the message's number in its chat.  A group that became a supergroup is followed.

        Raises `ChannelError`s.
        """
        return await self._delivered(to, lambda there: self._send(there, text, buttons))

    async def send_file(self, to: Address, name: str, content: bytes) -> int | None:
        """Sends a file under its name; the message's number in its chat.  Raises `ChannelError`s.

        A bot may send up to 50 MB (https://core.telegram.org/bots/api#senddocument), more than any document that is loaded.
        """
        return await self._delivered(to, lambda there: self._send_file(there, name, content), patience=_FILE)

    async def _delivered(
        self, to: Address, deliver: Callable[[Address], Awaitable[int]], patience: float = 2 * _READ
    ) -> int | None:
        async with self._translated(patience=patience):
            try:
                return await deliver(to)
            except ChatMigrated as moved:
                return await deliver(Address(moved.new_chat_id, to.thread))
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                if error.args == ("result",):
                    raise  # the answer holds no result: it was not the Bot API that answered
                # Telegram has taken it, and told us so in a way that the library does not know yet: it must not go twice.
                _log.warning("telegram：消息已发出，但回执读不懂：%r", error)
                return None

    async def _send_file(self, to: Address, name: str, content: bytes) -> int:
        sent = await self.bot.send_document(
            to.chat,
            content,
            filename=name,
            disable_content_type_detection=True,
            message_thread_id=to.thread,
            reply_parameters=_quoted(to),
            read_timeout=_FILE,
            write_timeout=_FILE,
        )
        return sent.message_id

    async def _send(self, to: Address, text: str, buttons: InlineKeyboardMarkup | None) -> int:
        sent = await self.bot.send_message(
            to.chat,
            text,
            parse_mode=ParseMode.HTML,
            message_thread_id=to.thread,
            reply_parameters=_quoted(to),
            reply_markup=buttons,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return sent.message_id

    async def typing(self, to: Address) -> None:
        """Shows “typing” for some five seconds.  Raises `ChannelError`s."""
        async with self._translated():
            await self.bot.send_chat_action(to.chat, ChatAction.TYPING, message_thread_id=to.thread)

    async def seen(self, press: str, words: str) -> None:
        """Ends the waiting on a button, with a few words if there are any.  Raises `ChannelError`s."""
        async with self._translated():
            await self.bot.answer_callback_query(press, text=words or None)

    async def set_menu(self, commands: Sequence[tuple[str, str]]) -> None:
        """The commands that the app offers, each with what it does.  Raises `ChannelError`s."""
        async with self._translated():
            await self.bot.set_my_commands([BotCommand(name, does) for name, does in commands])


def _quoted(to: Address) -> ReplyParameters | None:
    return ReplyParameters(to.answers, allow_sending_without_reply=True) if to.answers else None


@asynccontextmanager
async def _translated(advice: str, secret: re.Pattern[str], patience: float = 2 * _READ) -> AsyncIterator[None]:
    """The library's errors as ours, and an end in any case: its own time-outs begin anew with every byte that comes.

    `advice` is what to look at where nothing can be reached, `secret` what nobody may see.  Whether a time-out was before or after sending nobody knows: it counts as not sent.
    """
    try:
        async with asyncio.timeout(patience):
            yield
    except RetryAfter as error:
        wait = error.retry_after
        seconds = wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
        seconds = min(max(seconds, _SHORTEST_WAIT), _LONGEST_WAIT)  # whatever a proxy makes of it
        raise ChannelDown(f"发得太快，要等 {seconds.total_seconds():g} 秒（429）", seconds) from error
    except Conflict as error:
        raise ChannelContested(_conflict(str(error))) from error
    except InvalidToken as error:
        raise ChannelDown("令牌不对或已作废（401、404）：请核对 WENXIAO_TELEGRAM_TOKEN；也可能是代理的错误页") from error
    except (Forbidden, BadRequest) as error:
        if isinstance(error.__cause__, TelegramError):  # a page, no JSON: it was not Telegram that refused
            raise ChannelDown(_STRANGE) from error
        raise _refused(error, secret) from error
    except (TimedOut, TimeoutError) as error:
        unsent = type(error.__cause__).__name__ in _BEFORE_SENDING
        raise ChannelDown(f"Telegram 没有在时限内回答，{advice}", surely_not_sent=unsent) from error
    except NetworkError as error:
        unsent = type(error.__cause__).__name__ in _BEFORE_SENDING
        raise ChannelDown(_unreachable(error, advice), surely_not_sent=unsent) from error
    except TelegramError as error:
        raise ChannelDown(_STRANGE, surely_not_sent=False) from error
    except (
        AttributeError,
        KeyError,
        OverflowError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:  # JSON, but not the Bot API's
        raise ChannelDown(_STRANGE, surely_not_sent=False) from error


def _unreachable(error: NetworkError, advice: str) -> str:
    status = re.search(r"\((\d{3})\)", error.message)  # what the library says of an answer without JSON
    if status:
        return f"Telegram 或中间的代理出错（HTTP {status[1]}）"
    return f"连不上 Telegram：{advice}" if error.message.startswith("httpx.Connect") else f"和 Telegram 的连接断了，{advice}"


def _refused(error: TelegramError, secret: re.Pattern[str]) -> ChatClosed | NotSendable:
    closed = isinstance(error, Forbidden) or "chat not found" in error.message.lower()
    said = secret.sub("***", " ".join(error.message.split()))  # a proxy may echo our address
    said = "".join(c for c in said if c.isprintable())
    return (ChatClosed if closed else NotSendable)(said[:200])


def _conflict(said: str) -> str:
    if "webhook" in said.lower():
        return "这个机器人设了 webhook，取不到消息（409）：重启本程序会取消它，或者换一个令牌"
    return "另一个程序正在用同一个令牌收消息（409）：一个机器人只能由一个程序收，请停掉另一个，或换一个令牌"
