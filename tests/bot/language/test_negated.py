"""Where a question tells a thing by what it is not."""

import pytest

from bot.language.negated import negated_in


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("不装电梯的楼多少钱", ["装电梯"]),
        ("不是水务局的那个多少钱", ["水务局"]),
        ("没有厨房的食堂多少钱", ["厨房"]),
        ("未硬化的村道多少钱", ["硬化"]),
        ("非重点的河道清淤", ["重点"]),
        ("哪个食堂不供晚饭", ["供晚饭"]),
        ("不动产登记的那个", []),
        ("无人机的项目", []),
        ("未成年人保护的项目", []),
        ("非税收入的项目", []),
        ("有没有装电梯的楼", []),
        ("是不是水务局的项目", []),
        ("特别的项目", []),
        ("查饭菜干不干净的那笔钱", []),
        ("看灯装没装的项目", []),
        ("水库加固没（二期）的预算", []),
        ("不超过10万的项目", []),
        ("没爹妈的孩子每月发多少", []),
        ("没有劳动力的老人家谁管", []),
        ("不通客车的村开班车的钱", []),
        ("没人要的狗谁抓", []),
        ("我要2025年的，不是2026年的，食堂补助多少", []),
    ],
)
def test_what_is_denied(question: str, denied: list[str]) -> None:
    """The words behind 不, 没有, 非 and the like, up to 的; none where these begin another word, or ask whether."""
    assert denied == [question[one.denies : one.end] for one in negated_in(question)]


@pytest.mark.parametrize(("question", "one"), [("不是水务局的那笔钱", True), ("不是水务局的项目", False)])
def test_whether_one_thing_is_meant(question: str, one: bool) -> None:
    """那个 and the like speak of one thing."""
    assert [one] == [found.one for found in negated_in(question)]
