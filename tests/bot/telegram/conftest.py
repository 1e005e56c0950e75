"""The bot in Telegram: the service in this process, over the bundled document, against a Bot API of our own."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import certifi
import pytest

from bot.app import service_of
from bot.service.http import listening
from bot.service.serving import Service
from bot.settings import Settings
from store.database import Store
from tests.botapi.server import BotApi


@pytest.fixture(scope="session", autouse=True)
def few_certificates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every client reads all authorities of the world when it is made, which takes longer than most calls; here is no TLS."""
    first, end, _ = Path(certifi.where()).read_text(encoding="ascii", errors="ignore").partition("-----END CERTIFICATE-----\n")
    one = tmp_path_factory.mktemp("certificates") / "one.pem"
    one.write_text(first[first.index("-----BEGIN") :] + end, encoding="ascii")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SSL_CERT_FILE", str(one))
        yield


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A Telegram of its own, which has nothing to complain about at the end."""
    with BotApi() as api:
        yield api
        assert [] == api.violations


@pytest.fixture
def settings(api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Settings]:
    """The settings of an office where everybody may ask, but for what the test says."""
    monkeypatch.chdir(tmp_path)  # no .env

    def made(**said: object) -> Settings:
        usual = {"data_dir": tmp_path, "access": "open", "telegram_token": api.token, "telegram_api_url": api.url}
        return Settings(**{**usual, **said})

    return made


@asynccontextmanager
async def served(store: Store, settings: Settings) -> AsyncIterator[Service]:
    """The service, running; at the end it is stopped as SIGTERM stops it."""
    service, stop = service_of(store, settings, lambda: datetime.now(UTC)), asyncio.Event()
    with listening("127.0.0.1", 0) as listener:
        running = asyncio.create_task(service.run(stop, listener))
        try:
            yield service
            assert not running.done(), running.result()
        finally:
            stop.set()
            await asyncio.wait_for(running, 30)


@pytest.fixture
async def service(bundle: Store, settings: Callable[..., Settings]) -> AsyncIterator[Service]:
    """The service over the bundled document."""
    async with served(bundle, settings()) as service:
        yield service
