"""Questions for a figure of an indicator, by the words alone."""

from decimal import Decimal

import pytest

from bot.language.deeds import deeds_like, things_like
from bot.language.quantities import Kind, frames


@pytest.mark.parametrize(
    ("question", "kind", "unit"),
    [
        ("要铺多少公里", Kind.COUNT, "公里"),
        ("投放多少尾鱼苗", Kind.COUNT, "尾"),
        ("建几个广场", Kind.COUNT, "个"),
        ("多少支队伍参加", Kind.COUNT, "支"),
        ("要装多少所学校", Kind.COUNT, "所"),
        ("做几万人次", Kind.COUNT, "人次"),
        ("买多少块黑板", Kind.COUNT, "块"),
        ("管网多长", Kind.EXTENT, "米"),
        ("广场多大面积", Kind.EXTENT, "亩"),
        ("几月底完工", Kind.DATE, ""),
        ("哪天能建好", Kind.DATE, ""),
        ("啥时候竣工", Kind.DATE, ""),
        ("坏了几个小时修好", Kind.DURATION, "小时"),
        ("多久响应", Kind.DURATION, ""),
        ("多久清一次", Kind.DURATION, ""),
        ("隔几天巡查一回", Kind.DURATION, ""),
        ("一座补多少", Kind.PRICE, "座"),
        ("多少钱一座", Kind.PRICE, "座"),
        ("补多少一个人", Kind.PRICE, "人"),
        ("每天几块钱", Kind.PRICE, "天"),
        ("人均多少钱", Kind.PRICE, "人均"),
        ("追回多少钱", Kind.MONEY, ""),
        ("带动多少收入", Kind.MONEY, ""),
        ("处理多少水", Kind.THING, ""),
        ("要拆多少", Kind.THING, ""),
    ],
)
def test_a_question_for_a_figure(question: str, kind: Kind, unit: str) -> None:
    """What kind of a value is asked for, and what it is counted in."""
    assert [(kind, unit)] == [(one.kind, one.unit) for one in frames(question)]


@pytest.mark.parametrize(
    "question",
    ["这几个项目", "哪几个单位", "前几名", "第几张表", "多了好几个", "占几成", "目标是什么", "三期一共"],
)
def test_no_question_for_a_figure(question: str) -> None:
    """几 and 多少 in other words ask for none."""
    assert not frames(question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("是24个吗", [("24", "个")]),
        ("是11座还是12座", [("11", "座"), ("12", "座")]),
        ("是不是演60场", [("60", "场")]),
        ("每人80块对吗", [("80", "块")]),
        ("是4.7万人吧", [("4.7", "万人")]),
    ],
)
def test_values_that_are_told(question: str, told: list[tuple[str, str]]) -> None:
    """The values that a line is held against, each with what it is counted in."""
    assert [(Decimal(number), unit) for number, unit in told] == [value for one in frames(question) for value in one.told]


def test_deeds_and_things_that_are_alike() -> None:
    """A deed is known by its family, a thing by its other names; what is no deed has none."""
    assert "新建" in deeds_like("盖")
    assert "改造" not in deeds_like("拆")
    assert "教师" in things_like("老师")
    assert not deeds_like("苹果")
