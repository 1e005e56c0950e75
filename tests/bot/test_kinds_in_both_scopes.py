"""A kind of money of one unit: what it has alone and with those below it, and the share of each in its own total."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

BUREAU, STATION, CARE = "青禾县水务局", "青禾县水库站", "青禾县民政局"


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A bureau with a unit below it, which alone has money carried over; the bureau alone has other money."""
    water = {"department": BUREAU}
    kept, other = {"annual/carryover": "100000"}, {"annual/other": "50000"}
    targets = (
        makers.target("河道清淤", unit=BUREAU, yuan="200000", code="301", table=1, amounts=other, **water),
        makers.target("水质监测", unit=BUREAU, yuan="300000", code="301", table=2, **water),
        makers.target("坝坡除草", unit=STATION, yuan="500000", code="301001", table=3, amounts=kept, **water),
        makers.target("高龄津贴", unit=CARE, yuan="1000000", code="302", department=CARE, table=4, amounts=kept),
    )
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("水务局结转占总额的比例", ("1. 算不出占比：青禾县水务局2024年本级", "2. 占 10%", "含所属单位"), ()),
        ("水务局结转多少，占总额多少", ("1. 算不出占比", "2. 占 10%"), ()),
        ("水务局其他资金占总额多少", ("1. 占 10%", "本级 2 个项目", "2. 占 5%", "含所属单位 3 个项目"), ()),
        ("水务局其他资金占本单位总额的比例", ("1. 占 10%", "2. 占 5%"), ()),
        ("水务局其他资金占水务局本级总额的比例", ("占 10%",), ("5%",)),
        ("水务局其他资金和结转各占多少", ("1. 占 10%", "占 5%", "4. 占 10%", "含所属单位 3 个项目的上年结转"), ("没有青禾县",)),
        ("水务局各项目其他资金和结转占多少", ("“各”",), ("%",)),
        ("水务局含所属结转占总额的比例", ("占 10%",), ("算不出",)),
        ("水务局本级其他资金占总额的比例", ("占 10%",), ("5%",)),
        ("水务局结转占全县结转的比例", ("2. 占 50%", "含所属单位"), ("1. 占",)),
        ("民政局结转占总额的比例", ("占 10%", "高龄津贴"), ("含所属",)),
        ("水务局结转多少", ("本级表上没有填", "含所属单位 1 个项目填了，合计 10 万元", "青禾县水库站「坝坡除草」"), ()),
        ("水务局其他资金多少", ("5 万元", "以上只是本级", "所属单位 1 个项目也没有可读的其他资金"), ()),
        ("水务局本级结转多少", ("表上没",), ("含所属", "10 万元")),
        ("民政局结转多少", ("10 万元",), ("本级", "所属")),
    ],
)
def test_kinds_of_money(talk: Talk, question: str, said: tuple[str, ...], not_said: tuple[str, ...]) -> None:
    """Part and whole are of one scope, each scope is labelled, and one that is said stands alone."""
    reply = talk.asks(question).text

    assert all(words in reply for words in said), reply
    assert not any(words in reply for words in not_said), reply
