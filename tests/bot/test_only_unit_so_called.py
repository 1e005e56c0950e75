"""A word that is the end of one unit's name and of no other's."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import answer


def _store(memory: Store, *units: str) -> None:
    targets = [makers.target("管护员补助", unit=unit, yuan=f"{n}0000", table=n) for n, unit in enumerate(units, 1)]
    makers.load(memory, makers.statement(*targets))


def test_the_only_one(memory: Store) -> None:
    """“林场” is the only unit whose name ends so."""
    _store(memory, "青禾县东山国有林场", "青禾县水库管理所")

    assert "东山国有林场" in answer(conversation_of(memory), "林场管护员补助多少钱")
    assert "水库" not in answer(conversation_of(memory), "林场管护员补助多少钱")


def test_one_of_two(memory: Store) -> None:
    """Of two that are so called neither is picked."""
    _store(memory, "青禾县东山国有林场", "青禾县西山国有林场")
    reply = answer(conversation_of(memory), "林场管护员补助多少钱")

    assert ("东山" in reply) == ("西山" in reply)


@pytest.mark.parametrize("question", ["杜家林场管护员补助多少钱", "白杨县财政局管护员补助多少钱"])
def test_a_longer_name_is_another(memory: Store, question: str) -> None:
    """A name that only ends as a stored unit's does is another unit's."""
    _store(memory, "林场", "财政局")
    reply = answer(conversation_of(memory), question)

    assert reply.kind in ("clarify", "not_found")
    assert reply.facts == []


def test_its_word_names_no_line(memory: Store) -> None:
    """Where the word is the unit, its indicators of that name are not listed beside its projects."""
    line = makers.indicator("增加林场收入", "≥3万元")
    target = makers.target("管护员补助", unit="青禾县东山国有林场", yuan="10000", indicators=[line])
    makers.load(memory, makers.statement(target))
    reply = answer(conversation_of(memory), "林场有啥项目")

    assert "「管护员补助」 1 万元" in reply
    assert "增加林场收入" not in reply


@pytest.fixture
def woods(memory: Store) -> Store:
    """A unit two of whose projects begin with what it is called."""
    unit = "青禾县东山国有林场"
    names = ("林场道路维修（一期）", "林场道路维修（二期）", "护林员补助")
    makers.load(
        memory, makers.statement(*(makers.target(name, unit=unit, yuan=f"{n}0000", table=n) for n, name in enumerate(names, 1)))
    )
    return memory


@pytest.mark.parametrize("question", ["林场一共多少", "林场有哪些项目", "林场多少钱"])
def test_a_unit_rather_than_names_that_begin_so(woods: Store, question: str) -> None:
    """The projects that begin with the word are not all that the unit has."""
    assert "「护林员补助」 3 万元" in answer(conversation_of(woods), question)


@pytest.mark.parametrize("question", ["林场道路维修多少钱", "林场的道路维修多少钱", "林场道路一共多少"])
def test_more_of_the_name_is_the_name(woods: Store, question: str) -> None:
    """Who says more of these names means them alone."""
    reply = answer(conversation_of(woods), question)

    assert "道路维修（二期）" in reply
    assert "护林员" not in reply


@pytest.fixture
def ferry(memory: Store) -> Store:
    """A town one of whose projects begins with the name of the town, and another town's project that begins alike."""
    rows = (
        ("柳渡浮桥看护", "柳渡镇财政所"),
        ("村级保洁补助", "柳渡镇财政所"),
        ("石桥加固", "青禾县水务局"),
        ("村级保洁补助", "石桥乡财政所"),
    )
    makers.load(
        memory,
        makers.statement(*(makers.target(name, unit=unit, yuan=f"{n}0000", table=n) for n, (name, unit) in enumerate(rows, 1))),
    )
    return memory


@pytest.mark.parametrize("question", ["柳渡都有啥项目", "俺们柳渡有几个项目", "柳渡一共多少钱", "柳渡多少钱"])
def test_a_place_rather_than_a_name_that_begins_so(ferry: Store, question: str) -> None:
    """The one project that begins with the place is not all that the place has."""
    assert "「村级保洁补助」 2 万元" in answer(conversation_of(ferry), question)


@pytest.mark.parametrize(
    ("question", "project"),
    [
        ("柳渡浮桥多少钱", "柳渡浮桥看护"),
        ("柳渡的目标", "柳渡浮桥看护"),
        ("石桥加固多少钱", "石桥加固"),
        ("石桥多少钱", "石桥加固"),
    ],
)
def test_the_name_where_it_is_no_place(ferry: Store, question: str, project: str) -> None:
    """More of the name, what only a form tells, and a project that another unit has, are the project."""
    reply = answer(conversation_of(ferry), question)

    assert project in reply
    assert "村级保洁" not in reply
