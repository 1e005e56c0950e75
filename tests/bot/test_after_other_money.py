"""After a sum of one kind of money a share of another is no answer; after a ranking nothing of all years is."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    money = {"annual/fiscal": "300000", "annual/carryover": "100000"}
    makers.load(
        memory,
        makers.statement(
            makers.target("河道清淤", unit="青禾县水利局", yuan="400000", amounts=money, table=1),
            makers.target("泵站维护", unit="青禾县城管局", yuan="200000", amounts={"annual/carryover": "50000"}, table=2),
            makers.target("路灯更换", unit="青禾县城管局", yuan="100000", table=3),
        ),
    )
    makers.load(
        memory,
        makers.statement(
            makers.target("河道清淤", unit="青禾县水利局", yuan="90000", year=2023), document="青禾县2023年度项目支出绩效目标"
        ),
    )
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("total", ["2024年结转资金合计多少", "2024年财政拨款合计多少"])
def test_a_share_of_other_money(talk: Talk, total: str) -> None:
    """It is the share of that kind, or none."""
    talk.says(total)

    reply = talk.says("水利局占多少")

    assert "57.14%" not in reply.text, reply.text  # of what is budgeted in all


@pytest.mark.parametrize("question", ["第一名是第二名的几倍", "第一名是第二名的多少倍"])
def test_times_after_a_ranking(talk: Talk, question: str) -> None:
    """What all years come to is not compared."""
    talk.says("2024年最多的三个项目")

    reply = talk.says(question)

    assert "全部项目" not in reply.text, reply.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ("河道清淤结转多少|财政呢", "财政拨款（预算安排） 30 万元"),
        ("河道清淤今年结转|那财政的", "财政拨款（预算安排） 30 万元"),
        ("水利局今年结转多少|财政呢", "财政拨款（预算安排） 30 万元"),
        ("水利局今年结转多少|财政局呢", "会计培训"),
        ("河道清淤今年多少|财政呢", "会计培训"),  # the bureau that is called so
    ],
)
def test_the_treasurys_money(talk: Talk, memory: Store, turns: str, told: str) -> None:
    """“财政呢” after another kind of money is 财政拨款, and no bureau."""
    training = makers.target("会计培训", unit="青禾县财政局", yuan="70000")
    makers.load(memory, makers.statement(training, document="青禾县财政局2024年度项目支出绩效目标（二）"))
    again = Talk(conversation_of(memory))

    assert told in [again.says(turn) for turn in turns.split("|")][-1].text
