"""Amounts that a figure is held against."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AmountChecked, AmountSaid, Mark
from bot.reading.parse import Parse
from store.plan import Comparator

Read = Callable[[str], Parse]
GE, GT, LE, LT, EQ = Comparator.AT_LEAST, Comparator.MORE, Comparator.AT_MOST, Comparator.LESS, Comparator.EQUAL


@pytest.mark.parametrize(
    ("question", "limits"),
    [
        ("有没有超过200万", [(GT, 2000000)]),
        ("超过200万了吗", [(GT, 2000000)]),
        ("超过200万没有", [(GT, 2000000)]),
        ("超没超200万", [(GT, 2000000)]),
        ("超没超过两百万啊", [(GT, 2000000)]),
        ("没超过200万吧", [(GT, 2000000)]),
        ("是否高于200万", [(GT, 2000000)]),
        ("破千万了吗", [(GT, 10000000)]),
        ("有没有上百万", [(GE, 1000000)]),
        ("过百万了吗", [(GT, 1000000)]),
        ("是不是超了200万", [(GT, 2000000)]),
        ("过了200万没有", [(GT, 2000000)]),
        ("是否高过200万", [(GT, 2000000)]),
        ("是不是比200万多", [(GT, 2000000)]),
        ("比200万少吗", [(LT, 2000000)]),
        ("比200万多多少", [(GT, 2000000)]),
        ("离200万还差多少", [(GT, 2000000)]),
        ("到没到150万", [(GE, 1500000)]),
        ("达到150万没有", [(GE, 1500000)]),
        ("够100万吗", [(GE, 1000000)]),
        ("够不够100万", [(GE, 1000000)]),
        ("有没有100万", [(GE, 1000000)]),
        ("有100万吗", [(GE, 1000000)]),
        ("有没有到100万", [(GE, 1000000)]),
        ("满没满30万", [(GE, 300000)]),
        ("不到50万吧", [(LT, 500000)]),
        ("低于50万吗", [(LT, 500000)]),
        ("不超过50万吧", [(LE, 500000)]),
        ("是不是在100万以内吗", [(LE, 1000000)]),
        ("有200万以上吗", [(GE, 2000000)]),
        ("是不是63万", [(EQ, 630000)]),
        ("是否63万", [(EQ, 630000)]),
        ("不是18.6万吗", [(EQ, 186000)]),
        ("难道不是18.6万", [(EQ, 186000)]),
        ("是90万对吗", [(EQ, 900000)]),
        ("是90万，对不对", [(EQ, 900000)]),
        ("应该是34.2万吧", [(EQ, 342000)]),
        ("应该是34.2万", [(EQ, 342000)]),
        ("是13.2万还是12.6万", [(EQ, 132000), (EQ, 126000)]),
        ("不对，是4.46", [(EQ, 44600)]),
        ("错了，应该是46000", [(EQ, 46000)]),
    ],
)
def test_a_figure_is_held_against_an_amount(read: Read, question: str, limits: list[tuple[Comparator, int]]) -> None:
    """Questions with 吗, 没有, 是不是 and doubled verbs ask whether, and limit nothing."""
    said = read(question)

    assert limits == [(f.op, f.yuan) for m in said.meanings(AmountChecked) for f in m.filters]
    assert [] == said.meanings(AmountSaid)


@pytest.mark.parametrize(
    "question",
    [
        "有没有超过200万的项目",
        "有10万以上的吗",
        "超过200万的有哪些",
        "不到5万的项目",
        "10万以上的项目有吗",
        "有没有20万左右的",
        "是90万的那个项目",
    ],
)
def test_what_looks_for_projects(read: Read, question: str) -> None:
    """的 behind the amount makes it one that projects are looked for by."""
    assert [] == read(question).meanings(AmountChecked)


def test_that_something_is_wrong_stays_said(read: Read) -> None:
    """“不对” before a figure keeps its own role."""
    assert Mark.WRONG in read("4.64不对，是4.46").marks()
