"""A noun of the indicator table by itself asks of the project that was spoken of, and of no other."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

_COST = {"level1": "成本指标", "level2": "经济成本指标"}


@pytest.fixture
def talk(memory: Store) -> Talk:
    targets = (
        makers.target(
            "管护员补贴", unit="柳渡镇人民政府", yuan="800000", indicators=(makers.indicator("人均月补贴", "1000元", **_COST),)
        ),
        makers.target(
            "档案整理", unit="青禾县档案馆", yuan="90000", table=2, indicators=(makers.indicator("整理进度", "按季", **_COST),)
        ),
        makers.target(
            "撂荒地复耕",
            unit="青禾县农业局",
            yuan="880000",
            table=3,
            indicators=(makers.indicator("奖补标准", "200元", **_COST),),
        ),
    )
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("said", ["标准", "标准多少", "补贴标准是多少"])
def test_a_standard_that_is_called_otherwise(talk: Talk, said: str) -> None:
    """What a form pays a head is its standard."""
    talk.says("管护员补贴多少钱")
    reply = talk.says(said)

    assert "1000元" in reply.text
    assert "复耕" not in reply.text


@pytest.mark.parametrize("said", ["标准", "标准多少", "多少辆"])
def test_no_such_line(talk: Talk, said: str) -> None:
    """Where the project has none it is said so, and no other project's is told."""
    talk.says("档案整理多少钱")
    reply = talk.says(said)

    assert "not_found" == reply.kind
    assert "档案整理" in reply.text
    assert "200" not in reply.text


def test_by_itself(talk: Talk) -> None:
    """With nothing spoken of it may be any project's, which is named."""
    assert "撂荒地复耕" in talk.asks("奖补标准多少").text
