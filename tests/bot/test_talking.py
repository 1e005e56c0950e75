"""Questions with talk around them: who asks, and in what mood, changes nothing of the answer."""

import pytest

from bot.conversation import Conversation
from tests.bot.conftest import answer

PLAIN = "操场改造多少钱"


@pytest.mark.parametrize(
    "question",
    [
        "小同志你好，我是第三中学的，刚接手，想问下操场改造多少钱，麻烦了",
        "领导催得急🙏 操场改造多少钱",
        "你这破机器人连操场改造多少钱都查不出来",
        "操场改造到底多少钱，你再看看",
        "老师您好，请教一下操场改造多少钱",
        "我是石桥镇的，操场改造多少钱",
        "我是第三中学的，我们学校那个操场改造多少钱",
        "明天要开会汇报，帮我看下操场改造多少钱，谢谢老师",
        "操场改造一年要多少",
        "太慢了！操场改造多少钱来着",
        "一句话说清操场改造多少钱",
        "先给我操场改造多少钱，凑一段话就行",
        "明天要去汇报：操场改造多少钱",
    ],
)
def test_the_answer_is_the_same(county_bot: Conversation, question: str) -> None:
    """Whatever is said around it, a question has the answer of the plain question, without a word that is not used."""
    assert answer(county_bot, PLAIN).text == answer(county_bot, question).text


@pytest.mark.parametrize(
    "question",
    [
        "领导催得急，操场改造上半年多少钱",
        "我刚接手，操场改造3月份多少",
        "麻烦了，操场改造给残疾人的多少",
        "我们镇的操场改造多少钱",
        "我单位多少钱",
        "听说是张楼村的操场改造，多少钱",
    ],
)
def test_what_limits_the_question(county_bot: Conversation, question: str) -> None:
    """A part of the year, a purpose, a place or a unit that is not named never yields the plain figure."""
    reply = answer(county_bot, question)

    assert reply.kind in ("clarify", "not_found")
    assert reply.facts == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("我是柳渡镇的，我们镇的驻村帮扶经费多少", "柳渡镇财政所"),
        ("我是柳渡镇的，驻村帮扶经费多少", "柳渡镇财政所"),
        ("我是柳渡镇的，想知道石桥镇的驻村帮扶经费", "石桥镇财政所"),
    ],
)
def test_who_asks(county_bot: Conversation, question: str, said: str) -> None:
    """The unit of who asks is meant where it has the project and no other unit is named."""
    reply = answer(county_bot, question)
    other = {"柳渡镇财政所": "石桥镇财政所", "石桥镇财政所": "柳渡镇财政所"}[said]

    assert said in reply
    assert other not in reply


def test_a_figure_that_is_believed(county_bot: Conversation) -> None:
    """“不是63万吗” is answered with what is printed, and that this is not what the person believed."""
    reply = answer(county_bot, "操场改造不是63万吗，你再看看")

    assert "46 万元" in reply
    assert "不是63万" in reply


@pytest.mark.parametrize("question", ["网络运维怎么涨了", "青禾县财政局的网络运维怎么没涨"])
def test_why_it_moved(county_bot: Conversation, question: str) -> None:
    """The figures that bear on it are shown, and that the documents give no reason."""
    reply = answer(county_bot, question)

    assert "没有写" in reply
    assert "2024年" in reply
