"""Projects that are called alike but for the year in their names, asked of one after the other."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

UNIT = "青禾县林业局"


@pytest.fixture
def chat(store: Store) -> Chat:
    """A project a year, each called by its year; and one that has no other year's."""
    for year, yuan, trees in ((2023, "300000", "1200"), (2024, "420000", "1500")):
        document = f"{UNIT}{year}年度项目支出绩效目标"
        line = makers.indicator(
            "栽植苗木", f"{trees}株", number=trees, unit="株", level1="产出指标", level2="数量指标", document=document
        )
        of = {"unit": UNIT, "year": year, "document": document}
        targets = [makers.target(f"{year}年四旁植树工程", yuan=yuan, indicators=[line], **of)]
        if year == 2024:
            targets.append(makers.target("2024年防火林带工程", yuan="80000", table=2, **of))
        makers.load(store, makers.statement(*targets, document=document))
    return Chat(conversation_of(store))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("2024年四旁植树工程多少钱|去年呢", "「2023年四旁植树工程」"),
        ("2023年四旁植树工程多少钱|2024年的呢", "42 万元"),
        ("2024年四旁植树工程栽多少株|2023年的栽多少株", "1200株"),
        ("2023年四旁植树工程栽多少株|今年呢", "1500株"),
    ],
)
def test_the_one_of_the_other_year(chat: Chat, turns: str, said: str) -> None:
    """Another year asks of what is called alike with that year in its name."""
    reply = [chat.says(turn) for turn in turns.split("|")][-1]

    assert "answer" == reply.kind
    assert said in reply


def test_nothing_is_called_so(chat: Chat) -> None:
    """Where nothing is called so, there was nothing that year."""
    chat.says("2024年防火林带工程多少钱")
    reply = chat.says("去年呢")

    assert "not_found" == reply.kind
    assert "万元" not in reply
