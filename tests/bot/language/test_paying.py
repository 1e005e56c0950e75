"""Whether money has come to whom it is for, and calls for somebody to see to it."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Except, Mark
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "question",
    [
        "为什么还没到账",
        "怎么还没发",
        "咋还没发下来",
        "到现在都没给",
        "至今没拿到手",
        "凭啥不给发",
        "啥时候打到卡上",
        "什么时候能到账",
        "几号才到手",
        "到没到账",
        "发没发",
        "拨款了吗",
        "钱拨了吗",
        "领没领到",
        "打到卡上了吗",
        "收到了没",
        "为啥一直没兑现",
        "还没见到钱",
        "为什么还没到账，你们管不管",
        "怎么还没发，有没有人管",
    ],
)
def test_whether_it_was_paid(read: Read, question: str) -> None:
    """The tables hold no spending: it is asked for that, and nothing is left out of a figure."""
    said = read(question)

    assert Mark.SPENDING in said.marks()
    assert () == said.leftovers
    assert not said.meanings(Except)


@pytest.mark.parametrize(
    "question",
    [
        "哪些项目还没到账",
        "没发的有多少",
        "什么时候完工",
        "管护员多少钱",
        "没填项目期的有哪些",
        "给谁发的",
        "是财政拨款吗",
        "都是财政拨款吗",
    ],
)
def test_other_questions(read: Read, question: str) -> None:
    """What asks which of all, for a day of work, or what is blank, asks for no payment."""
    assert not [p for p in read(question).cover if p.rule == "paying"]
