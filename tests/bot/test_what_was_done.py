"""Which projects were completed: no form of targets tells it, whatever it writes of 完成."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Two years of a canal and a road, whose lines say by when, and how far, they are to be completed."""
    for year in (2023, 2024):
        document = f"青禾县{year}年度项目支出绩效目标"
        lines = {"渠道清淤": ("清淤完成时间", f"{year}年10月底前"), "村道管护": ("管护任务完成率", "100%")}
        targets = [
            makers.target(
                project,
                unit="青禾县水务局" if project == "渠道清淤" else "青禾县公路站",
                year=year,
                yuan=f"{number}00000",
                document=document,
                table=number,
                indicators=(makers.indicator(*line, level2="时效指标", document=document, row=9),),
            )
            for number, (project, line) in enumerate(lines.items(), 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    return conversation_of(memory)


@pytest.mark.parametrize(
    "question",
    [
        "去年完成了哪些项目",
        "今年完成了哪些项目",
        "2023年都完成了哪些工程",
        "去年哪些项目完成了",
        "水务局去年完成了哪些项目",
        "去年一共完成了几个项目",
        "去年完成的项目有哪些",
        "去年做完了哪些项目",
        "去年建成了哪些项目",
        "哪些项目已经完成",
        "已完成的项目有哪些",
        "去年没完成的项目有哪些",
    ],
)
def test_what_was_completed(bot: Conversation, question: str) -> None:
    """It is said that no form tells it, and no project is listed for what it writes."""
    reply = answer(bot, question)

    assert reply.kind == "not_found"
    assert "答不了：绩效目标表里没有完成情况和得分，请查绩效自评表。" in reply
    assert "「" not in reply
    assert () == tuple(reply.facts)


@pytest.mark.parametrize("question", ["10月底前完成的项目有哪些", "今年10月底前要完成哪些项目", "哪些项目要在年底前完成"])
def test_what_is_to_be_completed(bot: Conversation, question: str) -> None:
    """By when they are to be is told as before."""
    assert "「渠道清淤」" in answer(bot, question)


@pytest.mark.parametrize("question", ["哪些项目提到完成", "渠道清淤完成时间", "去年有哪些项目", "去年做了哪些项目"])
def test_other_questions(bot: Conversation, question: str) -> None:
    """What forms write, one line's day and which projects there are are other questions."""
    assert "答不了" not in answer(bot, question)


def test_where_evaluations_are_loaded(memory: Store) -> None:
    """These are asked for by project."""
    makers.load(memory, makers.statement(makers.target("渠道清淤", unit="青禾县水务局")))
    makers.load(memory, makers.statement(evaluations=(makers.evaluation("渠道清淤", unit="青禾县水务局"),), document="自评"))

    assert "已导入的自评表按项目查，请说项目名称。" in answer(conversation_of(memory), "完成了哪些项目")
