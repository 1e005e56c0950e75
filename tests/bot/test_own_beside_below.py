"""A unit's own money beside that of the units below it."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer

PAPER = "青禾县财政局2024年度项目支出绩效目标"


@pytest.fixture
def county(store: Store) -> Store:
    """A bureau with two projects of its own, and one unit below it that has one."""
    of = {"code": "121", "department": "青禾县财政局", "document": PAPER}
    targets = [
        makers.target("网络运维", unit="青禾县财政局", yuan="300000", **of),
        makers.target("会计培训", unit="青禾县财政局", yuan="100000", table=2, **of),
        makers.target("国库业务经费", unit="青禾县国库支付中心", yuan="100000", table=3, **of),
    ]
    makers.load(store, makers.statement(*targets, document=PAPER))
    return store


@pytest.mark.parametrize(
    "question",
    [
        "青禾县财政局本级比所属多多少",
        "青禾县财政局本级和下属单位差多少",
        "青禾县财政局2024年本级跟下面的单位哪个多",
        "青禾县财政局所属单位比本级少多少",
        "青禾县财政局本级预算占含所属的百分之几",
        "青禾县财政局本级占它总数多少",
    ],
)
def test_both_figures(county: Store, question: str) -> None:
    """Both sums are told, labelled, with what was worked out from them."""
    reply = answer(conversation_of(county), question)

    assert "本级 40 万元" in reply
    assert "所属单位 10 万元" in reply
    assert "30 万元" in reply or "80%" in reply


@pytest.mark.parametrize(
    "question",
    [
        "不含所属，青禾县财政局2024年多少钱",
        "青禾县财政局2024年不含所属一共多少",
        "2024年，不包括下属单位，财政局合计多少",
        "别算下属单位，财政局总共多少钱",
        "财政局2024年总额多少，不用算底下的单位",
        "除去下属，财政局一共多少",
        "不连所属单位的话，财政局总共多少",
    ],
)
def test_without_those_below(county: Store, question: str) -> None:
    """The units below are left out wherever that is said: before the unit, behind it, behind the question."""
    reply = answer(conversation_of(county), question)

    assert "40 万元" in reply
    assert "50 万元" not in reply


def test_of_the_unit_spoken_of(county: Store) -> None:
    """The unit that was spoken of is meant where none is named."""
    chat = Chat(conversation_of(county))
    chat.says("青禾县财政局2024年多少钱")

    assert "所属单位 10 万元" in chat.says("本级比所属多多少")


def test_nothing_is_below(county: Store) -> None:
    """A unit without units below it has nothing to be set beside."""
    assert "没法比" in answer(conversation_of(county), "国库支付中心本级比所属多多少")


@pytest.mark.parametrize("first", ["财政局含所属多少", "财政局多少", "财政局一共多少钱"])
@pytest.mark.parametrize("then", ["为什么差这么多", "咋差这么多", "怎么差距这么大呢"])
def test_apart_from_what(county: Store, first: str, then: str) -> None:
    """After the money of one unit there are no two figures that are apart: it is asked which are meant."""
    chat = Chat(conversation_of(county))
    chat.says(first)
    reply = chat.says(then)

    assert ("clarify", []) == (reply.kind, reply.facts)
    assert reply.text.startswith("您说的是哪两个数的差？")


def test_apart_where_two_are_told(county: Store) -> None:
    """After two figures these are meant."""
    chat = Chat(conversation_of(county))
    chat.says("网络运维和会计培训哪个多")

    assert "20 万元" in chat.says("为什么差这么多")
