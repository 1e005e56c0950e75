"""项目支出绩效目标公开清单: one row a project, with its name and its total; units stand only in the forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from seed.amounts import UnreadableAmount, is_blank, odd_unit, read_amount
from seed.document import Cell, Document, Layout, Reading, Table
from seed.fields import unit_of_page
from seed.findings import remark, short, warn
from seed.grid import AMOUNTS, Row, form_starts, is_list_heading
from seed.labels import Label, heading_of, one_line, plain_of
from store.model import Finding, ListedProject
from store.money import print_yuan

_TOTAL_WORDS = frozenset({"合计", "总计", "小计", "共计", "合计数"})
# Whatever stands in a form or in a long list, and never in a list of names and amounts.
_FOREIGN = frozenset({Label.LEVEL1, Label.LEVEL2, Label.NAME, Label.VALUE, Label.EXECUTION, Label.GOAL_ANNUAL})
_LAST_HEADING_ROW = 3  # a title, a year and a unit may stand in rows of their own above the heading


@dataclass(frozen=True)
class _Columns:
    row: int  # of the heading, from 0
    width: int
    name: int
    amount: int
    unit: Decimal | None
    odd_unit: str | None  # the heading, where it prints a unit of money that we cannot go by


def claims(table: Table) -> bool:
    """Whether a row heads columns of names and amounts, and nothing in the table belongs to forms or long lists."""
    labels = {heading.label for cell in table.cells() if (heading := heading_of(cell.text))}
    return _columns(table) is not None and not labels & _FOREIGN and not form_starts(table.rows)


def read(document: Document, table: Table) -> Reading:
    """A `ListedProject` for each row with a name; a printed 合计 is compared with their sum."""
    columns = _columns(table)
    if columns is None:
        return Reading()
    listed: list[ListedProject] = []
    findings: list[Finding] = list(_unknown_columns(table, columns))
    printed: list[tuple[Cell, Decimal]] = []
    for row in table.rows[columns.row + 1 :]:
        if not any(cell.seen for cell in row):
            continue
        if len(row) != columns.width:
            findings.append(_crooked(row, columns.width))
            continue
        yuan, odd = _amount(row, columns)
        findings += odd
        if any(plain_of(cell.text) in _TOTAL_WORDS for cell in row):
            printed += [(row[columns.amount], yuan)] if yuan is not None else []
        elif is_blank(row[columns.name].text):
            findings.append(remark("list-row-without-name", row[0], "清单这一行没有项目名称，没有读入。"))
        else:
            name, source = one_line(row[columns.name].text), document.source(row[columns.amount])
            listed.append(ListedProject(project=name, yuan=yuan, source=source))
    return Reading(listed=tuple(listed), findings=(*findings, *_compared(listed, printed)))


def _columns(table: Table) -> _Columns | None:
    for r, row in enumerate(table.rows[:_LAST_HEADING_ROW]):
        if is_list_heading(table.rows, r):
            headings = {c: heading for c, cell in enumerate(row) if (heading := heading_of(cell.text))}
            name = next(c for c, heading in headings.items() if heading.label is Label.PROJECT)
            amount = min((c for c, h in headings.items() if h.label in AMOUNTS), key=lambda c: AMOUNTS.index(headings[c].label))
            unit, odd = headings[amount].unit, short(one_line(row[amount].text)) if headings[amount].odd_unit else None
            return _Columns(r, len(row), name, amount, unit if unit is not None else unit_of_page(table.captions), odd)
    return None


def _amount(row: Row, columns: _Columns) -> tuple[Decimal | None, list[Finding]]:
    cell = row[columns.amount]
    name = short(row[columns.name].text)
    if is_blank(cell.text):
        return None, [warn("list-amount-blank", cell, f"清单里“{name}”没有填金额。请核对原表。")]
    try:
        if columns.odd_unit is not None:
            raise odd_unit(columns.odd_unit)
        return read_amount(cell.text, columns.unit), []
    except UnreadableAmount as error:
        message = f"清单里“{name}”的金额写的是“{short(cell.text)}”，{error}，金额留空。请在原表改正后重新导入。"
        return None, [warn("amount-unreadable", cell, message)]


def _crooked(row: Row, width: int) -> Finding:
    said = "、".join(f"“{short(cell.text, 15)}”" for cell in row if cell.seen)
    return warn("list-row-width", row[0], f"清单这一行有 {len(row)} 格，表头有 {width} 格，对不上，没有读入：{said}。")


def _unknown_columns(table: Table, columns: _Columns) -> Iterator[Finding]:
    unknown = [cell for cell in table.rows[columns.row] if cell.seen and heading_of(cell.text) is None]
    if unknown:
        said = "、".join(f"“{short(cell.text)}”" for cell in unknown)
        yield remark("unknown-label", unknown[0], f"第{table.number}张表（清单）有不认得、没有读入的栏目：{said}。")


def _compared(listed: list[ListedProject], printed: list[tuple[Cell, Decimal]]) -> Iterator[Finding]:
    """A printed 合计 must be the sum of the rows; several (小计) are left to the reader."""
    if len(printed) != 1 or any(row.yuan is None for row in listed):
        return
    cell, stated = printed[0]
    total = sum((row.yuan or Decimal(0) for row in listed), Decimal(0))
    if total != stated:
        message = f"清单合计印的是 {print_yuan(stated)}，各行相加是 {print_yuan(total)}。请核对原表。"
        yield warn("list-total", cell, message)


LAYOUT = Layout("listing", claims, read)
