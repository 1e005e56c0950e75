"""Money for one of something: a printed price, else what is printed of it."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer

PAPER = "青禾县民政局2024年度项目支出绩效目标"
COUNTED, COST = ({"level1": "产出指标", "level2": level} for level in ("数量指标", "成本指标"))


@pytest.fixture
def helped(store: Store) -> Store:
    """A project without a price, one that prints one, and one whose name says 一村."""
    meals = makers.indicator("助餐老人数", "840人", number="840", unit="人", document=PAPER, **COUNTED)
    tents = makers.indicator("储备帐篷", "600顶", number="600", unit="顶", document=PAPER, **COUNTED)
    kids = makers.indicator("补助儿童数", "90人", number="90", unit="人", document=PAPER, **COUNTED)
    price = makers.indicator("补助标准", "900元/月", number="900", unit="元/月", document=PAPER, **COST)
    unit = "青禾县民政局"
    targets = [
        makers.target("老年助餐", unit=unit, yuan="420000", document=PAPER, indicators=[meals]),
        makers.target("救灾储备", unit=unit, yuan="390000", document=PAPER, indicators=[tents], table=2),
        makers.target("孤儿保障", unit=unit, yuan="970000", document=PAPER, indicators=[kids, price], table=3),
        makers.target("一村一品扶持", unit=unit, yuan="110000", document=PAPER, table=4),
    ]
    makers.load(store, makers.statement(*targets, document=PAPER))
    return store


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        *(
            (q, "840人")
            for q in ("老年助餐一个老人多少钱", "老年助餐平均每个老人合多少", "老年助餐一个人多少钱", "老年助餐每位老人补多少钱")
        ),
        *((q, "600顶") for q in ("救灾储备一顶帐篷多少钱", "救灾储备每顶合多少", "救灾储备平均一顶要花多少钱")),
        *((q, "900元/月") for q in ("孤儿保障一个孩子多少钱", "孤儿保障每个儿童多少钱", "孤儿保障一个娃一年拿多少")),
    ],
)
def test_a_total_is_no_price(helped: Store, question: str, printed: str) -> None:
    """What is printed is told, and nothing is divided; no total stands there alone."""
    reply = answer(conversation_of(helped), question)

    assert printed in reply
    assert "不做除法" in reply or "预算安排" not in reply


def test_the_last_of_a_list(helped: Store) -> None:
    """“最后一个” is a place in the list that was shown, and no price for one of something."""
    chat = Chat(conversation_of(helped))
    chat.says("民政局有哪些项目")
    reply = chat.says("最后一个多少")

    assert "「一村一品扶持」" in reply
    assert "除法" not in reply


def test_together(helped: Store) -> None:
    """Of two projects 一块 means together, and is no amount that is to be checked."""
    reply = answer(conversation_of(helped), "老年助餐和救灾储备一块多少钱")

    assert "合计 81 万元" in reply
    assert "不是" not in reply


def test_of_what_was_spoken_of(helped: Store) -> None:
    """One of the things that the project just spoken of counts is one of its own."""
    chat = Chat(conversation_of(helped))
    chat.says("救灾储备多少钱")

    assert "600顶" in chat.says("一顶帐篷多少钱")


@pytest.mark.parametrize("question", ["一村一品扶持多少钱", "老年助餐每年多少钱", "老年助餐一共多少钱"])
def test_no_price_is_asked_for(helped: Store, question: str) -> None:
    """Names and years that begin alike ask for the amount."""
    assert "除法" not in answer(conversation_of(helped), question)


@pytest.mark.parametrize("question", ["民政局一个项目多少钱", "青禾县民政局一个项目要多少钱"])
def test_one_of_several_projects(helped: Store, question: str) -> None:
    """Of several projects it is asked which one is meant, without a figure; a mean is none that was asked for."""
    reply = answer(conversation_of(helped), question)

    assert "您问的是哪一个" in reply
    assert "万元" not in reply


@pytest.mark.parametrize(
    ("turns", "printed"),
    [
        ("救灾储备多少钱|每顶帐篷呢", "600顶"),
        ("救灾储备多少钱|平均一顶呢", "600顶"),
        ("救灾储备多少钱|每个月呢", "39 万元"),
        ("老年助餐多少钱|每位老人补贴多少", "840人"),
        ("老年助餐多少钱|每人减免多少", "840人"),
        ("老年助餐多少钱|每个季度呢", "42 万元"),
        ("孤儿保障多少钱|每月呢", "900元/月"),
    ],
)
def test_a_short_question_is_about_what_was_spoken_of(helped: Store, turns: str, printed: str) -> None:
    """One of something, or of a month, that names nothing is asked of the project just spoken of, and of no other."""
    chat = Chat(conversation_of(helped))
    reply = [chat.says(turn) for turn in turns.split("|")][-1]

    assert printed in reply
    assert "不做除法" in reply
    assert 1 == len({fact["project"] for fact in reply.facts})
