"""Several figures to be checked in one message: each is held against the form of what stands before it, and against no other."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

SCHOOL, OTHER = "青禾县第一小学", "青禾县第二小学"


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Two schools with projects, one of which both have."""
    money = {(SCHOOL, "校舍修缮"): 28, (SCHOOL, "图书购置"): 44, (SCHOOL, "保安聘用"): 10, (OTHER, "保安聘用"): 12}
    targets = [
        makers.target(project, unit=unit, yuan=f"{amount}0000", table=table)
        for table, ((unit, project), amount) in enumerate(money.items(), 1)
    ]
    makers.load(memory, makers.statement(*targets))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "asked",
    [
        "校舍修缮28万，图书购置44万，对吗",
        "转：请预算股核一下这两个数\n1.校舍修缮2024年28万\n2.图书购置2024年44万",
        "请核：1、校舍修缮28万元；2、图书购置44万元",
        "校舍修缮今年28万对吗，图书购置44万对吗",
        "2024年：校舍修缮280,000元，图书购置440,000元",
    ],
)
def test_all_right(chat: Chat, asked: str) -> None:
    """Each figure stands with its own project."""
    reply = chat.says(asked)

    assert "核对 2 个数，都与表一致" in reply
    assert "1. 28 万元，与28万一致" in reply
    assert "不是" not in reply.text


def test_one_wrong(chat: Chat) -> None:
    """What the form says stands beside the figure that is not its own."""
    reply = chat.says("校舍修缮28万，图书购置45万，核对一下")

    assert "1 个与表一致，1 个不一致" in reply
    assert "44 万元，不是45万" in reply


def test_one_unknown(chat: Chat) -> None:
    """What no form has is named behind the figures."""
    reply = chat.says("核对：校舍修缮28万；图书购置44万；扫雪车购置30万")

    assert "核对 2 个数，都与表一致" in reply
    assert "“扫雪车购置30万”没有答上" in reply


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("第一小学：图书购置44万，保安聘用10万", SCHOOL),
        ("第一小学图书购置44万，保安聘用10万", SCHOOL),
        ("保安聘用：第一小学10万，第二小学12万", OTHER),
    ],
)
def test_headed(chat: Chat, asked: str, told: str) -> None:
    """What stands above a list is said of each figure in it, and a unit goes on to what only its form can be."""
    reply = chat.says(asked)

    assert "核对 2 个数，都与表一致" in reply
    assert told in reply


def test_units(chat: Chat) -> None:
    """The sum of a unit is a figure as well."""
    assert "核对 2 个数，都与表一致" in chat.says("第一小学：82万；第二小学：12万。核对下")


@pytest.mark.parametrize("asked", ["超过28万，不到44万的项目", "校舍修缮28万和图书购置44万差多少", "校舍修缮28万，图书购置多少"])
def test_other_questions(chat: Chat, asked: str) -> None:
    """Limits, and questions of more than whether figures are right, are no such list."""
    assert "核对" not in chat.says(asked)
