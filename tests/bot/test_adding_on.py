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
