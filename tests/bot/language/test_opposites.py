"""What says the opposite of something does not mean it."""

import pytest

from bot.language.opposites import opposed


@pytest.mark.parametrize(
    ("said", "name", "expected"),
    [
        ("什么时候完工", "开工时间", True),
        ("几月份能修完", "开工时间", True),
        ("几时动工", "竣工时间", True),
        ("什么时候完工", "竣工时间", False),
        ("什么时候完工", "开工和完工时间", False),
        ("开工完工时间", "完工时间", False),
        ("什么时候发放", "开工时间", False),
        ("减少多少吨", "增加排放", True),
        ("农村居民", "城镇居民人数", True),
        ("农村居民", "城乡居民人数", False),
        ("城乡居民", "农村居民人数", False),
    ],
)
def test_opposed(said: str, name: str, expected: bool) -> None:
    """The one says only the one thing, the other only the other."""
    assert opposed(said, name) is expected
