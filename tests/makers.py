"""Invented records for tests: only what the test is about is written out, the rest is filled in and always the same."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from store.database import Store
from store.model import (
    Attribute,
    DocumentStatement,
    Evaluation,
    EvaluationFact,
    EvaluationField,
    Execution,
    ExecutionItem,
    Fact,
    Finding,
    Funding,
    FundingKind,
    Goal,
    Horizon,
    Indicator,
    ListedProject,
    PerformanceTarget,
    Result,
    Source,
    Stage,
)
from store.statements import Outcome, record
from tests.kept import once

DOCUMENT = "青禾县财政局2024年度项目支出绩效目标"
NOW = datetime(2024, 3, 1, 8, 30, tzinfo=UTC)


def source(raw: str = "", *, document: str = DOCUMENT, table: int | None = 1, row: int = 1, column: int | None = 2) -> Source:
    return Source(document=document, table=table, row=row, column=column if table else None, raw=raw)


def target(  # noqa: PLR0913  # all by name, and mostly left out
    project: str = "乡村振兴经费",
    *,
    unit: str = "青禾县财政局",
    year: int = 2024,
    yuan: str | None = "26000",
    amounts: Mapping[str, str] | None = None,
    goal: str | None = "保障工作开展",
    department: str | None = None,
    code: str | None = None,
    attribute: str | None = None,
    origin: str | None = None,
    indicators: Iterable[Indicator] = (),
    table: int = 1,
    document: str = DOCUMENT,
) -> PerformanceTarget:
    """A target; `yuan` is its annual total, `amounts` others: {"annual/fiscal": "20000"}; `origin` its 项目来源."""

    def at(raw: str, row: int) -> Source:
        return source(raw, document=document, table=table, row=row)

    texts = {Attribute.DEPARTMENT: department, Attribute.DEPARTMENT_CODE: code, Attribute.ATTRIBUTE: attribute}
    texts[Attribute.SOURCE] = origin
    money = {**({"annual/total": yuan} if yuan is not None else {}), **(amounts or {})}
    return PerformanceTarget(
        project=project,
        unit=unit,
        year=year,
        title=at(project, 1),
        unit_source=at(unit, 2),
        year_source=at(f"（{year}年度）", 3),
        facts=tuple(Fact(field=f, text=t, source=at(t, 4)) for f, t in texts.items() if t is not None),
        fundings=tuple(_funding(kind, amount, at(amount, 5)) for kind, amount in money.items()),
        goals=(Goal(horizon=Horizon.ANNUAL, text=goal, source=at(goal, 6)),) if goal else (),
        indicators=tuple(indicators),
    )


def _funding(kind: str, yuan: str, place: Source) -> Funding:
    horizon, of = kind.split("/")
    return Funding(horizon=Horizon(horizon), kind=FundingKind(of), yuan=Decimal(yuan), source=place)


def indicator(  # noqa: PLR0913  # all by name, and mostly left out
    name: str = "群众满意度",
    value: str = "≥95%",
    *,
    number: str | None = None,
    unit: str | None = None,
    level1: str = "满意度指标",
    level2: str = "服务对象满意度指标",
    standard: str | None = None,
    weight: str | None = None,
    horizon: Horizon = Horizon.ANNUAL,
    row: int = 7,
    document: str = DOCUMENT,
) -> Indicator:
    return Indicator(
        horizon=horizon,
        level1=level1,
        level2=level2,
        name=name,
        value=value,
        number=None if number is None else Decimal(number),
        unit_of_measure=unit,
        standard=standard,
        weight=None if weight is None else Decimal(weight),
        source=source(value, document=document, row=row, column=4),
    )


def listed(project: str = "乡村振兴经费", yuan: str | None = "26000", *, row: int = 2) -> ListedProject:
    return ListedProject(project=project, yuan=None if yuan is None else Decimal(yuan), source=source(yuan or "", row=row))


def evaluation(  # noqa: PLR0913  # all by name, and mostly left out
    project: str = "乡村振兴经费",
    *,
    unit: str = "青禾县财政局",
    year: int = 2024,
    revised: str | None = "26000",
    executed: str | None = "13000",
    rate: str | None = "50%",
    score: str | None = "90",
    document: str = DOCUMENT,
) -> Evaluation:
    """An evaluation; amounts are of the total, in yuan."""

    def at(raw: str, row: int, column: int = 2) -> Source:
        return source(raw, document=document, table=9, row=row, column=column)

    figures = {ExecutionItem.REVISED: revised, ExecutionItem.EXECUTED: executed, ExecutionItem.RATE: rate}
    return Evaluation(
        project=project,
        unit=unit,
        year=year,
        title=at(project, 1),
        unit_source=at(unit, 2),
        year_source=at(f"（{year}年度）", 3),
        facts=(EvaluationFact(field=EvaluationField.SCORE, text=score, source=at(score, 9)),) if score else (),
        executions=tuple(
            Execution(
                kind=FundingKind.TOTAL,
                part="年度资金总额",
                item=item,
                yuan=None if item is ExecutionItem.RATE else Decimal(value),
                value=value,
                source=at(value, 4, column),
            )
            for column, (item, value) in enumerate(figures.items(), start=2)
            if value is not None
        ),
        results=(
            Result(
                level1="产出指标",
                level2="数量指标",
                name="下乡次数",
                value="≥12次",
                actual="13次",
                weight=Decimal(50),
                score=Decimal(50),
                source=at("13次", 7),
            ),
        ),
    )


def statement(
    *targets: PerformanceTarget,
    document: str = DOCUMENT,
    file: str | None = None,
    publisher: str = "青禾县财政局",
    stage: Stage = Stage.APPROVED,
    published: date | None = None,
    listed: Iterable[ListedProject] = (),
    evaluations: Iterable[Evaluation] = (),
) -> DocumentStatement:
    """A document that states these targets, or one if nothing is given; its bytes are `content(…)` of it."""
    stated = DocumentStatement(
        document=document,
        file=file or f"{document}.txt",
        sha256="0",
        publisher=publisher,
        stage=stage,
        published=published,
        targets=targets or (() if evaluations else (target(),)),
        listed=tuple(listed),
        evaluations=tuple(evaluations),
    )
    return stated.model_copy(update={"sha256": hashlib.sha256(content(stated)).hexdigest()})


def content(stated: DocumentStatement) -> bytes:
    """The bytes that stand for this document: equal when it states the same under the same title."""
    evaluated = {"evaluations"} if stated.evaluations else set()
    return stated.model_dump_json(include={"document", "targets", "listed", *evaluated}).encode()


def load(
    store: Store, stated: DocumentStatement, *, findings: Iterable[Finding] = (), at: datetime = NOW, dry_run: bool = False
) -> Outcome:
    """Records the document, as `seed.load` does with a file."""
    found = tuple(findings)
    what = f"{stated.model_dump_json()}{found!r}{at!r}{dry_run}".encode()
    return once(
        store, what, lambda: record(store, stated, findings=found, by="测试", at=at, original=content(stated), dry_run=dry_run)
    )
