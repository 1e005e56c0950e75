"""Sums, means, places and shares as people at work ask for them: of how many, in which scope, without what."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from store.database import Store
from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("部门含下属，谁最多谁第二", ["1. 青禾县交通局 151 万元", "2. 柳渡镇人民政府 50 万元"]),
        ("哪两个部门最多，含所属", ["1. 青禾县交通局 151 万元", "2. 柳渡镇人民政府 50 万元"]),
        ("含所属的话哪个部门第一", ["最多的是青禾县交通局：151 万元"]),
        ("含所属谁排第二", ["第 2 多的是柳渡镇人民政府：50 万元"]),
        ("哪个主管部门排第一", ["最多的是青禾县交通局：151 万元"]),
        ("哪个单位最多（只看本级）", ["最多的是青禾县交通局：130 万元（本级 2 个项目相加）"]),
        ("只算本级，哪个单位第二", ["第 2 多的是柳渡镇人民政府：50 万元"]),
        ("哪个单位最多，第二是谁", ["1. 青禾县交通局 130 万元", "2. 柳渡镇人民政府 50 万元"]),
        ("哪个项目最少，第二呢", ["1. 青禾县数据局「对外宣传经费」 3 万元", "2. 青禾县客运站「工作经费」 4 万元"]),
        ("最少的是哪两个项目", ["1. 青禾县数据局「对外宣传经费」 3 万元", "2. 青禾县客运站「工作经费」 4 万元"]),
        ("哪两个乡镇最多", ["1. 柳渡镇人民政府 50 万元", "2. 石桥镇人民政府 30 万元"]),
    ],
)
def test_places(asks_towns: Asks, question: str, said: list[str]) -> None:
    """An ordinal beside a rank is a place, a number behind 哪 how many are asked for, and a scope that is said is taken."""
    reply = asks_towns(question)

    assert reply.kind == "answer"
    assert not [words for words in said if words not in reply]


@pytest.mark.parametrize("question", ["最多的比第二多多少", "哪个项目比平均数高"])
def test_nothing_to_set_beside(asks_towns: Asks, question: str) -> None:
    """Where no side of a comparison is a name, a unit or a year, all that there is are no sides."""
    reply = asks_towns(question)

    assert reply.kind == "clarify"
    assert "万元" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("三个环境保洁经费一共多少", "合计 90 万元"),
        ("几家的环境保洁经费加起来多少", "合计 90 万元"),
        ("环境保洁经费2024三家合计", "合计 90 万元"),
        ("环境保洁经费有几家，一共多少", "合计 90 万元"),
        ("交通局一共多少，公路站不要算", "2. 含所属单位：3 个项目，134 万元"),
        ("交通局公路养护那一座不算，一共多少", "1. 青禾县交通局本级：1 个项目，30 万元"),
        ("今年除公路养护和桥梁检测，最大的一笔是", "最多的是柳渡镇人民政府「环境保洁经费」：40 万元"),
        ("环境保洁经费一共多少元（不要万元）", "合计 900000 元"),
        ("公路养护结转占多少钱", "上年结转（预算安排） 20 万元"),
        ("公路养护总额、上年结转各是多少", "上年结转（预算安排） 20 万元"),
        ("柳渡镇的家底给我摆摆", "合计 50 万元"),
        ("交通局和所属公路站一共多少", "所属的青禾县客运站不在内"),
        ("桥梁检测、石桥镇环境保洁经费各多少", "1. 青禾县交通局「桥梁检测」 30 万元"),
        ("环境保洁、路灯改造、柳渡镇工作经费各多少", "2024年柳渡镇人民政府没有「路灯改造」"),
        ("今年一共多少、哪个单位最多，还有三个乡镇合计", "合计 100 万元"),
        ("有上年结转的项目，把名字和结转数列全", "青禾县交通局「公路养护」 上年结转 20 万元"),
        ("三个乡镇里头谁家没有工作经费", "2. 石桥镇人民政府"),
        ("公路养护付了几成", "“付了几成”答不了"),
    ],
)
def test_sums(asks_towns: Asks, question: str, said: str) -> None:
    """What is counted, left out or listed in whatever words is in the figure, or out of it, and is said."""
    assert said in asks_towns(question)


@pytest.mark.parametrize(
    "question",
    [
        "两个环境保洁经费一共多少",  # there are three
        "最大的单位里公路养护占多大比例",  # a place is no whole
        "环境保洁、检修、桥梁检测各多少",  # one of the list is not understood
        "全县总额和财政拨款分别是多少",  # two sums
    ],
)
def test_no_figure_over_what_is_not_followed(asks_towns: Asks, question: str) -> None:
    """It is named, or asked about, and no figure is given beside it."""
    reply = asks_towns(question)

    assert reply.kind == "clarify"
    assert "万元" not in reply


def test_going_on(towns_store: Store) -> None:
    """Places, years and limits of what was told before are of that, and of nothing else."""
    chat = Chat(conversation_of(towns_store))

    assert "年多 159.5 万元" in chat.says("2024年比2023年多多少")
    assert "青禾县交通局 151 万元" in chat.says("哪两个部门最多，含所属")  # of one year
    assert "占 7.95%" in chat.says("第一名里路灯改造占多少")
    assert "100 万元" in chat.says("公路养护2024年")
    assert "90 万元" in chat.says("那2023年")
    assert "多 10 万元" in chat.says("涨了多少")
    assert "有 4 个项目" in chat.says("2024年30万以上的项目有哪些")
    assert "有 1 个项目" in chat.says("其中超过50万的")


def test_a_place_that_does_not_hold_it(towns_store: Store) -> None:
    """The share of a project in the second of a ranking that does not have it is no share in its own unit."""
    chat = Chat(conversation_of(towns_store))
    chat.says("哪两个部门最多，含所属")

    assert "没有给出数" in chat.says("第二名里路灯改造占多少")
