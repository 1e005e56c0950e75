"""The checks of weights: what the indicators of each class may have, in targets and in self-evaluations."""

from decimal import Decimal

import pytest

from seed.evaluations.checks import check_evaluations
from store.model import Execution, ExecutionItem, FundingKind, Result
from tests import makers
from tests.seed.flat import TITLE, form, stated

HEADING = ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "权重")
SECOND = {"成本": "经济成本指标", "产出": "数量指标", "效益": "社会效益指标", "满意": "服务对象满意度指标"}


def weighed(*lines):
    """What is said of the weights of these lines: first level as printed, weight."""
    rows = [("", level1, SECOND[level1[:2]], f"事项{n}", "5次", weight) for n, (level1, weight) in enumerate(lines)]
    outcome = stated(TITLE, "（2024年度）", [*form(lines=())[:-1], HEADING, *rows])
    return [(f.rule, f.severity) for f in outcome.findings if f.rule.startswith("weights")]


def of_usual(output, effect, satisfaction, *more):
    return weighed(("产出指标", output), ("效益指标", effect), ("满意度指标", satisfaction), *more)


@pytest.mark.parametrize(
    ("output", "effect", "satisfaction", "said"),
    [
        ("50", "30", "10", []),
        ("60", "20", "10", [("weights-of-class", "remark")]),
        ("40", "40", "10", [("weights-of-class", "remark")]),
        ("45", "25", "20", [("weights-of-class", "remark")]),
        ("50", "40", "10", []),
        ("60", "30", "10", []),
        ("60", "30", "", []),
        ("60", "10", "10", [("weights-sum", "warn")]),
    ],
)
def test_the_usual_points(output, effect, satisfaction, said):
    """Of 90 points no class has more than is usual; of 100, or where one is missing, one of them must."""
    assert of_usual(output, effect, satisfaction) == said


def test_points_of_costs():
    """成本指标 of its own has twenty at most."""
    assert weighed(("成本指标", "20"), ("产出指标", "40"), ("效益指标", "20"), ("满意度指标", "10")) == []
    assert weighed(("成本指标", "30"), ("产出指标", "30"), ("效益指标", "20"), ("满意度指标", "10")) == [
        ("weights-of-class", "remark")
    ]


def test_a_class_that_is_missing():
    """What it does not get goes to the others: that it is missing is said elsewhere."""
    assert weighed(("产出指标", "80"), ("满意度指标", "10")) == []
    assert weighed(("产出指标", "45"), ("效益指标", "45")) == []


def test_points_that_the_form_prints():
    """The class has no more than the form itself prints for it, of a span the higher end, whatever is usual."""
    printed = ("产出指标（60分）", "效益指标（20分）", "满意度指标（10分）")

    assert weighed(*zip(printed, ("60", "20", "10"), strict=True)) == []
    assert weighed(*zip(printed, ("55", "25", "10"), strict=True)) == [("weights-of-class", "warn")]
    assert weighed(("成本指标（0-20）分", "15"), ("产出指标（40-50）分", "45"), ("效益指标", "20"), ("满意度指标", "10")) == []


def test_points_printed_for_another_class():
    """A cell that reaches over the lines of another class says nothing of their points."""
    rows = [
        ("", "产出指标（50分）", "数量指标", "甲", "5次", "50"),
        ("", "", "社会效益指标", "乙", "5次", "60"),
        ("", "满意度指标", "服务对象满意度指标", "丙", "5次", "10"),
    ]
    outcome = stated(TITLE, "（2024年度）", [*form(lines=())[:-1], HEADING, *rows])

    assert [f.rule for f in outcome.findings if f.rule.startswith("weights")] == ["weights-sum"]


def evaluated(*classes, points="10"):
    """What is said of the points of an evaluation: class → points, and those of 预算执行."""
    results = tuple(
        Result(
            level1=f"{level1}指标",
            level2="其他",
            name=f"事项{n}",
            value="1",
            actual="1",
            weight=_number(w),
            source=makers.source(),
        )
        for n, (level1, w) in enumerate(classes)
    )
    budget = Execution(
        kind=FundingKind.TOTAL, part="总额", item=ExecutionItem.WEIGHT, value=points or "-", source=makers.source()
    )
    evaluation = makers.evaluation()
    executions = (*evaluation.executions, *([budget] if points is not None else []))
    evaluation = evaluation.model_copy(update={"results": results, "executions": executions})
    return [(f.rule, f.severity) for f in check_evaluations([evaluation]) if f.rule.startswith("weights")]


def _number(text):
    return Decimal(text) if text else None


USUAL = (("产出", "50"), ("效益", "30"), ("满意度", "10"))


@pytest.mark.parametrize(
    ("classes", "points", "said"),
    [
        (USUAL, "10", []),
        (USUAL, "10分", []),
        (USUAL, None, []),
        (USUAL, "20", [("weights-sum", "warn")]),
        (USUAL, "-", []),
        ((("产出", "60"), ("效益", "20"), ("满意度", "10")), "10", [("weights-of-class", "remark")]),
        ((("产出", "60"), ("效益", "30"), ("满意度", "10")), None, []),
        ((("产出", "40"), ("效益", "30"), ("满意度", "10")), "10", [("weights-sum", "warn")]),
        ((("产出", "40"), ("效益", "30"), ("满意度", "")), "10", []),
        ((("产出", "50"),), "10", []),
        ((("投入", "10"), ("产出", "50"), ("效益", "40")), None, []),
    ],
)
def test_points_of_evaluations(classes, points, said):
    """With those of 预算执行 they are a hundred, and those of a class no more than is usual; a line without any says nothing."""
    assert evaluated(*classes, points=points) == said
