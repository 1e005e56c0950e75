"""Sums over things that are named in one breath or only counted: of just these, and of none where there are others."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Reply
from tests.bot.honesty import amounts

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("智慧校园一二期一共", "200 万元"),
        ("智慧校园一、二期加起来", "200 万元"),
        ("智慧校园前两期一共多少", "200 万元"),
        ("智慧校园两期加一块", "200 万元"),
        ("智慧校园两期里哪期最多", "120 万元"),
        ("第三中学三个项目一共多少", "246 万元"),
        ("智慧校园操场改造一共多少", "246 万元"),
        ("驻村帮扶两家一共", "6.4 万元"),
        ("驻村帮扶2024年两家各多少", "3.2 万元"),
        ("驻村帮扶经费两家平均", "3.2 万元"),
        ("2024年第三中学平均每项多少", "82 万元"),
        ("青禾县财政局网络运维两年加一块，结转说清楚", "55 万元"),
        ("青禾县财政局网络运维两年一共 其中结转多少", "55 万元"),
        ("2024年第三中学是不是5个项目", "3 个项目"),
    ],
)
def test_of_just_these(asks_county: Asks, question: str, figure: str) -> None:
    """What is listed, counted or said side by side is what is added up."""
    reply = asks_county(question)

    assert reply.kind == "answer", reply.text
    assert figure in reply
    assert "未用到" not in reply


@pytest.mark.parametrize(
    "question",
    [
        "智慧校园一二三期一共多少",
        "智慧校园三期加起来多少",
        "第三中学四个项目一共多少",
        "驻村帮扶三家一共多少",
        "驻村帮扶三个镇一共多少",
        "路灯操场改造工程一共多少",
    ],
)
def test_of_others(asks_county: Asks, question: str) -> None:
    """Where there are not as many, or one of the names is none, something else is meant: no figure is given."""
    reply = asks_county(question)

    assert reply.kind != "answer", reply.text
    assert not amounts(reply.text)


@pytest.mark.parametrize("question", ["一二三期一共多少", "前两期一共多少", "一到三期合计"])
def test_phases_of_nothing(asks_towns: Callable[[str], Reply], question: str) -> None:
    """Where no project is spoken of they are no sum of everything."""
    reply = asks_towns(question)

    assert "not_found" == reply.kind, reply.text
    assert [] == reply.facts
