"""What follows on units: their ends after a sum, the projects of the first, the other end; and ranks that say whose they are."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("柳渡镇、石桥镇、云峰乡一共多少", "最低的呢"), "最少的是云峰乡人民政府"),
        (("柳渡镇、石桥镇、云峰乡一共多少", "最高的呢"), "最多的是柳渡镇人民政府：50 万元"),
        (("柳渡镇、石桥镇、云峰乡一共多少", "最大的项目呢"), "柳渡镇人民政府「环境保洁经费」：40 万元"),
        (("三个镇各几个项目", "最多的是哪个"), "柳渡镇人民政府，2 个项目"),
        (("三个镇谁的钱最多",), "最多的是柳渡镇人民政府：50 万元"),
        (("三个镇哪个钱最多",), "最多的是柳渡镇人民政府：50 万元"),
        (("三个镇哪个最多",), "最多的是柳渡镇人民政府：50 万元"),
        (("三个镇最大的一笔是哪个",), "最多的是柳渡镇人民政府「环境保洁经费」：40 万元"),
        (("哪个单位钱最多", "有几个项目"), "青禾县交通局本级有 2 个项目"),
        (("哪个单位项目最多", "多少钱"), "青禾县"),
        (("哪个单位钱最多", "比最少的多多少"), "相差 126 万元"),
        (("最大的项目是哪个", "比最小的多多少"), "相差 97 万元"),
        (("环境保洁经费哪个镇最多", "比最少的多多少"), "20 万元"),
    ],
)
def test_going_on(towns: Chat, questions: tuple[str, ...], said: str) -> None:
    """Behind units it is units that are ranked; behind one of them, its projects and its money are asked for."""
    replies = [towns.says(question) for question in questions]

    assert said in replies[-1], replies[-1].text


@pytest.mark.parametrize("question", ["有几个", "各有几个", "几个项目"])
def test_how_many_they_have(memory: Store, question: str) -> None:
    """Two that are level are told once more with their numbers, and never all that there is."""
    made = [makers.target(name, unit=unit, table=n) for n, (unit, name) in enumerate(_LEVEL, 1)]
    makers.load(memory, makers.statement(*made))
    chat = Chat(conversation_of(memory))
    chat.says("哪个单位项目最多")
    reply = chat.says(question)

    assert "青禾一站 2 个" in reply
    assert "青禾二站 2 个" in reply
    assert "青禾三站" not in reply


_LEVEL = (("青禾一站", "修渠"), ("青禾一站", "护林"), ("青禾二站", "养路"), ("青禾二站", "除冰"), ("青禾三站", "植树"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("乡镇里预算最多的项目是哪个镇的", "柳渡镇人民政府「环境保洁经费」：40 万元"),
        ("钱最多的项目是哪个局的", "青禾县交通局「公路养护」：100 万元"),
        ("最便宜的项目是哪个单位的", "青禾县数据局「对外宣传经费」：3 万元"),
        ("项目最多的是哪个单位", "个项目（各单位只算本级）"),
    ],
)
def test_whose_the_first_is(asks_towns: Asks, question: str, said: str) -> None:
    """The project that comes first is told with its unit; units are ranked where it is they that come first."""
    assert said in asks_towns(question)


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (("商务局2024年一共多少", "哪个单位钱最多"), "青禾县林业局"),
        (("审计业务费多少钱", "哪个部门钱最多"), "青禾县林业局"),
        (("商务局一共多少", "含所属哪个部门钱最多"), "青禾县水务局：450 万元"),
        (("水务局含下属一共多少", "哪个单位钱最多"), "青禾县水库管理所：240 万元"),
        (("环境保洁经费多少钱", "哪个单位最多"), "柳渡镇人民政府「环境保洁经费」：90 万元"),
    ],
)
def test_units_are_ranked_among_several(bureaus: Chat, turns: tuple[str, ...], first: str) -> None:
    """After one unit, or its project, units are ranked among all; after several that were spoken of among these."""
    assert first in [bureaus.says(turn) for turn in turns][-1]


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (("各部门含下属分别多少", "最多的是哪家"), "青禾县水务局：450 万元", "本级"),
        (("各部门今年分别多少", "哪个最多", "第二呢"), "各部门（含所属单位）预算安排第 2 多的是", "本级"),
        (("商务局、审计局、林业局各多少", "最多的占几成"), "占 66.67%", "「"),
        (("商务局、审计局、林业局各多少", "最大的项目占几成"), "占 25%", ""),
        (("商务局和审计局哪个多", "最少的占多少"), "占 33.33%", "「"),
    ],
)
def test_the_most_of_those_told(bureaus: Chat, turns: tuple[str, ...], said: str, unsaid: str) -> None:
    """After departments the first is one of them with those below it; after units the largest is a unit, unless projects are said."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert said in reply
    assert not unsaid or unsaid not in reply
