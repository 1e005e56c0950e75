"""What one process may do at a time."""

import subprocess
import sys
from datetime import timedelta

import pytest

from store import leases, queues
from store.alone import Alone
from store.database import open_store
from store.errors import AlreadyServed
from store.queues import LASTS
from tests.makers import NOW

SECOND = timedelta(seconds=1)


def test_a_right_that_somebody_has(store):
    """Only one has it; who has it may take it again."""
    assert leases.take(store, "poll", "a", now=NOW)
    assert not leases.take(store, "poll", "b", now=NOW + LASTS)
    assert leases.take(store, "poll", "a", now=NOW + LASTS)
    assert leases.take(store, "other", "b", now=NOW)


def test_a_right_that_ran_out(store):
    """Who does not renew it loses it, and does not get it back from the next."""
    leases.take(store, "poll", "a", now=NOW)

    assert leases.take(store, "poll", "b", now=NOW + LASTS + SECOND)
    assert not leases.take(store, "poll", "a", now=NOW + LASTS + 2 * SECOND)


def test_a_right_that_is_renewed(store):
    """Renewing what a process holds renews its rights."""
    leases.take(store, "poll", "a", now=NOW)
    queues.renew(store, "a", now=NOW + LASTS)

    assert not leases.take(store, "poll", "b", now=NOW + LASTS + SECOND)


def test_a_right_of_who_leaves(store):
    """What a process gives back at its end another may take at once."""
    leases.take(store, "poll", "a", now=NOW)
    queues.release(store, "b")
    assert not leases.take(store, "poll", "b", now=NOW)
    queues.release(store, "a")

    assert leases.take(store, "poll", "b", now=NOW)


def test_two_that_serve_from_one_file(tmp_path):
    """The second is refused in words; when the first ends, however it dies, the next may."""
    address = f"sqlite:///{tmp_path}/store.db"
    store = open_store(address)
    program = f"import sys, store.alone as l, store.database as d; a = l.Alone(d.open_store({address!r})); print('held', flush=True); sys.stdin.read()"
    first = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert b"held\n" == first.stdout.readline()

    with pytest.raises(AlreadyServed, match="已经有一个 wenxiao serve"):
        Alone(store)
    first.kill()
    first.communicate()
    alone = Alone(store)
    assert alone.held
    alone.close()
    store.close()


def test_several_may_serve_from_a_server(request):
    """On PostgreSQL, and in memory, nobody is alone."""
    for address in (request.getfixturevalue("postgresql")(), "sqlite://"):
        store = open_store(address)
        assert not Alone(store).held
        store.close()
