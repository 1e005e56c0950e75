"""The terminal as a chat: a pleasant one for people, JSON lines for programs."""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from bot.chat import Incoming, Reply, Respond

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
            print(coloured(reply))


async def talk_plainly(respond: Respond, lines: Iterator[str], clock: Callable[[], datetime], *, chat: str) -> None:
    """The same where there is no terminal: a question a line in, replies out."""
    for line in lines:
        if line.strip():
            print((await respond(Incoming(chat, "terminal", line.strip("\n"), clock()))).text, flush=True)


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


async def talk_in_json(respond: Respond, lines: Iterator[str], out: IO[str], clock: Callable[[], datetime]) -> None:
    """One JSON object a line in (`{"chat", "text"}`; optional `person`, `group`, `today`), one a line out, in order."""
    for line in lines:
        if not line.strip():
            continue
        try:
            reply = (await respond(read_line(line, clock))).as_json()
        except NotAQuestion as error:
            reply = {"kind": "error", "text": str(error), "facts": [], "choices": []}
        out.write(json.dumps(reply, ensure_ascii=False) + "\n")
        out.flush()


def read_line(line: str, clock: Callable[[], datetime]) -> Incoming:
    """A line of JSON as a message.  Raises `NotAQuestion`."""
    try:
        said: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise NotAQuestion(f"这一行不是 JSON：{error.msg}（第 {error.colno} 个字符）") from error
    if not isinstance(said, dict) or not isinstance(said.get("text"), str) or not isinstance(said.get("chat"), str):
        raise NotAQuestion('每行要一个 JSON 对象：{"chat": "会话编号", "text": "问题"}')
    person = said.get("person")
    return Incoming(
        said["chat"],
        person if isinstance(person, str) else "",
        said["text"],
        _at(said.get("today"), clock),
        said.get("group") is True,
    )


def _at(today: object, clock: Callable[[], datetime]) -> datetime:
    """Now; on the day that the line names, if it names one."""
    now = clock()
    if today is None:
        return now
    try:
        day = date.fromisoformat(str(today))
    except ValueError as error:
        raise NotAQuestion(f"today 要写成 2025-03-01 的样子，现在是“{today}”") from error
    return now.replace(year=day.year, month=day.month, day=day.day)


def is_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
