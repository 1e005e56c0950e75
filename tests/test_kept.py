"""What is kept of a store in memory is what recording would write, and nothing else that a test wrote is lost or passed on."""

import pytest
from sqlalchemy import insert, select

from store.database import Store
from store.tables import schema
from store.tables.base import Meta
from tests import kept, makers

ROADS, BRIDGES = makers.statement(document="道路"), makers.statement(makers.target("桥梁检测"), document="桥梁")


def dump(store: Store) -> str:
    """Every row of every table."""
    with store.reading() as connection:
        return "\n".join(
            f"{table.name}: {row}"
            for table in schema().sorted_tables
            for row in sorted(map(str, connection.execute(select(table))))
        )


def _fill(store: Store, emptied) -> list[object]:
    kept.anew(store, lambda: emptied(store))
    return [makers.load(store, ROADS), makers.load(store, BRIDGES)]


def test_a_copy_is_what_recording_writes(memory, emptied, monkeypatch):
    outcomes, first = _fill(memory, emptied), dump(memory)
    monkeypatch.setattr(makers, "record", _never)
    assert (_fill(memory, emptied), dump(memory)) == (outcomes, first)
    assert "桥梁检测" in first


def _never(*_given, **_named):
    raise AssertionError("recorded again")


def test_what_else_was_written_stays(memory, emptied):
    _fill(memory, emptied)
    kept.anew(memory, lambda: emptied(memory))
    makers.load(memory, ROADS)
    with memory.transaction() as connection:
        connection.execute(insert(Meta).values(name="another", number=7))
    makers.load(memory, BRIDGES)
    assert "another" in dump(memory)
    assert "桥梁检测" in dump(memory)
    _fill(memory, emptied)
    assert "another" not in dump(memory)


class Refused(Exception):
    """What was done failed in the middle."""


def test_what_fails_is_not_kept(memory, emptied):
    def fails() -> None:
        with memory.transaction() as connection:
            connection.execute(insert(Meta).values(name="half", number=1))
        raise Refused

    for _ in range(2):
        kept.anew(memory, lambda: emptied(memory))
        with pytest.raises(Refused):
            kept.once(memory, b"half", fails)
        makers.load(memory, ROADS)
        assert "half" in dump(memory)


def test_only_so_much_is_kept(memory, emptied):
    for year in range(2000, 2000 + kept._MOST + 5):
        kept.anew(memory, lambda: emptied(memory))
        makers.load(memory, makers.statement(makers.target(year=year)))
    assert len(kept._kept) == kept._MOST
