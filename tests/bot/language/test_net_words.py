"""Words of the net and of young people, of surprise and of change year by year."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AggregateSaid, Asked, Mark, OrderSaid, YearsSaid
from bot.reading.parse import Parse
from store.plan import Aggregate, Direction, Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize("words", ["多少米米", "的票子", "的票票", "整了多少银子", "好多大洋", "多少小钱钱", "多少软妹币"])
def test_money(read: Read, words: str) -> None:
    """Money has many names."""
    said = read(f"公路养护{words}")

    assert any(a.field is Field.AMOUNT for a in said.meanings(Asked)) or Mark.HOW_MUCH in said.marks()
    assert ["公路养护"] == [x.text for x in said.leftovers]


@pytest.mark.parametrize("words", ["年年涨", "一年比一年少", "逐年增加了", "每年都在涨", "连年下降", "越来越少", "每年都在加"])
def test_year_by_year(read: Read, words: str) -> None:
    """What moves year by year is asked of all years."""
    said = read(f"凭啥公路养护{words}")

    assert any(y.every for y in said.meanings(YearsSaid))
    assert ["公路养护"] == [x.text for x in said.leftovers]


@pytest.mark.parametrize("question", ["公路养护每年增加多少", "公路养护逐年递增率"])
def test_what_moves_and_by_how_much(read: Read, question: str) -> None:
    """By how much it moves, and a rate, are read as they were."""
    assert not any(p.rule == "net_words" for p in read(question).cover)


@pytest.mark.parametrize("words", ["差这么多", "差得那么远", "相差悬殊", "差距咋就这么大"])
def test_far_apart(read: Read, words: str) -> None:
    """Who wonders how far apart two are wants the difference."""
    assert AggregateSaid(Aggregate.DIFFERENCE) in read(f"石桥镇和柳渡镇{words}").meanings(AggregateSaid)


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("最烧钱的项目", Direction.DESCENDING), ("最费钱的是哪个", Direction.DESCENDING), ("最花钱的项目", Direction.DESCENDING),
        ("最有钱的单位", Direction.DESCENDING), ("最穷的单位", Direction.ASCENDING), ("最省钱的项目", Direction.ASCENDING),
    ],
)  # fmt: skip
def test_the_most_and_the_least(read: Read, words: str, direction: Direction) -> None:
    """“最烧钱” is the most, and no slip for 最少钱."""
    assert [direction] == [o.order.direction for o in read(words).meanings(OrderSaid)]


@pytest.mark.parametrize("question", ["今年计划多少例", "打算几场", "放在几月份", "安排在哪个月"])
def test_what_is_planned(read: Read, question: str) -> None:
    """How many, and when: that it is planned limits nothing."""
    assert not {"计划", "打算", "放", "在", "放在"} & {x.text for x in read(question).leftovers}


@pytest.mark.parametrize("words", ["反而", "居然", "yyds", "求求了", "更新一批设备"])
def test_fillers(read: Read, words: str) -> None:
    """Such words limit nothing."""
    left = {x.text for x in read(f"{words}，公路养护多少钱").leftovers}

    assert not left & {"反而", "居然", "yyds", "求求了", "一", "批", "一批"}


@pytest.mark.parametrize("words", ["从多少涨到多少", "从多少降到多少了", "从多少场增加到多少场", "从几小时改成几小时"])
def test_from_what_to_what(read: Read, words: str) -> None:
    """What it was and what it became is asked of every year."""
    assert YearsSaid(every=True, each=True) in read(f"公路养护{words}").meanings(YearsSaid)


@pytest.mark.parametrize("question", ["233线路面修复多少钱", "国道233养护多少钱", "补贴555户多少钱"])
def test_a_number_is_no_laugh(read: Read, question: str) -> None:
    """Digits beside a word number something, and are never passed over."""
    assert not any(p.meaning is Mark.FILLER and question[p.start : p.end].isdecimal() for p in read(question).cover)


@pytest.mark.parametrize("question", ["233 公路养护多少钱", "公路养护多少钱，2333"])
def test_a_laugh(read: Read, question: str) -> None:
    """By themselves they only surround a question."""
    assert ["公路养护"] == [x.text for x in read(question).leftovers]
