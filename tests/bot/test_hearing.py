"""Words of questions that were misheard or mistyped: read as they were meant, and no name is ever overruled."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.app import conversation_of
from bot.reading.hearing import heard
from bot.reading.parse import Parse
from bot.reading.parsing import parse, spoken
from store.database import Store
from store.names import NameIndex, NameType
from store.text import Normal, normalize
from tests import makers
from tests.bot.conftest import Reply, answer

Asks = Callable[[str], Reply]
TODAY = date(2024, 6, 15)


def _parsed(question: str, names: NameIndex) -> Parse:
    return parse(question, names, spoken(normalize(question), TODAY))


def _heard(question: str, names: NameIndex) -> Parse:
    return heard(_parsed(question, names), lambda normal: parse(question, names, spoken(normal, TODAY)))


def _left(said: Parse) -> list[str]:
    return [x.text for x in said.leftovers]


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("网络运维今念多少", "网络运维今年多少"),
        ("金年网络运维多少", "今年网络运维多少"),
        ("网络运维去念多少钱", "网络运维去年多少钱"),
        ("取年网络运维多少", "去年网络运维多少"),
        ("网络运维jinnian多少", "网络运维今年多少"),
        ("网络运维qu nian duoshao qian", "网络运维去年多少钱"),
        ("qunian网络运维duoshao", "去年网络运维多少"),
        ("网络运维2o24年多少", "网络运维2024年多少"),
        ("2O23年网络运维", "2023年网络运维"),
        ("网络运维贰零贰三年", "网络运维2023年"),
        ("两千零二十三年网络运维", "2023年网络运维"),
        ("网络运维2023念多少", "网络运维2023年多少"),
        ("网络运维２０２３年多少", "网络运维2023年多少"),
        ("网络运维二零二三年多少", "网络运维2023年多少"),
        ("网络运维23年度多少", "网络运维2023年多少"),
        ("网络运维比去念多多少", "网络运维比去年多多少"),
        ("今年一工多少钱", "今年一共多少钱"),
        ("财政局今年宗共多少", "财政局今年总共多少"),
        ("财政局平军每个项目多少", "财政局平均每个项目多少"),
        ("今年十万以尚的项目", "今年十万以上的项目"),
        ("哪个项目最夺", "哪个项目最多"),
        ("网络运维占百分之机", "网络运维占百分之几"),
        ("今年全其一共多少", "今年全区一共多少"),
    ],
)
def test_a_word_that_was_misheard(asks_county: Asks, question: str, meant: str) -> None:
    """A slip in a word of the question changes nothing in the answer."""
    assert asks_county(meant).text == asks_county(question).text


def test_a_phase_in_a_follow_up(county) -> None:
    """“二其” is the second phase of what was spoken of."""
    county.says("智慧校园一期多少钱")

    assert "80 万元" in county.says("二其呢")


@pytest.mark.parametrize(
    "question", ["香木多少钱", "总工培训多少钱", "全线贯通多少钱", "近年多少钱", "金年华小区多少钱", "一工段多少钱", "法援多少钱"]
)
def test_other_words_stay_what_they_are(question: str) -> None:
    """A word of its own, and one that goes on, is not read as what sounds like it."""
    assert _parsed(question, NameIndex({})).said.text == _heard(question, NameIndex({})).said.text
    assert [] != _left(_heard(question, NameIndex({})))


@pytest.mark.parametrize("name", ["金年工程", "去念楼修缮", "全骑行活动", "一工区改造"])
def test_a_stored_name_is_never_overruled(store: Store, name: str) -> None:
    """What a stored name holds is that name, though it sounds like a word of questions."""
    makers.load(store, makers.statement(makers.target(name, unit="青禾县文旅局", yuan="70000")))
    bot = conversation_of(store)

    assert f"「{name}」" in answer(bot, f"{name}多少钱")
    assert "7 万元" in answer(bot, f"{name}多少钱")


def test_short_names_of_units(store: Store) -> None:
    """What a unit is called in short is heard as well, where nothing explains the words."""
    makers.load(store, makers.statement(makers.target("路灯电费", unit="青禾县城市管理局", yuan="70000")))

    assert "7 万元" in answer(conversation_of(store), "城官路灯电费多少")


def test_what_is_typed_is_what_is_shown() -> None:
    """The words of a reading by ear keep the place at which they were typed."""
    names = NameIndex({NameType.PROJECT: ["网络运维"]})
    said = _heard("网络运维jinnian多少 地铁", names)

    assert ["地铁"] == [said.typed(x) for x in said.leftovers]


@pytest.mark.parametrize(
    ("question", "answered"),
    [("残疾娃娃康复多少钱", True), ("残疾小孩康复救助多少", True), ("娃娃多少钱", False), ("残疾娃娃康复中心大楼多少钱", False)],
)
def test_plain_words_of_names(store: Store, question: str, answered: bool) -> None:
    """娃娃 says 儿童 within a name that goes on around it, and by itself it names nothing."""
    makers.load(store, makers.statement(makers.target("残疾儿童康复救助", unit="青禾县残疾人联合会", yuan="70000")))

    assert answered is ("7 万元" in answer(conversation_of(store), question))


@pytest.mark.parametrize("question", ["给乡下老师发的住房补贴多少", "乡下老师住房补贴多少", "乡村老师住房补贴多少"])
def test_two_everyday_words(memory: Store, question: str) -> None:
    """Two everyday words side by side are read formally together."""
    makers.load(memory, makers.statement(makers.target("乡村教师住房补贴", yuan="50000")))

    assert "5 万元" in answer(conversation_of(memory), question)


@pytest.mark.parametrize("question", ["学生吃饭补助多少", "学生吃饭补助给多少钱"])
def test_one_of_several_formal_words(memory: Store, question: str) -> None:
    """An everyday word may stand for any of several formal ones: that which a name has."""
    makers.load(memory, makers.statement(makers.target("学生就餐补助", yuan="60000")))

    assert "6 万元" in answer(conversation_of(memory), question)


def test_no_more_words_than_a_question_has() -> None:
    """A long text of nothing but such words is read anew for some of them, and not for all."""
    names, read = NameIndex({}), 0

    def again(normal: Normal) -> Parse:
        nonlocal read
        read += 1
        return parse(normal.text, names, spoken(normal, TODAY))

    text = "他的钱呢她的钱呢" * 33
    heard(parse(text, names, spoken(normalize(text), TODAY)), again)

    assert 0 < read < len(text) / 4
