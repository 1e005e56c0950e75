"""Where a question tells what a project does: which words describe it, and what is asked once its name stands there."""

import pytest

from bot.language.descriptions import Frame, described_in


@pytest.mark.parametrize(
    ("question", "words", "frame", "named"),
    [
        ("灭老鼠那个项目今年多少钱", "灭老鼠", Frame.THAT, "甲今年多少钱"),
        ("请问治白蚁的那笔钱是多少", "治白蚁", Frame.MONEY, "请问甲是多少"),
        ("修两座桥的钱是多少", "修两座桥", Frame.MONEY, "甲是多少"),
        ("治白蚁的是哪个项目", "治白蚁", Frame.WHICH, "甲预算安排多少"),
        ("治白蚁的是哪个项目，目标呢", "治白蚁", Frame.WHICH, "甲，目标呢"),
        ("老人免费坐车的项目叫啥子", "老人免费坐车", Frame.WHICH, "甲预算安排多少"),
        ("买显微镜的是哪个学校的", "买显微镜", Frame.WHOSE, "甲是哪个单位的"),
        ("买显微镜那个项目是哪家的", "买显微镜", Frame.WHOSE, "甲是哪个单位的"),
        ("哪个项目要用无人机打药", "用无人机打药", Frame.WHICH, "甲预算安排多少"),
        ("灭老鼠安排了多少钱", "灭老鼠", Frame.ASKED, "甲安排了多少钱"),
        ("治白蚁的", "治白蚁", Frame.THAT, "甲"),
        ("低保家庭那条指标是哪个项目的", "低保家庭", Frame.WHICH, "甲预算安排多少"),
    ],
)
def test_the_words_and_the_question_around_them(question: str, words: str, frame: Frame, named: str) -> None:
    """The words end where the frame begins; with the name in their place the rest of the question stays as it was."""
    first = next(described_in(question))

    assert (words, frame) == (question[first.start : first.end], first.frame)
    assert named == first.with_name("甲")


@pytest.mark.parametrize("question", ["今年多少钱", "绿化养护的目标是什么", "有哪些项目", "西沟村多少钱", "你好", "一共多少"])
def test_a_question_that_describes_nothing(question: str) -> None:
    """Without a frame, and without a deed at its beginning, a question calls things by their names."""
    assert [] == list(described_in(question))
