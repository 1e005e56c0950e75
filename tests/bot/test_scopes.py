"""本级 and 含所属: which units a figure, a count or a list covers, and that it says so."""

from collections.abc import Callable

import pytest

from tests.bot import honesty
from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("交通局几个项目，含所属几个", ["2 个", "5 个"], []),
        ("交通局光自己的多少钱", ["合计 130 万元", "青禾县交通局本级"], ["151"]),
        ("交通局带起下头的一起多少钱", ["合计 151 万元"], []),
        ("交通局口子上总共多少", ["合计 151 万元"], []),
        ("交通局有几个项目", ["本级有 2 个项目，含所属单位共 5 个", "本级合计 130 万元，含所属合计 151 万元"], []),
        ("交通局有哪些项目", ["本级有 2 个项目，含所属单位共 5 个", "1. 青禾县交通局「公路养护」"], []),
        ("交通局10万以上的项目有哪些", ["本级有 2 个项目，含所属单位共 3 个", "「路灯改造」"], ["「工作经费」"]),
        ("交通局一共多少钱", ["本级：2 个项目，130 万元", "含所属单位：5 个项目，151 万元", "青禾县公路站 17 万元"], []),
        ("交通局总盘子多少", ["130 万元", "151 万元"], []),
        ("交通局本级多少", ["合计 130 万元", "青禾县交通局本级"], ["151"]),
        ("交通局本级有几个项目", ["青禾县交通局本级共 2 个项目"], ["公路站"]),
        ("交通局一共多少，不含下属单位", ["合计 130 万元", "本级"], ["151"]),
        ("交通局一共多少，别把下面的算进去", ["合计 130 万元"], ["151"]),
        ("交通局一共多少，别把下面的客运站算进去", ["130 万元", "147 万元", "不含客运站（青禾县客运站）"], ["151"]),
        ("交通局含下属单位一共多少", ["合计 151 万元", "青禾县交通局及所属单位"], []),
        ("交通局一共多少 包括公路站那些下属", ["合计 151 万元"], []),
        ("交通局下属单位连本级一共多少", ["合计 151 万元", "青禾县交通局及所属单位"], []),
        ("交通局下属单位加上局本级有几个项目", ["及所属单位共 5 个项目"], []),
        ("交通局连同下属单位有几个项目", ["及所属单位共 5 个项目"], []),
        ("交通系统一共多少", ["合计 151 万元", "交通系统指青禾县交通局及所属单位"], []),
        ("交通系统多少钱", ["合计 151 万元"], []),
        ("交通局含下属单位多少钱", ["合计 151 万元"], []),
        ("交通系统有哪些项目", ["有 5 个项目", "「路灯改造」"], []),
        ("交通局下属单位一共多少钱", ["合计 21 万元", "所属单位指青禾县公路站、青禾县客运站"], ["130"]),
        ("交通局 今年 下属 一共多少", ["合计 21 万元"], ["130"]),
        ("交通局，下属一共多少", ["合计 21 万元"], ["130"]),
        ("交通局今年除路灯改造外下属多少", ["合计 9 万元"], ["139"]),
        ("交通局今年除了公路站以外下属一共多少", ["4 万元"], ["134"]),
        ("交通局和它的下属单位一共多少", ["合计 151 万元"], []),
        ("交通局下属的公路站和数据局一共多少", ["合计 35 万元"], []),
        ("交通局本级几个项目，下属几个", ["青禾县交通局本级 2 个项目", "青禾县交通局所属单位 3 个项目"], []),
        ("交通局本级和下属各多少", ["青禾县交通局本级 130 万元", "青禾县交通局所属单位 21 万元"], []),
        ("交通局下属多少，本级多少", ["青禾县交通局本级 130 万元", "青禾县交通局所属单位 21 万元"], []),
        ("交通局、数据局含下属各多少", ["青禾县交通局含所属 151 万元", "青禾县数据局含所属 18 万元"], []),
        ("交通局本级多少，含下属多少", ["130 万元", "151 万元", "两种口径"], []),
        ("交通局有哪些下属单位", ["青禾县公路站", "青禾县客运站"], []),
        ("交通局有几个下属单位", ["有 2 个单位"], []),
        ("交通局下面的客运站多少钱", ["4 万元"], ["130"]),
        ("交通局最多的项目", ["「公路养护」", "只算本级"], []),
        ("交通局含所属最少的项目", ["青禾县客运站「工作经费」"], ["只算本级"]),
        ("交通局和数据局一共多少", ["合计 148 万元", "只算本级"], []),
        ("交通局2024年比2023年多多少", ["多 40 万元", "只算本级"], []),
        ("哪个乡镇的项目最多", ["柳渡镇人民政府，2 个项目"], []),
        ("交通局和下属公路站一共多少", ["合计 147 万元"], ["151"]),
        ("交通局含客运站一共多少", ["134 万元"], ["151"]),
        ("交通局算上各站一共多少", ["合计 151 万元"], []),
        ("交通局有哪些项目，下属单位的也列出来", ["及所属单位有 5 个项目"], []),
        ("交通局有哪些项目，各站的也要", ["有 5 个项目", "「桥梁检测」", "「路灯改造」"], []),
        ("交通局一共多少，把客运站也算进去", ["134 万元"], ["151"]),
        ("交通局只算本级多少", ["合计 130 万元"], ["151"]),
        ("交通局全口径一共多少", ["合计 151 万元"], []),
        ("数据局有几个项目", ["共 3 个项目"], ["本级", "所属"]),
    ],
)
def test_which_units_are_meant(
    asks_towns: Asks, towns_stated: honesty.Stated, question: str, said: list[str], unsaid: list[str]
) -> None:
    """Where the question does not say which scope it means both are shown, labelled; never a mixture."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert [] == [words for words in said if words not in reply], reply.text
    assert [] == [words for words in unsaid if words in reply], reply.text
    honesty.check(question, reply, towns_stated)


def test_subtotals_are_facts(asks_towns: Asks) -> None:
    """The sum of a subordinate unit stands in the reply, and so among its facts, with its summands."""
    facts = asks_towns("交通局一共多少钱").facts
    sums = [[facts[i]["yuan"] for i in fact["of"]] for fact in facts if fact.get("yuan") == "170000.00"]

    assert [["50000.00", "120000.00"]] == sums


@pytest.mark.parametrize("question", ["信息系统运维多少钱", "信息系统多少钱"])
def test_a_system_that_is_no_branch(asks_towns: Asks, question: str) -> None:
    """系统 behind what no office is called is a word of a project's name."""
    assert "预算安排 6 万元：青禾县数据局「信息系统运维」" in asks_towns(question)


@pytest.mark.parametrize("question", ["下属单位一共多少钱", "本级一共多少", "含下属一共多少钱"])
def test_a_scope_of_no_unit(asks_towns: Asks, question: str) -> None:
    """Without a unit nobody knows whose subordinate units are meant."""
    reply = asks_towns(question)

    assert reply.kind == "clarify"
    assert set() == honesty.amounts(reply.text)


def test_the_scope_may_follow(towns: Chat) -> None:
    """“本级呢” and “含所属呢” say which of the two."""
    towns.says("交通局一共多少钱")

    assert "151" not in towns.says("本级呢")
    assert "合计 151 万元" in towns.says("含所属呢")
    assert "两种口径" in towns.says("那交通局一共多少")


@pytest.mark.parametrize(
    "question",
    [
        "省里给交通局下达了多少",
        "上面拨给交通局多少钱",
        "上级给客运站的补助多少",
        "中央给公路养护补了多少",
        "国家下拨给公路站多少",
    ],
)
def test_money_from_above(asks_towns: Asks, question: str) -> None:
    """What a higher level of government gives is told by no form: no figure of the unit's own is stated for it."""
    reply = asks_towns(question)

    assert ("clarify", []) == (reply.kind, reply.facts)
    assert "文件只按财政拨款、上年结转、其他资金列" in reply


@pytest.mark.parametrize(
    "question", ["财政给客运站安排了多少", "县里给客运站安排了多少", "县财政拨给客运站多少钱", "财政局给客运站多少"]
)
def test_money_from_here(asks_towns: Asks, question: str) -> None:
    """Whose budget it is anyhow limits nothing, and 财政 is not asked about."""
    reply = asks_towns(question)

    assert reply.text.startswith("预算安排 4 万元")
    assert "未用到" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("交通系统去年和今年的总数分别是多少", ("1. 2023年 94.5 万元", "2. 2024年 151 万元")),
        ("交通系统各年一共多少", ("1. 2023年 94.5 万元", "2. 2024年 151 万元")),
        ("交通局不含公路站 今年", ("含所属单位：3 个项目，134 万元",)),
        ("交通系统今年连公路站一共多少", ("合计 151 万元",)),
        ("交通局今年连客运站一共多少", ("合计 134 万元",)),
    ],
)
def test_sums_of_a_branch(towns: Chat, question: str, said: tuple[str, ...]) -> None:
    """A system has a sum a year; what is left without one of its units, or with it, is a sum as well."""
    reply = towns.says(question)

    assert all(words in reply for words in said), reply.text


@pytest.mark.parametrize("question", ["交通局下属和数据局一共多少", "数据局本级和交通局下属一共多少"])
def test_below_one_of_two(asks_towns: Asks, question: str) -> None:
    """Those below one unit beside another unit itself are no one scope: it is said so, without a figure."""
    reply = asks_towns(question)

    assert reply.kind == "clarify", reply.text
    assert "“下属”" in reply
