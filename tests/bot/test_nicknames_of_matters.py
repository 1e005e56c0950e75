"""What civic matters and units are called in everyday words: answered where it is the same, offered where it is near."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Reply, answer

CITY, POLICE, SCHOOL, PARK = "青禾县城市管理局", "青禾县公安局", "青禾县教育体育局", "青禾县工业园区管理委员会"
TRAFFIC = "青禾县公安局交通管理大队"


@pytest.fixture
def matters(store: Store) -> Store:
    """A county of ordinary projects."""
    targets = (
        makers.target("城区道路清扫保洁", unit=CITY, yuan="1010000", code="301"),
        makers.target("流浪犬收容", unit=CITY, yuan="20000", code="301", table=2),
        makers.target("公厕改造提升", unit=CITY, yuan="330000", code="301", table=3),
        makers.target("义务教育营养改善", unit=SCHOOL, yuan="4040000", code="302", table=4),
        makers.target("刑侦装备", unit=POLICE, yuan="550000", code="303", table=5),
        makers.target("信号灯运维", unit=TRAFFIC, yuan="66000", code="303001", department=POLICE, table=6),
        makers.target("园区绿化", unit=CITY, yuan="77000", code="301", table=7),
        makers.target("标准化厂房", unit=PARK, yuan="8800000", code="304", table=8),
        makers.target("农村公路养护", unit="青禾县交通运输局", yuan="990000", code="305", table=9),
        makers.target("生活垃圾分类管理", unit=CITY, yuan="12000", code="301", table=10),
    )
    makers.load(store, makers.statement(*targets))
    return store


def _answer(store: Store, question: str) -> Reply:
    return answer(conversation_of(store), question)


@pytest.mark.parametrize(
    ("question", "project"),
    [
        ("扫马路多少钱", "城区道路清扫保洁"),
        ("扫大街的外包费", "城区道路清扫保洁"),
        ("抓狗多少钱", "流浪犬收容"),
        ("城管抓流浪狗的钱", "流浪犬收容"),
        ("修厕所给了多少", "公厕改造提升"),
        ("学生吃饭那个补助多少", "义务教育营养改善"),
        ("给孩子吃饭的钱多少", "义务教育营养改善"),
        ("修路多少钱", "农村公路养护"),
        ("去村里修路多少钱", "农村公路养护"),
        ("交警队信号灯", "信号灯运维"),
        ("盖厂房多少钱", "标准化厂房"),
    ],
)
def test_the_same_thing(matters: Store, question: str, project: str) -> None:
    """An everyday word that leads to one project is answered with the project's name."""
    reply = _answer(matters, question)

    assert "answer" == reply.kind
    assert f"「{project}」" in reply


@pytest.mark.parametrize(
    ("question", "near"), [("抓小偷多少钱", "刑侦装备"), ("修马路多少钱", "农村公路养护"), ("倒垃圾多少钱", "生活垃圾分类管理")]
)
def test_what_is_only_near(matters: Store, question: str, near: str) -> None:
    """Where the word is only near to a project, that is offered, without a figure."""
    reply = _answer(matters, question)

    assert "answer" != reply.kind
    assert any(near in choice for choice in reply.choices)
    assert [] == reply.facts
    assert "元" not in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "维修路灯杆多少钱",
        "抓狗专用车多少钱",
        "扫马路机器人多少钱",
        "修路灯多少钱",
        "学生吃饭卡系统多少钱",
        "打疫苗多少钱",
        "养老院多少钱",
        "厂房租金减免多少钱",
        "猪场多少钱",
    ],
)
def test_something_else(matters: Store, question: str) -> None:
    """A longer word that holds an everyday word, and one whose formal words nothing holds, is answered with no project."""
    reply = _answer(matters, question)

    assert "answer" != reply.kind
    assert [] == [fact for fact in reply.facts if fact.get("yuan")]


def test_a_name_that_holds_the_everyday_word(matters: Store) -> None:
    """A project that is called so itself is meant before what the word may stand for."""
    makers.load(
        matters, makers.statement(makers.target("抓狗专用车", unit=CITY, yuan="31000", document="另一份"), document="另一份")
    )

    assert "3.1 万元" in _answer(matters, "抓狗专用车多少钱")
    assert "2 万元" not in _answer(matters, "抓狗专用车多少钱").text.replace("3.1 万元", "")


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("园区有哪些项目", PARK),
        ("管委会有哪些项目", PARK),
        ("城管有几个项目", CITY),
        ("公安有哪些项目", POLICE),
        ("教体有哪些项目", SCHOOL),
        ("交警有哪些项目", TRAFFIC),
        ("交警队有哪些项目", TRAFFIC),
    ],
)
def test_units(matters: Store, question: str, unit: str) -> None:
    """A unit is known by what people call it."""
    assert unit in _answer(matters, question)


def test_a_project_in_which_the_word_stands(matters: Store) -> None:
    """园区 is the unit, and 园区绿化 the project of another."""
    assert "7.7 万元" in _answer(matters, "园区绿化多少钱")
