"""All commands, and how they run: what is said in UTF-8, and mistakes in one line."""

import sys
from collections.abc import Sequence
from importlib import import_module

from bot.cli.base import cli
from bot.cli.mistakes import guarded

ROOMS = ("administering", "asking", "documents", "findings", "loads", "nicknaming", "running")
"""The files of commands, in the order of the help text."""

_BY_THEMSELVES = {"ask": "asking", "chat": "asking", "explain": "asking", "serve": "running"}
"""What is waited for: of these the other files are not imported, with all that they need."""


def commands(typed: Sequence[str] = ()) -> None:
    """Makes the typed command known, or all of them where it is not one of those that stand by themselves."""
    for room in (_BY_THEMSELVES[typed[0]],) if typed and typed[0] in _BY_THEMSELVES else ROOMS:
        import_module(f"bot.cli.{room}")


@guarded
def run() -> None:
    """Runs the command that was typed, and ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a text stream, whatever the locale
    commands(sys.argv[1:])
    raise SystemExit(cli(standalone_mode=False) or 0)
