"""How many, how much for each and how much in all, asked in one message: each is told, or it is said that it is not."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

_OUTPUT = {"level1": "产出指标", "level2": "数量指标"}
_COST = {"level1": "成本指标", "level2": "经济成本指标"}


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Wardens who watch slopes in two years, a course for clerks, and buses on lines."""
    for year, people in ((2023, "330"), (2024, "340")):
        lines = {
            "地灾监测员补助": (
                makers.indicator("监测员人数", f"{people}人", number=people, unit="人", **_OUTPUT),
                makers.indicator("巡查隐患点", "296处", number="296", unit="处", **_OUTPUT),
                makers.indicator("补助标准", "100元/人·月", **_COST),
            ),
            "会计轮训经费": (
                makers.indicator("举办培训班", "4期", number="4", unit="期", **_OUTPUT),
                makers.indicator("轮训人次", "≥135人次", number="135", unit="人次", **_OUTPUT),
            ),
            "渠道清淤": (makers.indicator("完工时间", "2024年9月底前", level1="产出指标", level2="时效指标"),),
            "班线补贴": (makers.indicator("补贴班线", "23条", number="23", unit="条", **_OUTPUT),),
        }
        made = [
            makers.target(name, unit="青禾县应急局", year=year, yuan="408000", indicators=of_it, table=n, document=f"{year}年表")
            for n, (name, of_it) in enumerate(lines.items(), 1)
        ]
        makers.load(memory, makers.statement(*made, document=f"{year}年表"))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    [
        "地灾监测员补助多少人，每人每月多少，一共多少钱",
        "地灾监测员补助多少人、一人多少钱、总共多少钱",
        "地灾监测员补助几个人 一个月多少 一年多少",
        "地灾监测员补助多少人，每人多少，总额多少",
    ],
)
def test_all_three(chat: Chat, question: str) -> None:
    """However they are parted, by commas, signs or blanks."""
    reply = chat.says(question)

    assert [said in reply for said in ("340人", "100元/人·月", "40.8 万元")] == [True, True, True], reply.text


@pytest.mark.parametrize(
    "question", ["地灾监测员补助每人每月多少，一共多少钱", "地灾监测员补助一人多少 总共多少钱", "监测员每人多少，总额多少"]
)
def test_each_and_all(chat: Chat, question: str) -> None:
    """What one gets does not stand for what all get."""
    reply = chat.says(question)

    assert ["100元/人·月" in reply, "40.8 万元" in reply] == [True, True], reply.text


@pytest.mark.parametrize("turns", ["监测员多少个|去年几个", "监测员一共几个|去年多少个"])
def test_people_by_number(chat: Chat, turns: str) -> None:
    """“监测员多少个” are people, whatever else is counted so, and in another year as well."""
    replies = [chat.says(turn) for turn in turns.split("|")]

    assert ["340人" in replies[0], "330人" in replies[1], "处" in replies[1]] == [True, True, False], replies[1].text


@pytest.mark.parametrize("question", ["会计轮训每期多少人", "会计轮训经费每一期多少人"])
def test_of_each_course(chat: Chat, question: str) -> None:
    """The people of all courses are told as such."""
    reply = chat.says(question)

    assert "文件没有这样印，不做除法" in reply
    assert "135人次" in reply


@pytest.mark.parametrize(("number", "told"), [("23", "23条，与所问的一致"), ("24", "23条，不是24条")])
def test_whether_a_count_is_right(chat: Chat, number: str, told: str) -> None:
    """A blank before 对不对 makes no other question of it."""
    assert told in chat.says(f"班线补贴 {number}条 对不对")


@pytest.mark.parametrize("question", ["渠道清淤什么时候完", "渠道清淤几月完"])
def test_when_it_is_done(chat: Chat, question: str) -> None:
    """完 alone asks for the day, and not for the project's years."""
    assert "9月底前" in chat.says(question)
