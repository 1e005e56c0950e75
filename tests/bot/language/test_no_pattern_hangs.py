"""No pattern of the bot takes long over words that are said again and again (“快快快快…一共多少”)."""

import importlib
import re
import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from scripts.make_marks import modules, patterns_of

_SECONDS = 2.0  # of this process alone, so that a busy machine fails nothing
_TIMES = 60
_LONGEST = 120  # characters: the length at which a reading twice as long for each further word would never end
_HEADS = ("5万", "是市")  # what many patterns must begin with: an amount, a level
_ENDINGS = ("的路灯", ",一共多少")
_RUN = re.compile(r"[\u4e00-\u9fff]+")


class _TooLongError(Exception):
    """Raised in whatever runs when its time is up."""


def _said_again(pattern: str) -> Iterator[str]:
    """The pattern's own words and characters over and over, also after a word of it and in turn with another one."""
    runs = list(dict.fromkeys(_RUN.findall(pattern)))
    said = list(dict.fromkeys([*runs, *(run[:-1] for run in runs if len(run) > 1), *"".join(runs)]))
    for at, word in enumerate(said):
        other = said[(at + 1) % len(said)]
        for again in (word * _TIMES, other + word * _TIMES, *(head + word * _TIMES for head in _HEADS), (word + other) * _TIMES):
            for ending in _ENDINGS:
                yield again[:_LONGEST] + ending


def _up(_signal: int, _frame: FrameType | None) -> None:
    raise _TooLongError


@pytest.mark.parametrize("module", modules())
def test_no_pattern_hangs(module: str) -> None:
    """Each pattern is through with each such sentence within the time that nobody notices."""
    hang: dict[str, str] = {}
    before = signal.signal(signal.SIGVTALRM, _up)
    try:
        for name, pattern in patterns_of(importlib.import_module(module)):
            for said in _said_again(pattern.pattern):
                signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
                try:
                    for _ in pattern.compiled.finditer(said):
                        pass
                except _TooLongError:
                    hang[name] = said
                    break
                finally:
                    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.signal(signal.SIGVTALRM, before)
    assert not hang
