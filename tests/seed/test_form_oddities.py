"""Forms as people really fill them in: template residue, choices with boxes, telephone numbers, values far from their labels."""

import pytest

from seed.readers import read_file
from seed.reading import state
from seed.words.composed import amount_with_parts, named_amounts
from seed.words.ticks import ticked
from store.model import Attribute
from tests.seed.flat import TITLE, amounts, form, rules, stated
from tests.seed.golden.forms.drawing import Drawn, page

CAPTIONS = (TITLE, "项目支出绩效目标表", "（2024年度）")


def only(outcome):
    (target,) = outcome.statement.targets
    return target


def drawn(*parts):
    """What a web page of these tables states: there the grid is known."""
    return state(read_file("表.html", page([*CAPTIONS, *map(Drawn, parts)])))


def lines(outcome):
    return [(i.level2, i.name, i.value) for i in only(outcome).indicators]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增项目□ 延续项目√", "延续项目"),
        ("□新增项目 ☑延续项目", "延续项目"),
        ("新增项目■延续项目□", "新增项目"),
        ("新增□ 延续□", ""),
        ("新增√ 延续√", None),
        ("√新增√", None),
        ("延续项目", None),
    ],
)
def test_choices_with_boxes(text, expected):
    """The ticked choice is the one that counts; where boxes do not say clearly which it is, none does."""
    assert ticked(text) == expected


def test_the_chosen_attribute():
    """项目属性 is the choice; a form on which nothing is ticked left it blank."""
    chosen = only(stated(*CAPTIONS, form(head=[("项目属性", "新增项目□延续项目√")])))
    unticked = only(stated(*CAPTIONS, form(head=[("项目属性", "新增项目□延续项目□")])))

    assert chosen.fact(Attribute.ATTRIBUTE).text == "延续项目"
    assert (unticked.fact(Attribute.ATTRIBUTE), "attribute" in {b.field for b in unticked.blanks}) == (None, True)


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("854万(农田400万元,示范295万元,道路159万元)", "8540000.00"),
        ("854万元（其中：农田400万元、示范454万元）", "8540000.00"),
        ("854万(农田400万元,示范295万元)", None),
        ("854万(农田)", None),
        ("2.6万元（另有配套）", None),
    ],
)
def test_an_amount_with_its_parts(text, yuan):
    """It is certain where the parts add up to it, and only there."""
    found = amount_with_parts(text)

    assert (None if found is None else f"{found}") == yuan


def test_all_money_in_one_cell():
    """Total and sources in one text are read where they are all understood and add up; else the total stays empty, and it is said."""
    whole = "总额106.5万元财政拨款:69.5万元(其中:上级财政资金:12万元)二、自有资金:0万元三、其他:37万元"
    rows = [("资金总额及构成", whole)]
    broken = stated(*CAPTIONS, form(money=[("资金总额及构成", whole.replace("37", "38"))]))

    assert amounts(stated(*CAPTIONS, form(money=rows))) == {
        "annual/total": "1065000.00",
        "annual/fiscal": "695000.00",
        "annual/other": "370000.00",
    }
    assert named_amounts(whole.replace("自有资金", "神秘资金")) is None
    assert (amounts(broken), "amount-unreadable" in rules(broken)) == ({}, True)


def test_an_amount_beside_the_block_itself():
    """“项目资金（万元） 28” is the total of a form that has no other label for it; beside a mid-term goal nobody knows whose it is."""
    rows = [("项目资金（万元）", "28")]
    mid_term = stated(*CAPTIONS, form(money=rows, head=[("中期目标", "三年目标")]))

    assert amounts(stated(*CAPTIONS, form(money=rows))) == {"annual/total": "280000.00"}
    assert (amounts(mid_term), "amount-horizon" in rules(mid_term)) == ({}, True)


def test_money_of_one_level_only():
    """年度本级预算金额 beside 上级资金 is not the total."""
    both = stated(*CAPTIONS, form(money=[("年度本级预算金额", "250万"), ("该项目支出上级资金", "80万")]))
    alone = stated(*CAPTIONS, form(money=[("年度本级预算金额", "250万"), ("该项目支出上级资金", "0")]))

    assert (amounts(both), "amount-level" in rules(both)) == ({}, True)
    assert amounts(alone) == {"annual/total": "2500000.00"}


def test_nought_needs_no_unit():
    """0 is 0 in 元 and in 万元."""
    assert amounts(stated(*CAPTIONS, form(money=[("年度资金总额", "0.00")]))) == {"annual/total": "0.00"}


def test_a_value_parted_from_its_label_by_blank_cells():
    """Cells that nobody merged: one text up to the next label is the label's value."""
    rows = """
项目名称|||工作经费
实施单位||青禾县财政局|主管部门||青禾县财政局
年度资金总额（万元）||28|其中：财政拨款||28
年度目标|||保障工作
"""

    assert only(drawn(rows)).unit == "青禾县财政局"
    assert amounts(drawn(rows)) == {"annual/total": "280000.00", "annual/fiscal": "280000.00"}


@pytest.mark.parametrize(
    "rows",
    [
        "年度资金总额（万元）||28|27",
        "项目|上年执行|本年申请|备注说明\n年度资金总额（万元）||28|",
    ],
)
def test_a_value_that_may_belong_to_a_column(rows):
    """Two texts, or a heading of columns above: then the amount stays empty, and it is said."""
    outcome = drawn(f"项目名称|工作经费|实施单位|青禾县财政局\n{rows}")

    assert (amounts(outcome), "amount-unclear" in rules(outcome)) == ({}, True)


def test_the_first_line_of_a_label():
    """Web pages lose the further lines of a label: 年度 beside prose is 年度目标, beside a year it is the year."""
    goal = stated(TITLE, [("项目名称", "工作经费"), ("实施单位", "青禾县财政局"), ("年度", "保障工作正常开展")])
    year = stated(
        "项目支出绩效目标表", [("项目名称", "工作经费", "年度", "2023"), ("实施单位", "青禾县财政局", "年度目标", "好")]
    )

    assert [g.text for g in only(goal).goals] == ["保障工作正常开展"]
    assert (only(year).year, [g.text for g in only(year).goals]) == (2023, ["好"])


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [
        ("2026/1/1", "2026/12/31", "2026/1/1—2026/12/31"),
        ("2026/1/1", "", "2026/1/1起"),
        ("", "2026/12/31", "至2026/12/31"),
        ("", "", None),
    ],
)
def test_a_period_in_two_cells(begins, ends, expected):
    """计划开始日期 and 计划完成日期 are the period, both texts as they stand."""
    target = only(stated(*CAPTIONS, form(head=[("计划开始日期", begins, "计划完成日期", ends)])))
    fact = target.fact(Attribute.PERIOD)

    assert (fact.text if fact else None) == expected
    assert ("period" in {b.field for b in target.blanks}) == (expected is None)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("项目总成本(≤**万元)", "项目总成本"),
        ("指标1：满意度（≥**%）", "满意度"),
        ("完成情况（100字以内）", "完成情况"),
        ("（≥**%）", None),
    ],
)
def test_hints_of_the_template(printed, name):
    """What the template prints in brackets belongs to no name; a name that is nothing else is a placeholder."""
    outcome = stated(*CAPTIONS, form(lines=[("产出指标", "数量指标", printed, "5")]))

    assert [i.name for i in only(outcome).indicators] == ([name] if name else [])


def test_a_value_of_the_template():
    """“≥**%” says nothing: the value is blank, its cell keeps what stands there, and it is said."""
    outcome = stated(*CAPTIONS, form(lines=[("产出指标", "质量指标", "合格率", "≥**%")]))
    (indicator,) = only(outcome).indicators

    assert (indicator.value, indicator.number, indicator.source.raw) == ("", None, "≥**%")
    assert "template-residue" in rules(outcome)


@pytest.mark.parametrize("goal", ["目标1：\n目标2：\n……", "××", "（100字以内）"])
def test_a_goal_of_the_template(goal):
    """A goal that nobody wrote is blank."""
    target = only(stated(*CAPTIONS, form(goal=goal)))

    assert (target.goals, [b.source.raw for b in target.blanks if b.field == "goal"]) == ((), [goal])


def test_a_telephone_number_beside_the_unit():
    """It is kept nowhere: the unit is what is left of its cell, its source the label; and it is said without repeating it."""
    outcome = stated(*CAPTIONS, form(unit="青禾县财政局（联系电话：13912345678）"))

    assert (only(outcome).unit, only(outcome).unit_source.raw) == ("青禾县财政局", "实施单位")
    assert "personal-number" in rules(outcome)
    assert "13912345678" not in outcome.statement.model_dump_json() + "".join(f.message for f in outcome.findings)


@pytest.mark.parametrize("text", ["王五13912345678", "0561-3012345", "110101199003071234", "见(0561)3012345"])
def test_a_personal_number_in_a_line_of_text(text):
    """Such a line is not kept at all."""
    outcome = stated(*CAPTIONS, form(head=[("项目来源", text)]))

    assert only(outcome).fact(Attribute.SOURCE) is None
    assert text not in outcome.statement.model_dump_json()


def test_a_telephone_number_in_the_cell_of_unit_and_label():
    """Where only the number itself could be cited, the file is refused."""
    rows = [("项目名称：工作经费", "年度目标：好"), ("实施单位：青禾县财政局13912345678", "年度资金总额：2万元")]

    assert stated(*CAPTIONS, rows).refused


def test_a_telephone_number_in_a_goal():
    """The goal keeps its words, and the number is said."""
    outcome = stated(*CAPTIONS, form(goal="开通热线0561-3012345"))

    assert (only(outcome).goals[0].text, "personal-number" in rules(outcome)) == ("开通热线0561-3012345", True)


def test_the_person_in_charge():
    """项目负责人及电话 is no field of ours."""
    outcome = stated(*CAPTIONS, form(tail=[("项目负责人及电话", "赵六 13812345678"), ("填表人：王五", "联系电话：13812345678")]))

    assert "13812345678" not in outcome.statement.model_dump_json() + "".join(f.message for f in outcome.findings)


def test_execution_in_a_form_of_targets():
    """预算执行率 is also planned, and named as an indicator: that alone makes no self-evaluation."""
    rows = form(tail=[("执行率", "100%")], lines=[("产出指标", "质量指标", "预算执行率", "≥95%")])

    assert lines(stated(*CAPTIONS, rows)) == [("质量指标", "预算执行率", "≥95%")]


def test_a_heading_in_two_rows():
    """Columns under 年度指标值 are read with what stands over them."""
    rows = """
项目名称|工作经费|<|<|<|<
实施单位|青禾县财政局|<|<|<|<
年度目标|好|<|<|<|<
一级指标|二级指标|三级指标|年度指标值|<|<
^|^|^|指标性质|指标值|度量单位
产出指标|数量指标|次数|≥|12|次
^|质量指标|合格率|=|100|%
"""

    assert lines(drawn(rows)) == [("数量指标", "次数", "≥12次"), ("质量指标", "合格率", "100%")]


def test_halves_named_above_their_columns():
    """中期指标 and 年度指标 over the columns say which half is which."""
    rows = """
项目名称|工作经费|<|<|<|<|<
实施单位|青禾县财政局|<|<|<|<|<
一级指标|年度指标|<|<|中期指标|<|<
^|二级指标|三级指标|指标值|二级指标|三级指标|指标值
产出指标|数量指标|次数|12次|数量指标|次数|36次
"""

    assert {(i.horizon, i.value, i.level1) for i in only(drawn(rows)).indicators} == {
        ("annual", "12次", "产出指标"),
        ("mid_term", "36次", "产出指标"),
    }


def test_four_levels():
    """A 四级指标 is named with the 三级指标 that it belongs to."""
    rows = """
项目名称|工作经费|<|<|<
实施单位|青禾县财政局|<|<|<
一级指标|二级指标|三级指标|四级指标|指标值
产出指标|数量指标|培训|培训班|≥3期
^|^|^|学员|≥90人
^|质量指标|合格率||≥95%
"""

    assert [name for _level, name, _value in lines(drawn(rows))] == ["培训：培训班", "培训：学员", "合格率"]


def test_no_second_level():
    """An indicator under a first level alone is read under it, and it is said."""
    outcome = stated(*CAPTIONS, form(lines=[("效益指标", "", "受益人口", "≥5万人")]))

    assert lines(outcome) == [("效益指标", "受益人口", "≥5万人")]
    assert "indicator-without-class" in rules(outcome)


def test_an_unknown_column_of_indicators():
    """It is listed, and the others are read."""
    rows = [
        *form()[:-2],
        ("", "一级指标", "二级指标", "三级指标", "指标值", "神秘列"),
        ("", "产出指标", "数量指标", "次数", "3次", "某"),
    ]
    outcome = stated(*CAPTIONS, rows)

    assert lines(outcome) == [("数量指标", "次数", "3次")]
    assert any("神秘列" in f.message for f in outcome.findings if f.rule == "unknown-label")


@pytest.mark.parametrize("between", [("项目支出绩效目标表", "（2024年度）"), ("（续表）",), ("- 2 -",)])
def test_a_page_that_ends_within_the_indicators(between):
    """The title again, “续表” or a page's number part no form: its lines go on below."""
    rows = [*form(), ("", "", "质量指标", "合格率", "≥95%")]
    outcome = stated(*CAPTIONS, rows[:-1], *between, rows[-1:], rows[-1:][:0])

    assert [name for _level, name, _value in lines(outcome)] == ["下乡次数", "合格率"]
    assert "table-continued" in rules(outcome)


def test_a_page_that_ends_above_the_indicators():
    """The heading of the indicator table stands on the next page, under the form's own title again."""
    outcome = stated(*CAPTIONS, form()[:-2], *CAPTIONS[1:], form()[-2:])

    assert [name for _level, name, _value in lines(outcome)] == ["下乡次数"]


def test_prose_above_a_form():
    """What prose says under the words of labels is no fact of the form."""
    prose = (
        "（1）项目概述：好",
        "（2）立项依据：无",
        "（3）实施主体：别的单位",
        "（4）起止时间：2021年至2023年",
        "（5）年度预算安排：634万元",
    )
    outcome = stated(TITLE, *prose, "项目支出绩效目标表", form(unit="青禾县财政局"))

    assert (only(outcome).unit, only(outcome).year, amounts(outcome)["annual/total"]) == ("青禾县财政局", 2024, "26000.00")
    assert "prose" in rules(outcome)


def test_a_year_within_the_name():
    """The year of “2022年村务公开经费” is not the form's, wherever the name stands."""
    assert only(stated(TITLE, "1.2022年村务公开经费", form("2022年村务公开经费"))).year == 2024


def test_a_table_of_contents():
    """Its lines repeat names with the number of a page, and say nothing about the form."""
    assert only(stated(TITLE, "目录", "一、2022年公开经费…………3", "二、2023年维护费\t5", form())).year == 2024


@pytest.mark.parametrize("half", ["|三级指标|指标值", "二级指标||指标值", "二级指标|三级指标|"])
def test_a_half_whose_column_has_no_heading(half):
    """Then nobody knows which value is whose: the table is not read, and it is said; a value is never taken from the other half."""
    rows = f"""
项目名称|工作经费|<|<|<|<|<
实施单位|青禾县财政局|<|<|<|<|<
一级指标|二级指标|三级指标|指标值|{half}
产出指标|数量指标|次数|36次|质量指标|合格率|95%
"""

    assert only(drawn(rows)).indicators == ()
    assert "indicator-heading" in rules(drawn(rows))


def test_values_of_two_horizons_beside_one_name():
    """“三级指标 | 中期指标值 | 年度指标值”: both halves share the name."""
    rows = """
项目名称|工作经费|<|<|<
实施单位|青禾县财政局|<|<|<
一级指标|二级指标|三级指标|中期指标值|年度指标值
产出指标|数量指标|次数|36次|12次
"""

    assert {(i.horizon, i.name, i.value) for i in only(drawn(rows)).indicators} == {
        ("mid_term", "次数", "36次"),
        ("annual", "次数", "12次"),
    }


@pytest.mark.parametrize("period", ["2021年1月-2021年12月", "1年"])
def test_a_total_beside_a_mid_term_goal(period):
    """资金总额 alone is the year's where the project lasts a year; over several years nobody knows whose it is."""
    rows = [("资金总额", "28万元")]
    short, long = ([("项目期", text, "中期目标", "三年目标")] for text in (period, "2021年-2023年"))

    assert amounts(stated(*CAPTIONS, form(money=rows, head=short))) == {"annual/total": "280000.00"}
    assert amounts(stated(*CAPTIONS, form(money=rows, head=long))) == {}


def test_parts_below_a_total_that_is_missing():
    """其他资金 below 当年财政拨款 is no part of the cumulative total further up."""
    rows = """
项目名称|工作经费|实施单位|青禾县财政局
项目资金（元）|项目资金总额|900|<
^|其中：当年财政拨款|200|<
^|其他资金|100|<
"""
    outcome = drawn(rows)

    assert amounts(outcome) == {"mid_term/total": "900.00", "annual/fiscal": "200.00"}
    assert "amount-horizon" in rules(outcome)


def test_a_heading_that_lost_a_column():
    """What stands below it is not read into the table above, which may be that of another horizon."""
    rows = """
项目名称|工作经费|<|<|<
实施单位|青禾县财政局|<|<|<
长期绩效指标|一级指标|二级指标|指标内容|指标值
^|产出指标|数量指标|次数|36次
年度绩效指标|一级指标|二级指标|指标内容|
^|产出指标|数量指标|次数|12次
"""

    assert [(i.horizon, i.value) for i in only(drawn(rows)).indicators] == [("mid_term", "36次")]
