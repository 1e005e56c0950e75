"""How many lines of the indicator table a question believes that there are."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A form with two lines of one class and one of another."""
    lines = [
        makers.indicator("堤防长度", "30公里", level1="产出指标", level2="数量指标", row=8),
        makers.indicator("闸门数量", "4座", level1="产出指标", level2="数量指标", row=9),
        makers.indicator("群众满意度", "≥90%", level1="满意度指标", level2="满意度指标", row=10),
    ]
    makers.load(memory, makers.statement(makers.target("堤防加固", unit="青禾县水利局", indicators=lines)))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    [
        "堤防加固的两条数量指标是什么",
        "堤防加固数量指标两条分别是多少",
        "堤防加固两个产出指标是哪些",
        "堤防加固那三条指标分别是什么",
    ],
)
def test_as_many_as_there_are(chat: Chat, question: str) -> None:
    """The lines are told, and nothing of their number."""
    reply = chat.says(question)

    assert "堤防长度 30公里" in reply, reply.text
    assert "问的是" not in reply


@pytest.mark.parametrize(
    ("question", "there"),
    [("堤防加固三条数量指标是什么", 2), ("堤防加固有五条指标吗", 3), ("堤防加固两条满意度指标是什么", 1)],
)
def test_another_number(chat: Chat, question: str, there: int) -> None:
    """Where the form has more or fewer, how many it has is said beside the lines."""
    assert f"表上是 {there} 条。" in chat.says(question)


def test_a_limit(chat: Chat) -> None:
    """A limit of how many lines there are is no belief."""
    assert "问的是" not in chat.says("指标超过5条的项目")
