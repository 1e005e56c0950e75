"""“那多少个教师” after a project: 那 only goes on, and what is counted is looked for as it is without it."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A project whose line counts teachers."""
    line = makers.indicator("享受津贴教师人数", "420人", number="420", unit="人", level1="产出指标", level2="数量指标")
    makers.load(memory, makers.statement(makers.target("山区教师津贴", yuan="2016000", indicators=[line])))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize("asked", ["那多少老师", "嗯那多少个老师", "那多少教师", "那多少人"])
def test_counted_of_it(chat: Chat, asked: str) -> None:
    """The line that counts them is told."""
    chat.says("山区教师津贴今年多少")

    assert "420人" in chat.says(asked)
