"""`wenxiao doctor`: what is set up, what answers, what is wrong and how to mend it.  It changes nothing."""

import asyncio
import json
import os
from collections.abc import Sequence
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from msgspec import Struct

from bot.app import channels_of
from bot.chat import Event
from bot.settings import Access, Settings
from store import people
from store.database import Store, open_store
from store.errors import OlderStore, StoreError
from store.names import embedding
from store.targets import catalogue, document_count


class Check(Struct, frozen=True):
    """One thing that was looked at: what, whether it is as it should be, and a sentence."""

    name: str
    ok: bool
    said: str

    def as_json(self) -> dict[str, object]:
        """The check for programs."""
        return {"name": self.name, "ok": self.ok, "said": self.said}


def report_text(checks: Sequence[Check]) -> str:
    """The checks as people read them, a line each."""
    wrong = sum(not check.ok for check in checks)
    lines = [f"{'✓' if check.ok else '✗'} {check.name}：{check.said}" for check in checks]
    return "\n".join([*lines, f"有 {wrong} 处要处理。" if wrong else "都正常。"])


async def examined(settings: Settings) -> list[Check]:
    """Everything, in the order in which it is best mended."""
    checks = [_folder(settings.data_dir)]
    store = None
    try:
        store = await asyncio.to_thread(open_store, settings.url, create=False, upgrade=False)
    except OlderStore as error:
        checks.append(Check("数据库", True, str(error)))
    except StoreError as error:
        checks.append(Check("数据库", False, str(error)))
    try:
        if store is not None:
            checks.extend(await asyncio.to_thread(_contents, store))
        checks.append(await asyncio.to_thread(_meanings, settings))
        checks.extend(await _channels(settings))
        checks.append(await asyncio.to_thread(_access, settings, store))
        checks.append(await asyncio.to_thread(_service, settings))
    finally:
        if store is not None:
            store.close()
    return checks


def _folder(folder: Path) -> Check:
    if not folder.exists():
        return Check("数据文件夹", True, f"{folder} 还没有，第一次导入时建立")
    usable = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    return Check("数据文件夹", usable, f"{folder} {'可以写' if usable else '不能写，请检查权限'}")


def _contents(store: Store) -> list[Check]:
    documents, entries = document_count(store), catalogue(store)
    if not documents:
        return [Check("数据库", False, f"{store.where} 里还没有文件，请先导入：wenxiao load 文件")]
    years = "、".join(str(year) for year in entries.years)
    return [Check("数据库", True, f"{store.where}：{documents} 份文件，{len(entries.entries)} 个项目，年度 {years}")]


def _meanings(settings: Settings) -> Check:
    name = "按意思找项目"
    if not settings.meaning:
        return Check(name, True, "关掉了（WENXIAO_MEANING=false）")
    if not embedding.is_installed():
        return Check(name, True, '没有装；要用另装：pip install "wenxiao[meaning]"')
    if embedding.is_there():
        return Check(name, True, "可用")
    said = "装了，但在这台机器上不能用（x86-64 的处理器要支持 AVX2）；不用请设 WENXIAO_MEANING=false"
    return Check(name, False, said)


async def _channels(settings: Settings) -> list[Check]:
    channels = [make(_Nowhere(), _Nobody()) for _, make in channels_of(settings)]
    if not channels:
        return [Check("聊天渠道", True, "没有设置，只能在终端里用；要接 Telegram 请设置 WENXIAO_TELEGRAM_TOKEN")]
    checks: list[Check] = []
    for channel in channels:
        try:
            checks.extend(Check(channel.name, said.ok, said.said) for said in await channel.examine())
        finally:
            await channel.close()
    return checks


class _Nowhere:
    async def keep(self, events: Sequence[Event]) -> None:
        raise NotImplementedError


class _Nobody:
    async def take(self, name: str) -> bool:
        raise NotImplementedError


NOBODY = "启动后对机器人发“我是谁”看到编号，写进 WENXIAO_ADMINS，或用 wenxiao admin bind 登记；谁都可以问的设 WENXIAO_ACCESS=open"


def _access(settings: Settings, store: Store | None) -> Check:
    if settings.who_may_ask is Access.OPEN:
        return Check("谁可以提问", True, "聊天平台里的所有人（WENXIAO_ACCESS=open）")
    registered = people.everybody(store) if store is not None else []
    admins = len(settings.administrators)
    said = f"{admins} 名管理员和登记过的 {len(registered)} 人"
    if admins or registered or not channels_of(settings):
        return Check("谁可以提问", True, said)
    return Check("谁可以提问", False, f"{said}，也就是没有人。{NOBODY}")


def _service(settings: Settings) -> Check:
    host = settings.http_host if settings.http_host not in ("0.0.0.0", "::") else "127.0.0.1"  # noqa: S104  # compared, not bound
    connection = HTTPConnection(host, settings.http_port, timeout=3)  # unlike urllib it never goes through a proxy
    try:
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        said = _sentence(answer.read())
    except OSError:
        return Check("服务", True, f"{host}:{settings.http_port} 上没有运行（wenxiao serve 启动）")
    except HTTPException:
        return Check("服务", False, f"{host}:{settings.http_port} 上是别的程序，请改 WENXIAO_HTTP_PORT")
    finally:
        connection.close()
    if said is None:
        return Check("服务", False, f"{host}:{settings.http_port} 上是别的程序，请改 WENXIAO_HTTP_PORT")
    return Check("服务", answer.status == HTTPStatus.OK, f"在运行，{said}")


def _sentence(body: bytes) -> str | None:
    """What our health check says of each channel, None where it is not ours."""
    try:
        parts = json.loads(body)
        return "；".join(f"{name}：{part['said']}" for name, part in parts.items() if isinstance(part, dict)) or None
    except (ValueError, AttributeError, KeyError):
        return None
