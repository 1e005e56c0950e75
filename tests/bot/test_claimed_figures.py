"""Several figures of one form that somebody claims: each beside what is printed."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer

PAPER = "青禾县2024年度项目支出绩效目标"


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A subsidy whose form prints whom it is for, for how many days, and how much a day; another without such lines."""
    lines = (
        makers.indicator("就餐学生人数", "3200人", number="3200", unit="人", level2="数量指标", document=PAPER, row=8),
        makers.indicator("供餐天数", "200天", number="200", unit="天", level2="时效指标", document=PAPER, row=9),
        makers.indicator("补助标准", "4元/人·天", number="4", unit="元/人·天", level2="成本指标", document=PAPER, row=10),
    )
    meals = makers.target("早餐补助", unit="青禾县教育局", yuan="2560000", document=PAPER, indicators=lines)
    other = makers.target("校舍加固", unit="青禾县教育局", yuan="460000", document=PAPER, table=2)
    makers.load(memory, makers.statement(meals, other, document=PAPER))
    return conversation_of(memory)


FACTORS = ("3200人：“就餐学生人数” 3200人，一致", "200天：“供餐天数” 200天，一致", "4元：“补助标准” 4元/人·天，一致")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("早餐补助4元×200天×3200人=256万对吗", (*FACTORS, "256万：年度资金总额 256 万元，一致", "相乘是256万")),
        ("早餐补助是3200人乘200天乘4元吧", (*FACTORS, "相乘是256万，年度资金总额 256 万元，一致")),
        ("早餐补助4元200天3200人，一共250万对吗", (*FACTORS, "250万：年度资金总额 256 万元，不一致")),
        (
            "早餐补助3000人×80元=24万对吗",
            ("3000人：表上没有这个数，用“人”计的是“就餐学生人数” 3200人", "80元：表上没有这个数", "相乘是24万", "不一致"),
        ),
        ("早餐补助就餐学生3200人，供餐180天，对吗", (FACTORS[0], "180天：表上没有这个数，用“天”计的是“供餐天数” 200天")),
    ],
)
def test_each_figure(bot: Conversation, question: str, said: tuple[str, ...]) -> None:
    """A line that prints it, or the line that prints another in its place; a product is that of what was said."""
    reply = answer(bot, question)

    assert reply.kind == "answer"
    assert all(one in reply for one in said), reply


def test_of_what_was_spoken_of(bot: Conversation) -> None:
    """A claim after a project's amount is of that project."""
    chat = Chat(bot)
    chat.says("早餐补助多少钱")

    assert "4元：“补助标准” 4元/人·天，一致" in chat.says("4元×200天×3200人=256万对吗")


@pytest.mark.parametrize(
    "question", ["早餐补助是256万吗", "早餐补助供餐200天吗", "教育局4元200天的项目是哪个", "早餐补助256万，校舍加固46万对吗"]
)
def test_other_questions(bot: Conversation, question: str) -> None:
    """One figure, figures that are looked for, and amounts of two projects are other questions."""
    assert "逐个对照" not in answer(bot, question)
