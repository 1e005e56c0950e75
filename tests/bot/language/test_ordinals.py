"""Ranks, and choices by number."""

from collections.abc import Callable

import pytest

from bot.language.choices import ChoiceSaid
from bot.language.meanings import Mark, OrderSaid
from bot.reading.parse import Parse
from store.plan import BY_NUMBER, BY_TOTAL, Direction, Order

Read = Callable[[str], Parse]
MOST, LEAST = Direction.DESCENDING, Direction.ASCENDING


@pytest.mark.parametrize(
    ("question", "direction", "count", "skip"),
    [
        ("哪个项目钱最多", MOST, 1, 0),
        ("金额最大的项目", MOST, 1, 0),
        ("预算最高的是哪个", MOST, 1, 0),
        ("预算最少的是哪个项目", LEAST, 1, 0),
        ("预算前三名", MOST, 3, 0),
        ("预算前3名", MOST, 3, 0),
        ("预算前３名", MOST, 3, 0),
        ("前两个项目", MOST, 2, 0),
        ("排名前十的项目", MOST, 10, 0),
        ("最多的三个项目", MOST, 3, 0),
        ("前三名是哪三个项目", MOST, 3, 0),
        ("前两名都是哪两家单位", MOST, 2, 0),
        ("钱最多的是哪三个项目", MOST, 3, 0),
        ("最少的两个项目", LEAST, 2, 0),
        ("金额最大的三个项目", MOST, 3, 0),
        ("花钱最多的五个", MOST, 5, 0),
        ("最烧钱的两笔", MOST, 2, 0),
        ("最多钱的两个", MOST, 2, 0),
        ("花钱最凶的单位", MOST, 1, 0),
        ("三个金额最大的项目", MOST, 3, 0),
        ("最便宜的两个项目", LEAST, 2, 0),
        ("第二多的项目", MOST, 1, 1),
        ("第三高的项目", MOST, 1, 2),
        ("倒数第二名", LEAST, 1, 1),
        ("倒数第二少的项目", LEAST, 1, 1),
        ("倒数第二多的项目", LEAST, 1, 1),
        ("倒数第三的项目", LEAST, 1, 2),
        ("排第三的项目", MOST, 1, 2),
        ("预算排在第二位的", MOST, 1, 1),
        ("排名第5的项目", MOST, 1, 4),
        ("位列第三", MOST, 1, 2),
        ("排倒数第二的", LEAST, 1, 1),
        ("倒数三名", LEAST, 3, 0),
        ("预算后两名", LEAST, 2, 0),
    ],
)
def test_a_rank_as_people_say_it(read: Read, question: str, direction: Direction, count: int, skip: int) -> None:
    """Which end, how many, and how many are passed over."""
    assert [Order(direction=direction, count=count, skip=skip)] == [m.order for m in read(question).meanings(OrderSaid)]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("1", 1),
        ("２", 2),
        ("第二个", 2),
        ("回1", 1),
        ("回 1", 1),
        ("选3", 3),
        ("二", 2),
        ("第1项", 1),
        ("1.", 1),
        (" 2 ", 2),
        ("要第三个", 3),
    ],
)
def test_a_choice_by_its_number(read: Read, said: str, number: int) -> None:
    """The whole utterance is a number, with what people put around it."""
    assert [number] == [m.number for m in read(said).meanings(ChoiceSaid)]


@pytest.mark.parametrize(
    "question",
    [
        "最近三年多少钱",
        "第三方服务费多少",
        "第三届马拉松多少钱",
        "排第三方的费用",
        "第三季度",
        "第三批",
        "第三中学多少钱",
        "至多5万的项目",
        "一期多少钱",
        "2024",
        "12.5",
        "1月",
        "多少",
    ],
)
def test_what_is_neither_rank_nor_choice(read: Read, question: str) -> None:
    """Names, limits, phases and years rank nothing and choose nothing."""
    said = read(question)

    assert [] == said.meanings(OrderSaid)
    assert [] == said.meanings(ChoiceSaid)


@pytest.mark.parametrize("question", ["最高和最低分别是哪个", "前三名和后三名", "最多的和最少的项目"])
def test_both_ends(read: Read, question: str) -> None:
    """Two orders in one question are both read."""
    assert [MOST, LEAST] == [m.order.direction for m in read(question).meanings(OrderSaid)]


@pytest.mark.parametrize(
    ("question", "by"),
    [
        ("哪个单位项目最多", BY_NUMBER),
        ("项目数最多的单位", BY_NUMBER),
        ("哪家单位项目个数最少", BY_NUMBER),
        ("项目第二多的单位", BY_NUMBER),
        ("项目数量前三的单位", BY_NUMBER),
        ("哪个单位项目金额最多", BY_TOTAL),
        ("哪个项目最多", BY_TOTAL),
        ("哪个单位钱最多", BY_TOTAL),
    ],
)
def test_by_what_units_are_ranked(read: Read, question: str, by: str) -> None:
    """项目 right before 最多 counts projects; with a word for money between them it is the money."""
    assert [by] == [m.order.by for m in read(question).meanings(OrderSaid)]


def test_two_choices(read: Read) -> None:
    """Of a list that was shown two may be named."""
    assert [2, 1] == [m.number for m in read("第二个和第一个差多少").meanings(ChoiceSaid)]


@pytest.mark.parametrize("question", ["排第几", "排名第几", "排多少名", "在全县排第几名", "是第几多"])
def test_a_place_is_asked_for(read: Read, question: str) -> None:
    """第几 behind 排, or before a word for more."""
    assert Mark.PLACE in read(question).marks()


@pytest.mark.parametrize("question", ["在第几张表", "第几期", "排名前三", "第几个季度"])
def test_no_place_is_asked_for(read: Read, question: str) -> None:
    """Tables, phases and quarters are counted too, and ranked are those that stand before."""
    assert Mark.PLACE not in read(question).marks()


@pytest.mark.parametrize("question", ["主管部门编码前三位", "部门代码的前3位是多少", "代码后两位数字", "编码最后三位"])
def test_digits_of_a_code(read: Read, question: str) -> None:
    """What stands first in a code ranks nothing: the code is told whole."""
    said = read(question)

    assert [] == said.meanings(OrderSaid)
    assert () == said.leftovers


@pytest.mark.parametrize("question", ["预算最少的有几个并列", "金额最大的项目一共几个并列的"])
def test_how_many_are_equal(read: Read, question: str) -> None:
    """Those of equal amounts are told with the first: nothing is counted."""
    said = read(question)

    assert [1] == [m.order.count for m in said.meanings(OrderSaid)]
    assert () == said.leftovers
