"""Several kinds of money added up: “财政加结转一共多少”, and what is said after them."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

HOSPITAL, STATION = "青禾县人民医院", "青禾县急救站"


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A hospital with a station below it; the parts of one form are less than its total."""
    own, below = {"department": HOSPITAL, "code": "301"}, {"department": HOSPITAL, "code": "301001"}
    blood, point = {"department": "青禾县血站", "code": "302"}, {"department": "青禾县血站", "code": "302001"}

    def money(fiscal: str, carried: str | None, other: str | None) -> dict[str, str]:
        kinds = {"annual/fiscal": fiscal, "annual/carryover": carried, "annual/other": other}
        return {kind: f"{yuan}0000" for kind, yuan in kinds.items() if yuan}

    rows = [
        makers.target("门诊楼改造", unit=HOSPITAL, yuan="2800000", amounts=money("150", "20", "100"), **own),
        makers.target("仪器更新", unit=HOSPITAL, yuan="1650000", amounts=money("100", None, "65"), table=2, **own),
        makers.target("救护车购置", unit=STATION, yuan="310000", amounts=money("31", None, None), **below, table=3),
        makers.target("食堂翻新", unit="青禾县血站", yuan="90000", amounts=money("5", None, None), **blood, table=4),
        makers.target("采血车", unit="青禾县采血点", yuan="70000", amounts=money("4", "3", None), **point, table=5),
    ]
    makers.load(memory, makers.statement(*rows))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("门诊楼改造财政加其他资金一共多少", ("合计 250 万元", "150 万元", "100 万元")),
        ("门诊楼改造财政拨款和结转加起来多少", ("合计 170 万元", "150 万元", "20 万元")),
        ("门诊楼改造财政、结转、其他三项合计", ("合计 270 万元", "20 万元")),
        ("门诊楼改造财政和自有加起来是多少", ("合计 250 万元",)),
        ("门诊楼改造三个数报一下 总额 财政 自有", ("280 万元", "150 万元", "100 万元")),
        ("门诊楼改造财政 自有各多少", ("150 万元", "100 万元")),
        ("门诊楼改造财政拨款和其他资金|合计多少", ("合计 250 万元",)),
        ("门诊楼改造财政拨款多少|加上其他资金呢", ("合计 250 万元",)),
        ("门诊楼改造财政拨款多少|再加上结转一共多少", ("合计 170 万元",)),
        ("门诊楼改造财政拨款和其他资金|加起来跟总额差多少", ("270 万元", "少 10 万元")),
        ("门诊楼改造财政加自有是多少|跟总额差多少", ("270 万元", "少 10 万元")),
        ("门诊楼改造财政拨款多少|比总额少多少", ("150 万元", "少 130 万元")),
        ("仪器更新财政加结转一共多少", ("100 万元", "上年结转")),
        ("急救站财政拨款和其他资金一共多少", ("31 万元", "其他资金")),
        ("青禾县人民医院财政和其他资金一共多少", ("415 万元", "446 万元", "本级", "含所属")),
        ("青禾县人民医院本级财政和其他资金一共多少", ("合计 415 万元",)),
        ("财政拨款和其他资金一共多少", ("合计 455 万元",)),
        ("青禾县血站财政和结转一共多少", ("本级 5 万元，含所属 12 万元",)),
    ],
)
def test_kinds_are_added_up_as_asked(chat: Chat, turns: str, said: tuple[str, ...]) -> None:
    """The sum of the kinds that are named, and what each of them is; what is not filled in is named."""
    for turn in turns.split("|"):
        reply = chat.says(turn)

    assert reply.kind == "answer", reply.text
    assert all(word in reply.text for word in said), reply.text


@pytest.mark.parametrize("question", ["财政加其他资金最多的单位", "各单位财政加其他资金一共多少", "财政加其他资金一共是455万吗"])
def test_a_sum_of_kinds_is_set_beside_nothing(chat: Chat, question: str) -> None:
    """Comparisons, ranks and groups go by one kind of money: no figure is given over a sum of several."""
    reply = chat.says(question)

    assert (reply.kind, "没有给出数" in reply.text) == ("clarify", True), reply.text


@pytest.mark.parametrize("question", ["财政加结转比去年多多少", "财政和结转比去年多多少"])
def test_years_go_by_one_kind(chat: Chat, memory: Store, question: str) -> None:
    """The years of several kinds together are not set beside each other by the first of them."""
    earlier = makers.target("门诊楼改造", unit=HOSPITAL, year=2023, yuan="900000", amounts={"annual/fiscal": "600000"})
    makers.load(memory, makers.statement(earlier, document="2023年表"))
    reply = chat.says(question)

    assert (reply.kind, "没有给出数" in reply.text) == ("clarify", True), reply.text


@pytest.mark.parametrize("question", ["门诊楼改造总额和财政一共多少", "财政拨款和其他资金平均多少"])
def test_what_is_no_sum_of_kinds(chat: Chat, question: str) -> None:
    """A total is no kind beside its parts, and a mean of kinds is none of anything."""
    assert chat.says(question).kind != "answer" or "合计 430" not in chat.says(question).text
