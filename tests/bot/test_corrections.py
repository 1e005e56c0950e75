"""Speakers who correct themselves: the last word counts."""

from collections.abc import Callable

import pytest

from bot.conversation import Conversation
from bot.language.meanings import YearsSaid
from bot.reading.parse import Parse
from tests.bot.conftest import answer
from tests.bot.language.conftest import read

__all__ = ["read"]


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("2023年的，不是2024年的", (2023,)),
        ("不是2024年的，是2023年的", (2023,)),
        ("我要2023年，不要2024年，多少", (2023,)),
        ("前年…不对 去年的", (2023,)),
        ("2022年多少，说错了，2023年", (2023,)),
        ("去年的，哦不，今年的", (2024,)),
        ("2024年的预算，我是说2023年的", (2023,)),
        ("2024年的……算了先看2023年的", (2023,)),
    ],
)
def test_the_year_that_is_said_last(read: Callable[[str], Parse], question: str, years: tuple[int, ...]) -> None:
    """A year that is denied or taken back is not asked for, and leaves no word over."""
    said = read(question)

    assert years == tuple(y for m in said.meanings(YearsSaid) for y in m.years)
    assert "不" not in "".join(x.text for x in said.leftovers)


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("不是2023年的吗", (2023,)),
        ("2023年不对，应该是4.46万", (2023,)),
        ("2023年不对，2023年明明更多", (2023, 2023)),
        ("2023年和2024年的数都不对", (2023, 2024)),
        ("2023年比2024年多多少，是不是不对", (2023, 2024)),
    ],
)
def test_what_is_no_correction(read: Callable[[str], Parse], question: str, years: tuple[int, ...]) -> None:
    """A question with 不是, a figure that is called wrong and a comparison take nothing back."""
    assert years == tuple(y for m in read(question).meanings(YearsSaid) for y in m.years)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("石桥镇驻村帮扶经费2024年多少，不对，是柳渡镇的", "柳渡镇财政所", "石桥镇"),
        ("柳渡镇2024年的驻村帮扶经费，不是石桥镇的", "柳渡镇财政所", "石桥镇"),
        ("操场改造，不对，网络运维2023年多少", "25 万元", "46 万元"),
        ("智慧校园一期，不对，二期多少", "80 万元", "120 万元"),
        ("智慧校园一期，错了，二期", "80 万元", "120 万元"),
        ("我要二期不是一期，智慧校园", "80 万元", "120 万元"),
        ("不是一期，是在做的那个智慧校园，多少钱", "80 万元", "120 万元"),
        ("我问的不是一期，智慧校园多少", "80 万元", "120 万元"),
        ("智慧校园多少钱，不是一期", "80 万元", "120 万元"),
    ],
)
def test_the_name_that_is_said_last(county_bot: Conversation, question: str, said: str, unsaid: str) -> None:
    """Units and projects are corrected as years are."""
    reply = answer(county_bot, question)

    assert said in reply
    assert unsaid not in reply


@pytest.mark.parametrize("question", ["智慧校园一期，哦不，第五届多少", "除了2024年，操场改造多少", "不要2024年的操场改造"])
def test_what_is_meant_instead_and_not_stored(county_bot: Conversation, question: str) -> None:
    """What was taken back or left out is never answered for want of what is meant."""
    reply = answer(county_bot, question)

    assert reply.kind in ("clarify", "not_found")
    assert reply.facts == []


@pytest.mark.parametrize("question", ["操场改造不对，应该是83万", "操场改造错了，是83万"])
def test_a_figure_that_is_called_wrong(county_bot: Conversation, question: str) -> None:
    """What the document states is stated again; the figure that the person holds to be right is named as unused."""
    reply = answer(county_bot, question)

    assert "46 万元" in reply
    assert "83 万元" not in reply
