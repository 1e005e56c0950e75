"""What is more, less or equal: between two things, between years, or of all that there are."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AggregateSaid, Mark, YearsSaid
from bot.reading.parse import Parse
from store.plan import Aggregate

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("谁的钱多", Mark.COMPARED),
        ("哪家给得多些", Mark.COMPARED),
        ("哪个补得多", Mark.COMPARED),
        ("哪边预算高", Mark.COMPARED),
        ("谁的项目多", Mark.COMPARED),
        ("两个一样多吗", Mark.COMPARED),
        ("今年跟去年一模一样", Mark.UNCHANGED),
        ("跟去年一样的", Mark.UNCHANGED),
        ("哪些项目比去年少", Mark.FELL),
        ("比2023年高", Mark.ROSE),
        ("涨没涨", Mark.ROSE),
        ("今年调减了", Mark.FELL),
        ("今年咋少了", Mark.WHY),
        ("凭啥多了", Mark.WHY),
        ("今年比去年多了哪个项目", Mark.NEW),
        ("今年比去年少了什么项目", Mark.GONE),
        ("今年有哪些新项目", Mark.NEW),
        ("砍掉的项目", Mark.GONE),
        ("降了几个点", Mark.PER_CENT),
        ("少了一半吗", Mark.PER_CENT),
        ("占一半以上吗", Mark.PER_CENT),
    ],
)
def test_what_it_does(read: Read, question: str, mark: Mark) -> None:
    """Words for more and less are told apart by what they are said of."""
    assert mark in read(question).marks()


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("哪个大队", Mark.COMPARED),
        ("哪个小学", Mark.COMPARED),
        ("谁给了多少", Mark.COMPARED),
        ("砍了多少", Mark.GONE),
        ("一半时间", Mark.PER_CENT),
    ],
)
def test_what_only_looks_like_it(read: Read, question: str, mark: Mark) -> None:
    """The beginning of a name, and a question for a figure, compare nothing."""
    assert mark not in read(question).marks()


@pytest.mark.parametrize("question", ["调减了多少", "上调了多少", "砍了多少", "缩水了多少", "差了多少", "多还是少", "追加了多少"])
def test_by_how_much(read: Read, question: str) -> None:
    """Each asks for a difference."""
    assert [Aggregate.DIFFERENCE] == [a.aggregate for a in read(question).meanings(AggregateSaid)]


@pytest.mark.parametrize(
    ("question", "aggregate"),
    [
        ("两年加一块多少", Aggregate.SUM),
        ("拢共多少", Aggregate.SUM),
        ("凑一块", Aggregate.SUM),
        ("每项平均多少", Aggregate.AVERAGE),
        ("平均每项", Aggregate.AVERAGE),
        ("均摊下来多少", Aggregate.AVERAGE),
    ],
)
def test_sums_and_means(read: Read, question: str, aggregate: Aggregate) -> None:
    """However a sum or a mean is asked for."""
    assert [aggregate] == [a.aggregate for a in read(question).meanings(AggregateSaid)]


@pytest.mark.parametrize(("question", "which"), [("哪一年给得最多", True), ("最多的是哪年", True), ("哪一年结束", False)])
def test_which_year(read: Read, question: str, which: bool) -> None:
    """“哪一年” ranks the years only where the most or the least is asked for."""
    assert which == any(years.which for years in read(question).meanings(YearsSaid))
