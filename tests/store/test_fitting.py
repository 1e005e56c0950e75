"""Which lines a filter leaves."""

import pytest

from store.fitting import fitting
from store.plan import IndicatorFilter
from tests import makers

LINES = [
    makers.indicator("看守人数", "6人", level1="产出指标", level2="数量指标"),
    makers.indicator("人均工资", "≤3万元", level1="产出指标", level2="成本指标"),
    makers.indicator("每公里造价", "≤2万元", level1="成本指标", level2="经济成本指标"),
    makers.indicator("占用农田", "0亩", level1="成本指标", level2="社会成本指标"),
    makers.indicator("群众满意度", "≥90%"),
]


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (IndicatorFilter(), [0, 1, 2, 3, 4]),
        (IndicatorFilter(level2=("成本指标",)), [1, 2, 3]),
        (IndicatorFilter(level2=("经济成本指标",)), [2]),
        (IndicatorFilter(level1=("产出指标",)), [0, 1]),
        (IndicatorFilter(level1=("满意度指标",), level2=("成本指标",)), [1, 2, 3, 4]),
        (IndicatorFilter(names=("看守人数",)), [0]),
    ],
)
def test_costs_are_of_the_first_level_or_the_second(wanted: IndicatorFilter, left: list[int]) -> None:
    """Newer forms print 成本指标 beside 产出指标, older ones below it."""
    assert list(fitting(LINES, wanted)) == [LINES[place] for place in left]
