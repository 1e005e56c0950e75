"""“2024年—2026年的项目”: the 项目期 that stands in the forms limits them, where no file is of such years."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Attribute
from tests import makers
from tests.bot.conftest import answer
from tests.bot.written import stated

ROADS = "青禾县公路站"


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Two projects of three years, which forms write in two ways, one of a year, and two of a year before."""
    periods = {"路面翻修": ("400000", "2024年—2026年"), "桥梁检测": ("100000", "2024-2026年"), "标线维护": ("50000", "2024年")}
    made = [
        stated(makers.target(name, unit=ROADS, yuan=yuan, table=n), {Attribute.PERIOD: period})
        for n, (name, (yuan, period)) in enumerate(periods.items(), start=1)
    ]
    makers.load(memory, makers.statement(*made))
    old = stated(
        makers.target("标线维护", unit=ROADS, yuan="40000", year=2023, document="旧"), {Attribute.PERIOD: "2023年—2024年"}
    )
    makers.load(memory, makers.statement(old, document="旧"))
    return conversation_of(memory)


@pytest.mark.parametrize(
    "question",
    [
        "2024年—2026年的项目有哪些",
        "2024到2026年的项目有几个",
        "项目期2024年—2026年的有几个",
        "项目期是2024年至2026年的项目",
        "公路站2024-2026年的项目",
    ],
)
def test_those_of_the_period(bot: Conversation, question: str) -> None:
    """However the form writes it, and no file of the later years is missed."""
    reply = answer(bot, question)

    assert "路面翻修" in reply, reply.text
    assert "桥梁检测" in reply
    assert "标线维护" not in reply
    assert "没有导入" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024年—2026年的项目一共多少钱", "合计 50 万元"),
        ("2024年—2026年的项目最多的是哪个", "「路面翻修」：40 万元"),
        ("2024年—2028年的项目有哪些", "没有一个项目“项目期”写“2024年—2028年”"),
        ("2023年到2024年的项目一共多少钱", "合计 59 万元"),  # files of both years are there
        ("项目期2023年到2024年的项目", "项目期“2023年—2024年”"),
        ("路面翻修2024到2026年多少", "2025、2026年的文件没有导入"),
    ],
)
def test_what_is_asked_of_them(bot: Conversation, question: str, said: str) -> None:
    """Sums and ranks are of these; years of files, and of one project, are what they were."""
    assert said in answer(bot, question)
