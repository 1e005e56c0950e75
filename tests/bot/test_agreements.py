"""Whether the figures of one form agree, as a clerk asks: 总额跟财政拨款对得上不, 三样加起来等于总额吗, 成本和预算一样不."""

from decimal import Decimal

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
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
    [
        "今年哪张表的资金合计跟分项加起来对不上",
        "2024年有没有总额和分项不相符的表",
        "哪些项目的总额跟各项资金之和对不上",
        "资金构成加起来不等于总额的有吗",
        "有没有资金对不上的表",
    ],
)
def test_which_of_all_do_not_agree(talk: Talk, question: str) -> None:
    """Where no form is named all are looked at: those that do not agree are told, the others counted."""
    text = talk.asks(question).text

    assert text.splitlines()[0].startswith("2024年 ")
    assert "对不上的 1 张" in text
    assert "闸门养护" in text
    assert "相加 45 万元（本系统相加），比年度资金总额 60 万元少 15 万元" in text
    assert "坝坡除草" not in text


def test_all_forms_agree(memory: Store) -> None:
    """Where nothing is apart it is said so, and of how many nothing can be told."""
    parts = {"annual/fiscal": "60000", "annual/other": "20000"}
    makers.load(
        memory, makers.statement(makers.target("坝坡除草", yuan="80000", amounts=parts), makers.target("闸门养护", table=2))
    )
    talk = Talk(conversation_of(memory))

    assert "没有对不上的" in talk.says("哪张表的总额和分项对不上").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024年闸门养护财政拨款和总额差多少", "财政拨款 45 万元，比年度资金总额 60 万元少 15 万元"),
        ("2024年闸门养护财政拨款比资金总额少几万", "财政拨款 45 万元，比年度资金总额 60 万元少 15 万元"),
        ("2024年闸门养护总额比财政拨款多多少", "财政拨款 45 万元，比年度资金总额 60 万元少 15 万元"),
        ("坝坡除草财政拨款比其他资金多多少", "财政拨款 6 万元，比其他资金 1 万元多 5 万元"),
        ("坝坡除草结转和其他资金哪个多", "相等：上年结转 1 万元，其他资金 1 万元"),
        ("机井维修结转跟其他资金差多少", "没法比：“其他资金”表上没填，上年结转 30 万元"),
    ],
)
def test_how_far_two_kinds_of_money_are_apart(talk: Talk, question: str, said: str) -> None:
    """Two kinds of money are set beside each other in one form, not one of them beside another year."""
    text = talk.says(question).text

    assert said in text
    assert "2023年" not in text


@pytest.mark.parametrize("question", ["坝坡除草8是不是等于拨款加结转和其他", "坝坡除草等不等于财政拨款加其他"])
def test_a_sum_that_is_spelt_out(talk: Talk, question: str) -> None:
    """Kinds of money with 加 between them are the parts of the total."""
    assert "相加 8 万元（本系统相加），年度资金总额 8 万元" in talk.asks(question).text


@pytest.mark.parametrize("question", ["坝坡除草财政拨款加其他资金等于总额吗", "坝坡除草财政拨款和其他资金加起来跟总额一样吗"])
def test_two_kinds_of_money_added_up(talk: Talk, question: str) -> None:
    """Two kinds that are held against the total are added up, and not set beside each other."""
    text = talk.asks(question).text

    assert text.startswith(
        "不相等：财政拨款 6 万元加其他资金 1 万元是 7 万元（本系统相加），比年度资金总额 8 万元少 1 万元（本系统相减）"
    )
    assert "各项来源与总额对得上" in text


@pytest.mark.parametrize("question", ["加起来是100吗", "加起来是不是100%", "合计是100吧"])
def test_shares_that_come_to_a_hundred(talk: Talk, question: str) -> None:
    """After a share 100 is per cent: it is told what the parts come to, and nothing of 100万."""
    talk.says("坝坡除草财政拨款占总额多少")
    text = talk.says(question).text

    assert text.startswith("各项来源与总额对得上：财政拨款 6 万元")
    assert "100万" not in text


@pytest.mark.parametrize("question", ["闸门养护财政拨款今年比去年少多少", "闸门养护今年和去年的财政拨款总额差多少"])
def test_one_kind_of_two_years_stays_so(talk: Talk, question: str) -> None:
    """One kind of money that two years are compared by is no figure beside the total."""
    text = talk.says(question).text

    assert text.startswith("一样多：青禾县水务局「闸门养护」财政拨款（预算安排），2024年 45 万元，2023年 45 万元")


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
