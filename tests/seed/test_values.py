"""What the value of an indicator says as a number: right, or nothing."""

import pytest

from seed.forms.oddities import misread
from seed.words.several import pairs_of
from seed.words.values import quantity_of


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("100", (None, "100", None)),
        ("100%", (None, "100", "%")),
        ("≥９５％", ("≥", "95", "%")),
        ("＞5个", (">", "5", "个")),
        ("＜2%", ("<", "2", "%")),
        (">=9人", ("≥", "9", "人")),
        ("<=6962人", ("≤", "6962", "人")),
        ("≧95%", ("≥", "95", "%")),
        ("≦3天", ("≤", "3", "天")),
        ("═8个", ("=", "8", "个")),
        ("=300天", ("=", "300", "天")),
        ("≥100百分比", ("≥", "100", "%")),
        ("2次/月", (None, "2", "次/月")),
        ("≤620万/月", ("≤", "620", "万/月")),
        ("780元/生/年", (None, "780", "元/生/年")),
        ("1600元/亩", (None, "1600", "元/亩")),
        ("≥80M", ("≥", "80", "M")),
        ("≤7工作日", ("≤", "7", "工作日")),
        ("不超过2小时", ("≤", "2", "小时")),
        ("95%以上", ("≥", "95", "%")),
        ("30分钟内", ("≤", "30", "分钟")),
        ("1,234.5万元", (None, "1234.5", "万元")),
        ("3年", (None, "3", "年")),
        ("36台（套）", (None, "36", "台(套)")),
        ("≥120人（次）", ("≥", "120", "人(次)")),
    ],
)
def test_a_value_that_is_a_number(value, expected):
    """Operator, number and unit as written, whatever signs and width they are written in."""
    found = quantity_of(value)

    assert found is not None
    assert (found.operator, f"{found.number}", found.unit) == expected


@pytest.mark.parametrize(
    "value",
    [
        *("±3%以内", "90%-95%", "10-20个", "≥98%且≤100%", "400元/人、天", "1年1次"),
        *("2025年12月", "2025年年底前", "11月底之前", "9月前", "2020年1月--2020年11月", "2023.07-2024.01", "2024年", "10日内"),
        *("95%左右", "100余人", "近100人", "约30个", "3次以上/年", "100%完成", "第3名", "不低于95%以上"),
        *("100%（2024年）", "3次（含）", "2000元（每人）", "12个（含以上）"),
        *("定性", "无", "是/否", "及时", "长期", "影响明显", "应改尽改", "≥**%", "≤****000元", "", "28²"),
    ],
)
def test_a_value_that_is_no_number(value):
    """Ranges, dates, estimates and words are no number."""
    assert quantity_of(value) is None


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("1.道路\n2.水渠", "≥5个\n≥8个", [("道路", "≥5个"), ("水渠", "≥8个")]),
        ("1.道路\n2.水渠", "1.≥5个\n2.≥8个", [("道路", "≥5个"), ("水渠", "≥8个")]),
        ("1、道路；2、水渠；", "≥5个；≥8个", [("道路", "≥5个"), ("水渠", "≥8个")]),
        ("①道路\n②水渠", "①及时\n②合规", [("道路", "及时"), ("水渠", "合规")]),
        ("1.道路\n2.水渠", "1.5万元\n2.5万元", [("道路", "1.5万元"), ("水渠", "2.5万元")]),
        ("1.高标准农\n田\n2.水渠", "≥5亩\n≥8公里", [("高标准农\n田", "≥5亩"), ("水渠", "≥8公里")]),
        ("道路\n水渠", "≥5个\n≥8个", [("道路", "≥5个"), ("水渠", "≥8个")]),
        ("指标1：道路\n指标2：\n……", "≥5个", [("道路", "≥5个")]),
        ("指标1：道路\n指标2：水渠\n……", "≥5个\n≥8个", [("道路", "≥5个"), ("水渠", "≥8个")]),
        ("1.道路\n2.水渠", "≥5个", [("1.道路\n2.水渠", "≥5个")]),
        ("1.道路\n3.水渠", "≥5个", [("1.道路\n3.水渠", "≥5个")]),
        ("一般公共预算\n支出", "100\n%", [("一般公共预算\n支出", "100\n%")]),
        ("完成率\n（含县级）", "≥95%\n≥90%", [("完成率\n（含县级）", "≥95%\n≥90%")]),
    ],
)
def test_several_indicators_in_one_cell(name, value, expected):
    """They are told apart only where names and values are equally many; else the cells stand as they are."""
    assert list(pairs_of(name, value)) == expected


@pytest.mark.parametrize(
    ("value", "standard", "expected"),
    [("292%", "", "≥92%"), ("2280次", "≥280次", "≥280次"), ("2280次", "", None), ("200%", "", None), ("92%", "≥92%", None)],
)
def test_a_sign_that_scanning_took_for_a_2(value, standard, expected):
    """It is recognised by a rate above 200 %, or by the standard beside it."""
    assert misread(value, standard) == expected
