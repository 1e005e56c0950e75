"""A thing that is told by what it is not: what does not say so is offered, and neither it nor all else has a figure."""

import re

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

AMOUNT = re.compile(r"\d[\d,.]*\s*[亿万]?元")
HIGHWAYS, WATER = "青禾县公路站", "青禾县水务局"


def _line(name: str, value: str) -> object:
    return makers.indicator(name, value, level1="产出指标", level2="数量指标")


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A chat about a county two of whose bridges are mended, one of them with lamps."""
    targets = [
        ("危桥加固（东线）", HIGHWAYS, "5000000", "加固东线六座危桥。", ()),
        ("危桥加固（西线）", HIGHWAYS, "8000000", "加固西线八座危桥，安装路灯。", (_line("安装路灯", "12盏"),)),
        ("闸门加固工程", WATER, "900000", "加固沿河闸门。", ()),
        ("泵站运行", WATER, "300000", "保障泵站运行。", ()),
        ("不动产登记", "青禾县自然资源局", "70000", "办理登记。", ()),
        ("病死猪无害化处理", "青禾县农业局", "60000", "集中处理病死猪。", ()),
        ("病虫防治", "青禾县农业局", "80000", "开展灭鼠。", ()),
    ]
    forms = [
        makers.target(name, unit=unit, yuan=yuan, goal=goal, indicators=lines, table=number)
        for number, (name, unit, yuan, goal, lines) in enumerate(targets, 1)
    ]
    makers.load(memory, makers.statement(*forms))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "offered", "kept_back"),
    [
        ("不装路灯的危桥加固多少钱", "危桥加固（东线）", "危桥加固（西线）"),
        ("没装路灯的那个危桥加固多少钱", "危桥加固（东线）", "危桥加固（西线）"),
        ("不安装路灯的危桥加固预算多少", "危桥加固（东线）", "危桥加固（西线）"),
        ("没有路灯的危桥加固多少钱", "危桥加固（东线）", "危桥加固（西线）"),
        ("不带路灯的危桥加固多少钱", "危桥加固（东线）", "危桥加固（西线）"),
        ("未安装路灯的危桥加固目标是什么", "危桥加固（东线）", "危桥加固（西线）"),
        ("哪个危桥加固不装路灯", "危桥加固（东线）", "危桥加固（西线）"),
        ("不是西线的危桥加固多少钱", "危桥加固（东线）", "危桥加固（西线）"),
        ("不是危桥的那个加固项目多少钱", "闸门加固工程", "危桥加固"),
        ("不含危桥的加固项目多少钱", "闸门加固工程", "危桥加固"),
        ("水务局不是泵站运行的那个多少钱", "闸门加固工程", "泵站运行」"),
    ],
)
def test_what_does_not_say_it_is_offered(talk: Talk, question: str, offered: str, kept_back: str) -> None:
    """Of what the other words mean those are offered that do not say what is denied, and none that does."""
    reply = talk.asks(question)

    assert ("clarify", ()) == (reply.kind, reply.facts)
    assert f"「{offered}」" in reply.text
    assert f"「{kept_back}" not in reply.text
    assert not AMOUNT.findall(reply.text)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("不是危桥加固的那个多少钱", "不是危桥加固"),
        ("不是水务局的那个多少钱", "不是水务局"),
        ("不装路灯的是哪个项目", "不装路灯"),
        ("不灭老鼠的那个项目多少钱", "不灭老鼠"),
        ("没有老鼠的那笔钱多少", "没有老鼠"),
        ("不在水务局的那个项目多少钱", "不在水务局"),
    ],
)
def test_what_is_left_is_not_one_project(talk: Talk, question: str, named: str) -> None:
    """Where nothing else is told no figure is stated, neither the sum of all else nor what is denied, and the words are named."""
    reply = talk.asks(question)

    assert ("clarify", ()) == (reply.kind, reply.facts)
    assert f"“{named}”" in reply.text
    assert "「" not in reply.text


def test_all_of_them_say_it(talk: Talk) -> None:
    """Where all that the other words mean say what is denied, that is said."""
    reply = talk.asks("不加固危桥的西线危桥加固多少钱")

    assert not reply.facts
    assert not AMOUNT.findall(reply.text)


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("不动产登记多少钱", "7 万元"),
        ("病死猪无害化处理的那个项目多少钱", "6 万元"),
        ("无害化处理多少钱", "6 万元"),
        ("除危桥加固外一共多少钱", "141 万元"),
        ("不含危桥加固一共多少钱", "141 万元"),
        ("不含危桥加固的项目一共多少钱", "141 万元"),
        ("水务局不含泵站运行多少钱", "90 万元"),
        ("不超过7万的项目有哪些", "7 万元"),
    ],
)
def test_what_is_followed_stays_followed(talk: Talk, question: str, amount: str) -> None:
    """Names that begin with a negation, and what is left out of a sum, are answered."""
    reply = talk.asks(question)

    assert ("answer", True) == (reply.kind, amount in reply.text)


def test_the_choice_is_answered(talk: Talk) -> None:
    """What is offered is answered by its number."""
    talk.says("不装路灯的危桥加固多少钱")

    assert "500 万元" in talk.says("1").text


@pytest.mark.parametrize("question", ["没装路灯的那期危桥加固", "没装路灯的那段危桥加固多少钱", "未安装路灯的那条危桥加固"])
def test_a_line_is_not_what_denies_it(talk: Talk, question: str) -> None:
    """A line that says what is denied is no answer: 没装路灯 is not 安装路灯."""
    reply = talk.asks(question)

    assert "12盏" not in reply.text
    assert "「危桥加固（东线）」" in reply.text


@pytest.mark.parametrize(
    "question",
    ["装路灯的那个危桥加固多少钱", "安装路灯的危桥加固多少钱", "有路灯的危桥加固预算多少", "装路灯的那段危桥加固多少钱"],
)
def test_a_line_tells_which_of_them(talk: Talk, question: str) -> None:
    """Of several projects of a name those are meant whose forms have the line that is said before the name."""
    reply = talk.asks(question)

    assert "800 万元" in reply.text
    assert "500 万元" not in reply.text


def test_one_project_is_offered_once(memory: Store) -> None:
    """A project of several years that does not say what is denied is one project."""
    unit = "青禾县渔港站"
    for year in (2023, 2024):
        goal = "改造泊位。"
        form = makers.target("泊位改造（二期）", unit=unit, yuan="100000", year=year, goal=goal, document=f"渔港{year}")
        other = makers.target(
            "泊位改造（一期）", unit=unit, yuan="90000", year=year, goal="修防波堤。", document=f"渔港{year}", table=2
        )
        makers.load(memory, makers.statement(form, other, document=f"渔港{year}"))
    reply = Talk(conversation_of(memory)).asks("渔港站不修防波堤的那个项目多少钱")

    assert 1 == reply.text.count("「泊位改造（二期）」")


@pytest.mark.parametrize(
    "question",
    [
        "除装路灯的危桥加固",
        "除了装路灯的那个危桥加固呢",
        "危桥加固除了装路灯的",
        "危桥加固除了装路灯的还有哪些",
        "危桥加固除装路灯的以外",
    ],
)
def test_what_is_left_out_by_what_it_does(talk: Talk, question: str) -> None:
    """“除了装路灯的” leaves out what says so, and its line is no answer."""
    reply = talk.asks(question)

    assert "「危桥加固（东线）」" in reply.text
    assert "西线" not in reply.text
    assert "12盏" not in reply.text
