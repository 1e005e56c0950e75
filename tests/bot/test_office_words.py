"""Words of budget offices around a short name: nothing of them may limit what is asked, and none is left over."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A path and a shore, called by so few characters that any word beside them counts."""
    lines = (
        makers.indicator("维修步道长度", "3.6公里", number="3.6"),
        makers.indicator("维修完成时间", "2024年9月底前", level2="时效指标", row=8),
        makers.indicator("游客满意度", "≥90%", number="90", level1="满意度指标", level2="满意度指标", row=9),
    )
    makers.load(
        memory,
        makers.statement(
            makers.target("步道维修", yuan="310000", goal="维修步道，方便游客。", indicators=lines),
            makers.target("岸线保洁", yuan="50000", table=2),
        ),
    )
    return conversation_of(memory)


@pytest.mark.parametrize(
    "question",
    [
        "望提供步道维修今年安排金额", "现需了解步道维修2024年预算安排", "拟了解步道维修今年资金情况", "请贵单位协助提供步道维修今年预算", "请核实并告知步道维修今年预算数",
        "有没有人知道步道维修多少钱", "哪位清楚步道维修的预算", "刘主任要步道维修的数", "步道维修今年准确数是多少", "步道维修今年实打实多少钱", "步道维修今年一整年多少", "步道维修最新的数是多少",
        "步道维修今年经费保障多少", "步道维修总投资", "步道维修计划投资多少", "步道维修计划投入", "步道维修今年计划安排多少", "步道维修资金规模", "步道维修预算规模多大",
        "步道维修最终定了多少", "步道维修核定多少", "步道维修今年敲定多少", "步道维修落实了多少钱", "步道维修审定金额", "步道维修今年需求多少", "步道维修基本情况", "步道维修概况",
        "1、步道维修今年多少", "就步道维修而言多少钱", "拿步道维修来说，今年多少", "以步道维修为例多少钱", "步道维修今年起码多少", "步道维修往年多少", "步道维修以前多少",
        "步道维修今年安排没安排", "步道维修今年进预算没有", "步道维修批没批钱",
    ],
)  # fmt: skip
def test_asked_for_the_money(bot: Conversation, question: str) -> None:
    """The budget is told, and no word is called unused."""
    reply = answer(bot, question)

    assert reply.kind == "answer"
    assert "31 万元" in reply
    assert "5 万元" not in reply
    assert "未用到" not in reply


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("步道维修什么时候干完", "2024年9月底前"),
        ("步道维修啥时候完成", "2024年9月底前"),
        ("步道维修哪天之前要完成", "2024年9月底前"),
        ("步道维修完成时限", "2024年9月底前"),
        ("步道维修满意度达标线", "≥90%"),
        ("步道维修群众满意度多少", "≥90%"),
        ("步道维修老百姓满意度要到多少", "≥90%"),
        ("步道维修今年任务是什么", "方便游客"),
        ("步道维修绩效怎么定的", "方便游客"),
    ],
)
def test_asked_for_a_line_or_the_goal(bot: Conversation, question: str, told: str) -> None:
    """A time, whoever is content, what is to be done."""
    assert told in answer(bot, question)


@pytest.mark.parametrize(
    "question",
    [
        "步道维修的灯光规模", "提供轮椅的步道维修", "步道维修验收没验收", "步道维修学生满意度", "步道维修有没有做绩效自评", "岸线保洁什么时候干完", "步道维修专家需要多少", "步道维修计划多少人",
        "步道维修落实多少人", "步道维修今年敲定多少家",
    ],
)  # fmt: skip
def test_other_words(bot: Conversation, question: str) -> None:
    """What may limit, counts something else or is nowhere stated is no word of the office."""
    assert "31 万元" not in answer(bot, question)
