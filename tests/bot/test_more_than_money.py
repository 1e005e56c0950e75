"""What is asked beside the money, or in place of it: how many have a project, what is counted in it, and a unit that only looks like a name."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

TAX, LIBRARY, DESK = "青禾县税票所", "青禾县图书馆", "青禾县热线办"


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Two units with a project of one name, of which one counts something in 家; a hotline with seats; a training of teachers."""
    checked = (makers.indicator("票据检查单位数", "35家", number="35", unit="家", level1="产出指标", level2="数量指标"),)
    seats = (makers.indicator("坐席人员", "12人", number="12", unit="人", level1="产出指标", level2="数量指标"),)
    targets = (
        makers.target("工作经费", unit=TAX, yuan="92000", indicators=checked),
        makers.target("工作经费", unit=LIBRARY, yuan="50000", table=2),
        makers.target("市民热线坐席服务外包", unit=DESK, yuan="880000", indicators=seats, table=3),
        makers.target("中小学教师心理培训", unit=DESK, yuan="134000", table=4),
    )
    makers.load(memory, makers.statement(*targets))
    return conversation_of(memory)


@pytest.mark.parametrize("question", ["工作经费几家有", "工作经费有几家", "工作经费多少家"])
def test_how_many_have_it(bot: Conversation, question: str) -> None:
    said = answer(bot, question)
    assert "2 个单位" in said
    assert "35" not in said


def test_what_is_counted_in_it(bot: Conversation) -> None:
    assert "35家" in answer(bot, "工作经费票据检查几家")


@pytest.mark.parametrize("question", ["坐席服务外包几个坐席，多少钱", "热线坐席外包几个坐席多少钱"])
def test_both_or_none(bot: Conversation, question: str) -> None:
    """A figure for one of two questions is none where the other is passed over."""
    said = answer(bot, question)
    assert "88 万元" not in said or "12人" in said or "几个坐席" in said


@pytest.mark.parametrize("question", ["中小学的教师培训多少钱", "教师那个心理培训多少钱", "中小的学多少钱"])
def test_a_particle_is_no_slip(bot: Conversation, question: str) -> None:
    assert "13.4 万元" in answer(bot, question)


@pytest.mark.parametrize("question", ["中心小学有没有", "中心小学多少钱", "城中小学有多少钱"])
def test_a_unit_is_no_name_with_a_slip(bot: Conversation, question: str) -> None:
    assert "13.4 万元" not in answer(bot, question)
