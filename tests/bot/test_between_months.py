"""From when to when: the span of months that a line prints, else the form's 项目期."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Attribute
from tests import makers
from tests.bot.conftest import answer
from tests.bot.written import stated

PAPER = "青禾县2024年度项目支出绩效目标"


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A line that prints a span of months, one that prints how long, and a road with nothing but its 项目期."""
    span = makers.indicator("供暖起止时间", "10月20日至次年4月20日", level2="时效指标", document=PAPER, row=9)
    answered = makers.indicator("报修办结期限", "≤3天", level2="时效指标", document=PAPER, row=9)
    targets = [
        makers.target("锅炉取暖费", unit="青禾县第一中学", document=PAPER, indicators=(span,)),
        makers.target("路灯报修", unit="青禾县公路站", document=PAPER, table=2, indicators=(answered,)),
        stated(makers.target("环湖路改造", unit="青禾县公路站", document=PAPER, table=3), {Attribute.PERIOD: "2024年3月-11月"}),
    ]
    makers.load(memory, makers.statement(*targets, document=PAPER))
    return conversation_of(memory)


@pytest.mark.parametrize(
    "question", ["供暖是几月到几月", "第一中学取暖费从几月到几月", "今年锅炉取暖费供暖几月到几月", "供暖从什么时候到什么时候"]
)
def test_the_span(bot: Conversation, question: str) -> None:
    """It is told as the line prints it."""
    assert "「锅炉取暖费」2024年：“供暖起止时间” 10月20日至次年4月20日" in answer(bot, question)


@pytest.mark.parametrize(
    "question", ["环湖路改造从几月到几月", "环湖路改造工期", "环湖路改造的期限", "环湖路改造工期多长", "环湖路改造期限是几年"]
)
def test_the_period_of_the_form(bot: Conversation, question: str) -> None:
    """Where no line prints one the form's own field answers."""
    assert "项目期：“2024年3月-11月”" in answer(bot, question)


def test_a_line_called_so(bot: Conversation) -> None:
    """A line that is called 期限 is no 项目期."""
    assert "≤3天" in answer(bot, "路灯报修办结期限")
