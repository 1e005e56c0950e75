"""From a `Document` to what it states: each table by its layout, then publisher, stage and date, then the checks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from seed.checks import check
from seed.checks.people import people
from seed.document import Document, Layout, Reading, Table, TableKind
from seed.evaluations.checks import check_evaluations
from seed.findings import remark, short, warn
from seed.forms.joining import Joined, joined
from seed.forms.prose import prose
from seed.kinds_of_tables import kind_of
from seed.layouts import recognise
from seed.long_lists.joining import lists_joined
from seed.no_targets import nothing_stated
from seed.outcome import Given, Outcome
from seed.words.labels import heading_of, inline
from seed.words.titles import date_of, published_in, publisher_of, stage_of
from store.model import (
    Attribute,
    DocumentStatement,
    Evaluation,
    EvaluationField,
    Finding,
    PerformanceTarget,
)

# What stands in the box of information that pages of governments have above their text; three of them and no label of ours make one.
_OF_PAGES = re.compile(
    "索引号|信息分类|主题分类|发布机构|发布日期|发布时间|发文日期|成文日期|生成日期|公开日期|公开时间|文号|主题词"
)
_FEW = 3


_NOTHING = Given()


def state(document: Document, given: Given = _NOTHING) -> Outcome:
    """What the document states, with the findings of layouts and checks in the document's order.

    Raises `seed.layouts.TwoLayouts`, which only we can put right.
    """
    recognised = [(part, recognise(part.table)) for part in joined(lists_joined(document.tables))]
    readings = [_read(document, part, layout) for part, layout in recognised]
    targets = tuple(target for reading in readings for target in reading.targets)
    evaluations = tuple(evaluation for reading in readings for evaluation in reading.evaluations)
    publisher, doubts = _publisher(document, given, _owners(targets, evaluations))
    statement = DocumentStatement(
        document=document.title,
        file=document.file,
        sha256=document.sha256,
        publisher=publisher,
        stage=given.stage or stage_of(document.title),
        published=given.published or _published(document, {id(part.table): layout for part, layout in recognised}),
        url=given.url,
        targets=targets,
        listed=tuple(row for reading in readings for row in reading.listed),
        evaluations=evaluations,
        prints_totals=any(reading.prints_totals for reading in readings),
    )
    found = [finding for reading in readings for finding in reading.findings]
    empty = [*prose(document, stated=bool(targets)), *nothing_stated(document, statement, found)]
    odd = [*document.findings, *found, *empty, *doubts, *check(statement), *check_evaluations(evaluations)]
    odd += people(document, [finding.place for finding in odd if finding.rule == "personal-number"])
    return Outcome(statement=statement, findings=tuple(odd))


def _read(document: Document, part: Joined, layout: Layout | None) -> Reading:
    if layout is None:
        return Reading(findings=(_unknown(part.table),))
    reading = layout.read(document, part.table)
    return replace(reading, findings=part.findings + reading.findings)


def _unknown(table: Table) -> Finding:
    cells = [cell for cell in table.cells() if cell.seen]
    labels = {heading.label for cell in cells if (heading := heading_of(cell.text))}
    said = "、".join(f"“{short(cell.text, 15)}”" for cell in cells[:8])
    place = f"第{table.number}张表"
    if kind_of(table) is TableKind.EVALUATION:
        message = f"这是绩效自评或执行情况表，但不是一个项目一张、写着项目名称的，没有读入；表的开头是：{said}。"
        return warn("self-evaluation", place, message)
    if not labels and not any(inline(cell.text) or _has_digits(cell.text) for cell in cells):
        return remark("unknown-table", place, f"这张表里没有认得的栏目，也没有数字，没有读入；表的开头是：{said}。")
    if not labels and len({found for cell in cells for found in _OF_PAGES.findall(cell.text)}) >= _FEW:
        return remark("unknown-table", place, f"这是网页的信息框，不是绩效目标表，没有读入；表的开头是：{said}。")
    return warn("unknown-table", place, f"不认得这张表的版式，没有读入；表的开头是：{said}。")


def _has_digits(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _owners(targets: Iterable[PerformanceTarget], evaluations: Iterable[Evaluation]) -> list[tuple[str | None, str]]:
    """Department and unit of each form."""
    found = [(fact.text if (fact := t.fact(Attribute.DEPARTMENT)) else None, t.unit) for t in targets]
    return found + [(f.text if (f := e.fact(EvaluationField.DEPARTMENT)) else None, e.unit) for e in evaluations]


def _publisher(document: Document, given: Given, owners: Sequence[tuple[str | None, str]]) -> tuple[str, list[Finding]]:
    """Given, else what stands before the year in the title, else the only department or unit of the forms, else the title."""
    named = (given.publisher or "").strip() or publisher_of(document.title)
    if named or not owners:
        return named or document.title, []
    departments = {department for department, _unit in owners if department}
    for names, what in ((departments, "主管部门"), ({unit for _department, unit in owners}, "实施单位")):
        if len(names) == 1:
            (name,) = names
            return name, [
                remark("publisher", "", f"标题没有写公开主体，按各表唯一的{what}记为“{name}”。不对请用 --publisher 指明。")
            ]
    message = f"标题没有写公开主体，各表的主管部门又不止一个，暂记为“{document.title}”。请用 --publisher 指明后重新导入。"
    return document.title, [warn("publisher", "", message)]


def _published(document: Document, recognised: Mapping[int, Layout | None]) -> date | None:
    """The date of publication that a line of information gives, else the date that stands alone in a paragraph.

    None where the surest of them name more than one day.
    """
    said = [dated for text in _information(document, recognised) if (dated := published_in(text))]
    alone = {found for paragraph in document.paragraphs if (found := date_of(paragraph.seen))}
    dates = {one.day for one in said if one.public} or {one.day for one in said} or alone
    return dates.pop() if len(dates) == 1 else None


def _information(document: Document, recognised: Mapping[int, Layout | None]) -> Iterator[str]:
    """Paragraphs, and the rows of the boxes that pages have above their text: “发布日期：| 2024-02-18”."""
    yield from (paragraph.seen for paragraph in document.paragraphs)
    for table in document.tables:
        if (recognised[id(table)] if id(table) in recognised else recognise(table)) is None:
            yield from (" ".join(cell.seen for cell in row) for row in table.rows)
