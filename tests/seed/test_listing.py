"""The list (公开清单): names and amounts, row by row."""

import pytest

from seed.layouts import recognise
from seed.readers.assembling import Box, Grid, assembled
from seed.reading import state
from store.listed import join
from tests.seed.flat import TITLE, document, form, rules, stated


def listed(*rows, captions=("项目支出绩效目标公开清单",)):
    return stated(TITLE, *captions, [*rows])


HEADING = ("序号", "项目名称", "预算金额（单位：万元）")


def test_rows_of_the_list():
    """Each row is a project and its total, with the amount's cell; blank space before a figure does not matter."""
    outcome = listed(HEADING, ("\n1", "工作经费", "\n4.64"), ("2", "培训费", "26000元"))

    assert [(r.project, f"{r.yuan}", r.source.raw, r.source.row) for r in outcome.statement.listed] == [
        ("工作经费", "46400.00", "4.64", 2),
        ("培训费", "26000.00", "26000元", 3),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        ("项目名称", "预算数（万元）"),
        ("序号", "预算单位", "项目名称", "金额（万元）"),
        ("项目名称", "立项文号", "合计（万元）", "其中：财政拨款"),
    ],
)
def test_other_headings(heading):
    """Columns are found by their headings, in any order and beside others."""
    row = tuple("9.5" if "万元" in cell or "拨款" in cell else "某某" for cell in heading)
    outcome = listed(heading, row)

    assert [f"{r.yuan}" for r in outcome.statement.listed] == ["95000.00"]


def test_the_unit_of_the_page():
    """“单位：元” above the list counts where its heading says nothing."""
    outcome = listed(("项目名称", "预算金额"), ("工作经费", "26000"), captions=("公开清单", "单位：元"))

    assert [f"{r.yuan}" for r in outcome.statement.listed] == ["26000.00"]


def test_no_unit_at_all():
    """Without a unit the row has no amount, and a finding says so."""
    outcome = listed(("项目名称", "预算金额"), ("工作经费", "26"))

    assert [r.yuan for r in outcome.statement.listed] == [None]
    assert "amount-unreadable" in rules(outcome)


@pytest.mark.parametrize(("heading", "text"), [("预算金额（万美元）", "26"), ("预算金额（万元）", "26²")])
def test_an_amount_of_the_list_that_is_not_certain(heading, text):
    """Foreign money and footnote marks make no amount, whatever unit the page prints."""
    outcome = listed(("项目名称", heading), ("工作经费", text), captions=("公开清单", "单位：万元"))

    assert [r.yuan for r in outcome.statement.listed] == [None]
    assert "amount-unreadable" in rules(outcome)


@pytest.mark.parametrize(("total", "found"), [("7.24", False), ("8", True)])
def test_a_printed_total(total, found):
    """合计 is no project; it must be what the rows add up to."""
    outcome = listed(HEADING, ("1", "甲", "2.6"), ("2", "乙", "4.64"), ("合计", "", total))

    assert [r.project for r in outcome.statement.listed] == ["甲", "乙"]
    assert ("list-total" in rules(outcome)) is found


@pytest.mark.parametrize(
    ("last", "printed"), [(("合计", "", "7.24"), True), (("小计", "", ""), False), (("3", "丙", "1"), False)]
)
def test_whether_a_sum_is_printed(last, printed):
    """It is known whether the document prints a sum, so that nobody is told that it prints none."""
    outcome = listed(HEADING, ("1", "甲", "2.6"), ("2", "乙", "4.64"), last)

    assert outcome.statement.prints_totals is printed


def test_a_row_of_another_width():
    """A row that does not fit the heading is not read, and is quoted."""
    outcome = listed(HEADING, ("1", "甲", "2.6"), ("乙", "4.64"))

    assert [r.project for r in outcome.statement.listed] == ["甲"]
    assert "list-row-width" in rules(outcome)


def test_a_column_of_units():
    """A list with a column of units says whose each row is, without the unit's code."""
    outcome = listed(("项目单位", "项目名称", "合计（元）"), ("205001-青禾县第一小学", "校舍维修", "36000"))

    assert [(row.unit, row.project) for row in outcome.statement.listed] == [("青禾县第一小学", "校舍维修")]


def test_one_project_with_two_amounts():
    """Rows without a name below a project may be parts of it: then its total is not certain."""
    outcome = listed(("项目名称", "合计（元）"), ("校舍维修", "36000"), ("", "8000"), ("图书采购", "500"))

    assert [row.yuan and f"{row.yuan}" for row in outcome.statement.listed] == [None, "500.00"]
    assert "list-amount-several" in rules(outcome)


def test_a_heading_of_two_rows():
    """The total stands under its own heading beside one that is divided."""
    top = [Box(0, 0, "项目名称", 2), Box(0, 1, "合计", 2), Box(0, 2, "本年拨款", 1, 2)]
    low = [Box(1, 2, "一般公共预算"), Box(1, 3, "政府性基金")]
    row = [Box(2, c, text) for c, text in enumerate(("校舍维修", "36000", "30000", "6000"))]
    outcome = state(assembled("表.docx", b"", [TITLE, "单位：元", Grid([*top, *low, *row])]))

    assert [f"{row.yuan}" for row in outcome.statement.listed] == ["36000.00"]


def test_rows_with_units_find_their_forms():
    """A row with a unit is never joined to another unit's form, whatever the order."""
    forms = [form(unit=unit, money=(("项目资金（万元）", "年度资金总额", "2.6"),)) for unit in ("青禾县财政局", "柳河镇财政所")]
    rows = [
        ("实施单位", "项目名称", "预算金额（万元）"),
        ("柳河镇财政所", "乡村振兴经费", "3"),
        ("青禾县财政局", "乡村振兴经费", "2.6"),
    ]
    outcome = stated(TITLE, rows, "（2024年度）", forms[0], "（2024年度）", forms[1])

    assert list(join(outcome.statement.targets, outcome.statement.listed)) == [1, 0]
    assert next(finding.message for finding in outcome.findings if finding.rule == "list-differs").startswith("柳河镇财政所")


def test_a_long_list_is_no_list():
    """Columns of indicators belong to another kind of table."""
    rows = [
        ("项目名称", "预算数", "一级指标", "二级指标", "三级指标", "指标值"),
        ("甲", "1", "产出指标", "数量指标", "次数", "1"),
    ]

    layout = recognise(document(TITLE, rows).tables[0])

    assert layout is not None
    assert layout.name == "long_list"
