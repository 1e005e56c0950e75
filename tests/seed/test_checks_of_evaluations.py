"""What is odd in self-evaluations."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.evaluations.checks import _fits, check_evaluations
from store.model import Execution, ExecutionItem, FundingKind, Result
from tests import makers


def found(evaluation):
    return [finding.rule for finding in check_evaluations([evaluation])]


def result(actual="13次", value="≥12次", **stated):
    places = {"level1": "产出指标", "level2": "数量指标", "name": "下乡次数", "source": makers.source(actual or "")}
    return Result(**places, value=value, actual=actual, **stated)


def with_results(*results):
    return makers.evaluation().model_copy(update={"results": results})


def part(kind, amount, item=ExecutionItem.EXECUTED, name="财政拨款"):
    return Execution(kind=kind, part=name, item=item, yuan=Decimal(amount), value=amount, source=makers.source(amount))


def with_parts(evaluation, *parts):
    return evaluation.model_copy(update={"executions": (*evaluation.executions, *parts)})


def test_nothing_is_odd():
    """An evaluation that agrees with itself has no finding."""
    assert found(makers.evaluation()) == []


def test_more_points_than_there_are():
    """A score above its weight, and a total above 100."""
    assert found(with_results(result(weight=Decimal(10), score=Decimal(11)))) == ["score-above-weight"]
    assert found(makers.evaluation(score="101")) == ["score-above-weight"]


def test_more_spent_than_there_was():
    """Executed above the revised budget; the initial one counts only where there is no revised one."""
    assert found(makers.evaluation(executed="26000.01", rate=None)) == ["executed-above-budget"]
    assert found(makers.evaluation(revised=None, executed="1", rate=None)) == []


@pytest.mark.parametrize(
    ("rate", "odd"), [("50%", False), ("0.5", False), ("50", False), ("50.00%", False), ("86%", True), ("1", True)]
)
def test_a_rate_that_is_another(rate, odd):
    """The printed rate must be executed by revised, in whatever form it is printed."""
    assert ("rate-differs" in found(makers.evaluation(rate=rate))) is odd


def test_a_rate_above_a_hundred():
    """Where no amounts stand beside it, it is odd by itself; “1.02” and words are none."""
    bare = {"revised": None, "executed": None}

    assert found(makers.evaluation(rate="102.59%", **bare)) == ["rate-above-100"]
    assert found(makers.evaluation(rate="100%", **bare)) == found(makers.evaluation(rate="1.02", **bare)) == []
    assert found(makers.evaluation(executed="26520", rate="102%")) == ["executed-above-budget"]


def test_a_rate_of_the_initial_budget():
    """Some tables reckon by the initial budget: that is no contradiction."""
    initial = part(FundingKind.TOTAL, "20000", ExecutionItem.INITIAL, "年度资金总额")

    assert found(with_parts(makers.evaluation(rate="65%"), initial)) == []


def test_a_budget_that_cannot_be_read():
    """Nothing is compared with a figure that is not certain."""
    evaluation = makers.evaluation(executed="99999", rate="1%")
    unread = [e.model_copy(update={"yuan": None}) if e.item is ExecutionItem.REVISED else e for e in evaluation.executions]

    assert found(evaluation.model_copy(update={"executions": tuple(unread)})) == []


def test_a_total_and_its_parts():
    """More in the parts than in the total is odd; less only where no part is missing."""
    evaluation = makers.evaluation()

    assert found(with_parts(evaluation, part(FundingKind.FISCAL, "20000"))) == ["execution-parts"]
    assert found(with_parts(evaluation, part(FundingKind.FISCAL, "12000"))) == ["execution-parts"]
    assert found(with_parts(evaluation, part(FundingKind.FISCAL, "12000"), part(None, "1000", name="单位资金"))) == []
    assert found(with_parts(evaluation, part(FundingKind.FISCAL, "12000"), part(None, "1", name="专项债券"))) == []


def test_what_was_reached():
    """Blank, all complete, and far from the aim without a reason are each said."""
    assert found(with_results(result(None))) == ["actual-blank"]
    assert found(with_results(*[result("100%", "100%")] * 3)) == ["all-complete"]
    assert found(with_results(result("9次"))) == ["deviation-without-reason"]
    assert found(with_results(result("9次", reason="封路"))) == []
    assert found(with_results(result("10次"))) == []
    assert found(with_results(result("9天"))) == []


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 4))
def test_a_rounded_rate_fits(revised, executed, places):
    """However many decimals are printed, and whether as percent, as number or as share, a right rate is no finding."""
    ratio = Decimal(executed) / Decimal(revised)

    assert _fits(f"{round(ratio * 100, places):f}%", ratio)
    assert _fits(f"{round(ratio * 100, places):f}", ratio)
    assert _fits(f"{round(ratio, places + 2):f}", ratio)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_wrong_rate_does_not_fit(revised, executed):
    """Two percentage points off is a finding."""
    ratio = Decimal(executed) / Decimal(revised)

    assert not _fits(f"{round(ratio * 100 + 2, 1):f}%", ratio)
