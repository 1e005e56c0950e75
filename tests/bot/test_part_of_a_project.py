"""What a part of a project costs: the forms do not divide it so."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

PAPER = "青禾县住建局2024年度项目支出绩效目标"


@pytest.fixture
def bot(store: Store) -> Conversation:
    """A renewal that counts lifts, and prints a price of each lamp."""
    levels = {"level1": "产出指标", "document": PAPER}
    lines = [
        makers.indicator("更换水泵", "3台", number="3", unit="台", level2="数量指标", **levels),
        makers.indicator("路灯造价", "≤1500元/盏", number="1500", unit="元/盏", level2="成本指标", **levels),
    ]
    target = makers.target("泵站更新改造", unit="青禾县住建局", yuan="880000", indicators=lines, document=PAPER)
    makers.load(store, makers.statement(target, document=PAPER))
    return conversation_of(store)


@pytest.mark.parametrize(
    "question",
    [
        "泵站更新改造里水泵花多少钱",
        "泵站更新改造其中水泵要多少钱",
        "泵站改造里面的水泵多少钱",
        "泵站更新改造项目里头水泵用了多少钱",
    ],
)
def test_the_total_is_no_answer(bot: Conversation, question: str) -> None:
    """Neither the project's total stands there, nor the number of such parts as if it were money."""
    reply = answer(bot, question)

    assert "clarify" == reply.kind
    assert "88" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [("泵站更新改造里财政拨款多少钱", "财政拨款"), ("泵站更新改造里路灯造价多少", "1500元"), ("泵站更新改造花多少钱", "88 万元")],
)
def test_what_is_printed(bot: Conversation, question: str, said: str) -> None:
    """What the form prints is told."""
    assert said in answer(bot, question)


@pytest.mark.parametrize("question", ["泵站更新改造电工的多少", "泵站更新改造民办的是多少", "泵站更新改造全自动的有多少"])
def test_a_part_right_behind_the_name(bot: Conversation, question: str) -> None:
    """A word between the project's name and 的 may limit it: no total is told in its place."""
    reply = answer(bot, question)

    assert "clarify" == reply.kind
    assert "88" not in reply.text


@pytest.mark.parametrize(
    "question", ["泵站更新改造的多少", "泵站更新改造今年的多少", "泵站更新改造这块的多少钱", "泵站更新改造更新的钱有多少"]
)
def test_no_part_is_said(bot: Conversation, question: str) -> None:
    """A year, a word that says nothing, or one of the name itself, limits no part."""
    assert "88 万元" in answer(bot, question)


@pytest.fixture
def repairs(memory: Store) -> Conversation:
    """Projects that are called by what is done, at units of which one is a centre of a village."""
    named = (("文化站屋面维修", "青禾县文化局"), ("老人免费配镜", "柳渡村社区服务中心"), ("社区书屋补贴", "石桥镇"))
    targets = [makers.target(name, unit=unit, yuan="180000", table=n, year=2024) for n, (name, unit) in enumerate(named, 1)]
    makers.load(memory, makers.statement(*targets))
    return conversation_of(memory)


@pytest.mark.parametrize("question", ["凉亭下雨老漏水，今年有没有维修的钱", "巷子坑坑洼洼，有维修的钱吗"])
def test_a_story_tells_which(repairs: Conversation, question: str) -> None:
    """Where a project is only called by what is done, the clause before may say of what: no figure of another is given."""
    reply = answer(repairs, question)

    assert "clarify" == reply.kind
    assert "18" not in reply


@pytest.mark.parametrize("question", ["凉亭下雨老漏水，文化站屋面维修今年多少钱", "社区那个免费配镜多少钱"])
def test_a_story_beside_a_name(repairs: Conversation, question: str) -> None:
    """Where the name itself is said, a story limits nothing; nor does a word of its own unit's name."""
    assert "18 万元" in answer(repairs, question)
