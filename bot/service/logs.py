"""Logs: one JSON object a line for machines, plain lines on a terminal, and no secret in either.

Secrets are taken out of the finished line, whatever library wrote it and in whatever part of it: a message, a field,
a traceback.
"""

import json
import logging
import sys
from collections.abc import Iterable
from typing import IO

from pythonjsonlogger.json import JsonFormatter

from bot.language.patterns import Pattern

_HIDDEN = "***"
# What looks like a secret although nobody told us: a bot's token, and the password of an address.
_PATTERNS = (
    (Pattern(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}"), _HIDDEN),
    (Pattern(r"(://[^:/@\s]*:)[^@/\s]+@"), rf"\1{_HIDDEN}@"),
)


class Redactor:
    """Takes secrets out of a text."""

    def __init__(self, secrets: Iterable[str]) -> None:
        parts = {written for secret in secrets for part in _parts(secret) for written in (part, json.dumps(part)[1:-1])}
        self._known = sorted(parts, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """The text without them."""
        for secret in self._known:
            text = text.replace(secret, _HIDDEN)
        for pattern, instead in _PATTERNS:
            text = pattern.sub(instead, text)
        return text


def _parts(secret: str) -> list[str]:
    """A secret, and of a token the part that makes it one."""
    return [s for s in (secret, secret.partition(":")[2] if "://" not in secret else "") if len(s) > 5]


class Redacted(logging.Formatter):
    """Another formatter's lines, without secrets."""

    def __init__(self, inner: logging.Formatter, redact: Redactor) -> None:
        super().__init__()
        self._inner, self._redact = inner, redact

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        return self._redact(self._inner.format(record))


def set_up(level: str, secrets: Iterable[str], stream: IO[str] | None = None) -> None:
    """Sends all logs of the process to standard error (or `stream`)."""
    stream = stream or sys.stderr
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Redacted(_plain() if stream.isatty() else _json(), Redactor(secrets)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("httpx", "httpcore", "telegram", "uvicorn", "alembic"):  # at INFO they say much, and our token with it
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger(name).level))
    logging.captureWarnings(True)


def _plain() -> logging.Formatter:
    return logging.Formatter("%(asctime)s %(levelname)-7s %(message)s", "%H:%M:%S")


def _json() -> logging.Formatter:
    return JsonFormatter(
        "%(levelname)s%(name)s%(message)s",
        timestamp="time",
        rename_fields={"levelname": "level", "name": "logger"},
        json_ensure_ascii=False,
    )
