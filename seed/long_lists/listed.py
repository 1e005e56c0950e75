"""A list of projects with their totals, one row a project (公开清单, 项目支出表, Yunnan's 05-1): its columns and its rows."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from seed.document import Cell, Document, Table
from seed.findings import remark, short, warn
from seed.forms.fields import code_and_name, project_name
from seed.forms.grid import AMOUNTS, Row, form_starts, is_list_heading
from seed.forms.money import unit_of_page
from seed.long_lists.heads import Head, head_at
from seed.words.amounts import UnreadableAmount, is_blank, odd_unit, read_amount
from seed.words.labels import Label, heading_of, one_line, plain_of
from store.model import Finding, ListedProject
from store.money import print_yuan

_TOTAL_WORDS = frozenset({"合计", "总计", "小计", "共计", "合计数"})
# Whatever stands in a form or in a long list, and never in a list of names and amounts.
_FOREIGN = frozenset({Label.LEVEL1, Label.LEVEL2, Label.NAME, Label.VALUE, Label.EXECUTION, Label.GOAL_ANNUAL})
_LAST_HEADING_ROW = 6  # an index number, a title, a year and a unit may stand in rows of their own above the heading


class ListRead(Struct, frozen=True):
    """What was read from a list."""

    listed: tuple[ListedProject, ...] = ()
    findings: tuple[Finding, ...] = ()
    prints_totals: bool = False


class _Columns(Struct, frozen=True):
    head: Head
    name: int
    amount: int
    owner: int | None  # the unit's column
    unit: Decimal | None
    odd_unit: str | None  # the heading, where it prints a unit of money that we cannot go by


def is_list(table: Table) -> bool:
    """Whether a row heads columns of names and amounts, and nothing in the table belongs to forms or long lists."""
    labels = {heading.label for cell in table.cells() if (heading := heading_of(cell.text))}
    return _columns(table) is not None and not labels & _FOREIGN and not form_starts(table.rows)


def read_list(document: Document, table: Table) -> ListRead:
    """A `ListedProject` for each row with a name; a printed 合计 is compared with their sum."""
    columns = _columns(table)
    if columns is None:
        return ListRead()
    listed: list[ListedProject] = []
    findings: list[Finding] = list(_unknown_columns(table, columns))
    printed: list[tuple[Cell, Decimal]] = []
    totals = False  # whether a sum is printed
    follows = False  # whether the last row was a project's
    owner: str | None = None
    for line in _lines(table, columns):
        if isinstance(line, Finding):
            findings.append(line)
            follows = False
            continue
        owner = _owner(line, columns, owner)
        yuan, odd = _amount(line, columns)
        if any(plain_of(cell.text) in _TOTAL_WORDS for cell in line):
            totals |= not is_blank(line[columns.amount].text)
            printed += [(line[columns.amount], yuan)] if yuan is not None else []
            findings += odd
            follows = False
        elif not is_blank(line[columns.name].text):
            name, source = project_name(line[columns.name].text), document.source(line[columns.amount])
            listed.append(ListedProject(project=name, unit=owner, yuan=yuan, source=source))
            findings += odd
            follows = True
        elif follows and yuan is not None:
            findings += [] if listed[-1].yuan is None else [_several(listed[-1], line[columns.amount])]
            listed[-1] = listed[-1].model_copy(update={"yuan": None})
        elif not line[columns.name].continued:
            findings.append(remark("list-row-without-name", line[0], "清单这一行没有项目名称，没有读入。"))
    return ListRead(tuple(listed), (*findings, *_compared(listed, printed)), prints_totals=totals)


def _several(row: ListedProject, cell: Cell) -> Finding:
    message = (
        f"清单里“{short(row.project)}”不止一个金额（还有“{short(cell.text)}”），看不出哪个是它的总额，没有读入。请核对原表。"
    )
    return warn("list-amount-several", cell, message)


def _columns(table: Table) -> _Columns | None:
    for r in range(min(len(table.rows), _LAST_HEADING_ROW)):
        head = head_at(table.rows, r)
        if not (is_list_heading(table.rows, r) or _divided(table, head)):
            continue
        name = head.place(Label.PROJECT)
        places = head.places(*AMOUNTS)
        if name is None or not places:
            continue
        amount = min(places, key=lambda p: AMOUNTS.index(_label(head, p)))
        heading = head.columns[amount].heading
        above = tuple(cell for row in table.rows[:r] for cell in row if cell.seen)
        unit = heading.unit if heading and heading.unit is not None else unit_of_page((*table.captions, *above))
        odd = short(head.columns[amount].words) if heading and heading.odd_unit else None
        return _Columns(head, name, amount, head.place(Label.UNIT), unit, odd)
    return None


def _label(head: Head, place: int) -> Label:
    heading = head.columns[place].heading
    assert heading is not None
    return heading.label


def _divided(table: Table, head: Head) -> bool:
    """Whether the heading has a second row, with names and amounts among its columns and figures below the amounts."""
    places = head.places(*AMOUNTS)
    if head.end - head.first < 2 or head.place(Label.PROJECT) is None or not places:
        return False
    lines = [line for row in table.rows[head.end :] if (line := head.line(row))]
    return any(any(character.isdigit() for character in line[p].text) for line in lines for p in places)


def _lines(table: Table, columns: _Columns) -> Iterator[Row | Finding]:
    for row in table.rows[columns.head.end :]:
        if not any(cell.seen for cell in row) or columns.head.repeats(row) or columns.head.counts_columns(row):
            continue
        line = columns.head.line(row)
        yield line if line is not None else _crooked(row, len(columns.head.columns))


def _owner(line: Row, columns: _Columns, above: str | None) -> str | None:
    """The row's unit without its code: of its cell, or of the one above that is merged with it."""
    if columns.owner is None:
        return None
    cell = line[columns.owner]
    if cell.continued and not cell.seen:
        return above
    return None if is_blank(cell.text) else code_and_name(one_line(cell.text))[1]


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
    unknown = [column for column in columns.head.columns if column.words and column.heading is None]
    if unknown:
        said = "、".join(f"“{short(column.words)}”" for column in unknown)
        yield remark("unknown-label", unknown[0].cell, f"第{table.number}张表（清单）有不认得、没有读入的栏目：{said}。")


def _compared(listed: Sequence[ListedProject], printed: Sequence[tuple[Cell, Decimal]]) -> Iterator[Finding]:
    """A printed 合计 must be the sum of the rows; several (小计) are left to the reader."""
    if len(printed) != 1 or any(row.yuan is None for row in listed):
        return
    cell, stated = printed[0]
    total = sum((row.yuan or Decimal(0) for row in listed), Decimal(0))
    if total != stated:
        message = f"清单合计印的是 {print_yuan(stated)}，各行相加是 {print_yuan(total)}。请核对原表。"
        yield warn("list-total", cell, message)
