"""With and without the units below, and whose unit it is, as people say it at work."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Asked, Mark
from bot.reading.parse import Parse
from store.plan import Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "words",
    ["带起下头的单位", "连所属", "连下头一起", "口子上", "加上手下的单位", "捎上下属", "含二级单位", "算上底下的", "带着直属单位一起", "连它下属的都算上"],
)  # fmt: skip
def test_with_those_below(read: Read, words: str) -> None:
    """The branch is meant."""
    said = read(f"交通局{words}多少钱")

    assert Mark.BRANCH in said.marks()
    assert ["交通局"] == [x.text for x in said.leftovers]


@pytest.mark.parametrize(
    "words", ["光自己的", "单自己", "自己没有下属的", "机关本身", "只算自己的", "光局里的", "自个儿的", "不带下头的"]
)
def test_alone(read: Read, words: str) -> None:
    """The unit itself is meant."""
    said = read(f"交通局{words}多少钱")

    assert Mark.ALONE in said.marks() or Mark.BRANCH in said.marks()  # left out by 不带
    assert ["交通局"] == [x.text for x in said.leftovers]


@pytest.mark.parametrize("words", ["是哪个局的", "归谁管", "归哪个局管", "属于哪个主管部门", "上级是谁"])
def test_whose(read: Read, words: str) -> None:
    """Whose unit it is, is the department."""
    assert Asked(Field.DEPARTMENT) in read(f"公路站{words}").meanings(Asked)


@pytest.mark.parametrize(
    "question", ["公路养护是哪个单位的", "交通局比自己去年多多少", "不含下属的公路站多少钱", "口岸办公室多少钱"]
)
def test_other_questions(read: Read, question: str) -> None:
    """A project's unit, a comparison with oneself, and what is left out are read as before."""
    assert not any(p.rule == "whose_units" for p in read(question).cover)
