"""Shares of what comes first, of what is within limits, of each of several, of what is left, and of 全局 and 全镇."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Reply
from tests.bot.honesty import amounts

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "rate", "part", "whole"),
    [
        ("2024年最大的项目占全县多少", "34.25%", "100 万元", "292 万元"),
        ("2024年最大的两个项目合计占全县百分之几", "47.95%", "140 万元", "292 万元"),
        ("2024年哪个单位占比最大", "44.52%", "130 万元", "292 万元"),
        ("2024年10万以下的项目占全县几成", "15.41%", "45 万元", "292 万元"),
        ("2024年一次性项目占全县多少", "10.27%", "30 万元", "292 万元"),
        ("2024年数据局最大的一笔占全局多少", "50%", "9 万元", "18 万元"),
        ("柳渡镇环境保洁占全镇多少", "80%", "40 万元", "50 万元"),
        ("柳渡镇环境保洁占全镇的一半以上吗", "80%", "40 万元", "50 万元"),
        ("柳渡镇环境保洁占三个镇的百分之几", "44.44%", "40 万元", "90 万元"),
        ("2024年工作经费谁家最多，占三家的百分之几", "52.63%", "10 万元", "19 万元"),
        ("柳渡镇工作经费占三家多少", "52.63%", "10 万元", "19 万元"),
        ("数据局不含对外宣传，信息系统运维占剩下的多少", "40%", "6 万元", "15 万元"),
        ("数据局不算对外宣传 信息系统运维占多少", "40%", "6 万元", "15 万元"),
        ("2024年财政拨款占总额多少", "27.4%", "80 万元", "292 万元"),
        ("交通局含所属占全县多少", "51.71%", "151 万元", "292 万元"),
        ("公路站工作经费占交通系统多少", "3.31%", "5 万元", "151 万元"),
    ],
)
def test_a_part_that_is_cut(asks_towns: Asks, question: str, rate: str, part: str, whole: str) -> None:
    """The part is what the words before 占 leave, the whole all that it is cut from unless another is named."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert f"占 {rate}（本系统计算" in reply.text.split("\n")[0]
    assert part in reply
    assert whole in reply


@pytest.mark.parametrize(
    ("question", "rates", "whole"),
    [
        ("2024年工作经费三家各占多少", ("52.63%", "26.32%", "21.05%"), "19 万元"),
        ("2024年数据局各项目占比", ("50%", "33.33%", "16.67%"), "18 万元"),
        ("2024年各单位占全县百分之几", ("44.52%", "17.12%", "10.27%"), "292 万元"),
    ],
)
def test_each_of_several(asks_towns: Asks, question: str, rates: tuple[str, ...], whole: str) -> None:
    """The whole is said once, then each part with its rate, the largest first."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert whole in reply.text.split("\n")[0]
    assert [reply.text.index(rate) for rate in rates] == sorted(reply.text.index(rate) for rate in rates)


def test_what_is_no_part_of_it(asks_county: Asks) -> None:
    """Of two projects the one that is not in the whole is named, rather than left out in silence."""
    reply = asks_county("2024年网络运维和操场改造分别占青禾县财政局百分之几")

    assert "操场改造" in reply


@pytest.mark.parametrize(
    "question",
    [
        "公路养护占全镇多少",  # no town is named
        "全镇一共多少钱",
        "工作经费占全部工作经费多少",  # 100 % of itself
        "数据局占数据局多少",
        "2024年最大的和最小的占全县多少",
        "2024年工作经费四家各占多少",  # there are three
    ],
)
def test_no_share(asks_towns: Asks, question: str) -> None:
    """A whole that is not there, the part as its own whole, and two questions at once have no share."""
    reply = asks_towns(question)

    assert reply.kind in ("clarify", "not_found"), reply.text
    assert not amounts(reply.text.replace(question, ""))
