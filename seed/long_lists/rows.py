"""The rows of a long list: which unit and which project each of them names, and which are no rows at all."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from seed.document import Cell, Table
from seed.findings import remark, short, warn
from seed.long_lists.heads import INDICATOR_LABELS, Head, Row
from seed.long_lists.trees import units_and_projects
from seed.words.amounts import is_blank
from seed.words.labels import Label, inline, plain_of
from store.model import Finding

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
_NOTE = re.compile(r"(?:备?注\d*|说明)[:.、]|(?:填表|填报|编制)说明|第\d+页|共\d+页|[-\d]+$")
_ABOVE_ALL = frozenset({Label.IGNORED, Label.REMARK, Label.MONEY_UNIT, Label.YEAR})


class Line(Struct, frozen=True):
    """A row with a cell for each column, and what it says about whose it is."""

    row: Row
    unit: Cell | None
    project: Cell | None


class Kind(StrEnum):
    """What a row of a list is."""

    TOTAL = "total"
    UNIT = "unit"  # a department or a unit in a row of its own
    PROJECT = "project"  # it names a project
    MORE = "more"  # it names none


def lines_of(table: Table, head: Head) -> tuple[list[Line | Finding], list[Finding]]:
    """Each row that says something, with its unit and its project; a row that does not fit the heading as a finding.

    Beside them what is doubtful about units and projects that share one column.
    """
    rows = [row for row in table.rows[head.end :] if any(c.seen for c in row) and not head.repeats(row)]
    rows = [row for row in rows if not _is_note(row) and not head.counts_columns(row)]
    aligned = [head.line(row) for row in rows]
    combined, unit, project = head.place(Label.UNIT_PROJECT), head.place(Label.UNIT), head.place(Label.PROJECT)
    if combined is None:
        keyed = [_line(row, unit, project) if row else None for row in aligned]
        doubts: list[Finding] = []
    else:
        content = head.places(*INDICATOR_LABELS, *GOAL_LABELS)
        column = [(r[combined], any(r[p].seen for p in content)) if r and not is_total(head, r) else None for r in aligned]
        kinds, doubts = units_and_projects(column, [*(c.text for c in table.captions), *_above(table, head)])
        keyed = [
            _line(r, *((combined, None) if is_unit else (None, combined))) if r else None
            for r, is_unit in zip(aligned, kinds, strict=True)
        ]
    width = len(head.columns)
    return [line or _crooked(row, width) for line, row in zip(keyed, rows, strict=True)], doubts


def _line(row: Row, unit: int | None, project: int | None) -> Line:
    return Line(row, row[unit] if unit is not None else None, row[project] if project is not None else None)


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


def kind_of_line(head: Head, line: Line) -> Kind:
    """What the row is, by which of its cells are filled."""
    if is_total(head, line.row):
        return Kind.TOTAL
    if line.project is not None and not is_blank(line.project.text):
        return Kind.PROJECT
    says_unit = line.unit is not None and not is_blank(line.unit.text)
    return Kind.UNIT if says_unit and not filled(head, line.row, (*INDICATOR_LABELS, *GOAL_LABELS)) else Kind.MORE


def is_total(head: Head, row: Row) -> bool:
    """Whether the row is a sum (合计、小计) of others."""
    keys = head.places(Label.UNIT, Label.PROJECT, Label.UNIT_PROJECT, Label.ORDINAL, Label.DEPARTMENT, Label.GOAL_ANNUAL)
    return any(_TOTAL.fullmatch(plain_of(row[p].text)) for p in keys) and not filled(head, row, tuple(INDICATOR_LABELS))


def filled(head: Head, row: Row, labels: Sequence[Label]) -> bool:
    """Whether a column of these labels says anything."""
    return any(not is_blank(row[p].text) for p in head.places(*labels))


def unknown_columns(table: Table, head: Head) -> Iterator[Finding]:
    """A remark that names the columns that the dictionary lacks, and those without a name in which something stands."""
    rows = [line for row in table.rows[head.end :] if (line := head.line(row))]
    unknown = [c for p, c in enumerate(head.columns) if c.heading is None and (c.words or any(row[p].seen for row in rows))]
    if unknown:
        said = "、".join(f"“{short(column.words)}”" if column.words else "没有名称的一栏" for column in unknown)
        yield remark("unknown-label", unknown[0].cell, f"第{table.number}张表有不认得、没有读入的栏目：{said}。")
