"""“最长”, “最短”: which line that is measured so has the most; money is never meant."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

_LENGTHS = {"柳渡镇人民政府": "8公里", "石桥镇人民政府": "15公里", "望江镇人民政府": "12公里"}


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Three towns that clean rivers; the one with the longest has the least money, and a fourth cleans none."""
    targets = [
        makers.target(
            "河道保洁费",
            unit=unit,
            yuan=f"{90 - table}000",
            table=table,
            indicators=[
                makers.indicator(
                    "保洁河道长度", value, number=value[:-2], unit="公里", level1="产出指标", level2="数量指标", row=8
                )
            ],
        )
        for table, (unit, value) in enumerate(_LENGTHS.items(), 1)
    ]
    other = makers.target("古树管护", unit="青山镇人民政府", yuan="990000", table=9)
    makers.load(memory, makers.statement(*targets, other))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("哪家保洁的河道最长", "石桥镇人民政府「河道保洁费」2024年：“保洁河道长度” 15公里"),
        ("哪个镇保洁的河道最长", "石桥镇人民政府「河道保洁费」2024年：“保洁河道长度” 15公里"),
        ("三个镇里哪家保洁的河道最长", "石桥镇人民政府「河道保洁费」2024年：“保洁河道长度” 15公里"),
        ("哪个镇保洁的河道最短", "柳渡镇人民政府「河道保洁费」2024年：“保洁河道长度” 8公里"),
    ],
)
def test_the_longest(chat: Chat, question: str, first: str) -> None:
    """The line is ranked, not the money."""
    reply = chat.says(question)

    assert first in reply.text.partition("\n")[0], reply.text


@pytest.mark.parametrize("question", ["哪个项目最长", "哪个项目工期最短", "青山镇哪个项目最重"])
def test_nothing_that_is_measured(chat: Chat, question: str) -> None:
    """Where no line is named, nothing is ranked."""
    reply = chat.says(question)

    assert "还不会算" in reply or "没有找到" in reply, reply.text
    assert "万元" not in reply


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ("柳渡镇保洁河道多少公里|哪个镇最多", ("石桥镇人民政府「河道保洁费」2024年：“保洁河道长度” 15公里",)),
        ("柳渡镇保洁河道多少公里|谁最长", ("石桥镇人民政府「河道保洁费」2024年：“保洁河道长度” 15公里",)),
        ("柳渡镇保洁河道多少公里|哪家最少", ("柳渡镇人民政府「河道保洁费」2024年：“保洁河道长度” 8公里",)),
        ("石桥镇保洁河道多少公里|哪家最多|多多少", ("石桥镇人民政府", "15公里", "第 2 多的是望江镇人民政府", "12公里")),
        ("柳渡镇河道保洁费多少|哪个镇最多", ("柳渡镇人民政府「河道保洁费」：8.9 万元",)),
        ("石桥镇河道保洁费多少|谁最少", ("望江镇人民政府「河道保洁费」：8.7 万元",)),
        ("柳渡镇保洁河道多少公里|哪个镇钱最多", ("青山镇人民政府「古树管护」：99 万元",)),
    ],
)
def test_after_a_line(chat: Chat, turns: str, told: tuple[str, ...]) -> None:
    """A rank after a line, or the money, of one town's project is of that; of all that the towns have where money is said."""
    replies = [chat.says(turn) for turn in turns.split("|")]

    assert all(words in replies[-1] for words in told), replies[-1].text
