"""What a document states, in a form that people can read and compare: the `.expected.json` beside each golden document."""

from collections.abc import Sequence
from typing import Any

from seed.document import place_of
from seed.reading import Outcome
from store.model import Evaluation, Finding, Indicator, PerformanceTarget, Result


def expected_of(outcome: Outcome) -> dict[str, Any]:
    """Everything that the outcome holds: each text and figure with its place, each finding in one line."""
    statement = outcome.statement
    return {
        "document": statement.document,
        "publisher": statement.publisher,
        "stage": statement.stage,
        "published": statement.published.isoformat() if statement.published else None,
        "targets": [_target(target) for target in statement.targets],
        "listed": [[row.project, _plain(row.yuan), place_of(row.source)] for row in statement.listed],
        **({"evaluations": [_evaluation(one) for one in statement.evaluations]} if statement.evaluations else {}),
        "findings": [_finding(finding) for finding in outcome.findings],
    }


def _target(target: PerformanceTarget) -> dict[str, Any]:
    return {
        "project": [target.project, place_of(target.title)],
        "unit": [target.unit, place_of(target.unit_source)],
        "year": [target.year, place_of(target.year_source)],
        "facts": {fact.field: [fact.text, place_of(fact.source)] for fact in target.facts},
        "money": {f"{f.horizon}/{f.kind}": [_plain(f.yuan), f.source.raw, place_of(f.source)] for f in target.fundings},
        "goals": {goal.horizon: [goal.text, place_of(goal.source)] for goal in target.goals},
        "indicators": [_indicator(indicator) for indicator in target.indicators],
        "blanks": [[b.field, b.horizon, b.name, b.source.raw, place_of(b.source)] for b in target.blanks],
    }


def _evaluation(evaluation: Evaluation) -> dict[str, Any]:
    return {
        "project": [evaluation.project, place_of(evaluation.title)],
        "unit": [evaluation.unit, place_of(evaluation.unit_source)],
        "year": [evaluation.year, place_of(evaluation.year_source)],
        "facts": {fact.field: [fact.text, place_of(fact.source)] for fact in evaluation.facts},
        "execution": [[e.part, e.kind, e.item, _plain(e.yuan), e.value, place_of(e.source)] for e in evaluation.executions],
        "results": [_result(result) for result in evaluation.results],
    }


def _result(result: Result) -> Sequence[Any]:
    names = [result.level1, result.level2, result.name]
    points = [_plain(result.weight), _plain(result.score)]
    return [*names, result.value, result.actual, points, result.reason, place_of(result.source)]


def _indicator(indicator: Indicator) -> Sequence[Any]:
    measured = [indicator.operator, _plain(indicator.number), indicator.unit_of_measure]
    names = [indicator.horizon, indicator.level1, indicator.level2, indicator.name, indicator.value]
    return [*names, measured, indicator.standard, _plain(indicator.weight), place_of(indicator.source)]


def _finding(finding: Finding) -> str:
    return f"{finding.severity} {finding.rule} {finding.place}：{finding.message}"


def _plain(number: Any) -> str | None:
    return None if number is None else str(number)
