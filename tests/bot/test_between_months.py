"""From when to when: the span of months that a line prints, else the form's 项目期."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Attribute
from tests import makers
from tests.bot.conftest import Chat, answer
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


@pytest.fixture
def two(memory: Store) -> Conversation:
    """Two projects of which each prints a span of months for its own lines."""
    lines = {"公园绿化养护": ("浇灌起止时间", "4月至10月"), "环卫保洁": ("洒水项目起止时间", "5月至9月")}
    targets = [
        makers.target(
            project,
            unit="青禾县园林所",
            document=PAPER,
            table=number,
            indicators=(makers.indicator(*line, level2="时效指标", document=PAPER, row=9),),
        )
        for number, (project, line) in enumerate(lines.items(), 1)
    ]
    makers.load(memory, makers.statement(*targets, document=PAPER))
    return conversation_of(memory)


@pytest.mark.parametrize("question", ["项目从几月到几月", "水从几月到几月", "它从几月到几月", "这个从几月到几月"])
def test_a_word_that_tells_nothing(two: Conversation, question: str) -> None:
    """One character, and what only points, is found in too many lines."""
    assert "印着起止月份" not in answer(two, question)
    assert "“洒水项目起止时间” 5月至9月" not in answer(two, question)


def test_of_the_project_that_was_spoken_of(two: Conversation) -> None:
    """What follows is looked for in the project that was spoken of, and in no other."""
    chat = Chat(two)
    chat.says("公园绿化养护多少钱")

    assert "5月至9月" not in chat.says("它起止时间是几月到几月")


def test_its_own_line(two: Conversation) -> None:
    """There the line that says so is told."""
    chat = Chat(two)
    chat.says("公园绿化养护多少钱")

    assert "「公园绿化养护」2024年：“浇灌起止时间” 4月至10月" in chat.says("它浇灌是几月到几月")
