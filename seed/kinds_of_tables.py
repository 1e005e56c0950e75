"""What a table is about, whatever its layout: targets of projects, a self-evaluation, a whole department, a transfer payment.

Labels are alike in all of them (项目名称, 年度目标, 绩效指标 …), so the kind is told first, and each layout reads one kind only.
The title right above the table counts most; where it says nothing, the labels that only one kind has.
"""

import re
from collections.abc import Iterable

from seed.document import Cell, Table, TableKind
from seed.words.labels import Label, heading_of, plain_of

# “项目支出绩效自评表”, “（2023年度）项目支出绩效自评表（公开）”; prose above a table has no such end.
_TITLE = re.compile(r".{0,60}表(?:\([^()]*\))?")
_EVALUATION_TITLE = re.compile(r"自评|自我评价|绩效评价(?:结果|打分|评分)?表")
_TARGET_TITLE = re.compile(r"目标(?:申报|批复|审批|公开)?表")
_DEPARTMENT_TITLE = re.compile(r"整体(?:支出|绩效)|(?:部门|单位)整体")
_TRANSFER_TITLE = re.compile(r"区域(?:\(项目\)|项目)?绩效")
_DEPARTMENT_LABELS = re.compile(r"年度主要任务|(?:部门|单位)(?:\((?:部门|单位)\))?整体支出.*|整体支出总额|部门职能概述")
_TRANSFER_LABELS = re.compile(r"中央主管部门|(?:省级|地方)财政部门|区域绩效目标")
# They stand also in forms of targets: 预算执行（10分）with an 执行率 row is a point of the score to come (Chongqing).
_PLANNED_TOO = frozenset({"执行率", "预算执行率", "全年预算数", "调整后预算数", "原因分析"})
_POINTS = frozenset({"得分", "自评得分", "自评分", "自评总分", "自评总得分"})
_LONGEST = 60  # characters; what is longer is no label


def kind_of(table: Table) -> TableKind:
    """The kind of the table; `TARGETS` where nothing makes it another."""
    title = _title(table.captions)
    labels = {plain_of(cell.text).strip(":") for cell in table.cells() if len(cell.text) <= _LONGEST}
    if _TRANSFER_TITLE.search(title) or any(map(_TRANSFER_LABELS.fullmatch, labels)):
        return TableKind.TRANSFER
    if _is_of_department(title, labels):
        return TableKind.DEPARTMENT
    of_targets = bool(_TARGET_TITLE.search(title))
    titled = bool(_EVALUATION_TITLE.search(title)) and not of_targets
    carried_out = states_execution(table.cells(), beside_points=of_targets)
    return TableKind.EVALUATION if titled or carried_out else TableKind.TARGETS


def _is_of_department(title: str, labels: Iterable[str]) -> bool:
    if _DEPARTMENT_TITLE.search(title):
        return "项目支出" not in title  # “…整体支出和项目支出…表” tells nothing about this table
    known = list(labels)
    names_project = any(h is not None and h.label is Label.PROJECT for h in map(heading_of, known))
    return not names_project and any(map(_DEPARTMENT_LABELS.fullmatch, known))


def states_execution(cells: Iterable[Cell], *, beside_points: bool = False) -> bool:
    """Whether some label asks for what was carried out: executed amounts, 实际完成值, 实际完成情况, 得分.

    A lone 执行率 does not: it is a point in forms of targets too; with `beside_points` nor does 得分, which a form of targets
    may leave room for.
    """
    passed = _PLANNED_TOO | (_POINTS if beside_points else frozenset())
    headings = (heading_of(cell.text) for cell in cells)
    return any(h is not None and h.label is Label.EXECUTION and h.text not in passed for h in headings)


def _title(captions: Iterable[Cell]) -> str:
    """The last of the captions that is a table's title: a heading further up may be that of a chapter."""
    titles = [plain for caption in captions if _TITLE.fullmatch(plain := plain_of(caption.text))]
    return titles[-1] if titles else ""
