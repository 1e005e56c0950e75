"""A project that is not there, asked for beside a unit that is: nothing of the unit is told in its place."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Reply
from tests.bot.honesty import amounts

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("地铁站台改造多少钱，青禾县财政局的", "地铁站台改造"),
        ("路照项一年多少，青禾县财政局的", "路照项"),
        ("地铁站台改造，青禾县国库支付中心的", "地铁站台改造"),
        ("青禾县财政局的，地铁站台改造要多少钱", "地铁站台改造"),
        ("dtztgzgc预算多少，青禾县财政局的", "dtztgzgc"),
    ],
)
def test_in_another_clause_than_its_unit(asks_county: Asks, question: str, words: str) -> None:
    """The words in a clause that asks for something, or that are as long as names are, may name a project: no figure is stated over them."""
    reply = asks_county(question)

    assert reply.kind != "answer"
    assert words in reply
    assert not amounts(reply.text)


@pytest.mark.parametrize(
    "question", ["急，青禾县财政局有哪些项目", "领导在催，青禾县财政局2024年一共多少钱", "玛卡巴卡，网络运维多少钱"]
)
def test_words_in_a_clause_that_asks_nothing(asks_county: Asks, question: str) -> None:
    """What surrounds a question that is understood keeps nobody from the answer."""
    assert asks_county(question).kind == "answer"
