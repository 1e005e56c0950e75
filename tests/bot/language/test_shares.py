"""Shares and growth, as words ask for them."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Mark
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "question",
    [
        "占多少",
        "占全局的百分之几",
        "占总预算多大比重",
        "占几成",
        "占几分之几",
        "占比多少",
        "所占比例",
        "比重是多少",
        "财政拨款比例是多少",
        "上年结转的比例",
        "各占多少",
        "占了多少份额",
        "是全部预算的百分之几",
        "是不是拿走半数以上",
        "拿走了几成",
    ],
)
def test_a_share_is_asked_for(read: Read, question: str) -> None:
    """占 with a word that asks how much, 占比, 比重, and a kind of money with 比例."""
    assert Mark.SHARE in read(question).marks()


@pytest.mark.parametrize(
    "question",
    ["占地面积多少", "占道经营整治多少钱", "占用林地多少亩", "补助比例", "多少钱", "百分之九十五", "花掉一半了吗", "用掉几成了"],
)
def test_what_is_no_share(read: Read, question: str) -> None:
    """Land that is taken up, names that begin so, and ratios of indicators are none."""
    assert Mark.SHARE not in read(question).marks()


def test_points_are_places_too(read: Read) -> None:
    """Nothing is a part or moves in “助餐补贴几个点，多少钱”."""
    assert Mark.PER_CENT not in read("助餐补贴几个点，多少钱").marks()


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("增长百分之几", Mark.PER_CENT),
        ("涨了几个百分点", Mark.PER_CENT),
        ("占全县几个点", Mark.PER_CENT),
        ("比去年高几个点", Mark.PER_CENT),
        ("增长率", Mark.GROWTH),
        ("涨幅多少", Mark.GROWTH),
        ("同比增幅", Mark.GROWTH),
        ("降幅", Mark.DECLINE),
        ("翻了几倍", Mark.TIMES),
        ("是去年的几倍", Mark.TIMES),
        ("翻番了吗", Mark.TIMES),
    ],
)
def test_growth_is_asked_for(read: Read, question: str, mark: Mark) -> None:
    """In per cent, by its name, or as a multiple."""
    assert mark in read(question).marks()
