"""Units by what they have together, and what moved by more than so much, be it projects or units."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "units", "others"),
    [
        ("2024年哪个单位超过100万", ("交通局 130 万元",), ("柳渡镇人民政府",)),
        ("总额30万以上的单位有哪些", ("交通局 130 万元", "柳渡镇人民政府 50 万元", "石桥镇人民政府 30 万元"), ("云峰乡",)),
        ("2024年有几个单位超过40万", ("单位有 2 个", "柳渡镇人民政府 50 万元"), ("石桥镇",)),
        ("2024年3个以上项目的单位", ("数据局 18 万元（3 个项目）",), ("1. 青禾县交通局",)),
        ("2024年哪个单位有3个以上项目", ("数据局 18 万元（3 个项目）",), ("1. 青禾县交通局",)),
        ("2024年哪些乡镇超过35万", ("柳渡镇人民政府 50 万元",), ("石桥镇人民政府 30",)),
        ("2024年工作经费超过4万的单位", ("柳渡镇人民政府 10 万元", "公路站 5 万元"), ("客运站 4",)),
        ("2024年哪个单位超过1000万", ("一个也没有",), ()),
    ],
)
def test_units_within_limits(asks_towns: Asks, question: str, units: tuple[str, ...], others: tuple[str, ...]) -> None:
    """The limit is one of what the unit itself has together, which the reply says."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert "各单位只算本级" in reply
    assert all(unit in reply for unit in units), reply.text
    assert not any(unit in reply for unit in others), reply.text


def test_the_other_scope_is_named(asks_towns: Asks) -> None:
    """Where a unit is within the limits only with those below it, its name is given."""
    assert "含所属单位来算结果不同的：青禾县交通局" in asks_towns("2024年哪个单位超过140万")


@pytest.mark.parametrize("question", ["2万三是哪个单位的", "10万是哪个单位", "10万以上的项目有哪些单位"])
def test_amounts_of_projects(asks_towns: Asks, question: str) -> None:
    """An amount that is only named is one of a project; so is a limit where projects are asked for."""
    assert "各单位只算本级" not in asks_towns(question)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("2024年涨了5万以上的项目", "「公路养护」 90 万元 → 100 万元", "工作经费"),
        ("2024年涨了 5万以上的项目", "「公路养护」 90 万元 → 100 万元", "工作经费"),
        ("2024年比2023年涨了超过10%的项目", "增长 11.11%", "环境保洁"),
        ("2024年涨幅不超过6%的项目有哪些", "「环境保洁经费」 38 万元 → 40 万元", "公路养护"),
        ("2024年降了5万以上的项目", "一个也没有", "公路养护"),
        ("2024年哪个单位涨得最多", "青禾县交通局 90 万元（1 个项目） → 130 万元（2 个项目），多 40 万元", "公路站"),
        ("2024年哪些单位增加了", "青禾县公路站 4.5 万元", "石桥镇"),
        ("2024年哪些单位减少了", "一个也没有", "交通局"),
        ("2024年比2023年多了几个项目", "2024年 14 个项目", "多 159"),
        ("2024年项目比2023年多了几个", "2024年 14 个项目", "万元"),
        ("2024年的项目个数比2023年多多少", "2024年 14 个项目", "万元"),
        ("项目数比2023年多了多少", "2024年 14 个项目", "万元"),
        ("2024年比2023年多了哪些项目", "「桥梁检测」 30 万元", "公路养护"),
        ("2024年公路养护涨了几个点", "增长 11.11%", "一样多"),
        ("2024年公路养护涨几个点", "增长 11.11%", "占 "),
        ("2024年公路养护涨百分之几", "增长 11.11%", "占 "),
        ("2024年哪个乡镇涨得最多", "柳渡镇人民政府 38 万元（1 个项目） → 50 万元（2 个项目），多 12 万元", "石桥镇人民政府 30"),
        ("2024年哪个项目涨得最厉害", "「公路养护」 90 万元 → 100 万元", "环境保洁"),
        ("2023年和2024年都有的项目", "「环境保洁经费」 38 万元 → 40 万元", "桥梁检测"),
        ("2023年的项目2024年还有几个", "都有的项目有 3 个", "桥梁检测"),
    ],
)
def test_what_moved(asks_towns: Asks, question: str, said: str, unsaid: str) -> None:
    """A limit behind 涨 and 降 is one of the change; units are told by their own sums."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert said in reply
    assert unsaid not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024年柳渡镇石桥镇谁多", "柳渡镇人民政府比石桥镇人民政府多 20 万元"),
        ("2024年交通局和数据局谁的钱多", "青禾县交通局比青禾县数据局多 112 万元"),
        ("2024年交通局含所属和柳渡镇谁的钱多", "青禾县交通局含所属比柳渡镇人民政府多 101 万元"),
        ("2024年谁的钱多", "最多的是青禾县交通局：130 万元"),
        ("2024年哪个单位项目多", "青禾县数据局，3 个项目"),
        ("2024年交通局和数据局谁的项目多", "青禾县数据局 3 个项目"),
        ("公路养护哪一年给得最多", "最多的是2024年：100 万元"),
        ("柳渡镇哪年钱最少", "最少的是2023年：38 万元"),
        ("2024年最多的是桥梁检测吧", "最多的是青禾县交通局「公路养护」：100 万元"),
        ("2024年10万到35万之间最大的是谁", "30 万元"),
        ("2024年哪家给得最多", "青禾县交通局：130 万元"),
        ("2024年最大的一笔是什么", "「公路养护」：100 万元"),
        ("2024年三个乡镇平均多少", "平均每个单位 333333.33 元"),
        ("2024年工作经费最高和最低差多少", "相差 6 万元"),
        ("2024年工作经费三家相差多少", "相差 6 万元"),
        ("2024年工作经费谁多", "相差 6 万元"),
        ("2024年三四十万的项目", "预算不低于30万、预算低于50万的有 3 个项目"),
        ("2024年两个最大的项目加起来", "合计 140 万元"),
        ("2024年公路养护加桥梁检测", "合计 130 万元"),
        ("2024年公路养护+桥梁检测一共多少", "合计 130 万元"),
        ("2024年有几家单位涨了", "增加的 3 个"),
        ("交通局2023年2024年各多少", "本级 130 万元"),
        ("2024年单个项目最多多少", "「公路养护」：100 万元"),
        ("2024年带结转的项目", "「公路养护」 上年结转 20 万元"),
        ("2024年哪几个项目用了上年结转", "「公路养护」 上年结转 20 万元"),
    ],
)
def test_who_has_more(asks_towns: Asks, question: str, said: str) -> None:
    """Of two that are named a comparison, of all that there are a rank; what is guessed limits nothing."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert said in reply


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("2024年最大的两个项目", "一共多少", "合计 140 万元"),
        ("2024年最大的两个项目", "占全县多少", "占 47.95%"),
        ("2024年钱最多的两个单位", "一共多少", "合计 180 万元"),
        ("2024年钱最多的两个单位", "占全县多少", "占 61.64%"),
        ("2024年哪个单位超过100万", "40万以上的呢", "柳渡镇人民政府 50 万元"),
        ("2024年哪个单位超过100万", "2023年呢", "一个也没有"),
        ("2024年工作经费谁家最多", "占三家的多少", "占 52.63%"),
    ],
)
def test_what_goes_on(towns: Chat, first: str, then: str, said: str) -> None:
    """After a rank or a limit the next question is about those that it left."""
    towns.says(first)

    assert said in towns.says(then)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("2024年哪个项目涨得最厉害",), "增加最多的是青禾县交通局「公路养护」"),
        (("2024年涨幅最大的是哪个",), "青禾县交通局「公路养护」 90 万元 → 100 万元，多 10 万元（增长 11.11%）"),
        (("2024年哪些项目涨了", "涨得最多的呢"), "增加最多的是青禾县交通局「公路养护」"),
        (("2024年哪些项目涨了", "涨得第二多的呢"), "增加第 2 多的是柳渡镇人民政府「环境保洁经费」"),
    ],
)
def test_what_moved_most(towns: Chat, turns: tuple[str, ...], said: str) -> None:
    """The one that moved most is told first; so it is behind a list of what moved."""
    replies = [towns.says(turn) for turn in turns]

    assert said in replies[-1]
