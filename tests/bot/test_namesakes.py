"""Units of one name under two publishers: their money is never added up unsaid."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, Reply, answer

FIRST, SECOND = "青禾县交通运输局", "白杨县交通运输局"


@pytest.fixture
def two_counties(memory: Store) -> Store:
    """A 公路站 of two counties, and another unit."""
    for publisher, yuan, year in (
        (FIRST, "100000", 2023),
        (FIRST, "150000", 2024),
        (SECOND, "700000", 2023),
        (SECOND, "600000", 2024),
    ):
        document = f"{publisher}{year}"
        made = [
            makers.target("桥梁检测", unit="公路站", yuan=yuan, year=year, document=document),
            makers.target("绿化补植", unit="公路站", yuan="20000", year=year, document=document, table=2),
        ]
        makers.load(memory, makers.statement(*made, document=document, publisher=publisher))
    other = makers.target("航道疏浚", unit="航运站", yuan="650000", document="航运")
    makers.load(memory, makers.statement(other, document="航运", publisher=FIRST))
    return memory


def _ask(store: Store, question: str) -> Reply:
    return answer(conversation_of(store), question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024年各单位分别多少钱", f"公路站（{FIRST}） 17 万元"),
        ("2024年公路站和航运站哪个多", f"公路站（{SECOND}） 62 万元"),
        ("各单位2024年比2023年多多少", f"公路站（{FIRST}） 12 万元（2 个项目） → 17 万元（2 个项目），多 5 万元"),
        ("2024年哪个单位项目最多", f"公路站（{SECOND}） 2 个"),
        ("2024年哪个单位钱最多", "航运站「航道疏浚」：65 万元"),
        ("2024年比2023年哪些项目增加了", f"公路站「桥梁检测」（{FIRST}） 10 万元 → 15 万元"),
        ("2024年比2023年哪些项目减少了", f"公路站「桥梁检测」（{SECOND}） 70 万元 → 60 万元"),
        ("2024年航运站排第几", "第 1 名：航运站2024年"),
    ],
)
def test_namesakes_are_told_apart(two_counties: Store, question: str, said: str) -> None:
    """Each has a figure of its own, with the publisher beside the name."""
    assert said in _ask(two_counties, question)


@pytest.mark.parametrize(
    "question",
    [
        "公路站2024年有没有超过50万",
        "公路站2024年一共多少钱",
        "公路站每年各多少钱",
        "公路站2024年占全部的多少",
        "公路站2024年比2023年多多少",
    ],
)
def test_a_name_of_two_is_asked_back(two_counties: Store, question: str) -> None:
    """A figure of “the” unit would be that of neither: the reply asks whose is meant, without one."""
    chat = Chat(conversation_of(two_counties))
    reply = chat.says(question)

    assert ("clarify", False) == (reply.kind, "万元" in reply), reply.text
    assert set(reply.choices) == {FIRST, SECOND}
    assert chat.says("1").kind == "answer"


def test_another_unit_has_a_project_of_that_name(two_counties: Store) -> None:
    """Where one unit has no such project in a year, and another has, the reply says whose there is not."""
    late = makers.target("绿化补植", unit="苗圃", yuan="30000", year=2023, document="苗圃")
    makers.load(two_counties, makers.statement(late, document="苗圃", publisher=FIRST))
    reply = _ask(two_counties, "苗圃的绿化补植2024年多少")

    assert "没有：已导入的2024年的文件里没有苗圃「绿化补植」。" in reply
