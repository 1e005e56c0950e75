"""`wenxiao`: the command line.  Each file has the commands of one subject."""

import sys

from bot.cli import administering, asking, documents, findings, loads, running
from bot.cli.base import cli
from bot.cli.mistakes import guarded

__all__ = ["administering", "asking", "cli", "documents", "findings", "loads", "main", "running"]


@guarded
def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a text stream, whatever the locale
    raise SystemExit(cli(standalone_mode=False) or 0)
