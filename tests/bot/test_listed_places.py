"""Places of a list that was shown: 前两个, 倒数第二个, 1到3, 除了1; of projects, units and years."""

import pytest

from tests.bot.conftest import Chat
from tests.bot.honesty import amounts

FOREST = "2024年林业局有哪些项目"  # 90, 70 and 80 万元, in this order
UNITS = "前三名的单位"  # 青禾县水库管理所 240, 青禾县林业局 240, 青禾县水务局 210 万元


def _last(chat: Chat, turns: tuple[str, ...]):
    return [chat.says(turn) for turn in turns][-1]


@pytest.mark.parametrize(
    ("turns", "has", "lacks"),
    [
        ((FOREST, "前两个"), ("90 万元", "70 万元"), "80 万元"),
        ((FOREST, "前2个呢"), ("90 万元", "70 万元"), "80 万元"),
        ((FOREST, "看前两项"), ("90 万元", "70 万元"), "80 万元"),
        ((FOREST, "前两个项目"), ("90 万元", "70 万元"), "80 万元"),
        ((FOREST, "前两个一共多少"), ("160 万元",), "80 万元"),
        ((FOREST, "前两条加起来多少"), ("160 万元",), "80 万元"),
        ((FOREST, "第二个项目"), ("70 万元",), "80 万元"),
        ((FOREST, "第二个项目多少钱"), ("70 万元",), "80 万元"),
        ((FOREST, "倒数第二个"), ("储备林建设（一期）", "70 万元"), "80 万元"),
        ((FOREST, "倒数第二个多少钱"), ("储备林建设（一期）", "70 万元"), "80 万元"),
        ((FOREST, "倒数第一个"), ("储备林建设（二期）", "80 万元"), "70 万元"),
        ((FOREST, "最后一个多少钱"), ("储备林建设（二期）", "80 万元"), "70 万元"),
        ((FOREST, "1、3一共多少"), ("170 万元",), "70 万元」"),
        ((FOREST, "1和3差多少"), ("10 万元",), "70 万元，"),
        ((FOREST, "最后两个"), ("70 万元", "80 万元"), "90 万元"),
        ((FOREST, "后两个加起来"), ("150 万元",), "90 万元"),
        ((FOREST, "1到2"), ("90 万元", "70 万元"), "80 万元"),
        ((FOREST, "1-2"), ("90 万元", "70 万元"), "80 万元"),
        ((FOREST, "第二个到第三个"), ("70 万元", "80 万元"), "90 万元"),
        ((FOREST, "第1个至第2个一共多少"), ("160 万元",), "80 万元"),
        ((FOREST, "除了1"), ("70 万元", "80 万元"), "90 万元"),
        ((FOREST, "除了第一个"), ("70 万元", "80 万元"), "90 万元"),
        ((FOREST, "除了第一个，其他的一共多少"), ("150 万元",), "90 万元"),
        ((FOREST, "除第一个外一共多少"), ("150 万元",), "90 万元"),
        ((FOREST, "不要第2个"), ("90 万元", "80 万元"), "70 万元"),
        ((FOREST, "除了最后一个"), ("90 万元", "70 万元"), "80 万元"),
        ((FOREST, "第一个和最后一个差多少"), ("10 万元",), "70 万元"),
        ((FOREST, "第一个跟第二个差多少"), ("20 万元",), "80 万元"),
        ((FOREST, "第二个比第一个少多少"), ("20 万元",), "80 万元"),
        ((FOREST, "第一个占多少"), ("37.5%",), "70 万元"),
        ((FOREST, "第二个占比呢"), ("29.17%",), "80 万元"),
        ((FOREST, "2占多少"), ("29.17%",), "80 万元"),
        ((FOREST, "第一个占林业局百分之几"), ("37.5%",), "70 万元"),
        ((FOREST, "第一个", "下一个"), ("70 万元",), "80 万元"),
        ((FOREST, "第一个", "下一个", "再下一个呢"), ("80 万元",), "70 万元"),
        ((FOREST, "最后一个", "上一个"), ("70 万元",), "80 万元"),
        ((FOREST, "第一个", "倒数第二个"), ("70 万元",), "80 万元"),
    ],
)
def test_places_as_shown(bureaus: Chat, turns: tuple[str, ...], has: tuple[str, ...], lacks: str) -> None:
    """After a list a place is one of the list as it was shown, from either end."""
    reply = _last(bureaus, turns)

    assert reply.kind == "answer", reply.text
    assert all(words in reply for words in has), reply.text
    assert lacks not in reply.text, reply.text


@pytest.mark.parametrize(
    ("turns", "has", "lacks"),
    [
        ((FOREST, "最大的两个"), ("90 万元", "80 万元"), "70 万元"),
        ((FOREST, "金额前两个"), ("90 万元", "80 万元"), "70 万元"),
        ((FOREST, "前两名"), ("90 万元", "80 万元"), "70 万元"),
        ((FOREST, "第二大的"), ("80 万元",), "70 万元"),
        ((FOREST, "最少的那个"), ("70 万元",), "80 万元"),
        ((FOREST, "全县前两个"), ("200 万元", "150 万元"), "70 万元"),
        (("最大的项目是哪个", "前两个"), ("200 万元", "150 万元"), "90 万元"),
        (("最高的三个项目", "前五个"), ("200 万元", "80 万元"), "60 万元"),
    ],
)
def test_places_by_amount(bureaus: Chat, turns: tuple[str, ...], has: tuple[str, ...], lacks: str) -> None:
    """Where it is said so, where another scope is named, and where no list was shown, they are ranked."""
    reply = _last(bureaus, turns)

    assert reply.kind == "answer", reply.text
    assert all(words in reply for words in has), reply.text
    assert lacks not in reply.text, reply.text


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ((UNITS, "第二个"), ("青禾县林业局", "240 万元")),
        ((UNITS, "1和3"), ("青禾县水库管理所", "青禾县水务局")),
        ((UNITS, "第二名的项目有哪些"), ("湿地修复工程（二期）", "储备林建设（一期）", "储备林建设（二期）")),
        ((UNITS, "第三个含所属呢"), ("450 万元",)),
        ((UNITS, "第一个和第三个差多少"), ("30 万元",)),
        (("各单位分别多少钱", "第二个"), ("青禾县水库管理所", "240 万元")),
        (("哪些单位有环境保洁经费", "第二个"), ("望江街道办事处", "60 万元")),
        (("环境保洁有几个单位", "2"), ("望江街道办事处", "60 万元")),
        (("项目最多的两个单位", "第一个"), ("青禾县林业局", "240 万元")),
        (("林业局每年多少钱", "第二个"), ("240 万元", "2024年")),
        (("林业局每年多少钱", "第一个有哪些项目"), ("湿地修复工程（一期）",)),
        (("有哪些年份", "第一个"), ("2023年", "湿地修复工程（一期）")),
        (("水务局一共多少钱", "第二个"), ("450 万元",)),
        (("水务局一共多少钱", "1"), ("210 万元",)),
    ],
)
def test_units_years_and_scopes(bureaus: Chat, turns: tuple[str, ...], has: tuple[str, ...]) -> None:
    """What is numbered is chosen by its number, be it a unit, a year or a scope (口径)."""
    reply = _last(bureaus, turns)

    assert reply.kind == "answer", reply.text
    assert all(words in reply for words in has), reply.text


def test_ranked_units_with_those_below(bureaus: Chat) -> None:
    """A ranking of units counts each alone: with those below it is asked back whose, without a figure."""
    reply = _last(bureaus, (UNITS, "含所属呢"))

    assert reply.kind == "clarify"
    assert not amounts(reply.text)
    assert "第1个含所属" in reply.text


@pytest.mark.parametrize("said", ["第二个", "1和2", "前两个"])
def test_documents_have_no_choices(bureaus: Chat, said: str) -> None:
    """A list of documents replaces the list before it: no project is told that it does not number."""
    reply = _last(bureaus, (FOREST, "导入了哪些文件", said))

    assert reply.kind == "clarify", reply.text
    assert not amounts(reply.text)


@pytest.mark.parametrize(
    "said", ["再来5个", "再给5个", "再来几个", "再给我看5个", "下5个", "接着列", "往下", "后面的呢", "还有呢"]
)
def test_the_next_of_a_list(bureaus: Chat, said: str) -> None:
    """It goes on as after 更多; where nothing is left it says so."""
    assert "没有更多了" in _last(bureaus, (FOREST, said))


@pytest.mark.parametrize(
    ("turns", "figure"),
    [
        (("最大的项目是哪个", "第二呢", "剩下的呢"), "除最多的 2 个外还有 11 个"),
        (("最大的项目是哪个", "第二呢", "第三呢", "其余的一共多少"), "合计 470 万元"),
        (("林业局最大的项目是哪个", "第二名呢", "剩下的呢"), "70 万元"),
        (("林业局第二大的项目是哪个", "剩下的呢"), "90 万元"),
        (("林业局第二大的项目是哪个", "其余的一共多少"), "合计 160 万元"),
        (("哪个单位最多", "第三名呢", "剩下的一共多少"), "合计 790 万元"),
    ],
)
def test_what_is_left_after_a_place(bureaus: Chat, turns: tuple[str, ...], figure: str) -> None:
    """What is left is all that was not told: nothing of it is lost."""
    reply = _last(bureaus, turns)

    assert reply.kind == "answer", reply.text
    assert figure in reply.text


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ((FOREST, "最后一个", "下一个"), "没有下一个了：这是列出的"),
        ((FOREST, "最后一个", "后面那个呢"), "没有下一个了：这是列出的"),
        ((FOREST, "第一个", "上一个"), "没有上一个：这是列出的"),
        ((FOREST, "第二个", "上上个"), "没有那么多：列出的只有"),
        ((FOREST, "下一个"), "请先说看第几个：回 1 到"),
        (("审计业务费多少", "下一个呢"), "前面没有列出几个可以挨个看的"),
    ],
)
def test_behind_the_end(bureaus: Chat, turns: tuple[str, ...], said: str) -> None:
    """Where the list has no such neighbour, or none was shown, that is said, and what can be said instead."""
    *before, last = turns
    for turn in before:
        bureaus.says(turn)
    reply = bureaus.says(last)

    assert (said, []) == (reply.text[: len(said)], reply.facts)


def test_back_from_behind_the_end(bureaus: Chat) -> None:
    """What was spoken of is still spoken of, and the list can still be chosen from."""
    for turn in (FOREST, "最后一个", "下一个"):
        bureaus.says(turn)

    assert "万元" in bureaus.says("上一个")
    assert "万元" in bureaus.says("1")


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("今年最大的三个项目", "第二个的目标", "排第一那个多少钱"), "「泵站改造」"),
        (("今年最大的两个项目", "第二个多少钱", "排第一的呢"), "「泵站改造」"),
        (("今年最大的三个项目", "第三个多少钱", "排名第二的年度目标"), "「水库除险加固工程（二期）」"),
    ],
)
def test_places_of_a_ranking_of_which_one_was_chosen(bureaus: Chat, turns: tuple[str, ...], words: str) -> None:
    """After one of the first three “排第一那个” is still the first of them."""
    assert words in _last(bureaus, turns)
