"""People that are asked for after one project: those that it is for, and never those of another."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

_OUTPUT = {"level1": "产出指标", "level2": "数量指标"}
_COST = {"level1": "成本指标", "level2": "经济成本指标"}


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Meals for the old in two years, pupils after school, and a lift, which counts nobody."""
    for year, people in ((2023, "170人"), (2024, "200人")):
        lines = [
            makers.indicator("助餐老人人数", people, number=people[:-1], unit="人", **_OUTPUT),
            makers.indicator("助餐标准", "100元/人·月", **_COST),
        ]
        made = [
            makers.target(
                "独居老人助餐", unit="柳渡街道", year=year, yuan=f"{people[:-1]}000", indicators=lines, document=f"{year}年表"
            ),
            makers.target("电梯更换", unit="青禾县福利院", year=year, table=2, document=f"{year}年表"),
            makers.target(
                "课后服务补助",
                unit="青禾县教育局",
                year=year,
                table=3,
                document=f"{year}年表",
                indicators=[makers.indicator("参加课后服务学生", "1300人", number="1300", unit="人", **_OUTPUT)],
            ),
        ]
        makers.load(memory, makers.statement(*made, document=f"{year}年表"))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize("said", ["补多少学生", "补助多少学生", "给多少学生"])
def test_of_no_other(chat: Chat, said: str) -> None:
    """What one project does not print is told of no other, unless that is named."""
    chat.says("电梯更换多少钱")
    reply = chat.says(said)

    assert reply.kind != "answer"
    assert "1300人" in chat.says("课后服务补多少学生")


@pytest.mark.parametrize("said", ["比去年人多了还是少了", "人多了还是少了", "比去年人是多了还是少了"])
def test_people_beside_a_price(chat: Chat, said: str) -> None:
    """After a price the people are set beside those of last year, and neither the price nor the money."""
    chat.says("独居老人助餐每人多少钱")
    reply = chat.says(said)

    assert "多 30人" in reply, reply.text
    assert "未用到" not in reply
