"""Replies in the unit of money that is asked for."""

import pytest

from bot.conversation import Conversation
from tests.bot.conftest import Chat, answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("操场改造按元说多少", "460000 元"),
        ("操场改造多少元", "460000 元"),
        ("操场改造多少万", "46 万元"),
        ("操场改造折合多少亿", "0.0046 亿元"),
        ("第三中学一共多少钱，换成元", "2460000 元"),
        ("第三中学一共多少亿", "0.0246 亿元"),
        ("石桥镇驻村帮扶经费用元表示", "32000 元"),
        ("财政局2024年资金构成按元列", "220000 元"),
        ("智慧校园二期比操场改造多多少元", "340000 元"),
    ],
)
def test_the_unit_that_is_asked_for(county_bot: Conversation, question: str, said: str) -> None:
    """Sums, compositions and differences are printed exactly in the unit that the question names."""
    assert said in answer(county_bot, question)


def test_another_unit_of_the_last_answer(county: Chat) -> None:
    """“换成元” repeats the last answer, sums and lists included, and what follows keeps the unit until another is named."""
    assert "80 万元" in county.says("智慧校园二期多少钱")
    assert "800000 元" in county.says("换成元")
    assert "460000 元" in county.says("操场改造呢")
    assert "46 万元" in county.says("还是按万元")
    county.says("第三中学一共多少钱")
    repeated = county.says("用元说")
    assert "合计 2460000 元" in repeated
    assert "万元" not in repeated


def test_a_new_topic_is_in_the_usual_unit(county: Chat) -> None:
    """The unit belongs to the answer that it was asked for, and to what goes on from it."""
    county.says("操场改造多少元")

    assert "120 万元" in county.says("智慧校园一期的预算是多少")
