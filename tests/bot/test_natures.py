"""A kind of project (项目属性) said without 项目: “阶段性的呢” after 常年项目 is that kind, and not the one before."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A station with projects of two kinds."""
    made = [
        makers.target("渠道管护", unit="灌溉站", yuan="300000", year=2024, attribute="常年项目"),
        makers.target("闸门更换", unit="灌溉站", yuan="70000", year=2024, attribute="阶段性项目", table=2),
    ]
    makers.load(memory, makers.statement(*made))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize("then", ["阶段性的呢", "阶段性项目呢", "那阶段性的呢"])
def test_another_kind(chat: Chat, then: str) -> None:
    """And what is asked after it is asked of that one."""
    assert "渠道管护" in chat.says("常年的项目有几个").text
    for question in (then, "多少钱"):
        text = chat.says(question).text
        assert "闸门更换" in text
        assert "渠道管护" not in text
