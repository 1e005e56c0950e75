"""What is named on top of what was spoken of (再加上…, …的加进去)."""

import pytest

from tests.bot.conftest import Chat


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("交通局多少钱", "公路站的加进去呢"), "合计 147 万元"),
        (("交通局本级多少", "公路站算进去呢"), "合计 147 万元"),
        (("交通局本级多少", "把公路站的也加进去"), "合计 147 万元"),
        (("公路养护多少", "桥梁检测的算进来"), "合计 130 万元"),
    ],
)
def test_on_top(towns: Chat, turns: tuple[str, ...], said: str) -> None:
    """It is added to what was spoken of, and both are named."""
    replies = [towns.says(turn) for turn in turns]

    assert said in replies[-1]
    assert "未用到" not in replies[-1]


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (("30万以上的项目列一下", "这些里面哪些是柳渡镇的"), "「环境保洁经费」 40 万元", "2023年"),
        (("柳渡镇39万以下的项目",), "「工作经费」 10 万元", "38 万元"),
    ],
)
def test_limits_hold_in_the_newest_year(towns: Chat, turns: tuple[str, ...], said: str, unsaid: str) -> None:
    """A project that is within the limit only in an older year is none of a list that names no year."""
    replies = [towns.says(turn) for turn in turns]

    assert said in replies[-1]
    assert unsaid not in replies[-1]


def test_units_side_by_side(towns: Chat) -> None:
    """Offices that are named right behind each other are a list, whatever is asked of them."""
    reply = towns.says("交通局数据局有哪些项目")

    assert "青禾县交通局、青禾县数据局有 5 个项目" in reply


def test_units_that_are_set_against_each_other_are_no_project_of_one(towns: Chat) -> None:
    """After a project of the one unit both units' money is compared, as the other one has no such project."""
    towns.says("公路养护多少")
    reply = towns.says("交通局跟公路站谁的钱多")

    assert "青禾县交通局比青禾县公路站多 113 万元" in reply


def test_a_list_has_its_amounts(towns: Chat) -> None:
    """预算 beside 哪些项目 asks for nothing more than the list, and nothing is listed twice."""
    reply = towns.says("交通局2024年预算的项目有哪些")

    assert 1 == reply.text.count("「公路养护」 100 万元")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "交通局有哪些项目，一共多少钱",
            ("合计", "项目：青禾县交通局「公路养护」 100 万元；", "青禾县客运站「工作经费」 4 万元。", "151 万元"),
        ),
        ("数据局有哪些项目一共多少", ("合计 18 万元", "「")),
    ],
)
def test_the_list_beside_its_sum(towns: Chat, question: str, said: tuple[str, ...]) -> None:
    """Whoever asks which projects there are, and how much in all, is told both."""
    reply = towns.says(question)

    assert [] == [words for words in said if words not in reply]
