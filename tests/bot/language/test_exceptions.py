"""Words that leave something out."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Except
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("除了路灯还有多少", [Except.BEFORE]),
        ("除路灯外一共多少", [Except.BEFORE, Except.END]),
        ("除路灯以外，其他项目一共多少", [Except.BEFORE, Except.END, Except.REST]),
        ("不含路灯多少钱", [Except.EITHER]),
        ("不包括路灯多少钱", [Except.EITHER]),
        ("路灯除外，一共多少", [Except.AFTER]),
        ("路灯不算在内，一共多少", [Except.AFTER]),
        ("别把路灯算进去", [Except.BEFORE, Except.END]),
        ("刨掉路灯，一共多少", [Except.EITHER]),
        ("抛掉路灯一共多少", [Except.EITHER]),
        ("扣除路灯还剩多少", [Except.EITHER, Except.REST_SUM]),
        ("去掉路灯，剩下的有哪些", [Except.EITHER, Except.REST]),
        ("一共多少，路灯不算", [Except.EITHER]),
        ("除了路燈還有什麼", [Except.BEFORE]),
        *(
            (words, [Except.REST])
            for words in ("剩下的呢", "其余的一共多少", "剩余的有哪些", "余下三家呢", "别的项目呢", "另外两个呢")
        ),
    ],
)
def test_words_that_leave_out(read: Read, question: str, kinds: list[Except]) -> None:
    """Where it begins, where it ends, and what is left."""
    assert kinds == read(question).meanings(Except)


@pytest.mark.parametrize(
    "question",
    [
        "外事经费多少",
        "以外还有吗",
        "剩下的钱呢",
        "还剩多少",
        "剩余资金多少",
        "余额多少",
        "剩下",
        "算上路灯多少",
        "包含路灯多少",
        "其他资金多少",
    ],
)
def test_what_leaves_nothing_out(read: Read, question: str) -> None:
    """An end without a beginning ends nothing, and to hold something is not to leave it out."""
    assert [] == read(question).meanings(Except)


def test_other_funds_are_a_kind_of_money(read: Read) -> None:
    """其他资金 is a line of the form, also behind a word that leaves out."""
    assert [Except.EITHER] == read("不含其他资金是多少").meanings(Except)
