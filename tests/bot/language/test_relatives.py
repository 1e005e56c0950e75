"""Whom of their own people speak of before they ask."""

from collections.abc import Callable

import pytest

from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "before",
    [
        "我爹八十多了，",
        "我妈今年82了，",
        "俺奶奶眼睛不好，",
        "我家娃上学了，",
        "我们家老人住院了，",
        "咱邻居托我打听，",
        "我爷爷是老兵，",
        "我家老爷子的",
        "我妈的",
        "我眼睛花打字慢，",
        "年纪大了手指头不灵便，",
        "我不会打字，",
        "手机用不好，",
    ],
)
def test_what_limits_nothing(read: Read, before: str) -> None:
    """Their age, their eyes and where they are leave no word over."""
    assert () == read(f"{before}多少钱").leftovers


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("我妈的补助多少钱", "补助"),
        ("我家孩子营养餐补助多少钱", "补助"),
        ("老人食堂多少钱", "食堂"),
        ("我妈妈艺术团多少钱", "艺术团"),
    ],
)
def test_what_is_asked(read: Read, question: str, kept: str) -> None:
    """What is asked of stays, whoever's it is."""
    assert any(kept in x.text for x in read(question).leftovers)
