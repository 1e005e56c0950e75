"""A limit of one year beside another of another year: each holds for the amount of its own year."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """渡口维修 falls below 100万, 航标养护 rises above it, 船闸检修 is above it in both years; 浮桥拆除 is of the first year alone."""
    yuan = {
        "渡口维修": (1_200_000, 800_000),
        "航标养护": (900_000, 1_100_000),
        "船闸检修": (1_500_000, 1_600_000),
        "浮桥拆除": (1_300_000, 0),
    }
    for place, year in enumerate((2023, 2024)):
        document = f"青禾县交通局{year}年度项目支出绩效目标"
        made = [
            makers.target(name, unit="青禾县交通局", year=year, yuan=str(of[place]), document=document, table=number)
            for number, (name, of) in enumerate(yuan.items(), start=1)
            if of[place]
        ]
        makers.load(memory, makers.statement(*made, document=document, publisher="青禾县交通局"))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("去年超过100万今年不到100万的项目", "有 1 个（预算安排）：\n1. 青禾县交通局「渡口维修」 120 万元 → 80 万元"),
        ("2023年100万以上2024年不到100万的项目有几个", "有 1 个（预算安排）：\n1. 青禾县交通局「渡口维修」 120 万元 → 80 万元"),
        ("哪些项目去年低于100万，今年高于100万", "有 1 个（预算安排）：\n1. 青禾县交通局「航标养护」 90 万元 → 110 万元"),
        ("交通局去年不到100万、今年超过100万的有哪些", "1. 青禾县交通局「航标养护」 90 万元 → 110 万元"),
        ("去年和今年都超过100万的项目", "有 1 个（预算安排）：\n1. 青禾县交通局「船闸检修」 150 万元 → 160 万元"),
        ("去年超过150万今年不到50万的项目", "没有这样的项目"),
    ],
)
def test_each_year_has_its_limit(bot: Conversation, question: str, said: str) -> None:
    """Both amounts of each project are told; where none keeps to both limits, of how many that is said."""
    assert said in answer(bot, question)


@pytest.mark.parametrize(
    "question",
    [
        "去年超过100万今年不到100万的项目一共多少钱",
        "去年不到100万今年超过100万的单位",
        "去年超过100万今年不到100万的项目平均多少",
    ],
)
def test_what_else_is_asked_of_them(bot: Conversation, question: str) -> None:
    """A sum of such projects, and units by such limits, are refused: never are both limits held against one year."""
    reply = answer(bot, question)

    assert reply.kind == "clarify"
    assert "没有给出数" in reply


def test_two_questions_of_two_years(bot: Conversation) -> None:
    """Where each clause asks by itself its limit is no limit of the other year."""
    assert "→" not in answer(bot, "去年超过100万的项目有几个，今年超过100万的有几个")


def test_what_was_found_is_spoken_of(bot: Conversation) -> None:
    """What follows is asked of the projects that were found, in the later year."""
    chat = Chat(bot)
    chat.says("去年超过100万今年不到100万的项目")

    assert "共 1 个项目" in chat.says("有几个")


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("哪些项目比去年多15万以上", "航标养护", "船闸检修"),
        ("比去年少30万以上的项目有哪些", "渡口维修", "航标养护"),
        ("比去年多20%以上的项目", "航标养护", "船闸检修"),
        ("哪个项目比去年多10万", "船闸检修", "航标养护"),
    ],
)
def test_by_how_much_it_moved(bot: Conversation, question: str, said: str, unsaid: str) -> None:
    """A limit behind 比去年多 is of what lies between the years."""
    text = answer(bot, question).text

    assert said in text
    assert unsaid not in text
    assert "未用到" not in text
