"""Percentages that limit indicators."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot.language.meanings import PercentSaid
from bot.reading.parse import Parse
from store.plan import Comparator

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "op", "value"),
    [
        ("满意度低于95%的项目", Comparator.LESS, "95"),
        ("满意度只要85%的", Comparator.EQUAL, "85"),
        ("合格率定到98%及以上的", Comparator.AT_LEAST, "98"),
        ("满意度设在90%或更低的", Comparator.AT_MOST, "90"),
        ("满意度95%以上的项目", Comparator.AT_LEAST, "95"),
        ("满意度９５％以上的項目", Comparator.AT_LEAST, "95"),
        ("满意度不到百分之九十五的项目", Comparator.LESS, "95"),
        ("满意度百分之95以下的项目", Comparator.AT_MOST, "95"),
        ("满意度≥98.5%的项目", Comparator.AT_LEAST, "98.5"),
        ("满意度等于100%的有哪些", Comparator.EQUAL, "100"),
        ("满意度不是100%的有哪些", Comparator.LESS, "100"),
        ("满意度没写到百分之百的项目", Comparator.LESS, "100"),
        ("满意度要求95以上的项目", Comparator.AT_LEAST, "95"),
        ("满意度九十五分以上的", Comparator.AT_LEAST, "95"),
        ("合格率低于九十的", Comparator.LESS, "90"),
        ("覆盖率达到98以上的", Comparator.AT_LEAST, "98"),
    ],
)
def test_a_limit_in_per_cent(read: Read, question: str, op: Comparator, value: str) -> None:
    """Words before and behind a percentage make it a limit."""
    (said,) = read(question).meanings(PercentSaid)

    assert (said.filter.op, said.filter.value) == (op, Decimal(value))


@pytest.mark.parametrize(
    "question", ["95万以上的项目", "百分之多少", "%", "一百以上", "2026年度80以上的项目", "满意度项目95万以上的"]
)
def test_what_limits_nothing(read: Read, question: str) -> None:
    """A percentage without a comparison, an amount, or a bare sign is no limit."""
    assert [] == read(question).meanings(PercentSaid)
