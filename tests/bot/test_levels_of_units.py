"""本级 and 含所属 of several units, or of one beside itself: each figure is of the level that is said with it."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("水务系统本级今年多少", "合计 210 万元", "450"),
        ("水务系统本级今年有哪些项目", "青禾县水务局本级有 2 个项目", "泵站改造"),
        ("水务系统本级和商务局哪个多", "青禾县水务局比青禾县商务局多 130 万元", "450"),
        ("水务局今年本级和含所属差多少", "相差 240 万元（本系统相减）", "2023年"),
        ("水务局含所属比本级多多少", "相差 240 万元（本系统相减）", "2023年"),
        ("水务局含所属比商务局本级多多少", "青禾县水务局含所属比青禾县商务局本级多 370 万元", "合计"),
        ("商务局本级和水务局含所属哪个多", "青禾县商务局本级比青禾县水务局含所属少 370 万元", "合计"),
        ("水务局含所属和商务局本级一共多少", "合计 530 万元", "290"),
        ("水务局下头那几个单位今年加总，本级不要", "合计 240 万元", "450"),
        ("水务局下面那几家今年一共多少", "合计 240 万元", "450"),
        ("水务局带上水库管理所，今年钱最少的是哪个", "青禾县水库管理所「水库巡查」：40 万元", "相差"),
        ("水务局带上水库管理所，今年哪家最少", "青禾县水务局比青禾县水库管理所少 30 万元", "水库巡查"),
        ("水务局含所属减去商务局差多少", "青禾县水务局含所属比青禾县商务局多 370 万元", "2023年"),
        ("水务局减去商务局还剩多少", "青禾县水务局比青禾县商务局多 130 万元", "不含"),
        ("水务局含所属减去水库管理所是多少", "合计 210 万元", "比"),
    ],
)
def test_levels(asks_bureaus: Asks, question: str, said: str, unsaid: str) -> None:
    """A system's own level is that of its head; what is no part of a unit is set beside it, and not left out of it."""
    reply = asks_bureaus(question)

    assert said in reply, reply.text
    assert unsaid not in reply, reply.text


def test_how_many_units(asks_bureaus: Asks) -> None:
    """Where no figure of theirs is asked it is asked how many they are."""
    assert "有 1 个单位" in asks_bureaus("水务局下面有几个单位")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ("水务局下属有哪些单位|各多少", "1. 青禾县水库管理所 240 万元（2 个项目）"),
        ("水务局下属有哪些单位|分别多少钱", "1. 青禾县水库管理所 240 万元（2 个项目）"),
        ("水务局下属有哪些单位|各有几个项目", "1. 青禾县水库管理所 2 个项目"),
        ("有哪些乡镇|各家今年多少", "合计 130 万元"),
        ("有哪些乡镇|各家今年多少|最多的是哪个", "柳渡镇人民政府「环境保洁经费」：90 万元"),
    ],
)
def test_what_each_has(bureaus: Chat, turns: str, told: str) -> None:
    """Behind a list of units it is asked what each of these has."""
    assert told in [bureaus.says(turn) for turn in turns.split("|")][-1]


@pytest.mark.parametrize("turns", ["今年一共多少个单位|其中乡镇几个", "乡镇有几个", "今年一共多少个单位，其中乡镇几个"])
def test_how_many_of_a_kind(bureaus: Chat, turns: str) -> None:
    """What stands right before 几个 is counted itself, and not its projects."""
    assert "有 2 个单位（乡镇指" in [bureaus.says(turn) for turn in turns.split("|")][-1]


def test_how_many_projects_of_a_kind(bureaus: Chat) -> None:
    """Its projects are, where they are said."""
    assert "共 2 个项目" in bureaus.says("乡镇有几个项目")
