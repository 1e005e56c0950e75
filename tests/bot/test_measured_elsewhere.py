"""Money asked beside an indicator that the unit's tables in question do not have."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

UNIT = "青禾县疾病预防控制中心"
OLD, NEW = "青禾县疾病预防控制中心2023年度项目支出绩效目标", "青禾县疾病预防控制中心2024年度项目支出绩效目标"


@pytest.fixture
def cold(store: Store) -> Store:
    """A unit that bought a van in one year, and has another project in the next."""
    van = makers.indicator("购置冷藏运输车", "2辆", number="2", unit="辆", level1="产出指标", level2="数量指标", document=OLD)
    old = makers.target("冷链更新", unit=UNIT, year=2023, yuan="620000", document=OLD, indicators=(van,))
    makers.load(store, makers.statement(old, document=OLD))
    makers.load(store, makers.statement(makers.target("结核病防治", unit=UNIT, yuan="190000", document=NEW), document=NEW))
    return store


@pytest.mark.parametrize(
    "question", ["疾控购置冷藏运输车的那个项目多少钱", "嗯…青禾县疾病预防控制中心购置冷藏运输车的项目多少钱"]
)
def test_no_other_project_is_answered(cold: Store, question: str) -> None:
    """What the indicator's words tell is not the unit's other project: it is said where they stand, without an amount."""
    reply = answer(conversation_of(cold), question)

    assert "19 万元" not in reply
    assert "冷链更新" in reply


def test_the_unit_that_has_it(cold: Store) -> None:
    """Where a table in question has the indicator, the question is answered."""
    reply = answer(conversation_of(cold), "疾控2023年购置冷藏运输车几辆，多少钱")

    assert "62 万元" in reply
