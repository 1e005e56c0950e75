"""Words that ask whether money is fit, or how it was set: no form tells that."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Mark
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "words",
    [
        "合理吗", "合不合理", "值不值", "值得吗", "是不是太高了", "有点多吧", "偏低了吧", "给多了吧", "批少了吗", "有没有必要", "有必要吗",
        "还有压缩空间吗", "能不能砍掉一点", "还能减一点吗", "可以再省点钱吗", "怎么看", "你的看法是什么", "是怎么定的", "怎么算出来的", "谁批的",
        "谁拍板的", "测算依据是什么", "浪不浪费", "有没有浪费", "这么贵干嘛", "贵不贵", "划算吗", "靠谱吗", "该不该花", "是不是没必要",
    ],
)  # fmt: skip
def test_a_judgement_or_its_grounds(read: Read, words: str) -> None:
    """Nothing of such a question is left unexplained."""
    said = read(f"公路养护{words}")

    assert Mark.UNTOLD in said.marks()
    assert ["公路养护"] == [x.text for x in said.leftovers]


@pytest.mark.parametrize(
    "question",
    [
        "公路养护比去年多了吧", "最贵的项目是哪个", "公路养护多少钱", "公路养护怎么样", "公路养护要求高不高于95%", "哪个项目钱最少", "公路养护给了多少",
        "定的目标是什么", "批复的是多少", "谁负责公路养护", "公路养护减少了多少", "能查公路养护吗", "公路养护花了多少",
    ],
)  # fmt: skip
def test_other_questions(read: Read, question: str) -> None:
    """Who compares, ranks or asks for a figure wants no judgement."""
    assert Mark.UNTOLD not in read(question).marks()


@pytest.mark.parametrize(
    "words", ["怎么突然涨了", "怎么缩水了", "咋一下子少了", "怎么忽然减少了", "怎么砍了那么多", "怎么下降了"]
)
def test_why_it_moved(read: Read, words: str) -> None:
    """Who wonders at a change asks why, and for the change."""
    said = read(f"公路养护{words}")

    assert Mark.WHY in said.marks()
    assert Mark.GONE not in said.marks()
    assert ["公路养护"] == [x.text for x in said.leftovers]


@pytest.mark.parametrize(
    "question",
    [
        "戏曲下乡20万才演8场，是不是太贵了",
        "戏曲下乡一场2500块，价格正常吗",
        "戏曲下乡2500元一场合理吗",
        "戏曲下乡每场2500元，是不是偏高",
        "戏曲下乡请了12个人，多不多",
        "戏曲下乡只演8场，值不值",
    ],
)
def test_what_is_held(read: Callable[[str], Parse], question: str) -> None:
    """What somebody holds before he asks for a judgement is passed over, all of it."""
    said = read(question)

    assert Mark.UNTOLD in said.marks()
    assert ["戏曲下乡"] == [x.text for x in said.leftovers]
