"""其他 beside another kind of money is 其他资金."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("水务局不含其他和结转一共多少", "180 万元"),
        ("水务局除了结转和其他多少", "180 万元"),
        ("水务局不算结转、其他多少", "180 万元"),
        ("水务局扣掉结转以及其它的还剩多少", "180 万元"),
        ("水务局刨去上年结转和其他还有多少", "180 万元"),
        ("河道清淤除了其他还有多少", "50 万元"),
        ("河道清淤不含其他是多少", "50 万元"),
        ("河道清淤财政拨款和其他各多少", "其他资金（预算安排） 10 万元"),
        ("河道清淤财政、其他各多少", "财政拨款（预算安排） 50 万元，其他资金（预算安排） 10 万元"),
    ],
)
def test_a_kind_of_money(asks_bureaus: Asks, question: str, words: str) -> None:
    """It is taken off, or told, as 其他资金 is."""
    reply = asks_bureaus(question)

    assert reply.kind == "answer", reply.text
    assert words in reply
    assert "其他资金" in reply


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("除了河道清淤其他多少", "940 万元"),
        ("除了水务局，其他一共多少", "790 万元"),
        ("水务局除了结转其他多少", "190 万元"),  # what is left
        ("水务局除了结转，其他是多少", "190 万元"),
        ("水务局除了河道清淤其他项目一共多少", "150 万元"),
    ],
)
def test_all_the_others(asks_bureaus: Asks, question: str, words: str) -> None:
    """Where it stands for what is left it still does."""
    assert words in asks_bureaus(question)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("河道清淤今年多少", "其中财政拨款多少", "别的呢，其他资金"), "其他资金（预算安排） 10 万元：青禾县水务局「河道清淤」"),
        (("河道清淤今年多少", "其他的呢，财政拨款"), "财政拨款（预算安排） 50 万元：青禾县水务局「河道清淤」"),
        (("水务局今年财政拨款多少", "别的呢，其他资金"), "「河道清淤」 10 万元"),
        (("水务局今年财政拨款一共多少", "其他的呢"), "1. 青禾县水务局本级：1 个项目，10 万元"),
        (("水务局今年财政拨款一共多少", "其他项目呢"), "不含青禾县水务局"),
        (("水务局今年一共多少", "其他的呢"), "不含青禾县水务局"),
        (("水库除险加固工程二期多少", "别的项目的其他资金呢"), "不含「水库除险加固工程（二期）」"),
    ],
)
def test_the_other_money_is_named(bureaus: Chat, turns: tuple[str, ...], said: str) -> None:
    """别的呢 before a kind of money asks for that of the same project, or unit; 别的项目 are others."""
    assert said in [bureaus.says(turn) for turn in turns][-1]
