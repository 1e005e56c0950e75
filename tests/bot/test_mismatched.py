"""A word of a project's name beside a line that another project has."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

COUNTED = {"level1": "产出指标", "level2": "数量指标"}


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A chat about the watching of purchases, and a purchase of drones whose name does not say so."""
    targets = [
        makers.target("政府采购监督检查经费", unit="青禾县财政局", yuan="130000", goal="检查代理机构。"),
        makers.target(
            "巡护装备更新",
            unit="青禾县林业局",
            yuan="560000",
            goal="更新巡护无人机。",
            table=2,
            indicators=(makers.indicator("购置巡护无人机", "8架", number="8", unit="架", **COUNTED),),
        ),
    ]
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("question", ["采购巡护无人机那个项目多少钱", "采购巡护无人机多少钱", "采购巡护无人机的钱是多少"])
def test_a_word_of_a_name_is_not_that_project(talk: Talk, question: str) -> None:
    """The money of a project of which hardly a word is said is not stated beside a line that it does not have."""
    reply = talk.asks(question)

    assert "13 万元" not in reply.text
    assert "「巡护装备更新」" in reply.text


def test_a_project_that_is_named(talk: Talk) -> None:
    """Where the project is named, its money is stated, and that it has no such line."""
    reply = talk.asks("政府采购监督检查经费多少钱，购置巡护无人机几架")

    assert "13 万元" in reply.text
