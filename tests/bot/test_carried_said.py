"""What was carried over (上年结转), where it is to be told apart: named, or said to be filled in nowhere."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    "question", ["公路养护一共多少，其中结转多少", "公路养护多少，结转说清楚", "交通局一共多少 其中结转是多少"]
)
def test_it_is_named(asks_towns: Asks, question: str) -> None:
    """Beside one amount as beside a sum."""
    assert "上年结转 20 万元" in asks_towns(question)


@pytest.mark.parametrize("question", ["桥梁检测多少，结转说清楚", "数据局一共多少，其中结转多少"])
def test_nothing_was_filled_in(asks_towns: Asks, question: str) -> None:
    """Silence would look as if there were none."""
    assert "上年结转：这些项目的表上都没有填" in asks_towns(question)
