"""`admin`: who may ask in chat platforms."""

import json
from typing import Annotated

import typer
from msgspec.structs import asdict

from bot.cli.base import AsJson, cli, now, opened, user
from bot.cli.mistakes import USAGE, UserError
from bot.replying.phrases import one_line
from bot.who import NotAPerson, parse_who
from store import people
from store.people import Registration

admin = typer.Typer(help="管理：登记可以提问的人；查看、撤销和核对导入。", no_args_is_help=True, rich_markup_mode=None)
cli.add_typer(admin, name="admin")

Who = Annotated[str, typer.Argument(help="渠道和编号，如 telegram:123456；本人发“我是谁”可以看到。")]


@admin.command()
def bind(who: Who, name: Annotated[str, typer.Option("--name", help="姓名或岗位，给管理员看。")] = "") -> None:
    """登记一个人，此后可以在聊天平台里提问；再登记一次改姓名。"""
    channel, number = _parts(who)
    with opened() as store:
        known = people.registration(store, channel, number)
        called = one_line(name) or (known.name if known else "")
        people.bind(store, Registration(channel, number, called, now(), user()))
    typer.echo(f"已登记：{who}{f'（{called}）' if called else ''}")


@admin.command()
def unbind(who: Who) -> None:
    """取消登记，此后不能在聊天平台里提问。"""
    channel, number = _parts(who)
    with opened() as store:
        if not people.unbind(store, channel, number):
            raise UserError(f"没有登记过 {who}。")
    typer.echo(f"已取消登记：{who}")


@admin.command(name="people")
def list_people(as_json: AsJson = False) -> None:
    """列出登记过的人。"""
    with opened() as store:
        everybody = people.everybody(store)
    if as_json:
        typer.echo(json.dumps([{**asdict(p), "at": p.at.isoformat()} for p in everybody], ensure_ascii=False))
        return
    for p in everybody:
        typer.echo(f"{p.channel}:{p.external_id}\t{p.name}\t{p.at.astimezone():%Y-%m-%d %H:%M}\t由 {p.by} 登记")
    if not everybody:
        typer.echo("还没有登记任何人。")


def _parts(who: str) -> tuple[str, str]:
    try:
        return parse_who(who)
    except NotAPerson as error:
        raise UserError(f"{error}。", USAGE) from error
