"""What a table is about is told before its layout."""

import pytest

from seed.document import TableKind
from seed.kinds_of_tables import kind_of
from seed.layouts import recognise
from tests.seed.flat import document, form

EVALUATED = [
    ("项目名称", "乡村道路养护"),
    ("实施单位", "青禾县公路站"),
    ("项目资金（万元）", "", "全年预算数", "全年执行数"),
    ("", "年度资金总额", "20", "19"),
]


def kind(*parts):
    return kind_of(document(*parts).tables[-1])


@pytest.mark.parametrize(
    "title",
    [
        "项目支出绩效自评表",
        "（2024年度）项目支出绩效自评表（公开）",
        "2024年部门预算项目支出绩效自评表",
        "财政支出项目绩效自评价表",
    ],
)
def test_a_title_of_a_self_evaluation(title):
    """The title right above the table makes it one, whatever its columns are called."""
    assert kind(title, form()) is TableKind.EVALUATION


@pytest.mark.parametrize("rows", [EVALUATED, [*form(), ("总分", "96", "得分", "96")], [*form(), ("年度目标完成情况", "已完成")]])
def test_labels_of_what_was_carried_out(rows):
    """Executed amounts, scores and what was reached make a table a self-evaluation without any title."""
    assert kind("（2024年度）", rows) is TableKind.EVALUATION


def test_points_for_the_execution_to_come():
    """A lone 执行率 with points is part of a target form (Chongqing): it is read as one."""
    rows = form(tail=[("执行率", "10分")])

    assert kind("（2024年度）", rows) is TableKind.TARGETS
    assert recognise(document("（2024年度）", rows).tables[0]).name == "form"


def test_room_for_points():
    """A form that is titled as one of targets may have room for points; what was reached makes it a self-evaluation."""
    assert kind("项目支出绩效目标表", form(tail=[("总分", "", "得分", "")])) is TableKind.TARGETS
    assert kind("项目支出绩效目标表", form(tail=[("实际完成情况", "已完成")])) is TableKind.EVALUATION


def test_a_target_form_of_a_title_that_names_both():
    """“绩效目标表” names targets, though 自评 stands beside it: then the columns decide."""
    assert kind("项目支出绩效目标表（自评前）", form()) is TableKind.TARGETS


@pytest.mark.parametrize(
    ("title", "rows", "expected"),
    [
        ("部门整体支出绩效目标表", form(), TableKind.DEPARTMENT),
        ("部门（单位）整体支出绩效自评表", EVALUATED, TableKind.DEPARTMENT),
        ("绩效目标表", [("部门名称", "青禾县教育局"), ("年度主要任务", "任务名称")], TableKind.DEPARTMENT),
        ("部门整体支出和项目支出绩效目标表", form(), TableKind.TARGETS),
        ("区域绩效目标表", form(), TableKind.TRANSFER),
        ("转移支付区域（项目）绩效目标自评表", EVALUATED, TableKind.TRANSFER),
        ("绩效目标表", [*form(), ("中央主管部门", "某部")], TableKind.TRANSFER),
    ],
)
def test_tables_about_no_project(title, rows, expected):
    """A whole department and a transfer payment are kinds of their own, though their labels are those of a form."""
    assert kind(title, "（2024年度）", rows) is expected


def test_a_chapter_before_the_title():
    """Only the last title above a table is its own: a heading of a chapter further up is not."""
    assert kind("部门整体支出绩效目标表", "项目支出绩效目标表", "（2024年度）", form()) is TableKind.TARGETS
