"""One column for units and projects (单位名称、项目名称): a unit stands in a row of its own above its projects.

Which of two rows is the unit is told by codes, by how far they are indented, and by what else is filled in; a row that could be
either, a unit or a project that nobody filled in, is a finding that refuses the file: whose money it is must not be a guess.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from seed.document import Cell
from seed.findings import refuse, short, warn
from seed.forms.fields import code_and_name
from seed.words.labels import one_line, plain_of
from seed.words.unit_names import is_unit_name
from store.model import Finding
from store.text import fold

_SYSTEM_CODE = re.compile(r"^[0-9A-Z]{12,}\s*[-—_]")
Filled = tuple[Cell, bool]  # the column's cell, and whether the row says anything about a goal or an indicator


def units_and_projects(column: Sequence[Filled | None], known: Sequence[str]) -> tuple[list[bool | None], list[Finding]]:
    """For each row whether its cell names a unit (True) or a project (False); None where the row has no name.

    `known` are the texts above the list: a name among them is that of the whole department.
    """
    kinds: list[bool | None] = [None] * len(column)
    findings: list[Finding] = []
    run: list[int] = []  # rows with a name and nothing else, one after the other
    for place, filled in enumerate(column):
        if filled is None or not filled[0].seen:
            continue
        kinds[place] = _by_code(filled[0].text)
        if kinds[place] is None and (filled[1] or _has_lines(column, place)):
            kinds[place] = False
        if kinds[place] is None:
            run.append(place)
        else:
            findings += _settle(column, kinds, run, place, known)
            run = []
    findings += _settle(column, kinds, run, None, known)
    return kinds, findings


def _by_code(text: str) -> bool | None:
    if _SYSTEM_CODE.match(plain_of(text).upper()):
        return False
    return True if code_and_name(one_line(text))[0] else None


def _has_lines(column: Sequence[Filled | None], place: int) -> bool:
    """Whether the next row belongs to this one: it has no name of its own, and says something."""
    following = column[place + 1] if place + 1 < len(column) else None
    return following is not None and not following[0].seen and following[1]


def _settle(
    column: Sequence[Filled | None], kinds: list[bool | None], run: list[int], project: int | None, known: Sequence[str]
) -> list[Finding]:
    """Says what the rows of a run are that stand above a project; with several of them, or an odd name, only if it is sure."""
    cells = [filled[0] for place in run if (filled := column[place])]
    if not cells:
        return []
    below = column[project] if project is not None else None
    indents = [_indent(cell) for cell in cells] + ([_indent(below[0])] if below else [])
    stepped = len(indents) > 1 and all(upper < lower for upper, lower in pairwise(indents))
    whole = [any(fold(one_line(cell.text)) in fold(text) for text in known) for cell in cells]
    named = [is_unit_name(cell.text) for cell in cells]
    sure = below is not None and (stepped or (all(whole[:-1]) and named[-1]))
    for place in run:
        kinds[place] = True
    if sure:
        return []
    said = "、".join(f"“{short(cell.text)}”" for cell in cells)
    message = f"单位和项目写在同一栏，看不出{said}是单位，还是没有填目标和指标的项目。请在原表给单位加上编码，或删去空的项目。"
    # Below the last project nobody's money depends on it.
    return [(refuse if below else warn)("unit-or-project", cells[0], message)]


def _indent(cell: Cell) -> int:
    return len(cell.text) - len(cell.text.lstrip())
