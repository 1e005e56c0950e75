"""A word of another project's name that is a word of a line of what was spoken of."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    line = {"level1": "产出指标", "level2": "数量指标"}
    lines = (
        makers.indicator("参加夏令营学生数", "≥300人", row=8, **line),
        makers.indicator("出水水质达标率", "≥92%", row=9, **line),
    )
    camp = makers.target("夏令营补助", unit="青禾县团委", yuan="60000", indicators=lines)
    others = (
        makers.target("家庭困难学生生活补助", unit="青禾县教育局", yuan="900000", table=2),
        makers.target("古船出水器物保护修复", unit="青禾县博物馆", yuan="400000", table=3),
    )
    makers.load(memory, makers.statement(camp, *others))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("学生数呢", "≥300人"),
        ("学生数是多少", "≥300人"),
        ("学生数分别是", "≥300人"),
        ("出水水质达标率呢", "≥92%"),
        ("出水达标率多少", "≥92%"),
    ],
)
def test_a_line_of_what_was_spoken_of(talk: Talk, question: str, value: str) -> None:
    """The word with what stands behind it says the line."""
    talk.says("夏令营补助多少钱")

    assert talk.says(question).text.startswith(value)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("学生补助多少钱", "家庭困难学生生活补助"),
        ("困难学生呢", "家庭困难学生生活补助"),
        ("出水器物修复多少", "古船出水器物保护修复"),
    ],
)
def test_another_project(talk: Talk, question: str, name: str) -> None:
    """Where no line has the words the project is meant that has them in its name."""
    talk.says("夏令营补助多少钱")

    assert name in talk.says(question).text


def test_without_anything_before(talk: Talk) -> None:
    """In a new chat the words mean what has them in its name; no line of any other project is told."""
    assert "≥300人" not in talk.asks("学生补助多少钱").text
