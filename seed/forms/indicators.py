"""The indicator tables (绩效指标) of a form: where each begins and ends, and which column says what, over which horizon."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from seed.document import Cell, Document
from seed.findings import remark, warn
from seed.forms.grid import Row
from seed.forms.headings import COLUMNS, column_labels, is_heading_row, over, whole_heading
from seed.forms.indicator_lines import BEGINS_GROUP, Group, IndicatorRows, read_groups
from seed.forms.oddities import crooked_rows, unknown_columns
from seed.forms.recipients import recipients_of
from seed.long_lists.heads import head_at
from seed.words.labels import Label, heading_of, horizon_in, plain_of
from seed.words.levels import is_class_name, level1_of
from store.model import Finding, Horizon

_HEADING = 3  # labels of columns in one row; fewer may stand in a line of the table
# Labels that may stand beside the lines of the table without ending it.
_BESIDE = COLUMNS | {Label.INDICATORS, Label.GOAL, Label.GOAL_ANNUAL, Label.GOAL_MID_TERM}
_HORIZON_ONLY = re.compile(r"(?:中期|长期|实施期|年度|当年|本年度?)(?:(?:绩效)?指标)?值?")  # over one half of the columns


def read_indicators(document: Document, rows: Sequence[Row], *, annual_first: bool = False) -> IndicatorRows:
    """The indicator tables among the rows of a form.

    Two groups of columns side by side are mid-term and annual, in this order unless `annual_first` or the headings say so.
    A line is an indicator if it has a name; a class without any becomes a `Blank` with what stands there (“无”, nothing).
    """
    parts = [_read_block(document, rows, r, annual_first) for r, row in enumerate(rows) if is_heading_row(row)]
    parts += [part for r in range(len(rows)) if (part := _read_recipients(document, rows, r))]
    return IndicatorRows(
        tuple(indicator for part in parts for indicator in part.indicators),
        tuple(blank for part in parts for blank in part.blanks),
        tuple(finding for part in parts for finding in part.findings),
        frozenset(r for part in parts for r in part.rows),
        any(part.by_recipient for part in parts),
    )


def read_lines(
    document: Document, columns: Iterable[tuple[Horizon, Mapping[Label, int]]], rows: Sequence[Row], width: int
) -> IndicatorRows:
    """What lines of `width` cells say below a heading that is known: for each horizon its columns (from 0)."""
    return read_groups(document, [Group(horizon, own) for horizon, own in columns], rows, width)


def continues_indicators(above: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether the rows, which have no heading, begin with lines of the indicator table that the rows above end with."""
    start = next((r for r in range(len(above) - 1, -1, -1) if is_heading_row(above[r])), None)
    if start is None or any(map(is_heading_row, rows)):
        return False
    heading_row, first = whole_heading(above, start)
    width, level2 = len(heading_row), {c for c, (label, _h) in column_labels(heading_row).items() if label is Label.LEVEL2}
    lines = list(takewhile(lambda row: not _ends(row, width), rows))
    fitting = all(len(row) == width and not _ends(row, width) for row in (*above[first:], *lines))
    return fitting and any(level1_of(row[c].text) for row in lines for c in level2)


def _read_block(document: Document, rows: Sequence[Row], start: int, annual_first: bool) -> IndicatorRows:
    heading_row, first = whole_heading(rows, start)
    width = len(heading_row)
    end = next((r for r in range(first, len(rows)) if _ends(rows[r], width, later=r > first)), len(rows))
    body = rows[first:end]
    groups = _groups(heading_row, rows[start - 1] if start else (), body[0] if body else (), annual_first)
    if odd := list(_unclear_columns(heading_row, groups, body)):
        return IndicatorRows(findings=tuple(odd), rows=frozenset(range(start, end)))
    read = read_groups(document, groups, body, width)
    odd = [*read.findings, *crooked_rows(body, width), *unknown_columns(heading_row)]
    return IndicatorRows(read.indicators, read.blanks, tuple(odd), frozenset(range(start, end)))


def _read_recipients(document: Document, rows: Sequence[Row], start: int) -> IndicatorRows | None:
    """The table below that row where it has a column of values for each recipient; None where it has not."""
    labels = {heading.label for cell in rows[start] if (heading := heading_of(cell.text))}
    head = head_at(rows, start) if Label.NAME in labels else None
    recipients = recipients_of(head.columns) if head else None
    if head is None or recipients is None:
        return None
    width = len(head.columns)
    end = next((r for r in range(head.end, len(rows)) if _ends(rows[r], width)), len(rows))
    found = {label: place for label in COLUMNS if (place := head.place(label)) is not None}
    together = [] if recipients.together is None else [Group(Horizon.ANNUAL, {**found, Label.VALUE: recipients.together})]
    beside = tuple(recipients.names)
    own = [Group(Horizon.ANNUAL, {**found, Label.VALUE: p}, whose, beside) for p, whose in recipients.names.items()]
    read = read_groups(document, [*together, *own], rows[head.end : end], width)
    findings = (remark("values-by-recipient", rows[start][0], recipients.in_words()), *read.findings)
    in_order = tuple(sorted(read.indicators, key=lambda indicator: indicator.source.row))
    odd = tuple(crooked_rows(rows[head.end : end], width))
    return IndicatorRows(in_order, read.blanks, (*findings, *odd), frozenset(range(start, end)), by_recipient=True)


def _unclear_columns(heading_row: Row, groups: Sequence[Group], body: Sequence[Row]) -> Iterator[Finding]:
    """Columns without a heading that hold classes, and halves without names or values: then nobody knows which value is whose."""
    named = {c for c, cell in enumerate(heading_row) if cell.seen}
    fitting = [row for row in body if len(row) == len(heading_row)]
    bare = next((row[c] for row in fitting for c in range(len(row)) if c not in named and is_class_name(row[c].text)), None)
    if bare is not None or any(not group.columns.keys() >= {Label.NAME, Label.VALUE} for group in groups):
        message = "指标表的表头缺少栏名，分不清哪一列是什么，这张指标表没有读入。请补上栏名后重新导入。"
        yield warn("indicator-heading", bare or heading_row[0], message)


def _ends(row: Row, width: int, *, later: bool = False) -> bool:
    """Whether the row belongs no more to the table: another heading row, or it begins with a label of something else."""
    if is_heading_row(row):
        return True
    first = next((cell for cell in row if cell.seen), None)
    heading = heading_of(first.text) if first else None
    if len(column_labels(row)) >= _HEADING or (later and heading and heading.label is Label.INDICATORS and heading.horizon):
        return True  # a heading that lacks a column, or the table of the other horizon without one
    # A row as wide as the heading whose first cell is blank is a line of the table, whatever its words.
    return heading is not None and heading.label not in _BESIDE and (len(row) != width or bool(row[0].seen))


def _groups(heading_row: Row, above: Row, below: Row, annual_first: bool) -> list[Group]:
    """The groups of columns; a later one takes from the first what it has no column of its own for (一级指标)."""
    found: list[tuple[dict[Label, int], list[Horizon]]] = [({}, [])]
    for column, (label, heading) in column_labels(heading_row).items():
        if label in found[-1][0] and label in BEGINS_GROUP:
            found.append(({}, []))
        own, said = found[-1]
        said += [heading.horizon] if heading.horizon else []
        # Of two columns that explain the indicator, the one that is nearer to a standard.
        if label not in own or (label is Label.STANDARD and heading.rank < _rank(heading_row, own[label])):
            own[label] = column
    for own, said in found:
        said.extend(_horizon_over(above, [heading_row[column] for label, column in own.items() if label in BEGINS_GROUP]))
    if len(found) == 1:
        return [Group(_agreed(found[0][1]) or _beside(heading_row) or _beside(below) or Horizon.ANNUAL, found[0][0])]
    usual = [Horizon.ANNUAL, Horizon.MID_TERM] if annual_first else [Horizon.MID_TERM, Horizon.ANNUAL]
    first = found[0][0]
    return [Group(_agreed(said) or horizon, _shared(first, own)) for (own, said), horizon in zip(found, usual, strict=False)]


def _shared(first: Mapping[Label, int], own: Mapping[Label, int]) -> dict[Label, int]:
    """The columns of a half with those of the first that it shares: the levels, and the name where it has no more than a value."""
    only_value = not own.keys() & {Label.LEVEL2, Label.NAME}
    shares = {Label.LEVEL1, Label.LEVEL2} | ({Label.NAME, Label.DETAIL, Label.SIGN, Label.MEASURE} if only_value else set())
    return {**{label: column for label, column in first.items() if label in shares}, **own}


def _horizon_over(above: Row, cells: Sequence[Cell]) -> list[Horizon]:
    """The horizon that stands over all of these columns, where one does."""
    found = [over(above, cell) for cell in cells]
    said = {horizon_in(cell.text) if cell and _HORIZON_ONLY.fullmatch(plain_of(cell.text)) else None for cell in found}
    return [horizon for horizon in said if horizon] if len(said) == 1 else []


def _rank(heading_row: Row, column: int) -> int:
    heading = heading_of(heading_row[column].text)
    return heading.rank if heading else 0


def _agreed(said: Sequence[Horizon]) -> Horizon | None:
    return said[0] if len(set(said)) == 1 else None


def _beside(row: Row) -> Horizon | None:
    heading = heading_of(row[0].text) if row else None
    return heading.horizon if heading and heading.label is Label.INDICATORS else None
