"""The money of a self-evaluation (预算执行情况): 年初预算数、全年预算数、全年执行数、执行率 of each kind of money, never guessed."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from seed.document import Cell, Document
from seed.evaluations.columns import Column, below, beside, column_of, columns_of
from seed.findings import short, warn
from seed.forms.grid import Row
from seed.words.amounts import UnreadableAmount, is_blank, odd_unit, read_amount
from seed.words.labels import Label, heading_of, one_line, plain_of
from store.model import Execution, ExecutionItem, Finding, FundingKind
from store.money import names_currency, unit_of

_ITEMS = {
    Column.INITIAL: ExecutionItem.INITIAL,
    Column.REVISED: ExecutionItem.REVISED,
    Column.EXECUTED: ExecutionItem.EXECUTED,
    Column.RATE: ExecutionItem.RATE,
    Column.WEIGHT: ExecutionItem.WEIGHT,
    Column.SCORE: ExecutionItem.SCORE,
}
AMOUNTS = frozenset({ExecutionItem.INITIAL, ExecutionItem.REVISED, ExecutionItem.EXECUTED})
_BESIDE = (Column.INITIAL, Column.REVISED, Column.EXECUTED, Column.RATE)  # what may stand with its value to the right
_KINDS = {
    Label.TOTAL_ANNUAL: FundingKind.TOTAL,
    Label.TOTAL: FundingKind.TOTAL,
    Label.FISCAL: FundingKind.FISCAL,
    Label.CARRYOVER: FundingKind.CARRYOVER,
    Label.OTHER: FundingKind.OTHER,
}
_TOTAL_WORDS = frozenset({"合计", "总计"})


class ExecutionRows(Struct, frozen=True):
    """What was read: figures, what was odd, and which cells that accounts for."""

    executions: tuple[Execution, ...] = ()
    findings: tuple[Finding, ...] = ()
    cells: frozenset[Cell] = frozenset()


class _Figure(Struct, frozen=True):
    """A cell that holds a figure: of which kind of money, which column, under which labels its unit may stand."""

    kind: FundingKind | None
    part: str
    column: Column
    cell: Cell
    heading: Cell
    labels: tuple[Cell, ...]  # nearest first


def read_execution(document: Document, rows: Sequence[Row], unit: Decimal | None) -> ExecutionRows:
    """The figures of all money blocks in these rows; `unit` is what the page prints, the labels' own counts for more.

    A figure that two cells state differently, and an amount that is not certain, stay empty with a finding.
    """
    found: list[_Figure] = []
    findings: list[Finding] = []
    cells: set[Cell] = set()
    r = 0
    while r < len(rows):
        if _is_heading(rows[r]):
            end = _end(rows, r)
            for row in rows[r + 1 : end]:
                figures, odd = _row_figures(rows[r], row)
                found += figures
                findings += odd
            cells.update(cell for row in rows[r:end] for cell in row)
            r = end
        else:
            found += (beside_each := list(_figures_beside(rows[r])))
            cells.update(cell for figure in beside_each for cell in (figure.cell, figure.heading))
            r += 1
    executions, odd = _read(document, found, unit)
    return ExecutionRows(tuple(executions), (*findings, *odd), frozenset(cells))


def _is_heading(row: Row) -> bool:
    columns = columns_of(row)
    if Column.EXECUTED not in columns or not columns.keys() & {Column.INITIAL, Column.REVISED, Column.RATE}:
        return False
    return not any((cell := beside(row, place)) and _has_digits(cell.text) for place in columns.values())


def _end(rows: Sequence[Row], heading: int) -> int:
    """The first row below that is none of the block: neither blank, nor called like money with figures in the columns."""
    for r in range(heading + 1, len(rows)):
        row = rows[r]
        if any(cell.seen for cell in row) and (_is_heading(row) or _label(rows[heading], row) is None):
            return r
    return len(rows)


def _label(heading: Row, row: Row) -> Cell | None:
    """The cell that says whose money the row is: the last filled one before the columns."""
    place = min(columns_of(heading).values())
    left = heading[place].left
    if left is not None:
        before = [cell for cell in row if cell.left is not None and cell.left < left]
    else:
        before = list(row[: place + _shift(heading, row)])
    label = next((cell for cell in reversed(before) if cell.seen), None)
    if label is None:
        return None
    known = heading_of(label.text)
    if known is not None:
        return label if known.label in _KINDS or known.label in (Label.PART, Label.AMOUNT) else None
    figures = [cell for cell in row if cell not in before and _has_digits(cell.text)]
    return label if figures and len(plain_of(label.text)) <= _LONGEST else None


_LONGEST = 30  # characters of what a row of money is called


def _shift(heading: Row, row: Row) -> int:
    """How many cells more the row has on its left: 项目资金 often heads two columns, one for all rows and one for each."""
    place, more = min(columns_of(heading).values()), len(row) - len(heading)
    if more != 1 or row[0].left is not None or place == 0:
        return 0
    return more if row[place].seen and not _has_digits(row[place].text) else 0


def _row_figures(heading: Row, row: Row) -> tuple[list[_Figure], list[Finding]]:
    label = _label(heading, row)
    if label is None:
        return [], []
    columns = {column: place for column, place in columns_of(heading).items() if column in _ITEMS}
    kind, part = _kind(label)
    labels = (label, *heading[: min(columns.values())])
    shift = _shift(heading, row)
    found = {column: below(heading, place, row, shift) for column, place in columns.items()}
    missing = [heading[columns[column]] for column, cell in found.items() if cell is None]
    if missing:
        message = f"“{part}”这一行与表头的格数对不上，没有读入“{short(missing[0].text)}”等栏。请检查原表的格线。"
        return [], [warn("execution-row-width", label, message)]
    return [_Figure(kind, part, c, cell, heading[columns[c]], labels) for c, cell in found.items() if cell is not None], []


def _kind(label: Cell) -> tuple[FundingKind | None, str]:
    heading, plain = heading_of(label.text), plain_of(label.text).strip(":")
    if plain in _TOTAL_WORDS:
        return FundingKind.TOTAL, plain
    if heading is None:
        return None, one_line(label.text)
    return _KINDS.get(heading.label), heading.text


def _figures_beside(row: Row) -> Iterator[_Figure]:
    """Figures to the right of their labels: “年初预算 | 100 | 当年使用预算数 | 120”; they are of the total."""
    for place, cell in enumerate(row):
        column, value = column_of(cell.text), beside(row, place)
        if column in _BESIDE and value is not None and _has_digits(value.text):
            over = [label for label in row[:place] if (h := heading_of(label.text)) is not None and h.label is Label.MONEY]
            yield _Figure(FundingKind.TOTAL, "资金总额", column, value, cell, tuple(over))


def _has_digits(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _read(document: Document, found: Iterable[_Figure], unit: Decimal | None) -> tuple[list[Execution], list[Finding]]:
    executions: dict[tuple[FundingKind | None, str, ExecutionItem], Execution] = {}
    twice: dict[tuple[FundingKind | None, str, ExecutionItem], list[Execution]] = {}
    findings: list[Finding] = []
    for figure in found:
        one, odd = _figure(document, figure, unit)
        findings += odd
        if one is None:
            continue
        key = (one.kind, "" if one.kind else one.part, one.item)
        first = executions.setdefault(key, one)
        if first.yuan != one.yuan or (one.yuan is None and first.value != one.value):
            twice.setdefault(key, [first]).append(one)
    for key, several in twice.items():
        del executions[key]
        said = "、".join(f"“{short(one.value)}”" for one in several)
        message = f"“{several[0].part}”同一栏有 {len(several)} 处，各不相同：{said}。没有读入，请核对原表。"
        findings.append(warn("execution-twice", several[-1].source, message))
    return list(executions.values()), findings


def _figure(document: Document, figure: _Figure, unit: Decimal | None) -> tuple[Execution | None, list[Finding]]:
    """The figure; an amount that is not certain has no yuan and a finding."""
    cell, item = figure.cell, _ITEMS[figure.column]
    if is_blank(cell.text):
        return None, []
    yuan: Decimal | None = None
    findings: list[Finding] = []
    if item in AMOUNTS:
        try:
            yuan = read_amount(cell.text, _unit(figure, unit))
        except UnreadableAmount as error:
            what = f"“{figure.part}”的“{short(one_line(figure.heading.text))}”"
            message = f"{what}写的是“{short(cell.text)}”，{error}，金额留空。请在原表改正后重新导入。"
            findings.append(warn("execution-unreadable", cell, message))
    value = one_line(cell.text)
    if item is ExecutionItem.RATE and "%" in plain_of(figure.heading.text) and "%" not in plain_of(value):
        value += "%"
    source = document.source(cell)
    return Execution(kind=figure.kind, part=figure.part, item=item, yuan=yuan, value=value, source=source), findings


def _unit(figure: _Figure, unit: Decimal | None) -> Decimal | None:
    """The unit that the row's label prints, else its column's, the block's, or the page's.  Raises `UnreadableAmount`."""
    for label in (*figure.labels[:1], figure.heading, *figure.labels[1:]):
        plain = plain_of(label.text)
        printed = unit_of(plain)
        if printed is not None:
            return printed
        if names_currency(plain):
            raise odd_unit(short(one_line(label.text)))
    return unit
