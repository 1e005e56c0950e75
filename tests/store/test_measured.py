"""Values that are figures, and values that are words."""

import pytest

from store.measured import is_measured
from tests import makers


@pytest.mark.parametrize(
    "value", ["≥95%", "９５％", "6月底前", "100余人", "每周两次", "半年", "一年内", "三分之二", "①期2座", "不少于十场"]
)
def test_a_figure(value):
    """Whatever holds a number can be checked: digits of any width, dates, and counts that are written in words."""
    assert is_measured(makers.indicator(value=value))


@pytest.mark.parametrize(
    "value", ["定性", "及时", "有所提升", "进一步提高", "一定程度改善", "统一规范", "长期", "日产日清", "", "/", "优良中低差"]
)
def test_words(value):
    """一 in 进一步 and 统一 counts nothing; a blank is no figure either."""
    assert not is_measured(makers.indicator(value=value))
