"""How much in a day, how many people, and a year's money behind the price of one."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import NOON, Chat, answer

_LINES = (("处理污水量", "≥180万吨"), ("日处理垃圾量", "50吨"), ("受益学生人数", "300人"), ("补助标准", "5元/人"))


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A plant whose lines are of a year, but for one, and a project that begins with the word for some people."""
    lines = [
        makers.indicator(name, value, level1="产出指标", level2="数量指标", row=n) for n, (name, value) in enumerate(_LINES, 6)
    ]
    targets = (
        makers.target("园区污水处理厂运行补助", unit="青禾县城管局", yuan="3300000", indicators=lines),
        makers.target("学生宿舍维修", unit="青禾县第三中学", yuan="950000", table=2),
    )
    makers.load(memory, makers.statement(*targets))
    return Chat(conversation_of(memory), now=NOON)


@pytest.mark.parametrize("question", ["园区污水处理厂一天处理多少吨污水", "污水处理厂每天处理多少吨污水"])
def test_a_rate_that_is_not_printed(chat: Chat, question: str) -> None:
    """What the line says of a year is told, and that nothing is divided."""
    reply = chat.says(question)

    assert "不做除法" in reply
    assert "≥180万吨" in reply


def test_people_of_what_was_spoken_of(chat: Chat) -> None:
    """“一共多少学生” counts the people of the project, and names no other that begins so."""
    chat.says("园区污水处理厂运行补助多少钱")
    reply = chat.says("一共多少学生")

    assert "300人" in reply
    assert "95 万元" not in reply


def test_a_year_of_it(chat: Chat) -> None:
    """“一年加起来多少” behind the price for one is the project's money; of nothing it is no sum of everything."""
    assert "425 万元" not in answer(chat.bot, "一年加起来多少")
    chat.says("园区污水处理厂运行补助的补助标准多少")

    assert "330 万元" in chat.says("一年加起来多少")
