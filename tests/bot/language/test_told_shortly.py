"""Short words for money and years: 财政的呢, 一个月能拿多少, 年年涨, 上限多少, 今年没了."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Asked, Mark, YearsSaid
from bot.language.unanswerable import QualifierSaid, Unanswerable
from bot.reading.parse import Parse
from store.model import FundingKind
from store.plan import Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize("question", ["财政的呢", "财政出的多少", "那财政给的呢", "公家出的钱是多少"])
def test_fiscal_money(read: Read, question: str) -> None:
    """What 财政 gives is 财政拨款."""
    assert Asked(Field.AMOUNT, FundingKind.FISCAL) in read(question).meanings(Asked)


@pytest.mark.parametrize("question", ["一个月能拿多少", "每月发多少", "一次补多少钱", "一个月领几百"])
def test_what_one_gets(read: Read, question: str) -> None:
    """What somebody gets a month is a rate, and no total."""
    assert QualifierSaid(Unanswerable.PER_HEAD) in read(question).meanings(QualifierSaid)


@pytest.mark.parametrize("question", ["一年发多少", "今年给多少", "上个月发多少"])
def test_no_rate(read: Read, question: str) -> None:
    """What is given a year is the amount itself."""
    assert QualifierSaid(Unanswerable.PER_HEAD) not in read(question).meanings(QualifierSaid)


@pytest.mark.parametrize("question", ["年年涨吗", "为啥连年涨", "逐年增加吗", "一年比一年多"])
def test_every_year(read: Read, question: str) -> None:
    """All years are meant."""
    assert any(years.every for years in read(question).meanings(YearsSaid))


@pytest.mark.parametrize("question", ["每月标准不能超过多少", "上限是多少", "封顶多少", "最高不超过多少钱", "不得低于多少"])
def test_limits_that_lines_state(read: Read, question: str) -> None:
    """A limit is asked for as it stands in the indicator table."""
    assert Asked(Field.INDICATOR) in read(question).meanings(Asked)


@pytest.mark.parametrize("question", ["哪些项目今年没了", "去年有哪些项目今年取消了"])
def test_gone(read: Read, question: str) -> None:
    """What is no more was there before."""
    assert Mark.GONE in read(question).marks()


@pytest.mark.parametrize("question", ["项目期到啥时候", "实施期到哪年结束", "项目期限截止到几时", "建设期多长时间"])
def test_the_period(read: Read, question: str) -> None:
    """The form's own field is asked for."""
    assert Asked(Field.PERIOD) in read(question).meanings(Asked)
