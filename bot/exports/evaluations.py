"""Evaluations (绩效自评) as rows of an export: one a sheet's line, and one a stated figure or text; apart from all targets."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from store.model import EvaluationField, ExecutionItem, FundingKind, Source
from store.views import EvaluationView

Value = str | int | Decimal | None
Row = Sequence[Value]

KINDS = {
    FundingKind.TOTAL: "资金总额",
    FundingKind.FISCAL: "财政拨款",
    FundingKind.CARRYOVER: "上年结转",
    FundingKind.OTHER: "其他资金",
}
_ITEMS = {
    ExecutionItem.INITIAL: "年初预算数",
    ExecutionItem.REVISED: "全年预算数",
    ExecutionItem.EXECUTED: "全年执行数",
    ExecutionItem.RATE: "执行率",
    ExecutionItem.WEIGHT: "预算执行分值",
    ExecutionItem.SCORE: "预算执行得分",
}
_AMOUNTS = (ExecutionItem.INITIAL, ExecutionItem.REVISED, ExecutionItem.EXECUTED)
_FIELDS = {
    EvaluationField.DEPARTMENT: "主管部门（自评）",
    EvaluationField.ACCOMPLISHED: "实际完成情况",
    EvaluationField.SCORE: "自评得分",
    EvaluationField.GRADE: "自评等级",
}
EVALUATION_HEADINGS = (
    *("公开主体", "年度", "单位", "项目", "主管部门"),
    *(f"{kind}{_ITEMS[item]}（元）" for kind in KINDS.values() for item in _AMOUNTS),
    *("执行率（所印）", "自评得分", "自评等级", "实际完成情况", "指标数", "文件", "表", "行", "格"),
)


def evaluation_row(view: EvaluationView) -> Row:
    """One evaluation: its names, all amounts of the four kinds of money, rate, score, and where its project's name stands."""
    evaluation = view.evaluation
    texts = {fact.field: fact.text for fact in evaluation.facts}
    amounts = [evaluation.execution(item, kind) for kind in KINDS for item in _AMOUNTS]
    rate = evaluation.execution(ExecutionItem.RATE)
    return (
        *_names(view),
        texts.get(EvaluationField.DEPARTMENT),
        *(one.yuan if one else None for one in amounts),
        rate.value if rate else None,
        *(texts.get(field) for field in (EvaluationField.SCORE, EvaluationField.GRADE, EvaluationField.ACCOMPLISHED)),
        len(evaluation.results),
        *_place(view, evaluation.title),
    )


def evaluation_fact_rows(view: EvaluationView) -> Iterator[Row]:
    """One row a figure or text, in the columns of `bot.exports.targets.FACT_HEADINGS`; the line of an indicator is two: value, score."""
    for fact in view.evaluation.facts:
        yield _fact(view, _FIELDS[fact.field], fact.source, content=fact.text)
    for one in view.evaluation.executions:
        yield _fact(view, _ITEMS[one.item], one.source, name=one.part, content=one.value, yuan=one.yuan)
    for result in view.evaluation.results:
        levels = (result.level1, result.level2)
        for field, content in (("实际完成值", result.actual), ("指标得分", result.score), ("偏差原因", result.reason)):
            if content is not None:
                said = str(content)
                yield _fact(view, field, result.source, levels=levels, name=result.name, content=said, weight=result.weight)


def _fact(  # noqa: PLR0913  # a row has as many columns
    view: EvaluationView,
    field: str,
    source: Source,
    *,
    content: str,
    levels: tuple[str | None, str | None] = (None, None),
    name: str | None = None,
    yuan: Decimal | None = None,
    weight: Decimal | None = None,
) -> Row:
    return (*_names(view), field, "年度", *levels, name, content, yuan, None, None, weight, *_place(view, source))


def _names(view: EvaluationView) -> tuple[Value, ...]:
    evaluation = view.evaluation
    return view.publisher, evaluation.year, evaluation.unit, evaluation.project


def _place(view: EvaluationView, source: Source) -> tuple[Value, ...]:
    return view.file, source.table, source.row, source.column
