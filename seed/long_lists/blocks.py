"""From the rows of a long list to its projects: names that stand on the first row only, or on each; subtotals; what fits nowhere."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from seed.document import Cell, Table
from seed.findings import short, warn
from seed.forms.fields import code_and_name
from seed.long_lists.heads import Head, Row
from seed.long_lists.rows import AMOUNT_LABELS, GOAL_LABELS, Kind, Line, filled, kind_of_line, lines_of
from seed.words.labels import one_line, plain_of
from store.model import Finding
from store.text import fold

_DEPARTMENT_CODE = 3  # digits; a unit's code has those of its department in front


class Block(Struct, frozen=True):
    """One project of one unit, with its rows; `unit` is None where nothing says whose it is."""

    project: Cell
    unit: Cell | None
    lines: tuple[Row, ...]


class Total(Struct, frozen=True):
    """A row that is no project but a sum: 合计, 小计, or a department (820-…) with what its units get."""

    name: Cell
    line: Row
    above: int  # how many projects stand above it


class Blocks(Struct, frozen=True):
    """What the rows are, in their order."""

    blocks: Sequence[Block]
    totals: Sequence[Total]
    units: Sequence[Cell]  # rows of their own that name a department or a unit
    findings: Sequence[Finding]


def blocks_of(table: Table, head: Head) -> Blocks:
    """The projects below the heading; a row that belongs to none of them is a finding with its place."""
    lines, doubts = lines_of(table, head)
    walk = _Walk(head)
    for line in lines:
        walk.take(line)
    blocks = [Block(one.project, one.unit, tuple(one.lines)) for one in walk.projects]
    return Blocks(blocks, walk.totals, walk.units, [*doubts, *walk.findings])


class _Project:
    """A project with the rows that were found of it, and what its columns of money and goals said."""

    def __init__(self, project: Cell, unit: Cell | None) -> None:
        self.project, self.unit = project, unit
        self.lines: list[Row] = []
        self.stated: defaultdict[int, set[str]] = defaultdict(set)

    def add(self, row: Row, places: Sequence[int]) -> None:
        """One more row."""
        self.lines.append(row)
        for place in places:
            if row[place].seen:
                self.stated[place].add(plain_of(row[place].text))


class _Walk:
    """From row to row: which unit and which project a row that does not name them belongs to."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.own = head.places(*AMOUNT_LABELS, *GOAL_LABELS)  # what a project has once
        self.projects: list[_Project] = []
        self.totals: list[Total] = []
        self.units: list[Cell] = []
        self.findings: list[Finding] = []
        self.unit: Cell | None = None
        self.sure = True  # whether a blank unit is the one above: not after a row that was not read, unless the cell is merged
        self.open = False  # whether rows without a name go on with the last project
        self.lost = False  # whether the project that they belong to was not read

    def take(self, line: Line | Finding) -> None:
        """The next row, or the finding that stands for one that does not fit."""
        if isinstance(line, Finding):
            self._lose(line)
            return
        match kind_of_line(self.head, line):
            case Kind.TOTAL:
                self.totals.append(Total(next(cell for cell in line.row if cell.seen), line.row, len(self.projects)))
                self.open = self.lost = False
            case Kind.UNIT if line.unit is not None:
                self._unit_row(line, line.unit)
            case Kind.PROJECT if line.project is not None:
                self._project(line, line.project)
            case _:
                self._more(line)

    def _lose(self, finding: Finding) -> None:
        self.findings.append(finding)
        self.open, self.lost, self.sure = False, True, False

    def _unit_row(self, line: Line, unit: Cell) -> None:
        self.units.append(unit)
        if filled(self.head, line.row, AMOUNT_LABELS):
            self.totals.append(Total(unit, line.row, len(self.projects)))
        code = code_and_name(one_line(unit.text))[0]
        self.unit, self.sure = None if code and len(code) <= _DEPARTMENT_CODE else unit, True
        self.open = self.lost = False

    def _project(self, line: Line, project: Cell) -> None:
        if not any(character.isalpha() for character in project.text):
            self._lose(_no_name(project))
        elif self.open and fold(project.text) == fold(self.projects[-1].project.text) and not self._begins_anew(line):
            self.projects[-1].add(line.row, self.own)
        else:
            if line.unit is not None and line.unit.seen:
                self.unit, self.sure = line.unit, True
            whose = self.unit if self.sure or (line.unit is not None and line.unit.continued) else None
            self.projects.append(_Project(project, whose))
            self.projects[-1].add(line.row, self.own)
            self.open, self.lost = True, False

    def _more(self, line: Line) -> None:
        if self.open and not self._begins_anew(line):
            self.projects[-1].add(line.row, self.own)
            return
        says_whose = (line.unit is not None and line.unit.seen) or any(line.row[place].seen for place in self.own)
        self.findings += [_nameless(line)] if says_whose or not self.lost else []
        self.open, self.lost = False, True

    def _begins_anew(self, line: Line) -> bool:
        """Whether the row states a unit, an amount or a goal of its own, other than the last project's."""
        last = self.projects[-1]
        if line.unit is not None and line.unit.seen and (last.unit is None or fold(line.unit.text) != fold(last.unit.text)):
            return True
        if line.project is not None and line.project.continued:
            return False  # merged: it is the same project, whatever is said twice
        return any(line.row[p].seen and plain_of(line.row[p].text) not in last.stated[p] for p in self.own)


def _no_name(cell: Cell) -> Finding:
    message = f"“项目名称”一栏写的是“{short(cell.text)}”，不像名称，这一行和它的续行没有读入。请检查原表的格线。"
    return warn("project-without-words", cell, message)


def _nameless(line: Line) -> Finding:
    said = "、".join(f"“{short(cell.text, 15)}”" for cell in line.row if cell.seen)
    message = f"这一行没有项目名称，又不像是上一个项目的续行，它和它下面没有项目名称的行没有读入：{said}。请在原表补上项目名称。"
    return warn("list-row-without-project", next(cell for cell in line.row if cell.seen), message)
