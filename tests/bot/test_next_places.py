"""Places of what was ranked last, two places set against each other, and what comes first without something."""

import pytest

from tests.bot.conftest import Chat


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("最大的项目是哪个", "第二呢"), "第 2 多的是青禾县水务局「水库除险加固工程（二期）」"),
        (("最大的项目是哪个", "那第二呢", "第三呢"), "第 3 多的 2 个（金额相同的并列）"),
        (("最大的项目是哪个", "第二是谁"), "第 2 多的是青禾县水务局"),
        (("最大的项目是哪个", "倒数第一呢"), "最少的是青禾县商务局「电商培训」"),
        (("最大的项目是哪个", "排第五的呢"), "第 5 多的是青禾县林业局「储备林建设（二期）」"),
        (("最小的项目是哪个", "第二呢"), "第 2 少的 3 个"),
        (("林业局最大的项目是哪个", "第二呢", "倒数第一呢"), "最少的是青禾县林业局「储备林建设（一期）」"),
        (("林业局有哪些项目", "最大的是哪个", "第二呢"), "第 2 多的是青禾县林业局「储备林建设（二期）」"),
        (("环境保洁谁最多", "第二是谁", "第三呢"), "第 3 多的是云峰乡人民政府"),
        (("哪个单位最多", "第二呢"), "第 2 多的是青禾县林业局：240 万元"),
        (("哪个单位最多", "第三名呢"), "第 3 多的是青禾县水务局：210 万元"),
        (("最高的三个项目", "第二呢"), "150 万元：青禾县水务局「水库除险加固工程（二期）」"),  # the second that was shown
        (("最高的三个项目", "再来3个"), "第 5 至 7 多的"),
        (("最大的项目是哪个", "再给2个"), "第 2 至 3 多的"),
        (("最大的项目是哪个", "还有呢"), "第 2 多的是青禾县水务局"),
        (("林业局最大的两个项目", "更多"), "第 3 多的是青禾县林业局"),
        (("第二名到第五名的项目",), "第 2 至 5 多的 4 个"),
        (("最高的三个项目", "第二到第四呢"), "第 2 至 4 多的 3 个"),
        (("最高的三个项目", "第三是哪个单位的"), "青禾县林业局「湿地修复工程（二期）」"),
        (("林业局最大的项目是哪个", "24年第二是哪个项目"), "第 2 多的是青禾县林业局「储备林建设（二期）」"),
        (("林业局最高的三个项目", "2024年第二呢"), "第 2 多的是青禾县林业局「储备林建设（二期）」"),
    ],
)
def test_the_next_place(bureaus: Chat, turns: tuple[str, ...], words: str) -> None:
    """A number behind a ranking is a place of it, in the scope and from the end that it was ranked."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert reply.kind == "answer", reply.text
    assert words in reply


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (("最高的三个项目", "那第三名和第四名差多少"), "相差 0 万元"),
        (("最大的项目是哪个", "第一和第二差多少"), "相差 50 万元"),
        (("最大的项目是哪个", "第一比第二多多少"), "相差 50 万元"),
        (("最大的项目是哪个", "第一名跟最后一名相差多少"), "相差 170 万元"),
        (("林业局最大的项目是哪个", "第一第二差多少"), "相差 10 万元"),
        (("最大的和最小的项目差多少",), "相差 170 万元"),
        (("哪个单位钱最多", "第三名和第四名差多少"), "相差 120 万元"),
        (("中期总额最大的和最小的差多少",), "相差 250 万元"),
        (("2024年最高的比最低的高多少",), "相差 170 万元"),
        (("最大的项目是哪个", "第二呢", "两个差多少"), "多 50 万元"),
    ],
)
def test_two_places_apart(bureaus: Chat, turns: tuple[str, ...], first: str) -> None:
    """The difference stands first, and is derived from the two figures that are told."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert reply.kind == "answer", reply.text
    assert first in reply.text.split("\n")[0]
    assert [2] == [len(fact["of"]) for fact in reply.facts if fact.get("op") == "diff"]


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("除了泵站改造以外最大的是哪个",), "「水库除险加固工程（二期）」：150 万元"),
        (("不算泵站改造谁最多",), "「水库除险加固工程（二期）」：150 万元"),
        (("不算林业局哪个单位最多",), "青禾县水库管理所：240 万元"),
        (("不算柳渡镇谁的保洁最多",), "望江街道办事处「环境保洁经费」：60 万元"),
        (("除了柳渡镇哪个镇最多",), "云峰乡人民政府「环境保洁经费」：40 万元"),
        (("水务局除了水库除险加固二期最大的是哪个",), "「河道清淤」：60 万元"),
        (("最大的项目是哪个", "除了它最大的是哪个"), "「水库除险加固工程（二期）」：150 万元"),
        (("最大的项目是哪个", "不算它谁最多"), "「水库除险加固工程（二期）」：150 万元"),
        (("林业局最大的项目是哪个", "除了它以外一共多少"), "合计 150 万元"),
        (("最大的项目是哪个", "除了它呢"), "还有 12 个"),
        (("河道清淤多少", "除了它水务局还有哪些"), "「水库除险加固工程（二期）」"),
    ],
)
def test_what_comes_first_without_something(bureaus: Chat, turns: tuple[str, ...], words: str) -> None:
    """What is left out is a project, a unit, a town, or what came first; the kind that is asked for is not left out."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert reply.kind == "answer", reply.text
    assert words in reply


def test_a_number_without_a_ranking(bureaus: Chat) -> None:
    """Where nothing was ranked it is the number of a choice."""
    bureaus.says("河道清淤多少")

    assert "现在没有可选的编号" in bureaus.says("第二呢")


def test_names_that_count(towns: Chat) -> None:
    """第一中学 is a school, and no first place."""
    assert "15 万元" in towns.says("第一中学比实验小学多多少")


@pytest.mark.parametrize("follow_up", ["第二名呢", "第二呢"])
def test_what_rose_most_is_no_rank_of_amounts(bureaus: Chat, follow_up: str) -> None:
    """The second of what rose most is not the second of the amounts: it is said that it cannot be had."""
    bureaus.says("今年比去年增加最多的项目")
    reply = bureaus.says(follow_up)

    assert "clarify" == reply.kind, reply.text
    assert [] == reply.facts
