"""What every command needs: the typer application, the settings, the open store, the clock, and common options."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from bot import app as composition
from bot.cli.mistakes import USAGE, UserError
from bot.settings import Settings
from store.database import Store

cli = typer.Typer(
    name="wenxiao",
    help="问效：回答项目支出绩效目标表里的问题。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON，给程序读。")]


def read_settings() -> Settings:
    """The office's settings.  Raises `UserError` naming those that are wrong."""
    try:
        return Settings()
    except UnicodeDecodeError as error:
        raise UserError("设置文件 .env 不是 UTF-8 编码，请另存为 UTF-8。") from error
    except ValidationError as error:
        raise UserError(f"设置有误：{'；'.join(_wrong(dict(e)) for e in error.errors())}。") from error


def _wrong(error: Mapping[str, Any]) -> str:
    """A setting that is wrong and what it should be; its value, which may be a secret, is not shown."""
    name = "_".join(str(part) for part in error["loc"]).upper()
    expected = error.get("ctx", {})
    if error["type"] == "value_error":
        why = str(expected["error"])
    elif error["type"] == "enum":
        why = f"要是 {expected['expected']} 之一".replace(" or ", "、").replace("'", "")
    else:
        why = _TYPES.get(error["type"], "不能这样写")
    return f"WENXIAO_{name} {why}"


_TYPES = {"int_parsing": "要是整数", "greater_than_equal": "太小", "less_than_equal": "太大"}


@contextmanager
def opened(settings: Settings | None = None, *, patience: float = 30.0) -> Iterator[Store]:
    """The office's store, for as long as the `with` lasts; `patience` is how many seconds to wait for other writers."""
    settings = settings or read_settings()
    store = composition.store_of(settings, patience=patience)
    try:
        yield store
    finally:
        store.close()


def now() -> datetime:
    """This moment, in the time zone of this machine."""
    return datetime.now().astimezone()


def day_of(text: str, option: str) -> date:
    """The day that an option names.  Raises `UserError`."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(f"{option} 要写成 2024-03-01 的样子，现在是“{text}”。", USAGE) from error


def user() -> str:
    """Who sits at this terminal."""
    return os.environ.get("USER") or os.environ.get("LOGNAME") or "terminal"
