"""What is current, as files for other programs (jsonl) and for people who calculate (csv, xlsx)."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.exports.evaluations import EVALUATION_HEADINGS, KINDS, Row, Value, evaluation_fact_rows, evaluation_row
from bot.exports.findings import FINDING_HEADINGS, finding_row
from bot.replying.phrases import HORIZONS
from store.database import Store
from store.evaluated import every_evaluation
from store.found import findings_of
from store.model import Attribute, Horizon, Indicator, PerformanceTarget, Source
from store.plan import Plan
from store.targets import TargetView, everything
from store.views import EvaluationView, Found

_ATTRIBUTES = {
    Attribute.DEPARTMENT: "主管部门",
    Attribute.DEPARTMENT_CODE: "主管部门代码",
    Attribute.ATTRIBUTE: "项目属性",
    Attribute.SOURCE: "项目来源",
    Attribute.PERIOD: "项目期",
}
_MONEY = [(horizon, kind) for horizon in HORIZONS for kind in KINDS]
_NAMED = ("公开主体", "年度", "单位", "项目")
_PLACE = ("文件", "表", "行", "格")
FACT_HEADINGS = (
    *_NAMED,
    "栏目",
    "期限",
    "一级指标",
    "二级指标",
    "名称",
    "内容",
    "金额（元）",
    "计量单位",
    "绩效标准",
    "权重",
    *_PLACE,
)
TARGET_HEADINGS = (
    *_NAMED,
    *_ATTRIBUTES.values(),
    *(f"{HORIZONS[horizon]}{KINDS[kind]}（元）" for horizon, kind in _MONEY),
    *(f"{said}目标" for said in HORIZONS.values()),
    "指标数",
    *_PLACE,
)


def export(store: Store, form: str) -> bytes:
    """All that is current, in the store's order, as “jsonl”, “csv” or “xlsx”.  Raises `ValueError` for another form.

    The jsonl holds targets alone; evaluations (绩效自评) are rows below them in the csv, a sheet of their own in the xlsx.
    What is odd in the documents is a sheet of the xlsx alone: a row of the csv is a fact that a document states.
    """
    views = everything(store)
    match form:
        case "jsonl":
            return _jsonl(views)
        case "csv":
            return _csv(views, every_evaluation(store))
        case "xlsx":
            return _xlsx(views, every_evaluation(store), findings_of(store, Plan()))
        case _:
            raise ValueError(f"no such form of export: {form}")


def _jsonl(views: Iterable[TargetView]) -> bytes:
    return "".join(f"{json.dumps(as_json(view), ensure_ascii=False)}\n" for view in views).encode()


def as_json(view: TargetView) -> dict[str, Any]:
    """A target as one line of the jsonl: amounts in yuan with two decimals, null for what the form leaves out."""
    target = view.target
    texts = {field: _text(target, field) for field in Attribute}
    return {
        "project": target.project,
        "unit": target.unit,
        "department": texts[Attribute.DEPARTMENT],
        "department_code": texts[Attribute.DEPARTMENT_CODE],
        "year": target.year,
        "attribute": texts[Attribute.ATTRIBUTE],
        "source": texts[Attribute.SOURCE],
        "period": texts[Attribute.PERIOD],
        "amounts": [{"horizon": f.horizon, "kind": f.kind, "yuan": f"{f.yuan:.2f}"} for f in target.fundings],
        "goals": [{"horizon": goal.horizon, "text": goal.text} for goal in target.goals],
        "indicators": [_indicator(indicator) for indicator in target.indicators],
        "file": view.file,
    }


def _text(target: PerformanceTarget, field: Attribute) -> str | None:
    fact = target.fact(field)
    return fact.text if fact else None


def _indicator(indicator: Indicator) -> dict[str, Any]:
    fields = indicator.model_dump(include={"horizon", "level1", "level2", "name", "value", "standard", "unit_of_measure"})
    keys = ("horizon", "level1", "level2", "name", "value", "standard", "unit_of_measure")
    weight = None if indicator.weight is None else str(indicator.weight)
    return {**{key: fields[key] for key in keys}, "weight": weight}


def _csv(views: Iterable[TargetView], evaluations: Iterable[EvaluationView]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([guarded(heading) for heading in FACT_HEADINGS])
    writer.writerows([guarded(value) for value in row] for view in views for row in fact_rows(view))
    writer.writerows([guarded(value) for value in row] for view in evaluations for row in evaluation_fact_rows(view))
    return b"\xef\xbb\xbf" + text.getvalue().encode()  # without the mark, Excel takes the file for GB18030


def _xlsx(views: Sequence[TargetView], evaluations: Iterable[EvaluationView], findings: Iterable[Found]) -> bytes:
    book = Workbook()
    for name in book.sheetnames:
        del book[name]
    _write(book.create_sheet("项目"), TARGET_HEADINGS, map(target_row, views))
    _write(book.create_sheet("明细"), FACT_HEADINGS, (row for view in views for row in fact_rows(view)))
    _write(book.create_sheet("自评"), EVALUATION_HEADINGS, map(evaluation_row, evaluations))
    _write(book.create_sheet("发现"), FINDING_HEADINGS, map(finding_row, findings))
    content = io.BytesIO()
    book.save(content)
    return _at_no_time(content.getvalue())


def _at_no_time(book: bytes) -> bytes:
    """The workbook without the moment at which it was written: what is the same is the same, byte for byte."""
    content = io.BytesIO()
    with ZipFile(io.BytesIO(book)) as written, ZipFile(content, "w") as timeless:
        for name in written.namelist():
            part = written.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", b"", part)
            timeless.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return content.getvalue()


def _write(sheet: Worksheet, headings: Sequence[str], rows: Iterable[Row]) -> None:
    sheet.append([guarded(heading) for heading in headings])
    for row in rows:
        sheet.append([guarded(value) for value in row])
    for column, heading in enumerate(headings, start=1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = 40 if heading in ("名称", "内容", "实际完成情况") else 16
        if "（元）" in heading:
            for (amount,) in sheet.iter_rows(2, sheet.max_row, column, column):
                amount.number_format = "#,##0.00"
    for line in sheet.iter_rows(2, sheet.max_row):
        for cell in line:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "A2"


_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\u2212")
_BLANKS = frozenset("\u2800\u3164\u115f\u1160\uffa0")  # letters and signs that nobody sees


def guarded(value: Value) -> Value:
    """A text that a spreadsheet would run as a formula gets a ' before it; numbers stay numbers.

    Spaces and what nobody sees before the sign do not help everywhere, so they do not count; nor does another form of the sign (“＝”, “﹢”).
    See OWASP, “CSV Injection”.
    """
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", value)
    first = next((character for character in text if not _is_blank(character)), "")
    return (
        f"'{text}"
        if text.startswith(_FORMULA_STARTS) or unicodedata.normalize("NFKC", first).startswith(_FORMULA_STARTS)
        else text
    )


def _is_blank(character: str) -> bool:
    return character.isspace() or character in _BLANKS or unicodedata.category(character) in ("Cf", "Cc", "Mn")


def target_row(view: TargetView) -> Row:
    """One target: its names, attributes, all amounts, goals, and where its name stands."""
    target = view.target
    goals = {goal.horizon: goal.text for goal in target.goals}
    amounts = {(funding.horizon, funding.kind): funding.yuan for funding in target.fundings}
    return (
        *_names(view),
        *(_text(target, field) for field in _ATTRIBUTES),
        *(amounts.get(key) for key in _MONEY),
        *(goals.get(horizon) for horizon in HORIZONS),
        len(target.indicators),
        *_place(view, target.title),
    )


def fact_rows(view: TargetView) -> Iterator[Row]:
    """One row a stated fact, with the cell that it stands in; blanks of the form are no facts."""
    target = view.target
    for fact in target.facts:
        yield _fact(view, _ATTRIBUTES[fact.field], fact.source, content=fact.text)
    for funding in target.fundings:
        yield _fact(
            view, KINDS[funding.kind], funding.source, horizon=funding.horizon, content=funding.source.raw, yuan=funding.yuan
        )
    for goal in target.goals:
        yield _fact(view, "绩效目标", goal.source, horizon=goal.horizon, content=goal.text)
    for indicator in target.indicators:
        yield _fact(view, "绩效指标", indicator.source, horizon=indicator.horizon, content=indicator.value, of=indicator)


def _fact(
    view: TargetView,
    field: str,
    source: Source,
    *,
    content: str,
    horizon: Horizon | None = None,
    yuan: Decimal | None = None,
    of: Indicator | None = None,
) -> Row:
    levels = (of.level1, of.level2, of.name) if of else (None, None, None)
    rest = (of.unit_of_measure, of.standard, of.weight) if of else (None, None, None)
    return (*_names(view), field, HORIZONS[horizon] if horizon else None, *levels, content, yuan, *rest, *_place(view, source))


def _names(view: TargetView) -> tuple[Value, ...]:
    return view.publisher, view.target.year, view.target.unit, view.target.project


def _place(view: TargetView, source: Source) -> tuple[Value, ...]:
    return view.file, source.table, source.row, source.column
