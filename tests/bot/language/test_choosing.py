"""Which of the offered choices are meant."""

from collections.abc import Callable

import pytest

from bot.language.choices import ALL_CHOICES, LAST_CHOICE, ChoiceSaid
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("1和3", [1, 3]), ("1、3", [1, 3]), ("1,3", [1, 3]), ("1 3", [1, 3]), ("看第一个和第三个", [1, 3]), ("1、2和4", [1, 2, 4]), ("二和三", [2, 3]),
        ("最后一个", [LAST_CHOICE]), ("选最后一个", [LAST_CHOICE]), ("最后那个呢", [LAST_CHOICE]), ("最下面的那个", [LAST_CHOICE]),
        ("都要", [ALL_CHOICES]), ("全部", [ALL_CHOICES]), ("都看看", [ALL_CHOICES]), ("两个都要", [ALL_CHOICES]), ("都说一下吧", [ALL_CHOICES]),
    ],
)  # fmt: skip
def test_several_the_last_and_all(read: Read, said: str, numbers: list[int]) -> None:
    """Nothing of such a message is left over."""
    parsed = read(said)

    assert numbers == [m.number for m in parsed.meanings(ChoiceSaid)]
    assert () == parsed.leftovers


@pytest.mark.parametrize(
    "said", ["2025和2026", "全部项目", "都有哪些项目", "最后一年", "最后一个季度", "1.5万", "都是多少", "全部多少钱"]
)
def test_no_choice(read: Read, said: str) -> None:
    """Years, amounts and questions of their own are none."""
    assert [] == read(said).meanings(ChoiceSaid)
