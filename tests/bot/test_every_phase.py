"""The sum of a family's phases where one of them has forms of several years: the newest of each, and what all years come to."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

BUREAU = "青禾县住建局"


@pytest.fixture
def chat(memory: Store) -> Chat:
    """The first phase in two years, of which the second carries some of the first over; the second phase in one."""
    of_2023 = [("小区改造（一期）", "8000000", {})]
    of_2024 = [("小区改造（一期）", "3000000", {"annual/carryover": "2000000"}), ("小区改造（二期）", "5000000", {})]
    for year, rows in ((2023, of_2023), (2024, of_2024)):
        document = f"{year}年表"
        targets = [
            makers.target(name, unit=BUREAU, year=year, yuan=yuan, amounts=kinds, table=place, document=document)
            for place, (name, yuan, kinds) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize("question", ["小区改造一期二期一共多少", "小区改造两期合计多少钱", "小区改造一共安排了多少"])
def test_what_was_left_out_is_said(chat: Chat, question: str) -> None:
    """Both sums, each by what it is of, and what was carried over."""
    reply = chat.says(question)

    assert "合计 800 万元" in reply.text
    assert "以上每一期只算最近一年；各年都算，共 1600 万元" in reply.text
    assert "2023年「小区改造（一期）」 800 万元" in reply.text
    assert "其中上年结转 200 万元" in reply.text


@pytest.mark.parametrize("question", ["2024年小区改造一期二期一共多少", "小区改造二期多少钱", "今年小区改造两期合计"])
def test_nothing_was_left_out(chat: Chat, question: str) -> None:
    """A year is said, or there is no other."""
    assert "各年都算" not in chat.says(question).text


@pytest.fixture
def roads(memory: Store) -> Chat:
    """Three phases, one a year, of what has a number in its name as well."""
    for year, (phase, yuan) in enumerate((("一期", "1500000"), ("二期", "1680000"), ("三期", "1720000")), 2022):
        one = makers.target(f"1990年前危桥改造（{phase}）", unit=BUREAU, year=year, yuan=yuan, document=f"{year}年表")
        makers.load(memory, makers.statement(one, document=f"{year}年表"))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("危桥改造一期多少|二期呢", "168 万元"),
        ("危桥改造一期多少|二期呢|三期呢|三期一共", "合计 490 万元"),
        ("危桥改造一期多少|二期呢|三期一共多少钱", "合计 490 万元"),
        ("危桥改造三期多少|三期多少", "172 万元"),
        ("危桥改造三期一共多少", "172 万元"),
    ],
)
def test_as_many_as_there_are(roads: Chat, turns: str, said: str) -> None:
    """After single phases so many together are all of them; where the project is named it is the phase of that number."""
    replies = [roads.says(turn) for turn in turns.split("|")]

    assert said in replies[-1], replies[-1].text
