"""The real document that comes with the program: each of its fifteen traps, and all of it against the expected records."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from seed.layouts import recognise
from store.listed import join
from store.model import Attribute, FundingKind, Horizon
from store.money import print_yuan

EXPECTED = Path(__file__).with_name("bundled.expected.json")


@pytest.fixture
def statement(outcome):
    return outcome.statement


@pytest.fixture
def forms(statement):
    """The four targets: the system's upkeep, working funds, and the cadres of two townships."""
    return statement.targets


def indicators(target, horizon=Horizon.ANNUAL):
    return [indicator for indicator in target.indicators if indicator.horizon is horizon]


def test_everything_that_it_states(outcome):
    """Every record, source and finding is what we expect; look at a changed file before you accept it."""
    found = {
        "statement": outcome.statement.model_dump(mode="json"),
        "findings": [finding.model_dump(mode="json") for finding in outcome.findings],
    }

    assert found == json.loads(EXPECTED.read_text(encoding="utf-8"))


def test_five_tables(bundled_document):
    """The list is table 1 and the forms are tables 2 to 5: replies cite them so."""
    assert [recognise(table).name for table in bundled_document.tables] == ["listing", "form", "form", "form", "form"]


def test_trap_1_a_list_without_a_total(statement):
    """The list has four rows and no 合计: together they are 125.24 万元, which is our sum."""
    assert [print_yuan(row.yuan) for row in statement.listed] == ["90 万元", "28 万元", "2.6 万元", "4.64 万元"]
    assert sum(row.yuan for row in statement.listed) == Decimal("1252400.00")


def test_trap_2_one_name_in_two_units(forms):
    """乡村振兴下派干部经费 is a project of two units: neither replaces the other."""
    same = [(target.unit, target.funding(FundingKind.TOTAL).yuan) for target in forms if target.project == "乡村振兴下派干部经费"]

    assert same == [("任圩街道办事处财政所", Decimal(26000)), ("渠沟镇财政所", Decimal(46400))]


def test_trap_3_a_list_without_units(statement, outcome):
    """Rows of the list join their forms by name and amount, so that the two of one name are told apart."""
    assert join(statement.targets, statement.listed) == (0, 1, 2, 3)
    assert not [f for f in outcome.findings if f.rule.startswith("list")]


def test_trap_4_effects_printed_under_outputs(forms):
    """The first form has no cell 效益指标: the second level decides, and what is printed is kept beside it."""
    misprinted = {(i.level2, i.level1, i.level1_printed) for i in forms[0].indicators if i.level1 != i.level1_printed}

    assert misprinted == {("社会效益指标", "效益指标", "产出指标"), ("可持续影响指标", "效益指标", "产出指标")}


def test_trap_5_the_unit_of_money(forms):
    """“90万元” under a label that says 万元 too is 900,000 yuan; a bare 28 takes its unit from the label."""
    assert [target.funding(FundingKind.TOTAL).yuan for target in forms] == [900000, 280000, 26000, 46400]
    assert [target.funding(FundingKind.TOTAL).source.raw for target in forms] == ["90万元", "28", "2.6", "4.64"]


def test_trap_6_the_same_money_in_another_unit(forms, outcome):
    """“280000元” and 28 万元, “46400元” and 4.64 万元 are equal: no finding says that cost and budget differ."""
    values = [i.value for target in forms[1:] for i in indicators(target) if i.level2 == "数量指标"]

    assert values == ["280000元", "2.6万元", "46400元"]
    assert "cost-above-budget" not in [finding.rule for finding in outcome.findings]


def test_trap_7_department_and_code(forms):
    """“121-淮北市相山区财政局” is code and name; 121004 is the unit's own code, and is said to be."""
    texts = [
        [target.fact(f) and target.fact(f).text for f in (Attribute.DEPARTMENT_CODE, Attribute.DEPARTMENT)] for target in forms
    ]

    assert texts == [
        [None, None],
        ["121", "淮北市相山区财政局"],
        ["121004", "任圩街道办事处财政所"],
        ["121", "淮北市相山区财政局"],
    ]


def test_trap_7_is_found(outcome):
    """That the department is the unit itself is said, with the cell."""
    assert [f.place for f in outcome.findings if f.rule == "department-is-unit"] == ["第4张表第2行第2格"]


def test_trap_8_source_and_period(forms):
    """项目来源 is never filled in; 项目期 is kept as written, and blank where it is blank."""
    assert [[b.field for b in target.blanks if b.field in ("source", "period")] for target in forms] == [
        [],
        ["source"],
        ["source"],
        ["source", "period"],
    ]
    assert [target.fact(Attribute.PERIOD) and target.fact(Attribute.PERIOD).text for target in forms] == [
        None,
        "2024年",
        "2024.1.1-2024.12.31",
        None,
    ]


def test_trap_9_placeholders(forms):
    """“…”, “指标1：” and “指标1： 无” are no indicators: 8, 8, 9 and 9 remain, those of the first over two horizons."""
    assert [len(indicators(target)) for target in forms] == [8, 8, 9, 9]
    assert len(indicators(forms[0], Horizon.MID_TERM)) == 8


def test_trap_9_blank_classes(forms):
    """A class with nothing but placeholders is a blank that keeps what stands there."""
    blanks = [[(b.name, b.source.raw) for b in t.blanks if b.field == "indicator" and b.horizon is Horizon.ANNUAL] for t in forms]

    assert blanks == [[("经济效益指标", "无"), ("生态效益指标", "无")], [("经济效益指标", "")], [], []]


def test_trap_10_numbers_before_names(forms):
    """“指标1服务对象…” without a colon and “指标1：⏎下派干部…” with a line break lose their number only."""
    names = [i.name for target in forms for i in indicators(target)]

    assert {"服务对象对部门履职效果的满意度", "下派干部工作完成质量"} <= set(names)
    assert not [name for name in names if name.startswith("指标")]


def test_trap_11_two_names_of_satisfaction(forms):
    """服务对象满意度指标 and 满意度指标 as second level both belong to 满意度指标."""
    levels = [{(i.level1, i.level2) for i in indicators(target) if "满意" in i.level2} for target in forms]

    assert levels[0] == {("满意度指标", "服务对象满意度指标")}
    assert levels[1] == {("满意度指标", "满意度指标")}


def test_trap_12_kinds_of_values(forms):
    """A value stays as written; only what is wholly a number has a number, and a bare 100 no %."""
    read = {i.value: (i.number, i.unit_of_measure) for target in forms for i in indicators(target)}

    assert read["100"] == (100, None)
    assert read["95%"] == (95, "%")
    assert read["280000元"] == (280000, "元")
    assert read["定性"] == read["影响明显"] == (None, None)


def test_trap_13_two_equal_halves(forms, outcome):
    """Mid-term and annual are two horizons of one target, never two targets; that both are one year is said."""
    halves = [[(i.level2, i.name, i.value, i.standard) for i in indicators(forms[0], horizon)] for horizon in Horizon]

    assert halves[0] == halves[1]
    assert [f.rule for f in outcome.findings if f.rule == "mid-term-one-year"] == ["mid-term-one-year"]


def test_trap_14_standards(forms):
    """Numbers in 绩效标准 are no values: they are kept as the standard, full width and all."""
    (rate,) = [i for i in indicators(forms[0]) if i.name == "机房运维服务达标率"]

    assert rate.value == "100"
    assert "系统功能达标率≥98%，各系统事故发生频率＜2%" in rate.standard


def test_trap_15_the_year(forms):
    """“（2024 年度）” with a space and “（2024年度）” with spaces behind it are 2024, from the form's own caption."""
    assert [(target.year, target.year_source.raw, target.year_source.row) for target in forms] == [
        (2024, "（2024 年度）", 5),
        (2024, "（2024年度）", 7),
        (2024, "（2024年度）", 9),
        (2024, "（2024年度）", 11),
    ]


def test_title_publisher_and_stage(statement):
    """The heading names the document, and in it the publisher; nothing in it says 申报 or 调整."""
    assert statement.document == "相山区财政局2024年度项目支出绩效目标"
    assert (statement.publisher, statement.stage, statement.published) == ("相山区财政局", "approved", None)
