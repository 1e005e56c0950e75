"""Follow-ups about what was asked before the last question."""

from datetime import timedelta

import pytest

from tests.bot.conftest import Chat


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("智慧校园一期多少钱", "二期呢", "差多少"), "40 万元"),
        (("智慧校园一期多少钱", "二期呢", "这两个加起来多少"), "合计 200 万元"),
        (("智慧校园一期多少钱", "操场改造的目标", "这两个加起来多少钱"), "合计 166 万元"),
        (("智慧校园一期多少钱", "智慧校园二期", "操场改造多少", "这三个加起来多少"), "合计 246 万元"),
        (("智慧校园一期多少钱", "智慧校园二期", "操场改造多少", "这两个一共多少"), "合计 126 万元"),
        (("石桥镇驻村帮扶经费多少", "国库业务经费多少", "这两个加起来多少"), "合计 8.2 万元"),
        (("柳渡镇驻村帮扶经费2023年多少", "2024年呢", "差多少"), "0.2 万元"),
        (("操场改造多少钱", "智慧校园一期呢", "哪个多"), "74 万元"),
        (("操场改造多少钱", "智慧校园一期的目标", "前面那个要改造多少平方"), "3600平方米"),
        (("操场改造多少钱", "智慧校园一期呢", "换成元", "差多少"), "740000 元"),
        (("操场改造多少钱", "那个呢"), "46 万元"),
        (("智慧校园一期多少钱", "操场改造多少", "两个相加占第三中学的百分之几"), "166 万元（2 项相加）"),
        (("智慧校园一期多少钱", "操场改造多少", "两个相加是不是第三中学的全部"), "166 万元（2 项相加）"),
    ],
)
def test_several_turns_together(county: Chat, turns: tuple[str, ...], said: str) -> None:
    """What was asked one after the other is added up and compared; of two units nothing else is counted in."""
    replies = [county.says(turn) for turn in turns]

    assert said in replies[-1]


@pytest.mark.parametrize(
    ("turns", "unsaid"),
    [
        (("操场改造多少钱", "智慧校园一期呢", "一共有几个项目"), "166 万元"),
        (("操场改造多少钱", "智慧校园一期呢", "财政局一共多少钱"), "166 万元"),
        (("操场改造多少钱", "智慧校园一期呢", "智慧校园一期和二期加起来多少"), "166 万元"),
        (("财政局有哪些项目", "操场改造多少钱", "差多少"), "多 "),
        (("操场改造多少钱", "驻村帮扶经费多少", "差多少"), "46 万元"),
        (("操场改造多少钱", "智慧校园一期呢", "三个单位一共多少"), "166 万元"),
        (("操场改造多少钱", "智慧校园一期呢", "这三个加起来多少"), "166 万元"),
    ],
)
def test_a_new_question(county: Chat, turns: tuple[str, ...], unsaid: str) -> None:
    """A question that names what it is about, or asks of all there is, takes nothing from the turns before; nor do lists pair up, nor two things where three are said."""
    replies = [county.says(turn) for turn in turns]

    assert unsaid not in replies[-1]


def test_it_is_forgotten(county: Chat) -> None:
    """After half an hour nothing is left to be compared with."""
    county.says("操场改造多少钱")
    county.says("智慧校园一期呢", later=timedelta(minutes=31))

    assert "74 万元" not in county.says("差多少")


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (("商务局和审计局哪个多", "林业局呢"), "合计 240 万元", "2023"),
        (("商务局和审计局哪个多", "林业局呢", "三个一共"), "合计 360 万元", ""),
        (("商务局和审计局哪个多", "审计局和林业局呢", "这三家一共多少"), "合计 360 万元", ""),
        (("审计局比商务局少多少", "审计局去年呢"), "35 万元", "少"),
        (("商贸促进和审计业务费哪个多", "电商培训呢", "三个加起来"), "合计 120 万元", ""),
        (("商务局多少钱", "林业局和审计局哪个多", "差多少"), "200 万元", "商务局"),
        (("柳渡镇和望江街道的环境保洁经费哪个多", "云峰乡呢"), "40 万元", "2023"),
    ],
)
def test_one_after_two_side_by_side(bureaus: Chat, turns: tuple[str, ...], said: str, unsaid: str) -> None:
    """Another one is told by itself and not beside itself of another year; together they are what was set side by side and it."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert said in reply
    assert not unsaid or unsaid not in reply
