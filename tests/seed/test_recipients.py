"""A fund's form with a column of values for each township."""

import pytest

from seed.readers.assembling import Box, Grid, assembled
from seed.reading import state
from tests.seed.flat import rules
from tests.seed.grids import boxes

TITLE = "青禾县2023年小型水利工程专项资金绩效目标表"
FORM = [
    ("项目名称", "小型水利工程专项资金", "", "", ""),
    ("主管部门", "201-青禾县水利局", "", "", ""),
    ("资金情况（万元）", "资金总额", "386.5", "", ""),
    ("总体目标", "建设小型水利工程。", "", "", ""),
]
HEAD = ("一级指标", "二级指标", "三级指标")
LINE = ("产出指标", "数量指标", "新建水池（个）")


def stated(*rows):
    return state(assembled("表.docx", b"", [TITLE, Grid(boxes([*FORM, *rows]))]))


def indicators(outcome):
    return [(i.name, i.value) for target in outcome.statement.targets for i in target.indicators]


def test_each_value_names_its_recipient():
    """A township's value is an indicator of the fund that says whose it is; the amounts stay the fund's."""
    outcome = stated((*HEAD, "柳河镇", "大柳镇"), (*LINE, "12", "8"))
    (target,) = outcome.statement.targets

    assert indicators(outcome) == [("新建水池（个）（柳河镇）", "12"), ("新建水池（个）（大柳镇）", "8")]
    assert (target.unit, [str(f.yuan) for f in target.fundings]) == ("青禾县水利局", ["3865000.00"])
    assert "values-by-recipient" in rules(outcome)


def test_all_of_them_together():
    """A column 合计 is the fund's own value, and keeps the plain name."""
    outcome = stated((*HEAD[1:], "合计", "柳河镇", "大柳镇"), (*LINE[1:], "20", "12", "8"))

    assert indicators(outcome)[0] == ("新建水池（个）", "20")


def test_a_recipient_without_a_value():
    """A blank is no indicator; a line that is blank for all of them is one without a value."""
    outcome = stated((*HEAD, "柳河镇", "大柳镇"), (*LINE, "12", "/"), ("", "质量指标", "合格率（%）", "", ""))

    assert indicators(outcome) == [("新建水池（个）（柳河镇）", "12"), ("合格率（%）", "")]


@pytest.mark.parametrize("over", ["指标值", "各乡镇目标值"])
def test_recipients_in_a_second_row(over):
    """The names of the townships may stand below one heading over all of them."""
    top = [Box(4, c, text, 2) for c, text in enumerate(HEAD)] + [Box(4, 3, over, 1, 2)]
    low = [Box(5, 3, "柳河镇"), Box(5, 4, "大柳镇")] + [Box(6, c, text) for c, text in enumerate((*LINE, "12", "8"))]
    outcome = state(assembled("表.docx", b"", [TITLE, Grid([*boxes(FORM), *top, *low])]))

    assert indicators(outcome) == [("新建水池（个）（柳河镇）", "12"), ("新建水池（个）（大柳镇）", "8")]


def test_unknown_columns_are_no_recipients():
    """Columns that are not called like units or places are not taken for recipients."""
    outcome = stated((*HEAD, "某种说法", "另一种说法"), (*LINE, "12", "8"))

    assert indicators(outcome) == []
    assert "values-by-recipient" not in rules(outcome)
