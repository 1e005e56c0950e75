"""Money that a unit pays itself is 其他资金 of the form."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Asked, YearsSaid
from bot.reading.parse import Parse
from store.model import FundingKind
from store.plan import Field

Read = Callable[[str], Parse]
OTHER = Asked(Field.AMOUNT, FundingKind.OTHER)


@pytest.mark.parametrize(
    "question",
    [
        "自己出的其他资金呢",
        "单位自己出的呢",
        "自己掏多少",
        "学校自己承担多少",
        "医院自己还要贴多少钱",
        "自己配套的资金多少",
        "自家筹的那部分呢",
        "自掏腰包的有多少",
        "他们自己解决的钱是多少",
        "自行筹集多少",
        "自有资金多少",
        "自己负担的部分",
    ],
)
def test_own_money(read: Read, question: str) -> None:
    """Whoever pays, and however it is called."""
    said = read(question)

    assert OTHER in said.meanings(Asked)
    assert () == said.leftovers


@pytest.mark.parametrize(
    "question", ["哪些钱是从去年转过来的", "去年剩下来的钱多少", "去年没花完的转过来的多少", "去年转过来接着用的有哪些"]
)
def test_carried_over(read: Read, question: str) -> None:
    """What came over from the last year is 上年结转, and that year is not asked for."""
    said = read(question)

    assert Asked(Field.AMOUNT, FundingKind.CARRYOVER) in said.meanings(Asked)
    assert [] == said.meanings(YearsSaid)


@pytest.mark.parametrize("question", ["去年转来的学生多少", "从去年留下的垃圾多少吨", "去年转移支付多少"])
def test_not_carried_over(read: Read, question: str) -> None:
    """Pupils and waste are no money."""
    assert Asked(Field.AMOUNT, FundingKind.CARRYOVER) not in read(question).meanings(Asked)


@pytest.mark.parametrize(
    "question", ["县里自己出多少", "镇自己出的呢", "财政局自己的呢", "自己看看多少钱", "跟它自己去年比呢", "自行车道多少钱"]
)
def test_other_selves(read: Read, question: str) -> None:
    """What a county or a town pays is no column of the form, and what is a unit's own is not its money."""
    assert OTHER not in read(question).meanings(Asked)
