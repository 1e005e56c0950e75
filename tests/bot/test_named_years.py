"""Years in the names of projects, and years of which something is asked."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Reply, answer

OLD, NEW = "青禾县信访局2022年度项目支出绩效目标", "青禾县信访局2024年度项目支出绩效目标"


def _answer(store: Store, question: str) -> Reply:
    return answer(conversation_of(store), question)


@pytest.fixture
def carried_on(county_store: Store) -> Store:
    """A project of 2024 that is called after the year in which it began."""
    target = makers.target("2022年信访维稳经费", unit="青禾县信访局", yuan="90000", document=NEW)
    makers.load(county_store, makers.statement(target, document=NEW))
    return county_store


@pytest.mark.parametrize(
    "question",
    [
        "2022年信访维稳经费多少钱",
        "青禾县信访局2022年信访维稳经费",
        "2022年信访维稳经费2024年多少",
        "2022年方面的信访维稳经费多少",
        "2022年那个信访维稳经费多少",
        "信访维稳经费多少",
    ],
)
def test_a_year_in_a_name(carried_on: Store, question: str) -> None:
    """A year that a name holds, and of which there is nothing of that name, is part of the name."""
    reply = _answer(carried_on, question)

    assert "预算安排 9 万元：青禾县信访局「2022年信访维稳经费」2024年" in reply
    assert "未用到" not in reply


def test_another_year_than_that_of_the_name(carried_on: Store) -> None:
    """Of a year that neither the name nor the store holds there is no figure."""
    assert _answer(carried_on, "2021年信访维稳经费多少钱").kind == "not_found"


def test_a_year_in_which_there_is_the_project_too(carried_on: Store) -> None:
    """Where the same project without the year in its name is stored of that year, the year is asked for."""
    target = makers.target("信访维稳经费", unit="青禾县信访局", year=2022, yuan="70000", document=OLD)
    makers.load(carried_on, makers.statement(target, document=OLD))

    reply = _answer(carried_on, "2022年信访维稳经费多少钱")

    assert "7 万元" in reply
    assert "9 万元" not in reply
