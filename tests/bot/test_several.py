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
        ("今年有几个部门，几个项目", ["有 9 个单位", "共 14 个项目"]),
        ("今年几个单位几个项目一共多少钱", ["有 9 个单位", "共 14 个项目", "合计 292 万元"]),
        ("今年一共多少钱，几个项目，几个单位", ["合计 292 万元", "共 14 个项目", "有 9 个单位"]),
        ("今年几个乡镇几个学校有项目", ["有 3 个单位（乡镇指", "有 2 个单位（学校指"]),
        ("柳渡镇今年几个项目，几个超过20万", ["共 2 个项目", "共 1 个项目"]),
        ("柳渡镇今年几个项目，一共多少，比去年多多少", ["共 2 个项目", "合计 50 万元", "多 12 万元"]),
        ("柳渡镇今年几个项目一共多少钱，最大的是哪个，占多少", ["共 2 个项目", "「环境保洁经费」：40 万元", "占 80%"]),
        ("交通局最大的项目是哪个，比去年多多少", ["「公路养护」：100 万元", "2023年 90 万元"]),
        ("交通局今年多少钱，含下属多少，比去年多多少", ["本级合计 130 万元", "合计 151 万元", "2023年 94.5 万元"]),
        ("交通局本级多少，含下属多少，下属有几个单位", ["合计 130 万元", "合计 151 万元", "有 2 个单位"]),
        ("今年哪些项目增加了，增加最多的是哪个", ["3 个项目", "增加最多的是青禾县交通局「公路养护」"]),
        ("柳渡镇和数据局今年各多少，哪个多，多多少", ["多 32 万元", "柳渡镇人民政府 50 万元", "青禾县数据局 18 万元"]),
        ("柳渡镇和数据局一共多少，差多少", ["合计 68 万元", "多 32 万元"]),
        ("今年财政拨款一共多少，结转一共多少", ["合计 80 万元", "合计 20 万元"]),
        ("今年一共多少钱，其中结转多少，财政拨款多少", ["合计 292 万元", "上年结转 20 万元", "合计 80 万元"]),
        (
            "公路养护今年结转 其他 财政 总额各多少",
            ["上年结转（预算安排） 20 万元", "财政拨款（预算安排） 80 万元", "年度资金总额（预算安排） 100 万元", "“其他资金”"],
        ),
        (
            "公路养护今年总额，财政拨款，结转各多少",
            ["年度资金总额（预算安排） 100 万元，财政拨款（预算安排） 80 万元，上年结转（预算安排） 20 万元"],
        ),
        ("公路养护今年去年结转各多少", ["2024年 20 万元", "2023年 "]),
        (
            "公路养护结转今年多少，去年多少",
            ["上年结转（预算安排） 20 万元", "没有“上年结转”一栏：青禾县交通局「公路养护」2023年"],
        ),
        ("公路养护今年多少，比桥梁检测多多少，占全县多少", ["预算安排 100 万元", "多 70 万元", "占 34.25%"]),
        ("工作经费今年几家单位 一共多少 谁最多", ["有 3 个单位", "合计 19 万元", "最多的是柳渡镇人民政府"]),
        ("环境保洁经费今年几个乡镇 一共多少 每个乡镇多少", ["有 3 个单位", "合计 90 万元", "柳渡镇人民政府 40 万元（1 个项目）"]),
        ("柳渡镇今年多少钱，占全县多少，排第几", ["合计 50 万元", "占 17.12%", "第 2 名"]),
        ("公路养护今年总额多少，财政多少，结转多少", ["100 万元", "80 万元", "20 万元"]),
        ("今年哪些单位比去年多了，多了多少，多得最多的是谁", ["增加的", "青禾县交通局 90 万元（1 个项目） → 130 万元"]),
        ("柳渡镇今年比去年多了几个项目，多了多少钱", ["2023年 1 个项目", "多 12 万元"]),
        ("交通局今年几个单位几个项目", ["及所属单位共 3 个单位", "含所属单位共 5 个"]),
        ("交通局含下属今年财政多少结转多少其他多少", ["合计 80 万元", "合计 20 万元", "“其他资金多少”没有答上"]),
        ("信息系统运维去年多少，今年多少", ["预算安排 6 万元", "没有"]),
        ("柳渡镇和石桥镇环境保洁经费各多少，共多少，哪个多", ["两项相加 70 万元", "合计 70 万元", "多 10 万元"]),
        ("柳渡镇和石桥镇环境保洁经费各多少 一共多少 比去年多多少", ["40 万元", "30 万元", "2023年 38 万元"]),
        ("公路养护多少钱，哪个文件", ["预算安排 100 万元", "第1张表"]),
        ("数据局今年几个项目，钱都是财政的吗", ["共 3 个项目", "构成"]),
        ("公路养护一共多少钱，项目属性是什么", ["合计 100 万元", "项目属性：“常年项目”"]),
        ("公路养护项目属性是什么，一共多少钱", ["项目属性：“常年项目”", "合计 100 万元"]),
        ("交通局几个项目，都是什么性质", ["含所属单位共 5 个", "“常年项目”"]),
        ("柳渡镇和数据局哪个项目多，哪个钱多", ["青禾县数据局 3 个项目", "多 32 万元"]),
        ("柳渡镇今年几个项目，哪些涨了", ["共 2 个项目", "「环境保洁经费」 38 万元 → 40 万元"]),
        ("最大的项目是哪个，哪个单位的，什么性质", ["「公路养护」：100 万元", "实施单位是青禾县交通局", "“常年项目”"]),
        ("公路养护多少，桥梁检测多少，两个共多少，占全县多少", ["100 万元", "30 万元", "合计 130 万元", "占 44.52%"]),
        ("校园保安经费两家各多少，合计多少，差多少", ["15 万元", "合计 23 万元", "7 万元"]),
        ("柳渡镇和数据局今年一共多少", ["合计 68 万元", "其中：柳渡镇人民政府 50 万元、青禾县数据局 18 万元"]),
    ],
)
def test_each_is_answered(asks_towns: Asks, towns_stated: honesty.Stated, question: str, said: list[str]) -> None:
    """One after another, each going on from the one before, in one reply whose figures are all its facts."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert [] == [words for words in said if words not in reply], reply.text
    honesty.check(question, reply, towns_stated)


@pytest.mark.parametrize(
    ("question", "said", "left"),
    [
        ("今年财政拨款一共多少，其他资金一共多少", "合计 80 万元", "“其他资金一共多少”没有答上"),
        ("最大的三个项目是哪些，都是谁的，分别多少钱", "1. 青禾县交通局「公路养护」 100 万元", "“都是谁的”没有答上"),
        ("柳渡镇今年几个项目，哪些是新增的", "共 2 个项目", "“哪些是新增的”没有答上"),
    ],
)
def test_what_there_is_none_of_is_named(asks_towns: Asks, question: str, said: str, left: str) -> None:
    """Of which the forms tell nothing stands by its words, beside what they tell."""
    reply = asks_towns(question)

    assert said in reply
    assert left in reply


@pytest.mark.parametrize(
    ("question", "once"),
    [
        ("哪个单位钱最多，多少，占全县多少", "130 万元"),
        ("柳渡镇今年几个项目，一共多少", "合计 50 万元"),
        ("柳渡镇今年新增了几个项目，分别是哪些，多少钱", "「工作经费」 10 万元"),
        ("今年哪些项目增加了，增加了多少", "「公路养护」 90 万元 → 100 万元"),
    ],
)
def test_what_is_told_anyway_is_told_once(asks_towns: Asks, question: str, once: str) -> None:
    """The sum of what is counted, the amount of what comes first, and by how much each moved are no further questions."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert reply.text.count(once) == 1, reply.text


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
