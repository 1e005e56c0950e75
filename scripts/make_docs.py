"""Writes into README and docs/ what the program itself knows: lists, examples and dialogues.

    python scripts/make_docs.py

Three kinds of places are filled; everything else is left as it stands.
A block between `<!-- made: NAME -->` and `<!-- end -->` becomes the list of that name.
A `console` block keeps its lines `$ wenxiao …`, and each is followed by what it prints; a page begins with an empty store.
A `text` block that begins with `> ` keeps its questions, and each is followed by the reply, in one conversation.
A test does the same and compares, so that the documents say what the program does.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
BUNDLED = ROOT / "seed" / "data"
PROGRAM = (sys.executable, "-c", "from bot.cli import main; main()")
NOON = datetime(2024, 6, 30, 12, tzinfo=UTC)  # “today” in dialogues
_LIST = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_BLOCK = re.compile(r"(^```(console|text)\n)(.*?)(^```$)", re.DOTALL | re.MULTILINE)


def pages() -> list[Path]:
    """The pages that are filled."""
    return [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]


def filled(text: str) -> str:
    """The page with its lists, examples and dialogues as they are today."""
    with tempfile.TemporaryDirectory() as data:

        def block(match: re.Match[str]) -> str:
            opening, kind, body, closing = match.groups()
            if kind == "console":
                return opening + _examples(body, Path(data)) + closing
            return opening + (_dialogue(body) if body.startswith("> ") else body) + closing

        text = _LIST.sub(lambda match: f"{match[1]}\n{LISTS[match[2]]()}\n{match[3]}", text)
        return _BLOCK.sub(block, text)


def _examples(body: str, data: Path) -> str:
    commands = [line for line in body.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{line}\n{_printed(line[2:], data)}" for line in commands)


def _printed(command: str, data: Path) -> str:
    """What a command line prints, run from the clone's folder with its own data; a failure prints its message too."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith("WENXIAO_")}
    path = f"{_program_folder(data)}{os.pathsep}{ours['PATH']}"
    environment = {**ours, "PATH": path, "WENXIAO_DATA_DIR": str(data), "PYTHONPATH": str(ROOT), "USER": "wenxiao"}
    result = subprocess.run(
        ["sh", "-c", command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    if "Traceback" in result.stdout:
        raise RuntimeError(f"{command}:\n{result.stdout}")
    return result.stdout


def _program_folder(data: Path) -> Path:
    """A folder with `wenxiao` in it: this clone, run by this Python, whether or not it is installed."""
    program = data / "bin" / "wenxiao"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return program.parent


def _dialogue(body: str) -> str:
    from bot.app import conversation_of
    from bot.chat import Incoming
    from seed.load import load
    from store.database import open_store

    questions = [line[2:] for line in body.splitlines() if line.startswith("> ")]
    store = open_store("sqlite://")
    try:
        load(store, [BUNDLED], by="docs", now=NOON)
        bot = conversation_of(store)
        return "".join(f"> {question}\n{bot.reply(Incoming('docs', 'reader', question, NOON)).text}\n" for question in questions)
    finally:
        store.close()


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *(list(row) for row in rows)]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines) + "\n"


def settings() -> str:
    """Every setting: its variable, what it is for, its default."""
    from bot.settings import Settings

    def default(name: str) -> str:
        return (
            "`~/.wenxiao`" if name == "data_dir" else f"`{value}`" if (value := Settings.model_fields[name].default) else "不填"
        )

    fields = Settings.model_fields.items()
    return _table(
        ("变量", "作用", "默认"),
        ((f"`WENXIAO_{name.upper()}`", field.description or "", default(name)) for name, field in fields),
    )


@dataclass(frozen=True)
class CommandOption:
    """An option as it is typed, and what it is for."""

    typed: str
    help: str


def command_options() -> dict[str, tuple[str, list[CommandOption]]]:
    """Command as it is typed → what it does, and its options."""
    import typer

    from bot.cli.program import cli
    from bot.cli.program import commands as known

    known()

    return {f"wenxiao {' '.join(path)}": entry for path, entry in _commands((), typer.main.get_command(cli))}


def _commands(path: tuple[str, ...], command: Any) -> Iterator[tuple[tuple[str, ...], tuple[str, list[CommandOption]]]]:
    if subcommands := getattr(command, "commands", None):
        for name, subcommand in subcommands.items():
            yield from _commands((*path, name), subcommand)
        return
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [CommandOption("、".join(f"`{o}`" for o in p.opts), p.help or "") for p in command.params if p not in arguments]
    typed = [a.name.upper() + ("…" if a.nargs == -1 else "") for a in arguments]
    yield (*path, *typed), (command.help or "", options)


def commands() -> str:
    """Every command, what it does, and its options."""
    rows = []
    for typed, (does, options) in command_options().items():
        rows.append((f"`{typed}`", does))
        rows.extend((f"　{option.typed}", option.help) for option in options)
    return _table(("命令", "作用"), rows)


def intents() -> str:
    """Every intent and questions that it claims."""
    from bot.app import INTENTS

    return _table(
        ("intent", "中文", "examples"), ((f"`{i.name}`", i.title, "；".join(f"“{e}”" for e in i.examples[:3])) for i in INTENTS)
    )


def layouts() -> str:
    """Every layout and what its file says of it."""
    from seed.layouts import LAYOUTS

    return _table(
        ("layout", "kind of table"), ((f"`{layout.name}`", _first_line(layout.claims.__module__)) for layout in LAYOUTS)
    )


def findings() -> str:
    """Every rule: its weight, its title, what it means and what to do."""
    from seed.rules import rules

    head = ("规则", "轻重", "名称", "含义", "怎么办")
    return _table(head, ((f"`{r.name}`", r.weight, r.title, r.means, r.to_do) for r in rules()))


def _first_line(module: str) -> str:
    return (sys.modules[module].__doc__ or "").splitlines()[0]


LISTS: dict[str, Callable[[], str]] = {
    "commands": cache(commands),
    "findings": cache(findings),
    "intents": cache(intents),
    "layouts": cache(layouts),
    "settings": cache(settings),
}


def main() -> None:
    """Fills every page in place and names those that changed."""
    for page in pages():
        before = page.read_text(encoding="utf-8")
        after = filled(before)
        if after != before:
            page.write_text(after, encoding="utf-8")
            print(page.relative_to(ROOT))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
