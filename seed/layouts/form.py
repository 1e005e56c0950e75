"""项目支出绩效目标表, one project a form: each label with its value beside or below it, and the indicator table.

Both printed kinds are this one: mid-term and annual side by side with 绩效标准, and annual only.  Several forms may stand in one
table, where nothing stands between them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from seed.document import Document, Layout, Reading, Table, place_of
from seed.findings import personal, refuse, remark, short, warn
from seed.forms.fields import DepartmentField, Parts, Read, TextField, code_and_name, project_name
from seed.forms.goals import GoalField
from seed.forms.grid import Entry, Grid, Row, form_starts, is_list_heading, without_lists
from seed.forms.indicator_lines import IndicatorRows
from seed.forms.indicators import read_indicators
from seed.forms.money import MoneyField
from seed.forms.periods import PeriodField
from seed.forms.prose import without_prose
from seed.forms.spans import odd_spans
from seed.forms.years import Year, read_year
from seed.words.amounts import is_blank
from seed.words.labels import Label, heading_of, inline, one_line
from seed.words.personal import has_personal_number, without_personal_numbers
from store.model import Attribute, Finding, Horizon, PerformanceTarget

FIELDS: tuple[Read, ...] = (
    DepartmentField().read,
    TextField(Label.ATTRIBUTE, Attribute.ATTRIBUTE, chosen=True).read,
    TextField(Label.SOURCE, Attribute.SOURCE).read,
    PeriodField().read,
    MoneyField().read,
    GoalField(Label.GOAL_MID_TERM, Horizon.MID_TERM).read,
    GoalField(Label.GOAL_ANNUAL, Horizon.ANNUAL, general=True).read,
)
# One of them beside 项目名称 makes a table a form; a list has none of them in a row of its own.
_MARKS = frozenset(
    {Label.UNIT, Label.DEPARTMENT, Label.TOTAL_ANNUAL, Label.TOTAL_MID_TERM, Label.TOTAL, Label.GOAL_ANNUAL, Label.GOAL}
)
_QUOTED = 12  # cells; more are not read in one line
_HORIZON_LABELS = ((Label.GOAL_ANNUAL, Label.GOAL_MID_TERM), (Label.TOTAL_ANNUAL, Label.TOTAL_MID_TERM))


def claims(table: Table) -> bool:
    """Whether some row says 项目名称 with a name beside it, and a unit, an amount or a goal stands in the table."""
    labels = {heading.label for cell in table.cells() if (heading := heading_of(cell.text))}
    return bool(_first_rows(replace(table, captions=without_prose(table.captions)))) and bool(labels & _MARKS)


def read(document: Document, table: Table) -> Reading:
    """One target for each 项目名称; what a target must have and lacks is a refusal."""
    targets: list[PerformanceTarget] = []
    findings: list[Finding] = []
    table = replace(table, captions=without_prose(table.captions))
    firsts = _first_rows(table)
    for first, end in zip(firsts, [*firsts[1:], len(table.rows)], strict=True):
        rows, of_lists = without_lists(table.rows[0 if first == firsts[0] else first : end])
        target, found = _read_form(document, table, rows)
        targets += [target] if target else []
        findings += [*(one.about(target) if target else one for one in found), *_list_inside(of_lists)]
    return Reading(targets=tuple(targets), findings=tuple(findings))


def _first_rows(table: Table) -> list[int]:
    """Where each form begins: all forms of a table begin as many rows above 项目名称 as the first one does."""
    starts = form_starts(table.rows)
    if not starts:
        named = any((found := inline(caption.text)) is not None and found[0].label is Label.PROJECT for caption in table.captions)
        return [0] if named and not any(is_list_heading(table.rows, r) for r in range(len(table.rows))) else []
    kept, _lists = without_lists(table.rows[: starts[0]])
    lead = len(kept) if all(later - former > len(kept) for former, later in pairwise(starts)) else 0
    return [start - lead for start in starts]


def _list_inside(rows: Sequence[Row]) -> Iterator[Finding]:
    if rows:
        message = f"清单和绩效目标表连成了一张表，清单的 {len(rows) - 1} 行没有读入。请在两张表之间加一行标题。"
        yield warn("list-inside-form", rows[0][0], message)


def _read_form(document: Document, table: Table, rows: Sequence[Row]) -> tuple[PerformanceTarget | None, list[Finding]]:
    indicators = read_indicators(document, rows, annual_first=_annual_first(table, rows))
    grid = Grid(table.captions, tuple(row for r, row in enumerate(rows) if r not in indicators.rows))
    parts = sum((field(document, grid) for field in FIELDS), Parts())
    odd = [
        *parts.findings,
        *indicators.findings,
        *_without_indicators(table, indicators),
        *odd_spans(grid, parts.facts, parts.fundings),
    ]
    odd += _unread(table, grid)
    project, unit, stated = grid.surest(Label.PROJECT), _unit(grid, indicators), grid.surest(Label.YEAR)
    own = (stated.value, stated.text) if stated and stated.value else None
    year, of_year = read_year(document, table, own, project.value if project else None)
    missing = [*_missing(table, grid, project, unit), *_contradicted(grid), *_number_for_unit(unit)]
    odd += [personal(entry.value or entry.cell) for entry in (project, unit) if entry and has_personal_number(entry.text)]
    if missing or project is None or unit is None or year is None:
        return None, [*(of_year if year is None else ()), *missing, *odd]
    return _target(document, project, unit, year, parts, indicators), [*of_year, *odd]


def _target(
    document: Document, project: Entry, unit: Entry, year: Year, parts: Parts, indicators: IndicatorRows
) -> PerformanceTarget:
    return PerformanceTarget(
        project=project_name(project.text),
        unit=code_and_name(one_line(without_personal_numbers(unit.text)))[1],
        year=year.year,
        title=document.source(project.value or project.cell),
        # What is cited is kept as well: then the label stands for its value.
        unit_source=document.source(unit.cell if has_personal_number(unit.text) else unit.value or unit.cell),
        year_source=year.source,
        facts=parts.facts,
        fundings=parts.fundings,
        goals=parts.goals,
        indicators=indicators.indicators,
        blanks=parts.blanks + indicators.blanks,
    )


def _unit(grid: Grid, indicators: IndicatorRows) -> Entry | None:
    """The unit; of a fund that others receive it is the department that gives it out."""
    found = grid.surest(Label.UNIT) or (grid.surest(Label.DEPARTMENT) if indicators.by_recipient else None)
    return found if found and found.value and not is_blank(found.text) else None


def _missing(table: Table, grid: Grid, project: Entry | None, unit: Entry | None) -> Iterator[Finding]:
    place = f"第{table.number}张表"
    labels = "、".join(dict.fromkeys(entry.words for entry in grid.entries)) or "没有认得的栏目"
    if project is None or is_blank(project.text):
        yield refuse(
            "no-project", place_of(project.cell) if project else place, f"找不到项目名称；表中有：{labels}。请补上后重新导入。"
        )
    if unit is None:
        name = f"「{short(project.text)}」" if project and project.text else ""
        yield refuse("no-unit", place, f"{name}找不到实施单位，或没有填；表中有：{labels}。请在原表补上后重新导入。")


def _number_for_unit(unit: Entry | None) -> Iterator[Finding]:
    """A telephone number beside the unit is left out; where nothing could be cited but the number itself, the file is refused."""
    if unit is None or not has_personal_number(unit.text):
        return
    if unit.value is unit.cell or is_blank(without_personal_numbers(unit.text)):
        message = f"“{unit.words}”和电话号码或身份证号写在一格里，号码不能保存。请在原表删去号码后重新导入。"
        yield refuse("personal-number", unit.cell, message)


def _contradicted(grid: Grid) -> Iterator[Finding]:
    """Two names for the project or its unit under one label: whose money it is must not be a guess."""
    for label in (Label.PROJECT, Label.UNIT):
        surest = grid.surest(label)
        texts = [one_line(e.text) for e in grid.of(label) if surest and e.words == surest.words and e.text]
        if surest and len(set(texts)) > 1:
            said = "、".join(f"“{short(text)}”" for text in dict.fromkeys(texts))
            yield refuse("label-twice", surest.cell, f"一张表里的“{surest.words}”写了不同的内容：{said}。请改正后重新导入。")


def _annual_first(table: Table, rows: Sequence[Row]) -> bool:
    """Whether the annual half stands on the left, as the labels of goals or totals show."""
    grid = Grid(table.captions, tuple(rows))
    for annual, mid_term in _HORIZON_LABELS:
        pairs = [(a.cell, m.cell) for a in grid.of(annual) for m in grid.of(mid_term) if a.cell.row == m.cell.row]
        if pairs:
            return (pairs[0][0].column or 0) < (pairs[0][1].column or 0)
    return False


def _without_indicators(table: Table, indicators: IndicatorRows) -> Iterator[Finding]:
    if not indicators.rows:
        message = "没有找到绩效指标表的表头（要有三级指标、指标值，和一级或二级指标），指标没有读入。请检查原表。"
        yield warn("no-indicator-table", f"第{table.number}张表", message)


def _unread(table: Table, grid: Grid) -> Iterator[Finding]:
    cells = list(grid.unread())
    if cells:
        said = "、".join(f"“{short(cell.text, 20)}”" for cell in cells[:_QUOTED])
        more = f"等 {len(cells)} 处" if len(cells) > _QUOTED else ""
        yield remark("unknown-label", cells[0], f"第{table.number}张表有不认得、没有读入的内容：{said}{more}。")


LAYOUT = Layout("form", claims, read)
