"""What rose or fell and has a kind of money beside that; what has neither of two kinds."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

BUREAU = "青禾县水利局"


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Of two projects that rose the newer form of one has carried-over money, as has that of one that fell."""
    rows = (
        ("堤防加固", "300000", "400000", {"annual/carryover": "50000"}),
        ("水库巡查", "300000", "350000", {"annual/carryover": "0", "annual/other": "0"}),
        ("河道保洁", "300000", "200000", {"annual/carryover": "20000", "annual/other": "10000"}),
    )
    for year, document in ((2023, "青禾县水利局2023年度项目支出绩效目标"), (2024, "青禾县水利局2024年度项目支出绩效目标")):
        targets = [
            makers.target(
                project,
                unit=BUREAU,
                year=year,
                yuan=old if year == 2023 else new,
                amounts=amounts if year == 2024 else {},
                table=number,
                document=document,
            )
            for number, (project, old, new, amounts) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document, publisher=BUREAU))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("今年哪些项目增加了又有结转的", "「堤防加固」 30 万元 → 40 万元", "水库巡查"),
        ("今年增加了而且有结转的项目", "「堤防加固」 30 万元 → 40 万元", "水库巡查"),
        ("有结转又增加了的项目", "「堤防加固」 30 万元 → 40 万元", "河道保洁"),
        ("今年减少了又有结转的项目有几个", "「河道保洁」 30 万元 → 20 万元", "堤防加固"),
        ("今年结转增加了的项目", "上年结转（预算安排）没有这样的变化", "堤防加固"),
    ],
)
def test_what_is_in_the_later_form(bot: Conversation, question: str, said: str, unsaid: str) -> None:
    """The whole moved, and the form of the later year has the money; where the money itself moved that is another question."""
    reply = answer(bot, question)

    assert said in reply
    assert unsaid not in reply
