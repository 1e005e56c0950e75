"""What counts as a change, and how it is named."""

import pytest

from store.content import diff, stated
from tests import makers


def changed(before, after):
    return [(change.field, change.before, change.after) for change in diff(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"yuan": "26000"}, {"yuan": "30000"}, [("annual/total", "26000.00", "30000.00")]),
        ({"yuan": "26000"}, {"yuan": None}, [("annual/total", "26000.00", None)]),
        ({}, {"amounts": {"mid_term/fiscal": "1"}}, [("mid_term/fiscal", None, "1.00")]),
        ({"goal": "保障工作"}, {"goal": "完成工作"}, [("goal/annual", "保障工作", "完成工作")]),
        ({"goal": "保障 工作"}, {"goal": "保障\n工作"}, []),
        ({"goal": "≥95％"}, {"goal": "≥95%"}, []),
        ({"department": "121局"}, {"department": "教育局"}, [("department", "121局", "教育局")]),
        ({}, {"table": 9}, []),
    ],
)
def test_fields(before, after, expected):
    """Every field of money, goal and attribute is compared by what it says, not by where or how widely it is written."""
    assert expected == changed(makers.target(**before), makers.target(**after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"value": "≥90%"}, {"value": "≥95%"}, [("indicator/annual/质量指标/合格率", "≥90%", "≥95%")]),
        ({"value": "9,5"}, {"value": "95"}, [("indicator/annual/质量指标/合格率", "9,5", "95")]),
        ({"value": "95"}, {"value": "95", "unit": "天"}, [("indicator/annual/质量指标/合格率", "95", "95天")]),
        ({"value": "95%"}, {"value": "95%", "unit": "%"}, []),
        ({}, {"standard": "不低于九成"}, [("standard/annual/质量指标/合格率", None, "不低于九成")]),
    ],
)
def test_indicators(before, after, expected):
    """An indicator is found again by horizon, level 2 and name; its value is compared with its unit."""

    def with_one(**fields):
        return makers.target(indicators=[makers.indicator("合格率", level2="质量指标", **fields)])

    assert expected == changed(with_one(**before), with_one(**after))


def test_two_indicators_of_one_name():
    """A second line of the same name is a field of its own."""
    twice = makers.target(
        indicators=[makers.indicator("次数", "1", level2="数量指标"), makers.indicator("次数", "2", level2="数量指标")]
    )

    assert ["indicator/annual/数量指标/次数", "indicator/annual/数量指标/次数#2"] == [one.field for one in stated(twice)][-2:]
