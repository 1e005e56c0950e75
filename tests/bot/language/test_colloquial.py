"""Fields as people ask for them in passing."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Mark
from bot.language.unanswerable import QualifierSaid, Unanswerable
from bot.planning.fields_said import fields_of
from bot.reading.parse import Parse
from store.plan import Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("到底要干成啥样", Field.GOAL),
        ("是要建成啥样子", Field.GOAL),
        ("要做到什么程度", Field.GOAL),
        ("打算搞成什么样", Field.GOAL),
        ("准备达到什么水平", Field.GOAL),
        ("主要干啥", Field.GOAL),
        ("要完成哪些任务", Field.GOAL),
        ("都是财政的钱吗", Field.FUNDING),
        ("是不是全是财政拨款", Field.FUNDING),
        ("钱是谁出的", Field.FUNDING),
        ("要抽多少批次", Field.INDICATOR),
        ("要改多少平方", Field.INDICATOR),
        ("多久清运一次", Field.INDICATOR),
    ],
)
def test_the_field(read: Read, question: str, field: Field) -> None:
    """Goals, kinds of money, counts and frequencies are asked for in everyday words."""
    assert (field,) == fields_of(read(question), indicators=False)


@pytest.mark.parametrize(
    "question", ["钱花完了没有", "用完了吗", "到账了没有", "实际抽了多少批次", "已经修了多少公里", "花出去多少"]
)
def test_what_was_done(read: Read, question: str) -> None:
    """What was spent or done is asked of the execution, which the tables do not hold."""
    assert Mark.SPENDING in read(question).marks()


@pytest.mark.parametrize("question", ["人均多少钱", "一个人一年多少钱", "每人每月发多少", "每个人能领多少"])
def test_per_head(read: Read, question: str) -> None:
    """What is asked for one person is no amount of a project."""
    assert QualifierSaid(Unanswerable.PER_HEAD) in read(question).meanings(QualifierSaid)


@pytest.mark.parametrize("question", ["多久", "实际控制在多少", "要多少人", "一个人的名字"])
def test_what_is_none_of_these(read: Read, question: str) -> None:
    """A period, a limit and a number of people are asked for otherwise."""
    said = read(question)

    assert Mark.SPENDING not in said.marks()
    assert said.meanings(QualifierSaid) == []
