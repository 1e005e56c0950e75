"""What a description may be answered by: numbers, phases and persons that stand in the form, of the year whose form says so."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    houses = makers.indicator("建设周转房", "60套", level1="产出指标", level2="数量指标")
    fewer = makers.indicator("建设周转房", "50套", level1="产出指标", level2="数量指标")
    cameras = makers.indicator("更换摄像头", "900个", level1="产出指标", level2="数量指标")
    stores = makers.indicator("储备融雪剂", "300吨", level1="产出指标", level2="数量指标")
    sand = makers.indicator("储备防滑料", "500立方米", level1="产出指标", level2="数量指标")
    older = makers.target("乡村教师周转宿舍", yuan="600000", goal="让教师住得上。", indicators=(houses,), year=2023, table=1)
    makers.load(memory, makers.statement(older, document="青禾县2023年度项目支出绩效目标"))
    makers.load(
        memory,
        makers.statement(
            makers.target("乡村教师周转宿舍", yuan="500000", goal="让教师住得上。", indicators=(fewer,), table=1),
            makers.target("校园安防升级", yuan="95000", goal="换新设备。", indicators=(cameras,), table=2),
            makers.target("冬季除雪保障", yuan="220000", goal="备足物资，及时除雪。", indicators=(stores, sand), table=3),
        ),
    )
    return Talk(conversation_of(memory))


def test_the_year_whose_form_says_so(talk: Talk) -> None:
    """60套 stands in the older form alone: its money is told, and its year."""
    reply = talk.asks("建60套周转房的那个多少钱")

    assert "60 万元" in reply.text
    assert "2023年" in reply.text
    assert "50 万元" not in reply.text


@pytest.mark.parametrize(
    "question",
    ["更换770个摄像头的那个多少钱", "储备500吨融雪剂的那个多少钱", "建70套周转房的那个多少钱", "建15万平方米周转房的那个多少钱"],
)
def test_a_number_that_stands_nowhere(talk: Talk, question: str) -> None:
    """No amount is given: 500 is of something else, and 770 of nothing."""
    reply = talk.asks(question)

    assert reply.kind != "answer"
    assert [] == [fact for fact in reply.facts if fact["yuan"]]


@pytest.mark.parametrize("question", ["给农民盖周转房的那个多少钱", "给村民备融雪剂的那个多少钱"])
def test_persons_that_are_not_meant(talk: Talk, question: str) -> None:
    """Whom the form does not name it is not for."""
    reply = talk.asks(question)

    assert [] == [fact for fact in reply.facts if fact["yuan"]]


def test_what_is_denied(memory: Store) -> None:
    """A word before the name that turns the description round is not passed over."""
    lifts = makers.indicator("加装电梯", "12部", level1="产出指标", level2="数量指标")
    first = makers.target("旧楼群改造（一期）", yuan="420000", table=1)
    makers.load(memory, makers.statement(first, makers.target("旧楼群改造（二期）", yuan="990000", indicators=(lifts,), table=2)))
    reply = Talk(conversation_of(memory)).asks("不装电梯的楼群改造项目多少钱")

    assert [] == [fact for fact in reply.facts if fact["yuan"]]


def test_a_number_that_stands(talk: Talk) -> None:
    """It is what tells the project."""
    assert "9.5 万元" in talk.asks("更换900个摄像头的那个多少钱").text


@pytest.fixture
def streets(memory: Store) -> Talk:
    """A heating station, a courtyard, a canteen, an archive, and money for those who look after the ill."""
    yearly = makers.indicator("年人均补助标准", "1800元", number="1800", unit="元", level1="产出指标", level2="成本指标")
    guards = makers.indicator("补助监护人数", "70人", number="70", unit="人", level1="产出指标", level2="数量指标")
    lamps = makers.indicator("除草面积", "30亩", number="30", unit="亩", level1="产出指标", level2="数量指标")
    makers.load(
        memory,
        makers.statement(
            makers.target("供热抢修费", unit="青禾县供热站", yuan="310000", goal="供热管网故障及时抢修。", table=1),
            makers.target("专项经费", unit="柳渡街道办事处", yuan="70000", goal="用于弃管楼院物业兜底。", table=2),
            makers.target("食堂设备更新", unit="青禾县实验幼儿园", yuan="120000", goal="更新食堂消毒柜、冰箱6台。", table=3),
            makers.target("精神障碍患者监护补助", unit="青禾县卫生健康局", yuan="126000", indicators=(yearly, guards), table=4),
            makers.target("海堤管护费", unit="青禾县水务局", yuan="90000", goal="海堤除草。", indicators=(lamps,), table=5),
            makers.target("取暖费", unit="青禾县第二幼儿园", yuan="41000", table=6),
            makers.target("计划生育家庭特别扶助金", unit="青禾县卫生健康局", yuan="520000", table=7),
        ),
    )
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("管道漏了热力去抢修，用的哪笔经费", "31 万元"),
        ("有没有给没人管的楼院兜底搞物业的项目？在哪个单位名下", "柳渡街道办事处「专项经费」"),
        ("幼儿园厨房换冰箱消毒柜的钱", "12 万元"),
        ("海堤上除草的，今年多少钱", "9 万元"),
        ("精神障碍患者监护补助一年能领多少补助", "1800元"),
        ("精神障碍患者监护补助今年多少补助", "12.6 万元"),
        ("二幼采暖费今年", "4.1 万元"),
        ("失独家庭的扶助金今年预算是多少", "52 万元"),
    ],
)
def test_told_in_everyday_words(streets: Talk, question: str, said: str) -> None:
    """What something is for, in whatever place of the question, and money that one gets by the name of what it is."""
    reply = streets.asks(question)

    assert "answer" == reply.kind
    assert said in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "海堤上栽树的，今年多少钱",
        "有没有给没人管的鱼塘兜底的项目？在哪个单位名下",
        "海堤除草的那种割草机，今年多少钱",
        "医院厨房换冰箱消毒柜的钱",
    ],
)
def test_what_is_not_told_so(streets: Talk, question: str) -> None:
    """Another deed, another place, a thing that stands nowhere: no figure is given."""
    assert [] == [fact for fact in streets.asks(question).facts if fact["yuan"]]
