"""`wenxiao serve` as operators see it: health, readiness, metrics, its end, and `wenxiao doctor`."""

import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from bot.chat import Health
from bot.service import worker
from bot.service.doctor import examined, report_text
from bot.service.http import app
from bot.service.metrics import Metrics
from bot.service.serving import Service
from bot.settings import Settings
from store.database import Store, open_store
from store.errors import AlreadyServed
from store.migrations import migrate
from tests.bot.conftest import load_bundled
from tests.bot.program import Program, is_one_chinese_line
from tests.bot.telegram.conftest import served
from tests.bot.telegram.process import Serving
from tests.botapi.faults import Fault
from tests.botapi.server import BotApi


@pytest.fixture
async def web(service: Service) -> AsyncIterator[httpx.AsyncClient]:
    """The HTTP app of the running service."""
    transport = httpx.ASGITransport(app(service.health, service._answers, service.metrics))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


async def test_health(api: BotApi, service: Service, web: httpx.AsyncClient) -> None:
    """Healthy while updates are really fetched; else 503, with the reason."""
    await api.until(lambda: service.health()["telegram"].ok)
    assert (200, True) == ((answer := await web.get("/healthz")).status_code, answer.json()["ok"])
    assert {"ok": True, "said": "正在收消息"} == answer.json()["telegram"]
    service.lines[0].channel.health = lambda: Health(False, "令牌不对")  # type: ignore[method-assign]

    answer = await web.get("/healthz")
    assert (503, "令牌不对") == (answer.status_code, answer.json()["telegram"]["said"])


async def test_readiness(api: BotApi, service: Service, web: httpx.AsyncClient) -> None:
    """Ready when the store answers, too."""
    await api.until(lambda: service.health()["telegram"].ok)
    assert (200, "第 1 版") == ((answer := await web.get("/readyz")).status_code, answer.json()["store"]["said"])
    service._answers = lambda: Health(False, "连不上")  # type: ignore[method-assign]
    transport = httpx.ASGITransport(app(service.health, service._answers, service.metrics))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        assert 503 == (await client.get("/readyz")).status_code


async def test_metrics(api: BotApi, service: Service, web: httpx.AsyncClient) -> None:
    """What was counted, by channel and kind; nothing of what people said."""
    api.says("软件升级维护多少钱")
    api.says("火箭发射费多少")
    await api.until(lambda: len(api.sent()) == 2)
    await api.until(lambda: service.lines[0].sending._running == set())
    text = (await web.get("/metrics")).text

    assert 'wenxiao_replies_total{channel="telegram",kind="answer"} 1.0' in text
    assert 'wenxiao_replies_total{channel="telegram",kind="not_found"} 1.0' in text
    assert 'wenxiao_messages_total{channel="telegram",outcome="sent"} 2.0' in text
    assert 'wenxiao_channel_up{channel="telegram"} 1.0' in text
    assert "火箭" not in text


def test_metrics_of_what_waits() -> None:
    """Queues and channels are told apart."""
    metrics = Metrics()
    metrics.watch(lambda: {"t": Health(False, "")}, lambda: {("inbox", "t"): 3, ("outbox", "t"): 1})
    text = metrics.text().decode()

    assert 'wenxiao_waiting{channel="t",queue="inbox"} 3.0' in text
    assert 'wenxiao_waiting{channel="t",queue="outbox"} 1.0' in text
    assert 'wenxiao_channel_up{channel="t"} 0.0' in text


async def test_two_over_one_file(bundle: Store, settings: Callable[..., Settings], service: Service) -> None:
    """The second is refused before it fetches anything."""
    with pytest.raises(AlreadyServed):
        async with served(bundle, settings()):
            pass


async def test_two_over_one_server(
    api: BotApi, postgresql: Callable[[], str], settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On PostgreSQL one fetches and both answer; when the first ends, the second fetches at once."""
    monkeypatch.setattr(worker, "_LOOKS_EVERY", 0.02)
    address = postgresql()
    stores = open_store(address), open_store(address)
    load_bundled(stores[0])
    async with AsyncExitStack() as first, AsyncExitStack() as second:
        one = await first.enter_async_context(served(stores[0], settings()))
        await api.until(lambda: one.health()["telegram"].said == "正在收消息")
        other = await second.enter_async_context(served(stores[1], settings()))
        await api.until(lambda: "待命" in other.health()["telegram"].said)
        for number in range(40):
            api.says("软件升级维护多少钱", person=100 + number)
        await api.until(lambda: len(api.sent()) == 40, 60)
        assert [] == [call for call in api.calls("getUpdates") if call.outcome.startswith("409")]
        counts = [sample(service, "wenxiao_replies_total") for service in (one, other)]
        assert 40 == sum(counts)
        assert min(counts) > 0

        await first.aclose()
        api.says("国库支付中心工作经费多少")
        await api.until(lambda: len(api.sent()) == 41)
        assert "正在收消息" == other.health()["telegram"].said
    for store in stores:
        store.close()


def sample(service: Service, name: str) -> float:
    """The sum of a counter's samples."""
    lines = service.metrics.text().decode().splitlines()
    return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(f"{name}{{"))


def test_without_a_channel(fresh: Program) -> None:
    """There is nothing to serve: it says which setting is missing."""
    ran = fresh.run("serve")

    assert (2, True) == (ran.code, is_one_chinese_line(ran))
    assert "WENXIAO_TELEGRAM_TOKEN" in ran.err


def test_a_port_that_is_taken(program: Program, api: BotApi) -> None:
    """It says so before anything else is begun."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = program.run("serve", WENXIAO_TELEGRAM_TOKEN=api.token, WENXIAO_TELEGRAM_API_URL=api.url, WENXIAO_HTTP_PORT=port)

    assert 1 == ran.code
    assert port in ran.err
    assert "WENXIAO_HTTP_PORT" in ran.err
    assert [] == api.calls()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WENXIAO_TELEGRAM_TOKEN", "my-token"),
        ("WENXIAO_TELEGRAM_API_URL", "api.telegram.org"),
        ("WENXIAO_TELEGRAM_PROXY", "127.0.0.1:3128"),
        ("WENXIAO_TELEGRAM_PROXY", "http://u:geheim/wort@proxy:3128"),
        ("WENXIAO_TELEGRAM_PROXY", "http://proxy:port"),
        ("WENXIAO_TELEGRAM_TOKEN", "123456：AAAA"),
        ("WENXIAO_ADMINS", "123456"),
        ("WENXIAO_ADMINS", "telegram:@wang"),
        ("WENXIAO_ADMINS", "telegrm:123456"),
        ("WENXIAO_ACCESS", "all"),
        ("WENXIAO_HTTP_PORT", "99999"),
        ("WENXIAO_LOG_LEVEL", "loud"),
    ],
)
def test_a_setting_that_is_wrong(program: Program, name: str, value: str) -> None:
    """It is named with what it should be, and its value, which may be a secret, is not shown."""
    ran = program.run("serve", **{name: value})

    assert (1, True) == (ran.code, is_one_chinese_line(ran))
    assert name in ran.err
    assert name == "WENXIAO_ADMINS" or value not in ran.err


class TestDoctor:
    async def said(self, settings: Settings) -> str:
        return report_text(await examined(settings))

    async def test_all_is_well(self, api: BotApi, program: Program, settings: Callable[..., Settings]) -> None:
        """Every part is named, with what there is."""
        assert (await self.said(settings(data_dir=program.data, http_port=1, meaning=False))).splitlines() == [
            f"✓ 数据文件夹：{program.data} 可以写",
            f"✓ 数据库：{program.data}/wenxiao.db：1 份文件，4 个项目，年度 2024",
            "✓ 按意思找项目：关掉了（WENXIAO_MEANING=false）",
            "✓ telegram：令牌有效，机器人是 @wenxiao_test_bot（1234567）",
            "✓ 谁可以提问：聊天平台里的所有人（WENXIAO_ACCESS=open）",
            "✓ 服务：127.0.0.1:1 上没有运行（wenxiao serve 启动）",
            "都正常。",
        ]
        assert {"getMe", "getWebhookInfo"} == {call.method for call in api.calls()}

    async def test_nothing_is_there(self, fresh: Program, settings: Callable[..., Settings]) -> None:
        """A new machine: what to do first is said, and nothing is made."""
        said = await self.said(settings(data_dir=fresh.data / "new", telegram_token=None, http_port=1))

        assert "✗ 数据库" in said
        assert "请先导入文件" in said
        assert "✓ 聊天渠道：没有设置" in said
        assert not (fresh.data / "new").exists()

    async def test_an_older_store(self, tmp_path: Path, settings: Callable[..., Settings]) -> None:
        """It says what will be done to it, and does nothing."""
        store = open_store(f"sqlite:///{tmp_path}/wenxiao.db")
        with store.transaction() as connection:
            migrate(connection, "base")
            migrate(connection, "0001")
        store.close()
        before = (tmp_path / "wenxiao.db").read_bytes()
        said = await self.said(settings(telegram_token=None, http_port=1))

        assert "✓ 数据库" in said
        assert "是旧版（0001），导入文件或启动服务时会自动升级" in said
        assert before == (tmp_path / "wenxiao.db").read_bytes()

    async def test_a_wrong_token(self, settings: Callable[..., Settings]) -> None:
        """It says which setting, and shows no secret."""
        said = await self.said(settings(telegram_token="1234567:wrong-token-of-nobody", http_port=1))  # noqa: S106  # opens nothing

        assert "✗ telegram：令牌不对或已作废" in said
        assert "wrong-token" not in said

    async def test_a_page_that_echoes_our_address(self, api: BotApi, settings: Callable[..., Settings]) -> None:
        """A proxy that shows the address it could not reach shows our token; nobody sees it here."""
        number, _, secret = api.token.partition(":")
        echo = f"cannot reach /bot{api.token}/getMe {number}%3A{secret} {secret.lower()}\n\x1b[31m" + "长" * 5000
        api.fail("getMe", Fault.bad_request(echo))
        said = await self.said(settings(http_port=1))

        assert secret.lower() not in said.lower()
        assert "\x1b" not in said
        assert max(map(len, said.splitlines())) < 300

    async def test_telegram_is_away(self, api: BotApi, settings: Callable[..., Settings]) -> None:
        """No network, no proxy: which settings to look at."""
        api.fail("getMe", Fault.reset())

        assert "WENXIAO_TELEGRAM_PROXY" in await self.said(settings(http_port=1))

    async def test_a_webhook(self, api: BotApi, settings: Callable[..., Settings]) -> None:
        """It is said, and left alone: looking changes nothing."""
        api.set_webhook("https://example.org/hook")
        api.says("你好")
        said = await self.said(settings(http_port=1))

        assert "设了 webhook" in said
        assert "有 1 条消息在等着收" in said
        assert [] == api.calls("deleteWebhook")

    async def test_nobody_may_ask(self, program: Program, settings: Callable[..., Settings]) -> None:
        """Bound to nobody is surely not meant."""
        assert "也就是没有人" in await self.said(settings(data_dir=program.data, access="bound", http_port=1))
        assert "✓ 谁可以提问：1 名管理员和登记过的 0 人" in await self.said(
            settings(data_dir=program.data, access="bound", admins="telegram:1", http_port=1)
        )

    def test_while_it_runs(self, program: Program, api: BotApi) -> None:
        """The service's own word is passed on; JSON for programs; exit code 1 where something is wrong."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = str(free.getsockname()[1])
        address = {"WENXIAO_TELEGRAM_TOKEN": api.token, "WENXIAO_TELEGRAM_API_URL": api.url, "WENXIAO_HTTP_PORT": port}
        with Serving(program, api, WENXIAO_HTTP_PORT=port) as serving:
            serving.start()
            api.says("你好")
            api.wait(api.sent, 60)
            ran = program.run("doctor", "--json", **address)
            checks = {check["name"]: check for check in ran.json}
            assert 0 == serving.stop()

        assert "在运行，telegram：正在收消息" == checks["服务"]["said"]
        assert 1 == ran.code  # bound is the default, and nobody is registered
        assert not checks["谁可以提问"]["ok"]

    async def test_another_program_has_the_port(self, program: Program, settings: Callable[..., Settings], api: BotApi) -> None:
        """What answers there is not ours."""
        port = int(api.url.rpartition(":")[2])

        assert "是别的程序" in await self.said(settings(data_dir=program.data, http_port=port))


def test_admin(program: Program) -> None:
    """Registering, listing, correcting and taking back, from the command line."""
    assert "已登记：telegram:123（李会计）\n" == program.run("admin", "bind", "telegram:123", "--name", "李会计").out
    program.run("admin", "bind", "telegram:123", "--name", "李科长")
    (person,) = json.loads(program.run("admin", "people", "--json").out)
    assert ("telegram", "123", "李科长") == (person["channel"], person["external_id"], person["name"])
    assert "telegram:123\t李科长" in program.run("admin", "people").out
    assert "已取消登记：telegram:123\n" == program.run("admin", "unbind", "telegram:123").out
    assert "还没有登记任何人。\n" == program.run("admin", "people").out


def test_admin_mistakes(program: Program) -> None:
    """One line says what is wrong."""
    for arguments, code in ((("bind", "李会计"), 2), (("bind", "telegram: 1"), 2), (("unbind", "telegram:9"), 1), (("bind",), 2)):
        ran = program.run("admin", *arguments)
        assert (code, True) == (ran.code, is_one_chinese_line(ran)), arguments
