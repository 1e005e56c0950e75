"""The checks: each rule with what sets it off and what does not."""

import pytest

from store.model import Severity
from tests.seed.flat import TITLE, form, rules, side_by_side, stated

LIST = ("序号", "项目名称", "预算金额（万元）")
CAPTION = "（2024年度）"


def found(*parts):
    return rules(stated(TITLE, *parts))


def of_money(*rows):
    return found(CAPTION, form(money=[("项目资金（万元）", *row) for row in rows]))


def of_line(level2, name, value, **money):
    return found(CAPTION, form(lines=[("", level2, name, value)], **money))


def test_a_list_that_agrees_with_its_forms():
    """Nothing is found where list and forms say the same."""
    assert not {
        rule for rule in found("清单", [LIST, ("1", "甲", "2.6")], CAPTION, form("甲")) if rule.startswith(("list", "form"))
    }


def test_a_list_that_says_another_amount():
    """Both figures stand in the finding, the form's is the one that is kept."""
    outcome = stated(TITLE, "清单", [LIST, ("1", "甲", "4.6")], CAPTION, form("甲"))
    (said,) = [f for f in outcome.findings if f.rule == "list-differs"]

    assert "4.6 万元" in said.message
    assert "2.6 万元" in said.message
    assert outcome.statement.targets[0].fundings[0].yuan == 26000
    assert "list-sum" in rules(outcome)


def test_a_row_without_a_form_and_a_form_without_a_row():
    """Both directions are looked at."""
    rows = [LIST, ("1", "甲", "2.6"), ("2", "丙", "1")]

    assert {"listed-without-form", "form-without-listed"} <= set(found("清单", rows, CAPTION, form("甲"), CAPTION, form("乙")))


def test_one_target_twice():
    """The same project of the same unit and year twice refuses the file, and names both places."""
    outcome = stated(TITLE, CAPTION, form("甲"), CAPTION, form(" 甲 ", money=[("年度资金总额", "9万元")]))
    (said,) = [f for f in outcome.findings if f.severity is Severity.REFUSE]

    assert (outcome.refused, said.place) == (True, "第2张表第1行第2格")
    assert "第1张表第1行第2格" in said.message


def test_one_name_in_two_units_or_years():
    """The same name in another unit or year is another target."""
    outcome = stated(TITLE, CAPTION, form("甲"), CAPTION, form("甲", unit="城关镇财政所"), "（2023年度）", form("甲"))

    assert not outcome.refused
    assert "year-differs" in rules(outcome)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("年度资金总额", "30"), ("其中：财政拨款", "20"), ("其他资金", "10")], False),
        ([("年度资金总额", "30"), ("其中：财政拨款", "20"), ("其他资金", "")], True),
        ([("年度资金总额", "0"), ("其中：财政拨款", "202.64")], True),
        ([("年度资金总额", "30")], False),
    ],
)
def test_parts_and_total(rows, expected):
    """Where parts are printed, they add up to the total."""
    assert ("parts-differ" in of_money(*rows)) is expected


def test_a_mid_term_below_the_year():
    """Several years get no less than one of them."""
    lines = [("产出指标", "数量指标", "一", "1", "", "数量指标", "一", "1", "")]

    assert "mid-term-below-annual" in found(CAPTION, side_by_side(lines, totals=("中期资金总额", "170", "年度资金总额", "340")))
    assert "mid-term-below-annual" not in found(CAPTION, side_by_side(lines))


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("26000元", "cost-is-budget"),
        ("2.6万元", "cost-is-budget"),
        ("100%", "cost-is-rate"),
        ("≤3万元", "cost-above-budget"),
        ("30元", None),
    ],
)
def test_a_cost_indicator(value, rule):
    """It neither repeats the budget nor is a rate, and is not above the budget, whatever its unit."""
    said = {r for r in of_line("成本指标", "成本", value) if r.startswith("cost")}

    assert said == ({rule} if rule else set())


@pytest.mark.parametrize(("value", "rule"), [("46400元", "quantity-is-money"), ("95%", "quantity-is-rate"), ("12次", None)])
def test_a_quantity(value, rule):
    """A quantity counts things."""
    assert {r for r in of_line("数量指标", "下乡次数", value) if r.startswith("quantity")} == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("设备达标率", "100", "value-without-unit"),
        ("群众满意度", "95", "value-without-unit"),
        ("设备达标率", "100%", None),
        ("设备台数", "100", None),
        ("社会影响", "定性", "value-qualitative"),
        ("社会影响", "无", "value-blank"),
    ],
)
def test_a_value_that_says_too_little(name, value, rule):
    """A rate needs its unit, a quality its words."""
    assert {r for r in of_line("质量指标", name, value) if r.startswith("value")} == ({rule} if rule else set())


def test_an_indicator_named_like_its_class():
    """“经济效益 98%” says nothing."""
    assert "named-like-class" in of_line("经济效益指标", "指标1：经济效益", "98%")
    assert "named-like-class" not in of_line("经济效益指标", "指标1：带动增收", "98%")


def test_classes_that_are_missing():
    """A form without any effect or satisfaction is said, and so are its blank classes, in one finding."""
    said = found(
        CAPTION, form(lines=[("产出指标", "数量指标", "一", "1"), ("", "质量指标", "指标1：", "无"), ("", "时效指标", "…", "")])
    )

    assert (said.count("level-missing"), said.count("class-blank")) == (2, 1)


@pytest.mark.parametrize(
    ("period", "rule"),
    [
        ("", "period-blank"),
        ("2023年", "period-outside-year"),
        ("2023年—2025年", None),
        ("2024.1.1-2024.12.31", None),
        ("1年", None),
    ],
)
def test_the_period(period, rule):
    """项目期 is filled in and holds the fiscal year."""
    said = {r for r in found(CAPTION, form(head=[("项目期", period)])) if r.startswith("period")}

    assert said == ({rule} if rule else set())


def test_a_level_printed_wrongly():
    """Where the printed first level contradicts the second, a remark says what we go by."""
    outcome = stated(TITLE, CAPTION, form(lines=[("产出指标", "社会效益指标", "一", "1"), ("", "数量指标", "二", "2")]))

    assert ["社会效益指标印在“产出指标”下面，本系统按“效益指标”记录，并保留原表的写法。"] == [
        f.message for f in outcome.findings if f.rule == "level1-misprinted"
    ]


def test_a_department_that_is_the_unit():
    """Only a unit's own code makes it odd: a department may have a project of its own."""
    assert "department-is-unit" in found(CAPTION, form(unit="城关镇财政所", department="201004-城关镇财政所"))
    assert "department-is-unit" not in found(CAPTION, form(unit="青禾县财政局", department="201-青禾县财政局"))
