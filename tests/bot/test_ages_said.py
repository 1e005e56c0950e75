"""Lines for people of some age, asked for by people of another."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A chat about an allowance for old people, with a price for each of two ages."""
    cost = {"level1": "成本指标", "level2": "经济成本指标"}
    lines = (
        makers.indicator("发放人数", "5000人", number="5000", unit="人", level1="产出指标", level2="数量指标"),
        makers.indicator("70至89周岁月人均标准", "40元", number="40", unit="元", **cost),
        makers.indicator("90周岁以上月人均标准", "200元", number="200", unit="元", **cost),
    )
    makers.load(memory, makers.statement(makers.target("长寿津贴", unit="青禾县民政局", yuan="900000", indicators=lines)))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "prices"),
    [
        ("长寿津贴70岁以上一个月多少", ("40元", "200元")),
        ("长寿津贴七十岁以上每月多少", ("40元", "200元")),
        ("长寿津贴75岁的一个月多少", ("40元",)),
        ("长寿津贴满70岁能拿多少", ("40元",)),
        ("长寿津贴70到89岁多少", ("40元",)),
        ("长寿津贴90岁以上多少", ("200元",)),
        ("长寿津贴百岁老人一个月多少", ("200元",)),
    ],
)
def test_prices_are_of_the_ages_that_are_said(talk: Talk, question: str, prices: tuple[str, ...]) -> None:
    """Only the prices for people of that age are stated, and all of these."""
    reply = talk.asks(question)

    assert prices == tuple(price for price in ("40元", "200元") if price in reply.text)


def test_nobody_is_of_that_age(talk: Talk) -> None:
    """Where no line is for people of that age, none of the prices is stated."""
    reply = talk.asks("长寿津贴50岁的一个月多少")

    assert not {"40元", "200元"} & {price for price in ("40元", "200元") if price in reply.text}
