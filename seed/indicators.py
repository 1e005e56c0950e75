"""The indicator table (绩效指标) inside a form: a heading row, then one line an indicator and horizon."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from seed.amounts import is_blank
from seed.document import Cell, Document
from seed.findings import remark, short, warn
from seed.grid import Row
from seed.headings import COLUMNS, column_labels, is_heading_row, over, whole_heading
from seed.labels import Label, heading_of, horizon_in, one_line, plain_of
from seed.levels import COST, SATISFACTION, is_class_name, level1_name, level1_of, level2_name
from seed.oddities import crooked_rows, odd_cells, unknown_columns
from seed.residue import name_of, unfilled, without_hints
from seed.several import numbered, pairs_of
from seed.values import operator_of, quantity_of, whole
from store.model import Blank, Finding, Horizon, Indicator

_HEADING = 3  # labels of columns in one row; fewer may stand in a line of the table
_BEGINS_GROUP = frozenset({Label.LEVEL2, Label.NAME, Label.VALUE})
# Labels that may stand beside the lines of the table without ending it.
_BESIDE = COLUMNS | {Label.INDICATORS, Label.GOAL, Label.GOAL_ANNUAL, Label.GOAL_MID_TERM}
_HORIZON_ONLY = re.compile(r"(?:中期|长期|实施期|年度|当年|本年度?)(?:(?:绩效)?指标)?值?")  # over one half of the columns


@dataclass(frozen=True)
class IndicatorRows:
    """What was read: indicators, classes left blank, what was odd, and which rows (from 0) that accounts for."""

    indicators: tuple[Indicator, ...] = ()
    blanks: tuple[Blank, ...] = ()
    findings: tuple[Finding, ...] = ()
    rows: frozenset[int] = frozenset()


@dataclass(frozen=True)
class _Group:
    """The columns of one horizon: which of them (from 0) says what."""

    horizon: Horizon
    columns: Mapping[Label, int]

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
    name: str | None = None  # the 三级指标 of 四级指标


def read_indicators(document: Document, rows: Sequence[Row], *, annual_first: bool = False) -> IndicatorRows:
    """The indicator tables among the rows of a form.

    Two groups of columns side by side are mid-term and annual, in this order unless `annual_first` or the headings say so.
    A line is an indicator if it has a name; a class without any becomes a `Blank` with what stands there (“无”, nothing).
    """
    parts = [_read_block(document, rows, r, annual_first) for r, row in enumerate(rows) if is_heading_row(row)]
    return IndicatorRows(
        tuple(indicator for part in parts for indicator in part.indicators),
        tuple(blank for part in parts for blank in part.blanks),
        tuple(finding for part in parts for finding in part.findings),
        frozenset(r for part in parts for r in part.rows),
    )


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
    states = [state for group in groups for state in _states(document, group, body, width)]
    indicators = tuple(state for state in states if isinstance(state, Indicator))
    findings = [state for state in states if isinstance(state, Finding)]
    return IndicatorRows(
        indicators,
        tuple(_unfilled((state for state in states if isinstance(state, Blank)), indicators)),
        (*findings, *crooked_rows(body, width), *unknown_columns(heading_row)),
        frozenset(range(start, end)),
    )


def _unclear_columns(heading_row: Row, groups: Sequence[_Group], body: Sequence[Row]) -> Iterator[Finding]:
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


def _groups(heading_row: Row, above: Row, below: Row, annual_first: bool) -> list[_Group]:
    """The groups of columns; a later one takes from the first what it has no column of its own for (一级指标)."""
    found: list[tuple[dict[Label, int], list[Horizon]]] = [({}, [])]
    for column, (label, heading) in column_labels(heading_row).items():
        if label in found[-1][0] and label in _BEGINS_GROUP:
            found.append(({}, []))
        own, said = found[-1]
        said += [heading.horizon] if heading.horizon else []
        # Of two columns that explain the indicator, the one that is nearer to a standard.
        if label not in own or (label is Label.STANDARD and heading.rank < _rank(heading_row, own[label])):
            own[label] = column
    for own, said in found:
        said.extend(_horizon_over(above, [heading_row[column] for label, column in own.items() if label in _BEGINS_GROUP]))
    if len(found) == 1:
        return [_Group(_agreed(found[0][1]) or _beside(heading_row) or _beside(below) or Horizon.ANNUAL, found[0][0])]
    usual = [Horizon.ANNUAL, Horizon.MID_TERM] if annual_first else [Horizon.MID_TERM, Horizon.ANNUAL]
    first = found[0][0]
    return [_Group(_agreed(said) or horizon, _shared(first, own)) for (own, said), horizon in zip(found, usual, strict=False)]


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


def _states(document: Document, group: _Group, rows: Sequence[Row], width: int) -> Iterator[Indicator | Blank | Finding]:
    """What each row says over the group's horizon."""
    fitting = [row for row in rows if len(row) == width]
    if not any(group.text(row, label) for row in fitting for label in _BEGINS_GROUP):
        return  # a half that nobody filled in
    own_cost = any(level1_name(group.text(row, Label.LEVEL1)) == COST for row in fitting)
    for line in _lines(rows, group, width):
        name_cell, value_cell = group.cell(line.row, Label.NAME), group.cell(line.row, Label.VALUE)
        if name_cell is None or value_cell is None:
            continue
        name = _name(group, line, name_cell)
        if not name_of(name):
            yield from _nameless(document, group, line, name_cell, value_cell)
        elif line.level2 is None:
            message = f"看不出“{short(name_of(name))}”属于哪个二级指标，没有读入。请在原表补上二级指标。"
            yield warn("indicator-without-level", name_cell, message)
        else:
            level1 = level1_of(line.level2, own_cost=own_cost) or level1_name(line.level1 or "")
            yield from _named(document, group, line, level1 or one_line(line.level1 or line.level2), name)


def _name(group: _Group, line: _Line, cell: Cell) -> str:
    """The name as printed: that of the 三级指标, with the 四级指标 where the table has them."""
    detail = group.text(line.row, Label.DETAIL)
    if is_blank(detail) or not line.name:
        return cell.seen
    return f"{name_of(line.name)}：{name_of(detail)}"


def _named(document: Document, group: _Group, line: _Line, level1: str, name: str) -> Iterator[Indicator | Finding]:
    """The indicators of a line: mostly one, and what is odd about its cells."""
    value = line.row[group.columns[Label.VALUE]]
    pairs = [(name_of(own), said) for own, said in pairs_of(name, value.seen) if name_of(own)]
    standards = numbered(group.text(line.row, Label.STANDARD))
    yield from odd_cells(name, value, group.text(line.row, Label.STANDARD), parted=len(pairs) > 1)
    if _of_no_class(group, line):
        message = f"“{short(name_of(name))}”没有写二级指标，按一级指标“{short(one_line(line.level1 or ''))}”记录。请在原表补上。"
        yield remark("indicator-without-class", value, message)
    for place, (own, said) in enumerate(pairs):
        standard = standards[place] if len(standards) == len(pairs) > 1 else group.text(line.row, Label.STANDARD)
        yield _indicator(document, group, line, level1, own, "" if unfilled(said) else without_hints(said) or said, standard)


def _lines(rows: Sequence[Row], group: _Group, width: int) -> Iterator[_Line]:
    """Each row with its levels; a blank cell continues the one above, unless what stands above it was not read."""
    level1: str | None = None
    level2: str | None = None
    name: str | None = None
    for row in rows:
        if len(row) != width:
            level1 = level2 = name = None
            continue
        first, second = group.text(row, Label.LEVEL1), group.text(row, Label.LEVEL2)
        if first and first != level1:
            # 满意度指标 often has no class of its own beside it; nor has a table without that column, or a class that nobody named.
            level1 = first
            level2 = first if level1_name(first) or Label.LEVEL2 not in group.columns else None
        if second:
            level2 = None if is_blank(second) else second
        name = group.text(row, Label.NAME) or name
        yield _Line(row, level1, level2, name)


def _of_no_class(group: _Group, line: _Line) -> bool:
    """Whether only a first level is printed where the table asks for the second; 满意度指标 often has none of its own."""
    return line.level2 == line.level1 and Label.LEVEL2 in group.columns and level1_name(line.level1 or "") != SATISFACTION


def _nameless(document: Document, group: _Group, line: _Line, name: Cell, value: Cell) -> Iterator[Blank | Finding]:
    """A line that is a placeholder: its class may be blank; a value without a name is said."""
    if not is_blank(value.text):
        message = f"有指标值“{short(value.text)}”而没有指标名称，没有读入。请在原表补上名称。"
        yield warn("value-without-name", value, message)
    if line.level2 is not None and not _of_no_class(group, line):
        said = name if not value.seen and is_blank(name.text) else value
        yield Blank(field="indicator", horizon=group.horizon, name=level2_name(line.level2), source=document.source(said))


def _indicator(  # the line, and what of it belongs to this indicator
    document: Document, group: _Group, line: _Line, level1: str, name: str, said: str, standard: str
) -> Indicator:
    cell, measure = line.row[group.columns[Label.VALUE]], group.text(line.row, Label.MEASURE)
    value = whole(one_line(said), operator_of(group.text(line.row, Label.SIGN)), measure or None)
    quantity, weight = quantity_of(value), quantity_of(group.text(line.row, Label.WEIGHT))
    return Indicator(
        horizon=group.horizon,
        level1=level1,
        level1_printed=one_line(line.level1) if line.level1 else None,
        level2=level2_name(line.level2 or ""),
        name=name,
        value=value,
        operator=quantity.operator if quantity else None,
        number=quantity.number if quantity else None,
        unit_of_measure=(quantity.unit if quantity else None) or measure or None,
        standard=None if is_blank(standard) else standard,
        weight=weight.number if weight else None,
        source=document.source(cell),
    )


def _unfilled(blanks: Iterable[Blank], indicators: Iterable[Indicator]) -> Iterator[Blank]:
    """One blank for each class that has no indicator at all: a second line “…” of a filled class is none."""
    seen = {(indicator.horizon, indicator.level2) for indicator in indicators}
    for blank in blanks:
        if (key := (blank.horizon, blank.name)) not in seen:
            seen.add(key)  # type: ignore[arg-type]  # both are set where an indicator's class is blank
            yield blank
