"""The checks of money that stands for something else: that of several years as one year's, the cost of the whole beside the budget."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Horizon, Severity
from tests.seed.flat import TITLE, amounts, form, rules, side_by_side, stated

CAPTION = "（2024年度）"
LIST = ("序号", "项目名称", "预算金额（万元）")
LINES = [("产出指标", "数量指标", "一", "1", "", "数量指标", "一", "1", "")]


def found(*parts):
    return rules(stated(TITLE, *parts))


def of_form(name="河道清淤工程", total="30", **fields):
    return stated(TITLE, CAPTION, form(name, money=[("项目资金（万元）", "年度资金总额", total)], **fields))


def of_costs(*costs, total="28", project="河道清淤工程"):
    """What is said of cost indicators in a form of 28 万元."""
    outcome = of_form(project, total, lines=[("产出指标", "成本指标", name, value) for name, value in costs])
    return {(f.rule, f.severity) for f in outcome.findings if f.rule.startswith("cost")}


def halves(mid_term, annual, period):
    return [("项目期", period), *side_by_side(LINES, totals=("中期资金总额：", mid_term, "年度资金总额：", annual))]


@pytest.mark.parametrize(
    ("mid_term", "period", "expected"),
    [
        ("30", "2024年-2026年", True),
        ("30", "3年", True),
        ("30", "三年", True),
        ("90", "2024年-2026年", False),
        ("30", "2024年", False),
        ("30", "1年", False),
        ("30", "2024年9月-2025年7月", False),
        ("30", "", False),
        ("30", "长期", False),
    ],
)
def test_the_same_total_over_several_years(mid_term, period, expected):
    """A project of several years does not get in one of them what it gets in all."""
    assert ("cumulative-as-annual" in found(CAPTION, halves(mid_term, "30", period))) is expected


@pytest.mark.parametrize(
    ("goal", "period", "expected"),
    [
        ("项目总投资30万元，2024年安排10万元，完成河道清淤2公里", "", True),
        ("总投资约30万元，本年计划投入财政资金12.5万元，完成清淤2公里", "2年", True),
        ("项目总投资300000元，全部完成河道清淤6公里", "2023年—2025年", True),
        ("2023-2025年总投资30万元，每年完成河道清淤2公里", "", True),
        ("三年累计安排资金30万元，每年完成河道清淤2公里", "", True),
        ("2024年投入30万元，每年完成河道清淤2公里", "", False),
        ("第三年投资30万元，二〇二四年投入30万元，清淤2公里", "", False),
        ("2024-2024年总投资30万元，每年完成河道清淤2公里", "", False),
        ("三年累计安排资金30万元，2024年安排30万元，清淤2公里", "", False),
        ("三年累计清淤30公里，安排资金30万元，群众满意", "", False),
        ("项目总投资30万元，完成河道清淤6公里，年底前验收", "2024年", False),
        ("项目总投资90万元，2024年安排30万元，完成河道清淤2公里", "3年", False),
        ("项目总投资30万元，2024年安排30万元，完成河道清淤6公里", "", False),
        ("安排资金30万元，完成河道清淤6公里，群众满意", "3年", False),
    ],
)
def test_a_total_that_the_goal_calls_another(goal, period, expected):
    """Where a text calls the amount that of all years and gives another for this one, the annual total is doubtful."""
    assert ("cumulative-as-annual" in rules(of_form(goal=goal, head=[("项目期", period)]))) is expected


def test_it_is_said_where_the_text_stands():
    """Both amounts are said, and the one of the table is kept."""
    outcome = of_form(goal="项目总投资30万元，2024年安排10万元，完成河道清淤2公里")
    (said,) = [f for f in outcome.findings if f.rule == "cumulative-as-annual"]

    assert "“总投资30万元”、“2024年安排10万元”" in said.message
    assert (said.place, said.project) == ("第1张表第4行第2格", "河道清淤工程")
    assert amounts(outcome) == {"annual/total": "300000.00"}


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        ("预算金额（三年累计）", {"mid_term/total": "300000.00"}),
        ("资金总额（2024—2026年）", {"mid_term/total": "300000.00"}),
        ("预算数（中期）", {"mid_term/total": "300000.00"}),
        ("预算金额（总投资）", {"mid_term/total": "300000.00"}),
        ("年度资金总额（累计）", {}),
        ("年度资金总额（三年合计）", {}),
        ("资金总额（2024—2024年）", {"annual/total": "300000.00"}),
        ("资金总额（合计）", {"annual/total": "300000.00"}),
        ("年度资金总额（含上年累计结转）", {"annual/total": "300000.00"}),
    ],
)
def test_a_label_of_several_years(label, kept):
    """What its own label calls the money of several years is never that of one; where it says both, it is nobody's."""
    assert amounts(stated(TITLE, CAPTION, form(money=[(label, "30万元")]))) == kept


def test_a_label_that_says_both():
    """What is left out for it is said, in a form and in a long list."""
    row = ("201004-城关镇财政所", "软件维护", "30", "保障", "产出指标", "数量指标", "次数", "≥", "1", "次")
    head = (
        "单位名称",
        "项目名称",
        "年度预算数（三年累计）",
        "年度目标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
    )
    of_list = stated(TITLE, CAPTION, "单位：万元", [head, row, ("", "", "", "", "", "质量指标", "合格率", "≥", "95", "%")])

    assert "amount-horizon" in rules(stated(TITLE, CAPTION, form(money=[("年度资金总额（三年累计）", "30万元")])))
    assert ("amount-horizon" in rules(of_list), amounts(of_list)) == (True, {})


def test_a_mid_term_of_one_year():
    """Of a mid-term that is the year itself, however long the project lasts, the totals are the same."""
    rows = [
        ("项目期", "3年"),
        *side_by_side(
            LINES, labels=("中期目标（2024年—2024年）", "年度目标"), totals=("中期资金总额：", "30", "年度资金总额：", "30")
        ),
    ]

    assert "cumulative-as-annual" not in found(CAPTION, rows)


def test_a_list_of_several_years():
    """A column of three years' money is no amount to compare with the forms."""
    head = ("序号", "项目名称", "预算金额（三年累计，万元）")
    outcome = stated(TITLE, "清单", [head, ("1", "软件维护", "90")], CAPTION, side_by_side(LINES))

    assert outcome.statement.listed == ()
    assert "unknown-table" in rules(outcome)


def test_a_list_with_the_money_of_all_years():
    """A list that prints the mid-term total as the budget is said to do so."""
    outcome = stated(TITLE, "清单", [LIST, ("1", "软件维护", "90")], CAPTION, side_by_side(LINES))
    (said,) = [f.message for f in outcome.findings if f.rule == "list-differs"]

    assert "清单写的就是中期资金总额" in said
    assert outcome.statement.targets[0].funding("total", Horizon.ANNUAL).yuan == 300000


REMARK, WARN = {("cost-differs", Severity.REMARK)}, {("cost-differs", Severity.WARN)}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("项目总成本", "25万元", REMARK),
        ("项目总成本", "≤250000元", REMARK),
        ("预算控制数", "20万元", REMARK),
        ("河道清淤工程费用", "20万元", REMARK),
        ("项目总成本", "28元", WARN),
        ("项目总成本", "280000元", {("cost-is-budget", Severity.REMARK)}),
        ("项目总成本", "≤30万元", {("cost-above-budget", Severity.WARN)}),
        ("项目总成本", "≥20万元", set()),
        ("项目成本", "30元", set()),
        ("项目总成本", "20万元/公里", set()),
        ("每公里成本", "7万元", set()),
        ("人均补助标准", "500元", set()),
        ("设备购置总成本", "12万元", set()),
        ("清淤费用", "20万元", set()),
        ("河道清淤工程监理费用", "2万元", set()),
        ("河道清淤工程", "94元", set()),
        ("项目总成本", "25", set()),
    ],
)
def test_the_cost_of_the_whole(name, value, said):
    """What is called the cost of the whole project is the budget, in whatever unit; prices and parts are less."""
    assert of_costs((name, value)) == said


@given(st.decimals(min_value=Decimal("0.01"), max_value=Decimal(60), places=2))
def test_the_unit_does_not_matter(wan):
    """The same money in 万元 and in 元 is the same to every check of costs."""
    assert of_costs(("项目总成本", f"{wan}万元")) == of_costs(("项目总成本", f"{wan * 10000:f}元"))


def test_costs_that_are_parts():
    """Two that are called whole are parts of something; several that add up to the budget agree with it."""
    assert of_costs(("项目总成本", "20万元"), ("项目总投资", "25万元")) == set()
    assert of_costs(("项目总成本", "20万元"), ("监理费用", "8万元")) == set()


def test_a_rounded_cost():
    """A number that is the total, rounded or cut at its last digit, is no other amount."""
    assert of_costs(("项目总成本", "118.5万元"), total="118.5678") == set()
    assert of_costs(("项目总成本", "118.4万元"), total="118.5678") == REMARK


def test_a_cost_that_is_the_fiscal_part():
    """The cost may be that of the 财政拨款 alone."""
    money = [("项目资金（万元）", "年度资金总额", "46"), ("", "其中：财政拨款", "30"), ("", "其他资金", "16")]

    assert "cost-differs" not in found(CAPTION, form(money=money, lines=[("产出指标", "成本指标", "项目总成本", "30万元")]))
    assert "cost-differs" in found(CAPTION, form(money=money, lines=[("产出指标", "成本指标", "项目总成本", "35万元")]))


def test_costs_that_others_bear():
    """社会成本 and 生态环境成本 are no part of the budget."""
    lines = [("成本指标", "社会成本指标", "交通影响率", "3%"), ("", "生态环境成本指标", "环境损失总额", "90万元")]

    assert not {rule for rule in found(CAPTION, form(lines=lines)) if rule.startswith("cost")}


def test_a_cost_above_the_budget_of_the_year():
    """What is above it is said to be the mid-term total where it is that, and to be in the wrong unit where it is ten thousand times as much."""
    lines = [("产出指标", "成本指标", "项目总投资", "90万元", "", "成本指标", "项目投资", "90万元", "")]
    both = [f.message for f in stated(TITLE, CAPTION, side_by_side(lines)).findings if f.rule == "cost-above-budget"]
    slip = [
        f.message
        for f in of_form(lines=[("产出指标", "成本指标", "清淤费用", "300000万元")]).findings
        if f.rule.startswith("cost")
    ]

    assert ["和中期资金总额一样" in message for message in both] == [True]
    assert ["像是单位写错了" in message for message in slip] == [True]
