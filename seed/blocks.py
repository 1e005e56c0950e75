"""From the rows of a long list to its projects: names that stand on the first row only, or on each; subtotals; what fits nowhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from seed.amounts import is_blank
from seed.document import Cell, Table
from seed.fields import code_and_name
from seed.findings import remark, short, warn
from seed.heads import INDICATOR_LABELS, Head, Row
from seed.labels import Label, inline, one_line, plain_of
from seed.trees import units_and_projects
from store.model import Finding
from store.text import fold

AMOUNT_LABELS = (
    *(
        Label.TOTAL_ANNUAL,
        Label.TOTAL_MID_TERM,
        Label.TOTAL,
        Label.AMOUNT,
        Label.FISCAL,
        Label.CARRYOVER,
        Label.OTHER,
        Label.PART,
    ),
)
GOAL_LABELS = (Label.GOAL_ANNUAL, Label.GOAL_MID_TERM, Label.GOAL)
_TOTAL = re.compile(r".{0,20}(?:合计|总计|小计|共计)(?:数)?[:：]?")
_NOTE = re.compile(r"^(?:注|备注|说明|填表说明|填报说明|备 注|第\d+页|共\d+页|[-—\d\s]+$)")
_ABOVE_ALL = frozenset({Label.IGNORED, Label.REMARK, Label.MONEY_UNIT, Label.YEAR})
_DEPARTMENT_CODE = 3  # digits; a unit's code has those of its department in front


@dataclass(frozen=True)
class Line:
    """A row with a cell for each column, and what it says about whose it is."""

    row: Row
    unit: Cell | None
    project: Cell | None


@dataclass(frozen=True)
class Block:
    """One project of one unit, with its rows; `unit` is None where nothing says whose it is."""

    project: Cell
    unit: Cell | None
    lines: tuple[Row, ...]


@dataclass(frozen=True)
class Total:
    """A row that is no project but a sum: 合计, 小计, or a department (820-…) with what its units get."""

    name: Cell
    line: Row
    above: int  # how many projects stand above it


@dataclass
class Blocks:
    """What the rows are, in their order."""

    blocks: list[Block] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    units: list[Cell] = field(default_factory=list)  # rows of their own that name a department or a unit
    findings: list[Finding] = field(default_factory=list)


def blocks_of(table: Table, head: Head) -> Blocks:
    """The projects below the heading; a row that belongs to none of them is a finding with its place."""
    found = Blocks()
    walk = _Walk(head, found)
    for row in _keyed(table, head, found):
        walk.take(row)
    return found


class _Walk:
    """From row to row: which unit and which project a row that does not name them belongs to."""

    def __init__(self, head: Head, found: Blocks) -> None:
        self.head, self.found = head, found
        self.unit: Cell | None = None
        self.sure = True  # whether a blank unit is the one above: not after a row that was not read, unless the cell is merged
        self.open = False  # whether rows without a name go on with the last project
        self.lost = False  # whether the project that they belong to was not read

    def take(self, row: Line | Finding) -> None:
        """The next row, or the finding that stands for one that does not fit."""
        if isinstance(row, Finding):
            return self._lose(row)
        kind = _kind(self.head, row)
        if kind == "total":
            self.found.totals.append(Total(_first(row.row), row.row, len(self.found.blocks)))
            self.open = self.lost = False
        elif kind == "unit" and row.unit is not None:
            self._unit_row(row, row.unit)
        elif kind == "project" and row.project is not None:
            self._project(row, row.project)
        elif self.open and not _begins_anew(self.head, self.found.blocks[-1], row):
            self._append(row)
        else:
            said = [] if self.lost and not _says_whose(self.head, row) else [_nameless(row)]
            self.found.findings += said
            self.open, self.lost = False, True
        return None

    def _lose(self, finding: Finding) -> None:
        self.found.findings.append(finding)
        self.open, self.lost, self.sure = False, True, False

    def _unit_row(self, row: Line, unit: Cell) -> None:
        self.found.units.append(unit)
        if _filled(self.head, row.row, AMOUNT_LABELS):
            self.found.totals.append(Total(unit, row.row, len(self.found.blocks)))
        code = code_and_name(one_line(unit.text))[0]
        self.unit, self.sure = None if code and len(code) <= _DEPARTMENT_CODE else unit, True
        self.open = self.lost = False

    def _project(self, row: Line, project: Cell) -> None:
        if not any(character.isalpha() for character in project.text):
            return self._lose(_no_name(project))
        if self.open and _goes_on(self.head, self.found.blocks[-1], row):
            return self._append(row)
        if row.unit is not None and row.unit.seen:
            self.unit, self.sure = row.unit, True
        whose = self.unit if self.sure or (row.unit is not None and row.unit.continued) else None
        self.found.blocks.append(Block(project, whose, (row.row,)))
        self.open, self.lost = True, False
        return None

    def _append(self, row: Line) -> None:
        last = self.found.blocks[-1]
        self.found.blocks[-1] = replace(last, lines=(*last.lines, row.row))


def _keyed(table: Table, head: Head, found: Blocks) -> Iterator[Line | Finding]:
    """Each row that says something, with its unit and its project; a row that does not fit the heading as a finding."""
    rows = [row for row in table.rows[head.end :] if any(c.seen for c in row) and not head.repeats(row)]
    lines = [head.line(row) or row for row in rows if not _is_note(row) and not head.counts_columns(row)]
    combined, width = head.place(Label.UNIT_PROJECT), len(head.columns)
    unit, project = head.place(Label.UNIT), head.place(Label.PROJECT)
    kinds: list[bool | None] = [None] * len(lines)
    if combined is not None:
        content = head.places(*INDICATOR_LABELS, *GOAL_LABELS)
        column = [
            (row[combined], any(row[p].seen for p in content)) if len(row) == width and not _is_total(head, row) else None
            for row in lines
        ]
        kinds, doubts = units_and_projects(column, [*(c.text for c in table.captions), *_above(table, head)])
        found.findings += doubts
    for row, is_unit in zip(lines, kinds, strict=True):
        if len(row) != width:
            yield _crooked(row, width)
        elif combined is not None:
            cell = row[combined]
            yield Line(row, cell if is_unit else None, cell if is_unit is not True else None)
        else:
            yield Line(row, row[unit] if unit is not None else None, row[project] if project is not None else None)


def _above(table: Table, head: Head) -> list[str]:
    return [cell.text for row in table.rows[: head.first] for cell in row if cell.seen]


def _is_note(row: Row) -> bool:
    """Whether the row is a footnote, a signature or a page's number below the list."""
    filled = [cell for cell in row if cell.seen]
    said = [inline(cell.text) for cell in filled]
    if filled and all(found is not None and found[0].label in _ABOVE_ALL for found in said):
        return True
    return len(filled) == 1 and bool(_NOTE.match(plain_of(filled[0].text)))


def _crooked(row: Row, width: int) -> Finding:
    said = "、".join(f"“{short(cell.text, 15)}”" for cell in row if cell.seen)
    message = f"这一行的格与表头的 {width} 栏对不上，没有读入：{said}。请检查原表的格线。"
    return warn("list-row-width", next(cell for cell in row if cell.seen), message)


def _kind(head: Head, line: Line) -> str:
    if _is_total(head, line.row):
        return "total"
    if line.project is not None and not is_blank(line.project.text):
        return "project"
    says_unit = line.unit is not None and not is_blank(line.unit.text)
    return "unit" if says_unit and not _has_indicator(head, line.row) and not _filled(head, line.row, GOAL_LABELS) else "more"


def _is_total(head: Head, row: Row) -> bool:
    keys = head.places(Label.UNIT, Label.PROJECT, Label.UNIT_PROJECT, Label.ORDINAL, Label.DEPARTMENT, Label.GOAL_ANNUAL)
    return any(_TOTAL.fullmatch(plain_of(row[p].text)) for p in keys) and not _has_indicator(head, row)


def _has_indicator(head: Head, row: Row) -> bool:
    return _filled(head, row, tuple(INDICATOR_LABELS))


def _filled(head: Head, row: Row, labels: Sequence[Label]) -> bool:
    return any(not is_blank(row[p].text) for p in head.places(*labels))


def _first(row: Row) -> Cell:
    return next(cell for cell in row if cell.seen)


def _goes_on(head: Head, block: Block, line: Line) -> bool:
    """Whether a row that names the same project again is one more of its rows: nothing in it is different."""
    assert line.project is not None
    return fold(line.project.text) == fold(block.project.text) and not _begins_anew(head, block, line)


def _begins_anew(head: Head, block: Block, line: Line) -> bool:
    """Whether the row states a unit, an amount or a goal of its own, other than the project's."""
    if line.unit is not None and line.unit.seen and (block.unit is None or fold(line.unit.text) != fold(block.unit.text)):
        return True
    if line.project is not None and line.project.continued:
        return False  # merged: it is the same project, whatever is said twice
    places = head.places(*AMOUNT_LABELS, *GOAL_LABELS)
    stated = {p: [plain_of(row[p].text) for row in block.lines if row[p].seen] for p in places}
    return any(line.row[p].seen and plain_of(line.row[p].text) not in stated[p] for p in places)


def _says_whose(head: Head, line: Line) -> bool:
    return bool(line.unit and line.unit.seen) or _filled(head, line.row, (*AMOUNT_LABELS, *GOAL_LABELS))


def _no_name(cell: Cell) -> Finding:
    message = f"“项目名称”一栏写的是“{short(cell.text)}”，不像名称，这一行和它的续行没有读入。请检查原表的格线。"
    return warn("project-without-words", cell, message)


def _nameless(line: Line) -> Finding:
    said = "、".join(f"“{short(cell.text, 15)}”" for cell in line.row if cell.seen)
    message = f"这一行没有项目名称，又不像是上一个项目的续行，它和它下面没有项目名称的行没有读入：{said}。请在原表补上项目名称。"
    return warn("list-row-without-project", _first(line.row), message)


def unknown_columns(table: Table, head: Head) -> Iterator[Finding]:
    """A remark that names the columns that the dictionary lacks, and those without a name in which something stands."""
    rows = [line for row in table.rows[head.end :] if (line := head.line(row))]
    unknown = [c for p, c in enumerate(head.columns) if c.heading is None and (c.words or any(row[p].seen for row in rows))]
    if unknown:
        said = "、".join(f"“{short(column.words)}”" if column.words else "没有名称的一栏" for column in unknown)
        yield remark("unknown-label", unknown[0].cell, f"第{table.number}张表有不认得、没有读入的栏目：{said}。")
