"""Manners of people who write letters, and figures for one person."""

from collections.abc import Callable

import pytest

from bot.language.unanswerable import QualifierSaid, Unanswerable
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "question",
    [
        "尊敬的同志您好，由于我单位正在撰写年度总结，需要用到相关数据，故冒昧请教，公路养护多少钱", "因我局近期编制决算报告，公路养护多少钱", "贵系统中所收录的公路养护多少钱", "叫公路养护的多少钱",
        "公路养护一项，多少钱，不知是否属实", "之前听同事说公路养护多少钱", "想麻烦您看一下公路养护多少钱", "请说明公路养护多少钱", "请予说明，公路养护多少钱，盼复", "烦请予以说明公路养护多少钱",
        "把公路养护过一遍", "把公路养护列一列", "要压减的话先看公路养护多少钱", "如果要调整，公路养护多少钱", "汇报用的话，公路养护多少钱", "要是问起来，公路养护多少钱", "想请教您一个问题，公路养护多少钱", "我是刚到财政局上班的，公路养护多少钱", "公路养护多少钱，不知道您这边有没有登记",
    ],
)  # fmt: skip
def test_manners(read: Read, question: str) -> None:
    """Nothing but the name is left of a letter."""
    assert ["公路养护"] == [x.text for x in read(question).leftovers]


@pytest.mark.parametrize(
    "question",
    ["一事一议多少钱", "压减公路养护多少钱", "要调整的公路养护多少钱", "下半年公路养护多少钱，供撰写报告", "材料购置费多少钱"],
)
def test_what_names_or_limits(read: Read, question: str) -> None:
    """Names and limits are no manners."""
    assert not any(p.rule == "letters" for p in read(question).cover)


@pytest.mark.parametrize("words", ["每个孩子摊多少", "每名学生补多少", "一个村医一年能拿多少", "每位老人能领几块", "每户补多少"])
def test_a_head(read: Read, words: str) -> None:
    """What one person gets is a figure per head."""
    assert QualifierSaid(Unanswerable.PER_HEAD) in read(f"公路养护{words}").meanings(QualifierSaid)


@pytest.mark.parametrize("words", ["一个人民医院项目多少钱", "每个代表团多少人", "一个学生公寓"])
def test_no_head(read: Read, words: str) -> None:
    """Where the word goes on it is a name."""
    assert not any(p.rule == "heads" for p in read(words).cover)
