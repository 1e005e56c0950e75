"""Which way a line of the indicator table is limited, and whether the cost of a form is beyond its money, asked as people ask it."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A form whose lines have signs, but for one; its cost is above its money."""
    lines = (
        makers.indicator("村医流失率", "≤6%", number="6", unit="%", level1="效益指标", level2="可持续影响指标"),
        makers.indicator("设备合格率", "98%", number="98", unit="%", level1="产出指标", level2="质量指标", row=8),
        makers.indicator("运行总成本", "≤6.4万元", number="6.4", unit="万元", level1="成本指标", level2="经济成本指标", row=9),
    )
    makers.load(memory, makers.statement(makers.target("村卫生室运行", yuan="58000", indicators=lines)))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "asked",
    [
        "村医流失率是不超过还是不低于",
        "村医流失率是≤还是≥",
        "村医流失率写的是大于还是小于",
        "村医流失率到底是上限还是下限，今年年度指标",
    ],
)
def test_which_way(chat: Chat, asked: str) -> None:
    """The value is told with the sign that is printed."""
    reply = chat.says(asked)

    assert reply.kind == "answer"
    assert "≤6%" in reply.text
    assert "未用到" not in reply.text


def test_no_sign(chat: Chat) -> None:
    """A value without a sign does not tell which way it is limited, and the reply says so."""
    reply = chat.says("设备合格率是不超过还是不低于")

    assert "98%" in reply.text
    assert "没有写不超过还是不低于" in reply.text


@pytest.mark.parametrize("asked", ["村卫生室运行成本指标超没超预算", "村卫生室运行成本指标超不超过年度预算"])
def test_beyond_the_budget(chat: Chat, asked: str) -> None:
    """The verb that is asked twice asks the same as one with 吗."""
    assert "多 0.6 万元" in chat.says(asked)


def test_amounts_are_limits(chat: Chat) -> None:
    """“50万以上还是以下” is of an amount, and of no line."""
    assert "≤6%" not in chat.says("村卫生室运行是50万以上还是以下").text
