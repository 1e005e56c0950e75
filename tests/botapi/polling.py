"""The queue of updates, with the rules of getUpdates: confirmation, redelivery, one poller at a time."""

import asyncio
import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from tests.botapi.refusals import CONFLICT_POLLERS, CONFLICT_WEBHOOK, Refusal

FIRST_UPDATE = 700_000_001
BY_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

Update = dict[str, Any]


class _Turn:
    """One getUpdates that waits; another thread may wake it, a younger one ends it."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.woken = asyncio.Event()
        self.ended = False

    def wake(self) -> None:
        with suppress(RuntimeError):  # the loop ended with the server
            self.loop.call_soon_threadsafe(self.woken.set)


class Updates:
    """What waits for the bot; redelivered until an offset confirms it."""

    def __init__(self, lock: threading.RLock) -> None:
        self.confirmed = 0
        self.allowed: frozenset[str] = frozenset()  # none: all but those that come by request only
        self.webhook = ""
        self.withheld: list[Update] = []
        self.history: dict[int, Update] = {}
        self._lock = lock
        self._pending: list[Update] = []
        self._next = FIRST_UPDATE
        self._turn: _Turn | None = None

    def push(self, update: Update) -> int:
        """Queues an update and gives its id; a kind that the bot did not ask for is withheld, as Telegram does."""
        with self._lock:
            number = update.get("update_id")
            if not isinstance(number, int):
                number = self._next
                update = {"update_id": number, **update}
            self._next = max(self._next, number + 1)
            self.history[number] = update
            if not self._wanted(update):
                self.withheld.append(update)
                return number
            self._pending.append(update)
            self._pending.sort(key=lambda u: u["update_id"])
            if self._turn:
                self._turn.wake()
            return number

    def _wanted(self, update: Update) -> bool:
        kinds = set(update) - {"update_id"}
        return not kinds & BY_REQUEST_ONLY if not self.allowed else not kinds or bool(kinds & self.allowed)

    @property
    def pending(self) -> list[Update]:
        """What is not confirmed yet."""
        with self._lock:
            return list(self._pending)

    @property
    def polling(self) -> bool:
        """Whether a getUpdates waits right now."""
        with self._lock:
            return self._turn is not None

    def drop(self) -> None:
        """Forgets what waits."""
        with self._lock:
            self._pending.clear()

    def end(self) -> None:
        """Ends the getUpdates that waits."""
        with self._lock:
            if self._turn:
                self._turn.ended = True
                self._turn.wake()

    async def get(
        self,
        offset: int = 0,
        limit: int = 100,
        timeout: float = 0,  # noqa: ASYNC109  # the API's own word
        allowed_updates: Iterable[str] | None = None,
    ) -> list[Update]:
        """The first updates from `offset` on; waits up to `timeout` seconds for one."""
        turn = self._begin(offset, allowed_updates)
        deadline = turn.loop.time() + timeout
        try:
            while not turn.ended:
                turn.woken.clear()
                found = self.pending[:limit]
                left = deadline - turn.loop.time()
                if found or left <= 0:
                    return found
                with suppress(TimeoutError):
                    await asyncio.wait_for(turn.woken.wait(), left)
        finally:
            with self._lock:
                if self._turn is turn:
                    self._turn = None
        raise Refusal(409, CONFLICT_POLLERS)

    def _begin(self, offset: int, allowed: Iterable[str] | None) -> _Turn:
        with self._lock:
            if self.webhook:
                raise Refusal(409, CONFLICT_WEBHOOK)
            if allowed is not None:
                self.allowed = frozenset(allowed)
            self._confirm(offset)
            self.end()
            self._turn = _Turn()
            return self._turn

    def _confirm(self, offset: int) -> None:
        count = len(self._pending)
        kept = self._pending[max(0, count + offset) :] if offset < 0 else [u for u in self._pending if u["update_id"] >= offset]
        done = self._pending[: count - len(kept)]
        self.confirmed = max([self.confirmed, *(u["update_id"] for u in done)])
        self._pending = kept
