"""Self-evaluations: figures with their unit and place, or a finding; never a target."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.evaluations.columns import Column, column_of
from store.model import EvaluationField, ExecutionItem, FundingKind
from tests.seed.flat import form, rules, stated

CAPTIONS = ("青禾县财政局2024年度项目支出绩效自评表", "（2024年度）")
HEADING = ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
LINES = ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因")


def evaluated(*money, head=(("项目名称", "道路养护"), ("实施单位", "青禾县公路站")), lines=(), tail=()):
    return [*head, *money, *([LINES, *(("", *line) for line in lines)] if lines else ()), *tail]


def only(outcome):
    assert outcome.statement.targets == ()
    (evaluation,) = outcome.statement.evaluations
    return evaluation


def yuan(outcome, kind=FundingKind.TOTAL):
    found = {item: only(outcome).execution(item, kind) for item in ExecutionItem}
    return {item.value: str(one.yuan) for item, one in found.items() if one and one.yuan is not None}


def test_money_and_rate():
    """Amounts are yuan by the unit of the block; a rate stays as it is printed; a part of no kind keeps its name."""
    rows = evaluated(
        HEADING,
        ("", "年度资金总额", "20", "20", "18.5", "10", "92.5%", "9.3"),
        ("", "其中：财政拨款", "0", "—", "/", "", "", ""),
        ("", "单位资金", "1", "", "", "", "", ""),
    )
    outcome = stated(*CAPTIONS, rows)

    assert yuan(outcome) == {"initial": "200000.00", "revised": "200000.00", "executed": "185000.00"}
    assert yuan(outcome, FundingKind.FISCAL) == {"initial": "0.00"}
    assert only(outcome).execution(ExecutionItem.RATE).value == "92.5%"
    assert [(e.part, str(e.yuan)) for e in only(outcome).executions if e.kind is None] == [("单位资金", "10000.00")]


@pytest.mark.parametrize("rate", ["86%", "0.86", "102.59%", "86.00", "八成六", "100"])
def test_a_rate_as_printed(rate):
    """It is never reckoned anew nor written otherwise."""
    outcome = stated(*CAPTIONS, evaluated(HEADING, ("", "年度资金总额", "1", "1", "1", "10", rate, "10")))

    assert only(outcome).execution(ExecutionItem.RATE).value == rate


@pytest.mark.parametrize(
    ("heading", "captions", "cell", "expected"),
    [
        (("项目资金（元）", "", "全年预算数", "全年执行数"), (), "387664.62", "387664.62"),
        (("项目资金", "", "全年预算数（万元）", "全年执行数（万元）"), (), "2.6", "26000.00"),
        (("项目资金", "", "全年预算数", "全年执行数"), ("单位：万元",), "2.6", "26000.00"),
        (("项目资金（万元）", "", "全年预算数", "全年执行数"), (), "26000元", "26000.00"),
        (("项目资金", "", "全年预算数", "全年执行数"), (), "2.6", None),
        (("项目资金（万美元）", "", "全年预算数", "全年执行数"), ("单位：万元",), "2.6", None),
        (("项目资金（万元）", "", "全年预算数", "全年执行数"), (), "约3O", None),
    ],
)
def test_the_unit_of_an_executed_amount(heading, captions, cell, expected):
    """From the value, else the label, else the page; where it is nowhere certain the amount is empty, with a finding."""
    outcome = stated(*CAPTIONS, *captions, evaluated(heading, ("", "年度资金总额", "", cell)))
    one = only(outcome).execution(ExecutionItem.EXECUTED)

    assert (None if one.yuan is None else str(one.yuan), one.value) == (expected, cell)
    assert ("execution-unreadable" in rules(outcome)) is (expected is None)


def test_a_figure_stated_twice():
    """Two different figures for one thing are none, and the finding quotes both."""
    rows = evaluated(HEADING, *[("", "年度资金总额", "1", "1", executed, "", "", "") for executed in ("1", "0.9")])
    outcome = stated(*CAPTIONS, rows)

    assert "executed" not in yuan(outcome)
    (said,) = [finding.message for finding in outcome.findings if finding.rule == "execution-twice"]
    assert "“1”、“0.9”" in said


def test_a_heading_over_two_columns():
    """Where text knows no grid, one more cell on the left is what each row is called; the figures keep their columns."""
    heading = ("项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率")
    rows = evaluated(heading, ("", "年度资金总额", "3", "2", "1", "50%"), ("", "其中：财政拨款", "3", "2", "1", ""))
    outcome = stated(*CAPTIONS, rows)

    assert yuan(outcome) == {"initial": "30000.00", "revised": "20000.00", "executed": "10000.00"}
    assert yuan(outcome, FundingKind.FISCAL) == yuan(outcome)


def test_a_row_of_another_width():
    """Figures that stand under no certain column are not read, and it is said."""
    outcome = stated(*CAPTIONS, evaluated(HEADING, ("", "年度资金总额", "1", "1", "1")))

    assert yuan(outcome) == {}
    assert "execution-row-width" in rules(outcome)


def test_results_with_points_and_reasons():
    """Each line has what was aimed at, what was reached, points and reason; the second number beside 总分 is the score."""
    outcome = stated(
        *CAPTIONS,
        evaluated(
            HEADING,
            ("", "年度资金总额", "1", "1", "1", "10", "100%", "10"),
            lines=[
                ("产出指标", "数量指标", "养护里程", "≥5公里", "4公里", "90", "72", "雨季停工"),
                ("", "", "…", "", "", "", "", ""),
            ],
            tail=[("总分", "100", "82", "良")],
        ),
    )
    (line,) = only(outcome).results

    assert (line.value, line.actual, line.weight, line.score, line.reason) == ("≥5公里", "4公里", 90, 72, "雨季停工")
    assert (line.level1, line.level2, line.source.raw) == ("产出指标", "数量指标", "4公里")
    assert {fact.field: fact.text for fact in only(outcome).facts} == {EvaluationField.SCORE: "82", EvaluationField.GRADE: "良"}


def test_a_total_that_is_not_certain():
    """Three numbers beside 总分: none of them is guessed to be the score."""
    lines = [("产出指标", "数量指标", "养护里程", "≥5公里", "5公里", "90", "90", "")]
    outcome = stated(*CAPTIONS, evaluated(lines=lines, tail=[("总分", "100", "82", "80")]))

    assert only(outcome).fact(EvaluationField.SCORE) is None
    assert "score-unclear" in rules(outcome)


@pytest.mark.parametrize(
    ("head", "captions", "rule"),
    [
        ((("项目名称", "道路养护"), ("主管部门", "青禾县交通局")), CAPTIONS, "evaluation-without-unit"),
        ((("项目名称", "无"), ("实施单位", "青禾县公路站")), CAPTIONS, "evaluation-without-project"),
        ((("项目名称", "道路养护"), ("实施单位", "青禾县公路站")), ("项目支出绩效自评表",), "evaluation-without-year"),
        ((("项目名称", "道路养护"), ("实施单位", "青禾县公路站"), ("年度", "2204")), CAPTIONS, "evaluation-without-year"),
    ],
)
def test_whose_it_is_must_be_certain(head, captions, rule):
    """Without project, unit or year it is left out with a finding, and targets of the same file are loaded all the same."""
    rows = evaluated(HEADING, ("", "年度资金总额", "1", "1", "1", "10", "100%", "10"), head=head)
    outcome = stated(*captions, rows, "项目支出绩效目标表", "（2024年度）", form())

    assert (outcome.statement.evaluations, len(outcome.statement.targets), outcome.refused) == ((), 1, False)
    assert rule in rules(outcome)


def test_an_evaluation_twice():
    """One project of one unit and year evaluated twice in a file refuses it."""
    rows = evaluated(HEADING, ("", "年度资金总额", "1", "1", "1", "10", "100%", "10"))
    outcome = stated(*CAPTIONS, rows, "项目支出绩效自评表", "（2024年度）", rows)

    assert outcome.refused
    assert "same-evaluation-twice" in rules(outcome)


@given(
    st.sampled_from(["全年执行数", "执行率", "年初预算数", "实际完成值"]),
    st.sampled_from(["", "（B）", "（万元）", "：", "\n", " "]),
)
def test_headings_however_they_are_adorned(heading, adornment):
    """Brackets, units and white space change nothing of what a heading asks for."""
    assert column_of(heading[:2] + ("\n" if adornment == "\n" else "") + heading[2:] + adornment) is column_of(heading)
    assert column_of(f"{heading}的说明") is None


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.decimals(min_value=0, max_value=10**9, places=2))
def test_amounts_come_through(revised, executed):
    """What is printed in yuan is what is stored, to the 分."""
    heading = ("项目资金（元）", "", "全年预算数", "全年执行数")
    outcome = stated(*CAPTIONS, evaluated(heading, ("", "年度资金总额", f"{revised:,}", f"{executed}")))

    assert {item: Decimal(text) for item, text in yuan(outcome).items()} == {"revised": revised, "executed": executed}


def test_columns_are_told_apart():
    """预算数 and 执行数 are never one for the other."""
    assert column_of("全年预算数") is Column.REVISED
    assert column_of("预算执行数") is Column.EXECUTED


def test_a_list_of_evaluations():
    """A list of many projects is not taken for the form of one: it is said that it was not read."""
    heading = ("序号", "项目名称", "责任科室", "全年执行数", "得分")
    outcome = stated(*CAPTIONS, "填报单位：青禾县财政局", [heading, ("1", "道路养护", "养护科", "18", "95")])

    assert (outcome.statement.evaluations, outcome.refused) == ((), True)
    assert "self-evaluation" in rules(outcome)


@pytest.mark.parametrize("between", ["预算执行情况", "二、项目绩效完成情况"])
def test_a_line_across_the_table(between):
    """A line that cuts a self-evaluation in two makes no target of its upper half."""
    head = [("项目名称", "道路养护"), ("实施单位", "青禾县公路站"), ("年度目标", "养护道路")]
    rest = evaluated(HEADING, ("", "年度资金总额", "1", "1", "0.9", "10", "90%", "9"), head=())
    outcome = stated("青禾县财政局2024年度项目支出绩效公开", "（2024年度）", head, between, rest)

    assert yuan(outcome)["executed"] == "9000.00"
