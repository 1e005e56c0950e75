"""Short questions that the turn before explains, and words that turn to something else."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Asked, Mark, YearsSaid
from bot.reading.parse import Parse
from store.plan import Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("为啥降这么多", Mark.FELL),
        ("怎么涨了那么多", Mark.ROSE),
        ("为什么涨", Mark.ROSE),
        ("为啥少了", Mark.FELL),
        ("多在哪", Mark.ROSE),
        ("主要少在哪些项目", Mark.FELL),
        ("哪个是新的", Mark.NEW),
        ("哪些项目是今年才有的", Mark.NEW),
        ("局自己多少", Mark.ALONE),
        ("含呢", Mark.BRANCH),
    ],
)
def test_a_mark(read: Read, question: str, mark: Mark) -> None:
    """What moved, what is new and which scope is meant."""
    said = read(question)

    assert mark in said.marks()
    assert {word.text for word in said.leftovers} <= {"局"}


@pytest.mark.parametrize("question", ["今年还有吗", "去年有没有", "2023年还有没有"])
def test_whether_there_is_any(read: Read, question: str) -> None:
    """Whether a year has it still asks for the amount, and not for more of a list."""
    said = read(question)

    assert Mark.MORE not in said.marks()
    assert Asked(Field.AMOUNT) in said.meanings(Asked)


def test_the_course_of_years(read: Read) -> None:
    """A trend without years is one of all that there are."""
    assert YearsSaid(every=True, each=True) in read("走势呢").meanings(YearsSaid)


@pytest.mark.parametrize(
    "words",
    ["换成", "改看", "回到", "先看", "那就看看", "接下来是", "等下，先看", "算了，换", "不看这个，看", "给我看", "换个问题，"],
)
def test_turning_to_something_else(read: Read, words: str) -> None:
    """Words that turn to something else leave no word over."""
    assert read(f"{words}2023年的").leftovers == ()


@pytest.mark.parametrize("question", ["看守所多少", "查验费多少", "换热站多少", "改水多少"])
def test_beginnings_of_names(read: Read, question: str) -> None:
    """What a name begins with is not taken from it whole."""
    assert any(word.text for word in read(question).leftovers)
