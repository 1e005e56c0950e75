"""Chats as staff type them: each turn takes its place of the one before it, and loses nothing else of that."""

from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

WATER, STATION, EAST, WEST = "青禾县水务局", "青禾县河道管理站", "东岗镇人民政府", "西坝镇人民政府"
# project, unit, 年度资金总额, 财政拨款, 其他资金, number of its line, what that counts
_ROWS = {
    2023: (
        ("河道清淤", STATION, "600000", "600000", None, "12", "公里"),
        ("泵站值守", STATION, "90000", "90000", None, "6", "小时"),
        ("水质监测", WATER, "300000", "200000", "100000", "36", "处"),
        ("河长补助", EAST, "50000", "50000", None, "20", "人"),
        ("河长补助", WEST, "40000", "40000", None, "16", "人"),
    ),
    2024: (
        ("河道清淤", STATION, "800000", "500000", "300000", "15", "公里"),
        ("泵站值守", STATION, "100000", "100000", None, "4", "小时"),
        ("水质监测", WATER, "330000", "330000", None, "40", "处"),
        ("河长补助", EAST, "60000", "60000", None, "24", "人"),
        ("河长补助", WEST, "40000", "40000", None, "16", "人"),
        ("护堤绿化", EAST, "70000", "70000", None, "9", "公里"),
    ),
}
_LINES = {
    "河道清淤": "清淤长度",
    "泵站值守": "故障响应时间",
    "水质监测": "监测点位",
    "河长补助": "补助河长人数",
    "护堤绿化": "绿化长度",
}


@pytest.fixture
def talk(memory: Store) -> Talk:
    """Two years, whose documents are published under different names."""
    for year, publisher in ((2023, "青禾县水务局"), (2024, "青禾县水务、乡镇")):
        document = f"{publisher}{year}年度项目支出绩效目标"
        stated = []
        for table, (project, unit, yuan, fiscal, other, number, counted) in enumerate(_ROWS[year], 1):
            place = {"level1": "产出指标", "level2": "数量指标", "row": 8, "document": document}
            lines = [
                makers.indicator(_LINES[project], f"{number}{counted}", number=number, unit=counted, **place),
                makers.indicator("群众满意度", "≥90%", number="90", unit="%", document=document, row=9),
            ]
            money = {"annual/fiscal": fiscal, **({"annual/other": other} if other else {})}
            above = WATER if unit in (WATER, STATION) else unit
            said = {"yuan": yuan, "amounts": money, "indicators": lines, "document": document, "table": table}
            stated.append(makers.target(project, unit=unit, year=year, department=above, **said))
        published = date(year, 2, 1)
        makers.load(memory, makers.statement(*stated, document=document, publisher=publisher, published=published))
    return Talk(conversation_of(memory))


def _last(talk: Talk, turns: str) -> str:
    """The reply to the last of the turns."""
    return [talk.says(turn).text for turn in turns.split(" / ")][-1]


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("哪个项目最多 / 比去年呢", ["2024年比2023年多 20 万元", "2023年 60 万元"]),
        ("预算最大的项目 / 涨了多少", ["2024年比2023年多 20 万元"]),
        ("哪个项目最多 / 每年多少", ["2023年 60 万元", "2024年 80 万元"]),
        ("33万是哪个项目的 / 比去年呢", ["2024年比2023年多 3 万元"]),
        ("33万是哪个项目 / 差多少", ["2024年比2023年多 3 万元"]),
        ("哪个单位钱最多 / 比去年多多少", ["2024年比2023年多 21 万元"]),
    ],
)
def test_what_was_found_beside_its_other_year(talk: Talk, turns: str, has: list[str]) -> None:
    """What came first, or has the amount, is told beside itself: its other year may stand in another publisher's document."""
    reply = _last(talk, turns)

    assert all(words in reply for words in has), reply
    assert "文件里没有" not in reply


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("河道清淤从多少涨到多少", ["2023年 60 万元", "2024年 80 万元"]),
        ("河道清淤多少钱 / 从多少钱变成多少钱", ["2023年 60 万元", "2024年 80 万元"]),
        ("河道管理站一共多少钱 / 从多少变成多少", ["2023年 69 万元", "2024年 90 万元"]),
        ("河道管理站的钱从多少涨到多少", ["2023年 69 万元", "2024年 90 万元"]),
        ("泵站值守从几小时改成几小时", ["2023年 “故障响应时间” 6小时", "2024年 “故障响应时间” 4小时"]),
        ("泵站值守响应时间由多少小时缩短到多少小时", ["6小时", "4小时"]),
        ("河道清淤长度多少 / 从多少变成多少", ["2023年 “清淤长度” 12公里", "2024年 “清淤长度” 15公里"]),
        ("河道清淤长度多少 / 每年多少", ["12公里", "15公里"]),
        ("河道清淤长度多少 / 去年多少", ["12公里"]),
        ("河道清淤长度多少 / 去年多少钱", ["60 万元"]),
        ("河道清淤长度多少 / 每年多少钱", ["2023年 60 万元", "2024年 80 万元"]),
    ],
)
def test_from_what_to_what(talk: Talk, turns: str, has: list[str]) -> None:
    """Each year's figure is told, of the line where one is spoken of; no sum of years."""
    reply = _last(talk, turns)

    assert all(words in reply for words in has), reply
    assert not reply.startswith("合计")


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("河长补助一共多少钱，归谁管", ["合计 10 万元", "实施单位 2 个"]),
        ("河长补助总共多少，都是哪个单位的", ["合计 10 万元", "实施单位 2 个"]),
        ("河道清淤多少钱 / 一共多少钱，谁负责", ["合计 80 万元", "实施单位是青禾县河道管理站"]),
    ],
)
def test_whose_it_is_beside_a_sum(talk: Talk, turns: str, has: list[str]) -> None:
    """A sum does not tell whose it is."""
    reply = _last(talk, turns)

    assert all(words in reply for words in has), reply


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("河道清淤多少钱 / 大头是什么", "财政拨款 50 万元，其他资金 30 万元"),
        ("河道清淤钱的大头在哪", "财政拨款 50 万元，其他资金 30 万元"),
        ("河道管理站一共多少钱 / 大头是什么", "青禾县河道管理站「河道清淤」：80 万元"),
        ("水务局含下属一共多少钱 / 大头花在哪", "青禾县河道管理站「河道清淤」：80 万元"),
        ("水务局含下属一共多少钱 / 大头是哪个单位", "青禾县河道管理站：90 万元"),
        ("河长补助多少钱 / 大头是哪家", "东岗镇人民政府「河长补助」：6 万元"),
        ("东岗镇有哪些项目 / 哪个是大头", "东岗镇人民政府「护堤绿化」：7 万元"),
    ],
)
def test_the_largest_part(talk: Talk, turns: str, has: str) -> None:
    """大头 is the project that has most, or the unit where it is asked for; of one project its kinds of money are told."""
    assert has in _last(talk, turns)


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("河道管理站一共多少钱 / 加上东岗镇", "合计 103 万元"),
        ("水务局含下属一共多少钱 / 再加上东岗镇呢", "合计 136 万元"),
        ("水务局本级一共多少钱 / 加上东岗镇", "合计 46 万元"),
        ("东岗镇河长补助多少 / 再加上西坝镇", "合计 10 万元"),
    ],
)
def test_a_unit_on_top(talk: Talk, turns: str, has: str) -> None:
    """It is added in the scope that was spoken of."""
    reply = _last(talk, turns)

    assert has in reply, reply
    assert "未用到" not in reply


@pytest.mark.parametrize("turns", ["河道清淤多少钱", "33万是哪个项目的", "今年全县一共多少钱", "5万以上的项目有哪些"])
def test_a_unit_on_top_of_what_no_plan_holds(talk: Talk, turns: str) -> None:
    """It is not answered in the place of what was spoken of."""
    reply = _last(talk, f"{turns} / 加上东岗镇")

    assert "“东岗镇”和别的条件合在一起还不会算" in reply
    assert "合计 13 万元" in _last(talk, f"{turns} / 东岗镇一共多少")


@pytest.mark.parametrize(
    ("turns", "has", "lacks"),
    [
        ("水务局含下属一共多少钱 / 这几个单位里谁最多", "青禾县河道管理站：90 万元", "河道清淤"),
        ("水务局含下属一共多少钱 / 这几个项目里哪个最多", "青禾县河道管理站「河道清淤」：80 万元", "90"),
        ("东岗镇和西坝镇一共多少 / 这几个单位谁最多", "东岗镇人民政府比西坝镇人民政府多 9 万元", "项目最多"),
        ("东岗镇和西坝镇一共多少 / 这几个单位一共几个项目", "3 个项目", "最多"),
        ("今年全县一共多少钱 / 其中财政拨款多少", "合计 110 万元：2024年财政拨款", "请说明"),
        ("今年一共几个项目 / 其他资金呢", "合计 30 万元：2024年其他资金", "请说明"),
        ("河长补助人数多少 / 总额呢", "合计 10 万元", "24人"),
        ("河道清淤长度多少 / 总额呢", "合计 80 万元", "15公里"),
        ("河道清淤和水质监测各多少 / 一共几个", "2 个项目", "指标"),
        ("水质监测多少钱 / 一共几处", "40处", "个项目"),
        ("东岗镇河长补助多少 / 今年请多少个", "24人：东岗镇人民政府「河长补助」2024年数量指标", "个项目"),
        ("东岗镇河长补助多少 / 去年请了几个", "20人：东岗镇人民政府「河长补助」2023年数量指标", "个项目"),
        ("河长补助多少 / 今年请多少个", "2 个项目", "指标"),
        ("东岗镇一共多少钱 / 今年几个", "2 个项目", "指标"),
        ("东岗镇河长补助满意度多少 / 今年请多少个", "24人：东岗镇人民政府「河长补助」2024年数量指标", "≥90%"),
        ("河道清淤长度多少 / 去年多少个", "12公里：青禾县河道管理站「河道清淤」2023年", "个项目"),
        ("今年5万以上的项目有哪些 / 前二", "2024年预算安排最多的 2 个", "2024年有 2 个项目"),
        ("今年哪些项目涨了 / 涨最多的", "增加最多的是青禾县河道管理站「河道清淤」", "没有找到"),
        ("哪个单位钱最多 / 它有哪些项目 / 最大的是哪个", "青禾县河道管理站「河道清淤」：80 万元", "90 万元"),
        ("哪个单位钱最多 / 最少的呢", "西坝镇人民政府「河长补助」：4 万元", "护堤"),
        ("今年10万以上的项目有哪些 / 比去年呢", "预算不低于10万的项目预算安排", "全部项目"),
        ("今年10万以上的项目有哪些 / 每年多少", "只算预算不低于10万的项目", "「"),
    ],
)
def test_what_takes_the_place_of_it(talk: Talk, turns: str, has: str, lacks: str) -> None:
    """What is asked next takes the place of what was asked, of all that was spoken of, and the reply says of what it is."""
    reply = _last(talk, turns)

    assert has in reply, reply
    assert lacks not in reply, reply
