"""Ranks asked again of another year, ranks of units told of one by one, and the years of one ranked; shares keep their whole."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

LIN, XI, SHI = "林口镇人民政府", "溪头镇人民政府", "石板乡人民政府"
WATER, STATION = "青禾县水务局", "青禾县河道管理站"
_BELOW = {"department": WATER, "code": "401001"}
_OF = {"department": WATER, "code": "401"}
_ROWS = {
    2022: ((WATER, "堤防加固", "9000000", _OF), (LIN, "村庄保洁", "200000", {})),
    2023: (
        (WATER, "堤防加固", "8000000", _OF),
        (STATION, "河道清淤", "500000", _BELOW),
        (STATION, "水草打捞", "500000", _BELOW),
        (LIN, "村庄保洁", "300000", {}),
        (XI, "村庄保洁", "500000", {}),
        (SHI, "村庄保洁", "100000", {}),
        (SHI, "道路补助", "900000", {}),
    ),
    2024: (
        (WATER, "堤防加固", "7000000", _OF),
        (WATER, "泵站改造", "1000000", _OF),
        (STATION, "河道清淤", "600000", {**_BELOW, "amounts": {"annual/other": "100000"}}),
        (LIN, "村庄保洁", "600000", {}),
        (XI, "村庄保洁", "400000", {}),
        (SHI, "村庄保洁", "200000", {}),
        (SHI, "道路补助", "300000", {}),
    ),
}


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A chat about three towns, and a bureau that has more than they, with one unit below it."""
    for year, rows in _ROWS.items():
        document = f"青禾县{year}年度项目支出绩效目标"
        targets = [
            makers.target(project, unit=unit, yuan=yuan, year=year, table=number, document=document, **more)
            for number, (unit, project, yuan, more) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document, publisher="青禾县"))
    return Chat(conversation_of(memory))


_TOWNS = "林口镇、溪头镇、石板乡"


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ((f"{_TOWNS}2024年村庄保洁谁最多", "2023年谁最多"), f"最多的是{XI}「村庄保洁」：50 万元"),
        ((f"{_TOWNS}2024年村庄保洁谁最多", "2023年谁最多", "谁增加最多"), f"{LIN} 30 万元（1 个项目） → 60 万元"),
        (("村庄保洁三个乡镇2024年排个名", "2023年的排名"), f"1. {XI} 50 万元"),
        (("村庄保洁三个乡镇2024年各多少", "2023年最少的是谁"), f"最少的是{SHI}「村庄保洁」：10 万元"),
        (("乡镇2024年谁的总额最高", "谁最低", "2023年谁最高"), f"最多的是{SHI}：100 万元"),
        ((f"{_TOWNS}2024年总额谁最高", "2023年谁最高"), f"{SHI}最多，{LIN}最少"),
        (("林口镇2024年哪个项目最多", "2023年哪个最多"), f"{LIN}「村庄保洁」：30 万元"),
        (("林口镇2024年多少钱", "溪头镇呢", "石板乡呢", "谁最多"), f"{LIN}最多，{XI}最少"),
        (("水务局2024年本级多少钱", "河道管理站多少", "谁最多"), f"{WATER}比{STATION}多 740 万元"),
        (("水务局2024年本级多少钱", "河道管理站多少", "一共多少"), "合计 860 万元"),
        (("林口镇村庄保洁2024年多少", "溪头镇呢", "石板乡呢", "谁最少"), f"最少的是{SHI}「村庄保洁」：20 万元"),
        (("林口镇2024年多少钱", "2023年前三"), f"{WATER}「堤防加固」 800 万元"),
        (("2024年哪个项目最多", "2023年谁最多"), f"{WATER}「堤防加固」：800 万元"),
    ],
)
def test_ranks_of_what_was_spoken_of(chat: Chat, turns: tuple[str, ...], said: str) -> None:
    """Of another year those are ranked that were ranked or told of beside each other; after one unit a year's firsts are of all."""
    replies = [chat.says(turn) for turn in turns]

    assert said in replies[-1], replies[-1].text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("三年里水务局哪年最多", "最多的是2022年：900 万元"),
        ("堤防加固三年里哪年最少", "最少的是2024年：700 万元"),
        ("三年里哪年总额最多", "最多的是2023年：1080 万元"),
        ("水务局三年里哪年项目最多", "青禾县水务局项目最多的年份：2024年，2 个项目（只算本级"),
        ("水务局含所属哪年项目最少", "青禾县水务局及所属单位项目最少的年份：2022年，1 个项目"),
        ("水务局三年里哪年其他资金最多", "青禾县水务局本级写有其他资金的一个也没有"),
    ],
)
def test_years_ranked(chat: Chat, question: str, said: str) -> None:
    """All of the years that are ranked are there, though only the first of them is told; projects are counted where they are said."""
    reply = chat.says(question)

    assert said in reply, reply.text
    assert "不满" not in reply
    assert "文件里没有青禾县水务局" not in reply


def test_years_that_are_missing(chat: Chat) -> None:
    """Of what has forms of two years only, three were not ranked."""
    assert "只有2023、2024年有表，不满三年里" in chat.says("溪头镇三年里哪年最多")


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("河道清淤2024年占水务局多少", "2023年占多少"), f"{WATER}2023年含所属单位预算安排 900 万元"),
        (("河道清淤2024年占河道管理站多少", "2023年占多少"), "占 50%"),
        (("河道清淤2024年占水务局多少", "2023年占全县多少"), "1080 万元"),
    ],
)
def test_shares_of_another_year(chat: Chat, turns: tuple[str, ...], said: str) -> None:
    """The whole stays what was named, until another one is."""
    replies = [chat.says(turn) for turn in turns]

    assert said in replies[-1], replies[-1].text
