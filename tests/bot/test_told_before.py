"""A figure that is told before the question: it is no figure of the year that is asked for behind it."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """One project in two years."""
    for year, yuan in ((2023, "2100000"), (2024, "1950000")):
        one = makers.target("道路清雪", unit="青禾县环卫站", year=year, yuan=yuan, document=f"{year}年表")
        makers.load(memory, makers.statement(one, document=f"{year}年表"))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize("question", ["道路清雪是195万，去年呢", "道路清雪195，去年多少", "道路清雪是195万，去年多少钱"])
def test_of_another_year(chat: Chat, question: str) -> None:
    """That year's is told, and not held against it."""
    reply = chat.says(question)

    assert "210 万元" in reply
    assert "不是195" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("道路清雪今年195万，去年呢", "2024年 195 万元，与195万一致"),
        ("道路清雪去年210，今年才多少", "2023年 210 万元，与210万一致"),
        ("道路清雪210万，去年是这个数吗", "与210万一致"),
    ],
)
def test_of_a_year(chat: Chat, question: str, said: str) -> None:
    """What is said of a year is held against it."""
    assert said in chat.says(question)
