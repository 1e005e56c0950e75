"""Of which target a finding is: what a layout sees while it reads one is of that one."""

from tests.seed.flat import TITLE, form, stated
from tests.seed.grids import listed

HEAD = ("单位名称", "项目名称", "预算数", "年度目标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位")
LINE = ("产出指标", "数量指标", "培训人次", "≥", "600", "人次")


def whose(outcome, rule):
    return [(finding.unit, finding.project, finding.year) for finding in outcome.findings if finding.rule == rule]


def test_a_form():
    """What cannot be read in a form is of the form's target."""
    outcome = stated(TITLE, "（2024年度）", form("校舍维修", head=[("奇怪栏目", "某某")]))
    (target,) = outcome.statement.targets

    assert [(target.unit, "校舍维修", 2024)] == whose(outcome, "unknown-label")


def test_a_long_list():
    """An amount that cannot be read is of the project of its row."""
    outcome = listed(
        HEAD, ("青禾县教育局", "教师培训", "约36", "培训教师。", *LINE), ("青禾一中", "校舍维修", "8", "维修校舍。", *LINE)
    )

    assert [("青禾县教育局", "教师培训")] == [names[:2] for names in whose(outcome, "amount-unreadable")]
