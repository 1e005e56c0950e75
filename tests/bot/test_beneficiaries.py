"""For whom something is asked: another beneficiary is another thing, that is offered at most, with the difference said."""

import re

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

AMOUNT = re.compile(r"\d[\d,.]*\s*[亿万]?元")
SCHOOL = "青禾县第二中学"


def _line(name: str, value: str) -> object:
    return makers.indicator(name, value, level1="产出指标", level2="数量指标")


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A chat about a county that gives something to several people."""
    targets = [
        ("听障儿童语训", "青禾县听障人联合会", "1000000", "为0至6岁听障儿童开展语训。", (_line("救助听障儿童", "80人"),)),
        ("渔民养老保险补助", "青禾县社会保险局", "3000000", "对参保渔民给予补助。", (_line("参保渔民人数", "3万人"),)),
        ("山区教师交通补助", "青禾县教育局", "2000000", "按月发放山区教师交通补助。", (_line("补助教师", "300人"),)),
        ("校园广播改造", SCHOOL, "350000", "更换喇叭。", (_line("更换喇叭", "60个"),)),
        ("工作经费", SCHOOL, "90000", "保障运转。", ()),
        ("护林员保险", "青禾县林业局", "50000", "为护林员购买意外保险。", ()),
    ]
    forms = [
        makers.target(name, unit=unit, yuan=yuan, goal=goal, indicators=lines, table=number)
        for number, (name, unit, yuan, goal, lines) in enumerate(targets, 1)
    ]
    makers.load(memory, makers.statement(*forms))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "words", "project"),
    [
        ("给听障老人做语训多少钱", "听障老人", "听障儿童语训"),
        ("听障老人语训多少钱", "老人", "听障儿童语训"),
        ("给市区教师发补助多少钱", "市区教师", "山区教师交通补助"),
        ("给市区教师的交通补助多少钱", "市区教师", "山区教师交通补助"),
        ("给民办学校换喇叭多少钱", "民办学校", "校园广播改造"),
        ("给农民养老保险补助多少钱", "农民", "渔民养老保险补助"),
        ("给农民的养老保险补助多少钱", "农民", "渔民养老保险补助"),
        ("给公办学校换喇叭多少钱", "公办学校", "校园广播改造"),
    ],
)
def test_another_beneficiary(talk: Talk, question: str, words: str, project: str) -> None:
    """What the form does not say of whom is named; no figure is given, and no other project of the unit is taken for it."""
    reply = talk.asks(question)

    assert not reply.facts
    assert not AMOUNT.findall(reply.text)
    assert "answer" != reply.kind
    if f"「{project}」" in reply.text:
        assert f"“{words}”" in reply.text
    assert "「工作经费」" not in reply.text


@pytest.mark.parametrize(
    ("question", "project", "amount"),
    [
        ("给听障儿童做语训多少钱", "听障儿童语训", "100 万元"),
        ("给听障孩子做语训多少钱", "听障儿童语训", "100 万元"),
        ("给渔民养老保险补助多少钱", "渔民养老保险补助", "300 万元"),
        ("给山区教师发交通补助多少钱", "山区教师交通补助", "200 万元"),
        ("给咱县里山区老师的交通补助多少钱", "山区教师交通补助", "200 万元"),
        ("给全县护林员买保险多少钱", "护林员保险", "5 万元"),
        ("给山区老师的交通补助多少钱", "山区教师交通补助", "200 万元"),
        ("给学校换喇叭多少钱", "校园广播改造", "35 万元"),
        ("给第二中学换喇叭多少钱", "校园广播改造", "35 万元"),
        ("给二中换喇叭多少钱", "校园广播改造", "35 万元"),
        ("给护林员买保险多少钱", "护林员保险", "5 万元"),
        ("给领导报一下护林员保险多少钱", "护林员保险", "5 万元"),
        ("为啥护林员保险安排5万元", "护林员保险", "5 万元"),
        ("给我们说说山区教师交通补助多少钱", "山区教师交通补助", "200 万元"),
    ],
)
def test_the_beneficiary_that_the_form_says(talk: Talk, question: str, project: str, amount: str) -> None:
    """Who is said as the form says it, or by another name of just these, is answered; so is what is only told to somebody."""
    reply = talk.asks(question)

    assert ("answer", True) == (reply.kind, f"「{project}」" in reply.text)
    assert [amount] == list(dict.fromkeys(AMOUNT.findall(reply.text)))


def test_how_many_are_given_something(talk: Talk) -> None:
    """What is counted is no beneficiary: 补助 is the end of the project's name."""
    assert "300人" in talk.asks("山区教师交通补助今年几个教师").text


@pytest.mark.parametrize("question", ["给听障老人做语训多少钱", "给听障老人做语训的那个多少钱", "听障老人语训的那笔钱"])
def test_a_piece_of_a_units_name_is_not_the_beneficiary(memory: Store, question: str) -> None:
    """Where two of the unit's projects do what is said, for others, neither is answered."""
    unit = "青禾县听障人联合会"
    forms = [
        makers.target("听障儿童语训", unit=unit, yuan="1000000", goal="为听障儿童提供语训。"),
        makers.target("语训设备更新", unit="青禾县听障人语训中心", yuan="580000", goal="更新听障人语训设备。", table=2),
        makers.target("乡村道路", yuan="10000", table=3),
    ]
    makers.load(memory, makers.statement(*forms))
    reply = Talk(conversation_of(memory)).asks(question)

    assert ("clarify", ()) == (reply.kind, reply.facts) or "not_found" == reply.kind
    assert not AMOUNT.findall(reply.text)
