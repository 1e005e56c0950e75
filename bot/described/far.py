"""Project names that words far from theirs may mean (“给老人送饭的钱”: 居家助餐补贴), by the optional extra `meaning`.

They are only ever offered, never answered: docs/performance.md says on what data that was decided.
"""

import atexit
import logging
import os
import sys
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from store.names import embedding
from store.names.senses import Near, Senses, load, made, save

_log = logging.getLogger(__name__)

MOST = 3  # names that are offered
LIKE = 0.87  # the least likeness of the nearest name where any is offered: docs/performance.md
_WITHIN = 0.03  # of the nearest: others so near are offered with it
_AT_ONCE = 300  # names that a question waits for, once: five seconds
_BEFORE_KEEPING = 2_000  # names after which what was made is kept, should the machine go down


def offered(found: Sequence[Near], least: float = LIKE) -> list[Near]:
    """Of the nearest names those that are offered: the first where it is near enough, and what is about as near."""
    if not found or found[0].likeness < least:
        return []
    return [near for near in found if near.likeness >= found[0].likeness - _WITHIN]


class FarNames:
    """What the names of the projects mean, for the newest state of the store that was asked about; one for a process."""

    def __init__(self, file: Path | None = None) -> None:
        """`file` is where what was made waits for the next start."""
        self._file = file
        self._senses = Senses.none()
        self._asked: frozenset[str] = frozenset()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._ending = threading.Event()

    def near(self, text: str, projects: frozenset[str], among: Iterable[str] | None = None) -> list[Near]:
        """The projects that the text may mean, the nearest first; none while it is not known what all of them mean."""
        senses = self.of(projects) if embedding.is_there() else None
        return offered(senses.near(embedding.of_phrase(text), MOST, among=among)) if senses else []

    def of(self, projects: frozenset[str], at_once: int = _AT_ONCE) -> Senses | None:
        """What these names mean.

        So many that are new are looked at now.  More are in the background, and until all are known there is None: of some of the
        names the nearest may be another than of all.
        """
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                return None
            if projects is self._asked and len(projects) == len(self._senses.names):
                return self._senses
            self._asked = projects
            known = self._known(projects)
            new = projects.difference(known.names)
            if len(new) <= at_once:
                self._learn(known, new)
                return self._senses
            self._senses = known
            self._thread = threading.Thread(target=self._learn_quietly, args=(known, new), name="far-names", daemon=True)
            atexit.register(self.end)
            self._thread.start()
            return None

    def end(self) -> None:
        """Stops what runs in the background: the model must not go away under it."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()

    def _known(self, projects: frozenset[str]) -> Senses:
        """What is known of these names already: here, or by whoever kept it."""
        own = self._senses.only(projects)
        if self._file is None or len(own.names) == len(projects):
            return own
        return own.joined([load(self._file).only(projects.difference(own.names))])

    def _learn_quietly(self, known: Senses, new: frozenset[str]) -> None:
        """The same in the background, after whatever else the machine has to do."""
        if sys.platform == "linux":
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
        self._learn(known, new)

    def _learn(self, known: Senses, new: frozenset[str]) -> None:
        parts: list[Senses] = []
        for part in made(new, embedding.of_names):
            parts.append(part)
            if self._ending.is_set():
                break
            if sum(len(one.names) for one in parts) >= _BEFORE_KEEPING:
                known, parts = known.joined(parts), []
                self._keep(known)
        self._senses = known.joined(parts)
        if new:
            self._keep(self._senses)

    def _keep(self, senses: Senses) -> None:
        if self._file is None:
            return
        try:
            save(self._file, senses)
        except OSError as error:
            _log.warning("名称含义的文件没有写成，下次启动会重新建立：%s：%s", self._file, error)
