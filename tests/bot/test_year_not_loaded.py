"""What moved up to a year of which nothing is loaded: that is said, and never that nothing moved."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Forms of the two years before this one (2024), and none of it."""
    for year, yuan in ((2022, "300000"), (2023, "350000")):
        document = f"{year}年表"
        targets = [
            makers.target("堤防加固", unit="青禾县水利局", year=year, yuan=yuan, document=document),
            makers.target("河道保洁", unit="青禾县林业局", year=year, yuan="80000", table=2, document=document),
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    ["今年比去年多的单位有哪些", "今年比去年少的项目前三", "哪些项目今年涨了", "水利局哪个项目今年涨得最多", "今年涨了20%以上的"],
)
def test_nothing_is_known_of_it(chat: Chat, question: str) -> None:
    """The year is named with those that are loaded."""
    reply = chat.says(question)

    assert reply.text.startswith("没法比较：2024年的文件没有导入。"), reply.text
    assert "已导入的是2022、2023年。" in reply
    assert "一个也没有" not in reply
    assert 1 == reply.text.count("2024年的文件没有导入")
    assert "万元" not in reply


def test_years_that_are_loaded(chat: Chat) -> None:
    """Between two that are loaded the same question is answered."""
    assert "30 万元 → 35 万元，多 5 万元" in chat.says("哪些项目2023年比2022年涨了")
