"""How far a long command is: one line on the terminal that is gone when the command ends; in pipes and logs nothing."""

import os
import shutil
import sys
import unicodedata
from types import TracebackType

from store.text import printable

_BAR = 20  # characters
_CLEAR = "\r\x1b[2K"


class ProgressLine:
    """Shows “[####----] 3/27 文件名” on stderr, where that is a terminal and nobody asked for JSON."""

    def __init__(self, *, wanted: bool = True) -> None:
        self._shown = wanted and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, number: int, of: int, name: str) -> None:
        """Number `number` of `of` begins, which is called `name`."""
        if not self._shown:
            return
        done = _BAR * (number - 1) // max(of, 1)
        room = shutil.get_terminal_size().columns - 1
        line = f"[{'#' * done}{'-' * (_BAR - done)}] {number}/{of} {printable(name)}"
        sys.stderr.write(_CLEAR + _cut(line, room))
        sys.stderr.flush()

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Takes the line away, however the command ended."""
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


def _cut(line: str, room: int) -> str:
    """As much of the line as fits into so many columns: a line that wraps cannot be taken away."""
    for place, character in enumerate(line):
        room -= 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if room < 0:
            return line[:place]
    return line
