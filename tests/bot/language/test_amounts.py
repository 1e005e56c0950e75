"""Amounts in a question, and how they limit what is meant."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.meanings import AmountNamed, AmountSaid
from bot.reading.parse import Parse
from store.plan import Comparator
from tests.laws import law

Read = Callable[[str], Parse]
GE, GT, LE, LT, EQ = Comparator.AT_LEAST, Comparator.MORE, Comparator.AT_MOST, Comparator.LESS, Comparator.EQUAL


def _limits(said: Parse) -> list[tuple[Comparator, Decimal]]:
    return [(f.op, f.yuan) for m in said.meanings(AmountSaid) for f in m.filters]


@pytest.mark.parametrize(
    ("question", "limits"),
    [
        ("10万以上的项目", [(GE, 100000)]),
        ("十万以上的项目", [(GE, 100000)]),
        ("10万元以上的项目", [(GE, 100000)]),
        ("１０萬以上的項目", [(GE, 100000)]),
        ("10w以上的项目", [(GE, 100000)]),
        ("超过10万的项目", [(GT, 100000)]),
        ("超了10万的项目", [(GT, 100000)]),
        ("比10万还多的项目", [(GT, 100000)]),
        ("比10万少的项目", [(LT, 100000)]),
        ("大于100000元的项目", [(GT, 100000)]),
        (">10万的项目", [(GT, 100000)]),
        ("超10万的项目", [(GT, 100000)]),
        ("过百万的项目", [(GT, 1000000)]),
        ("≥10万的项目", [(GE, 100000)]),
        ("不到5万的项目", [(LT, 50000)]),
        ("低于5万的项目", [(LT, 50000)]),
        ("不超过5万的项目", [(LE, 50000)]),
        ("5万以下的项目", [(LE, 50000)]),
        ("5万以内的项目", [(LE, 50000)]),
        ("至少两万六的项目", [(GE, 26000)]),
        ("等于28万的项目", [(EQ, 280000)]),
        ("2.6万以上的项目", [(GE, 26000)]),
        ("26,000元以上的项目", [(GE, 26000)]),
        ("1亿以上的项目", [(GE, 100000000)]),
        ("10万到50万之间的项目", [(GE, 100000), (LE, 500000)]),
        ("从10万到50万的项目有哪些", [(GE, 100000), (LE, 500000)]),
        ("10到50万的项目", [(GE, 100000), (LE, 500000)]),
        ("在10万和50万之间的项目", [(GE, 100000), (LE, 500000)]),
        ("10万（含）以上的项目", [(GE, 100000)]),
        ("超过10万的，不含10万", [(GT, 100000)]),
        ("10万以上的，不含10万的项目", [(GT, 100000)]),
        ("10万以下，不含本数的项目", [(LT, 100000)]),
        ("超过10万的，含10万", [(GE, 100000)]),
        ("不到10万的（含10万）", [(LE, 100000)]),
        ("超过10万的，不含20万", [(GT, 100000)]),
        ("单笔过两百万的项目", [(GT, 2000000)]),
        ("四百个W往上的项目", [(GE, 4000000)]),
        ("10万（含本数）以下的项目", [(LE, 100000)]),
        ("10万到50万之间（含两头）的项目", [(GE, 100000), (LE, 500000)]),
    ],
)
def test_a_limit_as_people_say_it(read: Read, question: str, limits: list[tuple[Comparator, int]]) -> None:
    """Words before and behind an amount make it a limit, in yuan."""
    assert limits == _limits(read(question))


@pytest.mark.parametrize("question", ["有没有一笔77.7万的", "一个77.7万的项目", "有一项77.7万"])
def test_one_that_has_an_amount(read: Read, question: str) -> None:
    """一笔 before an amount says that there may be such a project."""
    said = read(question)

    assert [AmountNamed(Decimal(777000))] == said.meanings(AmountNamed)
    assert not said.leftovers


def test_two_limits(read: Read) -> None:
    """Two limits in one question both hold."""
    assert _limits(read("5万以上10万以下的项目")) == [(GE, 50000), (LE, 100000)]


@pytest.mark.parametrize(
    ("question", "yuan"),
    [
        ("90万是干什么的", 900000),
        ("那2.6万呢", 26000),
        ("二十八万给谁了", 280000),
        ("每亩五块的补助", 5),
        ("这五万块给谁", 50000),
    ],
)
def test_an_amount_that_is_only_named(read: Read, question: str, yuan: int) -> None:
    """An amount without a comparison limits nothing; it is known to be an amount."""
    said = read(question)

    assert [] == _limits(said)
    assert [yuan] == [m.yuan for m in said.meanings(AmountNamed)]


@pytest.mark.parametrize(
    "question",
    [
        "一个项目多少钱",
        "多少万",
        "几万块钱",
        "路灯这一块安排了多少",
        "这两块钱怎么分的",
        "三块钱各是多少",
        "路灯和保洁两块一共多少",
        "两家凑一块多少",
        "三期多少钱",
        "第三中学",
        "2.6.1",
        "3月底前",
        "95%以上的指标",
        "2024年",
        "前三名",
        "万一没有呢",
    ],
)
def test_what_is_no_amount(read: Read, question: str) -> None:
    """Counts, phases, names, sections, months, per cents, years and idioms are no amounts."""
    said = read(question)

    assert [] == _limits(said)
    assert [] == said.meanings(AmountNamed)


@given(st.integers(1, 999), st.sampled_from(["元", "万", "万元", "亿"]), st.sampled_from(["以上", "以下", "以内"]))
@law(60)
def test_any_limit_is_read_exactly(read: Read, number: int, unit: str, word: str) -> None:
    """Whatever the number and unit, the limit is the amount that stands there."""
    factor = {"元": 1, "万": 10**4, "万元": 10**4, "亿": 10**8}[unit]

    assert _limits(read(f"{number}{unit}{word}的项目")) == [(GE if word == "以上" else LE, number * factor)]
