"""Tables that are about no project: 部门整体支出 of a whole department, 区域绩效目标 of a transfer payment.

They are named with what they say, and nothing of them is loaded: their money must never be answered as that of a project.
"""

from collections.abc import Callable, Sequence

from seed.document import Document, Layout, Reading, Table, TableKind
from seed.findings import remark, short
from seed.forms.grid import Entry, Grid
from seed.outcome import APART
from seed.words.amounts import is_blank
from seed.words.labels import Label, heading_of, one_line, plain_of

_WHOSE = (Label.DEPARTMENT, Label.UNIT, Label.PROJECT)
_FUND = (Label.PROJECT, Label.PARENT_PROJECT, Label.DEPARTMENT)
_TOTALS = (Label.TOTAL_ANNUAL, Label.TOTAL, Label.TOTAL_MID_TERM)
_TOTAL_WORDS = frozenset({"合计", "总计", "金额合计", "预算合计", "资金合计"})


def _claims(_table: Table) -> bool:
    return True  # the kind alone decides


def _says(rule: str, what: str, named: Sequence[Label], asked: str) -> Callable[[Document, Table], Reading]:
    """A reader that only says what the table is and what it names."""

    def read(_document: Document, table: Table) -> Reading:
        grid = Grid(table.captions, table.rows)
        whose = _first(grid, named)
        name = f"{asked}“{short(one_line(whose.text))}”" if whose else f"没有找到{asked}"
        message = f"这是{what}（{name}，{_total(grid)}），不是某个项目的绩效目标表，没有作为项目读入。项目的表请照常导入。"
        return Reading(findings=(remark(rule, whose.cell if whose else f"第{table.number}张表", message),))

    return read


def _first(grid: Grid, labels: Sequence[Label]) -> Entry | None:
    entries = (grid.surest(label) for label in labels)
    return next((e for e in entries if e and e.value and not is_blank(e.text)), None)


def _total(grid: Grid) -> str:
    """The total as printed, to the right of its label; it is only quoted, so one that is not certain is not."""
    for row in grid.rows:
        labels = [place for place, cell in enumerate(row) if _is_total(cell.text)]
        numbers = [cell for cell in row[labels[0] + 1 :] if _has_digits(cell.text)] if labels else []
        if numbers:
            return f"{short(one_line(row[labels[0]].text)).rstrip('：:')}写的是“{short(numbers[0].text)}”"
    return "没有找到资金总额"


def _is_total(text: str) -> bool:
    heading = heading_of(text)
    return (heading is not None and heading.label in _TOTALS) or plain_of(text).strip(":") in _TOTAL_WORDS


def _has_digits(text: str) -> bool:
    return any(character.isdigit() for character in text)


_DEPARTMENT_RULE, _TRANSFER_RULE = APART
DEPARTMENT = Layout("department", _claims, _says(_DEPARTMENT_RULE, "部门整体支出的表", _WHOSE, "部门"), TableKind.DEPARTMENT)
TRANSFER = Layout("transfer", _claims, _says(_TRANSFER_RULE, "转移支付区域绩效目标的表", _FUND, "专项"), TableKind.TRANSFER)
