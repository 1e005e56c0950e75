"""“多多少” behind what comes first in a rank: how far it is from the next one in it, never from its own year before."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

_YEARS = (2023, 2024)
_MONEY = {  # unit and project: 万元 of each of the years
    ("青禾一中", "校舍修缮"): ("63", "45"),
    ("青禾二中", "校舍修缮"): ("28", "33"),
    ("青禾三中", "校舍修缮"): ("20", "21"),
    ("青禾一中", "图书购置"): ("9", "4"),
    ("青禾二中", "网络租用"): ("3", "4"),
}


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Three schools, two years."""
    for at, year in enumerate(_YEARS):
        targets = [
            makers.target(project, unit=unit, year=year, yuan=f"{money[at]}0000", table=table, document=f"{year}年")
            for table, ((unit, project), money) in enumerate(_MONEY.items(), 1)
        ]
        makers.load(memory, makers.statement(*targets, document=f"{year}年"))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ("校舍修缮哪个单位钱最多|多多少", ("相差 12 万元", "第 2 多的是青禾二中")),
        ("校舍修缮哪个单位钱最多，多多少", ("相差 12 万元", "第 2 多的是青禾二中")),
        ("校舍修缮谁的最少，少多少", ("相差 12 万元", "第 2 少的是青禾二中")),
        ("今年哪个项目钱最多|多多少", ("相差 12 万元", "青禾二中「校舍修缮」：33 万元")),
        ("今年哪个项目钱最多|比第二名多多少", ("相差 12 万元", "青禾二中「校舍修缮」：33 万元")),
        ("今年哪个项目钱最多|比第二多的多多少钱", ("相差 12 万元", "青禾二中「校舍修缮」：33 万元")),
        ("哪个单位钱最多|多多少", ("相差 12 万元", "青禾二中：37 万元")),
        ("哪个单位钱最多，多多少", ("相差 12 万元", "青禾二中：37 万元")),
        ("钱最多的单位|多多少", ("相差 12 万元", "青禾二中：37 万元")),
        ("钱最多的单位|比第二名多多少", ("相差 12 万元", "青禾二中：37 万元")),
        ("钱最多的单位，多多少", ("相差 12 万元", "青禾二中：37 万元")),
        ("今年哪个项目钱最多|比最少的多多少", ("相差 41 万元",)),
        ("今年哪个项目钱最多|比去年多多少", ("少 18 万元",)),
    ],
)
def test_the_next(chat: Chat, turns: str, told: tuple[str, ...]) -> None:
    """The two are told with their amounts; another end or another year is taken where it is said."""
    replies = [chat.says(turn) for turn in turns.split("|")]

    assert all(words in replies[-1] for words in told), replies[-1].text


def test_lines_of_the_table(chat: Chat, memory: Store) -> None:
    """Of lines all that are level come first, and those with the next value are the second."""
    lines = [
        (makers.indicator("师生满意度", value, number=value[1:3], unit="%", level1="满意度指标", level2="满意度指标", row=9),)
        for value in ("≥95%", "≥95%", "≥90%")
    ]
    targets = [
        makers.target(f"{name}绿化", unit="青禾四中", year=2024, table=table, document="绿化表", indicators=line)
        for table, (name, line) in enumerate(zip("甲乙丙", lines, strict=True), 1)
    ]
    makers.load(memory, makers.statement(*targets, document="绿化表"))
    chat.says("哪个项目满意度最高")
    reply = chat.says("高多少")

    assert "满意度指标最高的 2 个（按百分数比，相同的并列）" in reply, reply.text
    assert "满意度指标第 2 高的是青禾四中「丙绿化」2024年：“师生满意度” ≥90%" in reply


def test_two_that_are_equal(chat: Chat) -> None:
    """Both are told, with no difference between them."""
    chat.says("今年哪个项目钱最少")
    reply = chat.says("少多少")

    assert "相差 0 万元" in reply
    assert "青禾一中「图书购置」" in reply
    assert "青禾二中「网络租用」" in reply
