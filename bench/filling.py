"""A store of any size: a target for each pair of the corpus, of one year or several, with money, a goal, facts and twenty indicators.

The rows are written straight into the tables, since a province's documents would take hours to be made and read; what is current is
derived as a load would have left it: one document states each target, so that each is current.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, insert
from sqlmodel import SQLModel

from bench.corpus import Pair
from store.database import Store
from store.loads import LoadStatus
from store.model import Attribute, FundingKind, Horizon, Severity, Stage
from store.tables.history import Load, LoadFinding
from store.tables.stated import (
    BudgetUnit,
    CurrentTarget,
    Document,
    Funding,
    Goal,
    Indicator,
    Original,
    Project,
    Publisher,
    Statement,
    StatementFact,
    StatementWords,
)
from store.text import fold
from store.version import bump
from store.word_pairs import write_pairs

YEAR = 2025
INDICATORS = 20
_OF_A_DOCUMENT = 500  # targets
_BATCH = 2_000  # targets whose parts are written at once
_ODD, _ENDED = 10, 11  # one target of so many is odd; one project of so many has no target of the last of several years
_DAY = datetime(2025, 1, 1, tzinfo=UTC)

_INDICATORS = (
    *(("产出指标", "数量指标", name) for name in ("服务人数", "检查次数", "建设里程", "培训场次", "购置设备", "维护点位")),
    *(("产出指标", "质量指标", name) for name in ("验收合格率", "设备完好率", "任务完成率")),
    *(("产出指标", "时效指标", name) for name in ("完成及时率", "资金支付进度")),
    *(("成本指标", "经济成本指标", name) for name in ("单位成本", "总成本控制")),
    *(("效益指标", "社会效益指标", name) for name in ("受益群众", "政策知晓率", "安全事故下降率")),
    *(("效益指标", "可持续影响指标", name) for name in ("长效机制", "持续运行年限")),
    *(("满意度指标", "服务对象满意度指标", name) for name in ("群众满意度", "单位满意度")),
)


def fill(store: Store, pairs: Sequence[Pair], years: Sequence[int] = (YEAR,)) -> None:
    """Writes them into an empty store that is at its newest migration: of several years the same pairs, but for some that end."""
    with store.transaction() as connection:
        ordered = sorted(pairs, key=_county)
        publishers, projects = _entities(connection, ordered)
        stated = [
            _Stated(number, document, position, ordered[of], projects[of], year)
            for number, (document, position, of, year) in enumerate(_in_documents(connection, ordered, publishers, years), 1)
        ]
        for first in range(0, len(stated), _BATCH):
            _targets(connection, stated[first : first + _BATCH])
        _write(connection, LoadFinding, map(_finding, stated[::_ODD]))
        bump(connection)


@dataclass(frozen=True)
class _Stated:
    """One target: its statement's id, where it stands, and what it is about."""

    number: int
    document: int
    position: int
    pair: Pair
    project: int
    year: int


def _in_documents(
    connection: Connection, pairs: Sequence[Pair], publishers: Mapping[str, int], years: Sequence[int]
) -> Iterator[tuple[int, int, int, int]]:
    """Each pair's number with its document, its place there and the year: a county's targets of a year, so many a document."""
    document = 0
    for year in years:
        kept = [n for n in range(len(pairs)) if year == years[0] or n % _ENDED]
        for county, of_county in groupby(kept, lambda n: _county(pairs[n])):
            for position, pair in enumerate(of_county):
                if position % _OF_A_DOCUMENT == 0:
                    document += 1
                    _document(connection, document, county, publishers[county], year)
                yield document, position % _OF_A_DOCUMENT, pair, year


def _county(pair: Pair) -> str:
    return pair.unit.parts[0]


def _entities(connection: Connection, pairs: Sequence[Pair]) -> tuple[dict[str, int], list[int]]:
    """Publishers, units and projects: the publishers' ids, and for each pair the id of its project."""
    publishers = {name: number for number, name in enumerate(dict.fromkeys(map(_county, pairs)), 1)}
    units = {name: number for number, name in enumerate(dict.fromkeys((_county(p), p.unit.name) for p in pairs), 1)}
    _write(connection, Publisher, ({"id": number, "folded": fold(name)} for name, number in publishers.items()))
    rows = ({"id": n, "publisher_id": publishers[county], "folded": fold(name)} for (county, name), n in units.items())
    _write(connection, BudgetUnit, rows)
    projects: dict[tuple[int, str], int] = {}
    keys = ((units[_county(pair), pair.unit.name], fold(pair.project.name)) for pair in pairs)
    of = [projects.setdefault(key, len(projects) + 1) for key in keys]
    _write(connection, Project, ({"id": n, "unit_id": unit, "folded": name} for (unit, name), n in projects.items()))
    return publishers, of


def _document(connection: Connection, number: int, county: str, publisher: int, year: int) -> None:
    name = f"{county}{year}年项目支出绩效目标公开（{number}）"
    digest = hashlib.sha256(name.encode()).hexdigest()
    _write(connection, Original, [{"sha256": digest, "content": name.encode()}])
    names = {"publisher": county, "title": name, "file": f"{name}.xlsx", "sha256": digest}
    own = {"id": number, "identity": digest, "publisher_id": publisher, "stage": Stage.APPROVED}
    _write(connection, Document, [own | names])
    load = {"id": number, "document_id": number, "by": "bench", "at": _DAY, "status": LoadStatus.LOADED, "report": {}}
    _write(connection, Load, [load | names | {"stage": Stage.APPROVED}])


def _finding(s: _Stated) -> dict[str, Any]:
    """A class of indicators that is not there."""
    whose = {"project": s.pair.project.name, "unit": s.pair.unit.name, "year": s.year}
    what = {"rule": "level-missing", "severity": Severity.REMARK, "place": "第1张表", "message": "没有生态效益指标。"}
    return {"load_id": s.document, "position": s.position, **what, **whose}


def _targets(connection: Connection, stated: Sequence[_Stated]) -> None:
    _write(connection, Statement, map(_statement, stated))
    current = ({"statement_id": s.number, "project_id": s.project, "year": s.year, "conflict": False} for s in stated)
    _write(connection, CurrentTarget, current)
    _write(connection, StatementFact, (row for s in stated for row in _facts(s.number, s.pair)))
    _write(connection, Funding, (row for s in stated for row in _money(s.number)))
    goals = ((s.number, f"完成{s.pair.project.name}的年度任务。") for s in stated)
    _write(connection, Goal, ({**_part(n, 0, text), "horizon": Horizon.ANNUAL, "text": text} for n, text in goals))
    _write(connection, Indicator, (row for s in stated for row in _indicators(s.number)))
    words = [_words(s) for s in stated]
    _write(connection, StatementWords, words)
    write_pairs(connection, words)


def _statement(s: _Stated) -> dict[str, Any]:
    place = {f"{kind}_{name}": value for kind in ("title", "unit", "year") for name, value in _place("表", s.position).items()}
    names = {"project": s.pair.project.name, "unit": s.pair.unit.name, "digest": str(s.number)}
    return {
        "id": s.number,
        "project_id": s.project,
        "year": s.year,
        "document_id": s.document,
        "position": s.position,
        **names,
        **place,
    }


def _facts(number: int, pair: Pair) -> Iterator[dict[str, Any]]:
    department = "".join(pair.unit.parts[:2]) if len(pair.unit.parts) == 2 else f"{''.join(pair.unit.parts[:2])}人民政府"
    facts = ((Attribute.DEPARTMENT, department), (Attribute.ATTRIBUTE, "常年项目" if number % 3 else "一次性项目"))
    for position, (field, text) in enumerate(facts):
        yield {**_part(number, position, text), "field": field, "text": text, "folded": fold(text)}


def _money(number: int) -> Iterator[dict[str, Any]]:
    yuan = Decimal(number % 997 + 1) * 1000
    for position, kind in enumerate((FundingKind.TOTAL, FundingKind.FISCAL)):
        yield {**_part(number, position, str(yuan)), "horizon": Horizon.ANNUAL, "kind": kind, "yuan": yuan}


def _indicators(number: int) -> Iterator[dict[str, Any]]:
    for position, (level1, level2, name) in enumerate(_INDICATORS):
        value = f"≥{90 + (number + position) % 10}%"
        own = f"{name}{number % 5000 // 50 + 1}" if position % 4 == 0 else name
        share = {"operator": "≥", "number": Decimal(90 + (number + position) % 10), "unit_of_measure": "%"}
        levels = {"horizon": Horizon.ANNUAL, "level1": level1, "level2": level2, "name": own}
        yield {**_part(number, position, value), **levels, "value": value, **share}


def _words(s: _Stated) -> dict[str, Any]:
    lines = ("\t".join(fold(text) for text in (row["name"], row["value"], "")) for row in _indicators(s.number))
    facts = (row["folded"] for row in _facts(s.number, s.pair) if row["field"] is Attribute.ATTRIBUTE)
    return {
        "statement_id": s.number,
        "project": fold(s.pair.project.name),
        "goals": fold(f"完成{s.pair.project.name}的年度任务。"),
        "indicators": "\n".join(dict.fromkeys(lines)),
        "facts": "\n".join(facts),
    }


def _part(number: int, position: int, raw: str) -> dict[str, Any]:
    return {"statement_id": number, "position": position, **_place(raw, position)}


def _place(raw: str, row: int) -> dict[str, Any]:
    return {"table_no": 1, "row_no": row + 1, "column_no": 1, "raw": raw}


def _write(connection: Connection, table: type[SQLModel], rows: Iterable[dict[str, Any]]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(insert(table), listed)
