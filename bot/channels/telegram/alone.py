"""Imports python-telegram-bot without what it takes along where that is installed: 10 MB which nobody here uses."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

_EXTRAS = ("cryptography", "rich")  # for Telegram's passports, and for the command line of httpx


@contextmanager
def _without(names: Sequence[str]) -> Iterator[None]:
    """Within it these libraries look as if they were not installed, except where somebody uses them already."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None, as Python's documentation has it
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


with _without(_EXTRAS):
    import telegram
    import telegram.request

__all__ = ["telegram"]
