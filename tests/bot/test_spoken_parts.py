"""Shares of what was spoken of: of the subject of a comparison, of what a ranking showed, of a sum that was told."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("turns", "figure"),
    [
        (("商务局比审计局多多少，占全县多少",), "占 8%"),
        (("商务局今年多少，占全县多少，比审计局多多少",), "占 8%"),
        (("商务局多少钱，比审计局多百分之几，占全县百分之几",), "占 8%"),
        (("商务局多少钱，比审计局多多少，在全县排第几",), "第 5 名"),
        (("商务局多少钱", "比审计局多多少", "占全县多少"), "占 8%"),
        (("审计局比商务局少多少", "占全县的百分之几"), "占 4%"),
        (("审计业务费今年多少，比去年多多少，占全县多少",), "占 4%"),
        (("河道清淤今年比去年多多少", "占全县几成"), "占 6%"),
        (("商务局和审计局差多少", "占全县多少"), "占 12%"),  # both alike
        (("商务局和审计局哪个多", "占全县多少"), "占 12%"),
        (("林业局最大的项目是哪个", "占全县多少"), "占 9%"),
        (("林业局最大的项目是哪个", "占林业局多少"), "占 37.5%"),
        (("林业局最大的项目是哪个", "在全县排第几"), "第 3 名"),
        (("林业局最大的三个项目", "占全县多少"), "占 24%"),
    ],
)
def test_whose_share(bureaus: Chat, turns: tuple[str, ...], figure: str) -> None:
    """Of “甲比乙多” it is the first's, after a ranking that of what came first, after several that of all of them."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert reply.kind == "answer", reply.text
    assert figure in reply
    assert reply.text.count("占 ") <= 1


@pytest.mark.parametrize(
    ("turns", "figure"),
    [
        (("柳渡镇、望江街道和云峰乡一共多少，望江街道占多少",), "占 31.58%"),
        (("柳渡镇和望江街道一共多少", "望江街道占多少"), "占 40%"),
        (("柳渡镇和望江街道合计多少", "其中柳渡镇占几成"), "占 60%"),
        (("柳渡镇和望江街道加起来多少", "那望江街道占百分之几"), "占 40%"),
        (("环境保洁一共多少", "望江街道占多少"), "占 31.58%"),
        (("两个镇一共多少", "柳渡镇占比多少"), "占 69.23%"),
        (("水务局含所属一共多少", "泵站改造占多少"), "占 44.44%"),
        (("商务局和林业局一共多少", "商贸促进占多少"), "占 15.63%"),
        (("除了水务局一共多少", "林业局占多少"), "占 30.38%"),
        (("柳渡镇和望江街道去年一共多少", "柳渡镇占多少"), "占 100%"),
        (("柳渡镇和望江街道一共多少", "望江街道占全县多少"), "占 6%"),  # another whole is said
        (("柳渡镇比望江街道多多少", "望江街道占多少"), "占 6%"),  # nothing was added up
    ],
)
def test_share_of_the_sum(bureaus: Chat, turns: tuple[str, ...], figure: str) -> None:
    """What is named of a sum that was told is a share of that sum, unless another whole is said."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert reply.kind == "answer", reply.text
    assert figure in reply


@pytest.mark.parametrize("turns", [("柳渡镇和望江街道一共多少", "商务局占多少"), ("水务局含所属一共多少", "商务局占百分之几")])
def test_what_is_no_part_of_the_sum(bureaus: Chat, turns: tuple[str, ...]) -> None:
    """Its share of that sum is none, and all that there is was not named as the whole: no figure is given."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert reply.kind == "clarify", reply.text
    assert "%" not in reply.text


def test_growth_stays_growth(bureaus: Chat) -> None:
    """A bare “百分之几” behind a comparison asks for its growth, and of no share."""
    bureaus.says("审计业务费今年多少")
    bureaus.says("比去年多多少")

    assert "增长 14.29%" in bureaus.says("百分之几")


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("商务局今年一共多少", "最大的占几成"), "占 62.5%"),
        (("商务局今年一共多少", "最大的占几成", "最小的占多少呢"), "占 37.5%"),
        (("水务局含下属今年多少", "最大的项目占百分之几"), "占 44.44%"),
        (("水务局本级今年多少", "最大的占多少"), "占 71.43%"),
        (("商务局今年一共多少", "最大的占全县几成"), "占 5%"),
    ],
)
def test_the_largest_of_what_a_unit_has(bureaus: Chat, turns: tuple[str, ...], said: str) -> None:
    """After a unit's sum the whole is that sum, unless another is named."""
    assert said in [bureaus.says(turn) for turn in turns][-1]
