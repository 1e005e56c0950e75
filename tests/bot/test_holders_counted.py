"""“工作经费有几个单位” counts who has it, and is no line of one of them that counts 单位."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Indicator
from tests import makers
from tests.bot.conftest import answer

CENTRE, BUREAU, SCHOOL, OTHER = "青禾县核算中心", "青禾县教育局", "青禾县实验小学", "青禾县第三中学"


def _counting(name: str, number: int, unit: str) -> list[Indicator]:
    counted = makers.indicator(name, f"{number}{unit}", number=str(number), unit=unit, level1="产出指标", level2="数量指标")
    return [counted]


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A project of three units, one of which counts units in it, and a bureau's own that counts schools."""
    bureau = {"department": BUREAU, "code": "205"}
    made = [
        makers.target("工作经费", unit=CENTRE, indicators=_counting("集中核算单位数", 55, "家")),
        makers.target("工作经费", unit=SCHOOL, department=BUREAU, code="205001", table=2),
        makers.target("工作经费", unit=OTHER, department=BUREAU, code="205002", table=3),
        makers.target("课后托管", unit=BUREAU, indicators=_counting("开展托管学校数", 40, "所"), table=4, **bureau),
    ]
    makers.load(memory, makers.statement(*made))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said", "never"),
    [
        ("工作经费有几个单位", "有 3 个单位", "55"),
        ("有几个单位有工作经费", "有 3 个单位", "55"),
        ("几家单位设了工作经费", "有 3 个单位", "55"),
        ("设了工作经费的单位有几个", "有 3 个单位", "55"),
        ("有工作经费的单位一共几家", "有 3 个单位", "55"),
        ("工作经费有几所学校", "有 2 个单位", "40"),
        ("教育局今年有几所学校有项目", "有 2 个单位", "40"),
        ("一共几个学校", "有 2 个单位", "40"),
        ("总共有几所学校", "有 2 个单位", "40"),
    ],
)
def test_who_has_it_is_counted(bot: Conversation, question: str, said: str, never: str) -> None:
    """However well the words fit a line."""
    reply = answer(bot, question)

    assert said in reply
    assert never not in reply.text


@pytest.mark.parametrize(
    ("question", "said"), [("课后托管有几所学校开展", "40所"), ("核算中心工作经费集中核算多少家单位", "55家")]
)
def test_what_a_line_counts(bot: Conversation, question: str, said: str) -> None:
    """Of what only one unit has, or in its own words, a line is told."""
    assert said in answer(bot, question)
