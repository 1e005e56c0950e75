"""What no plan can hold together is named, and no figure is given over it."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Chat, Reply
from tests.bot.honesty import amounts

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("2024年网络运维占10万以上的项目百分之几", "10万以上"),
        ("2024年网络运维占财政局的比重比2023年高吗", "比"),
        ("2024年网络运维占财政局百分之几，占全部百分之几", "占"),
        ("2024年最大和最小的项目占全部百分之几", "最小"),
        ("2024年新增的项目占全部百分之几", "新增的"),
        ("2024年10万以上的项目里涨了的", "10万以上"),
        ("2024年新增项目最多的单位", "最多"),
        ("2024年哪个单位新增得最多", "最多"),
        ("2024年哪个单位变化最大", "哪个单位"),
        ("2023年最大的项目2024年多少", "2024年"),
        ("2024年超过10万的单位里最大的是哪个", "超过10万"),
    ],
)
def test_two_abilities_at_once(asks_county: Asks, question: str, words: str) -> None:
    """A share, a move, a rank or a limit beside another that would change its scope: the words are named."""
    reply = asks_county(question)

    assert reply.kind == "clarify", reply.text
    assert f"{words}" in reply
    assert "没有给出数" in reply
    assert not amounts(reply.text.replace(question, "").replace(words, ""))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("2024年最多的两个项目", "平均多少"),
        ("2024年网络运维多少", "比上年多多少，再去掉结转呢"),
    ],
)
def test_after_some_of_all(county: Chat, first: str, then: str) -> None:
    """“一共” after a part of a ranking is no sum of everything."""
    county.says(first)

    assert not [fact for fact in county.says(then).facts if fact.get("op") == "sum"]


@pytest.mark.parametrize("question", ["这两个加起来多少", "那三个一共多少钱", "第二个和第一个差多少"])
def test_these_where_nothing_was_shown(asks_county: Asks, question: str) -> None:
    """“这两个” of a new conversation are not all that there is."""
    reply = asks_county(question)

    assert reply.kind != "answer"
    assert not amounts(reply.text)


@pytest.mark.parametrize(
    "question",
    [
        "2024年网络运维占财政局百分之几",
        "2024年财政局其他资金占比多少",
        "2024年网络运维比2023年多多少，增长百分之几",
        "2024年10万以上的项目一共多少",
        "2024年网络运维多少钱，目标是什么",
        "2024年网络运维多少钱，国库业务经费多少钱",
        "2024年预算最多的项目是哪个，多少钱",
        "2024年第三中学最大的项目占全校多少",
        "2024年第三中学100万以上的项目占全校多少",
        "2024年网络运维和国库业务经费分别占青禾县财政局含所属百分之几",
    ],
)
def test_what_goes_together(asks_county: Asks, question: str) -> None:
    """What one plan holds is answered."""
    assert "没有给出数" not in asks_county(question)
