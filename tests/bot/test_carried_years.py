"""“去年结转了多少” asks for the 上年结转 of last year's form; as a name of money it is that of the form that is asked about."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Chat, Reply
from tests.bot.honesty import amounts

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    "question",
    [
        "河道清淤去年结转了多少",
        "河道清淤去年结转多少",
        "河道清淤去年结转了多少钱",
        "河道清淤去年结余多少",
        "河道清淤去年也结转了几万",
        "去年河道清淤结转了多少",
    ],
)
def test_the_year_and_the_money(asks_bureaus: Asks, question: str) -> None:
    """It is the year's 上年结转, and the reply says of which year's form."""
    reply = asks_bureaus(question)

    assert reply.kind == "answer", reply.text
    assert "上年结转（预算安排） 5 万元：青禾县水务局「河道清淤」2023年" in reply


def test_which_form_is_meant_is_said(asks_bureaus: Asks) -> None:
    """What was left of that year stands in the next one's form: the reply says how to ask for that."""
    assert "这是2023年表上的“上年结转”；2023年结转到2024年的，请问“2024年上年结转多少”。" in asks_bureaus(
        "河道清淤去年结转了多少"
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("水库除险加固二期上年结转多少", "20 万元"),
        ("水库除险加固二期去年结转的钱多少", "20 万元"),
        ("水库除险加固二期去年结转到今年多少", "20 万元"),
        ("水库除险加固二期今年里面去年结转多少", "20 万元"),
        ("水库除险加固二期2024年去年结转多少", "20 万元"),
        ("水库除险加固二期不含去年结转多少", "130 万元"),
        ("水库除险加固二期去年结转不算多少", "130 万元"),
        ("水库除险加固二期其中去年结转多少", "20 万元"),
    ],
)
def test_the_line_of_the_form(asks_bureaus: Asks, question: str, words: str) -> None:
    """As a name of money, a part of it, or beside another year, it is the line “上年结转”."""
    reply = asks_bureaus(question)

    assert words in reply
    assert "这是2023年表上的" not in reply


@pytest.mark.parametrize("question", ["河道清淤今年去年结转各多少", "河道清淤2024年和去年的结转分别多少"])
def test_of_each_year(asks_bureaus: Asks, question: str) -> None:
    """Beside another year in a list it is a year of its own."""
    reply = asks_bureaus(question)

    assert "2023年 5 万元" in reply
    assert "2024年 表上没有这一栏" in reply


def test_a_year_without_a_form(asks_bureaus: Asks) -> None:
    """Where last year has no form of it, no other year's figure stands in its place."""
    reply = asks_bureaus("水库除险加固二期去年结转了多少")

    assert "not_found" == reply.kind
    assert not amounts(reply.text)


def test_after_the_project(bureaus: Chat) -> None:
    """A follow-up is read so as well."""
    bureaus.says("河道清淤多少")

    assert "5 万元：青禾县水务局「河道清淤」2023年" in bureaus.says("去年结转了多少")
