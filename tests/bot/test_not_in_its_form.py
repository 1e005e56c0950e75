"""A word after an answer that no form has is named, with the lines that there are; what is no such question is left to others."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Two projects of a school, one with a line."""
    lines = (makers.indicator("设备验收合格率", "100%", level1="产出指标", level2="质量指标"),)
    oven = makers.target("烤箱采购", unit="青禾县小学", yuan="38000", goal="购置烤箱，签订延保合同。", indicators=lines)
    makers.load(memory, makers.statement(oven, makers.target("操场平整", unit="青禾县小学", yuan="60000", table=2)))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize("asked", ["保修期呢", "那品牌呢", "有没有质保", "到货呢？", "返修率"])
def test_a_word_that_no_form_has(chat: Chat, asked: str) -> None:
    chat.says("烤箱采购多少钱")
    said = chat.says(asked)
    assert (said.kind, "的表里没有这一项" in said, "“设备验收合格率”" in said) == ("not_found", True, True)
    assert "万元" not in said
    assert "3.8 万元" in chat.says("多少钱")


@pytest.mark.parametrize("asked", ["你好", "谢谢", "验收呢", "操场平整呢", "延保呢", "有没有延保", "讲个笑话", "一个补多少"])
def test_what_is_no_such_word(chat: Chat, asked: str) -> None:
    chat.says("烤箱采购多少钱")
    assert "的表里没有这一项" not in chat.says(asked)


def test_where_no_single_project_was_spoken_of(chat: Chat) -> None:
    assert "的表里没有这一项" not in chat.says("保修期呢")
    chat.says("青禾县小学有哪些项目")
    assert "的表里没有这一项" not in chat.says("保修期呢")
