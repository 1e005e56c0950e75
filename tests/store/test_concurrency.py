"""Several writers, and a process that dies in the middle."""

import threading

from sqlalchemy import text

from store import targets
from store.database import open_store
from tests import makers
from tests.forking import Running

COUNTS = """
import sys
from sqlalchemy import text
from store.database import open_store
store = open_store(sys.argv[1])
for _ in range(25):
    with store.transaction() as connection:
        store.exclusive(connection)
        number = connection.execute(text("SELECT number FROM meta")).scalar_one()
        connection.execute(text("UPDATE meta SET number = :n"), {"n": number + 1})
"""

LOADS = """
import sys
from store.database import open_store
from tests import makers
store = open_store(sys.argv[1])
for n in range(5):
    name = f"{sys.argv[2]}-{n}"
    both = makers.target("共同的项目", yuan=str(n + 1)), makers.target(name, table=2)
    makers.load(store, makers.statement(*both, document=name))
"""

DIES = """
import os, signal, sys
from sqlalchemy import event
from store.database import open_store
from tests import makers
store = open_store(sys.argv[1])
def die(connection, cursor, statement, *rest):
    if statement.startswith("INSERT INTO " + sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(store.engine, "after_cursor_execute", die)
makers.load(store, makers.statement(makers.target(indicators=[makers.indicator()])))
"""


def start(program, *arguments):
    return Running([program, *arguments])


def test_processes_that_read_and_write(url):
    """What a transaction has read is still so when it writes: 4 processes of 25 steps make 100."""
    open_store(url).close()
    assert [0] * 4 == [process.wait() for process in [start(COUNTS, url) for _ in range(4)]]

    store = open_store(url)
    assert 100 == targets.version(store)
    store.close()


def test_threads_that_read_and_write(url):
    """The same for threads that share a store."""
    store = open_store(url)

    def step():
        for _ in range(10):
            with store.transaction() as connection:
                store.exclusive(connection)
                number = connection.execute(text("SELECT number FROM meta")).scalar_one()
                connection.execute(text("UPDATE meta SET number = :n"), {"n": number + 1})

    threads = [threading.Thread(target=step) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 80 == targets.version(store)
    store.close()


def test_processes_that_load_at_once(url):
    """Loads from several processes lose nothing, and agree on what is current of the project that all of them state."""
    open_store(url).close()
    assert [0] * 4 == [process.wait() for process in [start(LOADS, url, name) for name in "abcd"]]

    store = open_store(url)
    views = targets.everything(store)
    store.close()
    shared = [view for view in views if view.target.project == "共同的项目"]
    assert (25, 5, True) == (len(views), len(shared), all(view.conflict for view in shared))
    assert [f"a-{n}" for n in range(5)] == [view.document for view in shared]


def test_a_process_is_killed_in_the_middle_of_a_load(url):
    """Nothing half stays: a load that died can be done again."""
    for table in ("document", "statement", "indicator", "current_target", "load"):
        assert -9 == start(DIES, url, table).wait()
        store = open_store(url)
        assert (0, 0, []) == (targets.document_count(store), targets.version(store), targets.everything(store))
        store.close()

    store = open_store(url)
    assert 1 == makers.load(store, makers.statement()).new
    store.close()
