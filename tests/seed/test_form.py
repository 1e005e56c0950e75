"""The form on documents that look otherwise than those we have: what is read, and what is rather said than guessed."""

import pytest

from seed.layouts import LAYOUTS, TwoLayouts, recognise
from store.model import Attribute, Horizon, Severity
from tests.seed.flat import TITLE, amounts, document, form, rules, side_by_side, stated

CAPTIONS = (TITLE, "项目支出绩效目标表", "（2024年度）")


def only(outcome):
    (target,) = outcome.statement.targets
    return target


def money(*rows):
    return amounts(stated(*CAPTIONS, form(money=rows)))


def test_labels_in_another_order():
    """Labels are found wherever they stand."""
    rows = form()
    turned = [rows[5], rows[1], *rows[2:5], rows[0], *rows[6:]]

    assert only(stated(*CAPTIONS, turned)).project == "乡村振兴经费"
    assert amounts(stated(*CAPTIONS, turned)) == {"annual/total": "26000.00", "annual/fiscal": "26000.00"}


def test_labels_broken_over_lines():
    """White space and line breaks inside a label do not hide it, nor do full width and traditional characters."""
    rows = [("项 目\n名 称", "工作\n经费"), ("實施單位（蓋章）", "城关镇财政所"), ("年度资金\n总额（万元）：", "２．６")]
    outcome = stated(*CAPTIONS, rows)

    assert (only(outcome).project, only(outcome).unit, amounts(outcome)) == (
        "工作经费",
        "城关镇财政所",
        {"annual/total": "26000.00"},
    )


def test_label_and_value_in_one_cell():
    """“实施单位：渠沟镇财政所” holds both, in a cell or in a line above the table."""
    rows = [("项目名称：工作经费", "年度资金总额：2.6万元"), ("年度目标", "保障工作")]
    outcome = stated(*CAPTIONS, "填报单位（盖章）：城关镇财政所", rows)

    assert (only(outcome).project, only(outcome).unit) == ("工作经费", "城关镇财政所")
    assert amounts(outcome) == {"annual/total": "26000.00"}


def test_values_below_their_labels():
    """Where labels stand side by side, the values stand below them."""
    rows = [
        ("项目名称", "工作经费", "实施单位", "城关镇财政所"),
        ("资金总额（万元）", "其中：财政拨款（万元）", "其他资金（万元）"),
        ("30", "20", "10"),
    ]

    assert amounts(stated(*CAPTIONS, rows)) == {
        "annual/total": "300000.00",
        "annual/fiscal": "200000.00",
        "annual/other": "100000.00",
    }


def test_extra_rows_and_an_unknown_label():
    """What no dictionary knows is listed in a remark; the rest is read as ever."""
    outcome = stated(*CAPTIONS, form(head=[("神秘栏目", "某内容")], tail=[("备注", "无"), ("填表人", "张三")]))

    assert amounts(outcome)["annual/total"] == "26000.00"
    (said,) = [f for f in outcome.findings if f.rule == "unknown-label"]
    assert "神秘栏目" in said.message
    assert said.severity is Severity.REMARK


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("年度资金总额", "26000元")], {"annual/total": "26000.00"}),
        ([("年度资金总额（元）", "2.6万元")], {"annual/total": "26000.00"}),
        ([("年度资金总额（元）", "26,000.50")], {"annual/total": "26000.50"}),
        ([("年度资金总额（万元）", "1，234.5")], {"annual/total": "12345000.00"}),
        ([("项目资金（亿元）", "年度资金总额", "1.2")], {"annual/total": "120000000.00"}),
        ([("年度资金总额（万元）", "九十")], {"annual/total": "900000.00"}),
        ([("年度资金总额（万元）", "0")], {"annual/total": "0.00"}),
        ([("年度资金总额（万元）", "28"), ("其中：财政拨款", "28")], {"annual/total": "280000.00", "annual/fiscal": "280000.00"}),
    ],
)
def test_units_of_money(rows, expected):
    """The unit comes from the value, else from its label, the total's, or the block's."""
    assert money(*rows) == expected


def test_the_unit_of_the_page():
    """“金额单位：元” above the table counts where no label says otherwise."""
    rows = form(money=[("年度资金总额", "26000")])

    assert amounts(stated(*CAPTIONS, "金额单位：元", rows)) == {"annual/total": "26000.00"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("28", "没有写单位"),
        ("约3O万", "读不成金额"),
        ("2.6万元（另有配套）", "读不成金额"),
        ("28\n28", "不止一个数"),
        ("2.1234567万元", "超过分"),
        ("-5万元", "负数"),
        ("9" * 40 + "万元", "位数过多"),
        ("9" * 12 + "亿元", "读不成金额"),
        ("亿" * 9, "读不成金额"),
        ("28²万元", "上标、带圈"),
        ("28①", "上标、带圈"),
        ("⑳8万元", "上标、带圈"),
    ],
)
def test_an_amount_that_is_not_certain(text, why):
    """It stays empty, with what stands there; the finding names the cell and says why: an amount is never guessed."""
    outcome = stated(*CAPTIONS, form(money=[("年度资金总额", text)]))

    assert amounts(outcome) == {}
    (said,) = [f for f in outcome.findings if f.rule == "amount-unreadable"]
    assert (said.place, said.severity) == ("第1张表第3行第2格", Severity.WARN)
    assert why in said.message
    assert [(b.field, b.source.raw) for b in only(outcome).blanks] == [("total", text)]


@pytest.mark.parametrize(
    "rows",
    [
        [("年度资金总额（万美元）", "28")],
        [("年度资金总额（单位：万元/元）", "28")],
        [("项目资金（港元）", "年度资金总额", "28")],
        [("年度资金总额（欧元）", "28万元")],
    ],
)
def test_a_unit_that_is_none_of_ours(rows):
    """Foreign money, or two units in one label: the amount stays empty, even where the page prints a unit."""
    outcome = stated(*CAPTIONS, "金额单位：万元", form(money=rows))

    assert amounts(outcome) == {}
    assert "人民币" in next(f.message for f in outcome.findings if f.rule == "amount-unreadable")
    assert [b.field for b in only(outcome).blanks] == ["total"]


@pytest.mark.parametrize("page", ["金额单位：万美元", "单位：万元/元", "单位：万元（部分为万美元）"])
def test_a_unit_of_the_page_that_is_none_of_ours(page):
    """It is no unit: what stands below it stays empty."""
    assert amounts(stated(*CAPTIONS, page, form(money=[("年度资金总额", "28")]))) == {}


def test_a_blank_is_not_nought():
    """Cells that nobody filled in are blanks of the target, with what stands there."""
    target = only(
        stated(
            *CAPTIONS,
            form(money=[("年度资金总额（万元）", "2.6"), ("其中：财政拨款", "/"), ("上年结转", ""), ("其他资金", "无")]),
        )
    )

    assert [(b.field, b.source.raw) for b in target.blanks] == [("fiscal", "/"), ("carryover", ""), ("other", "无")]


def test_one_amount_in_two_cells():
    """Two cells for one amount that disagree leave it empty, with a finding that quotes both."""
    outcome = stated(*CAPTIONS, form(money=[("年度资金总额", "28万元"), ("预算金额", "30万元")]))

    assert amounts(outcome) == {}
    assert "28万元" in next(f.message for f in outcome.findings if f.rule == "amount-twice")
    assert [b.source.raw for b in only(outcome).blanks] == ["28万元"]


def test_a_total_over_all_years_beside_that_of_the_year():
    """项目资金总额 and 资金总额 beside 年度… are cumulative: they are the mid-term's, never the year's."""
    rows = [
        ("项目资金总额（元）", "771325800.00"),
        ("其中：财政资金（元）", "771325800.00"),
        ("年度资金申请总额（元）", "226145100.00"),
        ("其中：当年财政拨款（元）", "226145100.00"),
    ]

    assert money(*rows) == {
        "mid_term/total": "771325800.00",
        "mid_term/fiscal": "771325800.00",
        "annual/total": "226145100.00",
        "annual/fiscal": "226145100.00",
    }


def test_an_amount_of_no_horizon():
    """Where nothing says whether it is the year's or the mid-term's, it is left out, and said."""
    rows = [("项目资金（万元）", "90", "中期资金总额", "年度资金总额"), ("其中：财政拨款", "20", "90", "30")]
    outcome = stated(*CAPTIONS, form(money=rows))

    assert "annual/fiscal" not in amounts(outcome)
    assert "amount-horizon" in rules(outcome)


def test_parts_of_the_money_are_not_mixed_up():
    """中央 and 省级 money are parts: they are said, and none of them is taken for the 财政拨款."""
    outcome = stated(*CAPTIONS, form(money=[("年度资金总额", "30万元"), ("中央补助", "10万元"), ("省级资金", "20万元")]))

    assert amounts(outcome) == {"annual/total": "300000.00"}
    assert "amount-part" in rules(outcome)


OWN = ("年度资金总额", "30万元"), ("其中：财政拨款", "20万元"), ("自有资金", "10万元")


def test_own_money_alone_is_the_other_money():
    """A form without 其他资金 prints what is not the treasury's as 自有资金: the parts add up, and nothing is left over."""
    outcome = stated(*CAPTIONS, form(money=[*OWN]))

    assert amounts(outcome) == {"annual/total": "300000.00", "annual/fiscal": "200000.00", "annual/other": "100000.00"}
    assert not {"amount-part", "parts-differ"} & set(rules(outcome))


@pytest.mark.parametrize("beside", [("其他资金", "0"), ("财政专户管理资金", "0")])
def test_own_money_beside_other_money(beside):
    """Which of two is the other money nobody can tell: 自有资金 stays a part that is said."""
    outcome = stated(*CAPTIONS, form(money=[*OWN, beside]))

    assert amounts(outcome).get("annual/other") != "100000.00"
    assert "amount-part" in rules(outcome)


def test_two_halves():
    """The left half is the mid-term's and the right the year's; money, goals and indicators alike."""
    lines = [
        ("产出指标", "数量指标", "演出", "585场", "每村一场", "数量指标", "演出", "180场", ""),
        ("", "", "培训", "9次", "", "", "培训", "3次", ""),
    ]
    outcome = stated(*CAPTIONS, side_by_side(lines))

    assert amounts(outcome) == {
        "mid_term/total": "900000.00",
        "annual/total": "300000.00",
        "mid_term/fiscal": "800000.00",
        "annual/fiscal": "200000.00",
    }
    assert {(g.horizon, g.text) for g in only(outcome).goals} == {("mid_term", "三年的目标"), ("annual", "一年的目标")}
    assert [(i.horizon, i.level2, i.name, i.value, i.standard) for i in only(outcome).indicators] == [
        ("mid_term", "数量指标", "演出", "585场", "每村一场"),
        ("mid_term", "数量指标", "培训", "9次", None),
        ("annual", "数量指标", "演出", "180场", None),
        ("annual", "数量指标", "培训", "3次", None),
    ]


def test_the_annual_half_on_the_left():
    """Where the labels of the goals stand the other way round, so do the halves of the indicator table."""
    lines = [("产出指标", "数量指标", "演出", "180场", "", "数量指标", "演出", "585场", "")]
    totals = ("年度资金总额：", "30", "中期资金总额：", "90")
    outcome = stated(*CAPTIONS, side_by_side(lines, labels=("年度目标", "中期目标"), totals=totals))

    assert {(i.horizon, i.value) for i in only(outcome).indicators} == {("annual", "180场"), ("mid_term", "585场")}
    assert amounts(outcome)["annual/fiscal"] == "800000.00"


def test_halves_of_different_length():
    """A half may have fewer lines: what it leaves blank is no indicator."""
    lines = [
        ("产出指标", "数量指标", "演出", "585场", "", "数量指标", "演出", "180场", ""),
        ("", "", "培训", "9次", "", "", "", "", ""),
    ]

    assert [i.horizon for i in only(stated(*CAPTIONS, side_by_side(lines))).indicators].count(Horizon.ANNUAL) == 1


def test_columns_of_operator_and_unit():
    """指标性质 ≥, 指标值 95 and 度量单位 % are one value: ≥95%; a direction is no operator."""
    rows = [
        ("项目名称", "工作经费", "实施单位", "城关镇财政所"),
        ("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "权重"),
        ("产出指标", "质量指标", "合格率", "≥", "95", "%", "10"),
        ("", "数量指标", "次数", "正向指标", "12", "次", "20"),
        ("", "时效指标", "及时性", "定性", "及时", "", "7.5"),
    ]
    read = [(i.value, i.operator, i.unit_of_measure, i.weight) for i in only(stated(*CAPTIONS, rows)).indicators]

    assert [(v, o, u, f"{w}") for v, o, u, w in read] == [
        ("≥95%", "≥", "%", "10"),
        ("12次", None, "次", "20"),
        ("及时", None, None, "7.5"),
    ]


@pytest.mark.parametrize(
    ("level1", "level2", "expected"),
    [
        ("产出指标", "社会效益", ("效益指标", "社会效益指标")),
        ("", "数量\n\n指标", ("产出指标", "数量指标")),
        ("成本指标", "经济成本指标", ("成本指标", "经济成本指标")),
        ("产出指标(50分)", "成本指标", ("产出指标", "成本指标")),
        ("满意度指标（10分）", "", ("满意度指标", "满意度指标")),
        ("效益指标", "服务对象满意度指标", ("满意度指标", "服务对象满意度指标")),
        ("其他指标", "党建指标", ("其他指标", "党建指标")),
        ("效益指标", "经济效", ("效益指标", "经济效益指标")),
        ("", "服务对", ("满意度指标", "服务对象满意度指标")),
        ("效益指标", "社会", ("效益指标", "社会")),
        ("效益指标", "可持续", ("效益指标", "可持续影响指标")),
        ("成本指标（0-20）分", "生态环境成本指标", ("成本指标", "生态环境成本指标")),
        ("预期产出指标", "预算(或投资规模)控制指标", ("产出指标", "成本指标")),
        ("效果指标", "社会、经济、生态效益指标", ("效益指标", "社会、经济、生态效益指标")),
        ("效益指标", "环境效益指标", ("效益指标", "生态效益指标")),
        ("效益指标", "社会公众或服务对象满意度指标", ("满意度指标", "服务对象满意度指标")),
        ("产出值", "时效值", ("产出指标", "时效指标")),
        ("预期产出指标", "创新指标", ("产出指标", "创新指标")),
    ],
)
def test_levels(level1, level2, expected):
    """The second level decides the first; an unknown one keeps what is printed."""
    outcome = stated(*CAPTIONS, form(lines=[(level1, level2, "指标1：某事", "1次")]))

    assert [(i.level1, i.level2) for i in only(outcome).indicators] == [expected]


def test_cost_as_a_first_level():
    """Where a form has 成本指标 as a first level of its own, a class 成本指标 belongs to it."""
    lines = [("成本指标", "经济成本指标", "单价", "1元"), ("", "成本指标", "总额", "2万元")]

    assert {i.level1 for i in only(stated(*CAPTIONS, form(lines=lines))).indicators} == {"成本指标"}


@pytest.mark.parametrize(
    "name", ["…", "……", "...", "指标1：", "指标 2:", "指标3", "无", "/", "—", "", "本项目不适用此指标", "指标1：…"]
)
def test_placeholders(name):
    """A line that names nothing is no indicator; its class is blank."""
    target = only(stated(*CAPTIONS, form(lines=[("产出指标", "数量指标", name, "")])))

    assert target.indicators == ()
    assert [b.name for b in target.blanks if b.field == "indicator"] == ["数量指标"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("指标1：完成率", "完成率"),
        ("指标12、完成率", "完成率"),
        ("指标1\n完成率", "完成率"),
        ("指标一：完成率", "完成率"),
        ("指标100%完成", "指标100%完成"),
        ("一般公共预算\n支出", "一般公共预算支出"),
        ("1.完成率", "1.完成率"),
    ],
)
def test_names_lose_their_number(printed, name):
    """“指标1：” is a number; anything else belongs to the name."""
    assert [i.name for i in only(stated(*CAPTIONS, form(lines=[("产出指标", "数量指标", printed, "1")]))).indicators] == [name]


def test_a_value_without_a_name():
    """It is no indicator, and is not lost in silence."""
    outcome = stated(*CAPTIONS, form(lines=[("产出指标", "数量指标", "指标1：", "98%")]))

    assert "value-without-name" in rules(outcome)


def test_an_indicator_row_of_another_width():
    """A row that does not fit its heading is not read, and neither is what would have continued it."""
    lines = [("产出指标", "数量指标", "一", "1"), ("效益指标", "社会效益指标", "二"), ("", "", "三", "3")]
    outcome = stated(*CAPTIONS, form(lines=lines))

    assert [i.name for i in only(outcome).indicators] == ["一"]
    assert {"indicator-row-width", "indicator-without-level"} <= set(rules(outcome))


@pytest.mark.parametrize(
    ("rows", "rule"),
    [
        (form(project=""), "no-project"),
        (form(unit=""), "no-unit"),
        ([row for row in form() if "主管部门及代码" not in row], "no-unit"),
    ],
)
def test_a_form_that_lacks_what_it_must_have(rows, rule):
    """Without project or unit nothing of the file is taken over, and the finding lists the labels that are there."""
    outcome = stated(*CAPTIONS, rows)

    assert outcome.refused
    assert "年度资金总额" in next(f.message for f in outcome.findings if f.rule == rule)


def test_two_units_under_one_label():
    """Whose money it is must not be a guess."""
    outcome = stated(*CAPTIONS, form(tail=[("实施单位", "另一个单位")]))

    assert (outcome.refused, "label-twice" in rules(outcome)) == (True, True)


@pytest.mark.parametrize(
    ("captions", "file", "year"),
    [
        (("项目支出绩效目标表", "（2023 年度）"), "表.txt", 2023),
        (("项目支出绩效目标表", "(２０２３)年度"), "表.txt", 2023),
        (("项目支出绩效目标表", "二〇二三年度"), "表.txt", 2023),
        (("项目支出绩效目标表", "预算年度：2023"), "表.txt", 2023),
        (("青禾县财政局2023年度项目支出绩效目标", "项目支出绩效目标表"), "表.txt", 2023),
        (("项目支出绩效目标表",), "2023年目标.txt", 2023),
        (("2022年青禾县公开", "（2023年度）"), "表.txt", 2023),
    ],
)
def test_the_year(captions, file, year):
    """The form's own caption says it, else the document's title, else the name of the file."""
    assert only(stated(*captions, form(), file=file)).year == year


def test_the_year_of_a_file_name_is_said():
    """A file's name is no place in the document: a finding says that the year comes from it."""
    assert "year-of-file" in rules(stated("项目支出绩效目标表", form(), file="2023年目标.txt"))


@pytest.mark.parametrize("captions", [("项目支出绩效目标表",), ("项目支出绩效目标表", "2023年至2025年")])
def test_no_year_or_several(captions):
    """A year that nothing says, or that is one of several, is not guessed: the file is refused."""
    outcome = stated(*captions, form())

    assert (outcome.refused, "no-year" in rules(outcome)) == (True, True)


@pytest.mark.parametrize(
    ("caption", "found"),
    [
        ("（2204年度）", "2204"),
        ("（1899年度）", "1899"),
        ("（204年度）", "204"),
        ("（20二四年度）", "20二四"),
        ("（2〇024年度）", "2〇024"),
        ("（202①年度）", "202※"),
        ("预算年度：2204", "2204"),
    ],
)
def test_a_year_that_is_none(caption, found):
    """It is refused with its place: the title's year must not take its place in silence."""
    outcome = stated(TITLE, "项目支出绩效目标表", caption, form())

    assert outcome.refused
    (said,) = [f for f in outcome.findings if f.rule == "odd-year"]
    assert (said.place, found in said.message) == ("第3段", True)


@pytest.mark.parametrize("caption", ["（  年度）", "（20  年度）", "（20XX年度）", "本单位始建于1856年"])
def test_a_year_that_nobody_filled_in(caption):
    """A blank of the form, or prose, prints no wrong year: the title's year counts."""
    assert only(stated(TITLE, "项目支出绩效目标表", caption, form())).year == 2024


def test_several_forms_in_one_table():
    """Forms without anything between them are told apart by 项目名称."""
    rows = [*form("甲项目"), *form("乙项目", money=[("年度资金总额", "5万元")])]

    assert [(t.project, f"{t.fundings[0].yuan}") for t in stated(*CAPTIONS, rows).statement.targets] == [
        ("甲项目", "26000.00"),
        ("乙项目", "50000.00"),
    ]


def test_forms_that_begin_above_the_name():
    """All forms of a table begin as many rows above 项目名称 as the first does."""
    rows = [row for name in ("甲", "乙") for row in form(f"{name}项目", unit="", head=[("填报单位", f"{name}镇财政所")])]
    rows = [row for row in rows if "主管部门及代码" not in row]

    assert [(t.project, t.unit) for t in stated(*CAPTIONS, rows).statement.targets] == [
        ("甲项目", "甲镇财政所"),
        ("乙项目", "乙镇财政所"),
    ]


def test_a_list_and_a_form_in_one_table():
    """The form is read, and the list that runs into it is said to be left out: its amounts are not the form's."""
    listing = [("序号", "项目名称", "预算金额（万元）"), ("1", "别的项目", "77")]
    outcome = stated(*CAPTIONS, [*listing, *form()])

    assert (only(outcome).project, amounts(outcome)["annual/total"]) == ("乡村振兴经费", "26000.00")
    assert "list-inside-form" in rules(outcome)


def test_a_self_evaluation():
    """自评表 has the labels of a form and states what was carried out: it is no target, whatever stands in it."""
    rows = [*form(money=[("项目资金（万元）", "全年预算数", "全年执行数"), ("年度资金总额", "30", "28")])]
    outcome = stated(*CAPTIONS, rows)

    assert (outcome.statement.targets, len(outcome.statement.evaluations)) == ((), 1)


def test_a_table_of_no_known_kind():
    """It is listed with its first labels, and the rest of the file is loaded."""
    outcome = stated(*CAPTIONS, form(), "职责", [("科室", "人数"), ("预算股", "5")])

    (said,) = [f for f in outcome.findings if f.rule == "unknown-table"]
    assert "科室" in said.message
    assert not outcome.refused


def test_a_table_without_label_and_digit():
    """A table of links to other offices is a remark; with a digit or a known label in it, it is a warning."""
    links = [("友情链接", "县政府"), ("省财政厅", "市财政局")]

    def severity(rows):
        (said,) = [f for f in stated(*CAPTIONS, form(), "页脚", rows).findings if f.rule == "unknown-table"]
        return str(said.severity)

    assert severity(links) == "remark"
    assert severity([("索引号", "QH003-2024"), ("发布机构", "青禾县财政局"), ("文号", "无")]) == "remark"
    assert [severity([*links, row]) for row in [("电话", "0566"), ("备注", "无"), ("备注：无", "甲")]] == ["warn"] * 3


def test_department_with_and_without_code():
    """Code and name are told apart however the code is set off."""
    texts = ["[066]农业局", "066-农业局", "066 农业局", "【066】农业局", "农业局", "101中学"]
    facts = [only(stated(*CAPTIONS, form(department=text))) for text in texts]

    assert [t.fact(Attribute.DEPARTMENT).text for t in facts] == [*["农业局"] * 5, "101中学"]
    assert [t.fact(Attribute.DEPARTMENT_CODE) and t.fact(Attribute.DEPARTMENT_CODE).text for t in facts] == ["066"] * 4 + [
        None
    ] * 2


def test_a_system_number_before_the_name():
    """“51000021R000000019951-工资性支出” is the project 工资性支出; its cell keeps both."""
    target = only(stated(*CAPTIONS, form("51000021R000000019951-工资性支出")))

    assert (target.project, target.title.raw) == ("工资性支出", "51000021R000000019951-工资性支出")


def test_a_source_that_reads_like_a_label():
    """项目来源 财政资金: beside that label the word is a value."""
    target = only(stated(*CAPTIONS, form(head=[("项目来源", "财政资金", "项目期", "1年")])))

    assert [(f.field, f.text) for f in target.facts][-2:] == [("source", "财政资金"), ("period", "1年")]


def test_a_table_that_two_layouts_claim():
    """It is an error of ours that names both."""
    (table,) = document(*CAPTIONS, form()).tables

    with pytest.raises(TwoLayouts, match=r"table 1 is claimed by form, form"):
        recognise(table, (LAYOUTS[1], LAYOUTS[1]))


@pytest.mark.parametrize("line", ["年度绩效指标", "绩效目标", "总体目标：", "以下为绩效指标"])
def test_a_line_across_the_form(line):
    """A line over the whole width is a paragraph to the reader; the form goes on below it, and a remark says so."""
    rows = form()
    outcome = stated(*CAPTIONS, rows[:-2], line, rows[-2:])

    assert [(i.name, i.source.table) for i in only(outcome).indicators] == [("下乡次数", 2)]
    assert "table-continued" in rules(outcome)


@pytest.mark.parametrize("captions", [("项目支出绩效目标表",), ("（2024年度）",), ("项目名称",)])
def test_a_form_without_a_name_below_another(captions):
    """A broken form is not read into the one above it."""
    outcome = stated(*CAPTIONS, form(), *captions, form()[-2:])

    assert len(only(outcome).indicators) == 1
    assert "unknown-table" in rules(outcome)


def test_two_halves_with_the_same_labels():
    """What has a label that the form above has already is no continuation of it."""
    outcome = stated(*CAPTIONS, form(), "其他", [("年度资金总额", "9万元"), ("年度目标", "另一个")])

    assert amounts(outcome)["annual/total"] == "26000.00"
    assert "unknown-table" in rules(outcome)
