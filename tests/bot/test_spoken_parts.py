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


@pytest.mark.parametrize(
    ("turns", "figure", "money"),
    [
        (("水库除险二期上年结转多少", "占总额多少", "那河道清淤占几成"), "算不出占比", "河道清淤」2024年上年结转"),
        (("河道清淤今年财政拨款多少", "占比", "去年占比"), "算不出占比", "2023年财政拨款"),
        (("河道清淤去年结转多少", "占几成", "今年占多少"), "算不出占比", "2024年上年结转"),
        (("水库除险二期财政拨款占多少", "河道清淤占多少"), "占 83.33%", "财政拨款 50 万元"),
        (("河道清淤财政拨款占几成", "水库除险二期呢", "去年河道清淤结转占多少"), "占 10%", "上年结转 5 万元"),
        (("河道清淤今年财政拨款", "占水务局本级多少"), "占 23.81%", "财政拨款 50 万元"),
        (("水务局含所属今年多少", "水库管理所占多少", "水务局本级占多少"), "占 46.67%", "450 万元"),
        (("水库管理所占水务局含所属多少", "泵站改造占多少", "河道清淤占多少"), "占 13.33%", "450 万元"),
        (("商务局占全县多少", "湿地修复工程二期占多少", "去年呢"), "没有", "2023年"),
        (("商务局占全县多少", "审计业务费占多少"), "占 4%", "1000 万元"),
        (("柳渡镇和望江街道一共多少", "望江街道占多少", "柳渡镇占多少"), "占 60%", "150 万元"),
        (("柳渡镇和望江街道一共多少", "占多少"), "占 15%", "1000 万元"),
        (("各部门今年多少", "最多的占多少"), "占 45%", "青禾县水务局（含所属单位）2024年"),
        (("各部门今年多少", "最多的占多少", "最少的占多少"), "占 4%", "（"),
        (("各部门今年多少", "最多的是哪个", "占多少"), "占 45%", "青禾县水务局（含所属单位）2024年"),
        (("各部门今年多少", "水务局占多少"), "占 45%", "青禾县水务局（含所属单位）2024年"),
        (("各部门今年多少", "林业局占多少", "水务局呢"), "占 45%", "青禾县水务局（含所属单位）2024年"),
        (("水务局含所属最大的项目占全县多少",), "占 20%", "青禾县水库管理所「泵站改造」"),
        (("水务局含所属50万以上的项目占全县多少",), "占 41%", "1000 万元"),
        (("各部门今年多少", "水务局本级占多少"), "占 21%", "1000 万元"),
        (("各乡镇今年各多少", "柳渡镇占多少", "云峰乡占多少"), "占 30.77%", "130 万元"),
        (("环境保洁经费各乡镇今年多少", "最多的占多少"), "占 69.23%", "130 万元"),
        (("各部门各占多少",), "1. 青禾县水务局（含所属单位） 45%", "1000 万元"),
        (("各单位今年多少", "最多的占多少", "最少的占多少"), "占 4%", "1000 万元"),
        (("2023年河道清淤结转占它总额几成",), "占 10%", "年度资金总额 50 万元"),
        (("河道清淤去年结转多少", "占它总额几成"), "占 10%", "年度资金总额 50 万元"),
        (("林业局去年财政拨款多少", "占它总额多少"), "算不出占比", "年度资金总额 80 万元"),
        (("河道清淤今年财政拨款占几成", "那其他资金呢"), "占 16.67%", "其他资金 10 万元"),
        (("河道清淤今年财政拨款占几成", "那其他资金多少"), "10 万元", "其他资金"),
        (("去年水库除险一期占水务局多少", "水库除险二期占多少"), "占 71.43%", "2024年"),
        (("各单位今年多少", "最多的占多少"), "占 24%", "青禾县水库管理所"),
    ],
)
def test_one_slot_of_a_share(bureaus: Chat, turns: tuple[str, ...], figure: str, money: str) -> None:
    """Of a share that is asked again one slot is replaced, its money, its part, its year or its whole, and the others stay."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert figure in reply
    assert money in reply


def test_another_of_no_part(bureaus: Chat) -> None:
    """What is no part of the whole that was spoken of has no share of it, and none of all that there is."""
    bureaus.says("水库管理所占水务局含所属多少")
    reply = bureaus.says("商务局占多少")

    assert reply.kind == "clarify", reply.text
    assert "%" not in reply.text


def test_what_the_unit_has_itself(bureaus: Chat) -> None:
    """“局本级占多少” after one of its projects is not that project's share."""
    bureaus.says("水务局含所属今年多少")
    bureaus.says("河道清淤占多少")

    assert "13.33" not in bureaus.says("局本级占多少")


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
