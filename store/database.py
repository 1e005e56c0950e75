"""Opening the store: the engine, its pragmas and migrations, `transaction()` and `reading()`."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, StaticPool, column, create_engine, event, inspect, make_url, select, table, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, InternalError, NotSupportedError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel import SQLModel

from store.errors import NewerStore, NotAStore, OlderStore, StoreBusy, StoreError, StoreUnreachable, os_reason
from store.migrations import VERSION_TABLE, known, migrate
from store.migrations import create as make_schema

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

Transaction = Connection
"""What `Store.transaction()` and `Store.reading()` yield: whoever has one may pass it on instead of the store."""

_LOCK = 0x77656E78  # "wenx": the advisory lock of everybody who writes statements or migrates
_WRITING = "wenxiao_writing"


class Store:
    """An open store.  Threads may share it; a connection belongs to the thread and the `with` that got it."""

    def __init__(self, engine: Engine, where: str, patience: float) -> None:
        self.engine = engine
        self.where = where
        self.patience = patience
        self._memory = engine.pool.__class__ is StaticPool
        # In memory there is one connection: threads take turns, and a reading inside of a reading is the same one.
        self._turn = threading.RLock()
        self._open: Connection | None = None

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[Connection]:
        """All or nothing, with the right to write from its first moment on (BEGIN IMMEDIATE).

        Do what takes long before it: on SQLite all other writers wait.  `keep=False` rolls back at the end (a dry run).
        Raises `StoreBusy`, `StoreUnreachable`.
        """
        with self._turn if self._memory else nullcontext():
            if self._open is not None:
                raise RuntimeError("a transaction inside of another transaction or reading")
            with self._connection({_WRITING: True}) as connection, connection.begin() as begun:
                yield connection
                if not keep:
                    begun.rollback()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent snapshot of the store, for as many queries as wanted.  Raises `StoreBusy`, `StoreUnreachable`."""
        with self._turn if self._memory else nullcontext():
            if self._open is not None:
                yield self._open
                return
            snapshot = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            options = snapshot if self.engine.dialect.name == "postgresql" else {}
            with self._connection(options) as connection, connection.begin():
                yield connection

    @contextmanager
    def _connection(self, options: dict[str, Any]) -> Iterator[Connection]:
        try:
            with self.engine.connect().execution_options(**options) as connection:
                self._open = connection if self._memory else None
                yield connection
        except (DBAPIError, PoolTimeout) as error:
            if (said := _translate(error, self.where, self.patience)) is None:
                raise
            raise said from error
        finally:
            self._open = None

    def exclusive(self, connection: Connection) -> None:
        """Waits until no other transaction that asked for this is open; SQLite's own transactions already wait so."""
        if self.engine.dialect.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = {int(self.patience * 1000)}"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))

    def close(self) -> None:
        """Gives all connections back."""
        self.engine.dispose()


@contextmanager
def connected(store: Store | Connection) -> Iterator[Connection]:
    """A connection to read from: a snapshot of the store, or the connection that the caller already has."""
    if isinstance(store, Connection):
        yield store
        return
    with store.reading() as connection:
        yield connection


@contextmanager
def writing(store: Store | Connection) -> Iterator[Connection]:
    """A connection to write with: a transaction of its own, or the one that the caller is in."""
    if isinstance(store, Connection):
        yield store
        return
    with store.transaction() as connection:
        yield connection


def inserting(connection: Connection, table: type[SQLModel]) -> "postgresql.Insert | sqlite.Insert":
    """An INSERT that can say what to do where the row is there already: both databases have it, each in its own dialect."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    return sqlite.insert(table)


def open_store(url: str, *, create: bool = True, upgrade: bool = True, patience: float = 30.0) -> Store:
    """The store at `sqlite:///file`, `sqlite://` (in memory) or `postgresql://…`, its schema brought up to date.

    `create=False` refuses a store that is not there yet, `upgrade=False` one of an older program; `patience` is how many
    seconds to wait for other writers.  Raises `StoreUnreachable`, `NotAStore`, `NewerStore`, `OlderStore`, `StoreBusy`.
    """
    address = _address(url)
    where = _where(address)
    if address.get_backend_name() == "sqlite":
        _prepare_folder(address, where, create)
    store = Store(_engine(address, patience), where, patience)
    try:
        with store.reading() as connection:
            current = _current(connection, store.where)
        if current != known()[-1]:
            _upgrade(store, current, create=create, upgrade=upgrade)
    except BaseException:
        store.close()
        raise
    return store


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        # Neither the address nor the error that quotes it is shown: there may be a password in it.
        raise StoreUnreachable("（地址无法识别）", "应为 sqlite:///文件 或 postgresql://用户:密码@主机/库名") from None
    if "\0" in address.render_as_string(hide_password=False) or "%00" in url:
        raise StoreUnreachable("（地址无法识别）", "地址里有空字符（%00）")
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername="postgresql+psycopg")
    if address.drivername not in ("sqlite", "postgresql+psycopg"):
        raise StoreUnreachable(address.drivername, "只支持 sqlite:// 和 postgresql://")
    if address.drivername == "sqlite" and (address.query or (address.database or "").startswith("file:")):
        # They would be passed over (mode=ro), or make a folder called “file:”.
        raise StoreUnreachable(address.database or "（内存）", "SQLite 地址不能带“?”后的选项，也不能写成 file:，只写文件路径")
    return address


def _where(address: URL) -> str:
    if address.get_backend_name() == "sqlite":
        return address.database or "（内存）"
    host = (address.host or str(address.query.get("host") or "localhost")).rpartition("@")[2]  # a password may hold an “@”
    return f"{host}{f':{address.port}' if address.port else ''}/{address.database or ''}"


def _prepare_folder(address: URL, where: str, create: bool) -> None:
    if address.database in (None, "", ":memory:"):
        return
    file = Path(address.database or "")
    try:
        if not create and not file.exists():
            raise StoreUnreachable(where, "文件不存在，请先导入文件")
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)  # it will hold who asked what
    except OSError as error:
        raise StoreUnreachable(where, f"文件夹建不了（{os_reason(error)}）") from error


def _engine(address: URL, patience: float) -> Engine:
    if address.get_backend_name() != "sqlite":
        return _postgresql(address, patience)
    if address.database in (None, "", ":memory:"):
        engine = create_engine(address, hide_parameters=True, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(
            address, hide_parameters=True, pool_size=8, max_overflow=24, connect_args={"check_same_thread": False}
        )
    event.listen(engine, "connect", lambda connection, _record: _pragmas(connection, patience))
    event.listen(engine, "begin", _begin)
    return engine


def _postgresql(address: URL, patience: float) -> Engine:
    try:
        engine = create_engine(
            address, hide_parameters=True, pool_pre_ping=True, pool_size=8, max_overflow=24, connect_args={"connect_timeout": 10}
        )
    except ImportError as error:
        raise StoreUnreachable(_where(address), "没有安装 PostgreSQL 驱动，请安装 wenxiao[postgresql]") from error
    event.listen(engine, "connect", lambda connection, _record: _patience(connection, patience))
    return engine


def _patience(connection: DBAPIConnection, patience: float) -> None:
    """Whoever waits for a lock waits no longer than that, as on SQLite."""
    connection.cursor().execute(f"SET lock_timeout = {int(patience * 1000)}")
    connection.commit()


def _pragmas(connection: sqlite3.Connection, patience: float) -> None:
    connection.isolation_level = None  # the driver would begin transactions later than we mean
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
    if cursor.execute("PRAGMA journal_mode").fetchone() == ("delete",):
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # what a platform was told that we have must outlive a power cut
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A deferred BEGIN that writes after it has read fails when somebody wrote in between; this one waits for its turn.
    writing = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _current(connection: Connection, where: str) -> str | None:
    """The revision of the schema, None where nothing of ours is there yet."""
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        from store.tables import schema

        if theirs := sorted(tables & set(schema().tables)):
            raise NotAStore(where, f"已有同名的表 {'、'.join(theirs)}")
        return None
    found = connection.execute(select(column("version_num")).select_from(table(VERSION_TABLE))).scalar()
    if found is not None and found not in known():
        raise NewerStore(where, str(found), known()[-1])
    return found


def _upgrade(store: Store, current: str | None, *, create: bool, upgrade: bool) -> None:
    if current is not None and not upgrade:
        raise OlderStore(store.where, current, known()[-1])
    if current is None and not create:
        raise StoreUnreachable(store.where, "里面还没有数据，请先导入文件")
    with store.transaction() as connection:
        store.exclusive(connection)
        # Another process may have done it while we waited.
        current = _current(connection, store.where)
        if current is None:
            make_schema(connection)
        elif current != known()[-1]:
            migrate(connection)


def _translate(error: DBAPIError | PoolTimeout, where: str, patience: float) -> StoreError | None:
    if isinstance(error, PoolTimeout):
        return StoreBusy(where, patience)
    said = str(error.orig)
    if "database is locked" in said or "lock timeout" in said:
        return StoreBusy(where, patience)
    if "not a database" in said or "malformed" in said:
        return NotAStore(where, "文件内容不是 SQLite 数据库，或已损坏")
    if isinstance(error, (OperationalError, InterfaceError, InternalError, NotSupportedError)):
        return StoreUnreachable(where, _in_chinese(said))
    if error.statement is None:
        # Before any statement there is only the address to be wrong; what the driver says might quote the password.
        return StoreUnreachable(where, "地址里有数据库不认识的选项或写法")
    return None


def _in_chinese(said: str) -> str:
    line = next(iter(said.strip().splitlines()), "没有说明原因")
    return next((reason for words, reason in _SAID.items() if words in said), line)


_SAID = {
    "disk is full": "磁盘已满",
    "No space left": "磁盘已满",
    "disk I/O error": "磁盘读写出错",
    "unable to open database file": "打不开这个文件，或不能在它所在的文件夹里写",
    "during recovery": "这是备库，只能读",
    "read-only transaction": "数据库现在只能读（可能是备库）",
    "readonly database": "文件只能读，不能写",
    "Connection refused": "连接被拒绝，数据库服务可能没有启动",
    "password authentication failed": "用户名或密码不对",
    "could not translate host name": "找不到这台主机",
    "failed to resolve host": "找不到这台主机",
    "timeout expired": "连接超时",
    "server closed the connection": "连接断了",
    "no such table": "缺少表，库被改动过",
}
