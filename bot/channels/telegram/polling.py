"""Fetches updates by long polling: kept first, confirmed after; recovers from whatever may happen, and tells how it is."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any

from bot.channels.telegram.api import ChannelContested
from bot.channels.telegram.events import event_of, is_numbered
from bot.chat import ChannelDown, ChannelError, Health, Inbox, Lease, NotKept

_log = logging.getLogger(__name__)

Fetch = Callable[[int | None, timedelta], Awaitable[list[Any]]]

WAIT = timedelta(seconds=30)
_DEAF_AFTER = 3 * WAIT.total_seconds()
_CONTESTED_FOR = 60.0  # seconds
_STANDBY = 2.0  # seconds between two looks whether the other process is still there
_FIRST_WAIT, _FACTOR, _LONGEST_WAIT = 1.0, 1.5, 30.0


class Poller:
    """Fetches for one bot.  It is healthy only while updates are really fetched, or another process has the right to."""

    def __init__(self, fetch: Fetch, inbox: Inbox, lease: Lease, bot: int) -> None:
        self._fetch, self._inbox, self._lease, self._bot = fetch, inbox, lease, bot
        self._contested_at: float | None = None
        self._offset: int | None = None
        self._fetched_at: float | None = None
        self._wait = _FIRST_WAIT
        self._works = False
        self._said = "还没有取到过消息"

    async def run(self) -> None:
        """Fetches until cancelled."""
        while True:
            wait = await self._step()
            await asyncio.sleep(wait)

    async def _step(self) -> float:
        """One fetch; how many seconds to wait before the next."""
        try:
            if not await self._lease.take(f"telegram:{self._bot}"):
                self._fetched_at = time.monotonic()
                self._say("另一个进程在收消息，本进程待命")
                return _STANDBY
            # As long as we do not know that it works we ask for an answer at once.
            updates = await self._fetch(self._offset, WAIT if self._works else timedelta(0))
            await self._keep(updates)
        except ChannelContested as contested:
            self._contested_at = time.monotonic()
            return self._trouble(str(contested), contested.again_in)
        except ChannelDown as down:
            return self._trouble(str(down), down.again_in)
        except NotKept as error:
            self._fetched_at = None  # what cannot be kept is not received
            return self._trouble(f"消息存不下，没有向 Telegram 确认：{error}", None)
        except ChannelError as refused:
            return self._trouble(f"Telegram 不给收消息：{refused}", None)
        except Exception as error:  # noqa: BLE001  # a process that lives and does not listen is worse than any other mistake
            _log.exception("telegram：收消息时程序出错")
            return self._trouble(f"程序出错：{error!r}", None)
        self._fetched_at, self._wait, self._works = time.monotonic(), _FIRST_WAIT, True
        if not self._contested():
            self._say("正在收消息")
        return 0.0

    async def _keep(self, updates: Sequence[Any]) -> None:
        """Keeps what was fetched; only then the offset moves, which confirms it at the next fetch."""
        numbered = [update for update in updates if is_numbered(update)]
        if len(numbered) < len(updates):
            _log.error("telegram：%s 条消息没有编号，跳过", len(updates) - len(numbered))
        if numbered:
            await self._inbox.keep([event_of(update, self._bot) for update in numbered])
            self._offset = max(update["update_id"] for update in numbered) + 1
        elif updates:
            raise ChannelDown("取到的消息都没有编号")

    def _trouble(self, said: str, again_in: timedelta | None) -> float:
        self._works = False
        self._say(said)
        if again_in is not None:
            return again_in.total_seconds()
        wait, self._wait = self._wait, min(self._wait * _FACTOR, _LONGEST_WAIT)
        return wait

    def _say(self, said: str) -> None:
        """Logs once a change of state."""
        if said != self._said:
            self._said = said
            _log.log(logging.INFO if self._works else logging.WARNING, "telegram：%s", said)

    def _contested(self) -> bool:
        """Whether another program fetched with our token a short while ago: then each of us gets only some of the messages."""
        return self._contested_at is not None and time.monotonic() - self._contested_at < _CONTESTED_FOR

    def health(self) -> Health:
        """Whether something was fetched within three polls, and by nobody else."""
        since = None if self._fetched_at is None else time.monotonic() - self._fetched_at
        return Health(since is not None and since < _DEAF_AFTER and not self._contested(), self._said)
