"""`ask`, `chat`, `explain`: questions in the terminal."""

import asyncio
import json
import os
import sys
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import app as composition
from bot.channels import console
from bot.chat import Incoming
from bot.cli.base import AsJson, cli, day_of, now, opened, read_settings
from bot.replying.explaining import explained, explained_text
from bot.settings import Settings

Day = Annotated[str | None, typer.Option("--today", help="按这一天理解“今年”“去年”，如 2025-03-01。")]


@cli.command()
def ask(
    question: Annotated[list[str], typer.Argument(help="问题，如“乡村振兴经费多少”。")],
    as_json: AsJson = False,
    today: Day = None,
) -> None:
    """问一个问题，答一次。"""
    at, text = _at(today), _typed(question)
    settings = read_settings()
    with opened(settings) as store:
        bot = composition.conversation_of(store, settings)
        reply = bot.reply(Incoming(f"ask-{uuid.uuid4()}", "terminal", text, at), keep=False)
    typer.echo(json.dumps(reply.as_json(), ensure_ascii=False) if as_json else console.said(reply))


@cli.command()
def chat(
    jsonl: Annotated[bool, typer.Option("--jsonl", help="每行一个 JSON 进，一个 JSON 出。")] = False,
) -> None:
    """在终端里对话。"""
    settings = read_settings()
    with opened(settings) as store:
        bot = composition.conversation_of(store, settings)
        name = f"terminal-{uuid.uuid4()}"
        if jsonl:
            console.talk_in_json(bot.reply, _lines(), sys.stdout, now)
        elif console.is_terminal():
            asyncio.run(console.talk(bot.respond, _history(settings), now, chat=name))
        else:
            console.talk_plainly(bot.reply, _lines(), now, chat=name)


@cli.command()
def explain(
    question: Annotated[list[str], typer.Argument(help="问题。")],
    as_json: AsJson = False,
    today: Day = None,
) -> None:
    """说明问题是怎么理解的、依据哪条规则。"""
    at, text = _at(today), _typed(question)
    settings = read_settings()
    with opened(settings) as store:
        bot = composition.conversation_of(store, settings)
        understanding = bot.understood(text, at.date())
        incoming = Incoming(f"explain-{uuid.uuid4()}", "terminal", text, at)
        kind = bot.reply(incoming, keep=False).kind
        far = bot.book().far(understanding.far, understanding.plan.units) if understanding.far else ()
        explanation = explained(understanding, kind, bot.intents_of(understanding), far, bot.description(incoming))
    typer.echo(json.dumps(explanation, ensure_ascii=False) if as_json else explained_text(text, explanation))


def _typed(words: Sequence[str]) -> str:
    """The words of the command line; under a C locale they come as bytes in disguise."""
    return os.fsencode(" ".join(words)).decode("utf-8", "replace")


def _at(today: str | None) -> datetime:
    if today is None:
        return now()
    day = day_of(today, "--today")
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _history(settings: Settings) -> Path | None:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None  # a read-only home is no reason not to talk
    return settings.data_dir / "history"


def _lines() -> Iterator[str]:
    if sys.stdin is None:  # started with standard input closed
        return
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", errors="replace")
