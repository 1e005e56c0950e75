"""Why, whether that is fit, and how much for one of something: what is printed is told, and what is not is said."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    bridge = makers.indicator("维修桥梁", "3座", level1="产出指标", level2="数量指标")
    lamps = (makers.indicator("更换路灯", "≥500盏"), makers.indicator("单盏成本", "≤800元", level2="成本指标"))
    makers.load(
        memory,
        makers.statement(
            makers.target("木桥修缮", unit="青禾县文物局", yuan="450000", goal="修好三座木桥。", indicators=(bridge,), table=1),
            makers.target("路灯更换", unit="青禾县城管局", yuan="400000", goal="换成节能灯。", indicators=lamps, table=2),
            makers.target("工作经费", unit="青禾县城管局", yuan="100000", goal=None, table=3),
        ),
    )
    return Talk(conversation_of(memory))


def test_why(talk: Talk) -> None:
    """The documents give no reason; the goal bears on it, and is quoted with its source."""
    reply = talk.asks("木桥修缮为什么给这么多")

    assert "45 万元" in reply.text
    assert "原因文件没有写。\n年度目标原文：“修好三座木桥。”。" in reply.text
    assert "goal" in {fact["field"] for fact in reply.facts}


@pytest.mark.parametrize(
    "words",
    [
        "合理吗",
        "值不值",
        "是不是太高了",
        "是怎么定的",
        "谁批的",
        "还有压缩空间吗",
        "是否合理",
        "进度怎么样",
        "修好了没",
        "效果好不好",
        "安排依据是什么",
    ],
)
def test_a_judgement(talk: Talk, words: str) -> None:
    """The amount and the goal are told, and that nobody here judges them."""
    reply = talk.asks(f"木桥修缮{words}")

    assert reply.kind == "answer"
    assert "45 万元" in reply.text
    assert f"“{words}”答不了：文件没有写，本系统也不作评价。" in reply.text
    assert "修好三座木桥" in reply.text


def test_a_judgement_of_nothing_that_is_named(talk: Talk) -> None:
    """There is no figure to tell, and none is."""
    reply = talk.asks("哪个单位花钱最不合理")

    assert (reply.kind, reply.facts) == ("out_of_scope", ())
    assert "最不合理" in reply.text


def test_a_judgement_goes_on(talk: Talk) -> None:
    """It is about what was spoken of."""
    talk.says("木桥修缮多少钱")

    assert "修好三座木桥" in talk.says("合理吗").text


def test_a_form_without_a_goal(talk: Talk) -> None:
    """There is nothing to quote."""
    assert "目标原文" not in talk.asks("工作经费为什么这么多").text


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("木桥修缮一座合多少", "“一座”多少，文件没有这样印，不做除法；印了的是：\n预算安排 45 万元：青禾县文物局「木桥修缮」2024年，指标“维修桥梁” 3座。"),
        ("木桥修缮平均每座多少钱", "指标“维修桥梁” 3座。"),
        ("木桥修缮人均多少", "“人均”多少，文件没有这样印，不做除法；印了的是：\n预算安排 45 万元：青禾县文物局「木桥修缮」2024年，没有印这样的数量。"),
        ("路灯更换一盏合多少钱", "≤800元"),
        ("路灯更换平均每盏摊多少", "≤800元"),
    ],
)  # fmt: skip
def test_money_for_one_of_something(talk: Talk, question: str, line: str) -> None:
    """A line that prints it answers; else the amount and the number are told, and nobody divides."""
    reply = talk.asks(question)

    assert line in reply.text
    assert "15 万元" not in reply.text


def test_a_month_beside_it(talk: Talk) -> None:
    """What limits the question otherwise is no less in doubt."""
    assert talk.asks("三月份木桥修缮一座多少钱").kind != "answer"


@pytest.mark.parametrize("question", ["平均一个单位多少", "平均每个单位多少钱"])
def test_a_unit_is_no_thing_that_a_line_prices(talk: Talk, question: str) -> None:
    """The mean of units is asked, and no line that prints the price of something else answers."""
    reply = talk.asks(question)

    assert "平均每个单位 47.5 万元" in reply.text
    assert "800" not in reply.text
