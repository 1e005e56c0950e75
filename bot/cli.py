"""`wenxiao`: the command line.  What a user can put right is one Chinese line and an exit code, never a traceback."""

import asyncio
import errno
import json
import os
import re
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from pydantic import ValidationError

from bot import app as composition
from bot.channels import console
from bot.chat import Incoming
from bot.explaining import explained, explained_text
from bot.settings import Settings
from store.database import Store
from store.errors import StoreError
from store.model import Stage

cli = typer.Typer(
    name="wenxiao",
    help="问效：回答项目支出绩效目标表里的问题。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

FAILED, USAGE = 1, 2
Day = Annotated[str | None, typer.Option("--today", help="按这一天理解“今年”“去年”，如 2025-03-01。")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON，给程序读。")]


_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "只读，写不进去",
}


class UserError(Exception):
    """What the user of the command line can put right, in one Chinese line."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code


class ExportFormat(StrEnum):
    """Formats of `export`."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


class StageName(StrEnum):
    """Stages as they are typed."""

    DECLARED = "申报"
    APPROVED = "批复"
    PUBLISHED = "公开"
    ADJUSTED = "调整"

    @property
    def stage(self) -> Stage:
        """The stage that is meant: 批复 and 公开 are of one rank."""
        return {"申报": Stage.DECLARED, "调整": Stage.ADJUSTED}.get(self.value, Stage.APPROVED)


@cli.command()
def ask(
    question: Annotated[list[str], typer.Argument(help="问题，如“乡村振兴经费多少”。")],
    as_json: AsJson = False,
    today: Day = None,
) -> None:
    """问一个问题，答一次。"""
    at, text = _at(today), _typed(question)
    with _open() as store:
        bot = composition.conversation_of(store)
        reply = bot.reply(Incoming(f"ask-{uuid.uuid4()}", "terminal", text, at), keep=False)
    typer.echo(json.dumps(reply.as_json(), ensure_ascii=False) if as_json else reply.text)


@cli.command()
def chat(
    jsonl: Annotated[bool, typer.Option("--jsonl", help="每行一个 JSON 进，一个 JSON 出。")] = False,
) -> None:
    """在终端里对话。"""
    settings = _settings()
    with _open(settings) as store:
        bot = composition.conversation_of(store)
        name = f"terminal-{uuid.uuid4()}"
        if jsonl:
            console.talk_in_json(bot.reply, _lines(), sys.stdout, _now)
        elif console.is_terminal():
            asyncio.run(console.talk(bot.respond, _history(settings), _now, chat=name))
        else:
            console.talk_plainly(bot.reply, _lines(), _now, chat=name)


@cli.command()
def explain(
    question: Annotated[list[str], typer.Argument(help="问题。")],
    as_json: AsJson = False,
    today: Day = None,
) -> None:
    """说明问题是怎么理解的、依据哪条规则。"""
    at, text = _at(today), _typed(question)
    with _open() as store:
        bot = composition.conversation_of(store)
        understanding = bot.understood(text, at.date())
        kind = bot.reply(Incoming(f"explain-{uuid.uuid4()}", "terminal", text, at), keep=False).kind
        explanation = explained(understanding, kind, bot.intents_of(understanding))
    typer.echo(json.dumps(explanation, ensure_ascii=False) if as_json else explained_text(text, explanation))


@cli.command()
def load(
    paths: Annotated[list[str], typer.Argument(help="文件或文件夹。")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会怎样，不写入。")] = False,
    as_json: AsJson = False,
    publisher: Annotated[str | None, typer.Option(help="公开主体，如“相山区财政局”；不给就从标题读。")] = None,
    stage: Annotated[StageName | None, typer.Option(help="文件阶段；不给就从标题读。")] = None,
    published: Annotated[str | None, typer.Option(help="公布日期，如 2024-03-01。")] = None,
    url: Annotated[str | None, typer.Option(help="文件的网址。")] = None,
) -> None:
    """导入文件，逐个报告结果；有拒绝的退出码为 1。"""
    from seed.load import load as load_paths

    day = _day(published, "--published") if published else None
    if publisher is not None and not publisher.strip().isprintable():
        raise UserError("--publisher 里有不能显示的字符。", USAGE)
    with _open() as store:
        reports = load_paths(
            store,
            paths,
            by=_user(),
            now=_now(),
            publisher=publisher,
            stage=stage.stage if stage else None,
            published=day,
            url=url,
            dry_run=dry_run,
        )
    _print_reports(reports, as_json)


@cli.command()
def check(
    paths: Annotated[list[str], typer.Argument(help="文件或文件夹。")],
    as_json: AsJson = False,
) -> None:
    """只检查文件，不写入；有拒绝的退出码为 1。"""
    from seed.load import check as check_paths

    _print_reports(check_paths(paths), as_json, written=False)


@cli.command()
def export(
    to: Annotated[ExportFormat, typer.Option("--format", help="格式。")] = ExportFormat.JSONL,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="写到这个文件；xlsx 必须给。")] = None,
) -> None:
    """导出现行的绩效目标。"""
    from bot.export import export as export_targets

    if to is ExportFormat.XLSX and output is None:
        raise UserError("xlsx 不能写到终端，请用 -o 给一个文件名。", USAGE)
    with _open() as store:
        content = export_targets(store, to.value)
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        output.write_bytes(content)


def _print_reports(reports: Sequence[Any], as_json: bool, *, written: bool = True) -> None:
    from seed.load import report_text

    typer.echo(
        json.dumps([r.as_json() for r in reports], ensure_ascii=False) if as_json else report_text(reports, written=written)
    )
    if any(r.status == "refused" for r in reports):
        raise typer.Exit(FAILED)


def _settings() -> Settings:
    try:
        return Settings()
    except UnicodeDecodeError as error:
        raise UserError("设置文件 .env 不是 UTF-8 编码，请另存为 UTF-8。") from error
    except ValidationError as error:
        names = "、".join(f"WENXIAO_{'_'.join(str(p) for p in e['loc']).upper()}" for e in error.errors())
        raise UserError(f"设置有误，请检查：{names}") from error


@contextmanager
def _open(settings: Settings | None = None) -> Iterator[Store]:
    settings = settings or _settings()
    store = composition.store_of(settings)
    try:
        yield store
    finally:
        store.close()


def _typed(words: Sequence[str]) -> str:
    """The words of the command line; under a C locale they come as bytes in disguise."""
    return os.fsencode(" ".join(words)).decode("utf-8", "replace")


def _now() -> datetime:
    return datetime.now().astimezone()


def _at(today: str | None) -> datetime:
    if today is None:
        return _now()
    day = _day(today, "--today")
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(f"{option} 要写成 2024-03-01 的样子，现在是“{text}”。", USAGE) from error


def _user() -> str:
    return os.environ.get("USER") or os.environ.get("LOGNAME") or "terminal"


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


def _guarded(run: Callable[[], None]) -> Callable[[], None]:
    """Turns what a user can put right into one line on stderr and an exit code."""

    @wraps(run)
    def guarded() -> None:
        try:
            run()
        except UserError as error:
            _fail(str(error), error.code)
        except typer.TyperException as error:
            if type(error).__name__ == "NoArgsIsHelpError":
                _fail(str(error), USAGE)
            _fail(f"用法不对：{_usage(error)}。看用法：wenxiao --help", USAGE)
        except StoreError as error:
            _fail(str(error), FAILED)
        except BrokenPipeError:
            sys.stderr.close()  # whoever read our output has gone; nothing is left to say
            raise SystemExit(FAILED) from None
        except KeyboardInterrupt:
            raise SystemExit(130) from None
        except OSError as error:
            _fail(f"{error.filename or ''}：{_REASONS.get(error.errno or 0, error.strerror or str(error))}".lstrip("："), FAILED)

    return guarded


def _usage(error: typer.TyperException) -> str:
    """What is wrong with a command line, in Chinese; typer says it in English."""
    option, parameter = getattr(error, "option_name", None), getattr(error, "param", None)
    if option:
        return f"没有“{option}”这个选项"
    if parameter is not None:
        missing = type(error).__name__ == "MissingParameter"
        return f"缺少{_called(parameter)}" if missing else f"{_called(parameter)}的值不对"
    command = re.fullmatch(r"No such command '(.*)'\.?", str(error))
    return f"没有“{command[1]}”这个命令" if command else str(error).rstrip(".")


def _called(parameter: typer.CallbackParam) -> str:
    """A parameter as people know it: an option by its name, an argument by what its help calls it."""
    if parameter.param_type_name == "option":
        return f" {parameter.opts[-1]} "
    return re.split("[，。；]", getattr(parameter, "help", None) or str(parameter.name))[0]


def _fail(message: str, code: int) -> NoReturn:
    print("".join(c if c.isprintable() or c == "\n" else "�" for c in message), file=sys.stderr)
    raise SystemExit(code)


@_guarded
def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a text stream, whatever the locale
    raise SystemExit(cli(standalone_mode=False) or 0)
