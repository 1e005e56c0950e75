"""Logs: one JSON object a line, and no secret in any part of it."""

import io
import json
import logging
import warnings
from collections.abc import Iterator

import pytest

from bot.service import logs
from bot.service.logs import Redactor

TOKEN = "123456789:AAE-secret_of-the-bot_0123456789ab"  # noqa: S105  # opens nothing
DATABASE = "postgresql://wenxiao:p4ss%40word@db/wenxiao"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where the logs go; the root logger is as it was afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    logs.set_up("INFO", [TOKEN, DATABASE], stream)
    yield stream
    root.handlers[:], root.level = handlers, level
    logging.captureWarnings(False)


def lines(stream: io.StringIO) -> list[dict[str, str]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line(stream: io.StringIO) -> None:
    """Each line is an object with time, level, who says it and what; Chinese stands as Chinese."""
    logging.getLogger("bot.x").info("收到 %s 条", 3, extra={"chat": "telegram:1"})
    (line,) = lines(stream)

    assert ("INFO", "bot.x", "收到 3 条", "telegram:1") == (line["level"], line["logger"], line["message"], line["chat"])
    assert line["time"].startswith("20")
    assert "收到" in stream.getvalue()


def test_secrets_anywhere(stream: io.StringIO) -> None:
    """In the message, in a field, in a traceback, in a warning: they are not written."""
    log = logging.getLogger("bot.x")
    log.warning("POST https://api.telegram.org/bot%s/getMe", TOKEN, extra={"address": DATABASE})
    try:
        int(f"{DATABASE} with {TOKEN}")
    except ValueError:
        log.exception("no")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"odd: {TOKEN}", stacklevel=1)

    assert 3 == len(lines(stream))
    assert "***" in stream.getvalue()
    for secret in (TOKEN, TOKEN.partition(":")[2], "p4ss%40word"):
        assert secret not in stream.getvalue()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"bot{TOKEN}/x", "bot***/x"),
        ("bot987654321:AAHunknown_token_of_another_bot/x", "bot***/x"),
        ("socks5://user:geheim@proxy:1080 down", "socks5://user:***@proxy:1080 down"),
        ("http://127.0.0.1:8080/healthz", "http://127.0.0.1:8080/healthz"),
        ("2026-11-25 12:30:00", "2026-11-25 12:30:00"),
    ],
)
def test_what_is_taken_out(text: str, expected: str) -> None:
    """What we were told is secret, and what looks like it; nothing else."""
    assert expected == Redactor([TOKEN])(text)


def test_libraries_that_talk_too_much(stream: io.StringIO) -> None:
    """Those that log each request with its address say only what is wrong."""
    logging.getLogger("httpx").info("HTTP Request: POST …")
    logging.getLogger("httpx").warning("odd")

    assert ["odd"] == [line["message"] for line in lines(stream)]


def test_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """People get plain lines."""
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: True)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        logs.set_up("INFO", [TOKEN], stream)
        logging.getLogger("bot.x").info("在 %s", TOKEN)
    finally:
        root.handlers[:], root.level = handlers, level
        logging.captureWarnings(False)

    assert stream.getvalue().endswith("INFO    在 ***\n")
