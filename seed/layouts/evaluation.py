"""项目支出绩效自评表, one project a form: how the budget was carried out, what was reached, and the score.

What it states is kept apart from all targets: see `store.model.Evaluation`.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from seed.document import Document, Layout, Reading, Table, TableKind
from seed.evaluations.columns import Column, columns_of
from seed.evaluations.execution import read_execution
from seed.evaluations.results import read_results
from seed.findings import remark, short, warn
from seed.forms.fields import code_and_name, project_name
from seed.forms.grid import Entry, Grid, Row, form_starts
from seed.forms.money import unit_of_page
from seed.words.amounts import is_blank, stated_unit
from seed.words.labels import Label, inline, one_line
from seed.words.titles import odd_year, year_among, years_in
from seed.words.values import quantity_of
from store.model import Evaluation, EvaluationFact, EvaluationField, Finding, Source

_ACCOMPLISHED = frozenset({"实际完成情况", "年度目标完成情况", "目标实际完成情况", "全年实际完成情况", "年度总体目标完成情况"})
_SCORES = frozenset({"得分", "自评得分", "自评分"})
_QUOTED = 12  # cells; more are not read in one line


def claims(table: Table) -> bool:
    """Whether some row or caption names a project."""
    return bool(_starts(table))


def read(document: Document, table: Table) -> Reading:
    """One `Evaluation` for each 项目名称; one whose project, unit or year is not certain is left out with a finding."""
    evaluations: list[Evaluation] = []
    findings: list[Finding] = []
    starts = _starts(table)
    for first, end in zip(starts, [*starts[1:], len(table.rows)], strict=True):
        evaluation, found = _read_one(document, table, table.rows[0 if first == starts[0] else first : end])
        evaluations += [evaluation] if evaluation else []
        findings += [one.about(evaluation) if evaluation else one for one in found]
    return Reading(evaluations=tuple(evaluations), findings=tuple(findings))


def _starts(table: Table) -> list[int]:
    """Where each evaluation begins: all begin as many rows above 项目名称 as the first one does."""
    starts = [start for start in form_starts(table.rows) if not _heads_list(table.rows[start])]
    if not starts:
        return [0] if any((found := inline(c.text)) and found[0].label is Label.PROJECT for c in table.captions) else []
    lead = starts[0] if all(later - former > starts[0] for former, later in pairwise(starts)) else 0
    return [start - lead for start in starts]


def _heads_list(row: Row) -> bool:
    """Whether the row heads a list of projects: columns of figures beside the label, and no figure in it."""
    figures = columns_of(row).keys() & {Column.EXECUTED, Column.RATE, Column.SCORE, Column.ACTUAL}
    return bool(figures) and not any(character.isdigit() for cell in row for character in cell.text)


def _read_one(document: Document, table: Table, rows: Sequence[Row]) -> tuple[Evaluation | None, list[Finding]]:
    results = read_results(document, rows)
    others = [row for r, row in enumerate(rows) if r not in results.rows]
    money = read_execution(document, others, _page_unit(table, rows))
    grid = Grid(table.captions, tuple(others))
    facts = (*_facts(document, grid), *(results.facts or _score_beside(document, grid)))
    odd = [*money.findings, *results.findings, *_unread(table, grid, money.cells)]
    project, unit, year = grid.surest(Label.PROJECT), grid.surest(Label.UNIT), _year(document, table, grid)
    missing = [*_missing(table, project, unit), *([] if year else [_no_year(table)])]
    if missing or not project or not unit or not year:
        return None, [*missing, *odd]
    evaluation = Evaluation(
        project=project_name(project.text),
        unit=code_and_name(one_line(unit.text))[1],
        year=year[0],
        title=document.source(project.value or project.cell),
        unit_source=document.source(unit.value or unit.cell),
        year_source=year[1],
        facts=facts,
        executions=money.executions,
        results=results.results,
    )
    return evaluation, [*_year_of_file(document, table, year), *odd]


def _page_unit(table: Table, rows: Sequence[Row]) -> Decimal | None:
    inside = (stated_unit(f"单位:{entry.text}") for entry in Grid((), tuple(rows)).of(Label.MONEY_UNIT))
    units = {unit for unit in (unit_of_page(table.captions), *inside) if unit is not None}
    return units.pop() if len(units) == 1 else None


def _facts(document: Document, grid: Grid) -> Iterator[EvaluationFact]:
    department = grid.surest(Label.DEPARTMENT)
    if department and department.value and not is_blank(department.text):
        name = code_and_name(one_line(department.text))[1]
        yield EvaluationFact(field=EvaluationField.DEPARTMENT, text=name, source=document.source(department.value))
    said = [e for e in grid.of(Label.EXECUTION) if e.words in _ACCOMPLISHED and e.value and not is_blank(e.text)]
    if said and said[0].value:
        yield EvaluationFact(field=EvaluationField.ACCOMPLISHED, text=said[0].text, source=document.source(said[0].value))


def _score_beside(document: Document, grid: Grid) -> tuple[EvaluationFact, ...]:
    """“自评得分：96” in a line of its own, where the table has no row 总分."""
    found = [e for e in grid.of(Label.EXECUTION) if e.words in _SCORES and e.value and quantity_of(e.text)]
    if len(found) != 1 or found[0].value is None or len(grid.of(Label.WEIGHT)) > 0:
        return ()
    return (EvaluationFact(field=EvaluationField.SCORE, text=found[0].text, source=document.source(found[0].value)),)


def _missing(table: Table, project: Entry | None, unit: Entry | None) -> Iterator[Finding]:
    place = f"第{table.number}张表"
    if project is None or is_blank(project.text):
        yield warn("evaluation-without-project", place, "自评表找不到项目名称，没有读入。请在原表补上后重新导入。")
    if unit is None or unit.value is None or is_blank(unit.text):
        name = f"「{short(project.text)}」" if project and project.text else ""
        message = f"{name}自评表找不到实施单位，或没有填，没有读入。请在原表补上后重新导入。"
        yield warn("evaluation-without-unit", place, message)


def _no_year(table: Table) -> Finding:
    message = "看不出自评表是哪一年的，没有读入：表的上方、标题和文件名都没有写唯一的年度。请在表的上方写明，如“（2024年度）”。"
    return warn("evaluation-without-year", f"第{table.number}张表", message)


def _year(document: Document, table: Table, grid: Grid) -> tuple[int, Source] | None:
    """The year that the form itself names, else its captions, the document's title, or the file's name; a misprint is none."""
    entry = grid.surest(Label.YEAR)
    if entry and entry.value and not is_blank(entry.text):
        years = years_in(entry.text if "年" in entry.text else f"{entry.text}年")
        return (years[0], document.source(entry.value)) if len(years) == 1 else None
    if any(odd_year(caption.text) for caption in table.captions):
        return None
    own = year_among(table.captions)
    if own:
        return own[0], document.source(own[1])
    years, project = years_in(document.title) or years_in(document.file), grid.surest(Label.PROJECT)
    headings = [p for p in document.paragraphs if " ".join(p.seen.split()).endswith(document.title) and years_in(p.text)]
    if len(years) != 1 or project is None or project.value is None:
        return None
    return years[0], document.source(headings[0] if headings else project.value)


def _year_of_file(document: Document, table: Table, year: tuple[int, Source]) -> Iterator[Finding]:
    if str(year[0]) not in year[1].raw and not years_in(year[1].raw):
        message = f"自评表和标题都没有写年度，按文件名“{document.file}”记为 {year[0]} 年。请核对。"
        yield warn("year-of-file", f"第{table.number}张表", message)


def _unread(table: Table, grid: Grid, used: frozenset[object]) -> Iterator[Finding]:
    cells = [cell for cell in grid.unread() if cell not in used]
    if cells:
        said = "、".join(f"“{short(cell.text, 20)}”" for cell in cells[:_QUOTED])
        more = f"等 {len(cells)} 处" if len(cells) > _QUOTED else ""
        yield remark("unknown-label", cells[0], f"第{table.number}张表（自评表）有不认得、没有读入的内容：{said}{more}。")


LAYOUT = Layout("evaluation", claims, read, TableKind.EVALUATION)
