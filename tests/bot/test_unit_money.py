"""The money of a unit: its projects, what they come to in both scopes, and what is asked of it next."""

from collections.abc import Callable

import pytest

from store.names import NameIndex, NameType, tokenize
from tests.bot import honesty
from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize("question", ["交通局多少钱", "交通局2024年多少", "交通局今年的钱", "2024年交通局"])
def test_a_unit_and_no_project(asks_towns: Asks, towns_stated: honesty.Stated, question: str) -> None:
    """Each of its projects, their sum, and that with the units below it."""
    reply = asks_towns(question.replace("今年", "2024年"))

    assert "青禾县交通局有 2 个项目" in reply
    assert "本级合计 130 万元；含所属单位 5 个项目，合计 151 万元（本系统相加" in reply
    assert "其中上年结转 20 万元" in reply
    assert "只含已导入的 2 份文件" in reply
    honesty.check(question, reply, towns_stated)


def test_a_unit_with_nothing_below_it(asks_towns: Asks) -> None:
    """One scope has no name."""
    reply = asks_towns("数据局多少钱")

    assert "合计 18 万元" in reply
    assert "本级" not in reply
    assert "所属" not in reply


def test_the_only_project_of_a_unit_with_others_below(asks_towns: Asks) -> None:
    """Its amount stands alone, and what it comes to with those below beside it."""
    reply = asks_towns("交通局2023年多少")

    assert "预算安排 90 万元：青禾县交通局「公路养护」2023年" in reply
    assert "含所属单位 2 个项目，合计 94.5 万元" in reply
    assert "本级合计" not in reply


@pytest.mark.parametrize(
    "question",
    [
        "交通局本级多少，含所属多少",
        "交通局总额，本级和含所属各多少",
        "交通局本级与含下属单位一共多少",
        "交通局本级比含所属少多少",
    ],
)
def test_both_scopes_said(asks_towns: Asks, question: str) -> None:
    """What is asked for in both scopes is neither of them."""
    reply = asks_towns(question)

    assert "本级：2 个项目，130 万元" in reply
    assert "含所属单位：5 个项目，151 万元" in reply


def test_with_those_below_year_by_year(asks_towns: Asks) -> None:
    """“各” of several years is told of the years, not of the units."""
    reply = asks_towns("交通局含所属，2023年和2024年各多少")

    assert "2023年 94.5 万元（2 个项目）" in reply
    assert "2024年 151 万元（5 个项目）" in reply


@pytest.mark.parametrize(
    ("first", "then", "said", "unsaid"),
    [
        ("交通局一共多少钱", "有几个项目", "本级有 2 个项目，含所属单位共 5 个", "292"),
        ("交通局多少钱", "最大的是哪个", "最多的是青禾县交通局「公路养护」", "县第一中学"),
        ("柳渡镇多少钱", "有哪些项目", "柳渡镇人民政府有 2 个项目", "青禾县交通局"),
        ("柳渡镇多少钱", "30万以上的有几个", "共 1 个项目", "青禾县交通局"),
        ("交通局含所属一共多少", "2024年比2023年多多少", "青禾县交通局及所属单位预算安排", "292"),
        ("柳渡镇多少钱", "全县一共多少", "合计 292 万元", "柳渡镇"),
        ("柳渡镇多少钱", "所有项目里最大的是哪个", "「公路养护」", "柳渡镇"),
        ("柳渡镇环境保洁多少钱", "有几个项目", "共 14 个项目", "柳渡镇人民政府共"),
    ],
)
def test_what_is_asked_next(towns: Chat, first: str, then: str, said: str, unsaid: str) -> None:
    """After a unit's money a question without a name is about the unit; one that says all of them is not."""
    towns.says(first)
    reply = towns.says(then)

    assert said in reply, reply.text
    assert unsaid not in reply


def test_among_what_it_is_the_most(asks_towns: Asks) -> None:
    """A rank says among whose projects, where the names do not."""
    assert "青禾县交通局及所属单位预算安排最多的是青禾县交通局「公路养护」" in asks_towns("交通局含所属最大的项目")


def test_a_percentage_after_a_comparison(towns: Chat) -> None:
    """“百分之几” behind a difference asks for the growth."""
    towns.says("公路养护2024年比2023年多多少")

    assert "增长 11.11%" in towns.says("百分之几")


def test_in_yuan_after_a_fact(towns: Chat) -> None:
    """“按元呢” behind a question for something else than money gives the money."""
    towns.says("桥梁检测多少钱")
    towns.says("哪个单位")

    assert "300000 元" in towns.says("按元呢")


def _units(question: str, *names: str) -> list[str]:
    index = NameIndex({NameType.UNIT: names})
    return list(dict.fromkeys(m.name for m in index.propose(tokenize(question)) if m.type is NameType.UNIT))


def test_a_place_is_its_office() -> None:
    """园区 is the 工业园区管理委员会 it is run by, and 农村 is no 农业农村局."""
    assert ["云水工业园区管理委员会"] == _units("园区多少钱", "云水工业园区管理委员会", "云水县农业农村局")
    assert [] == _units("农村多少钱", "云水工业园区管理委员会", "云水县农业农村局")


def test_what_a_rank_of_years_is_about(towns: Chat) -> None:
    """“它” after the year that has most is that year's, whoever has it."""
    towns.says("公路养护哪一年最多")

    reply = towns.says("它的财政拨款呢")
    assert "财政拨款（预算安排） 80 万元：青禾县交通局「公路养护」2024年" in reply.text


def test_the_largest_after_an_amount_was_looked_up(towns: Chat) -> None:
    """Of what has one amount there is no largest: the amount does not limit what is asked next."""
    towns.says("510.5")

    assert "「公路养护」" in towns.says("哪个项目最多")
