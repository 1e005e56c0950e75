"""A line that is said in one word with the project, whose name ends with what the line's begins with; and a measure that no line has."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A project with a line of its own last words."""
    lines = (
        makers.indicator("无害化处理率", "≥95%", number="95", level1="产出指标", level2="质量指标"),
        makers.indicator("处理垃圾", "900吨", number="900", unit="吨", level1="产出指标", level2="数量指标", row=8),
    )
    dump = makers.target("农村生活垃圾无害化处理", unit="青禾县环卫所", yuan="80000", indicators=lines)
    makers.load(memory, makers.statement(dump, makers.target("环卫车辆", unit="青禾县环卫所", yuan="30000", table=2)))
    return conversation_of(memory)


@pytest.mark.parametrize(
    "question", ["农村生活垃圾无害化处理率要多少", "环卫所农村生活垃圾无害化处理率", "农村生活垃圾无害化处理率达到多少？"]
)
def test_the_line(bot: Conversation, question: str) -> None:
    said = answer(bot, question)
    assert "≥95%" in said
    assert "“无害化处理率”" in said
    assert "8 万元" not in said


@pytest.mark.parametrize(
    "question", ["农村生活垃圾无害化处理密度多少", "农村生活垃圾无害化处理频率要多少", "农村生活垃圾无害化处理的折旧率是多少"]
)
def test_a_measure_that_no_line_has(bot: Conversation, question: str) -> None:
    said = answer(bot, question)
    assert said.kind != "answer"
    assert "8 万元" not in said


@pytest.mark.parametrize(
    "question", ["农村生活垃圾无害化处理多少", "农村生活垃圾无害化处理今年度多少钱", "农村生活垃圾无害化处理多少钱"]
)
def test_the_money(bot: Conversation, question: str) -> None:
    assert "8 万元" in answer(bot, question)
