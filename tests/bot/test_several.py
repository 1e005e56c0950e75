"""Several questions in one message."""

from collections.abc import Callable

import pytest

from tests.bot import honesty
from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("最大的项目是哪个 它的财政拨款多少", ["最多的是青禾县交通局「公路养护」：100 万元", "财政拨款（预算安排） 80 万元"]),
        ("公路养护总额多少，其中结转多少", ["100 万元", "上年结转 20 万元"]),
        ("桥梁检测多少钱，公路养护呢", ["预算安排 30 万元", "预算安排 100 万元"]),
        ("柳渡镇多少钱，石桥镇呢", ["合计 50 万元", "预算安排 30 万元"]),
        ("交通局几个项目，最大的是哪个", ["本级有 2 个项目", "最多的是青禾县交通局「公路养护」"]),
        ("柳渡镇和石桥镇各几个项目、各多少钱", ["柳渡镇人民政府 2 个项目", "石桥镇人民政府 30 万元（1 个项目）"]),
        ("2024年公路养护占交通局多少，占全县多少", ["占 76.92%", "占 66.23%", "占 34.25%"]),
        ("桥梁检测多少钱，哪个单位的", ["预算安排 30 万元", "实施单位是青禾县交通局"]),
    ],
)
def test_each_is_answered(asks_towns: Asks, towns_stated: honesty.Stated, question: str, said: list[str]) -> None:
    """One after another, each going on from the one before, in one reply whose figures are all its facts."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert [] == [words for words in said if words not in reply], reply.text
    honesty.check(question, reply, towns_stated)


@pytest.mark.parametrize("question", ["桥梁检测多少钱，火箭发射呢", "交通局几个项目，三月份最大的是哪个"])
def test_unless_one_of_them_is_not_understood(asks_towns: Asks, question: str) -> None:
    """Then none of them is half answered."""
    reply = asks_towns(question)

    assert reply.kind != "answer" or "未用到" in reply, reply.text


def test_what_comes_next_goes_on_from_the_last(towns: Chat) -> None:
    """The last of the questions is what was spoken of."""
    towns.says("桥梁检测多少钱，公路养护呢")

    assert "青禾县交通局：「公路养护」" in towns.says("哪个单位的")


@pytest.mark.parametrize("question", ["青禾县财政局网络运维中期和年度各多少", "青禾县财政局网络运维年度多少中期多少"])
def test_both_terms(asks_county: Asks, question: str) -> None:
    """Where both are said both are answered, each by its name."""
    reply = asks_county(question)

    assert "中期资金总额（预算安排）" in reply
    assert "\n预算安排 30 万元" in f"\n{reply.text}"
