"""Opening a store, and what its transactions promise."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import column, table, text, update
from sqlalchemy.exc import IntegrityError

from store import targets
from store.database import open_store
from store.errors import NewerStore, NotAStore, StoreBusy, StoreUnreachable
from store.migrations import VERSION_TABLE
from tests import makers


def test_a_new_file_is_ours_alone(tmp_path):
    """It will hold who asked what: other users of the machine cannot read it."""
    open_store(f"sqlite:///{tmp_path}/store.db").close()

    assert 0o600 == (tmp_path / "store.db").stat().st_mode & 0o777


def test_a_password_with_an_at_sign():
    """Whatever stands before the last @ is not shown, though an @ in a password must be written %40."""
    with pytest.raises(StoreUnreachable) as raised:
        open_store("postgresql://u:a@geheim@127.0.0.1:1/db")

    assert "geheim" not in str(raised.value)


def test_a_database_that_turned_read_only(request):
    """After a failover the server takes no writes: that is said in words, and is no mistake of ours."""
    store = open_store(request.getfixturevalue("postgresql")())

    def write() -> None:
        with store.transaction() as connection:
            connection.execute(text("SET TRANSACTION READ ONLY"))
            connection.execute(text("UPDATE meta SET number = number"))

    with pytest.raises(StoreUnreachable, match="只能读"):
        write()
    store.close()


def test_a_lock_that_nobody_gives_back(request):
    """On PostgreSQL, too, one waits only so long for another."""
    address = request.getfixturevalue("postgresql")()
    holder, waiter = open_store(address), open_store(address, patience=0.2)
    with holder.transaction() as connection:
        connection.execute(text("LOCK TABLE meta"))
        with pytest.raises(StoreBusy):
            targets.version(waiter)
    holder.close()
    waiter.close()


def test_sqlite_is_set_up_for_several_processes(tmp_path):
    """WAL lets readers read while one writes; foreign keys are on in every connection."""
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    with store.reading() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "foreign_keys", "synchronous")
        ]
    store.close()

    assert ["wal", 1, 2] == pragmas


def test_a_row_that_refers_to_nothing(store):
    """The databases keep us from statements without a document."""
    orphan = "INSERT INTO current_target (statement_id, project_id, year, conflict) VALUES (7, 7, 2024, :no)"
    with pytest.raises(IntegrityError), store.transaction() as connection:
        connection.execute(text(orphan), {"no": False})


def test_an_error_in_a_transaction(store):
    """A transaction that fails leaves nothing behind."""
    with pytest.raises(IntegrityError):
        write_and_fail(store)

    assert 0 == targets.version(store)


def write_and_fail(store):
    with store.transaction() as connection:
        connection.execute(text("UPDATE meta SET number = 7"))
        connection.execute(text("INSERT INTO meta (name, number) VALUES ('version', 1)"))


def test_a_reading_sees_one_moment(store):
    """What is loaded while somebody reads is not seen by that reading."""
    with store.reading() as connection:
        before = targets.everything(connection)
        other = threading.Thread(target=makers.load, args=(store, makers.statement()))
        other.start()
        other.join()
        assert before == targets.everything(connection) == []

    assert 1 == len(targets.everything(store))


def test_in_memory_a_reading_inside_of_a_reading(memory):
    """In memory there is one connection, and it is shared instead of refused."""
    makers.load(memory, makers.statement())
    with memory.reading():
        assert 1 == len(targets.everything(memory))


def test_in_memory_threads_take_turns(memory):
    """A store in memory may be shared by threads."""
    loads = [makers.statement(makers.target(f"项目{n}"), document=f"文件{n}") for n in range(16)]
    threads = [threading.Thread(target=makers.load, args=(memory, one)) for one in loads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 16 == len(targets.everything(memory))


def test_there_is_no_store_yet(tmp_path):
    """Who only asks is told that nothing was loaded, and no empty file is left behind."""
    with pytest.raises(StoreUnreachable, match="请先导入文件"):
        open_store(f"sqlite:///{tmp_path}/none.db", create=False)
    assert [] == list(tmp_path.iterdir())


def test_a_store_in_a_new_folder(tmp_path):
    """The folder of a new store is made."""
    open_store(f"sqlite:///{tmp_path}/a/b/store.db").close()

    assert (tmp_path / "a/b/store.db").exists()


def test_a_folder_instead_of_a_file(tmp_path):
    """What cannot be opened is said with its place."""
    with pytest.raises(StoreUnreachable, match=str(tmp_path)):
        open_store(f"sqlite:///{tmp_path}")


def test_a_file_that_is_no_database(tmp_path):
    """A file of another kind is refused and stays as it is."""
    file = tmp_path / "budget.xlsx"
    file.write_bytes(b"PK" + bytes(range(256)) * 40)
    with pytest.raises(NotAStore, match="不是问效的数据库"):
        open_store(f"sqlite:///{file}")

    assert b"PK" + bytes(range(256)) * 40 == file.read_bytes()


def test_the_database_of_another_program(tmp_path):
    """A database with tables called like ours is not written into."""
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE document (name TEXT)")
    connection.close()

    with pytest.raises(NotAStore, match="document"):
        open_store(f"sqlite:///{tmp_path}/other.db")


def test_a_store_of_a_newer_program(url):
    """A schema that we do not know is not touched."""
    store = open_store(url)
    with store.transaction() as connection:
        connection.execute(update(table(VERSION_TABLE, column("version_num"))).values(version_num="9999"))
    store.close()

    with pytest.raises(NewerStore, match="9999"):
        open_store(url)


def test_somebody_else_holds_the_store(url):
    """A writer that waits too long says so instead of waiting for ever."""
    holder, waiting = open_store(url), open_store(url, patience=0.2)
    with holder.transaction() as connection:
        holder.exclusive(connection)
        with pytest.raises(StoreBusy, match="占用"):
            makers.load(waiting, makers.statement())
    holder.close()
    waiting.close()


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://wenxiao:s3cret@127.0.0.1:1/none",
        "postgresql://wenxiao:s3cret@127.0.0.1:port/none",
        "postgresql://127.0.0.1:1/none?user=wenxiao&password=s3cret",
        "mysql://wenxiao:s3cret@127.0.0.1/none",
        "wenxiao:s3cret",
        "postgresql://wenxiao:s3cret@127.0.0.1:1/none?bogus=x",
        "postgresql://wenxiao:s3cret@127.0.0.1:1/%00",
        "postgresql+asyncpg://wenxiao:s3cret@127.0.0.1:1/none",
        "sqlite+aiosqlite:///s3cret/%00.db",
    ],
)
def test_passwords_stay_out_of_messages(address):
    """An operator's password never stands in what goes to a log."""
    with pytest.raises(StoreUnreachable) as raised:
        open_store(address)

    assert "s3cret" not in str(raised.value) + repr(raised.value)


@pytest.mark.parametrize("address", ["sqlite:///{}/%00.db", "sqlite:///{}/x.db?mode=ro", "sqlite:///file:{}/x.db?uri=true"])
def test_an_address_that_sqlite_would_take_for_another(tmp_path, address):
    """Options that would be passed over and names that cannot be are refused, and nothing is made."""
    with pytest.raises(StoreUnreachable, match="地址"):
        open_store(address.format(tmp_path))

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("create", [True, False])
def test_a_name_that_is_too_long(tmp_path, create):
    """The system's reason is said in Chinese."""
    with pytest.raises(StoreUnreachable, match="路径太长"):
        open_store(f"sqlite:///{tmp_path}/{'x' * 5000}/store.db", create=create)


def test_a_full_disk():
    """What the database says is said in Chinese where it is one of the usual reasons."""
    full = open_store("sqlite://")
    with full.transaction() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreUnreachable, match="磁盘已满"), full.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE big AS SELECT zeroblob(1000000) AS x")
    full.close()


def test_the_migrations_travel_with_the_package():
    """The migrations stand beside the code, wherever that is installed."""
    import store.migrations

    assert (Path(store.migrations.__file__).parent / "versions" / "0001_statements.py").exists()
