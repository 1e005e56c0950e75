"""Whether the figures of one form agree, as a clerk asks: 总额跟财政拨款对得上不, 三样加起来等于总额吗, 成本和预算一样不."""

from decimal import Decimal

import pytest

from bot.app import conversation_of
from store.database import Store
from tests.bot import forms
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    forms.fill(memory)
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    [
        "坝坡除草三样加起来对得上总额不",
        "坝坡除草各项资金加起来等于总额吗",
        "坝坡除草财政拨款、结转、其他资金加起来跟总额一致吗",
        "坝坡除草的三项来源和总额对得上吗",
        "坝坡除草的分项和合计平不平",
        "坝坡除草各项相加是不是等于总额",
        "坝坡除草总额和明细对不对得上",
        "坝坡除草几项加起来跟总数相符吗",
    ],
)
def test_parts_that_come_to_the_total(talk: Talk, question: str) -> None:
    """The parts are told, their sum as ours, and that it is the total."""
    reply = talk.asks(question)

    assert reply.kind == "answer"
    assert reply.text.startswith(
        "各项来源与总额对得上：财政拨款 6 万元、上年结转 1 万元、其他资金 1 万元，相加 8 万元（本系统相加），年度资金总额 8 万元"
    )
    assert "未用到" not in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "闸门养护2024年总额跟财政拨款对得上不",
        "2024年闸门养护财政拨款和总额一样吗",
        "闸门养护今年总额与财政拨款是否一致",
        "闸门养护的财政拨款等不等于总额",
        "闸门养护总额和财政拨款对不上吧",
        "闸门养护的总额跟拨款吻合吗",
    ],
)
def test_a_part_beside_the_total(talk: Talk, question: str) -> None:
    """Of one kind of money the difference is told, and what the rules found of the form."""
    reply = talk.asks(question)

    assert reply.text.startswith("不相等：财政拨款 45 万元，比年度资金总额 60 万元少 15 万元（本系统相减）")
    assert "核对提示（不是结论）：年度资金总额写 60 万元，各项来源相加是 45 万元" in reply.text
    assert Decimal(150000) in {Decimal(str(fact["yuan"])) for fact in reply.facts if fact["field"] == "total"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "机井维修成本指标和预算一样不",
            "不一样：成本指标“维修总成本” ≤140万元，比年度资金总额 150 万元少 10 万元（本系统相减）",
        ),
        ("机井维修的成本跟总额对得上吗", "不一样：成本指标“维修总成本” ≤140万元"),
        ("机井维修维修总成本和预算金额一致吗", "不一样：成本指标“维修总成本” ≤140万元"),
        ("闸门养护成本指标是不是等于预算", "一样：成本指标“养护总成本” 60万元，年度资金总额 60 万元"),
        ("长椅更换成本指标和预算一样吗", "“每把单价” ≤900元/把是单价，不能和年度资金总额 5.4 万元直接比"),
    ],
)
def test_a_cost_beside_the_budget(talk: Talk, question: str, said: str) -> None:
    """A whole cost is set beside the total; the price of one thing is none."""
    assert said in talk.says(question).text


def test_a_part_that_nobody_filled_in(talk: Talk) -> None:
    """A blank is no figure to compare with."""
    assert talk.says("机井维修其他资金和总额一样吗").text.startswith("没法比：“其他资金”表上没填，年度资金总额 150 万元")


def test_a_follow_up_is_of_the_same_form(talk: Talk) -> None:
    """Asked behind an amount, the figures are those of the form that was spoken of."""
    talk.says("坝坡除草结转多少")

    assert "相加 8 万元" in talk.says("三样加起来对得上总额不").text


@pytest.mark.parametrize(
    "question",
    ["闸门养护和机井维修预算一样多吗", "闸门养护今年和去年预算一样吗", "机井维修和坝坡除草哪个多", "闸门养护都是财政拨款吗"],
)
def test_comparisons_of_several_stay_such(talk: Talk, question: str) -> None:
    """Projects and years that are compared are no figures of one form."""
    text = talk.says(question).text

    assert "各项来源与总额" not in text
    assert "相等：" not in text


@pytest.mark.parametrize("question", ["加起来不等于总额啊？", "合起来等于总额吗", "相加对得上总数不"])
def test_after_its_money(talk: Talk, question: str) -> None:
    """After the kinds of money of one form it is asked whether these agree."""
    talk.says("机井维修今年多少")
    reply = talk.says(question)

    assert "总额对" in reply.text, reply.text
    assert "「机井维修」" in reply.text


@pytest.mark.parametrize("question", ["坝坡除草和机井维修加起来占总额多少", "坝坡除草和机井维修加起来多少"])
def test_other_sums(talk: Talk, question: str) -> None:
    """A sum that is asked for is none that is set against the total."""
    assert "对得上" not in talk.asks(question).text
