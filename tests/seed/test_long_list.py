"""Long lists, one row an indicator: whose each row is, which amounts are certain, and what is said about the rest."""

import pytest

from seed.document import TableKind
from seed.layouts import LAYOUTS, recognise
from seed.readers.assembling import Box, Grid, assembled
from seed.reading import state
from tests.seed.flat import rules, stated
from tests.seed.grids import TITLE, boxes, listed, table

HEAD = ("单位名称", "项目名称", "预算数", "年度目标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位")
LINE = ("产出指标", "数量指标", "培训人次", "≥", "600", "人次")
MORE = ("产出指标", "质量指标", "合格率", "≥", "95", "%")
FIRST = ("青禾县教育局", "教师培训", "36", "培训教师。")
BLANK = ("", "", "", "")


def found(outcome):
    """Unit, project, amount and number of indicators of each target."""
    return [
        (t.unit, t.project, str(t.fundings[0].yuan) if t.fundings else None, len(t.indicators)) for t in outcome.statement.targets
    ]


def values(outcome):
    return [indicator.value for target in outcome.statement.targets for indicator in target.indicators]


@pytest.mark.parametrize("below", [(None,) * 4, BLANK, FIRST, ("", "教师培训", "36", "")])
def test_rows_of_one_project(below):
    """Names and amounts that are merged, left blank or repeated on the next row make one project."""
    outcome = listed(HEAD, (*FIRST, *LINE), (*below, *MORE))

    assert found(outcome) == [("青禾县教育局", "教师培训", "360000.00", 2)]
    assert not outcome.statement.prints_totals


def test_a_unit_over_several_projects():
    """A unit's cell counts for all projects that it is merged over."""
    outcome = listed(HEAD, (*FIRST, *LINE), (None, "校舍维修", "8", "维修校舍。", *LINE))

    assert found(outcome) == [("青禾县教育局", "教师培训", "360000.00", 1), ("青禾县教育局", "校舍维修", "80000.00", 1)]


def test_the_same_name_in_another_unit():
    """One name in two units is two projects."""
    outcome = listed(HEAD, (*FIRST, *LINE), ("青禾县第一中学", "教师培训", "36", "培训教师。", *LINE))

    assert [row[0] for row in found(outcome)] == ["青禾县教育局", "青禾县第一中学"]


@pytest.mark.parametrize(
    "own",
    [("青禾县第一中学", "", "", ""), ("", "", "8", ""), ("", "", "", "另一个目标。"), ("青禾县第一中学", None, "8", "维修。")],
)
def test_a_row_that_begins_something_without_a_name(own):
    """A new unit, amount or goal without a project's name goes on with nothing: it and the rows below are a finding."""
    outcome = listed(HEAD, (*FIRST, *LINE), (*own, *LINE), (*BLANK, *MORE))

    assert found(outcome) == [("青禾县教育局", "教师培训", "360000.00", 1)]
    assert rules(outcome).count("list-row-without-project") == 1


def test_one_project_twice_apart():
    """The same project of the same unit in two places of the list refuses the file."""
    other = ("青禾县第一中学", "校舍维修", "8", "维修校舍。")
    outcome = listed(HEAD, (*FIRST, *LINE), (*other, *LINE), (*FIRST, *MORE))

    assert "same-target-twice" in rules(outcome)
    assert outcome.refused


def test_a_list_over_two_pages():
    """A piece with the heading again and nothing new above it goes on with the last project of the piece before."""
    outcome = state(table(TITLE, "单位：万元", [HEAD, (*FIRST, *LINE)], "第2页", [HEAD, (*BLANK, *MORE)]))

    assert found(outcome) == [("青禾县教育局", "教师培训", "360000.00", 2)]


def test_a_piece_without_heading():
    """A piece that has no heading and is as wide goes on with the list too; a blank row on a worksheet cuts nothing."""
    pages = state(table(TITLE, "单位：万元", [HEAD, (*FIRST, *LINE)], [(*BLANK, *MORE)]))
    sheet = listed((TITLE,), ("单位：万元",), HEAD, (*FIRST, *LINE), ("",) * 10, (*BLANK, *MORE), captions=(), sheet="表")

    assert found(pages) == found(sheet) == [("青禾县教育局", "教师培训", "360000.00", 2)]


def test_lists_of_two_worksheets_stay_apart():
    """What begins on a sheet of its own never goes on with the project of another sheet."""
    sheets = [Grid(boxes([(TITLE,), ("单位：万元",), HEAD, (*FIRST, *LINE)]), "甲"), Grid(boxes([HEAD, (*BLANK, *MORE)]), "乙")]
    outcome = state(assembled("清单.xlsx", b"", sheets))

    assert found(outcome) == [("青禾县教育局", "教师培训", "360000.00", 1)]
    assert "list-row-without-project" in rules(outcome)


def test_a_unit_below_a_row_that_was_not_read():
    """After a row that does not fit, a blank unit is nobody's; a merged one still is the one above."""
    crooked = ("甲", "乙", "丙")
    blank = state(table(TITLE, "单位：万元", [HEAD, (*FIRST, *LINE), crooked, ("", "校舍维修", "8", "维修。", *LINE)]))

    assert "list-row-width" in rules(blank)
    assert "no-unit" in rules(blank)


@pytest.mark.parametrize(
    ("signs", "heads"),
    [
        (("≥", "正向指标"), ("指标性质", "指标方向性")),
        (("正向", "大于等于"), ("指标性质", "指标方向")),
        (("定量", "≧"), ("指标属性", "计算符号")),
        (("正向指标", ">="), ("指标方向性", "指标性质")),
    ],
)
def test_columns_of_signs(signs, heads):
    """Whether a column holds operators or directions is told by its values, whatever it is called and wherever it stands."""
    head = (*HEAD[:7], heads[0], "指标值", "度量单位", heads[1])
    outcome = listed(head, (*FIRST, *LINE[:3], signs[0], "600", "人次", signs[1]))

    assert values(outcome) == ["≥600人次"]


@pytest.mark.parametrize(
    ("sign", "value", "unit", "whole"),
    [
        ("≥", "95", "%", "≥95%"),
        ("＝", "26", "个", "26个"),
        ("═", "100", "%", "100%"),
        ("≥", "≥95", "%", "≥95%"),
        ("≥", "95%", "%", "≥95%"),
        ("≤", "2小时", "", "≤2小时"),
        ("<=", "2024年10月", "", "≤2024年10月"),
        ("定性", "明显改善", "", "明显改善"),
        ("≥", "明显改善", "", "明显改善"),
        ("", "98%", "％", "98%"),
        ("小于等于", "14,390.6", "元/人·年", "≤14,390.6元/人·年"),
        ("=", "90-95", "%", "90-95%"),
        ("≥", "95", "无", "≥95"),
    ],
)
def test_the_whole_value(sign, value, unit, whole):
    """Operator, number and unit of measure are one value; nothing is said twice, and nothing is left out but “=”."""
    outcome = listed(HEAD, (*FIRST, *LINE[:3], sign, value, unit), (*BLANK, *MORE))

    assert values(outcome)[0] == whole


def test_a_sign_that_is_none():
    """A sign that we do not know is said, not dropped in silence."""
    outcome = listed(HEAD, (*FIRST, *LINE), (*BLANK, *MORE[:3], "约", "95", "%"))

    assert "unknown-sign" in rules(outcome)


@pytest.mark.parametrize(
    ("label", "page", "text", "yuan"),
    [
        ("预算数", "单位：元", "360000", "360000.00"),
        ("预算数（万元）", "单位：元", "36", "360000.00"),
        ("预算数（元）", "单位：万元", "360000", "360000.00"),
        ("预算数", "单位：元", "36万元", "360000.00"),
        ("预算数", "（2024年度）", "36", None),
        ("预算数（万美元）", "单位：万元", "36", None),
        ("预算数", "单位：万元", "约3O万", None),
    ],
)
def test_the_unit_of_an_amount(label, page, text, yuan):
    """The unit of the value, else the label's, else the page's; an amount without one stays empty."""
    head = (*HEAD[:2], label, *HEAD[3:])
    outcome = listed(head, ("青禾县教育局", "教师培训", text, "培训。", *LINE), captions=(TITLE, page))

    assert [row[2] for row in found(outcome)] == [yuan]
    assert ("amount-unreadable" in rules(outcome)) is (yuan is None)


def test_label_and_page_with_two_units():
    """Where label and page print different units the label counts, and it is said."""
    head = (*HEAD[:2], "预算数（元）", *HEAD[3:])

    assert "unit-differs" in rules(listed(head, ("青禾县教育局", "教师培训", "360000", "培训。", *LINE)))


@pytest.mark.parametrize("other", ["其他资金", "单位资金"])
def test_the_kinds_of_money(other):
    """Totals of the year and of all years, and what they are made of, each by its heading; 单位资金 alone is the other money."""
    words = ("单位名称", "项目名称", "项目总投资", "年度资金总额", "财政拨款", "上年结转", other, *HEAD[3:])
    outcome = listed(words, ("青禾县教育局", "教师培训", "90", "36", "30", "4", "2", "培训。", *LINE))
    (target,) = outcome.statement.targets

    assert {f"{f.horizon}/{f.kind}": str(f.yuan) for f in target.fundings} == {
        "mid_term/total": "900000.00",
        "annual/total": "360000.00",
        "annual/fiscal": "300000.00",
        "annual/carryover": "40000.00",
        "annual/other": "20000.00",
    }


def test_an_amount_that_is_merged_over_two_projects():
    """Money of two projects in one cell is neither's."""
    outcome = listed(HEAD, (*FIRST, *LINE), (None, "校舍维修", None, "维修校舍。", *LINE))

    assert [row[2] for row in found(outcome)] == [None, None]
    assert rules(outcome).count("amount-merged") == 2


def test_two_amounts_in_the_rows_of_one_project():
    """A project merged over rows with different amounts has none that is certain."""
    outcome = listed(HEAD, (*FIRST, *LINE), ("", None, "8", "", *MORE))

    assert found(outcome) == [("青禾县教育局", "教师培训", None, 2)]
    assert "amount-twice" in rules(outcome)


@pytest.mark.parametrize(("stated_sum", "wrong"), [("44", False), ("45", True)])
@pytest.mark.parametrize("name", ["合计", "205-青禾县教育部门", "青禾县教育部门"])
def test_a_sum_is_no_project(name, stated_sum, wrong):
    """合计 and a department's subtotal are compared with the projects, by code where they have one, and are none."""
    rows = [
        ("205001-青禾县第一小学", "校舍维修", "36", "维修。", *LINE),
        ("205002-青禾县第二小学", "图书采购", "8", "采购。", *LINE),
    ]
    outcome = listed(HEAD, (name, "", stated_sum, "", *[""] * 6), *rows)

    assert [row[1] for row in found(outcome)] == ["校舍维修", "图书采购"]
    assert ("list-total" in rules(outcome)) is wrong
    assert outcome.statement.prints_totals


def test_the_department_by_its_code():
    """A department in a row of its own is that of the units whose code begins with its own, and of no other."""
    outcome = listed(
        HEAD,
        ("205-青禾县教育局", "", "36", "", *[""] * 6),
        ("205001-青禾县第一小学", "校舍维修", "36", "维修。", *LINE),
        ("206001-青禾县医院", "设备购置", "8", "采购。", *LINE),
    )

    assert [[fact.text for fact in t.facts] for t in outcome.statement.targets] == [["青禾县教育局", "205"], []]


def test_no_unit_below_a_department():
    """A department is nobody's unit: a project that names none below it refuses the file."""
    outcome = listed(HEAD, ("205-青禾县教育局", "", "36", "", *[""] * 6), ("", "校舍维修", "36", "维修。", *LINE))

    assert "no-unit" in rules(outcome)
    assert outcome.refused


TREE = ("单位名称、项目名称", "年度绩效目标", *HEAD[4:])
LONE = ("",) * 7


def test_a_tree_in_one_column():
    """A row with a unit's name and nothing else stands above its projects."""
    outcome = listed(TREE, ("青禾县教育局", *LONE), ("教师培训", "培训。", *LINE), ("校舍维修", "维修。", *LINE))

    assert [row[:2] for row in found(outcome)] == [("青禾县教育局", "教师培训"), ("青禾县教育局", "校舍维修")]


@pytest.mark.parametrize("lone", [("青禾县教育局", "图书采购"), ("图书采购",), ("青禾县教育局", "青禾县第一中学")])
def test_a_tree_that_is_not_clear(lone):
    """A row that may be a unit or a project without content refuses the file."""
    outcome = listed(TREE, *((name, *LONE) for name in lone), ("教师培训", "培训。", *LINE))

    assert "unit-or-project" in rules(outcome)
    assert outcome.refused


@pytest.mark.parametrize(
    "names", [("青禾县教育局", "  青禾县第一中学", "    教师培训"), ("205-青禾县教育局", "205001-青禾县第一中学", "教师培训")]
)
def test_a_tree_with_codes_or_steps(names):
    """Codes and indentation tell units from projects, also where one stands below another."""
    outcome = listed(TREE, (names[0], *LONE), (names[1], *LONE), (names[2], "培训。", *LINE))

    assert [row[:2] for row in found(outcome)] == [("青禾县第一中学", "教师培训")]
    assert not outcome.refused


def test_headings_out_of_step():
    """Where no class stands below 一级指标 and 二级指标 no column can be trusted."""
    outcome = listed(HEAD[:9], (*FIRST, "多出的一格", *LINE[2:]))

    assert "columns-shifted" in rules(outcome)
    assert outcome.refused


def test_notes_are_no_rows():
    """Footnotes, signatures, page numbers and rows that count the columns belong to no project."""
    outcome = listed(
        HEAD, (*tuple("12345678"), "9", "10"), (*FIRST, *LINE), ("注：1.含上年结转。", *[""] * 9), ("填表人：某某", *[""] * 9)
    )

    assert found(outcome) == [("青禾县教育局", "教师培训", "360000.00", 1)]
    assert not {"list-row-without-project", "list-row-width", "no-unit"} & set(rules(outcome))


def test_unknown_columns():
    """A column that the dictionary lacks is named."""
    outcome = listed((*HEAD, "绩效专员"), (*FIRST, *LINE, "某某"))

    assert any("绩效专员" in finding.message for finding in outcome.findings)


@pytest.mark.parametrize("above", ["编制单位：青禾县教育局", "单位：青禾县教育局", "部门名称：青禾县教育局"])
def test_a_list_without_a_column_of_units(above):
    """Then the unit is the one that stands above the list."""
    outcome = listed(HEAD[1:], (*FIRST[1:], *LINE), captions=(TITLE, above, "金额单位：万元"))

    assert found(outcome) == [("青禾县教育局", "教师培训", "360000.00", 1)]


def test_the_year_of_the_worksheet():
    """The sheet's name counts where nothing in it says the year."""
    outcome = state(table([("单位：万元",), HEAD, (*FIRST, *LINE)], sheet="2022年", file="清单.xlsx"))

    assert [target.year for target in outcome.statement.targets] == [2022]


@pytest.mark.parametrize(
    "words", [("指标值", "计量单位", "指标值", "计量单位"), ("年度指标值", "计量单位", "中期指标值", "计量单位")]
)
def test_values_of_two_horizons(words):
    """Two columns of values are mid-term and annual in this order unless they say so, each with its own unit of measure."""
    outcome = listed((*HEAD[:7], *words), (*FIRST, *LINE[:3], "1800", "人次", "600", "人"))
    (target,) = outcome.statement.targets
    first, second = ("mid_term", "annual") if words[0] == "指标值" else ("annual", "mid_term")

    assert {(i.horizon, i.value) for i in target.indicators} == {(first, "1800人次"), (second, "600人")}


def test_a_heading_of_two_rows():
    """Labels under a wide one keep its horizon and its unit; those beside it reach down."""
    top = [Box(0, c, text, 2) for c, text in enumerate(HEAD[:2])] + [Box(0, 2, "预算（元）", 1, 2)]
    top += [Box(0, c + 1, text, 2) for c, text in enumerate(HEAD[3:7], start=3)] + [Box(0, 8, "中期指标值", 1, 3)]
    low = [Box(1, c, text) for c, text in enumerate(("资金总额", "财政拨款"), start=2)]
    low += [Box(1, c, text) for c, text in enumerate(HEAD[7:], start=8)]
    row = [Box(2, c, text) for c, text in enumerate((*FIRST[:2], "360000", "350000", FIRST[3], *LINE))]
    outcome = state(assembled("表.docx", b"", [TITLE, "单位：万元", Grid([*top, *low, *row])]))
    (target,) = outcome.statement.targets

    assert [str(f.yuan) for f in target.fundings] == ["360000.00", "350000.00"]
    assert [(i.horizon, i.value) for i in target.indicators] == [("mid_term", "≥600人次")]


@pytest.mark.parametrize(
    "row", [("教师培训", "36", "培训教师。"), ("36", "培训教师。", *LINE), ("教师培训", "36", "培训教师。", *LINE[1:])]
)
def test_a_row_that_lacks_a_cell_somewhere(row):
    """A row of which nobody can tell what it lacks is not read, least of all one column to the left."""
    outcome = listed(HEAD, row)

    assert not outcome.statement.targets
    assert "list-row-width" in rules(outcome)


def test_a_row_that_lacks_one_of_its_names():
    """Where columns of indicators stand before those of the project, no class ever becomes a unit."""
    head = (HEAD[4], *HEAD[:4], *HEAD[5:])
    outcome = listed(head, (LINE[0], *FIRST[1:], *LINE[1:]))

    assert not outcome.statement.targets
    assert "list-row-width" in rules(outcome)


def test_a_flat_list():
    """A list of which the reader knows no grid is read by the order of its cells; a row of another width is not."""
    outcome = stated(TITLE, "单位：万元", [HEAD, (*FIRST, *LINE), LINE[1:], (*BLANK, *MORE)])

    assert found(outcome) == [("青禾县教育局", "教师培训", "360000.00", 3)]


def test_amounts_of_the_table_beside():
    """A list without amounts takes them from the list of projects and totals in the same file, by unit and name."""
    budget = [("项目单位", "项目名称", "合计"), ("青禾县教育局", "教师培训", "36"), ("青禾县第一中学", "教师培训", "8")]
    head = (*HEAD[:2], *HEAD[3:])
    rows = [
        head,
        ("青禾县第一中学", "教师培训", "培训。", *LINE),
        ("青禾县教育局", "教师培训", "培训。", *LINE),
        ("青禾县医院", "教师培训", "", *LINE),
    ]
    outcome = state(table(TITLE, "单位：万元", budget, "绩效目标", rows))

    assert [row[2] for row in found(outcome)] == ["80000.00", "360000.00", None]
    assert outcome.statement.targets[0].fundings[0].source.table == 1


def test_exactly_one_layout_claims_each_table():
    """Lists, long lists and forms are told apart, also where a project's name stands beside a column that nobody knows."""
    odd = ("单位名称", "项目名称", "别的", *HEAD[2:])
    claimed = [
        [layout.name for layout in LAYOUTS if layout.kind is TableKind.TARGETS and layout.claims(one)]
        for one in table(TITLE, [odd, (*FIRST, "", *LINE)]).tables
    ]

    assert claimed == [["long_list"]]
    assert recognise(table(TITLE, [odd, (*FIRST, "", *LINE)]).tables[0]) is not None


def test_a_list_of_what_was_carried_out():
    """Columns of what was done make it a self-evaluation, which states other things under the same labels."""
    assert recognise(table(TITLE, [(*HEAD, "实际完成值"), (*FIRST, *LINE, "600")]).tables[0]) is None
