"""The terminal as a chat: a pleasant one for people, JSON lines for programs."""

import json
import logging
import shlex
import sys
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from msgspec.structs import replace

from bot.chat import Incoming, Reply, Respond

Answering = Callable[[Incoming], Reply]

_log = logging.getLogger(__name__)

GREETING = "问效：项目支出绩效目标问答。直接输入问题；“你能干啥”看例子；Ctrl-D 退出。"
_COLOURS = {"answer": "", "clarify": "\x1b[33m", "not_found": "\x1b[33m", "out_of_scope": "\x1b[2m"}
_RESET = "\x1b[0m"


async def talk(respond: Respond, history: Path | None, clock: Callable[[], datetime], *, chat: str) -> None:
    """A conversation on the terminal until end of input: history, colours, choices by number."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.formatted_text import ANSI
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    session: PromptSession[str] = PromptSession(history=FileHistory(str(history)) if history else InMemoryHistory())
    print(GREETING)
    while True:
        try:
            text = await session.prompt_async(ANSI("\x1b[36m问\x1b[0m > "))
        except (EOFError, KeyboardInterrupt):
            return
        if text.strip():
            reply = await respond(Incoming(chat, "terminal", text, clock()))
            print(coloured(replace(reply, text=said(reply))))


def talk_plainly(answer: Answering, lines: Iterator[str], clock: Callable[[], datetime], *, chat: str) -> None:
    """The same where there is no terminal: a question a line in, replies out."""
    for line in lines:
        if line.strip():
            print(said(answer(Incoming(chat, "terminal", line.strip("\n"), clock()))), flush=True)


def said(reply: Reply) -> str:
    """The reply as a terminal shows it, without what steers it; it sends no files: how to get each of them."""
    lines = [f"取回：wenxiao admin original {file.sha256[:12]} -o {shlex.quote(file.name)}" for file in reply.files]
    return "\n".join(_shown(line) for line in [*reply.text.split("\n"), *lines])


def _shown(line: str) -> str:
    """The line with � for what a terminal obeys: control characters and direction marks."""
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in line)


def coloured(reply: Reply) -> str:
    """A reply for a terminal: what is no plain answer stands out, the source is dim."""
    colour = _COLOURS.get(reply.kind, "")
    lines = [
        f"\x1b[2m{line}{_RESET}" if line.startswith("来源：") else f"{colour}{line}{_RESET if colour else ''}"
        for line in reply.text.split("\n")
    ]
    return "\n".join(lines)


class NotAQuestion(ValueError):
    """A line of `chat --jsonl` that is no question; the message says what is wrong with it."""


def talk_in_json(answer: Answering, lines: Iterator[str], out: IO[str], clock: Callable[[], datetime]) -> None:
    """One JSON object a line in (`{"chat", "text"}`; optional `person`, `group`, `today`), one a line out, in order.

    What a line does wrong ends that line only: others are waiting for their replies.
    """
    for line in lines:
        if not line.strip("\ufeff \t\r\n"):
            continue
        try:
            reply = answer(read_line(line, clock)).as_json()
        except NotAQuestion as error:
            reply = _error(str(error))
        except Exception:  # noqa: BLE001  # the outermost loop: our mistake in one answer must not silence the rest
            _log.exception("chat --jsonl 有一行没有答出来")
            reply = _error("程序出错，这一问没有回答；请把问题告诉管理员。")
        out.write(json.dumps(reply, ensure_ascii=False) + "\n")
        out.flush()


def _error(message: str) -> dict[str, Any]:
    return {"kind": "error", "text": message, "facts": [], "choices": []}


def read_line(line: str, clock: Callable[[], datetime]) -> Incoming:
    """A line of JSON as a message.  Raises `NotAQuestion`."""
    try:
        said: Any = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise NotAQuestion("这一行不是 JSON 对象，没有读懂。") from error
    if not isinstance(said, dict) or not isinstance(said.get("text"), str) or not isinstance(said.get("chat"), str):
        raise NotAQuestion('每行要一个 JSON 对象：{"chat": "会话编号", "text": "问题"}')
    person = said.get("person")
    if not all(_is_plain(value) for value in (said["chat"], person) if isinstance(value, str)):
        raise NotAQuestion("会话编号和人名里有不能保存的字符。")
    return Incoming(
        chat=said["chat"],
        person=person if isinstance(person, str) else "",
        text=_readable(said["text"]),
        at=clock(),
        group=said.get("group") is True,
        today=_day(said.get("today")),
    )


def _readable(text: str) -> str:
    """The text with what no encoding knows replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _is_plain(text: str) -> bool:
    """Whether any database keeps the text: no NUL, no half of a surrogate pair."""
    return "\0" not in text and text.isprintable()


def _day(today: object) -> date | None:
    """The day that the line names, if it names one."""
    if today is None:
        return None
    try:
        return date.fromisoformat(str(today))
    except ValueError as error:
        raise NotAQuestion(f"today 要写成 2025-03-01 的样子，现在是“{today}”") from error


def is_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
