"""The unit that an answer is wanted in."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Asked, DenominationSaid
from bot.planning.asking import asked_of
from bot.reading.parse import Parse
from bot.scoping.scope import Scope
from store.money import Denomination

Read = Callable[[str], Parse]
YUAN, WAN, YI = Denomination.YUAN, Denomination.WAN, Denomination.YI


def _said(said: Parse) -> list[Denomination]:
    asked = [a.denomination for a in said.meanings(Asked) if a.denomination]
    return [m.denomination for m in said.meanings(DenominationSaid)] + asked


@pytest.mark.parametrize(
    ("question", "denomination"),
    [
        ("按元说是多少", YUAN),
        ("按元", YUAN),
        ("换成元", YUAN),
        ("按元报给我", YUAN),
        ("按元说给我们", YUAN),
        ("精确到元", YUAN),
        ("用元报给我", YUAN),
        ("填系统要元：多少", YUAN),
        ("精确到分", YUAN),
        ("具体到个位是多少", YUAN),
        ("多少，单位元", YUAN),
        ("合多少块钱", YUAN),
        ("折合多少块", YUAN),
        ("精确到万元", WAN),
        ("改成元的", YUAN),
        ("用元表示", YUAN),
        ("单位用元", YUAN),
        ("以元为单位列一下", YUAN),
        ("折合人民币多少元", YUAN),
        ("一共多少元", YUAN),
        ("不要万元", YUAN),
        ("按万元算", WAN),
        ("换算成万", WAN),
        ("以万为单位", WAN),
        ("多少万", WAN),
        ("是多少万元", WAN),
        ("别用亿", WAN),
        ("多少亿", YI),
        ("折合多少亿元", YI),
        ("有几个亿", YI),
        ("按亿元说", YI),
    ],
)
def test_the_unit_of_the_answer(read: Read, question: str, denomination: Denomination) -> None:
    """The unit may be asked for by how it is printed, by how many there are, or by the one that is not wanted."""
    assert [denomination] == _said(read(question))


@pytest.mark.parametrize(
    "question",
    [
        "多少钱",
        "按元宵节活动算",
        "换成元阳县的",
        "多少万人次",
        "多少万亩",
        "合多少块地",
        "实施单位元阳县",
        "几万只鸡",
        "50万元以上的",
        "46400元",
        "用万里长城的",
        "以万家灯火为例",
        "不要亿利公司的",
        "多少元件",
    ],
)
def test_what_is_no_unit_of_the_answer(read: Read, question: str) -> None:
    """Words that begin as the units do, counts of other things and amounts ask for no unit."""
    assert [] == _said(read(question))


@pytest.mark.parametrize(("question", "denomination"), [("多少万，换成元", YUAN), ("换成元，不，换成亿", YI)])
def test_the_last_unit_counts(read: Read, question: str, denomination: Denomination) -> None:
    """Of several units the last one that amounts are to be turned into is meant."""
    said = read(question)
    nothing = Scope((), (), (), (), whole_branch=False, called="", sides=(), unit_mentions=0, missing=(), book=None)  # type: ignore[arg-type]  # not looked into

    assert denomination is asked_of(said, nothing).denomination
