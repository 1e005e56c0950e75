"""Telegram as a channel: opened, fetched from, read, written to."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from bot.channels.telegram import markup, reading
from bot.channels.telegram.api import Address, Api
from bot.channels.telegram.polling import Poller
from bot.chat import ChannelDown, ChannelError, Event, Health, Inbox, Incoming, Lease, NotSendable, Outgoing, Reply

_log = logging.getLogger(__name__)

_FIRST_WAIT, _LONGEST_WAIT = 2.0, 60.0


class Telegram:
    """One bot in Telegram, by long polling."""

    name = "telegram"

    def __init__(self, api: Api, inbox: Inbox, lease: Lease) -> None:
        self._api, self._inbox, self._lease = api, inbox, lease
        self._poller: Poller | None = None  # when we know who we are
        self._opening = "还没有连上"

    async def open(self) -> None:
        """Returns when Telegram has told us who we are, however long that takes."""
        wait = _FIRST_WAIT
        while (again_in := await self._open_once(wait)) is not None:
            await asyncio.sleep(again_in)
            wait = min(wait * 2, _LONGEST_WAIT)

    async def _open_once(self, wait: float) -> float | None:
        """None when it is open, else how many seconds to wait before the next try: `wait`, or what Telegram asks for."""
        try:
            me = await self._api.start()
        except ChannelError as error:
            again_in = error.again_in if isinstance(error, ChannelDown) else None
            if str(error) != self._opening:
                _log.warning("telegram：%s", error)
            self._opening = str(error)
            return again_in.total_seconds() if again_in else wait
        self._poller = Poller(self._api.updates, self._inbox, self._lease, me.id)
        _log.info("telegram：机器人是 @%s（%s）", me.username, me.id)
        try:
            await self._api.set_menu(reading.MENU)
        except ChannelError as error:
            _log.warning("telegram：命令菜单没有更新：%s", error)
        return None

    async def receive(self) -> None:
        """Puts updates into the inbox, until cancelled."""
        assert self._poller is not None, "not open"
        await self._poller.run()

    def read(self, event: Event, at: datetime) -> Incoming | None:
        """What an update says to us."""
        return reading.read(event.raw, at, self._api.bot)

    def fitting(self, reply: Reply) -> Sequence[Reply]:
        """The reply in as many messages as it needs; the choices hang on the last with words, then come its files."""
        *first, last = markup.split(markup.laid_out(markup.cleaned(reply.text)))
        plain = replace(reply, offers=(), facts=(), more=False, files=())
        files = [replace(plain, text=markup.cleaned(file.name), files=(file,)) for file in reply.files]
        return [*(replace(plain, text=text) for text in first), replace(reply, text=last, files=()), *files]

    async def send(self, outgoing: Outgoing) -> str | None:
        """Sends one message; its number in its chat."""
        buttons = markup.buttons(outgoing.number, outgoing.reply.offers, more=outgoing.reply.more)
        to, text = _address(outgoing.chat, outgoing.answers), markup.rendered(outgoing.reply.text)
        if outgoing.reply.files and outgoing.content is None:
            text += "：原件不在库里，请告诉管理员。"
        if outgoing.content is not None:
            number = await self._api.send_file(to, outgoing.reply.text, outgoing.content)
        else:
            number = await self._api.send(to, text, buttons)
        return None if number is None else str(number)

    async def typing(self, incoming: Incoming) -> None:
        """Shows that an answer is being worked on."""
        await self._api.typing(_address(incoming.chat))

    async def seen(self, incoming: Incoming, words: str = "") -> None:
        """Ends the waiting of who pressed a button."""
        if incoming.pressed is not None:
            await self._api.seen(incoming.pressed.handle, words)

    def health(self) -> Health:
        """Whether updates are really fetched."""
        return self._poller.health() if self._poller else Health(False, self._opening)

    async def examine(self) -> Sequence[Health]:
        """Whether the token is known, and what stands in the way of long polling."""
        try:
            me, webhook = await self._api.look()
        except ChannelError as error:
            return [Health(False, str(error))]
        said = [Health(True, f"令牌有效，机器人是 @{me.username}（{me.id}）")]
        if webhook.url:
            said.append(Health(True, "设了 webhook，别的程序可能在用这个机器人；serve 启动时会取消它"))
        if webhook.pending_update_count:
            said.append(Health(True, f"有 {webhook.pending_update_count} 条消息在等着收"))
        if me.can_read_all_group_messages:
            said.append(Health(True, "群里的消息它都看得到；只答 @、回复和命令，建议向 @BotFather 发 /setprivacy 打开隐私模式"))
        return said

    async def close(self) -> None:
        """Gives connections back."""
        await self._api.close()


def _address(chat: str, answers: str | None = None) -> Address:
    """`-100123:7` is topic 7 of a group; `answers` is the message that is quoted."""
    number, _, thread = chat.partition(":")
    if not number.lstrip("-").isdigit():
        raise NotSendable(f"no chat of Telegram: {chat}")
    return Address(int(number), int(thread) if thread else None, int(answers) if answers else None)
