"""What is odd in self-evaluations (自评表): scores, rates and sums that contradict each other; none of it changes anything.

A hit is for people to look at (提示，不是结论), save for one project that is evaluated twice in one document.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from seed.checks.weights import FULL, OF_INDICATORS, Weighed, above_most, sum_of
from seed.document import place_of
from seed.findings import refuse, remark, short, warn
from seed.words.labels import plain_of
from seed.words.values import quantity_of
from store.model import Evaluation, EvaluationField, Execution, ExecutionItem, Finding, FundingKind, Result
from store.money import plain, print_yuan
from store.text import fold

Rule = Callable[[Evaluation], Iterator[Finding]]
_RATE = re.compile(r"(\d+(?:\.(\d+))?)(%?)")
# Parts beside 财政拨款、上年结转、其他资金; all others (中央补助、县级资金 …) may be parts of these.
_SIBLINGS = frozenset({"单位资金", "单位自有资金", "自有资金", "财政专户管理资金", "自筹资金"})
_DEVIATION = Decimal("0.2")
_ENOUGH = 3  # lines; fewer that are all complete say nothing, nor are they all that has points
_QUOTED = 6  # names; more are not read in one line


def check_evaluations(evaluations: Sequence[Evaluation]) -> tuple[Finding, ...]:
    """Everything that the rules find, evaluation by evaluation."""
    found = [finding.about(evaluation) for evaluation in evaluations for rule in RULES for finding in rule(evaluation)]
    return (*_twice(evaluations), *found)


def _twice(evaluations: Iterable[Evaluation]) -> Iterator[Finding]:
    """One project of one unit and year is evaluated twice: neither can be the one that counts."""
    seen: dict[tuple[str, str, int], Evaluation] = {}
    for evaluation in evaluations:
        key = (fold(evaluation.project), fold(evaluation.unit), evaluation.year)
        first = seen.setdefault(key, evaluation)
        if first is not evaluation:
            message = f"{_called(evaluation)}的自评表在{place_of(first.title)}已经写过，这里又写了一次。请删去一处后重新导入。"
            yield refuse("same-evaluation-twice", evaluation.title, message).about(evaluation)


def score_above_weight(evaluation: Evaluation) -> Iterator[Finding]:
    """More points than there are to get."""
    for result in evaluation.results:
        if result.score is not None and result.weight is not None and result.score > result.weight:
            said = f"“{short(result.name)}”得分 {plain(result.score)}，分值只有 {plain(result.weight)}"
            yield warn("score-above-weight", result.source, f"{_called(evaluation)}：{said}。请核对原表。")
    for kind in FundingKind:
        weight, score = (evaluation.execution(item, kind) for item in (ExecutionItem.WEIGHT, ExecutionItem.SCORE))
        most, given = (quantity_of(one.value) if one else None for one in (weight, score))
        if score and most and given and given.number > most.number:
            said = f"预算执行得分 {plain(given.number)}，分值只有 {plain(most.number)}"
            yield warn("score-above-weight", score.source, f"{_called(evaluation)}：{said}。请核对原表。")


def executed_above_budget(evaluation: Evaluation) -> Iterator[Finding]:
    """More was spent than there was, by the table itself."""
    for executed in _of(evaluation, ExecutionItem.EXECUTED):
        budget = _budget(evaluation, executed)
        if budget and budget.yuan is not None and executed.yuan is not None and executed.yuan > budget.yuan:
            said = f"{executed.part}执行数 {print_yuan(executed.yuan)} 大于预算数 {print_yuan(budget.yuan)}"
            yield warn("executed-above-budget", executed.source, f"{_called(evaluation)}：{said}。请核对原表。")


def rate_differs(evaluation: Evaluation) -> Iterator[Finding]:
    """The printed 执行率 is neither 执行数/全年预算数 nor 执行数/年初预算数, beyond its own rounding."""
    for rate in _of(evaluation, ExecutionItem.RATE):
        executed = _same_row(evaluation, rate, ExecutionItem.EXECUTED)
        found = (_same_row(evaluation, rate, item) for item in (ExecutionItem.REVISED, ExecutionItem.INITIAL))
        budgets = [budget for budget in found if budget]
        amounts = [budget.yuan for budget in budgets if budget.yuan]
        unread = any(budget.yuan is None for budget in budgets)
        if executed is None or executed.yuan is None or unread or not amounts:
            continue
        if not any(_fits(rate.value, executed.yuan / amount) for amount in amounts):
            counted = executed.yuan / amounts[0] * 100
            said = f"{rate.part}的执行率印的是 {short(rate.value)}，按执行数和预算数算是 {plain(round(counted, 2))}%"
            yield warn("rate-differs", rate.source, f"{_called(evaluation)}：{said}。按原表照录，请核对。")


def rate_above_full(evaluation: Evaluation) -> Iterator[Finding]:
    """A printed 执行率 above 100 % whose amounts do not stand beside it: with them, they say whether it is right."""
    for rate in _of(evaluation, ExecutionItem.RATE):
        executed, match = _same_row(evaluation, rate, ExecutionItem.EXECUTED), _RATE.fullmatch(plain_of(rate.value))
        budget = _budget(evaluation, rate)
        beside = executed and budget and executed.yuan is not None and budget.yuan is not None
        if match and match[3] and Decimal(match[1]) > FULL and not beside:
            said = f"{rate.part}的执行率印的是 {short(rate.value)}，超过 100%"
            yield warn("rate-above-100", rate.source, f"{_called(evaluation)}：{said}。请核对原表。")


def _fits(printed: str, ratio: Decimal) -> bool:
    """Whether the printed rate is this ratio, rounded or cut; “0.86”, “86” and “86%” are all 86 %.  Words fit anything."""
    match = _RATE.fullmatch(plain_of(printed))
    if not match:
        return True
    number, step = Decimal(match[1]), Decimal(1).scaleb(-len(match[2] or ""))
    readings = [ratio * 100] if match[3] else [ratio * 100, *([ratio] if match[2] or number == ratio else [])]
    return any(abs(reading - number) < step for reading in readings)


def parts_and_total(evaluation: Evaluation) -> Iterator[Finding]:
    """The total is the sum of its parts, in each column of amounts."""
    for item in (ExecutionItem.INITIAL, ExecutionItem.REVISED, ExecutionItem.EXECUTED):
        total = evaluation.execution(item)
        parts = [one for one in _of(evaluation, item) if one.yuan is not None and _is_part(one)]
        unnamed = [one for one in _of(evaluation, item) if one.kind is None and one.part not in _SIBLINGS and one.yuan]
        if total is None or total.yuan is None or not parts:
            continue
        added = sum((one.yuan for one in parts if one.yuan is not None), Decimal(0))
        if added > total.yuan or (added < total.yuan and not unnamed):
            said = "、".join(f"{one.part} {print_yuan(one.yuan)}" for one in parts if one.yuan is not None)
            message = f"{_called(evaluation)}：{total.part}印的是 {print_yuan(total.yuan)}，各项是 {said}，相加 {print_yuan(added)}。按原表照录，请核对。"
            yield warn("execution-parts", total.source, message)


def _is_part(one: Execution) -> bool:
    return one.kind not in (None, FundingKind.TOTAL) or (one.kind is None and one.part in _SIBLINGS)


def actual_blank(evaluation: Evaluation) -> Iterator[Finding]:
    """Lines in which nobody said what was reached."""
    blank = [result for result in evaluation.results if result.actual is None]
    if blank:
        said = "、".join(f"“{short(result.name, 20)}”" for result in blank[:_QUOTED])
        more = f"等 {len(blank)} 条" if len(blank) > _QUOTED else ""
        yield warn("actual-blank", blank[0].source, f"{_called(evaluation)}：这些指标没有填实际完成值：{said}{more}。")


def all_complete(evaluation: Evaluation) -> Iterator[Finding]:
    """Every line says 100%: an evaluation that tells nothing apart."""
    said = {plain_of(result.actual or "") for result in evaluation.results}
    if len(evaluation.results) >= _ENOUGH and said == {"100%"}:
        message = f"{_called(evaluation)}：{len(evaluation.results)} 条指标的实际完成值全是 100%。请核对是否如实填写。"
        yield remark("all-complete", evaluation.results[0].source, message)


def deviation_without_reason(evaluation: Evaluation) -> Iterator[Finding]:
    """What was reached differs by more than a fifth from what was aimed at, and nobody said why."""
    for result in evaluation.results:
        share = _deviation(result)
        if share is not None and share > _DEVIATION and result.reason is None:
            said = f"“{short(result.name)}”指标值 {short(result.value)}，实际 {short(result.actual or '')}，相差 {plain(round(share * 100, 1))}%"
            yield remark("deviation-without-reason", result.source, f"{_called(evaluation)}：{said}，没有写偏差原因。")


def _deviation(result: Result) -> Decimal | None:
    """How far what was reached is from the aim, as a share of it; None where they do not compare."""
    aim, reached = quantity_of(result.value), quantity_of(result.actual or "")
    if aim is None or reached is None or not aim.number:
        return None
    if aim.unit is not None and reached.unit is not None and fold(aim.unit) != fold(reached.unit):
        return None
    if (aim.unit == "%") != (reached.unit == "%") and reached.unit != aim.unit and reached.number <= 1:
        return None  # “≥90%” and “0.95”
    return abs(reached.number - aim.number) / aim.number


def score_above_full(evaluation: Evaluation) -> Iterator[Finding]:
    """A total of more than 100 points."""
    score = evaluation.fact(EvaluationField.SCORE)
    points = quantity_of(score.text) if score else None
    if score and points and points.number > 100:
        yield warn(
            "score-above-weight", score.source, f"{_called(evaluation)}：总分 {plain(points.number)}，超过 100 分。请核对原表。"
        )


def weights(evaluation: Evaluation) -> Iterator[Finding]:
    """The points of all indicators and of carrying out the budget (预算执行) are 100, those of a class no more than is usual."""
    found = [Weighed(result.level1, "", result.weight, result.source) for result in evaluation.results]
    total, budget = sum_of(found), evaluation.execution(ExecutionItem.WEIGHT)
    points = quantity_of(budget.value) if budget else None
    if total is None or len(found) < _ENOUGH or (budget and points is None):
        return
    whole = total + points.number if points else total
    if whole != FULL and (points or total != OF_INDICATORS):
        parts = f"（预算执行 {plain(points.number)}，指标 {plain(total)}）" if points else ""
        yield warn(
            "weights-sum", found[0].source, f"{_called(evaluation)}：分值相加是 {plain(whole)}{parts}，不是 100。请核对原表。"
        )
    yield from above_most(found, _called(evaluation))


def _of(evaluation: Evaluation, item: ExecutionItem) -> list[Execution]:
    return [one for one in evaluation.executions if one.item is item]


def _same_row(evaluation: Evaluation, one: Execution, item: ExecutionItem) -> Execution | None:
    same = (other for other in _of(evaluation, item) if (other.kind, other.part) == (one.kind, one.part))
    return next(same, evaluation.execution(item, one.kind) if one.kind else None)


def _budget(evaluation: Evaluation, one: Execution) -> Execution | None:
    revised = _same_row(evaluation, one, ExecutionItem.REVISED)
    return revised or _same_row(evaluation, one, ExecutionItem.INITIAL)


def _called(evaluation: Evaluation) -> str:
    return f"{evaluation.unit}「{short(evaluation.project)}」{evaluation.year}年"


RULES: tuple[Rule, ...] = (
    score_above_weight,
    score_above_full,
    executed_above_budget,
    rate_differs,
    rate_above_full,
    parts_and_total,
    actual_blank,
    all_complete,
    deviation_without_reason,
    weights,
)
