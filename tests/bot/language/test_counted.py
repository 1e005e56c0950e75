"""How many of something the question believes there are, how many projects units are to have, and lists of phases."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AggregateSaid
from bot.language.numbers import NumberSaid, PhasesSaid, ProjectsNumbered
from bot.reading.parse import Parse
from store.plan import Aggregate, Comparator, Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "number", "of"),
    [
        ("三家各多少", 3, Field.UNIT),
        ("四家平均", 4, Field.UNIT),
        ("五个单位一共", 5, Field.UNIT),
        ("占三家的百分之几", 3, Field.UNIT),
        ("三样一共", 3, Field.PROJECT),
        ("四个项目加起来", 4, Field.PROJECT),
        ("六笔经费合计", 6, Field.PROJECT),
        ("十二个项目一共", 12, Field.PROJECT),
    ],
)
def test_how_many_there_are(read: Read, question: str, number: int, of: Field) -> None:
    """A number of units or projects is one that there are believed to be."""
    assert [NumberSaid(number, of)] == read(question).meanings(NumberSaid)


@pytest.mark.parametrize("question", ["第三个项目", "前三个项目", "最大的三个", "三个月", "几个项目", "三期工程", "几十个项目"])
def test_numbers_of_something_else(read: Read, question: str) -> None:
    """Places, months, ranks and questions for a number say of nothing how many there are."""
    assert not read(question).meanings(NumberSaid)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("一二三期一共", (1, 2, 3)),
        ("一、二期合计", (1, 2)),
        ("二三期", (2, 3)),
        ("前两期", (1, 2)),
        ("从一期到三期", (1, 2, 3)),
        ("一到三期", (1, 2, 3)),
        ("1-3期", (1, 2, 3)),
        ("12期", None),
        ("二十三期", None),
    ],
)
def test_lists_of_phases(read: Read, question: str, numbers: tuple[int, ...] | None) -> None:
    """Phases are listed by their numbers; a number of two digits is one phase."""
    found = read(question).meanings(PhasesSaid)

    assert found == ([PhasesSaid(numbers)] if numbers else [])


@pytest.mark.parametrize(
    ("question", "op", "number"),
    [
        ("5个以上项目的单位", Comparator.AT_LEAST, 5),
        ("项目超过3个的单位", Comparator.MORE, 3),
        ("项目数不少于4个的单位", Comparator.AT_LEAST, 4),
        ("哪个单位有3个以上项目", Comparator.AT_LEAST, 3),
        ("只有一个项目的单位", Comparator.EQUAL, 1),
        ("项目不到3个的单位", Comparator.LESS, 3),
        ("2个项目的单位", Comparator.EQUAL, 2),
    ],
)
def test_units_by_how_many_projects(read: Read, question: str, op: Comparator, number: int) -> None:
    """Of units the number of their projects may be limited."""
    found = read(question).meanings(ProjectsNumbered)

    assert [(op, number)] == [(one.filter.op, one.filter.number) for one in found]


@pytest.mark.parametrize("question", ["是不是5个项目", "有三个项目吧", "一共43个项目对吗"])
def test_whether_there_are_so_many(read: Read, question: str) -> None:
    """Who asks whether there are so many is told how many there are."""
    assert AggregateSaid(Aggregate.COUNT, Field.PROJECT) in read(question).meanings(AggregateSaid)
