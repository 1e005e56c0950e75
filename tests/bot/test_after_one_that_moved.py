"""What is said after “哪个减少了” found one: it is asked of that one, or of the others that were compared."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

TOWNS = {"柳渡镇人民政府": (20, 24), "石桥镇人民政府": (30, 25), "云峰镇人民政府": (12, 13)}


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Three towns with one project each in two years, and something else of one of them."""
    for n, year in enumerate((2023, 2024)):
        document = f"{year}年表"
        lines = [makers.indicator(number="90", unit="%")]
        targets = [
            makers.target("环境整治", unit=town, year=year, yuan=f"{both[n]}0000", table=t, document=document, indicators=lines)
            for t, (town, both) in enumerate(TOWNS.items(), 1)
        ]
        other = makers.target("路灯电费", unit="石桥镇人民政府", year=year, yuan=f"{5 + n}0000", table=9, document=document)
        makers.load(memory, makers.statement(*targets, other, document=document))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "first", ["环境整治哪个减少了", "环境整治今年哪个镇减少了", "环境整治谁减少了", "环境整治各单位比去年减少的"]
)
@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("减少多少", "少 5 万元"),
        ("少了多少", "少 5 万元"),
        ("降了百分之几", "16.67%"),
        ("另外两个呢", "13 万元"),
    ],
)
def test_of_that_one(chat: Chat, first: str, then: str, said: str) -> None:
    """Not the net of all of them, nor other projects of these units."""
    found = chat.says(first)
    reply = chat.says(then)

    assert "30 万元" in found.text
    assert "石桥镇" in found.text
    assert said in reply.text, reply.text
    assert "路灯" not in reply.text


def test_its_lines(chat: Chat) -> None:
    """“它” is the one that was found."""
    chat.says("环境整治哪个减少了")
    reply = chat.says("它满意度呢")

    assert "石桥镇" in reply.text or "有 2 张表" in reply.text
    assert "柳渡镇" not in reply.text


@pytest.mark.parametrize("question", ["环境整治今年比去年多多少", "环境整治涨了多少"])
def test_the_sum_of_all_is_still_asked(chat: Chat, question: str) -> None:
    """Where nothing asks which, all of them together are told."""
    assert "62 万元" in chat.says(question).text


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("石桥镇哪个项目涨了|涨了多少|哪个降了", "少 5 万元"),
        ("石桥镇哪个降了|降了多少|哪个项目涨了", "多 1 万元"),
        ("环境整治哪个减少了|减少多少|哪个涨了", "柳渡镇"),
    ],
)
def test_the_other_way(chat: Chat, turns: str, said: str) -> None:
    """Behind by how much that one moved it is asked of all again which moved the other way."""
    assert said in [chat.says(turn) for turn in turns.split("|")][-1]
