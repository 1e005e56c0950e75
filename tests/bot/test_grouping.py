"""A figure of each unit, year or department."""

from collections.abc import Callable

import pytest

from tests.bot import honesty
from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("各乡镇分别多少钱", ["柳渡镇人民政府 50 万元（2 个项目）", "云峰乡人民政府 20 万元（1 个项目）", "合计 100 万元"]),
        ("各乡镇政府合计分别多少", ["柳渡镇人民政府 50 万元（2 个项目）"]),
        ("各单位分别多少钱", ["青禾县交通局 130 万元（2 个项目）", "合计 292 万元"]),
        ("每个单位一共多少钱", ["青禾县公路站 17 万元（2 个项目）"]),
        ("各乡镇几个项目各多少钱", ["柳渡镇人民政府 50 万元（2 个项目）", "合计 100 万元"]),
        ("各单位有几个项目，分别多少钱", ["青禾县公路站 17 万元（2 个项目）", "合计 292 万元"]),
        ("按单位统计一下预算", ["青禾县公路站 17 万元（2 个项目）"]),
        ("各部门分别多少钱", ["青禾县交通局 151 万元（5 个项目）", "含所属单位"]),
        ("交通局和下属单位各自多少钱", ["青禾县交通局 130 万元", "青禾县公路站 17 万元", "青禾县客运站 4 万元"]),
        ("交通局各单位分别多少", ["青禾县客运站 4 万元"]),
        ("每年的项目总额各是多少", ["2023年 132.5 万元（3 个项目）", "2024年 292 万元（14 个项目）"]),
        ("2023、2024年每年总额", ["2023年 132.5 万元", "2024年 292 万元"]),
        ("2023和2024年分别一共多少钱", ["2023年 132.5 万元", "2024年 292 万元"]),
        ("交通局每年多少钱", ["2023年 本级 90 万元（1 个项目），含所属单位 94.5 万元（2 个项目）", "2024年 本级 130 万元"]),
        ("交通局含下属单位每年总额", ["2023年 94.5 万元", "2024年 151 万元"]),
        ("各单位最多的项目", ["青禾县公路站 「路灯改造」 12 万元"]),
        ("每个乡镇最少的项目是哪个", ["柳渡镇人民政府 「工作经费」 10 万元"]),
        (
            "各乡镇2024年比2023年多多少",
            ["柳渡镇人民政府 38 万元（1 个项目） → 50 万元（2 个项目），多 12 万元", "没有项目 → 30 万元"],
        ),
        ("各单位有几个项目", ["青禾县公路站 2 个项目"]),
        ("各部门项目数", ["青禾县交通局 5 个项目"]),
        ("各乡镇平均每个项目多少", ["柳渡镇人民政府 25 万元（2 个项目）"]),
        ("各学校分别多少钱，校园保安经费不算", []),
        ("各乡镇分别多少钱，不含工作经费", ["柳渡镇人民政府 40 万元（1 个项目）", "合计 90 万元", "不含「工作经费」"]),
        ("2023年各乡镇分别多少", ["柳渡镇人民政府 38 万元", "云峰乡人民政府、石桥镇人民政府没有这样的项目"]),
    ],
)
def test_a_figure_of_each(asks_towns: Asks, towns_stated: honesty.Stated, question: str, said: list[str]) -> None:
    """Each group has its own figure, which is worked out of the facts of its own targets."""
    reply = asks_towns(question)

    assert [] == [words for words in said if words not in reply], reply.text
    assert "未用到" not in reply
    honesty.check(question, reply, towns_stated)


def test_years_are_not_added_up(asks_towns: Asks) -> None:
    """What was carried over stands in two years: their totals have no sum unasked."""
    assert "424.5" not in asks_towns("每年的项目总额各是多少")


def test_the_groups_may_follow(towns: Chat) -> None:
    """Another year keeps the groups; “一共” is one figure again."""
    towns.says("各乡镇分别多少钱")

    assert "柳渡镇人民政府 38 万元" in towns.says("2023年呢")
    assert "合计 38 万元" in towns.says("一共多少")
