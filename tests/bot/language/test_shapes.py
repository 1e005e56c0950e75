"""What shape of result is asked for, and what the words around it do."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AggregateSaid, Mark
from bot.reading.parse import Parse
from store.plan import Aggregate, Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "aggregate", "of"),
    [
        ("一共多少钱", Aggregate.SUM, None),
        ("加起來多少", Aggregate.SUM, None),
        ("合计多少", Aggregate.SUM, None),
        ("yigong多少", Aggregate.SUM, None),
        ("平均多少", Aggregate.AVERAGE, None),
        ("几个项目", Aggregate.COUNT, Field.PROJECT),
        ("有多少个项目", Aggregate.COUNT, Field.PROJECT),
        ("几家单位", Aggregate.COUNT, Field.UNIT),
        ("差多少", Aggregate.DIFFERENCE, None),
        ("增加了多少", Aggregate.DIFFERENCE, None),
    ],
)
def test_what_is_made_of_the_figures(read: Read, question: str, aggregate: Aggregate, of: Field | None) -> None:
    """Sum, average, count and difference are told apart."""
    assert [AggregateSaid(aggregate, of)] == read(question).meanings(AggregateSaid)


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("哪个多", Mark.COMPARED),
        ("甲比乙多", Mark.COMPARED),
        ("一分没涨", Mark.UNCHANGED),
        ("没有变化", Mark.UNCHANGED),
        ("怎么比去年少了", Mark.WHY),
        ("有哪些", Mark.WHICH),
        ("所有的", Mark.EVERYTHING),
        ("分别多少", Mark.EACH),
        ("花了多少", Mark.SPENDING),
        ("够不够用", Mark.SPENDING),
        ("執行率", Mark.SPENDING),
        ("还剩多少", Mark.SPENDING),
        ("为什么", Mark.WHY),
        ("含下属单位", Mark.BRANCH),
        ("局本级", Mark.ALONE),
        ("更多", Mark.MORE),
        ("不对", Mark.WRONG),
        ("你好", Mark.GREETING),
        ("谢谢", Mark.THANKS),
        ("謝謝", Mark.THANKS),
        ("你能干啥", Mark.HELP),
        ("它的", Mark.IT),
    ],
)
def test_what_a_word_does(read: Read, question: str, mark: Mark) -> None:
    """Words that are no values have one role each."""
    assert mark in read(question).marks()


@pytest.mark.parametrize(
    "question", ["请问", "麻烦帮我查一下啊", "那个", "的", "@绩效小助手 请问", "嗯嗯，", "　", "???", "。。。", ""]
)
def test_words_around_a_question_are_no_leftovers(read: Read, question: str) -> None:
    """Fillers, signs and space mean nothing and are not reported as unused."""
    assert () == read(question).leftovers


@pytest.mark.parametrize("question", ["对比度", "差旅", "花卉", "共享单车", "平均主义"])
def test_words_within_other_words(read: Read, question: str) -> None:
    """A word of which only a part is known is not wholly explained: something is left over."""
    assert read(question).leftovers


@pytest.mark.parametrize(("question", "summed"), [("这一块多少钱", False), ("保洁那一块多少", False), ("甲和乙一块多少钱", True)])
def test_what_is_pointed_at_is_not_added_up(read: Read, question: str, summed: bool) -> None:  # as it is read
    """这一块 is what was spoken of, and 一块 behind names is together."""
    assert summed == (AggregateSaid(Aggregate.SUM) in read(question).meanings(AggregateSaid))
