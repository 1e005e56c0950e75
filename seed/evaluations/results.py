"""The indicator table of a self-evaluation (绩效指标完成情况): what was aimed at, what was reached, points and reasons."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from seed.document import Cell, Document
from seed.evaluations.columns import Column, below, columns_of, two_level
from seed.findings import short, warn
from seed.forms.grid import Row
from seed.forms.headings import is_heading_row
from seed.forms.indicators import read_indicators
from seed.words.amounts import is_blank
from seed.words.labels import Label, heading_of, one_line, plain_of
from seed.words.values import quantity_of, whole
from store.model import EvaluationFact, EvaluationField, Finding, Indicator, Result

_TOTAL_WORDS = frozenset(
    {"总分", "合计", "总计", "总得分", "自评总分", "自评总得分", "综合得分", "得分合计", "自评得分", "总分合计"}
)
_GRADE = re.compile(r"[优良中差](?:秀|好|等)?|较?[好差]|不?合格")
# Only to tell where an indicator's value is: a heading of three of the columns of a level that has no name of its own.
_LEVEL = "一级指标"


class ResultRows(Struct, frozen=True):
    """What was read: lines, score and grade, what was odd, and which rows (from 0) that accounts for."""

    results: tuple[Result, ...] = ()
    facts: tuple[EvaluationFact, ...] = ()
    findings: tuple[Finding, ...] = ()
    rows: frozenset[int] = frozenset()


def read_results(document: Document, rows: Sequence[Row]) -> ResultRows:
    """The indicator table among the rows of one evaluation; without any, nothing."""
    for r in range(len(rows)):
        heading, first = _heading(rows, r)
        if heading is not None:
            return _read_block(document, rows, r, heading, first)
    return ResultRows()


def _heading(rows: Sequence[Row], r: int) -> tuple[Row | None, int]:
    """The heading that row `r` begins, in one row, and the first row below it."""
    double = two_level(rows, r)
    if double is not None and _heads(rows[r]) and {Label.VALUE, Label.SIGN} & _labels(rows[r + 1]):
        return _with_level(double), r + 2
    return (_with_level(rows[r]), r + 1) if _heads(rows[r]) else (None, r)


def _labels(row: Row) -> set[Label]:
    return {heading.label for cell in row if (heading := heading_of(cell.text))}


def _heads(row: Row) -> bool:
    return _labels(row) >= {Label.NAME, Label.VALUE}


def _with_level(heading: Row) -> Row:
    """A heading whose classes stand under words that say nothing (“项目类别”): what is left of the names is the class."""
    if is_heading_row(heading):
        return heading
    name = next(c for c, cell in enumerate(heading) if (h := heading_of(cell.text)) and h.label is Label.NAME)
    return heading if name == 0 else (*heading[: name - 1], replace(heading[name - 1], text=_LEVEL), *heading[name:])


def _read_block(document: Document, rows: Sequence[Row], r: int, heading: Row, first: int) -> ResultRows:
    if Column.ACTUAL not in columns_of(heading):
        message = "自评表的指标没有“实际完成值”一栏，指标没有读入。请核对原表。"
        return ResultRows(findings=(warn("no-actual-column", rows[r][0], message),))
    last = next((i for i in range(first, len(rows)) if _total(rows[i]) is not None), len(rows))
    read = read_indicators(document, [heading, *rows[first:last]])
    body = {row[0].row: row for row in rows[first:last] if row}
    findings: list[Finding] = list(read.findings)
    results: list[Result] = []
    for indicator in read.indicators:
        result, odd = _result(document, indicator, heading, body)
        results.append(result)
        findings += odd
    used = {*range(r, first), *(first + place - 1 for place in read.rows if place)}
    facts: tuple[EvaluationFact, ...] = ()
    if last < len(rows) and last - first < len(used):
        facts, odd = _score(document, heading, rows[last])
        findings += odd
        used.add(last)
    return ResultRows(tuple(results), facts, tuple(findings), frozenset(used))


def _result(document: Document, indicator: Indicator, heading: Row, body: Mapping[int, Row]) -> tuple[Result, list[Finding]]:
    row, columns = body[indicator.source.row], columns_of(heading)
    found = {column: below(heading, place, row) for column, place in columns.items()}
    actual, reason = found.get(Column.ACTUAL), found.get(Column.REASON)
    measure = next((c for p, c in enumerate(heading) if (h := heading_of(c.text)) and h.label is Label.MEASURE), None)
    unit = below(heading, heading.index(measure), row) if measure else None
    score, odd = _points(found.get(Column.SCORE), indicator.name)
    source = document.source(actual) if actual is not None else indicator.source
    return (
        Result(
            level1=indicator.level1,
            level2=indicator.level2,
            name=indicator.name,
            value=indicator.value,
            actual=None if actual is None or is_blank(actual.text) else _reached(actual, unit),
            weight=indicator.weight,
            score=score,
            reason=None if reason is None or is_blank(reason.text) else one_line(reason.text),
            source=source,
        ),
        odd,
    )


def _reached(actual: Cell, unit: Cell | None) -> str:
    return whole(one_line(actual.seen), None, unit.seen if unit and not is_blank(unit.text) else None)


def _points(cell: Cell | None, name: str) -> tuple[Decimal | None, list[Finding]]:
    if cell is None or is_blank(cell.text):
        return None, []
    quantity = quantity_of(cell.text)
    if quantity is None or quantity.unit not in (None, "分"):
        message = f"“{short(name)}”的得分写的是“{short(cell.text)}”，读不成分数，没有读入。请核对原表。"
        return None, [warn("score-unreadable", cell, message)]
    return quantity.number, []


def _total(row: Row) -> int | None:
    """Where the row says 总分 or 合计, with a number to the right of it."""
    place = next((p for p, cell in enumerate(row) if _bare(cell.text) in _TOTAL_WORDS), None)
    return place if place is not None and any(quantity_of(cell.text) for cell in row[place + 1 :]) else None


def _bare(text: str) -> str:
    return re.sub(r"\([^()]*\)", "", plain_of(text)).strip(":")


def _score(document: Document, heading: Row, row: Row) -> tuple[tuple[EvaluationFact, ...], list[Finding]]:
    """“总分 | 100 | 96 | 优”: of two numbers the second is the score; one alone is it where it stands below 得分, or alone."""
    place = _total(row) or 0
    after = [cell for cell in row[place + 1 :] if not is_blank(cell.text)]
    numbers = [cell for cell in after if quantity_of(cell.text) is not None]
    score = numbers[1] if len(numbers) == 2 else numbers[0] if len(numbers) == 1 and _is_score(heading, row, numbers[0]) else None
    grades = [cell for cell in after if _GRADE.fullmatch(plain_of(cell.text))]
    facts = [_fact(document, EvaluationField.SCORE, score)] if score is not None else []
    facts += [_fact(document, EvaluationField.GRADE, grades[0])] if len(grades) == 1 else []
    if score is None:
        said = "、".join(f"“{short(cell.text)}”" for cell in numbers)
        return tuple(facts), [warn("score-unclear", row[place], f"看不出哪个是总得分：{said}，没有读入。请核对原表。")]
    return tuple(facts), []


def _is_score(heading: Row, row: Row, number: Cell) -> bool:
    columns = columns_of(heading)
    if Column.SCORE in columns and below(heading, columns[Column.SCORE], row) == number:
        return True
    weight = columns.get(Column.WEIGHT)
    return (weight is None or below(heading, weight, row) != number) and row[-1] == number


def _fact(document: Document, field: EvaluationField, cell: Cell) -> EvaluationFact:
    return EvaluationFact(field=field, text=one_line(cell.seen), source=document.source(cell))
