"""Sums of some of the projects name which they are; what is counted is added up as well, where that is asked too."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import answer


@pytest.fixture
def some(memory: Store) -> Store:
    """Three projects a year: two are 常年项目, one is large, two have 其他资金."""
    for year, more in ((2023, 0), (2024, 10000)):
        document = f"青禾县{year}年度项目支出绩效目标"
        rows = [
            ("青禾县财政局", "网络运维", 900000, "常年项目", 50000),
            ("青禾县国库中心", "工作经费", 100000, "常年项目", 0),
            ("青禾县林业局", "工作经费", 200000, "一次性项目", 30000),
        ]
        targets = [
            makers.target(
                project,
                unit=unit,
                year=year,
                yuan=str(yuan + more),
                amounts={"annual/other": str(other)} if other else {},
                attribute=kind,
                document=document,
                table=n,
            )
            for n, (unit, project, yuan, kind, other) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    return memory


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("今年常年项目合计年度金额", "合计 102 万元：2024年“常年项目”预算安排"),
        ("常年项目平均多少", "2024年“常年项目”预算安排，2 个项目"),
        ("今年超过50万的项目合计", "预算高于50万的「网络运维」预算安排"),
        ("今年超过15万的项目合计", "2024年预算高于15万的项目预算安排"),
        ("今年一共多少", "合计 123 万元：2024年预算安排，3 个项目"),
        ("今年有其他资金的项目有几个，一共多少", "“其他资金”合计 8 万元"),
        ("工作经费今年一共几家合计多少", "合计 32 万元"),
        ("今年和去年都有的项目合计多少", "合计：2023年 120 万元，2024年 123 万元"),
    ],
)
def test_of_which_the_sum_is(some: Store, question: str, said: str) -> None:
    """A sum without its condition would be read as that of the year."""
    reply = answer(conversation_of(some), question)

    assert said in reply, reply.text
    sums = [fact for fact in reply.facts if fact.get("op") == "sum"]
    assert all(fact["of"] for fact in sums)


@pytest.mark.parametrize("question", ["今年有其他资金的项目有几个", "工作经费今年一共几家", "今年有其他资金的项目一共多少个"])
def test_only_how_many(some: Store, question: str) -> None:
    """Nothing is added up where only a number is asked for."""
    assert "合计" not in answer(conversation_of(some), question)


@pytest.mark.parametrize(
    "question", ["超过5万的有哪些，加起来多少", "今年超过5万的有哪些一共多少", "带工作的项目有哪些，合计多少"]
)
def test_what_is_added_up_is_listed_where_that_is_asked(some: Store, question: str) -> None:
    """“有哪些” beside a sum lists what it is of."""
    reply = answer(conversation_of(some), question)

    assert reply.text.startswith("合计 ")
    assert "1. 青禾县" in reply
    assert "青禾县林业局" in reply
