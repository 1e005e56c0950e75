"""Where money comes from."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Asked
from bot.reading.parse import Parse
from store.plan import Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "question",
    [
        "资金从哪来",
        "钱从哪儿出",
        "哪儿来的钱",
        "钱打哪儿来",
        "钱是从哪里列支的",
        "经费由谁出",
        "谁掏的钱",
        "是谁出的钱",
        "用的什么钱",
        "走的哪块资金",
        "资金渠道",
        "钱走哪个口子",
        "资金是哪里的",
        "靠什么钱办",
    ],
)
def test_the_kinds_of_money(read: Read, question: str) -> None:
    """Where money comes from is told by its kinds, and by what the form says of its source."""
    said = read(question)

    assert Asked(Field.FUNDING) in said.meanings(Asked)
    assert said.leftovers == ()


@pytest.mark.parametrize("question", ["钱花在哪", "是啥钱", "谁拿的钱最多", "数从哪来的", "项目从哪来", "到哪里去了"])
def test_something_else(read: Read, question: str) -> None:
    """What money is for, who has most of it, and where a figure stands are other questions."""
    assert Asked(Field.FUNDING) not in read(question).meanings(Asked)
