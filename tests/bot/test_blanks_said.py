"""Projects whose amounts nobody filled in: counted where projects are counted, named where amounts are worked with."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import Reply, answer

Asks = Callable[[str], Reply]
SEEDS, WOODS = "青禾县种子站", "青禾县林场"


def test_counts_need_no_amount(asks_county: Asks) -> None:
    """A project without a readable amount is a project of its unit all the same."""
    reply = asks_county("各单位各有几个项目")

    assert "青禾县国库支付中心 2 个项目" in reply
    assert "没有计入" not in reply


def test_a_part_that_is_not_filled_in(memory: Store) -> None:
    """Where some forms print no such kind of money the share says so: a blank is not 0."""
    made = [
        makers.target("良种繁育", unit=SEEDS, yuan="100000", amounts={"annual/fiscal": "60000"}),
        makers.target("种质保存", unit=SEEDS, yuan="100000", table=2),
    ]
    makers.load(memory, makers.statement(*made))
    reply = answer(conversation_of(memory), "种子站的财政拨款占多少")

    assert "占 30%" in reply
    assert "1 个项目没有可读的财政拨款，没有计入（没有填写不等于 0）" in reply


def _two_years(store: Store, *, later: str | None) -> Conversation:
    """A project of both years, whose later amount may be blank, beside one that is filled in."""
    for year, yuan in ((2023, "100000"), (2024, later)):
        document = f"林场{year}"
        made = [
            makers.target("苗木补植", unit=WOODS, year=year, yuan=yuan, document=document),
            makers.target("森林防火", unit=SEEDS, year=year, yuan="50000", document=document, table=2),
        ]
        makers.load(store, makers.statement(*made, document=document))
    return conversation_of(store)


@pytest.mark.parametrize(
    ("question", "said", "never"),
    [
        ("各单位2024年比2023年多多少", f"{WOODS} 10 万元（1 个项目） → 1 个项目没有可读的金额", "没有项目"),
        ("2024年跟2023年比有什么变化", "看不出增减 1 个", "没变 2 个"),
        ("苗木补植2024年跟2023年比有什么变化", "没法比：", "一样多"),
        ("所有项目2024年比2023年多多少", "另有 1 个项目有一年没有可读的金额", "没有计入"),
        (f"{WOODS}和{SEEDS}2024年比2023年多多少", "另有 1 个项目没有可读的金额，没有计入", "2024年没有；"),
    ],
)
def test_a_blank_is_no_change(memory: Store, question: str, said: str, never: str) -> None:
    """Between years a blank is neither “no project” nor “unchanged”."""
    reply = answer(_two_years(memory, later=None), question)

    assert said in reply, reply.text
    assert never not in reply


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("预算超过5万但没有满意度指标的项目", "良种繁育"),
        ("预算在5万以上又没有满意度指标的项目有哪些", "良种繁育"),
    ],
)
def test_what_limits_is_not_what_is_blank(memory: Store, question: str, found: str) -> None:
    """预算 before a limit is the amount that is limited, and filled in."""
    satisfied = [makers.indicator()]
    made = [
        makers.target("良种繁育", unit=SEEDS, yuan="100000"),
        makers.target("种质保存", unit=SEEDS, yuan="100000", indicators=satisfied, table=2),
    ]
    makers.load(memory, makers.statement(*made))
    reply = answer(conversation_of(memory), question)

    assert found in reply
    assert [] == [other.project for other in made if other.project != found and other.project in reply.text]


def test_what_is_left_is_no_blank(asks_county: Asks) -> None:
    """“还剩多少没安排” asks of money that no form knows, and for no hints about forms."""
    reply = asks_county("还剩多少没安排")

    assert reply.kind != "answer"
    assert "请核对" not in reply
