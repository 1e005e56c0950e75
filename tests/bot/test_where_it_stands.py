"""Where what was told stands: the cell of the line or of the goal, and not that of the budget."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Forms of two years with money, a goal and a line, each in a row of its own."""
    for year in (2023, 2024):
        document = f"{year}年表"
        line = makers.indicator(
            "堤防长度",
            f"{year - 2000}公里",
            number=str(year - 2000),
            unit="公里",
            level1="产出指标",
            level2="数量指标",
            row=12,
            document=document,
        )
        target = makers.target(
            "堤防加固",
            unit="青禾县水利局",
            year=year,
            yuan="350000",
            goal="完成年度加固任务",
            indicators=(line,),
            document=document,
        )
        makers.load(memory, makers.statement(target, document=document))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("turns", "raws"),
    [
        ("堤防加固加固多少公里|哪份文件", ("24公里",)),
        ("堤防加固加固多少公里|去年呢|出处", ("23公里",)),
        ("堤防加固加固多少公里|比去年多多少|哪份文件", ("23公里", "24公里")),
        ("堤防加固的数量指标出自哪份文件", ("24公里",)),
        ("堤防加固的目标|哪张表", ("完成年度加固任务",)),
        ("堤防加固的目标出自哪份文件", ("完成年度加固任务",)),
        ("堤防加固多少钱|出处", ("350000",)),
        ("堤防加固加固多少公里|多少钱|出处", ("350000",)),
    ],
)
def test_the_cell(chat: Chat, turns: str, raws: tuple[str, ...]) -> None:
    """Each place is told with what is printed there, and with none of another figure."""
    replies = [chat.says(turn) for turn in turns.split("|")]
    places = [line for line in replies[-1].text.split("\n") if "，原文“" in line]

    assert [f"，原文“{raw}”" in place for raw, place in zip(raws, places, strict=True)] == [True] * len(raws)
