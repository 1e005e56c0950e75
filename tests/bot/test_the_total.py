"""“总额呢” after one kind of money: what all kinds come to, and not that kind once more."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

BUREAU, STATION = "青禾县水务局", "青禾县灌溉站"


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Projects of two units whose money is of several kinds."""
    rows = [
        ("渠道维修", BUREAU, "1000000", "700000", "300000"),
        ("闸门更换", BUREAU, "600000", "600000", None),
        ("泵站改造", STATION, "900000", "800000", "100000"),
    ]
    targets = [
        makers.target(
            project,
            unit=unit,
            yuan=total,
            amounts={"annual/fiscal": fiscal, **({"annual/other": other} if other else {})},
            table=place,
        )
        for place, (project, unit, total, fiscal, other) in enumerate(rows, 1)
    ]
    makers.load(memory, makers.statement(*targets))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("水务局财政拨款一共多少", "总额呢"), "合计 160 万元"),
        (("全县财政拨款合计", "总额呢"), "合计 250 万元"),
        (("水务局其他资金多少", "那总额呢"), "合计 160 万元"),
        (("渠道维修财政拨款多少", "总额呢"), "预算安排 100 万元"),
        (("财政拨款最多的项目", "总额最多的呢"), "「渠道维修」：100 万元"),
        (("财政拨款最多的项目", "总额呢"), "预算安排 90 万元"),
        (("水务局多少钱", "财政拨款总额呢"), "130 万元"),  # that kind is said once more
    ],
)
def test_all_kinds_together(chat: Chat, turns: tuple[str, ...], said: str) -> None:
    """The kind of money that was told is not carried over, where the total is said; one that is said with it is."""
    reply = [chat.says(turn) for turn in turns][-1]

    assert said in reply.text, reply.text
