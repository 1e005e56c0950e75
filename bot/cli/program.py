"""All commands, and how they run: what is said in UTF-8, and mistakes in one line."""

import sys

from bot.cli import administering, asking, documents, findings, loads, nicknaming, running
from bot.cli.base import cli
from bot.cli.mistakes import guarded

__all__ = ["administering", "asking", "cli", "documents", "findings", "loads", "nicknaming", "run", "running"]


@guarded
def run() -> None:
    """Runs the command that was typed, and ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a text stream, whatever the locale
    raise SystemExit(cli(standalone_mode=False) or 0)
