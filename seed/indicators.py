"""The indicator table (绩效指标) inside a form: a heading row, then one line an indicator and horizon."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seed.amounts import is_blank
from seed.document import Cell, Document
from seed.findings import remark, short, warn
from seed.grid import Row
from seed.heads import head_at
from seed.labels import Heading, Label, heading_of, one_line
from seed.levels import COST, SATISFACTION, level1_name, level1_of, level2_name
from seed.recipients import recipients_of
from seed.values import operator_of, quantity_of, whole
from store.model import Blank, Finding, Horizon, Indicator

_COLUMNS = frozenset(
    {Label.LEVEL1, Label.LEVEL2, Label.NAME, Label.VALUE, Label.SIGN, Label.MEASURE, Label.STANDARD, Label.WEIGHT}
)
_BEGINS_GROUP = frozenset({Label.LEVEL2, Label.NAME, Label.VALUE})
# Labels that may stand beside the lines of the table without ending it.
_BESIDE = _COLUMNS | {Label.INDICATORS, Label.GOAL, Label.GOAL_ANNUAL, Label.GOAL_MID_TERM}
_PREFIX = re.compile(r"^\s*(?:指标\s*\d{1,2}(?![\d%％])\s*[:：、.．]?|指标\s*[一二三四五六七八九十]\s*[:：、.．])\s*")
_UNUSED = re.compile(r"(?:指标|目标)?\d*[:：、.]*|本?(?:项目)?不适用(?:此指标)?|[×xX*]+|[….。·]+")


@dataclass(frozen=True)
class IndicatorRows:
    """What was read: indicators, classes left blank, what was odd, and which rows (from 0) that accounts for."""

    indicators: tuple[Indicator, ...] = ()
    blanks: tuple[Blank, ...] = ()
    findings: tuple[Finding, ...] = ()
    rows: frozenset[int] = frozenset()
    by_recipient: bool = False  # whether the values are those of recipients of a fund


@dataclass(frozen=True)
class _Group:
    """The columns of one horizon: which of them (from 0) says what."""

    horizon: Horizon
    columns: Mapping[Label, int]
    whose: str | None = None  # the recipient of a fund that the values are of
    beside: tuple[int, ...] = ()  # the value columns of all recipients

    def cell(self, row: Row, label: Label) -> Cell | None:
        return row[self.columns[label]] if label in self.columns else None

    def text(self, row: Row, label: Label) -> str:
        cell = self.cell(row, label)
        return cell.seen if cell else ""


@dataclass(frozen=True)
class _Line:
    """A row with its levels as printed, those of merged cells included; None where nothing above says."""

    row: Row
    level1: str | None
    level2: str | None


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
    return _read_groups(document, [_Group(horizon, own) for horizon, own in columns], rows, width)


def _read_groups(document: Document, groups: Iterable[_Group], rows: Sequence[Row], width: int) -> IndicatorRows:
    states = [state for group in groups for state in _states(document, group, rows, width)]
    indicators = tuple(state for state in states if isinstance(state, Indicator))
    blanks = tuple(_unfilled((state for state in states if isinstance(state, Blank)), indicators))
    return IndicatorRows(indicators, blanks, tuple(state for state in states if isinstance(state, Finding)))


def _read_recipients(document: Document, rows: Sequence[Row], start: int) -> IndicatorRows | None:
    """The table below that row where it has a column of values for each recipient; None where it has not."""
    labels = {heading.label for cell in rows[start] if (heading := heading_of(cell.text))}
    head = head_at(rows, start) if Label.NAME in labels else None
    recipients = recipients_of(head.columns) if head else None
    if head is None or recipients is None:
        return None
    width = len(head.columns)
    end = next((r for r in range(head.end, len(rows)) if _ends(rows[r], width)), len(rows))
    found = {label: place for label in _COLUMNS if (place := head.place(label)) is not None}
    together = [] if recipients.together is None else [_Group(Horizon.ANNUAL, {**found, Label.VALUE: recipients.together})]
    beside = tuple(recipients.names)
    own = [_Group(Horizon.ANNUAL, {**found, Label.VALUE: p}, whose, beside) for p, whose in recipients.names.items()]
    read = _read_groups(document, [*together, *own], rows[head.end : end], width)
    findings = (remark("values-by-recipient", rows[start][0], recipients.in_words()), *read.findings)
    in_order = tuple(sorted(read.indicators, key=lambda indicator: indicator.source.row))
    odd = tuple(_crooked(rows[head.end : end], width))
    return IndicatorRows(in_order, read.blanks, (*findings, *odd), frozenset(range(start, end)), by_recipient=True)


def is_heading_row(row: Row) -> bool:
    """Whether the row heads an indicator table: name and value, and a level beside them."""
    labels = {heading.label for cell in row if (heading := heading_of(cell.text))}
    return labels >= {Label.NAME, Label.VALUE} and bool(labels & {Label.LEVEL1, Label.LEVEL2})


def _read_block(document: Document, rows: Sequence[Row], start: int, annual_first: bool) -> IndicatorRows:
    width = len(rows[start])
    end = next((r for r in range(start + 1, len(rows)) if _ends(rows[r], width)), len(rows))
    body = rows[start + 1 : end]
    read = _read_groups(document, _groups(rows[start], annual_first), body, width)
    return IndicatorRows(read.indicators, read.blanks, (*read.findings, *_crooked(body, width)), frozenset(range(start, end)))


def _ends(row: Row, width: int) -> bool:
    """Whether the row belongs no more to the table: another heading row, or it begins with a label of something else."""
    if is_heading_row(row):
        return True
    first = next((cell for cell in row if cell.seen), None)
    heading = heading_of(first.text) if first else None
    # A row as wide as the heading whose first cell is blank is a line of the table, whatever its words.
    return heading is not None and heading.label not in _BESIDE and (len(row) != width or bool(row[0].seen))


def _crooked(rows: Sequence[Row], width: int) -> Iterator[Finding]:
    for row in rows:
        if len(row) != width and any(cell.seen for cell in row):
            said = "、".join(f"“{short(cell.text, 15)}”" for cell in row if cell.seen)
            message = f"指标表这一行有 {len(row)} 格，表头有 {width} 格，对不上，没有读入：{said}。请检查原表的格线。"
            yield warn("indicator-row-width", row[0], message)


def _groups(heading_row: Row, annual_first: bool) -> list[_Group]:
    """The groups of columns; a later one takes from the first what it has no column of its own for (一级指标)."""
    found: list[tuple[dict[Label, int], list[Heading]]] = [({}, [])]
    for column, cell in enumerate(heading_row):
        heading = heading_of(cell.text)
        if heading is None or heading.label not in _COLUMNS:
            continue
        if heading.label in found[-1][0] and heading.label in _BEGINS_GROUP:
            found.append(({}, []))
        found[-1][0].setdefault(heading.label, column)
        found[-1][1].append(heading)
    if len(found) == 1:
        return [_Group(_said(found[0][1]) or _beside(heading_row) or Horizon.ANNUAL, found[0][0])]
    shared: dict[Label, int] = {
        label: column for label, column in found[0][0].items() if label not in (Label.STANDARD, Label.WEIGHT)
    }
    usual = [Horizon.ANNUAL, Horizon.MID_TERM] if annual_first else [Horizon.MID_TERM, Horizon.ANNUAL]
    return [_Group(_said(said) or horizon, {**shared, **own}) for (own, said), horizon in zip(found, usual, strict=False)]


def _said(headings: Sequence[Heading]) -> Horizon | None:
    said = {heading.horizon for heading in headings if heading.horizon}
    return said.pop() if len(said) == 1 else None


def _beside(heading_row: Row) -> Horizon | None:
    heading = heading_of(heading_row[0].text)
    return heading.horizon if heading and heading.label is Label.INDICATORS else None


def _states(document: Document, group: _Group, rows: Sequence[Row], width: int) -> Iterator[Indicator | Blank | Finding]:
    """What each row says over the group's horizon."""
    fitting = [row for row in rows if len(row) == width]
    own_cost = any(level1_name(group.text(row, Label.LEVEL1)) == COST for row in fitting)
    for line in _lines(rows, group, width):
        name_cell, value_cell = group.cell(line.row, Label.NAME), group.cell(line.row, Label.VALUE)
        if name_cell is None or value_cell is None:
            continue
        if group.whose is not None and is_blank(value_cell.text) and not _first_of_blanks(group, line.row):
            continue
        if not name_of(name_cell.text):
            yield from _nameless(document, group, line, name_cell, value_cell)
        elif line.level2 is None:
            message = f"看不出“{short(name_of(name_cell.text))}”属于哪个二级指标，没有读入。请在原表补上二级指标。"
            yield warn("indicator-without-level", name_cell, message)
        else:
            level1 = level1_of(line.level2, own_cost=own_cost) or level1_name(line.level1 or "")
            yield _indicator(document, group, line, level1 or one_line(line.level1 or line.level2))


def _first_of_blanks(group: _Group, row: Row) -> bool:
    """Whether no recipient has a value, and the group is that of the first: then the indicator is stated once, without any."""
    return group.columns[Label.VALUE] == group.beside[0] and all(is_blank(row[place].text) for place in group.beside)


def _lines(rows: Sequence[Row], group: _Group, width: int) -> Iterator[_Line]:
    """Each row with its levels; a blank cell continues the one above, unless what stands above it was not read."""
    level1: str | None = None
    level2: str | None = None
    for row in rows:
        if len(row) != width:
            level1 = level2 = None
            continue
        first, second = group.text(row, Label.LEVEL1), group.text(row, Label.LEVEL2)
        # A first level that is printed again on each line does not end the class beside it.
        if first and first != level1:
            # 满意度指标 often has no class of its own beside it; nor has a table without that column.
            level1 = first
            level2 = first if level1_name(first) == SATISFACTION or Label.LEVEL2 not in group.columns else None
        if second:
            level2 = None if is_blank(second) else second
        yield _Line(row, level1, level2)


def _nameless(document: Document, group: _Group, line: _Line, name: Cell, value: Cell) -> Iterator[Blank | Finding]:
    """A line that is a placeholder: its class may be blank; a value without a name is said."""
    if not is_blank(value.text):
        message = f"有指标值“{short(value.text)}”而没有指标名称，没有读入。请在原表补上名称。"
        yield warn("value-without-name", value, message)
    if line.level2 is not None:
        said = name if not value.seen and is_blank(name.text) else value
        yield Blank(field="indicator", horizon=group.horizon, name=level2_name(line.level2), source=document.source(said))


def _indicator(document: Document, group: _Group, line: _Line, level1: str) -> Indicator:
    cell, measure = line.row[group.columns[Label.VALUE]], group.text(line.row, Label.MEASURE)
    measure = "" if is_blank(measure) else one_line(measure)
    value = whole(one_line(cell.seen), operator_of(group.text(line.row, Label.SIGN)), measure or None)
    quantity, weight = quantity_of(value), quantity_of(group.text(line.row, Label.WEIGHT))
    standard, name = group.text(line.row, Label.STANDARD), name_of(group.text(line.row, Label.NAME))
    return Indicator(
        horizon=group.horizon,
        level1=level1,
        level1_printed=one_line(line.level1) if line.level1 else None,
        level2=level2_name(line.level2 or ""),
        name=name if group.whose is None or is_blank(cell.text) else f"{name}（{group.whose}）",
        value=value,
        operator=quantity.operator if quantity else None,
        number=quantity.number if quantity else None,
        unit_of_measure=(quantity.unit if quantity else None) or measure or None,
        standard=None if is_blank(standard) else standard,
        weight=weight.number if weight else None,
        source=document.source(cell),
    )


def name_of(text: str) -> str:
    """The indicator's name without its number (“指标1：”), in one line; empty for a placeholder (“…”, “无”, “指标1：”)."""
    name = one_line(_PREFIX.sub("", text, count=1))
    return "" if is_blank(name) or _UNUSED.fullmatch(name) else name


def _unfilled(blanks: Iterable[Blank], indicators: Iterable[Indicator]) -> Iterator[Blank]:
    """One blank for each class that has no indicator at all: a second line “…” of a filled class is none."""
    seen = {(indicator.horizon, indicator.level2) for indicator in indicators}
    for blank in blanks:
        if (key := (blank.horizon, blank.name)) not in seen:
            seen.add(key)  # type: ignore[arg-type]  # both are set where an indicator's class is blank
            yield blank
