"""One row an indicator (部门预算项目绩效目标表): unit, project, amount and goal on the first row of each project, or on every row.

Sichuan's and Inner Mongolia's exports, Yunnan's 05-2, lists pasted from Excel and those of the performance systems are this one;
columns are known by their labels, and those whose meaning differs between provinces by their values.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from seed.document import Cell, Document, Layout, Reading, Table
from seed.findings import refuse, short, warn
from seed.forms.fields import Parts, code_and_name, project_name
from seed.forms.grid import Grid
from seed.forms.indicators import read_lines
from seed.forms.years import read_year
from seed.long_lists.blocks import Block, Blocks, blocks_of
from seed.long_lists.budgets import budget_beside, without_amount
from seed.long_lists.fields import FIELDS
from seed.long_lists.heads import Head, head_of
from seed.long_lists.money import MoneyColumn, amounts_of, money_columns, parts_not_taken, shared_columns
from seed.long_lists.rows import unknown_columns
from seed.long_lists.signs import operator_column
from seed.long_lists.subtotals import compared, prints, unit_code
from seed.long_lists.value_columns import value_columns
from seed.words.amounts import is_blank
from seed.words.labels import Label, one_line
from seed.words.levels import level1_name, level1_of
from store.model import Attribute, Fact, Finding, Horizon, PerformanceTarget
from store.money import names_currency

Group = tuple[Horizon, Mapping[Label, int]]  # the indicator columns (from 0) of one horizon


class _List(Struct, frozen=True):
    """A long list as it was recognised: whatever its projects are read by."""

    document: Document
    table: Table  # with what stands above the heading among its captions
    head: Head
    found: Blocks
    groups: Sequence[Group]
    money: Sequence[MoneyColumn]


def claims(table: Table) -> bool:
    """Whether a heading row has a project's column and three of 一级、二级、三级指标、指标值, and no column of what was carried out."""
    head = head_of(table.rows)
    return head is not None and not head.places(Label.EXECUTION)


def read(document: Document, table: Table) -> Reading:
    """One target for each project; sums that are printed are compared, rows that fit nowhere are findings."""
    head = head_of(table.rows)
    if head is None:
        return Reading()
    above = tuple(cell for row in table.rows[: head.first] for cell in row if cell.seen)
    captioned = replace(table, captions=(*table.captions, *above))
    found = blocks_of(table, head)
    groups, odd_signs = _groups(head, found.blocks)
    money, odd_money = money_columns(captioned, head)
    known = _List(document, captioned, head, found, groups, money)
    amounts = _amounts(known)
    read_blocks = [_read_block(known, block, own) for block, own in zip(found.blocks, amounts, strict=True)]
    targets = [target for target, _odd in read_blocks]
    findings = [
        *unknown_columns(table, head),
        *_lacking(head),
        *_shifted(head, found.blocks),
        *odd_signs,
        *odd_money,
        *found.findings,
        *_of_targets(read_blocks),
    ]
    findings += [] if money else without_amount(table, found.blocks, amounts)
    findings += [*parts_not_taken(head, found.blocks), *compared(found.totals, found.blocks, targets, money)]
    return Reading(
        targets=tuple(target for target in targets if target),
        findings=tuple(dict.fromkeys(findings)),
        prints_totals=prints(found.totals, money),
    )


def _of_targets(blocks: Sequence[tuple[PerformanceTarget | None, list[Finding]]]) -> Iterator[Finding]:
    """What is odd in one block is of its target; what is said of several blocks is of the table."""
    times = Counter(finding for _target, odd in blocks for finding in set(odd))
    for target, odd in blocks:
        yield from (one.about(target) if target and times[one] == 1 else one for one in odd)


def _groups(head: Head, blocks: Sequence[Block]) -> tuple[list[Group], list[Finding]]:
    """The indicator columns, with the operators' column where there is one."""
    place, findings = operator_column(head, [row for block in blocks for row in block.lines])
    sign = {} if place is None else {Label.SIGN: place}
    return [(horizon, columns | sign) for horizon, columns in value_columns(head)], findings


def _shifted(head: Head, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Cells below 一级、二级指标 that are all something else: heading and rows are out of step, and no column can be trusted."""
    known: dict[Label, Callable[[str], str | None]] = {Label.LEVEL1: level1_name, Label.LEVEL2: level1_of}
    cells = [(row[p], known[label]) for label in known for p in head.places(label) for block in blocks for row in block.lines]
    filled = [(cell, name) for cell, name in cells if not is_blank(cell.text)]
    if filled and not any(name(cell.text) for cell, name in filled):
        said = "、".join(f"“{short(cell.text, 15)}”" for cell, _name in filled[:3])
        message = f"一级、二级指标栏里写的都不是指标类别（{said}），表头与下面的内容可能错位。请在原表对齐后重新导入。"
        yield refuse("columns-shifted", filled[0][0], message)


def _lacking(head: Head) -> Iterator[Finding]:
    for label, name in ((Label.NAME, "三级指标"), (Label.VALUE, "指标值")):
        if not head.places(label):
            cell = head.columns[0].cell
            yield warn("no-indicator-table", cell, f"表头没有“{name}”一栏，绩效指标没有读入。请检查原表的表头。")


def _amounts(known: _List) -> list[Parts]:
    """Each project's amounts: of the list's own columns, else of another table of the file."""
    blocks = known.found.blocks
    if not known.money:
        budget = budget_beside(known.document, known.table)
        return [budget.amount_of(block, blocks) for block in blocks]
    shared = shared_columns(blocks, known.money)
    return [amounts_of(known.document, block, known.money, places) for block, places in zip(blocks, shared, strict=True)]


def _read_block(known: _List, block: Block, amounts: Parts) -> tuple[PerformanceTarget | None, list[Finding]]:
    document, head = known.document, known.head
    parts = sum((field(document, head, block.lines) for field in FIELDS), Parts()) + amounts
    indicators = read_lines(document, known.groups, block.lines, len(head.columns))
    own = next(((row[p], row[p].seen) for p in head.places(Label.YEAR) for row in block.lines if row[p].seen), None)
    year, of_year = read_year(document, known.table, own, block.project)
    unit, doubts = _unit(known, block)
    findings = [*of_year, *doubts, *parts.findings, *indicators.findings]
    if year is None or unit is None:
        return None, findings
    return (
        PerformanceTarget(
            project=project_name(block.project.text),
            unit=code_and_name(one_line(unit[1]))[1],
            year=year.year,
            title=document.source(block.project),
            unit_source=document.source(unit[0]),
            year_source=year.source,
            facts=(*parts.facts, *_department(known, block, parts)),
            fundings=parts.fundings,
            goals=parts.goals,
            indicators=indicators.indicators,
            blanks=parts.blanks + indicators.blanks,
        ),
        findings,
    )


def _unit(known: _List, block: Block) -> tuple[tuple[Cell, str] | None, list[Finding]]:
    """The unit's cell and its text: of its own column, else what stands above the list, else the department that has a column."""
    if block.unit is not None and not is_blank(block.unit.text):
        return (block.unit, block.unit.text), []
    if not known.head.places(Label.UNIT, Label.UNIT_PROJECT):
        grid = Grid(known.table.captions, ())
        entry = grid.surest(Label.UNIT)
        named = [entry] if entry else [e for e in grid.of(Label.MONEY_UNIT) if not names_currency(e.text)]
        if named and named[0].value is not None:
            return (named[0].value, named[0].text), []
        cells = [row[p] for p in known.head.places(Label.DEPARTMENT) for row in block.lines if not is_blank(row[p].text)]
        above = grid.surest(Label.DEPARTMENT)
        found = (cells[0], cells[0].text) if cells else (above.value, above.text) if above and above.value else None
        if found is not None:
            message = f"清单没有单位一栏，按主管部门“{short(found[1])}”记为实施单位。请核对。"
            return found, [warn("unit-is-department", found[0], message)]
    message = f"“{short(block.project.text)}”看不出是哪个单位的：这一行和上面都没有写单位。请在原表补上后重新导入。"
    return None, [refuse("no-unit", block.project, message)]


def _department(known: _List, block: Block, parts: Parts) -> Iterator[Fact]:
    """The department of which the code is the beginning of the unit's: 820-… stands in a row of its own above 820001-…"""
    code = unit_code(block.unit)
    rows = [
        (own, cell) for cell in known.found.units if (own := unit_code(cell)) and code and code != own and code.startswith(own)
    ]
    if not rows or any(fact.field is Attribute.DEPARTMENT for fact in parts.facts):
        return
    own, cell = min(rows, key=lambda row: len(row[0]))
    source = known.document.source(cell)
    yield Fact(field=Attribute.DEPARTMENT, text=code_and_name(one_line(cell.text))[1], source=source)
    if not any(fact.field is Attribute.DEPARTMENT_CODE for fact in parts.facts):
        yield Fact(field=Attribute.DEPARTMENT_CODE, text=own, source=source)


LAYOUT = Layout("long_list", claims, read)
