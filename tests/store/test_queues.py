"""What waits: kept once, taken in order, given back by who dies, done with the last reply."""

import threading
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from store import inbox, outbox, queues
from store.database import Store
from store.outbox import Addressee, Message
from store.queues import LASTS
from store.tables.queues import InboxItem, OutboxItem
from tests.laws import law, proof
from tests.makers import NOW

SECOND = timedelta(seconds=1)


def event(number, chat="甲"):
    return {"event": str(number), "chat": chat, "raw": f'{{"n": {number}}}'}


def take(store, owner="w1", *, now=NOW, most=10, queue=InboxItem):
    """The events that `owner` gets now, as their numbers."""
    name = "event" if queue is InboxItem else "content"
    return [row[name] for row in queues.claim(store, queue, "t", owner, now=now, most=most)]


def answer(store, number, *contents, now=NOW, chat="甲"):
    """Puts replies to the event of that number into the outbox, as the answering loop does."""
    with store.transaction() as connection:
        if not inbox.answered(connection, ids(store, connection)[str(number)]):
            return False
        to = Addressee("t", chat, person="王")
        outbox.put(connection, to, contents, now=now, event=ids(store, connection)[str(number)])
        return True


def ids(store, connection):
    return {row.event: row.id for row in connection.execute(select(InboxItem.event, InboxItem.id))}


def outcomes(store, table=InboxItem):
    with store.reading() as connection:
        return list(connection.execute(select(table.outcome).order_by(table.id)).scalars())


def test_an_event_that_comes_twice(store):
    """A platform delivers again what it does not know to have been received: it is kept once, whatever became of it."""
    assert 2 == inbox.keep(store, "t", [event(1), event(2)], now=NOW)
    assert 1 == inbox.keep(store, "t", [event(2), event(3)], now=NOW)
    assert ["1"] == take(store)
    assert 0 == inbox.keep(store, "t", [event(1)], now=NOW)

    assert {"t": 3} == queues.waiting(store, InboxItem)


def test_events_of_two_channels_with_one_number(store):
    """Numbers are a platform's own."""
    assert 1 == inbox.keep(store, "t", [event(1)], now=NOW)
    assert 1 == inbox.keep(store, "w", [event(1)], now=NOW)

    assert ["1"] == take(store)
    assert {"t": 1, "w": 1} == queues.waiting(store, InboxItem)


def test_one_of_a_chat_at_a_time(store):
    """The second question of a chat waits until the first is answered; other chats do not."""
    inbox.keep(store, "t", [event(1), event(2), event(3, "乙")], now=NOW)

    assert ["1", "3"] == take(store)
    assert [] == take(store)
    answer(store, 1, "答")
    assert ["2"] == take(store)


def test_only_as_many_as_wanted(store):
    """The oldest come first."""
    inbox.keep(store, "t", [event(n, f"chat{n}") for n in range(5)], now=NOW)

    assert ["0", "1"] == take(store, most=2)
    assert ["2", "3", "4"] == take(store, most=9)


def test_who_took_it_dies(store):
    """A lease that nobody renews runs out: the event waits again, in its place."""
    inbox.keep(store, "t", [event(1), event(2)], now=NOW)
    take(store, "dead")

    assert [] == take(store, "w2", now=NOW + LASTS)
    assert ["1"] == take(store, "w2", now=NOW + LASTS + SECOND)


def test_who_took_it_is_slow(store):
    """A lease that is renewed does not run out."""
    inbox.keep(store, "t", [event(1)], now=NOW)
    take(store, "slow")
    queues.renew(store, "slow", now=NOW + LASTS)
    queues.renew(store, "another", now=NOW + 9 * LASTS)

    assert [] == take(store, "w2", now=NOW + LASTS + SECOND)
    assert ["1"] == take(store, "w2", now=NOW + 2 * LASTS + SECOND)


def test_both_answer(store):
    """Who was thought dead comes back: what the other has answered is not answered again."""
    inbox.keep(store, "t", [event(1)], now=NOW)
    take(store, "slow")
    take(store, "w2", now=NOW + LASTS + SECOND)

    assert answer(store, 1, "第一")
    assert not answer(store, 1, "第二")
    assert ["第一"] == take(store, queue=OutboxItem)


def test_giving_back(store):
    """What a process gives back at its end is taken by another at once; others keep theirs."""
    inbox.keep(store, "t", [event(1), event(2, "乙")], now=NOW)
    take(store, "leaves", most=1)
    take(store, "stays")
    queues.release(store, "leaves")

    assert ["1"] == take(store, "w3")


def test_the_only_process_starts(store):
    """It knows that nobody is at anything."""
    inbox.keep(store, "t", [event(1)], now=NOW)
    take(store, "dead")
    queues.release(store, None)

    assert ["1"] == take(store, "w2")


def test_not_before(store):
    """What was postponed is taken when it is due, and its chat waits with it."""
    inbox.keep(store, "t", [event(1), event(2), event(3, "乙")], now=NOW)
    row = queues.claim(store, InboxItem, "t", "w1", now=NOW, most=1)[0]
    queues.postpone(store, InboxItem, row["id"], "w1", due=NOW + SECOND)

    assert ["3"] == take(store)
    assert ["1"] == take(store, now=NOW + SECOND)


def test_tries_are_counted(store):
    """Whoever takes it sees how often it was taken: what kills a process again and again can be told."""
    inbox.keep(store, "t", [event(1)], now=NOW)
    moments = [NOW + n * (LASTS + SECOND) for n in range(3)]
    taken = [queues.claim(store, InboxItem, "t", f"w{now}", now=now, most=1)[0] for now in moments]
    assert [1, 2, 3] == [row["tries"] for row in taken]

    queues.postpone(store, InboxItem, taken[-1]["id"], f"w{moments[-1]}", due=NOW, counted=False)
    assert 3 == queues.claim(store, InboxItem, "t", "w", now=moments[-1], most=1)[0]["tries"]


def test_a_clock_that_jumps(store):
    """Whoever holds something never gets it again from its own clock: it knows that it is still at it."""
    inbox.keep(store, "t", [event(1)], now=NOW)
    take(store, "w1")

    assert [] == take(store, "w1", now=NOW + 9 * LASTS)


def test_giving_back_what_is_anothers(store):
    """Who was thought dead takes nothing away from who has taken over."""
    inbox.keep(store, "t", [event(1)], now=NOW)
    row = queues.claim(store, InboxItem, "t", "slow", now=NOW, most=1)[0]
    later = NOW + LASTS + SECOND
    take(store, "w2", now=later)
    queues.postpone(store, InboxItem, row["id"], "slow", due=later)

    assert [] == take(store, "w3", now=later)


def test_a_later_event_that_somebody_is_at(store):
    """Replicas may commit the events of one chat in another order than their numbers: still one at a time."""
    inbox.keep(store, "t", [event(1), event(2)], now=NOW)
    with store.transaction() as connection:
        first = InboxItem.__table__.update().where(InboxItem.event == "1")
        connection.execute(first.values(waiting=False))
    assert ["2"] == take(store, "w1")
    with store.transaction() as connection:
        connection.execute(first.values(waiting=True))

    assert [] == take(store, "w2")
    assert ["1"] == take(store, "w2", now=NOW + LASTS + SECOND)


def test_done_with_the_last_reply(store):
    """An event is done when all of its replies are out, not before."""
    inbox.keep(store, "t", [event(1)], now=NOW)
    take(store)
    answer(store, 1, "上半", "下半")
    first = queues.claim(store, OutboxItem, "t", "w", now=NOW, most=9)
    assert ["上半"] == [row["content"] for row in first]
    outbox.sent(store, first[0]["id"], "replied", now=NOW)
    assert [None] == outcomes(store)

    second = queues.claim(store, OutboxItem, "t", "w", now=NOW, most=9)
    outbox.sent(store, second[0]["id"], "replied", now=NOW)
    assert ["replied"] == outcomes(store)


def test_what_nobody_asked_for(store):
    """A message need not answer anything."""
    with store.transaction() as connection:
        outbox.put(connection, Addressee("t", "甲"), ["通知"], now=NOW)
    row = queues.claim(store, OutboxItem, "t", "w", now=NOW, most=9)[0]
    outbox.sent(store, row["id"], "sent", now=NOW)

    assert {} == queues.waiting(store, OutboxItem)


def test_a_message_by_its_number(store):
    """Buttons name the message that they belong to; another channel's numbers are not theirs."""
    inbox.keep(store, "t", [event(1)], now=NOW)
    answer(store, 1, "选哪个")
    number = queues.claim(store, OutboxItem, "t", "w", now=NOW, most=1)[0]["id"]

    assert Message("甲", "王", "选哪个") == outbox.message(store, "t", number)
    assert outbox.message(store, "w", number) is None
    assert outbox.message(store, "t", number + 1) is None


def test_a_message_by_the_platforms_name(store):
    """Once it is there it can be found by the platform's own name of it, which is unique in a chat only."""
    inbox.keep(store, "t", [event(1)], now=NOW)
    answer(store, 1, "选哪个")
    number = queues.claim(store, OutboxItem, "t", "w", now=NOW, most=1)[0]["id"]
    assert outbox.message_called(store, "t", "甲", "77") is None
    outbox.sent(store, number, "sent", now=NOW, handle="77")

    assert Message("甲", "王", "选哪个") == outbox.message_called(store, "t", "甲", "77")
    assert outbox.message_called(store, "t", "乙", "77") is None
    assert outbox.message_called(store, "w", "甲", "77") is None


def test_forgetting(store):
    """What was done long ago is deleted with its replies; what waits stays, however old; numbers are not used again."""
    inbox.keep(store, "t", [event(1), event(2), event(3)], now=NOW)
    inbox.settle(store, ids_of(store)["1"], "ignored", now=NOW)
    answer(store, 2, "答")
    row = queues.claim(store, OutboxItem, "t", "w", now=NOW, most=1)[0]
    outbox.sent(store, row["id"], "replied", now=NOW + 9 * SECOND)

    assert 1 == inbox.forget(store, before=NOW + SECOND)
    assert 1 == inbox.forget(store, before=NOW + 10 * SECOND)
    assert {"3"} == set(ids_of(store))
    with store.transaction() as connection:
        outbox.put(connection, Addressee("t", "甲"), ["新"], now=NOW)
    assert row["id"] < queues.claim(store, OutboxItem, "t", "w", now=NOW, most=1)[0]["id"]


def ids_of(store):
    with store.reading() as connection:
        return ids(store, connection)


def test_many_take_at_once(store: Store):
    """Threads that take from one queue never get the same event, and lose none."""
    inbox.keep(store, "t", [event(n, f"chat{n % 20}") for n in range(100)], now=NOW)
    taken: list[str] = []

    def work(owner: str) -> None:
        while rows := queues.claim(store, InboxItem, "t", owner, now=NOW, most=3):
            for row in rows:
                taken.append(row["event"])
                inbox.settle(store, row["id"], "ignored", now=NOW)

    threads = [threading.Thread(target=work, args=(f"w{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    work("last")  # what was behind an event that another was at

    assert sorted(taken, key=int) == [str(n) for n in range(100)]
    for chat in range(20):
        mine = [int(n) for n in taken if int(n) % 20 == chat]
        assert mine == sorted(mine)


STEPS = st.lists(st.tuples(st.sampled_from("甲乙丙"), st.sampled_from(["take", "die", "answer", "send"])), max_size=25)


@given(STEPS)
@law(15, shrink=False)
def test_whatever_happens(memory, emptied, steps):
    """Law: each event is sent once and in its chat's order, whoever takes it and dies in between."""
    each_is_sent_once_and_in_order(memory, emptied, steps)


@pytest.mark.prove
@given(STEPS)
@proof(200)
def test_whatever_happens_at_length(store, emptied, steps):
    """The same at length, on each database."""
    each_is_sent_once_and_in_order(store, emptied, steps)


def each_is_sent_once_and_in_order(store, emptied, steps):
    emptied(store)
    now, lives, at_work, gone = NOW, 0, [], []

    def settle_all() -> None:
        for row in at_work:
            answer(store, row["event"], f"{row['chat']}{row['event']}", chat=row["chat"])
        at_work.clear()
        while rows := queues.claim(store, OutboxItem, "t", "w", now=now, most=2):
            for row in rows:
                gone.append(row["content"])
                outbox.sent(store, row["id"], "replied", now=now)

    for said, (chat, step) in enumerate(steps, 1):
        inbox.keep(store, "t", [event(said, chat), event(max(1, said - 1), chat)], now=now)
        if step == "die":
            at_work.clear()
            lives += 1
            now += LASTS + SECOND
        elif step == "send":
            settle_all()
        elif step == "take":
            at_work.extend(queues.claim(store, InboxItem, "t", f"w{lives}", now=now, most=2))
    now += LASTS + SECOND
    at_work.clear()
    while rows := queues.claim(store, InboxItem, "t", "last", now=now, most=3):
        at_work.extend(rows)
        settle_all()

    assert sorted(gone, key=lambda c: int(c[1:])) == [f"{chat}{n}" for n, (chat, _) in enumerate(steps, 1)]
    assert all(
        [c for c in gone if c[0] == chat] == sorted((c for c in gone if c[0] == chat), key=lambda c: int(c[1:]))
        for chat in "甲乙丙"
    )
