"""What others asked is passed over, unless each of the two is to be answered."""

from collections.abc import Callable

import pytest

from bot.language.others_asked import RULE
from bot.reading.parse import Parse

Read = Callable[[str], Parse]
# Nothing but what is asked, and what for.
_WHOLE = [
    "长岗县公安局查酒驾经费今年多少，我要写材料",
    "交通局查超限的钱多少，我要写材料",
    "派出所查户口经费多少，我就问一下",
    "市场所查假药经费多少 我想知道",
    "小王问路灯多少，我要写材料",
]


def _passed_over(said: Parse) -> str:
    return "".join(said.said.text[p.start : p.end] for p in said.cover if p.rule == RULE)


@pytest.mark.parametrize(
    ("question", "passed"),
    [
        ("小王问路灯，我问环卫多少钱", "小王问路灯，我问"),
        ("老李问的是路灯我问的是环卫", "老李问的是路灯我问的是"),
        ("刚才张科长问了操场 我想问宿舍", "刚才张科长问了操场 我想问"),
        ("别人问医保，我问低保", "别人问医保，我问"),
        ("小王问路灯，我问环卫，各多少", "小王问我问"),
        ("他问去年我问今年，差多少", "他问我问"),
    ],
)
def test_others_questions(read: Read, question: str, passed: str) -> None:
    """Of “小王问甲，我问乙” 乙 is meant, and with 各 both are."""
    assert passed == _passed_over(read(question)).replace(",", "，")


@pytest.mark.parametrize("question", ["我问环卫多少钱", "小王庄路灯多少钱", "老师问卷调查我要多少钱", *_WHOLE])
def test_nobody_else_asked(read: Read, question: str) -> None:
    """Names that begin as a person's do are no persons who asked."""
    assert "" == _passed_over(read(question))
