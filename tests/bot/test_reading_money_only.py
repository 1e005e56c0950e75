"""Answers over many projects leave unread what they do not state."""

import pytest

from bot.app import conversation_of
from store.database import Store
from store.hierarchy import Hierarchy
from store.plan import Plan
from store.targets import TargetView, run
from tests.bot import written
from tests.bot.conftest import answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024年比2023年哪些项目增加了", "30 万元 → 36 万元"),
        ("2024年新增了什么项目", "西沟泵站改造"),
        ("2024年跟2023年比有什么变化", "没变 1 个"),
        ("2024年哪个单位项目最多", "青禾县水务局，3 个项目"),
    ],
)
def test_goals_and_indicators_stay_unread(memory: Store, monkeypatch: pytest.MonkeyPatch, question: str, said: str) -> None:
    """Between years, and where projects are counted, only names and money are read."""
    written.fill(memory)
    bot = conversation_of(memory)
    asked: list[bool] = []

    def watched(store: Store, plan: Plan, hierarchy: Hierarchy, *, money_only: bool = False) -> list[TargetView]:
        asked.append(money_only)
        return run(store, plan, hierarchy, money_only=money_only)

    monkeypatch.setattr("bot.desks.run", watched)
    reply = answer(bot, question)
    assert said in reply, reply.text
    assert asked
    assert all(asked)
