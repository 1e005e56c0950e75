"""What people say around a question: it is passed over, and what may limit the question never is."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Except, Mark
from bot.language.unanswerable import QualifierSaid
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


def _left(said: Parse) -> list[str]:
    return [x.text for x in said.leftovers]


@pytest.mark.parametrize(
    "question",
    [
        "我刚接手，多少钱",
        "新来的，不太懂这块，多少钱",
        "我也不熟悉，多少钱",
        "你这破机器人连多少钱都查不出来",
        "你们这什么系统，多少钱都不知道吗",
        "太难用了！多少钱",
        "急死我了，快点，多少钱",
        "老师您好，请教一下多少钱",
        "小同志你好，想问下多少钱，麻烦了",
        "多少钱，谢谢老师",
        "听说批了，我记得，印象中是多少钱来着",
        "不好意思打扰一下，再帮我看看多少钱",
        "说实话我就想知道多少钱",
        "你再看看，到底多少钱",
        "一年要多少钱",
        "我想咨询一下多少钱",
        "数数看，多少钱",
        "我算了算，多少钱",
        "点一点，多少钱",
        "单看多少钱",
        "年度目标原文发我，多少钱",
        "目标一字不改地给我，多少钱",
    ],
)
def test_what_is_said_around_a_question(read: Read, question: str) -> None:
    """Greetings, moods, hurry and who one is leave no word over."""
    assert [] == _left(read(question))


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("领导干部培训多少钱", "领导干部培训"),
        ("老师培训多少钱", "老师培训"),
        ("咨询服务多少钱", "咨询服务"),
        ("机器人竞赛多少钱", "机器人竞赛"),
        ("老同志慰问多少钱", "老同志慰问"),
        ("解说员培训多少钱", "解说员培训"),
        ("会议汇报系统多少钱", "汇报系统"),
        ("上面两个村多少钱", "村"),
        ("刚接手的那个村多少钱", "刚接手"),
        ("急救设备多少钱", "急救设备"),
        ("第一年多少钱", "第一年"),
        ("只给残疾人的多少钱", "残疾人"),
    ],
)
def test_names_and_limits_are_kept(read: Read, question: str, kept: str) -> None:
    """Words that look alike and stand in a name, or limit what is asked for, are left over or stay in the text."""
    assert kept in "".join(_left(read(question)))


@pytest.mark.parametrize(
    "question",
    [
        "领导催得急，上半年多少钱",
        "我刚接手，3月份多少钱",
        "麻烦了，不含结转多少钱",
        "听说除了财政局的，多少钱",
        "说实话人均多少钱",
    ],
)
def test_limits_stand_beside_the_talk(read: Read, question: str) -> None:
    """A part of the year, an exception and a figure per head are read though the rest is talk."""
    said = read(question)

    assert said.meanings(QualifierSaid) or said.meanings(Except)


@pytest.mark.parametrize("question", ["我们镇多少钱", "我单位多少钱", "咱们局的多少钱", "我们这个学校多少钱"])
def test_our_unit(read: Read, question: str) -> None:
    """“我们镇” speaks of a unit that the question must name elsewhere."""
    assert Mark.OURS in read(question).marks()


@pytest.mark.parametrize(
    ("question", "why"),
    [("怎么一分没涨", True), ("怎么比去年少", True), ("怎么两年都没变", True), ("怎么申请", False), ("怎么样", False)],
)
def test_why(read: Read, question: str, why: bool) -> None:
    """“怎么…没涨” asks for the reason, “怎么” alone does not."""
    assert why is (Mark.WHY in read(question).marks())


@pytest.mark.parametrize("question", ["机器人，多少钱", "小助手你好，多少钱呀", "老师们好，多少钱啦"])
def test_whom_one_turns_to(read: Read, question: str) -> None:
    """Forms of address at the beginning are passed over."""
    assert _left(read(question)) == []
