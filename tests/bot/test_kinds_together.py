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


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("财政加其他资金最多的单位", ("415 万元",)),
        ("财政加结转最高的两个项目", ("财政拨款、上年结转合计（", "170 万元", "100 万元")),
        ("各单位财政加其他资金一共多少", ("415 万元", "31 万元")),
        ("各部门财政拨款加上年结转多少", ("301 万元", "12 万元")),
        ("财政加其他资金一共是455万吗", ("455 万元，与455万一致",)),
        ("财政加结转超过50万的", ("上年结转合计高于50万的有 2 个项目", "170 万元")),
        ("有几个项目财政加结转超过6万", ("共 4 个项目", "7 万元")),
        ("财政加结转超过200万的单位", ("270 万元",)),
        ("财政加结转超过50万的项目一共多少", ("合计 270 万元",)),
        ("门诊楼改造财政加结转占多少", ("60.71%", "合计 170 万元")),
        ("财政加其他资金占全县多少", ("92.48%", "455 万元")),
        ("门诊楼改造和仪器更新财政加结转哪个多", ("多 70 万元",)),
        ("青禾县人民医院财政加结转排第几", ("第 1 名", "270 万元")),
        ("财政加结转平均每个项目多少", ("62.6 万元",)),
        ("财政拨款与其他资金合计超过200万的项目有哪些", ("合计高于200万的有 1 个项目",)),
        (
            "把财政和结转加起来，哪个单位最多",
            ("上年结转合计（预算安排，没有填或读不出的不计入）最多的是青禾县人民医院：270 万元",),
        ),
        ("财政加结转一共多少，哪个单位最多", ("合计 313 万元", "最多的是青禾县人民医院：270 万元")),
        ("财政加结转一共多少|各单位呢", ("270 万元",)),
        ("各单位财政拨款多少|加上结转呢", ("270 万元",)),
        ("财政加结转最高的两个项目|第二个", ("100 万元",)),
        ("各单位财政加结转多少|1", ("合计 170 万元", "合计 270 万元")),
    ],
)
def test_of_each_the_sum_of_the_kinds(chat: Chat, turns: str, said: tuple[str, ...]) -> None:
    """Ranks, groups, limits and shares of “财政加结转” are of the sum of both in each form."""
    for turn in turns.split("|"):
        reply = chat.says(turn)

    assert (reply.kind, [word for word in said if word not in reply.text]) == ("answer", []), reply.text


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("各单位财政和其他资金各多少", ("各单位财政拨款（", "250 万元", "各单位其他资金（", "165 万元")),
        ("财政拨款和上年结转哪个单位最多", ("250 万元", "上年结转（预算安排）最多", "20 万元")),
        ("财政拨款和其他资金平均多少", ("财政拨款（", "58 万元", "其他资金（", "82.5 万元")),
        ("财政和结转哪个多", ("财政拨款 290 万元", "比上年结转 23 万元", "多 267 万元")),
        ("门诊楼改造财政加结转多少|出处呢", ("财政拨款：《", "上年结转：《")),
    ],
)
def test_each_kind_by_itself(chat: Chat, turns: str, said: tuple[str, ...]) -> None:
    """Where each of several kinds is asked for it is told by itself, and none stands for the others."""
    for turn in turns.split("|"):
        reply = chat.says(turn)

    assert (reply.kind, [word for word in said if word not in reply.text]) == ("answer", []), reply.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("财政加结转比去年多多少", "多 253 万元"),
        ("财政和结转比去年多多少", "多 230 万元"),
        ("财政加结转涨得最多的项目", "多 110 万元"),
        ("各单位财政加结转比去年多多少", "60 万元（1 个项目） → 270 万元"),
    ],
)
def test_kinds_of_two_years(chat: Chat, memory: Store, question: str, said: str) -> None:
    """Of two years as well it is the sum of the kinds, or each by itself."""
    earlier = makers.target("门诊楼改造", unit=HOSPITAL, year=2023, yuan="900000", amounts={"annual/fiscal": "600000"})
    makers.load(memory, makers.statement(earlier, document="2023年表"))

    assert said in chat.says(question).text


@pytest.mark.parametrize("turns", ["财政和结转谁多", "财政拨款、上年结转超过50万的项目", "财政加结转超过200万的单位|一共多少"])
def test_what_no_plan_holds_of_several_kinds(chat: Chat, turns: str) -> None:
    """The kinds beside each other where units may be meant, one limit of several, the sum of units that were limited: no figure is given."""
    for turn in turns.split("|"):
        reply = chat.says(turn)

    assert (reply.kind, "没有给出数" in reply.text) == ("clarify", True), reply.text


def test_a_unit_without_such_money(chat: Chat) -> None:
    """Where one of two units has none of it nothing is compared, and no project of the other with another of its own."""
    assert "没法比较" in chat.says("青禾县人民医院其他资金比青禾县急救站多多少").text


def test_what_is_no_sum_of_kinds(chat: Chat) -> None:
    """A total is no kind beside its parts."""
    assert "合计 430" not in chat.says("门诊楼改造总额和财政一共多少").text
