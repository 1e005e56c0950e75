"""Years, phases, wholes and additions that clauses and follow-ups could mix up."""

from collections.abc import Callable

import pytest

from tests.bot import honesty
from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2023年全县一共多少，2024年呢", ["合计 132.5 万元：2023年", "合计 292 万元：2024年"]),
        ("公路养护多少，2023年呢", ["预算安排 100 万元", "预算安排 90 万元"]),
        ("2023年交通局占全县多少，2024年呢", ["占 67.92%", "占 44.52%"]),
        ("2023年的环境保洁多少，2024年多少", ["38 万元", "40 万元"]),
    ],
)
def test_each_clause_has_its_year(asks_towns: Asks, towns_stated: honesty.Stated, question: str, said: list[str]) -> None:
    """A further clause with a year of its own is a further question, and no sum or share over both years."""
    reply = asks_towns(question)

    assert [] == [words for words in said if words not in reply], reply.text
    honesty.check(question, reply, towns_stated)


@pytest.mark.parametrize(
    "question",
    ["2023年的公路养护和2024年的环境保洁一共多少", "2023年的公路养护比2024年的环境保洁多多少", "公路养护中期平均每年多少"],
)
def test_what_no_plan_holds(asks_towns: Asks, question: str) -> None:
    """Each name with a year of its own, and a mean of what a term has, are asked back without a figure."""
    reply = asks_towns(question)

    assert reply.kind in ("clarify", "not_found"), reply.text
    assert [] == [fact for fact in reply.facts if fact["yuan"] is not None]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("智慧校园二期一共多少", "80 万元"),
        ("智慧校园建设项目二期合计多少", "80 万元"),
        ("智慧校园两期一共多少", "200 万元"),
        ("操场改造和智慧校园二期一共多少", "126 万元"),
    ],
)
def test_the_second_phase_or_both(asks_county: Asks, question: str, said: str) -> None:
    """二期 is the second, 两期 are both; what is named beside it stays."""
    assert said in asks_county(question)


def test_a_kind_of_money_in_a_whole_that_is_named(asks_towns: Asks) -> None:
    """“交通局结转占全县多少” divides by what the county has."""
    assert "292 万元" in asks_towns("交通局结转占全县多少")


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("柳渡镇一共多少", "加上石桥镇呢", "合计 80 万元"),
        ("柳渡镇一共多少", "再加上石桥镇一共多少", "合计 80 万元"),
        ("柳渡镇一共多少", "全县呢", "合计 292 万元"),
        ("柳渡镇最大的项目是哪个", "所有项目呢", "有 14 个项目"),
    ],
)
def test_what_comes_on_top(towns: Chat, first: str, then: str, said: str) -> None:
    """加上 adds to what was spoken of, and 全县呢 asks the same of all."""
    towns.says(first)

    assert said in towns.says(then)


def test_a_kind_that_nobody_filled_in(asks_towns: Asks) -> None:
    """A blank is no 0 in either scope."""
    reply = asks_towns("交通局2024年其他资金一共多少")

    assert "0 万元" not in reply
    assert "没有填" in reply
