"""Amounts that are only roughly said become ranges."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AmountNamed, AmountSaid
from bot.reading.parse import Parse
from store.plan import Comparator

Read = Callable[[str], Parse]
GE, GT, LE, LT = Comparator.AT_LEAST, Comparator.MORE, Comparator.AT_MOST, Comparator.LESS


@pytest.mark.parametrize(
    ("question", "limits"),
    [
        ("五十万左右的项目", [(GE, 450000), (LE, 550000)]),
        ("大概50万的项目", [(GE, 450000), (LE, 550000)]),
        ("约50万元的项目", [(GE, 450000), (LE, 550000)]),
        ("差不多50万的项目", [(GE, 450000), (LE, 550000)]),
        ("三百来万的项目", [(GE, 2700000), (LE, 3300000)]),
        ("二十来万的项目", [(GE, 180000), (LE, 250000)]),
        ("十来万的项目", [(GE, 90000), (LE, 125000)]),
        ("四十万上下浮动一万以内的项目", [(GE, 390000), (LE, 410000)]),
        ("40万正负2万的项目", [(GE, 380000), (LE, 420000)]),
        ("一百来万的是哪个", [(GE, 900000), (LE, 1100000)]),
        ("三百来万往上的项目", [(GE, 2700000)]),
        ("三百来万以下的项目", [(LE, 3300000)]),
        ("七十几万的项目", [(GT, 700000), (LT, 800000)]),
        ("七十多万的项目", [(GT, 700000), (LT, 800000)]),
        ("70多万的项目", [(GT, 700000), (LT, 800000)]),
        ("十几万的项目", [(GT, 100000), (LT, 200000)]),
        ("一百多万的项目", [(GT, 1000000), (LT, 2000000)]),
        ("120多万的项目", [(GT, 1200000), (LT, 1300000)]),
        ("一千二百多万的项目", [(GT, 12000000), (LT, 13000000)]),
        ("两万多的项目", [(GT, 20000), (LT, 30000)]),
        ("两万多块钱的项目", [(GT, 20000), (LT, 30000)]),
        ("一百多万以上的项目", [(GT, 1000000)]),
        ("三百万出头的项目", [(GE, 3000000), (LE, 3300000)]),
        ("将近一百万的项目", [(GE, 900000), (LE, 1000000)]),
        ("接近100万的项目", [(GE, 900000), (LE, 1000000)]),
        ("几十万的项目", [(GE, 200000), (LT, 1000000)]),
        ("上百万的项目", [(GE, 1000000)]),
        ("上千万的项目", [(GE, 10000000)]),
        ("好几百万的项目", [(GE, 2000000), (LT, 10000000)]),
    ],
)
def test_an_amount_that_is_roughly_said(read: Read, question: str, limits: list[tuple[Comparator, int]]) -> None:
    """来, 几, 多, 出头, 将近 and the like make a range, which “以上” and “以下” leave one end of."""
    assert limits == [(f.op, f.yuan) for m in read(question).meanings(AmountSaid) for f in m.filters]


@pytest.mark.parametrize(
    "question", ["几万块钱", "多少万", "多万", "来万", "三期来电", "一百多个项目", "几百人", "最近三万里行动"]
)
def test_what_is_no_amount(read: Read, question: str) -> None:
    """A question for an amount, counts of other things and pieces of names are none."""
    assert [] == read(question).meanings(AmountSaid)


@pytest.mark.parametrize(
    ("question", "yuan"),
    [
        ("三十六万八的是哪个", 368000),
        ("一千三百六十万那个项目叫啥", 13600000),
        ("那个12.5万的项目", 125000),
        ("573000元对应哪个项目", 573000),
        ("1,320,000.00元是什么项目", 1320000),
        ("两万三那笔是啥", 23000),
    ],
)
def test_an_amount_that_is_looked_up(read: Read, question: str, yuan: int) -> None:
    """A spoken amount is exact, and 那个项目 behind it is the one of that amount."""
    said = read(question)

    assert [yuan] == [m.yuan for m in said.meanings(AmountNamed)]
    assert not said.leftovers
