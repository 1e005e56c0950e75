"""Whether a unit belongs to another."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Reply
from tests.bot.honesty import amounts
from tests.bot.written import Talk

Asks = Callable[[str], Reply]
OFFICE, STATION, SCHOOL = "青禾县水务局", "青禾县水文站", "青禾县第二中学"


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A chat about a station that tells its department, a school that does not, and two offices."""
    targets = [
        makers.target("河道清淤", unit=OFFICE, yuan="500000", department=OFFICE, code="401"),
        makers.target("水文测报", unit=STATION, yuan="70000", department=OFFICE, code="401001", table=2),
        makers.target("宿舍修缮", unit=SCHOOL, yuan="90000", table=3),
        makers.target("教师培训", unit="青禾县教育局", yuan="60000", department="青禾县教育局", code="301", table=4),
    ]
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        *((q, "是：") for q in ("水文站是水务局的吗", "水文站算不算水务局的", "水文站属于水务局吗", "水文站归水务局管吗")),
        *(
            (q, "是：")
            for q in ("水文站是不是水务局的", "水文站是水务局下属吗", "水文站是水务局下面的单位吧", "水文站归水务局管不")
        ),
        *((q, "不是：") for q in ("水文站是教育局的吗", "水文站归不归教育局管", "水文站是不是教育局下属单位")),
        *((q, "文件没有写：") for q in ("二中是教育局的吗", "第二中学属于教育局吗", "二中算不算教育局的")),
        *((q, "没有找到“三中”") for q in ("三中算不算教育局的", "三中属于教育局吗")),
    ],
)
def test_whose_it_is(talk: Talk, question: str, verdict: str) -> None:
    """It is told whether the form says so, and no money beside it."""
    reply = talk.asks(question)

    assert reply.text.startswith(verdict)
    assert not amounts(reply.text)


@pytest.mark.parametrize(
    "question",
    ["水文站是水务局的多少钱", "河道清淤是水务局的吗多少钱", "河道清淤是水务局最大的项目吗", "河道清淤的钱都是财政给的吗"],
)
def test_other_questions(talk: Talk, question: str) -> None:
    """Whose a project is, or how much there is, is another question."""
    assert "主管部门及代码写的是" not in talk.asks(question).text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("交通局的客运站多少钱", "4 万元"),
        ("交通局的客运站一共多少", "合计 4 万元"),
        ("交通局的公路站一共多少钱", "合计 17 万元"),
    ],
)
def test_a_unit_of_another(asks_towns: Asks, question: str, figure: str) -> None:
    """“交通局的客运站” is the 客运站 alone; 和 names both."""
    reply = asks_towns(question)

    assert figure in reply
    assert "130" not in reply.text


def test_two_units(asks_towns: Asks) -> None:
    """Where two are joined or set side by side both are meant."""
    assert "130 万元" in asks_towns("交通局和客运站分别多少钱")


@pytest.mark.parametrize(
    "question", ["水文站上头的主管部门是哪个", "水文站上面的上级单位是谁", "水文站上头是哪个单位", "水文站的主管单位是哪家"]
)
def test_who_is_above(talk: Talk, question: str) -> None:
    """The department that the unit's forms print is told."""
    reply = talk.asks(question)

    assert reply.kind == "answer", reply.text
    assert OFFICE in reply.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        *(
            (q, "是：「水文测报」的实施单位是青禾县水文站")
            for q in ("水文测报是不是水文站的", "水文测报是水文站的项目吗", "水文测报归水文站管吗")
        ),
        *((q, "不是：「水文测报」的实施单位是青禾县水文站") for q in ("水文测报是不是教育局的", "水文测报归教育局管吗")),
        *((q, "青禾县水务局是它的主管部门") for q in ("水文测报是不是水务局的", "水文测报归水务局管吗")),
    ],
)
def test_whose_a_project_is(talk: Talk, question: str, said: str) -> None:
    """Who has it is told, and of which department that is; no money, and a follow-up goes on about it."""
    reply = talk.says(question)

    assert said in reply.text
    assert not amounts(reply.text)
    assert "7 万元" in talk.says("多少钱").text


@pytest.mark.parametrize("question", ["水文站属于哪", "水文站归哪管", "水文站属于谁", "水文站归谁管"])
def test_asked_by_one_word(talk: Talk, question: str) -> None:
    """Where nothing but 哪 or 谁 is said, a unit's department is asked for, and no money."""
    reply = talk.asks(question)

    assert "主管部门及代码：“青禾县水务局”" in reply.text
    assert not amounts(reply.text)
