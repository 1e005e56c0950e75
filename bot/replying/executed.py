"""What a self-evaluation (自评表) says of one project and year, as sentences and facts; never a budget alone."""

from collections.abc import Sequence
from decimal import Decimal

from bot.answer import Fact
from bot.replying import phrases
from bot.replying.facts import document_of
from store.model import EvaluationField, Execution, ExecutionItem, FundingKind, Horizon, Result
from store.views import EvaluationView

_ITEMS = {
    ExecutionItem.INITIAL: "年初预算",
    ExecutionItem.REVISED: "全年预算",
    ExecutionItem.EXECUTED: "执行数",
    ExecutionItem.RATE: "执行率",
}
_BUDGETS = (ExecutionItem.REVISED, ExecutionItem.INITIAL)
_FIELDS = {
    ExecutionItem.INITIAL: "execution_initial",
    ExecutionItem.REVISED: "execution_budget",
    ExecutionItem.EXECUTED: "execution",
    ExecutionItem.RATE: "execution_rate",
}
_NAME, _SCORE, _ACCOMPLISHED, _RESULT = "evaluation", "evaluation_score", "accomplished", "result"
EXECUTED = frozenset({*_FIELDS.values(), _NAME, _SCORE, _ACCOMPLISHED, _RESULT})  # the fields of facts that such answers state
_MOST_RESULTS = 5


def said_of(
    view: EvaluationView, kind: FundingKind, *, whole: bool, beside: Sequence[EvaluationView] = ()
) -> tuple[str, list[Fact]]:
    """“青禾县公路管理站「…」2024年：全年预算 … 万元，执行数 … 万元，执行率 …（自评表所印）” and what it states.

    `whole`: with what was reached, beside the money and the score; `beside`: all that is shown with it.
    """
    evaluation = view.evaluation
    rows = [row for row in _rows(view, kind) if row]
    stated = [_fact(view, one) for row in rows for one in row]
    money = "；".join(_money(row, named=len(rows) > 1 or kind is not FundingKind.TOTAL) for row in rows)
    parts = [money or "自评表上没有执行数"]
    score, reached = (evaluation.fact(field) for field in (EvaluationField.SCORE, EvaluationField.ACCOMPLISHED))
    if score:
        parts.append(f"自评得分 {phrases.one_line(score.text)}")
        stated.append(_of(view, _SCORE, value=score.text, source=score.source))
    elif whole:
        parts.append("自评得分表上没填")
    if whole and reached:
        parts.append(f"实际完成情况：{phrases.printed(reached.text)}")
        stated.append(_of(view, _ACCOMPLISHED, value=reached.text, source=reached.source))
    if whole:
        results, facts = _results(view)
        parts += results
        stated += facts
    disputed = document_of(view, [other for other in beside if other.conflict] or [view]) if view.conflict else ""
    whose = f"{evaluation.unit}{phrases.project(evaluation.project)}{evaluation.year}年{disputed}"
    stated = stated or [_of(view, _NAME, value=evaluation.project, source=evaluation.title)]
    return f"{whose}：{'；'.join(parts)}。", stated


def _rows(view: EvaluationView, kind: FundingKind) -> list[list[Execution]]:
    """The figures of that kind; of a total that does not agree with its parts the parts too."""
    own = _row(view, kind)
    if kind is not FundingKind.TOTAL:
        return [own]
    parts = [_row(view, other) for other in FundingKind if other is not FundingKind.TOTAL]
    executed = [one.yuan for row in parts for one in row if one.item is ExecutionItem.EXECUTED and one.yuan is not None]
    total = view.evaluation.execution(ExecutionItem.EXECUTED)
    agreed = total is not None and total.yuan is not None and sum(executed, Decimal(0)) <= total.yuan
    return [own] if agreed else [own, *(row for row in parts if any(one.yuan for one in row))]


def _row(view: EvaluationView, kind: FundingKind) -> list[Execution]:
    found = {item: view.evaluation.execution(item, kind) for item in _ITEMS}
    budget = next((found[item] for item in _BUDGETS if found[item]), None)
    shown = (budget, found[ExecutionItem.EXECUTED], found[ExecutionItem.RATE])
    return [one for one in shown if one is not None]


def _money(row: Sequence[Execution], *, named: bool) -> str:
    said = [f"{_ITEMS[one.item]}{_figure(one)}" for one in row]
    items = {one.item for one in row}
    said += [f"{_ITEMS[item]}表上没填" for item in (ExecutionItem.EXECUTED, ExecutionItem.RATE) if item not in items]
    return f"{phrases.one_line(row[0].part) if named else ''}{' ' if named else ''}{'，'.join(said)}"


def _figure(one: Execution) -> str:
    if one.yuan is not None:
        return f" {phrases.money(one.yuan)}"
    if one.item is ExecutionItem.RATE:
        return f" {phrases.one_line(one.value)}（自评表所印）"
    return f"写的是{phrases.printed(one.value)}，读不成金额"


def _results(view: EvaluationView) -> tuple[list[str], list[Fact]]:
    results = view.evaluation.results
    if not results:
        return [], []
    shown = results[:_MOST_RESULTS]
    lines = [f"{phrases.one_line(r.name)} {phrases.one_line(r.value)}（实际{_actual(r)}）" for r in shown]
    more = f"等 {len(results)} 条" if len(results) > len(shown) else ""
    facts = [_of(view, _RESULT, name=r.name, value=r.actual or "", source=r.source) for r in shown]
    return [f"指标完成：{'、'.join(lines)}{more}"], facts


def _actual(result: Result) -> str:
    return f" {phrases.one_line(result.actual)}" if result.actual else "没填"


def _fact(view: EvaluationView, one: Execution) -> Fact:
    return _of(view, _FIELDS[one.item], name=one.part, value=one.value, yuan=one.yuan, source=one.source)


def _of(view: EvaluationView, field: str, **stated: object) -> Fact:
    evaluation = view.evaluation
    whose = {"project": evaluation.project, "unit": evaluation.unit, "year": evaluation.year, "horizon": Horizon.ANNUAL}
    return Fact(field=field, **whose, **stated)  # type: ignore[arg-type]  # the callers above name Fact's own fields
