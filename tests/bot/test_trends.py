"""What went the same way year after year, of projects and of units."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

ROADS, WATER, TOWN = "青禾县交通局", "青禾县水务局", "柳渡镇人民政府"
# project, unit → 2022, 2023, 2024 in 万元; None: no form
AMOUNTS = {
    ("公路养护", ROADS): (10, 12, 15),
    ("桥梁检测", ROADS): (8, 8, 9),  # as much as the year before is no more
    ("站场改造", ROADS): (30, 20, 5),
    ("渠道清淤", WATER): (6, 7, 8),
    ("水质监测", WATER): (None, 3, 4),
    ("村道保洁", TOWN): (5, 4, 3),
}


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Three years of two bureaus and a town."""
    for n, year in enumerate((2022, 2023, 2024)):
        rows = [(name, unit, amounts[n]) for (name, unit), amounts in AMOUNTS.items() if amounts[n]]
        targets = [
            makers.target(name, unit=unit, year=year, yuan=f"{amount}0000", table=place, document=f"{year}年表")
            for place, (name, unit, amount) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=f"{year}年表"))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "expected", "others"),
    [
        ("哪些项目逐年增加", ("公路养护", "10 万元 → 12 万元 → 15 万元", "渠道清淤"), ("桥梁检测", "水质监测", "站场改造")),
        ("三年一直在涨的项目有哪些", ("公路养护", "渠道清淤", "有 2 个"), ("桥梁检测", "站场改造")),
        ("有没有项目每年都在增加", ("公路养护", "渠道清淤"), ("桥梁检测", "村道保洁")),
        ("连续三年减少的项目", ("站场改造", "村道保洁", "30 万元 → 20 万元 → 5 万元"), ("公路养护",)),
        ("交通局哪些项目一年比一年少", ("站场改造",), ("村道保洁", "公路养护")),
        ("哪些单位逐年减少", (TOWN, ROADS, "48 万元 → 40 万元 → 29 万元", "只算本级"), (WATER,)),
        ("有没有哪个单位三年预算一直在涨", (WATER, "6 万元 → 10 万元 → 12 万元"), (TOWN, ROADS)),
        ("连续两年增加的项目有哪些", ("公路养护", "桥梁检测", "水质监测", "3 万元 → 4 万元"), ("站场改造", "10 万元")),
        ("柳渡镇有没有逐年增加的项目", ("一个也没有",), ("万元 →",)),
    ],
)
def test_which_went_that_way(bot: Conversation, question: str, expected: tuple[str, ...], others: tuple[str, ...]) -> None:
    """Only what has an amount in each of the years is compared, and these are said."""
    reply = answer(bot, question)

    assert reply.kind == "answer", reply.text
    assert [] == [one for one in expected if one not in reply.text]
    assert [] == [one for one in others if one in reply.text]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("公路养护是不是一年比一年多", "2022年 10 万元"),
        ("公路养护每年多少", "2024年 15 万元"),
        ("公路养护怎么一年比一年多", "原因文件没有写"),
    ],
)
def test_of_one_its_years_are_told(bot: Conversation, question: str, expected: str) -> None:
    """Whichever way they go."""
    assert expected in answer(bot, question).text


@pytest.mark.parametrize("question", ["逐年增加最多的项目", "逐年减少的项目一共多少钱"])
def test_what_it_cannot_be_combined_with(bot: Conversation, question: str) -> None:
    """A rank or a sum of these is refused, and no figure is given."""
    assert "万元" not in answer(bot, question).text
