"""What a description may be answered by: numbers, phases and persons that stand in the form, of the year whose form says so."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    houses = makers.indicator("建设周转房", "60套", level1="产出指标", level2="数量指标")
    fewer = makers.indicator("建设周转房", "50套", level1="产出指标", level2="数量指标")
    cameras = makers.indicator("更换摄像头", "900个", level1="产出指标", level2="数量指标")
    stores = makers.indicator("储备融雪剂", "300吨", level1="产出指标", level2="数量指标")
    sand = makers.indicator("储备防滑料", "500立方米", level1="产出指标", level2="数量指标")
    older = makers.target("乡村教师周转宿舍", yuan="600000", goal="让教师住得上。", indicators=(houses,), year=2023, table=1)
    makers.load(memory, makers.statement(older, document="青禾县2023年度项目支出绩效目标"))
    makers.load(
        memory,
        makers.statement(
            makers.target("乡村教师周转宿舍", yuan="500000", goal="让教师住得上。", indicators=(fewer,), table=1),
            makers.target("校园安防升级", yuan="95000", goal="换新设备。", indicators=(cameras,), table=2),
            makers.target("冬季除雪保障", yuan="220000", goal="备足物资，及时除雪。", indicators=(stores, sand), table=3),
        ),
    )
    return Talk(conversation_of(memory))


def test_the_year_whose_form_says_so(talk: Talk) -> None:
    """60套 stands in the older form alone: its money is told, and its year."""
    reply = talk.asks("建60套周转房的那个多少钱")

    assert "60 万元" in reply.text
    assert "2023年" in reply.text
    assert "50 万元" not in reply.text


@pytest.mark.parametrize(
    "question",
    ["更换770个摄像头的那个多少钱", "储备500吨融雪剂的那个多少钱", "建70套周转房的那个多少钱", "建15万平方米周转房的那个多少钱"],
)
def test_a_number_that_stands_nowhere(talk: Talk, question: str) -> None:
    """No amount is given: 500 is of something else, and 770 of nothing."""
    reply = talk.asks(question)

    assert reply.kind != "answer"
    assert [] == [fact for fact in reply.facts if fact["yuan"]]


@pytest.mark.parametrize("question", ["给农民盖周转房的那个多少钱", "给村民备融雪剂的那个多少钱"])
def test_persons_that_are_not_meant(talk: Talk, question: str) -> None:
    """Whom the form does not name it is not for."""
    reply = talk.asks(question)

    assert [] == [fact for fact in reply.facts if fact["yuan"]]


def test_what_is_denied(memory: Store) -> None:
    """A word before the name that turns the description round is not passed over."""
    lifts = makers.indicator("加装电梯", "12部", level1="产出指标", level2="数量指标")
    first = makers.target("旧楼群改造（一期）", yuan="420000", table=1)
    makers.load(memory, makers.statement(first, makers.target("旧楼群改造（二期）", yuan="990000", indicators=(lifts,), table=2)))
    reply = Talk(conversation_of(memory)).asks("不装电梯的楼群改造项目多少钱")

    assert [] == [fact for fact in reply.facts if fact["yuan"]]


def test_a_number_that_stands(talk: Talk) -> None:
    """It is what tells the project."""
    assert "9.5 万元" in talk.asks("更换900个摄像头的那个多少钱").text
