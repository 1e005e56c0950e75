"""Conjunctions between limits and clauses."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AmountSaid
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "question",
    [
        "不低于五十万且不超过六十万的项目有哪些",
        "不低于50万，且低于60万的项目",
        "50万以上并且60万以下的项目",
        "大于50万同时小于60万的项目有哪些",
        "超过50万但不到60万的有几个",
        "高于50万而且低于60万的项目",
        "50万以上又不超过60万的项目有哪些",
        "至少50万，但是不能超过60万的项目",
        "50万以上但低于60万的项目",
    ],
)
def test_two_limits(read: Read, question: str) -> None:
    """Both limits count, and the word between them leaves nothing over."""
    said = read(question)

    assert 2 == len(said.meanings(AmountSaid))
    assert () == said.leftovers


@pytest.mark.parametrize(
    ("question", "kept"), [("且末镇道路多少钱", "且末镇道路"), ("并网线路多少钱", "并网线路"), ("但家庙修缮多少钱", "但家庙修缮")]
)
def test_names_that_begin_so(read: Read, question: str, kept: str) -> None:
    """A name keeps its first character where no limit stands before it."""
    assert any(kept in x.text for x in read(question).leftovers)
