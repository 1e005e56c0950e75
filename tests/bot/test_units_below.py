"""Whether a unit has units below it: those that it has are told, and of one that has none nothing of its own."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A bureau with a school below it, and a station without any."""
    bureau = {"department": "青禾县教育局", "code": "205"}
    made = [
        makers.target("课后托管", unit="青禾县教育局", yuan="160000", **bureau),
        makers.target("校车租赁", unit="青禾县第一中学", yuan="90000", department="青禾县教育局", code="205001", table=2),
        makers.target("危桥监测", unit="青禾县公路站", yuan="150000", table=3),
    ]
    makers.load(memory, makers.statement(*made))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    ["公路站下面有单位吗", "公路站有没有下属单位", "公路站下面有几个单位", "公路站有几个下属单位", "公路站有下属单位吗"],
)
def test_none(chat: Chat, question: str) -> None:
    """The unit itself is not below itself."""
    reply = chat.says(question)

    assert reply.kind == "not_found"
    assert "青禾县公路站没有所属单位" in reply
    assert "万元" not in reply


@pytest.mark.parametrize("question", ["教育局下面有单位吗", "教育局有没有下属单位", "教育局有下属单位没有"])
def test_some(chat: Chat, question: str) -> None:
    """They are named, and no money is told."""
    reply = chat.says(question)

    assert "所属单位有 1 个，青禾县第一中学" in reply, reply.text
    assert "万元" not in reply


@pytest.mark.parametrize(
    ("question", "said"), [("教育局下属单位一共多少钱", "合计 9 万元"), ("教育局下面有几个单位", "青禾县第一中学")]
)
def test_as_ever(chat: Chat, question: str, said: str) -> None:
    """Their money and their number are asked for otherwise."""
    assert said in chat.says(question)
