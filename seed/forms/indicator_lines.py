"""The lines of an indicator table (绩效指标): what each says, over one horizon or for one recipient, once its columns are known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from seed.document import Cell, Document
from seed.findings import remark, short, warn
from seed.forms.grid import Row
from seed.forms.oddities import odd_cells
from seed.words.amounts import is_blank
from seed.words.labels import Label, one_line
from seed.words.levels import COST, SATISFACTION, level1_name, level1_of, level2_name
from seed.words.residue import name_of, unfilled, without_hints
from seed.words.several import numbered, pairs_of
from seed.words.values import operator_of, quantity_of, whole
from store.model import Blank, Finding, Horizon, Indicator

BEGINS_GROUP = frozenset({Label.LEVEL2, Label.NAME, Label.VALUE})


class IndicatorRows(Struct, frozen=True):
    """What was read: indicators, classes left blank, what was odd, and which rows (from 0) that accounts for."""

    indicators: tuple[Indicator, ...] = ()
    blanks: tuple[Blank, ...] = ()
    findings: tuple[Finding, ...] = ()
    rows: frozenset[int] = frozenset()
    by_recipient: bool = False  # whether the values are those of recipients of a fund


class Group(Struct, frozen=True):
    """The columns of one horizon: which of them (from 0) says what."""

    horizon: Horizon
    columns: Mapping[Label, int]
    whose: str | None = None  # the recipient of a fund that the values are of
    beside: tuple[int, ...] = ()  # the value columns of all recipients

    def cell(self, row: Row, label: Label) -> Cell | None:
        """The row's cell in that column, None where there is no such column."""
        return row[self.columns[label]] if label in self.columns else None

    def text(self, row: Row, label: Label) -> str:
        """What stands in it."""
        cell = self.cell(row, label)
        return cell.seen if cell else ""


class _Line(Struct, frozen=True):
    """A row with its levels as printed, those of merged cells included; None where nothing above says."""

    row: Row
    level1: str | None
    level2: str | None
    name: str | None = None  # the 三级指标 of 四级指标


def read_groups(document: Document, groups: Iterable[Group], rows: Sequence[Row], width: int) -> IndicatorRows:
    """What lines of `width` cells say in these groups of columns."""
    states = [state for group in groups for state in _states(document, group, rows, width)]
    indicators = tuple(state for state in states if isinstance(state, Indicator))
    blanks = tuple(_unfilled((state for state in states if isinstance(state, Blank)), indicators))
    return IndicatorRows(indicators, blanks, tuple(state for state in states if isinstance(state, Finding)))


def _states(document: Document, group: Group, rows: Sequence[Row], width: int) -> Iterator[Indicator | Blank | Finding]:
    """What each row says over the group's horizon."""
    fitting = [row for row in rows if len(row) == width]
    if not any(group.text(row, label) for row in fitting for label in BEGINS_GROUP):
        return  # a half that nobody filled in
    own_cost = any(level1_name(group.text(row, Label.LEVEL1)) == COST for row in fitting)
    for line in _lines(rows, group, width):
        name_cell, value_cell = group.cell(line.row, Label.NAME), group.cell(line.row, Label.VALUE)
        if name_cell is None or value_cell is None:
            continue
        if group.whose is not None and is_blank(value_cell.text) and not _first_of_blanks(group, line.row):
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


def _first_of_blanks(group: Group, row: Row) -> bool:
    """Whether no recipient has a value, and the group is that of the first: then the indicator is stated once, without any."""
    return group.columns[Label.VALUE] == group.beside[0] and all(is_blank(row[place].text) for place in group.beside)


def _lines(rows: Sequence[Row], group: Group, width: int) -> Iterator[_Line]:
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


def _name(group: Group, line: _Line, cell: Cell) -> str:
    """The name as printed: that of the 三级指标, with the 四级指标 where the table has them."""
    detail = group.text(line.row, Label.DETAIL)
    if is_blank(detail) or not line.name:
        return cell.seen
    return f"{name_of(line.name)}：{name_of(detail)}"


def _named(document: Document, group: Group, line: _Line, level1: str, name: str) -> Iterator[Indicator | Blank | Finding]:
    """The indicators of a line: mostly one, and what is odd about its cells."""
    value = line.row[group.columns[Label.VALUE]]
    pairs = [(name_of(own), said) for own, said in pairs_of(name, value.seen) if name_of(own)]
    standards = numbered(group.text(line.row, Label.STANDARD))
    yield from odd_cells(name, value, group.text(line.row, Label.STANDARD), parted=len(pairs) > 1)
    if _of_no_class(group, line):
        message = f"“{short(name_of(name))}”没有写二级指标，按一级指标“{short(one_line(line.level1 or ''))}”记录。请在原表补上。"
        yield remark("indicator-without-class", value, message)
    weight = group.cell(line.row, Label.WEIGHT)
    if weight is not None and is_blank(weight.text):
        yield Blank(field="weight", horizon=group.horizon, name=name_of(name), source=document.source(weight))
    for place, (own, said) in enumerate(pairs):
        standard = standards[place] if len(standards) == len(pairs) > 1 else group.text(line.row, Label.STANDARD)
        yield _indicator(document, group, line, level1, own, "" if unfilled(said) else without_hints(said) or said, standard)


def _of_no_class(group: Group, line: _Line) -> bool:
    """Whether only a first level is printed where the table asks for the second; 满意度指标 often has none of its own."""
    return line.level2 == line.level1 and Label.LEVEL2 in group.columns and level1_name(line.level1 or "") != SATISFACTION


def _nameless(document: Document, group: Group, line: _Line, name: Cell, value: Cell) -> Iterator[Blank | Finding]:
    """A line that is a placeholder: its class may be blank; a value without a name is said."""
    if not is_blank(value.text):
        message = f"有指标值“{short(value.text)}”而没有指标名称，没有读入。请在原表补上名称。"
        yield warn("value-without-name", value, message)
    if line.level2 is not None and not _of_no_class(group, line):
        said = name if not value.seen and is_blank(name.text) else value
        yield Blank(field="indicator", horizon=group.horizon, name=level2_name(line.level2), source=document.source(said))


def _indicator(  # the line, and what of it belongs to this indicator
    document: Document, group: Group, line: _Line, level1: str, name: str, said: str, standard: str
) -> Indicator:
    cell, measure = line.row[group.columns[Label.VALUE]], group.text(line.row, Label.MEASURE)
    measure = "" if is_blank(measure) else one_line(measure)
    value = whole(one_line(said), operator_of(group.text(line.row, Label.SIGN)), measure or None)
    quantity, weight = quantity_of(value), quantity_of(group.text(line.row, Label.WEIGHT))
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


def _unfilled(blanks: Iterable[Blank], indicators: Iterable[Indicator]) -> Iterator[Blank]:
    """One blank for each class that has no indicator at all: a second line “…” of a filled class is none; each blank weight."""
    seen = {(indicator.horizon, indicator.level2) for indicator in indicators}
    for blank in blanks:
        if blank.field == "weight":
            yield blank
        elif (key := (blank.horizon, blank.name)) not in seen:
            seen.add(key)  # type: ignore[arg-type]  # both are set where an indicator's class is blank
            yield blank
