"""A number that is all of a question is looked up as an amount."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot.language.meanings import AmountNamed
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "yuan"),
    [
        ("510.5", "5105000"),
        ("38.6是哪个", "386000"),
        ("4.46是啥？", "44600"),
        ("2100", "21000000"),
        ("46400", "46400"),
        ("1,200,000", "1200000"),
        ("５１０．５", "5105000"),
        ("18.5这个数是哪个项目的", "185000"),
        ("便道三期52.5在哪个文件", "525000"),
        ("12.6这个数今年出现在哪几个项目上", "126000"),
        ("网络运维510.5，比去年多多少", "5105000"),
        ("教育局本级62.5 含所属呢", "625000"),
        ("网络运维去年118今年才多少", "1180000"),
        ("水利局\t河道保洁\t2024\t54.00\t核对一下", "540000"),
        ("水利局 河道保洁 984000.00  这是哪年的数", "984000"),
    ],
)
def test_the_amount(read: Read, question: str, yuan: str) -> None:
    """It is in 万元 as replies write it, and in yuan where it is too large for that."""
    assert [AmountNamed(Decimal(yuan))] == read(question).meanings(AmountNamed)


@pytest.mark.parametrize(
    "question",
    [
        "2",
        "12",
        "2024",
        "第2个",
        "网络运维510.5",
        "510.5公里",
        "2024年",
        "河道保洁超过 80.5 吗",
        "清淤 12.5 公里",
        "12.5公里在哪个项目里",
        "河道保洁 3 个",
        "居民满意度95，去年呢",
        "免费体检人2600，去年呢",
        "12345热线，网络运维多少",
        "清淤12.5公里，去年呢",
    ],
)
def test_other_numbers(read: Read, question: str) -> None:
    """A choice, a year, and a number of something are no amounts."""
    assert [] == read(question).meanings(AmountNamed)
