"""`admin alias`: what people of this office call its projects and units."""

import json
from typing import Annotated

import typer
from msgspec.structs import asdict

from bot.cli.administering import admin
from bot.cli.base import AsJson, now, opened, user
from bot.cli.mistakes import USAGE, UserError
from bot.replying.phrases import listed, one_line, project
from store import nicknames
from store.database import Store
from store.nicknames import Noted
from store.text import fold

aliases = typer.Typer(help="别名：大家怎么称呼项目和单位。", no_args_is_help=True, rich_markup_mode=None)
admin.add_typer(aliases, name="alias")

_LEAST = 2  # characters
_SHOWN = 5  # names

Nickname = Annotated[str, typer.Argument(help="大家的叫法，如 山马。")]


@aliases.command()
def add(nickname: Nickname, formal: Annotated[str, typer.Argument(help="指的名称，或名称里的一段，如 山地马拉松赛。")]) -> None:
    """登记一个别名，此后提问里可以用；同一个别名可以登记几个意思。"""
    from bot.reading.wording import is_word  # understanding, which the other commands do not need

    nickname, formal = one_line(nickname), one_line(formal)
    if len(fold(nickname)) < _LEAST or len(fold(formal)) < _LEAST:
        raise UserError("别名和名称都至少要两个字。", USAGE)
    if is_word(nickname):
        raise UserError(f"“{nickname}”在提问里另有意思，不能作别名。", USAGE)
    with opened() as store:
        nicknames.note(store, Noted(nickname, formal, now(), user()))
        meant = _holding(store, formal)
    typer.echo(f"已登记：“{nickname}”指“{formal}”。{_said(meant)}")


@aliases.command()
def remove(
    nickname: Nickname, formal: Annotated[str | None, typer.Argument(help="只去掉这一个意思；不填去掉全部。")] = None
) -> None:
    """去掉一个别名。"""
    with opened() as store:
        if not nicknames.forget(store, nickname, formal):
            raise UserError(f"没有登记过“{one_line(nickname)}”{f'指“{one_line(formal)}”' if formal else ''}。")
    typer.echo(f"已去掉：{one_line(nickname)}")


@aliases.command(name="list")
def list_aliases(as_json: AsJson = False) -> None:
    """列出本单位登记的别名。"""
    with opened() as store:
        every = nicknames.noted(store)
    if as_json:
        typer.echo(json.dumps([{**asdict(one), "at": one.at.isoformat()} for one in every], ensure_ascii=False))
        return
    for one in every:
        typer.echo(f"{one.nickname}\t{one.formal}\t{one.at.astimezone():%Y-%m-%d %H:%M}\t由 {one.by} 登记")
    if not every:
        typer.echo("还没有登记别名。")


def _holding(store: Store, formal: str) -> list[str]:
    """The names that hold it now."""
    from store.catalogue import catalogue

    entries = catalogue(store).entries
    return sorted({name for entry in entries for name in (entry.project, entry.unit) if fold(formal) in fold(name)})


def _said(names: list[str]) -> str:
    if not names:
        return "现在没有名称含有它，导入后才会用到。"
    shown = listed([project(name) for name in names[:_SHOWN]])
    return f"现在指 {shown}{f'等 {len(names)} 个名称' if len(names) > _SHOWN else ''}。"
