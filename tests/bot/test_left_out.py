"""What a reply leaves out or cannot know, it says: amounts that nobody can read, years of which only 自评表 are loaded."""

from datetime import UTC, datetime

import pytest

from bot.app import conversation_of
from bot.chat import Incoming, Reply
from store.database import Store
from tests import makers

NOON = datetime(2024, 6, 15, 12, tzinfo=UTC)


def ask(store: Store, question: str) -> Reply:
    return conversation_of(store).reply(Incoming("c", "p", question, NOON), keep=False)


@pytest.mark.parametrize("question", ["哪个项目钱最多", "预算最少的是哪个项目", "哪个单位钱最多"])
def test_a_ranking_without_some(memory: Store, question: str) -> None:
    """Who ranks without a project says so: it might be the first."""
    targets = [makers.target(f"{n}号项目", yuan=yuan, table=n) for n, yuan in enumerate(("1000000", "20000", None), 1)]
    makers.load(memory, makers.statement(*targets))

    assert "另有 1 个项目没有可读的金额，没有参加排名。" in ask(memory, question).text


def test_a_ranking_of_all(memory: Store) -> None:
    """Where every project has its amount nothing is said."""
    makers.load(memory, makers.statement(makers.target("甲项目"), makers.target("乙项目", yuan="5", table=2)))

    assert "没有参加排名" not in ask(memory, "哪个项目钱最多").text


def test_a_year_of_evaluations(memory: Store) -> None:
    """A year of which only self-evaluations are loaded is not said to be loaded not at all."""
    makers.load(memory, makers.statement(makers.target("道路养护", year=2023)))
    evaluated = makers.evaluation("道路养护", year=2024, document="自评")
    makers.load(memory, makers.statement(document="自评", evaluations=[evaluated]))
    reply = ask(memory, "2024年道路养护多少钱")

    assert "not_found" == reply.kind
    assert "没有：2024年只导入了绩效自评表，里面没有绩效目标表。" in reply.text
    assert "一份也没有导入" not in reply.text
    assert "2022年的文件一份也没有导入" in ask(memory, "2022年道路养护多少钱").text


def test_nothing_but_evaluations(memory: Store) -> None:
    """Nor is it said that nothing at all is loaded."""
    evaluated = makers.evaluation("道路养护", document="自评")
    makers.load(memory, makers.statement(document="自评", evaluations=[evaluated]))

    assert "还没有导入任何文件" not in ask(memory, "所有项目一共多少钱").text
