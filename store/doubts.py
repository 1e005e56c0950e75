"""What is odd about a document beside those that are there: figures that contradict each other, and one office under two names."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, and_, select
from sqlmodel import col

from store.comparing import read_statements
from store.content import diff
from store.model import DocumentStatement, Finding, PerformanceTarget, Severity, Source
from store.places import place_in_words
from store.rows import chunks
from store.tables import BudgetUnit, CurrentTarget, Document, Project, Publisher, Statement
from store.text import fold

CONFLICT = "conflict"  # the rule of `conflicts`
_QUOTED = 3  # names in one message
_FIELDS = {
    "annual/total": "年度资金总额",
    "annual/fiscal": "年度财政拨款",
    "annual/carryover": "年度上年结转",
    "annual/other": "年度其他资金",
    "mid_term/total": "中期资金总额",
    "mid_term/fiscal": "中期财政拨款",
    "mid_term/other": "中期其他资金",
    "goal/annual": "年度目标",
    "goal/mid_term": "中期目标",
    "department": "主管部门",
    "department_code": "主管部门代码",
    "attribute": "项目属性",
    "source": "项目来源",
    "period": "项目期",
}


def conflicts(connection: Connection, document: int) -> list[Finding]:
    """For each target of the document that documents of equal rank state otherwise: both figures, and where they stand."""
    mine, theirs = CurrentTarget, CurrentTarget.__table__.alias("theirs")  # type: ignore[attr-defined]  # SQLModel does not declare it
    same = and_(theirs.c.project_id == mine.project_id, theirs.c.year == mine.year, theirs.c.statement_id != mine.statement_id)
    query = (
        select(col(mine.statement_id), theirs.c.statement_id, col(Statement.position))
        .join(Statement, col(Statement.id) == col(mine.statement_id))
        .join(theirs, same)
        .where(col(Statement.document_id) == document)
    )
    others: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for own, other, position in connection.execute(query):
        others[position, own].append(other)
    stated = read_statements(connection, {one for (_, own), found in others.items() for one in (own, *found)})
    return [
        _conflict(stated[own], sorted((stated[one] for one in found), key=lambda target: target.title.document))
        for (_, own), found in sorted(others.items())
    ]


def _conflict(own: PerformanceTarget, others: Sequence[PerformanceTarget]) -> Finding:
    said = "；".join(_differs(own, other) for other in others[:_QUOTED])
    more = f"；还有 {len(others) - _QUOTED} 份文件也不同" if len(others) > _QUOTED else ""
    message = (
        f"{own.unit}「{own.project}」{own.year}年：{said}{more}。两份文件阶段和日期相同，两个数都保留，问到时都会列出。"
        "若有一份作废，请撤销它的导入；若分先后，请用 --stage 或 --published 指明后重新导入。"
    )
    return Finding(rule=CONFLICT, severity=Severity.WARN, place=_place(own.title), message=message).about(own)


def _differs(own: PerformanceTarget, other: PerformanceTarget) -> str:
    """The first field in which they differ, amounts before all others."""
    changes = diff(other, own)
    first = next((change for change in changes if change.field in _FIELDS), changes[0])
    field = _FIELDS.get(first.field) or f"“{first.field.rpartition('/')[2]}”"
    texts = (_printed(first.after, first.source_after), _printed(first.before, first.source_before))
    return f"{field}本文件写{texts[0]}，《{other.title.document}》写{texts[1]}"


def _printed(text: str | None, source: Source | None) -> str:
    if text is None or source is None:
        return "：没有"
    raw = " ".join((source.raw or text).split())
    return f"“{raw if len(raw) <= 40 else raw[:39] + '…'}”（{_place(source)}）"


def _place(source: Source) -> str:
    return place_in_words(source.table, source.row, source.column, sheet=source.sheet, page=source.page)


def alike_elsewhere(connection: Connection, publisher: int, statement: DocumentStatement) -> list[Finding]:
    """Where a publisher that has nothing of a year yet states projects that another one has: both may be one office.

    To be asked before the document is written.  Totals over both would count the same money twice.
    """
    wanted = {(fold(t.unit), fold(t.project), t.year): t for t in statement.targets}
    if not wanted or _states(connection, publisher, {year for *_, year in wanted}):
        return []
    found: defaultdict[str, set[tuple[str, str, int]]] = defaultdict(set)
    for name, key in _others(connection, publisher, wanted):
        found[name].add(key)
    return [_alike(statement.publisher, name, [wanted[key] for key in sorted(keys)]) for name, keys in sorted(found.items())]


def _states(connection: Connection, publisher: int, years: set[int]) -> bool:
    query = select(col(Statement.id)).join(Document, col(Document.id) == col(Statement.document_id))
    query = query.where(col(Document.publisher_id) == publisher, col(Statement.year).in_(years))
    return connection.execute(query.limit(1)).first() is not None


def _others(
    connection: Connection, publisher: int, wanted: Mapping[tuple[str, str, int], object]
) -> Iterator[tuple[str, tuple[str, str, int]]]:
    query = (
        select(col(Document.publisher), col(BudgetUnit.folded), col(Project.folded), col(Statement.year))
        .join(Statement, col(Statement.document_id) == col(Document.id))
        .join(Project, col(Project.id) == col(Statement.project_id))
        .join(BudgetUnit, col(BudgetUnit.id) == col(Project.unit_id))
        .join(Publisher, col(Publisher.id) == col(BudgetUnit.publisher_id))
        .where(col(Publisher.id) != publisher)
    )
    for projects in chunks(sorted({project for _unit, project, _year in wanted})):
        for name, unit, project, year in connection.execute(query.where(col(Project.folded).in_(projects))):
            if (unit, project, year) in wanted:
                yield name, (unit, project, year)


def _alike(publisher: str, other: str, targets: Sequence[PerformanceTarget]) -> Finding:
    named = "、".join(f"{t.unit}「{t.project}」{t.year}年" for t in targets[:_QUOTED])
    message = (
        f"公开主体“{publisher}”这一年度是第一次出现，而“{other}”已有 {len(targets)} 个同单位、同名的项目：{named}"
        f"{'等' if len(targets) > _QUOTED else ''}。若两者是同一家，合计会重复计算："
        f"请撤销这次导入，再用 --publisher {other} 重新导入；若不是同一家，不用处理。"
    )
    return Finding(rule="publisher-new", severity=Severity.WARN, place="", message=message)
