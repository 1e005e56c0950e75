"""What stands in one cell, who filled the form in, and which forms lack something, as a clerk asks."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests.bot import forms
from tests.bot.written import Talk

WELLS, SLUICE, POND = "「机井维修」", "「闸门养护」", "「坝坡除草」"


@pytest.fixture
def talk(memory: Store) -> Talk:
    forms.fill(memory)
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("机井维修其他资金一栏是空的还是0", "表上没填"),
        ("机井维修其他资金是0还是没填", "表上没填"),
        ("机井维修其他资金那一格有数吗", "表上没填"),
        ("机井维修其他资金填了没", "表上没填"),
        ("机井维修其他资金写了没有", "表上没填"),
        ("机井维修其他资金栏空着吗", "表上没填"),
        ("机井维修其他资金那栏填的啥", "表上没填"),
        ("闸门养护2024年上年结转是空的还是0", "0 万元"),
        ("闸门养护2024年上年结转一栏写的是0还是空的", "0 万元"),
        ("闸门养护2024年上年结转那格写的什么", "0 万元"),
        ("闸门养护2024年其他资金一栏是空的还是0", "没有“其他资金”一栏"),
        ("闸门养护2024年其他资金填了没", "没有“其他资金”一栏"),
        ("机井维修财政拨款那格写的啥", "120 万元"),
        ("机井维修财政拨款一栏填的多少", "120 万元"),
    ],
)
def test_blank_nought_and_no_column(talk: Talk, question: str, said: str) -> None:
    """Nothing in the cell, 0 in it, and no such cell are three things."""
    reply = talk.asks(question)

    assert reply.kind == "answer"
    assert said in reply.text
    assert "没有看懂" not in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "机井维修哪个填的",
        "机井维修这张表谁填的",
        "机井维修的填表人是谁",
        "机井维修填表人电话",
        "机井维修联系人是谁",
        "谁负责填机井维修的表",
        "机井维修谁负责填的",
        "机井维修由谁填报的",
        "机井维修经办人是哪位",
        "机井维修的表是哪个人编的",
        "机井维修表上有没有留电话",
        "机井维修审核人是谁",
    ],
)
def test_who_filled_it_in_is_not_kept(talk: Talk, question: str) -> None:
    """It is said plainly, with the unit whose form it is; no project is offered and no figure told."""
    reply = talk.asks(question)

    assert reply.kind == "not_found"
    assert reply.text.startswith("没有填表人、联系人、电话")
    assert f"{WELLS}2024年的表是{forms.WATER}的" in reply.text
    assert "回 1" not in reply.text


@pytest.mark.parametrize("question", ["机井维修哪个单位填的", "机井维修谁负责", "机井维修的填报单位"])
def test_which_unit_is_told(talk: Talk, question: str) -> None:
    """Of units and of who does the work there is something to say."""
    assert talk.asks(question).kind == "answer"
    assert forms.WATER in talk.says(question).text


@pytest.mark.parametrize(
    "question",
    [
        "哪张表没写满意度",
        "哪几个项目没有满意度指标",
        "哪些表没设满意度指标",
        "哪几张表没填满意度",
        "满意度没写的有哪些",
        "今年哪些项目没定满意度",
        "没满意度的表有哪些",
        "哪张表漏了满意度指标",
    ],
)
def test_forms_that_lack_a_class(talk: Talk, question: str) -> None:
    """The forms without a line of the class are told, and none of those that have one."""
    reply = talk.asks(question)

    assert reply.kind == "answer"
    assert "草坪补种" in reply.text
    assert "坝坡除草" in reply.text
    assert "公园长椅更换" not in reply.text
    assert "机井维修" not in reply.text


@pytest.mark.parametrize(
    "question", ["水务系统哪张表没写满意度", "水务局含所属哪个项目没有满意度指标", "水务系统今年哪几张表没设满意度"]
)
def test_forms_of_a_branch_that_lack_a_class(talk: Talk, question: str) -> None:
    """A branch limits them."""
    text = talk.says(question).text

    assert "坝坡除草" in text
    assert "草坪补种" not in text


@pytest.mark.parametrize(
    ("question", "projects"),
    [
        ("2024年填了其他资金的有哪几个", {"坝坡除草"}),
        ("写了其他资金的是哪些项目", {"坝坡除草"}),
        ("哪些项目填了上年结转", {"机井维修", "坝坡除草"}),
        ("列了其他资金的项目有哪些", {"坝坡除草"}),
        ("有结转又超过一百万的", {"机井维修"}),
        ("2024年有结转而且总额在一百万以上的项目", {"机井维修"}),
        ("有结转的里面不到50万的有哪些", {"坝坡除草"}),
        ("100万以上带结转的项目", {"机井维修"}),
        ("有上年结转但不超过10万的项目", {"坝坡除草"}),
        ("既有结转又有其他资金的有哪些", {"坝坡除草"}),
        ("用了结转、预算100万以上的有哪些", {"机井维修"}),
    ],
)
def test_two_limits_at_once(talk: Talk, question: str, projects: set[str]) -> None:
    """A kind of money that is there and a limit of the whole hold together."""
    reply = talk.asks(question)

    assert reply.kind == "answer"
    assert {fact["project"] for fact in reply.facts} == projects


def test_a_limit_of_the_kind_itself(talk: Talk) -> None:
    """“有超过20万结转的” limits what was carried over, which no list does: no figure is given over it."""
    assert "坝坡除草" not in talk.says("哪些项目有超过20万的结转").text


@pytest.mark.parametrize(
    "question",
    [
        "哪些单位没有满意度指标",
        "哪个单位没写满意度指标",
        "今年哪几家没有满意度指标",
        "没有满意度指标的单位有哪些",
    ],
)
def test_units_whose_forms_lack_a_class(talk: Talk, question: str) -> None:
    """Units are told by their forms that lack it, and never all that there are."""
    reply = talk.asks(question)

    assert reply.kind == "answer"
    assert {fact["project"] for fact in reply.facts} == {"喷泉维护", "草坪补种", "坝坡除草"}


def test_units_of_one_project(talk: Talk) -> None:
    """Of one project those are told that lack it, and none of it that has it."""
    assert "没有一个是没有满意度指标的" in talk.asks("机井维修谁没有满意度指标").text
    assert "“群众满意度”" in talk.asks("机井维修没有满意度指标吗").text


@pytest.mark.parametrize(
    "question",
    ["社会效益指标的项目有哪些", "社会效益指标有哪些项目", "社会效益指标的项目一共几个", "今年社会效益指标的项目有多少个"],
)
def test_forms_that_have_a_class(talk: Talk, question: str) -> None:
    """The projects of a class are those whose forms have a line of it."""
    reply = talk.asks(question)

    assert reply.kind == "answer"
    assert {fact["project"] for fact in reply.facts} == {"公园长椅更换"}
