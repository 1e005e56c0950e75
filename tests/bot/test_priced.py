"""Money for one of something: a printed price, else what is printed of it."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
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


@pytest.fixture
def roads(memory: Store) -> Chat:
    """A chat about prices that lines print by other words, and money that is for a year."""
    unit, year = "青禾县交通局", {"year": 2024}
    lines = {
        "通村路建设": (("新建里程", "40公里", COUNTED), ("每公里造价", "≤60万元", COST)),
        "桥梁检测费": (("检测批次", "30批次", COUNTED), ("单批次检测费用", "≤2000元", COST)),
        "河道清淤": (("清淤方量", "9万立方米", COUNTED), ("清淤单价", "≤20元/立方米", COST)),
        "护路员补助": (("护路员人数", "50人", COUNTED), ("补助标准", "12000元/人·年", COST)),
        "村屯保洁": (("保洁社区数", "6个", COUNTED), ("每个社区平均经费", "8万元", COST)),
        "校车补贴": (("补贴校车", "20辆", COUNTED),),
        "站亭更新": (("更新站亭", "16座", COUNTED), ("单个站亭费用", "≤3万元", COST)),
        "助学资助": (("资助学生数", "300人", COUNTED), ("每生每学期资助标准", "500元", COST)),
    }
    targets = [
        makers.target(
            name, unit=unit, yuan="480000", table=number, indicators=[makers.indicator(n, v, **k) for n, v, k in of_it], **year
        )
        for number, (name, of_it) in enumerate(lines.items(), 1)
    ]
    makers.load(memory, makers.statement(*targets))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "price"),
    [
        *(
            (q, "≤60万元：")
            for q in ("通村路建设一公里造价", "通村路一公里造价多少", "通村路建设每公里多少钱", "通村路多少钱一公里")
        ),
        *((q, "≤2000元：") for q in ("桥梁检测费多少钱一批次", "桥梁检测一批次多少钱", "桥梁检测费每批次多少")),
        *(
            (q, "≤20元/立方米：")
            for q in ("河道清淤一方多少钱", "河道清淤每立方多少", "河道清淤多少钱一方", "清淤每立方米单价多少")
        ),
        *(
            (q, "12000元/人·年：")
            for q in ("护路员补助一年多少一个人", "护路员补助多少钱一个人", "护路员一人一年多少", "多少钱一个人 护路员补助")
        ),
        *((q, "8万元：") for q in ("村屯保洁一个社区多少", "村屯保洁每个社区摊多少")),
        *((q, "≤3万元：") for q in ("站亭更新一个多少钱", "站亭更新每个多少", "一个站亭多少钱")),
        *((q, "500元：") for q in ("助学资助一个学生一学期多少", "助学资助一学期一个学生资助多少", "助学资助每个学生每学期多少")),
    ],
)
def test_a_price_by_other_words(roads: Chat, question: str, price: str) -> None:
    """The price that a line prints is told, whether 一 or 每 is said, before 多少钱 or behind it, and nothing is left unused."""
    reply = roads.says(question)

    assert reply.text.startswith(price)
    assert "未用到" not in reply


@pytest.mark.parametrize("question", ["校车补贴一个月多少", "校车补贴每月多少", "校车补贴每个月多少钱", "校车补贴一天多少钱"])
def test_a_year_is_no_month(roads: Chat, question: str) -> None:
    """The money of a year is told as such where that of a month is asked for, and nothing is divided."""
    reply = roads.says(question)

    assert "文件没有这样印，不做除法" in reply
    assert "预算安排 48 万元" in reply


def test_many_have_no_month(roads: Chat) -> None:
    """Of several projects none is told where the money of a month is asked for."""
    reply = roads.says("交通局一个月多少")

    assert ("clarify", []) == (reply.kind, reply.facts)
    assert "“一个月”多少，文件没有这样印" in reply


def test_years_together_are_no_price(helped: Store) -> None:
    """“今年和去年一块多少” adds years up."""
    older = makers.target("救灾储备", unit="青禾县民政局", year=2023, yuan="300000", document="旧")
    makers.load(helped, makers.statement(older, document="旧"))
    reply = answer(conversation_of(helped), "救灾储备2023年和2024年一块多少")

    assert reply.text.startswith("合计 69 万元")


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


def test_how_many_and_what_one_costs(roads: Chat) -> None:
    """“几个，一个多少钱” tells the number and the price that are printed."""
    reply = roads.says("站亭更新几个，一个多少钱")

    assert "16座" in reply or "≤3万元" in reply
    assert "共 1 个项目" not in reply


@pytest.mark.parametrize("question", ["校车补贴油钱多少", "校车补贴的饭费多少", "站亭更新电费多少钱"])
def test_money_for_something_else(roads: Chat, question: str) -> None:
    """A project's money is not stated for what its name does not say."""
    assert "48 万元" not in roads.says(question)


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
    assert "不做除法" in reply or reply.text.startswith(printed)  # a price that is printed needs no more
    assert 1 == len({fact["project"] for fact in reply.facts})


@pytest.fixture
def heating(memory: Store) -> Conversation:
    """Money that goes to households and to persons, each with its rate, and how many get it."""
    lines = {
        "五保户取暖补贴": (("补贴户数", "310户", COUNTED), ("补贴标准", "800元/户", COST)),
        "护林员劳务补助": (("护林员人数", "45人", COUNTED), ("补助标准", "6000元/人·年", COST)),
    }
    targets = [
        makers.target(
            name, unit="青禾县民政局", yuan="248000", table=n, indicators=[makers.indicator(a, b, **k) for a, b, k in of]
        )
        for n, (name, of) in enumerate(lines.items(), 1)
    ]
    makers.load(memory, makers.statement(*targets))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("我家是五保户，取暖补贴一年给多少", "800元/户"),
        ("我家五保户取暖补贴给多少", "800元/户"),
        ("他家能领多少五保户取暖补贴，一户给多少", "800元/户"),
        ("五保户一年能领多少取暖补贴", "800元/户"),
        ("我爸是护林员，劳务补助一年能拿多少", "6000元/人"),
        ("护林员一年能领多少", "6000元/人"),
    ],
)
def test_what_one_household_gets(heating: Conversation, question: str, printed: str) -> None:
    """Who speaks of one household, or of who gets it, is told the rate; never the total alone."""
    reply = answer(heating, question)

    assert printed in reply
    assert "24.8" not in reply


def test_the_rate_of_another_time(memory: Store) -> None:
    """A rate of a month is told as such where a household asks for a year; nothing is multiplied."""
    rate = makers.indicator("每人每月补助标准", "300元", **COST)
    makers.load(memory, makers.statement(makers.target("高龄老人津贴", yuan="640000", indicators=[rate])))
    reply = answer(conversation_of(memory), "我奶奶八十六了，高龄老人津贴一年给多少")

    assert "300元" in reply
    assert "按月" in reply


@pytest.mark.parametrize(
    "question", ["我家是五保户，五保户取暖补贴一共安排了多少", "五保户取暖补贴今年给多少", "我家那边五保户取暖补贴县里今年给多少"]
)
def test_what_all_get(heating: Conversation, question: str) -> None:
    """Where all of it is asked for, the total is told."""
    assert "24.8 万元" in answer(heating, question)


@pytest.mark.parametrize(
    ("question", "price"),
    [
        *((q, "≤31万元") for q in ("消防车一辆多少钱", "消防车每辆多少", "买一辆消防车要多少钱")),
        *((q, "≤1800元") for q in ("路灯一盏多少钱", "路灯每盏多少")),
    ],
)
def test_what_forms_call_one_of_them(memory: Store, question: str, price: str) -> None:
    """单车价格 is what one vehicle costs, 单灯 what one lamp does."""
    cars = makers.indicator("单车价格", "≤31万元", number="31", unit="万元", **COST)
    lamps = makers.indicator("单灯成本", "≤1800元", number="1800", unit="元", **COST)
    targets = [
        makers.target("消防车购置", unit="青禾县消防队", yuan="310000", indicators=[cars]),
        makers.target("路灯更换", unit="柳渡镇人民政府", yuan="90000", indicators=[lamps], table=2),
    ]
    makers.load(memory, makers.statement(*targets))

    assert answer(conversation_of(memory), question).text.startswith(price)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        *(
            (question, "≤40元：", "≤45元：")
            for question in (
                "门铃更换一个多少钱 两年一样吗",
                "门铃更换每个多少钱今年和去年一样不",
                "门铃单个多少钱，今年跟去年一样吗",
            )
        ),
        ("路牌更换一座多少钱今年去年一样吗", "预算安排 2 万元", "预算安排 3 万元"),
        ("路牌更换今年和去年一样吗", "多 1 万元", "预算安排"),
    ],
)
def test_a_price_of_two_years(memory: Store, question: str, first: str, second: str) -> None:
    """No totals are set beside each other where the money for one of something is asked for."""
    for year, bell, sign in ((2023, "40", "20000"), (2024, "45", "30000")):
        price = makers.indicator("单个门铃费用", f"≤{bell}元", number=bell, unit="元", document=f"{year}", **COST)
        bells = makers.target("门铃更换", yuan="90000", year=year, document=f"{year}", indicators=[price])
        signs = makers.target("路牌更换", yuan=sign, year=year, document=f"{year}", table=2)
        makers.load(memory, makers.statement(bells, signs, document=f"{year}"))

    reply = answer(conversation_of(memory), question)

    assert first in reply, reply.text
    assert second in reply
    assert ("多 1 万元" in reply) == (first == "多 1 万元")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("绩效评价一个项目多少钱", "≤3万元："),
        ("绩效评价每个项目多少", "≤3万元："),
        ("造价审核一个项目多少钱", "“一个项目”多少，文件没有这样印，不做除法"),
        ("路牌更换一个项目多少钱", "预算安排 2 万元："),
    ],
)
def test_one_of_the_projects_that_it_is_about(memory: Store, question: str, told: str) -> None:
    """What is done to projects has a price for one of them, or none; anything else is one project itself."""
    price = makers.indicator("单个项目评价均价", "≤3万元", number="3", unit="万元", **COST)
    number = makers.indicator("审核项目数", "190个", number="190", unit="个", **COUNTED)
    targets = [
        makers.target("绩效评价服务", yuan="550000", indicators=[price]),
        makers.target("造价审核服务", yuan="900000", table=2, indicators=[number]),
        makers.target("路牌更换", yuan="20000", table=3),
    ]
    makers.load(memory, makers.statement(*targets))

    assert answer(conversation_of(memory), question).text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("食品抽检一批次多少钱", "≤800元："),
        ("食品抽检每批次多少", "≤800元："),
        ("鱼节带动销售多少", "≥46万元："),
        ("鱼节能卖多少钱", "“卖”没有看懂"),
        ("食品抽检多少钱", "预算安排 90 万元："),
    ],
)
def test_a_price_without_a_word_for_one(memory: Store, question: str, told: str) -> None:
    """What is counted, right before what it costs, is a price; and what is sold is no budget."""
    batch = makers.indicator("批次抽检成本", "≤800元", number="800", unit="元", **COST)
    sold = makers.indicator("带动销售额", "≥46万元", number="46", unit="万元", level1="效益指标", level2="经济效益指标")
    targets = [
        makers.target("食品抽检", yuan="900000", indicators=[batch]),
        makers.target("鱼节活动", yuan="280000", table=2, indicators=[sold]),
    ]
    makers.load(memory, makers.statement(*targets))

    assert answer(conversation_of(memory), question).text.startswith(told)


def test_a_year_before_one(memory: Store) -> None:
    """“一年一个人多少” where each form prints what one gets in a month: it is said to be that of a month."""
    line = makers.indicator("补贴标准", "1000元/人·月", level1="成本指标", level2="经济成本指标")
    made = [makers.target("网格员补贴", unit=unit, indicators=(line,), table=n) for n, unit in enumerate(("甲街道", "乙街道"), 1)]
    makers.load(memory, makers.statement(*made))
    chat = Chat(conversation_of(memory))
    chat.says("网格员补贴标准多少")
    reply = chat.says("一年一个人多少")

    assert "“补贴标准”是按月的；“一年一个人”多少，文件没有这样印" in reply
