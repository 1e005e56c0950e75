"""What is remembered of a conversation."""

from datetime import timedelta

from store.conversations import recall, remember
from tests.makers import NOW

HOUR = timedelta(hours=1)


def test_nothing_was_said_yet(store):
    """A new chat remembers nothing."""
    assert recall(store, "群", "甲", now=NOW, lasts=HOUR) is None


def test_the_last_state_counts(store):
    """A person's state in a chat is replaced by the next."""
    remember(store, "群", "甲", '{"n": 1}', now=NOW)
    remember(store, "群", "甲", '{"n": 2}', now=NOW)

    assert '{"n": 2}' == recall(store, "群", "甲", now=NOW + HOUR, lasts=HOUR)


def test_two_people_in_a_group(store):
    """Each person in a group has a conversation of their own."""
    remember(store, "群", "甲", "甲的", now=NOW)
    remember(store, "群", "乙", "乙的", now=NOW)

    assert "甲的" == recall(store, "群", "甲", now=NOW, lasts=HOUR)


def test_too_long_ago(store):
    """What expired is forgotten, not only hidden."""
    remember(store, "群", "甲", "甲的", now=NOW)

    assert recall(store, "群", "甲", now=NOW + HOUR * 2, lasts=HOUR) is None
    assert recall(store, "群", "甲", now=NOW, lasts=HOUR) is None
