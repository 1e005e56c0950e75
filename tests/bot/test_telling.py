"""A figure of a line is given only where the line shares a telling word with the question."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    "question",
    ["湿地监测多少次", "湿地修复二期要监测多少次", "湿地修复二期宣传几次", "湿地修复二期评估几次", "湿地修复二期采样几次"],
)
def test_what_is_only_kin_to_a_line(asks_bureaus: Asks, question: str) -> None:
    """监测 is no 巡查, though both are done by looking: no figure is given, and the lines that there are are named."""
    reply = asks_bureaus(question)

    assert "not_found" == reply.kind, reply.text
    assert "12" not in reply.text
    assert "“护鸟巡查次数”" in reply


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("护鸟巡查多少次", "12次"),
        ("湿地修复二期巡护几次", "12次"),
        ("湿地修复二期一年巡查多少回", "12次"),
        ("湿地修复二期科普活动几次", "6场"),
        ("讲座办几场", "6场"),
        ("湿地恢复多少亩", "300亩"),
        ("湿地修复二期植被要恢复多少亩", "300亩"),
    ],
)
def test_what_the_line_says(asks_bureaus: Asks, question: str, value: str) -> None:
    """A word of its name, or a measure that not everything is counted in, tells the line."""
    reply = asks_bureaus(question)

    assert reply.kind == "answer", reply.text
    assert reply.text.startswith(value)
