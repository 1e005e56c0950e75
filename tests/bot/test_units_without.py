"""Units that have no project in a year, and projects of the same amount."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Chat, Reply
from tests.bot.honesty import amounts

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    "question",
    [
        "2023年哪些乡镇没有项目",
        "2023年没有项目的乡镇有哪些",
        "哪几个乡镇2023年没报项目",
        "哪些乡镇没有2023年的文件",
        "2023年没资料的乡镇",
    ],
)
def test_units_of_other_years(asks_towns: Asks, question: str) -> None:
    """Those that another year's files hold are named, without an amount."""
    reply = asks_towns(question)

    assert "有 2 个" in reply
    assert "石桥镇人民政府" in reply
    assert "柳渡镇" not in reply
    assert not amounts(reply.text)


def test_every_unit_has_one(asks_towns: Asks) -> None:
    """Where there is no such unit it is said so."""
    assert "没有：已导入的文件里出现过的单位，2024年都有项目" in asks_towns("哪些单位没有项目")


@pytest.mark.parametrize("question", ["哪些乡镇没有工作经费", "哪几个乡镇今年没报工作经费", "没有工作经费的乡镇有哪些"])
def test_units_without_one_project(asks_towns: Asks, question: str) -> None:
    """Of a project that is named those are told that have forms of the year, and none of it."""
    reply = asks_towns(question)

    assert reply.text.startswith("2024年没有「工作经费」的乡镇有 2 个")
    assert "柳渡镇" not in reply
    assert not amounts(reply.text)


def test_every_unit_of_the_kind_has_it(asks_towns: Asks) -> None:
    """Where all of the kind have the project it is said so."""
    assert "没有：2024年有表的乡镇都有「环境保洁经费」。" in asks_towns("哪个乡镇没有环境保洁经费")


@pytest.mark.parametrize("question", ["交通局去年有没有项目", "哪些单位没有保洁项目"])
def test_another_question(asks_towns: Asks, question: str) -> None:
    """Of one unit, or of one project, it is another question."""
    assert "2024年都有项目" not in asks_towns(question)


@pytest.mark.parametrize("question", ["金额一样的项目有哪些", "哪两个项目钱一样多", "有没有预算相同的项目"])
def test_equal_amounts(asks_towns: Asks, question: str) -> None:
    """Those that have as much as another of their year, and nothing is compared."""
    reply = asks_towns(question)

    assert "金额相同的有 1 组" in reply
    assert "30 万元：青禾县交通局「桥梁检测」、石桥镇人民政府「环境保洁经费」" in reply


def test_equal_to_another_year(asks_bureaus: Asks) -> None:
    """Between years what is equal did not change."""
    assert "一个也没有" in asks_bureaus("预算和去年一样的项目有哪些")


@pytest.mark.parametrize("question", ["2024年哪些单位没有结转", "2024年没有上年结转的单位有哪些", "哪些单位没有结转资金"])
def test_units_without_such_money(asks_towns: Asks, question: str) -> None:
    """Units are told rather than projects: those of which no form fills it in."""
    text = asks_towns(question).text

    assert text.startswith("2024年没有一个项目填了“上年结转”的单位有 8 个（没有填写不等于 0）")
    assert "青禾县交通局" not in text.partition("来源")[0]


def test_a_kind_of_units_without_such_money(asks_towns: Asks) -> None:
    """Of the kind that is asked for."""
    assert "填了“其他资金”的乡镇有 3 个" in asks_towns("2024年哪些乡镇没有其他资金")


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("哪些单位去年没有今年有", {"青禾县商务局", "青禾县水库管理所", "望江街道办事处", "云峰乡人民政府"}),
        ("今年有去年没有的单位有哪些", {"青禾县商务局", "青禾县水库管理所", "望江街道办事处", "云峰乡人民政府"}),
        ("2024年有、2023年没有项目的单位", {"青禾县商务局", "青禾县水库管理所", "望江街道办事处", "云峰乡人民政府"}),
        ("哪些单位今年有2023年没有", {"青禾县商务局", "青禾县水库管理所", "望江街道办事处", "云峰乡人民政府"}),
        ("哪些乡镇去年没有今年有", {"云峰乡人民政府"}),
        ("哪些单位去年有今年没有", set()),
    ],
)
def test_of_one_of_two_years(bureaus: Chat, question: str, units: set[str]) -> None:
    """Units that one year has and another has not are units, and no projects."""
    reply = bureaus.says(question)

    assert units == {str(fact["unit"]) for fact in reply.facts}
    assert not units or "没有导入不等于没有" in reply.text
    assert "万元" not in reply.text


def test_projects_of_one_of_two_years(bureaus: Chat) -> None:
    """Where projects are said they are told."""
    assert "商贸促进" in bureaus.says("今年有去年没有的项目").text + bureaus.says("还有吗").text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "有工作经费的单位占多少",
            "按个数占 33.33%（本系统计算，四舍五入到 0.01%）：2024年有「工作经费」的单位 3 个，有表的单位一共 9 个",
        ),
        ("做工作经费的乡镇占几成", "有「工作经费」的乡镇 1 个，有表的乡镇一共 3 个"),
        ("有结转的单位占百分之几", "按个数占 11.11%"),
        ("有工作经费的单位占全县预算多少", "占 6.51%"),
    ],
)
def test_what_part_of_the_units(asks_towns: Asks, question: str, told: str) -> None:
    """Units are counted, unless it is their part of the money that is asked for."""
    reply = asks_towns(question)

    assert told in reply
