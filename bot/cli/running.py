"""`serve` and `doctor`: the program as a service."""

import asyncio
import json
import logging

import typer

from bot import app as composition
from bot.cli.base import AsJson, cli, now, opened, read_settings
from bot.cli.mistakes import FAILED, USAGE, UserError
from store.errors import StoreError, os_reason


@cli.command()
def serve() -> None:
    """在聊天平台上回答提问，直到收到 SIGTERM 或 Ctrl-C。"""
    from bot.service import logs
    from bot.service.doctor import NOBODY
    from bot.service.http import listening
    from bot.service.serving import STORE_PATIENCE, until_stopped

    settings, log = read_settings(), logging.getLogger(__name__)
    logs.set_up(settings.log_level, settings.secrets)
    if not composition.is_any_channel_set_up(settings):
        raise UserError("还没有设置聊天渠道：请先设置 WENXIAO_TELEGRAM_TOKEN（向 @BotFather 申请的令牌）。", USAGE)
    try:
        listener = listening(settings.http_host, settings.http_port)
    except (OSError, UnicodeError) as error:
        where = f"{settings.http_host}:{settings.http_port}"
        why = os_reason(error) if isinstance(error, OSError) else "地址写得不对"
        raise UserError(f"{where} 用不了（{why}），请改 WENXIAO_HTTP_HOST、WENXIAO_HTTP_PORT。") from error
    with listener, opened(settings, patience=STORE_PATIENCE) as store:
        if not composition.may_anybody_ask(settings, store):
            log.warning("还没有人可以提问。%s", NOBODY)
        log.info("健康检查：http://%s:%s/healthz", *listener.getsockname()[:2])
        try:
            asyncio.run(until_stopped(composition.service_of(store, settings, now), listener))
        except StoreError:
            raise
        except Exception as error:
            log.critical("服务中断", exc_info=True)  # here secrets are taken out; Python's own traceback would show them
            raise typer.Exit(FAILED) from error


@cli.command()
def doctor(as_json: AsJson = False) -> None:
    """检查设置、数据库和各聊天渠道：哪里不对，怎么办；有不对的退出码为 1。"""
    from bot.service.doctor import examined, report_text

    settings = read_settings()
    checks = asyncio.run(examined(settings))
    typer.echo(json.dumps([c.as_json() for c in checks], ensure_ascii=False) if as_json else report_text(checks))
    if not all(c.ok for c in checks):
        raise typer.Exit(FAILED)
