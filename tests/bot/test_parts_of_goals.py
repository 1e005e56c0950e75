"""Words that stand in a goal alone: a price of the only project that says them, but no count of one of several that it lists."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

_COUNT = {"level1": "产出指标", "level2": "数量指标"}


@pytest.fixture
def talk(memory: Store) -> Talk:
    towers = makers.target(
        "古塔本体加固",
        unit="青禾县文物局",
        yuan="640000",
        goal="对石佛坡、双柏沟等6座古塔开展加固。",
        indicators=(makers.indicator("加固古塔", "6座", number="6", unit="座", **_COUNT),),
    )
    sand = makers.target(
        "林带沙障压设",
        unit="青禾县治沙站",
        yuan="260000",
        goal="压设草格沙障7000亩。",
        indicators=(
            makers.indicator("压设面积", "7000亩", number="7000", unit="亩", **_COUNT),
            makers.indicator("每亩压设成本", "≤360元", level1="成本指标", level2="经济成本指标", row=8),
        ),
        table=2,
    )
    makers.load(memory, makers.statement(towers, sand))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("question", ["石佛坡加固几座", "双柏沟加固多少座"])
def test_one_of_several(talk: Talk, question: str) -> None:
    """The line counts all that the goal lists: where the word stands is told, and no number as its own."""
    reply = talk.asks(question)

    assert "clarify" == reply.kind
    assert "古塔本体加固" in reply.text


def test_all_of_them(talk: Talk) -> None:
    """What the line itself is called by is answered."""
    assert "6座" in talk.asks("古塔加固几座").text


@pytest.mark.parametrize("question", ["草格沙障一亩多少钱", "草格沙障一亩多少钱 今年的", "草格沙障每亩多少钱"])
def test_its_price(talk: Talk, question: str) -> None:
    """A price is that of each, and told with whose it is."""
    reply = talk.asks(question)

    assert "≤360元" in reply.text
    assert "青禾县治沙站「林带沙障压设」" in reply.text


@pytest.mark.parametrize("question", ["塑胶跑道一米多少钱"])
def test_no_price(talk: Talk, question: str) -> None:
    """What no form says, or counts otherwise, has none."""
    assert "元" not in talk.asks(question).text.replace("多少钱", "")
