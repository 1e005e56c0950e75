"""A share of one year in the sum of several."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

_MONEY = {2022: "10", 2023: "15", 2024: "25"}  # 万元


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A project with forms of three years, and another of the same unit in the newest."""
    for year, money in _MONEY.items():
        targets = [makers.target("堤防加固", unit="青禾县水利局", year=year, yuan=f"{money}0000", document=f"{year}年")]
        if year == max(_MONEY):
            targets.append(
                makers.target("河道保洁", unit="青禾县水利局", year=year, yuan="500000", table=2, document=f"{year}年")
            )
        makers.load(memory, makers.statement(*targets, document=f"{year}年"))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("turns", "rate"),
    [
        ("堤防加固今年占三年合计的多少", "占 50%"),
        ("堤防加固今年占近三年总额的百分之几", "占 50%"),
        ("堤防加固2024年占2022到2024年合计的比例", "占 50%"),
        ("堤防加固今年占历年总额几成", "占 50%"),
        ("堤防加固去年占两年合计的百分之几", "占 37.5%"),
        ("堤防加固去年的占今年的百分之几", "占 60%"),
        ("堤防加固三年一共多少|今年占几成", "占 50%"),
        ("堤防加固三年一共多少|今年占几成|去年呢", "占 30%"),
        ("水利局今年占三年合计的几成", "占 75%"),
        ("水利局三年一共多少|今年占多少", "占 75%"),
    ],
)
def test_a_year_in_several(chat: Chat, turns: str, rate: str) -> None:
    """The whole is what the same project, or unit, has in all of the years."""
    replies = [chat.says(turn) for turn in turns.split("|")]

    assert replies[-1].text.startswith(f"{rate}（本系统计算"), replies[-1].text


@pytest.mark.parametrize("question", ["堤防加固今年占四年合计的多少", "河道保洁今年占三年合计几成", "堤防加固占三年合计的多少"])
def test_years_that_are_not_all_there(chat: Chat, question: str) -> None:
    """No share is told of more years than there are, nor of no year that is said."""
    reply = chat.says(question)

    assert "还不会算" in reply
    assert "%" not in reply
