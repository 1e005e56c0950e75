"""A side of a comparison that takes in a unit below it, and the other scope of what was told."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, Reply, answer

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("交通局含公路站比数据局多多少", "多 129 万元"),
        ("数据局比交通局含客运站少多少", "少 116 万元"),
        ("交通局连同公路站和数据局谁多", "多 129 万元"),
        ("数据局比交通局含公路站、客运站少多少", "少 133 万元"),
    ],
)
def test_a_unit_with_one_below_it_is_one_side(asks_towns: Asks, question: str, said: str) -> None:
    """What is included is added to its side, and is none of its own."""
    reply = asks_towns(question)

    assert said in reply
    assert "含青禾县" in reply


def test_three_sides_stay_three(asks_towns: Asks) -> None:
    """Units that nothing includes are sides of their own."""
    assert "含" not in asks_towns("交通局、公路站和数据局差多少").text.split("（只算本级")[0]


def test_what_was_told_is_one_side(towns: Chat) -> None:
    """“比数据局多多少” goes on from the unit with the one below it."""
    assert "合计 147 万元" in towns.says("交通局含公路站多少")
    assert "多 129 万元" in towns.says("比数据局多多少")


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("交通局含下属多少", "不含呢"), "130 万元"),
        (("交通局含公路站多少", "不含呢"), "130 万元"),
        (("交通局本级多少", "含呢", "不算下属呢"), "130 万元"),
        (("交通局本级多少", "含呢"), "151 万元"),
        (("今年公路养护不含结转多少", "含呢"), "100 万元"),
        (("全县不含结转一共多少", "含呢"), "292 万元"),
    ],
)
def test_the_other_scope(towns: Chat, questions: tuple[str, ...], said: str) -> None:
    """“不含呢” and “含呢” turn the scope of what was told, or take back what was taken off."""
    replies = [towns.says(question) for question in questions]

    assert said in replies[-1], replies[-1].text


def test_nothing_to_turn(towns: Chat) -> None:
    """Where nothing was included, nobody knows what is to be left out."""
    towns.says("数据局多少")

    assert "clarify" == towns.says("不含呢").kind


def test_a_word_that_ends_one_name(memory: Store) -> None:
    """“林场” beside a bureau is the one unit whose name ends so, and no line of a form that says 林."""
    line = makers.indicator("林长制督查次数", "6次")
    targets = (
        makers.target("专项经费", unit="青禾县林业局", yuan="200000", indicators=[line]),
        makers.target("护林员补助", unit="青禾县东山国有林场", yuan="500000", table=2),
    )
    makers.load(memory, makers.statement(*targets))
    bot = conversation_of(memory)

    assert "少 30 万元" in answer(bot, "林业局比林场少多少")
    assert "合计 70 万元" in answer(bot, "林业局和林场一共多少")
