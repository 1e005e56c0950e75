"""“1、… 2、…”: what is asked for in a numbered list."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Three projects of two units."""
    rows = (("路灯维护", "青禾县城管局", "320000"), ("河道清淤", "青禾县水务局", "180000"), ("水质监测", "青禾县水务局", "90000"))
    made = [makers.target(name, unit=unit, yuan=yuan, table=n) for n, (name, unit, yuan) in enumerate(rows, 1)]
    makers.load(memory, makers.statement(*made))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    [
        "1、路灯维护 2、河道清淤 3、水质监测",
        "麻烦查三个数：1、路灯维护 2、河道清淤 3、水质监测",
        "1.路灯维护多少钱；2.河道清淤多少钱；3.水质监测多少钱",
        "1）路灯维护，2）河道清淤，3）水质监测，各多少",
        "1、路灯维护\n2、河道清淤\n3、水质监测",
    ],
)
def test_each_is_told(chat: Chat, question: str) -> None:
    """The numbers of the list are no words of the question."""
    reply = chat.says(question)

    assert all(f"{amount} 万元" in reply for amount in (32, 18, 9)), reply.text
    assert "未用到" not in reply


def test_a_number_out_of_turn(chat: Chat) -> None:
    """A number that does not go on from the one before it may mean something."""
    assert chat.says("1、路灯维护 4、河道清淤").kind == "clarify"
