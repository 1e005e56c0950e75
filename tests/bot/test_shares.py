"""Shares (占比): what is set against what, worked out from facts that the reply states."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot import honesty
from tests.bot.conftest import Chat, Reply, answer

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "part", "whole", "rate"),
    [
        # a project in its unit
        ("智慧校园二期占第三中学的百分之几", "80 万元", "246 万元", "32.52%"),
        ("第三中学的预算里，操场改造占多少", "46 万元", "246 万元", "18.7%"),
        ("操场改造在第三中学预算里占多大比重", "46 万元", "246 万元", "18.7%"),
        ("操场改造占全校的比例", "46 万元", "246 万元", "18.7%"),
        ("操场改造占本单位预算的几分之几", "46 万元", "246 万元", "18.7%"),
        ("操场改造的占比是多少", "46 万元", "246 万元", "18.7%"),
        ("操场改造是第三中学预算的几成", "46 万元", "246 万元", "18.7%"),
        ("智慧校园一期和二期一共占第三中学多少", "200 万元", "246 万元", "81.3%"),
        ("去年驻村帮扶经费占柳渡镇财政所的比重", "3 万元", "3 万元", "100%"),
        ("第三中学最大的两个项目占它全部的多少", "200 万元", "246 万元", "81.3%"),
        ("第三中学最大的项目占自己总额的百分之几", "120 万元", "246 万元", "48.78%"),
        # a unit in all units of a project
        ("柳渡镇占全部驻村帮扶经费的百分之多少", "3.2 万元", "6.4 万元", "50%"),
        ("柳渡镇驻村帮扶经费占全部驻村帮扶经费的比例", "3.2 万元", "6.4 万元", "50%"),
        ("驻村帮扶经费里柳渡镇占几成", "3.2 万元", "6.4 万元", "50%"),
        # a kind of money in the total
        ("青禾县财政局网络运维上年结转占几成", "8 万元", "30 万元", "26.67%"),
        ("青禾县财政局网络运维财政拨款占比", "22 万元", "30 万元", "73.33%"),
        ("青禾县财政局网络运维里财政拨款比例是多少", "22 万元", "30 万元", "73.33%"),
        ("财政拨款占青禾县财政局网络运维多少", "22 万元", "30 万元", "73.33%"),
        ("青禾县财政局网络运维的财政拨款占年度资金总额的比重", "22 万元", "30 万元", "73.33%"),
        ("青禾县财政局网络运维的结转占财政拨款百分之几", "8 万元", "22 万元", "36.36%"),
        # a unit in a whole year
        ("2023年青禾县财政局占全县多少", "25 万元", "28 万元", "89.29%"),
        ("2023年青禾县财政局占全部项目的比例", "25 万元", "28 万元", "89.29%"),
    ],
)
def test_a_share(asks_county: Asks, question: str, part: str, whole: str, rate: str) -> None:
    """The percentage first, then both amounts, the whole of the part's own year."""
    reply = asks_county(question)

    assert reply.kind == "answer", reply.text
    assert f"占 {rate}（本系统计算" in reply.text.split("\n")[0]
    assert part in reply
    assert whole in reply


@pytest.mark.parametrize(
    ("question", "alone", "branch"),
    [
        ("网络运维占青禾县财政局的百分之几", "100%", "72.46%"),
        ("青禾县财政局网络运维占财政局多少", "100%", "72.46%"),
        ("国库业务经费占财政局的比例", None, "12.08%"),
        ("青禾县财政局网络运维占财政局本级的比例", "100%", None),
        ("青禾县财政局网络运维占财政局含下属单位的比例", None, "72.46%"),
    ],
)
def test_a_unit_with_units_below_it(asks_county: Asks, question: str, alone: str | None, branch: str | None) -> None:
    """Both scopes that hold the part, each labelled, unless one is asked for; of two units called so the one that holds it."""
    text = asks_county(question).text

    for rate, level in ((alone, "本级"), (branch, "含所属单位")):
        assert (level in text) is (rate is not None), text
        assert rate is None or f"占 {rate}" in text, text
    assert "白杨县" not in text


def test_its_facts(asks_county: Asks) -> None:
    """The whole is a sum of facts, and the share points at the part and at that sum."""
    facts = asks_county("智慧校园二期占第三中学的百分之几").facts
    share = next(f for f in facts if f.get("op") == "share")
    part, whole = (facts[i] for i in share["of"])

    assert share["value"] == "32.52%"
    assert share["yuan"] is None
    assert Decimal(part["yuan"]) == 800000
    assert whole["op"] == "sum"
    assert Decimal(whole["yuan"]) == 2460000


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("操场改造其他资金占多少", "表上没有这一栏"),
        ("档案整理占国库支付中心的百分之几", "表上没填"),
        ("档案整理财政拨款占多少", "表上没填"),
    ],
)
def test_nothing_to_divide(asks_county: Asks, question: str, said: str) -> None:
    """A blank is not 0: no share is worked out of it."""
    reply = asks_county(question)

    assert "算不出占比" in reply
    assert said in reply
    assert "%" not in reply


def test_a_whole_of_nothing(memory: Store) -> None:
    """By 0 nothing is divided, which is said."""
    makers.load(memory, makers.statement(makers.target("路灯", yuan="0", amounts={"annual/fiscal": "0"})))
    reply = answer(conversation_of(memory), "路灯财政拨款占多少")

    assert "分母是 0" in reply
    assert "%" not in reply


def test_a_very_small_share(memory: Store) -> None:
    """What is not 0 is never shown as 0."""
    makers.load(memory, makers.statement(makers.target("小事", yuan="1"), makers.target("大桥", yuan="990000000", table=2)))

    assert "占 不到 0.01%" in answer(conversation_of(memory), "小事占全部项目的百分之几")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("操场改造占青禾县财政局的百分之几", "not_found"),  # it is not theirs
        ("养老服务占第三中学的百分之几", "not_found"),
        ("2022年操场改造占第三中学多少", "not_found"),
        ("农村公路养护占全部项目的比例", "clarify"),  # two documents contradict each other
        ("占多少", "out_of_scope"),
    ],
)
def test_no_share_is_stated(asks_county: Asks, question: str, kind: str) -> None:
    """Where the part is not in the whole, unknown, of no loaded year or in dispute."""
    reply = asks_county(question)

    assert reply.kind == kind, reply.text
    assert "%" not in reply


@pytest.mark.parametrize(
    "question", ["操场改造满意度要求达到百分之几", "第三中学的质量指标定到百分之几", "操场改造的满意度权重占多少"]
)
def test_a_line_is_no_share(asks_county: Asks, question: str) -> None:
    """What a line of the table is to reach, and what it weighs, is no part of the money."""
    assert "占 " not in asks_county(question)


def test_a_share_of_what_was_spoken_of(county: Chat) -> None:
    """A follow-up names only the whole, or only a kind of money; a further one only another year."""
    county.says("青禾县财政局网络运维多少")

    assert "占 72.46%" in county.says("占财政局多少")
    assert "占 73.33%" in county.says("其中财政拨款占几成")
    assert "算不出占比" in county.says("去年呢")


@pytest.mark.parametrize(
    "question", ["智慧校园二期占第三中学的百分之几", "网络运维占青禾县财政局的百分之几", "2023年青禾县财政局占全县多少"]
)
def test_a_share_is_honest(asks_county: Asks, county_store: Store, question: str) -> None:
    """Every figure in the reply is a fact, and the percentage is worked out right."""
    honesty.check(question, asks_county(question), honesty.stated_in(county_store))


def test_a_name_that_begins_so(memory: Store) -> None:
    """占道经营整治 is a project, and 占 in it asks for nothing."""
    makers.load(memory, makers.statement(makers.target("占道经营整治", yuan="50000")))

    assert "5 万元" in answer(conversation_of(memory), "占道经营整治多少钱")
    assert "5 万元" in answer(conversation_of(memory), "占道整治多少")
