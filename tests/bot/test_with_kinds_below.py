"""A unit with a kind of those below it: “教育局（含所属学校）”, “教育局连学校”, “教育局所属学校”, “民政局连敬老院”."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

BUREAU, FIRST, SECOND, CARE, HOME = "青禾县教育局", "青禾县第一中学", "青禾县第二小学", "青禾县民政局", "青禾县福利院"


@pytest.fixture
def talk(memory: Store) -> Talk:
    schools = {"department": BUREAU}
    targets = (
        makers.target("校车补贴", unit=BUREAU, yuan="1000000", code="301", table=1, **schools),
        makers.target("课桌购置", unit=FIRST, yuan="200000", code="301001", table=2, **schools),
        makers.target("操场改造", unit=SECOND, yuan="300000", code="301002", table=3, **schools),
        makers.target("高龄津贴", unit=CARE, yuan="500000", code="302", department=CARE, table=4),
        makers.target("消防改造", unit=HOME, yuan="70000", code="302001", department=CARE, table=5),
        makers.target("河道清淤", unit="青禾县水务局", yuan="90000", code="303", table=6),
    )
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    [
        "教育局（含所属学校）一共多少钱",
        "教育局包括下属学校合计多少",
        "教育局及所属学校一共多少",
        "教育局连学校一共多少",
        "教育局带下属学校总共多少钱",
        "教育局和学校合计",
    ],
)
def test_with_the_schools(talk: Talk, question: str) -> None:
    """What is told to be included is added to the bureau's own."""
    assert "150 万元" in talk.asks(question).text


@pytest.mark.parametrize("question", ["教育局下属学校一共多少钱", "教育局的学校一共多少钱", "教育局所属学校合计多少"])
def test_the_schools_alone(talk: Talk, question: str) -> None:
    """Without such a word the schools alone are meant."""
    reply = talk.asks(question).text

    assert "50 万元" in reply
    assert "150 万元" not in reply


@pytest.mark.parametrize("question", ["民政局连福利院一共多少", "民政局连上福利院合计多少", "民政局加福利院一共多少"])
def test_with_another_unit(talk: Talk, question: str) -> None:
    """“连” behind a unit adds the one behind it."""
    assert "57 万元" in talk.asks(question).text


def test_how_many(talk: Talk) -> None:
    """They are counted together."""
    assert "共 3 个项目" in talk.asks("教育局（含所属学校）共有多少个项目？").text


@pytest.mark.parametrize(
    ("question", "mean"), [("平均每校多少钱", "25 万元"), ("两校平均多少", "25 万元"), ("学校平均每所多少钱", "25 万元")]
)
def test_each_school(talk: Talk, question: str, mean: str) -> None:
    """每校 and 两校 are each school and both."""
    assert mean in talk.asks(question).text


@pytest.mark.parametrize("question", ["三校一共多少", "三个学校一共多少钱"])
def test_more_than_there_are(talk: Talk, question: str) -> None:
    """Of another number than there is nothing is added up."""
    reply = talk.asks(question)

    assert "answer" != reply.kind
    assert () == reply.facts


@pytest.mark.parametrize("question", ["每校车多少钱", "各院子多少钱"])
def test_longer_words(talk: Talk, question: str) -> None:
    """校车 is no 校."""
    assert FIRST not in talk.asks(question).text


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("教育局一共多少钱", "下面学校呢"),
        ("教育局（含所属学校）一共多少钱", "其中局里多少"),
        ("教育局一共多少钱", "光学校呢"),
        ("教育局和学校合计", "只算本级呢"),
    ],
)
def test_the_bureau_itself_again(talk: Talk, first: str, then: str) -> None:
    """After those below it 本级 is the bureau's own, and never theirs."""
    talk.says(first)
    talk.says(then)
    reply = talk.says("局本级多少").text

    assert "100 万元" in reply
    assert FIRST not in reply


def test_a_piece_of_a_name_behind_it(memory: Store) -> None:
    """Behind “连” the unit below is meant, though a project of its own is called so too."""
    water = {"department": "青禾县水务局"}
    targets = (
        makers.target("供水工程", unit="青禾县水务局", yuan="100000", code="401", table=1, **water),
        makers.target("东山灌区渠道衬砌", unit="东山灌区管理所", yuan="200000", code="401001", table=2, **water),
        makers.target("东山灌区泵站改造", unit="东山灌区管理所", yuan="50000", code="401001", table=3, **water),
    )
    makers.load(memory, makers.statement(*targets))

    assert "35 万元" in Talk(conversation_of(memory)).asks("水务局连东山灌区一共多少").text
