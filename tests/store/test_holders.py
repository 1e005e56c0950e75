"""Which current statements hold words, and what else they say."""

from store.database import Store
from store.holders import counted, holders
from tests import makers


def _filled(store: Store) -> None:
    makers.load(
        store,
        makers.statement(
            makers.target("河道清淤", goal="购置割草船。"),
            makers.target("水质监测", goal="按月监测。", table=2),
            makers.target("河道保洁", goal="打捞漂浮物。", table=3),
        ),
    )


def test_how_many_hold_each(store: Store) -> None:
    """Each text is counted over names, goals and indicators, to one more than is wanted."""
    _filled(store)

    assert {"河道": 2, "割草船": 1, "无人机": 0} == counted(store, ["河道", "割草船", "无人机", "割草船"], 5)
    assert {"河道": 2} == counted(store, ["河道"], 1)
    assert {} == counted(store, ["，"], 5)


def test_what_they_say(store: Store) -> None:
    """The words come folded, beside the names as they are printed; of too many there is none."""
    _filled(store)
    found = holders(store, ["割草船", "漂浮物"], 5)

    assert [("河道清淤", "购置割草船"), ("河道保洁", "打捞漂浮物")] == [(one.project, one.goals) for one in found]
    assert [] == holders(store, ["河道", "水质"], 2)
    assert [] == holders(store, [], 5)
