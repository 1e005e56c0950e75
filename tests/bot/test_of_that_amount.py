"""An amount tells which project is meant, and something else of it is asked."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A project with other amounts in two years, one that is new, and two of the same amount."""
    years = {
        2023: [("青禾县公路站", "村道管护", "632000"), ("柳渡镇人民政府", "路灯电费", "90000")],
        2024: [
            ("青禾县公路站", "村道管护", "660000"),
            ("青禾县水务局", "引水工程", "3100000"),
            ("柳渡镇人民政府", "路灯电费", "120000"),
            ("石桥镇人民政府", "路灯电费", "120000"),
        ],
    }
    for year, rows in years.items():
        document = f"青禾县{year}年度项目支出绩效目标"
        targets = [
            makers.target(
                project,
                unit=unit,
                yuan=yuan,
                year=year,
                document=document,
                table=number,
                amounts={"annual/other": "1100000"} if project == "引水工程" else None,
            )
            for number, (unit, project, yuan) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("66万的项目去年多少", "63.2 万元：青禾县公路站「村道管护」2023年"),
        ("66万去年是多少", "63.2 万元：青禾县公路站「村道管护」2023年"),
        ("去年63.2万的项目今年多少", "66 万元：青禾县公路站「村道管护」2024年"),
        ("63.2万今年多少", "66 万元：青禾县公路站「村道管护」2024年"),
        ("310万那个其他资金多少", "110 万元：青禾县水务局「引水工程」2024年"),
        ("12万的项目去年多少", "9 万元：柳渡镇人民政府「路灯电费」2023年"),
    ],
)
def test_that_project(bot: Conversation, question: str, said: str) -> None:
    """It is answered for the project that has the amount, and that it has it is said."""
    reply = answer(bot, question)

    assert reply.kind == "answer"
    assert said in reply
    assert "的年度资金总额。" in reply


def test_there_was_none(bot: Conversation) -> None:
    """Of a year without the project there is no figure, and no other project's."""
    reply = answer(bot, "310万去年多少")

    assert reply.kind != "answer"
    assert "310 万元是青禾县水务局「引水工程」2024年的年度资金总额" in reply


def test_going_on(bot: Conversation) -> None:
    """What follows is about that project."""
    chat = Chat(bot)
    chat.says("66万的项目去年多少")

    assert "66 万元" in chat.says("今年呢")


@pytest.mark.parametrize(
    "question", ["66万是哪个项目", "去年66万的项目有哪些", "66万以上的项目去年多少", "9999万去年多少", "村道管护66万去年多少"]
)
def test_other_questions(bot: Conversation, question: str) -> None:
    """What looks for a project, a limit, an amount that nothing has, and a project that is named are other questions."""
    assert "的年度资金总额。" not in answer(bot, question)


@pytest.fixture
def units(memory: Store) -> Conversation:
    """A station whose projects come to what a bureau's single project is, and one that had as much the year before."""
    years = {
        2023: [("青禾县公路站", "村道管护", "300000"), ("青禾县园林所", "公园养护", "990000")],
        2024: [
            ("青禾县公路站", "村道管护", "400000"),
            ("青禾县公路站", "桥梁检测", "260000"),
            ("青禾县水务局", "引水工程", "660000"),
            ("青禾县水务局", "水质监测", "100000"),
            ("青禾县园林所", "公园养护", "500000"),
        ],
    }
    for year, rows in years.items():
        document = f"青禾县{year}年度项目支出绩效目标"
        targets = [
            makers.target(project, unit=unit, yuan=yuan, year=year, document=document, table=number)
            for number, (unit, project, yuan) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    return conversation_of(memory)


@pytest.mark.parametrize("question", ["66万的单位去年多少", "66万那个单位去年多少钱", "今年66万的单位去年多少"])
def test_that_unit(units: Conversation, question: str) -> None:
    """A unit has an amount where its projects come to it, and no unit has it for one of its projects."""
    reply = answer(units, question)

    assert reply.kind == "answer"
    assert "30 万元" in reply
    assert "66 万元是青禾县公路站2024年 2 个项目的年度资金总额（本系统相加，文件未印合计）。" in reply
    assert "水务局" not in reply
    total = next(fact for fact in reply.facts if fact["yuan"] == "660000.00")
    assert {reply.facts[n]["project"] for n in total["of"]} == {"村道管护", "桥梁检测"}


@pytest.mark.parametrize("question", ["99万的单位去年多少", "10万的单位去年多少", "26万的单位财政拨款多少"])
def test_no_unit_has_it(units: Conversation, question: str) -> None:
    """What only a project has, or only the year that is asked for itself, tells no unit."""
    assert "个项目的年度资金总额" not in answer(units, question)


def test_of_the_year_that_is_said(units: Conversation) -> None:
    """The year that is said of the amount is that in which it is looked for."""
    reply = answer(units, "去年99万的单位今年多少")

    assert "50 万元" in reply
    assert "99 万元是青禾县园林所2023年" in reply
