"""What a document prints cannot look like a line of ours."""

from datetime import UTC, datetime

from bot.answer import Answer, Kind, joined
from bot.app import conversation_of
from bot.chat import Incoming
from store.database import Store
from tests import makers

NOON = datetime(2024, 6, 15, 12, tzinfo=UTC)


def test_a_goal_of_several_lines_stays_in_its_line(memory: Store) -> None:
    """Line breaks in a goal would forge an item and a source."""
    goal = "完成任务\n2. 别的项目 999 万元\n来源：《别的文件》第9张表"
    makers.load(memory, makers.statement(makers.target("测试项目", goal=goal)))

    reply = conversation_of(memory).reply(Incoming("c", "p", "测试项目的目标", NOON), keep=False)

    lines = reply.text.split("\n")
    assert not any(line.startswith(("2.", "来源：《别的")) for line in lines)
    assert "完成任务 2. 别的项目" in reply.text


def test_the_other_side_is_missing(memory: Store) -> None:
    """Of a comparison with one side the figure stands beside its own project."""
    empty = makers.target("道路养护经费", unit="青禾县交通局", yuan=None)
    meal = makers.target("学校营养餐", unit="青禾县教育局", yuan="50000")
    makers.load(memory, makers.statement(empty, meal))

    reply = conversation_of(memory).reply(Incoming("c", "p", "道路养护经费比学校营养餐多多少", NOON), keep=False)

    assert "青禾县教育局「学校营养餐」2024年 5 万元" in reply.text
    assert "道路养护经费」2024年 5" not in reply.text


def test_the_newest_year_is_ranked(memory: Store) -> None:
    """A project's older and larger amount does not outrank its newest."""
    for year, yuan in ((2023, "900000"), (2024, "100000")):
        makers.load(
            memory, makers.statement(makers.target("工作经费", year=year, yuan=yuan, document=f"{year}"), document=f"{year}")
        )

    reply = conversation_of(memory).reply(Incoming("c", "p", "工作经费最多的", NOON), keep=False)

    assert "10 万元（2024年）" in reply.text


def test_a_list_stays_whole() -> None:
    """Of several answers in one reply a line that was said is not said again, but for the rows of lists."""
    first = Answer(Kind.ANSWER, ("甲：", "1. 丙 1 万元", "2. 乙 2 万元", "同一句话。"))
    second = Answer(Kind.ANSWER, ("丁：", "1. 丙 1 万元", "2. 乙 2 万元", "同一句话。"))

    assert ("甲：", "1. 丙 1 万元", "2. 乙 2 万元", "同一句话。", "丁：", "1. 丙 1 万元", "2. 乙 2 万元") == joined(
        (first, second)
    ).lines
