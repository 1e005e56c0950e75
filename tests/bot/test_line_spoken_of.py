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
        makers.indicator("接送线路条数", "12条", row=10, **line),
    )
    camp = makers.target("夏令营补助", unit="青禾县团委", yuan="60000", indicators=lines)
    others = (
        makers.target("家庭困难学生生活补助", unit="青禾县教育局", yuan="900000", table=2),
        makers.target("古船出水器物保护修复", unit="青禾县博物馆", yuan="400000", table=3),
        makers.target("环湖线路面修复", unit="青禾县公路站", yuan="500000", table=4),
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
        ("线路几条", "12条"),
        ("线路一共有多少条", "12条"),
        ("几条线路", "12条"),
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


@pytest.fixture
def boats(memory: Store) -> Talk:
    """A project whose line is called by a deed that names of others hold, with what is paid when, and how often it goes out."""
    lines = (
        makers.indicator("更新终端数量", "260台", number="260", unit="台", level1="产出指标", level2="数量指标", row=8),
        makers.indicator("每月出海", "≥10趟", number="10", unit="趟", level1="产出指标", level2="数量指标", row=9),
        makers.indicator("服务费支付时间", "按季支付", level1="产出指标", level2="时效指标", row=10),
    )
    other = makers.indicator("更新炊具", "14台", number="14", unit="台", level1="产出指标", level2="数量指标")
    targets = (
        makers.target("渔船北斗换新", unit="青禾县渔业局", yuan="780000", indicators=lines, table=1),
        makers.target("食堂炊具更新", unit="青禾县幼儿园", yuan="90000", indicators=(other,), table=2),
    )
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


def test_what_is_done_names_no_other(boats: Talk) -> None:
    """“更新多少台” is asked of what was spoken of, though another's name holds the word."""
    boats.says("北斗换新多少钱")

    assert boats.says("今年更新多少台").text.startswith("260台")
    assert "14台" in boats.says("食堂炊具更新多少台").text


@pytest.mark.parametrize("question", ["北斗换新多少钱，每月出海几趟", "北斗换新是多少钱啊还有它一个月出海几趟"])
def test_a_further_clause_asks_how_often(boats: Talk, question: str) -> None:
    """Money and a line, each in its own clause, are both told."""
    reply = boats.says(question).text

    assert "78 万元" in reply
    assert "≥10趟" in reply


@pytest.mark.parametrize("question", ["北斗换新的服务费什么时候付款", "北斗换新服务费是什么时候支付的，表里有写吗"])
def test_by_the_quarter(boats: Talk, question: str) -> None:
    """A value that says how often it is paid is a time."""
    assert "按季支付" in boats.says(question).text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ("夏令营补助参加学生多少人|去年多少", "280人"),
        ("夏令营补助参加学生多少人|2023年多少", "280人"),
        ("夏令营补助参加学生多少人|去年多少钱", "5 万元"),
        ("夏令营补助多少钱|去年多少", "5 万元"),
    ],
)
def test_the_line_of_another_year(memory: Store, turns: str, told: str) -> None:
    """“去年多少” after a figure of a line is that line's, and money where money is said."""
    line = {"level1": "产出指标", "level2": "数量指标", "row": 8}
    for year, yuan, value in ((2023, "50000", "280人"), (2024, "60000", "300人")):
        lines = (makers.indicator("参加学生", value, document=f"{year}年度目标", **line),)
        camp = makers.target("夏令营补助", unit="青禾县团委", yuan=yuan, year=year, indicators=lines, document=f"{year}年度目标")
        makers.load(memory, makers.statement(camp, document=f"{year}年度目标"))
    talk = Talk(conversation_of(memory))

    assert told in [talk.says(turn) for turn in turns.split("|")][-1].text
