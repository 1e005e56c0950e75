"""What is asked after one of several was spoken of: it is ranked again among them, and its share is of what was told."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

BUREAU, CENTRE = "青禾县城管局", "青禾县环卫中心"
WATER, FISHERIES = "青禾县水务局", "青禾县海洋渔业局"


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A bureau with a centre below it, others, a town with a finance office, and a year before."""
    below = {"department": BUREAU, "code": "401001"}
    now = (
        ("路灯电费", BUREAU, "2000000", {"department": BUREAU, "code": "401"}),
        ("违建拆除", BUREAU, "500000", {"department": BUREAU, "code": "401"}),
        ("垃圾清运", CENTRE, "6000000", below),
        ("工作经费", CENTRE, "1500000", below),
        ("工作经费", WATER, "300000", {}),
        ("河道清淤", WATER, "700000", {}),
        ("渔船检验", FISHERIES, "600000", {"department": FISHERIES, "code": "501"}),
        ("渔港管护", "青禾县渔港管理站", "400000", {"department": FISHERIES, "code": "501001"}),
        ("保洁经费", "柳渡镇人民政府", "300000", {}),
        ("保洁经费", "石桥镇人民政府", "100000", {}),
        ("惠农补贴", "柳渡镇财政所", "80000", {}),
    )
    before = (
        ("路灯电费", BUREAU, "1800000", {"department": BUREAU, "code": "401"}),
        ("违建拆除", BUREAU, "900000", {"department": BUREAU, "code": "401"}),
        ("河道清淤", WATER, "600000", {"amounts": {"annual/fiscal": "450000", "annual/carryover": "150000"}}),
    )
    for year, rows in ((2024, now), (2023, before)):
        document = f"青禾县{year}年度项目支出绩效目标"
        targets = [
            makers.target(project, unit=unit, yuan=yuan, year=year, table=number, document=document, **more)
            for number, (project, unit, yuan, more) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document, publisher="青禾县"))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        (("城管局今年最大的项目", "去年它多少", "最小的呢"), "预算安排最少的是青禾县城管局「违建拆除」：90 万元（2023年）"),
        (("城管局今年最大的项目", "去年它多少", "第二大的呢"), "预算安排第 2 多的是青禾县城管局「违建拆除」：90 万元（2023年）"),
        (("城管局今年最大的项目", "它比去年多多少", "最小的呢"), "「违建拆除」：50 万元（2024年）"),
        (("保洁经费哪个镇最多", "它今年多少", "最少的呢"), "石桥镇人民政府「保洁经费」：10 万元"),
    ],
)
def test_ranked_again(chat: Chat, turns: tuple[str, ...], has: str) -> None:
    """Another place is one of what was ranked, of the year that is spoken of now."""
    assert has in [chat.says(turn) for turn in turns][-1]


@pytest.mark.parametrize("turns", [("路灯电费多少", "最小的呢"), ("城管局今年最大的项目", "河道清淤多少", "最小的呢")])
def test_alone_it_is_no_superlative(chat: Chat, turns: tuple[str, ...]) -> None:
    """Of one project alone none is the least: it is asked among which, without a figure."""
    reply = [chat.says(turn) for turn in turns][-1]

    assert reply.kind == "clarify", reply.text
    assert "万元" not in reply


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        (("城管局今年多少", "环卫中心占多少"), "占 75%"),
        (("城管局今年一共多少", "环卫中心占百分之几"), "占 75%"),
        (("城管局今年多少", "垃圾清运占多少"), "占 60%"),
        (("水务局今年多少", "工作经费占多少"), "占 30%"),
        (("水务局去年多少", "工作经费占多少"), "没有：已导入的2023年的文件里没有「工作经费」"),
        (("保洁经费一共多少", "2022年呢", "柳渡镇占多少"), "占 75%"),
        (("水务局今年多少", "城管局占全县多少"), "占 20.03%"),
        (("城管局今年多少", "环卫中心占多少", "不含环卫中心呢"), "2024年青禾县城管局及所属单位有 2 个项目"),
    ],
)
def test_shares_of_what_was_told(chat: Chat, turns: tuple[str, ...], has: str) -> None:
    """A part of the unit that was told of is a share of that unit, with those below it where they have it."""
    assert has in [chat.says(turn) for turn in turns][-1]


@pytest.mark.parametrize(
    ("question", "has"),
    [
        ("柳渡镇占乡镇多少", "占 75%"),
        ("渔业局本级今年占渔业局系统多少", "占 60%"),
        ("渔业局系统今年多少", "合计 100 万元"),
        ("河道清淤去年结转占多少", "占 25%"),
    ],
)
def test_the_part_and_its_whole(chat: Chat, question: str, has: str) -> None:
    """Of a place those units are the part that the whole has; an office's system is it with those below; 去年 is the year of its money."""
    assert has in chat.says(question)


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        (("城管局不含违建拆除今年本级多少", "含环卫中心呢"), "合计 950 万元"),
        (("城管局含环卫中心今年多少", "不含环卫中心呢"), "合计 250 万元：2024年青禾县城管局本级"),
        (("城管局含环卫中心今年多少", "不含环卫中心呢", "扣掉违建拆除"), "合计 200 万元：2024年青禾县城管局本级"),
    ],
)
def test_what_stays_left_out(chat: Chat, turns: tuple[str, ...], has: str) -> None:
    """What was left out stays so where something comes on top, and a unit that was taken off does not come back."""
    assert has in [chat.says(turn) for turn in turns][-1]
