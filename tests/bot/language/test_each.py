"""Money for one of something."""

from collections.abc import Callable

import pytest

from bot.language.each import each_in
from bot.language.meanings import AggregateSaid, Asked
from bot.reading.parse import Parse
from store.plan import Aggregate, Field


@pytest.mark.parametrize(
    ("text", "words", "unit", "noun"),
    [
        ("路灯改造一盏灯多少钱", "一盏灯", "盏", "灯"),
        ("每公里造价多少", "每公里", "公里", ""),
        ("一场补多少跟一共多少场", "一场", "场", ""),
        ("检测多少钱一批", "一批", "批", ""),
        ("补贴多少一个人", "一个人", "人", ""),
        ("护林员多少钱一个人？", "一个人", "人", ""),
        ("几块钱一平", "一平", "平", ""),
        ("每个社区摊多少", "每个社区", "个", "社区"),
        ("一个学生一学期资助多少", "一个学生一学期", "个", "学生"),
        ("每亩投资", "每亩", "亩", ""),
        ("一公里造价", "一公里", "公里", ""),
        ("人均多少", "人均", "人", ""),
        ("一个月多少", "一个月", "月", ""),
        ("每月补多少", "每月", "月", ""),
        ("每季度多少钱", "每季度", "季度", ""),
        ("一天多少", "一天", "天", ""),
    ],
)
def test_one_of_something(text: str, words: str, unit: str, noun: str) -> None:
    """It is known of what one is meant, and what that is counted in."""
    each = each_in(text)

    assert each is not None
    assert (words, unit, noun) == (text[each.start : each.end], each.unit, each.noun)


@pytest.mark.parametrize(
    "text",
    [
        "一期多少钱",
        "一季度多少",
        "一年多少钱",
        "第一个多少",
        "哪一家多少",
        "最后一个多少",
        "还有一个多少",
        "二期一共多少",
        "一个项目多少钱",
        "一个单位多少个",
        "一事一议多少",
        "一万多少",
        "单位多少",
        "一次性项目多少钱",
        "一天开放多少小时",
    ],
)
def test_no_price(text: str) -> None:
    """Phases, places, terms and counts are no price of one."""
    assert each_in(text) is None


@pytest.mark.parametrize("question", ["水费补贴一例减多少", "每户减免多少钱", "一台免多少"])
def test_what_is_given_up_for_one(read: Callable[[str], Parse], question: str) -> None:
    """What is not to be paid for one is money, and nothing is set beside anything."""
    said = read(question)

    assert Asked(Field.AMOUNT) in said.meanings(Asked)
    assert [] == said.meanings(AggregateSaid)


@pytest.mark.parametrize("question", ["每户比去年减多少", "今年比去年减多少"])
def test_what_became_less(read: Callable[[str], Parse], question: str) -> None:
    """Where something is set beside something, it is asked by how much it fell."""
    assert [AggregateSaid(Aggregate.DIFFERENCE)] == read(question).meanings(AggregateSaid)
