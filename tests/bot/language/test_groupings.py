"""Words that ask for a figure of each."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AggregateSaid, GroupBySaid, YearsSaid
from bot.reading.parse import Parse
from store.plan import Aggregate, Field, GroupBy

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "by"),
    [
        ("各单位分别多少", GroupBy.UNIT),
        ("每个单位多少钱", GroupBy.UNIT),
        ("按单位统计", GroupBy.UNIT),
        ("分单位列一下", GroupBy.UNIT),
        ("各所属单位多少", GroupBy.UNIT),
        ("各部门多少钱", GroupBy.DEPARTMENT),
        ("按主管部门汇总", GroupBy.DEPARTMENT),
    ],
)
def test_by_what(read: Read, question: str, by: GroupBy) -> None:
    """Units and departments, each or sorted by."""
    assert [GroupBySaid(by)] == read(question).meanings(GroupBySaid)


@pytest.mark.parametrize("question", ["哪个单位多少钱", "单位多少", "主管部门是谁", "各项目多少", "这个单位的"])
def test_by_nothing(read: Read, question: str) -> None:
    """A unit or a department that is only spoken of groups nothing."""
    assert [] == read(question).meanings(GroupBySaid)


@pytest.mark.parametrize(
    ("question", "each"),
    [("每年多少", True), ("各年度多少", True), ("分年度看", True), ("逐年的", True), ("历年多少", False), ("近三年多少", False)],
)
def test_years_each_or_together(read: Read, question: str, each: bool) -> None:
    """每年 asks for a figure of each year; 历年 only says which years."""
    assert [each] == [years.each for years in read(question).meanings(YearsSaid)]


@pytest.mark.parametrize("question", ["平均每个单位多少", "平均一个单位多少钱"])
def test_the_mean_over_units(read: Read, question: str) -> None:
    """平均每个单位 is one mean, and no figure of each."""
    said = read(question)

    assert [AggregateSaid(Aggregate.AVERAGE, Field.UNIT)] == said.meanings(AggregateSaid)
    assert [] == said.meanings(GroupBySaid)
