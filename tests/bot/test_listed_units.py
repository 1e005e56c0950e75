"""Units of a list that are said by less than their names."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

_FOREST = {"department": "青禾县林业局", "code": "301"}


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Two towns with a finance office each, and a bureau with three units below it, one of which shares a word with a project."""
    rows = (
        ("村庄保洁", "青禾县柳渡镇人民政府", "400000", {}),
        ("村庄保洁", "青禾县石桥镇人民政府", "300000", {}),
        ("驻村补贴", "青禾县柳渡镇财政所", "50000", {}),
        ("驻村补贴", "青禾县石桥镇财政所", "20000", {}),
        ("天然林管护", "青禾县林业局", "1000000", _FOREST),
        ("林场防火道路（一期）", "青禾县国有东山林场", "700000", _FOREST),
        ("林场防火道路（二期）", "青禾县国有东山林场", "100000", _FOREST),
        ("巡护装备", "青禾县森林防火站", "90000", _FOREST),
        ("油茶示范", "青禾县油茶产业中心", "600000", _FOREST),
    )
    targets = (
        makers.target(project, unit=unit, yuan=yuan, table=number, **more)
        for number, (project, unit, yuan, more) in enumerate(rows, 1)
    )
    makers.load(memory, makers.statement(*targets))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("柳渡镇政府和财政所一共多少", "合计 45 万元"),
        ("柳渡镇和财政所一共多少", "合计 45 万元"),
        ("柳渡镇财政所和镇政府今年一共多少", "合计 45 万元"),
        ("石桥镇和它的财政所加起来多少", "合计 32 万元"),
        ("柳渡镇和石桥镇财政所一共多少", "合计 42 万元"),  # two towns are named
        ("柳渡镇财政所和石桥镇财政所一共多少", "合计 7 万元"),
        ("两家财政所一共多少", "合计 7 万元"),
        ("林业局本级、林场、防火站各多少", "青禾县国有东山林场 80 万元"),
        ("林业局本级 林场 防火站各多少", "合计 189 万元"),
        ("林业局除了油茶中心和林场一共多少", "含所属单位：2 个项目，109 万元"),
        ("林业局除了油茶中心和林场还有多少", "含所属单位：2 个项目，109 万元"),
    ],
)
def test_whose_they_are(bot: Conversation, question: str, told: str) -> None:
    """What stands behind a unit in a list is of its town, or the only unit that is called so."""
    reply = answer(bot, question)

    assert reply.kind == "answer", reply.text
    assert told in reply


@pytest.mark.parametrize("question", ["林业局和林场防火道路二期一共多少", "柳渡镇和水利站一共多少"])
def test_what_is_none_of_them(bot: Conversation, question: str) -> None:
    """A project's name is no unit, nor is a word that no unit's name ends with."""
    assert "110 万元" not in answer(bot, question)
    assert answer(bot, question).kind != "answer" or "林场防火道路（二期）" in answer(bot, question)
