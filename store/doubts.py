"""What is odd about a document beside those that are there: figures that contradict each other, and one office under two names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, and_, select
from sqlmodel import col

from store.comparing import read_statements
from store.content import diff
from store.current import candidates, winners
from store.fields import field_in_words, is_of_indicator
from store.model import DocumentStatement, Finding, PerformanceTarget, Severity, Source
from store.places import place_in_words
from store.rows import chunks
from store.tables.stated import BudgetUnit, CurrentTarget, Document, Project, Publisher, Statement
from store.text import fold

CONFLICT, NOT_CURRENT, PUBLISHER_NEW = "conflict", "not-current", "publisher-new"
# What is said when a file is loaded depends on what was there: of what is current it says nothing.
OF_A_LOAD = (CONFLICT, NOT_CURRENT, PUBLISHER_NEW)
_QUOTED = 3  # names in one message


def conflicts(connection: Connection, document: int) -> list[Finding]:
    """For each target of the document that documents of equal rank state otherwise: what both say, and where it stands."""
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
    wanted = {one for (_, own), found in others.items() for one in (own, *found)}
    stated, files = read_statements(connection, wanted), _files(connection, wanted)
    return [
        _conflict(
            stated[own], sorted(((stated[one], files[one]) for one in found), key=lambda two: (two[0].title.document, two[1]))
        )
        for (_, own), found in sorted(others.items())
    ]


def _files(connection: Connection, statements: Iterable[int]) -> dict[int, str]:
    """The file of each statement."""
    query = select(col(Statement.id), col(Document.file)).join(Document, col(Document.id) == col(Statement.document_id))
    found: dict[int, str] = {}
    for ids in chunks(statements):
        found |= {statement: str(file) for statement, file in connection.execute(query.where(col(Statement.id).in_(ids)))}
    return found


def _conflict(own: PerformanceTarget, others: Sequence[tuple[PerformanceTarget, str]]) -> Finding:
    titles = Counter([own.title.document, *(other.title.document for other, _file in others)])
    clauses = [
        _differs(own, other, f"《{other.title.document}》" + (f"（{file}）" if titles[other.title.document] > 1 else ""))
        for other, file in others
    ]
    said = list(dict.fromkeys(clauses))
    more = f"；还有 {len(said) - _QUOTED} 份文件也不同" if len(said) > _QUOTED else ""
    message = (
        f"{own.unit}「{own.project}」{own.year}年：{'；'.join(said[:_QUOTED])}{more}。这些文件阶段和日期相同，各种写法都保留，问到时都会列出。"
        "若有一份作废，请撤销它的导入；若分先后，请用 --stage 或 --published 指明后重新导入。"
    )
    return Finding(rule=CONFLICT, severity=Severity.WARN, place=_place(own.title), message=message).about(own)


def _differs(own: PerformanceTarget, other: PerformanceTarget, called: str) -> str:
    """The first field in which they differ, indicators after all others, and how many more there are."""
    changes = diff(other, own)
    first = next((change for change in changes if not is_of_indicator(change.field)), changes[0])
    texts = (_printed(first.field, first.after, first.source_after), _printed(first.field, first.before, first.source_before))
    more = f"（另有 {len(changes) - 1} 处不同）" if len(changes) > 1 else ""
    return f"{field_in_words(first.field)}本文件{texts[0]}，{called}{texts[1]}{more}"


def _printed(field: str, text: str | None, source: Source | None) -> str:
    if text is None or source is None:
        return "没有"
    # The source of a weight or a standard is the indicator's value: what stands there is not what is meant.
    raw = " ".join((text if field.startswith(("weight/", "standard/")) else source.raw or text).split())
    return f"写“{raw if len(raw) <= 40 else raw[:39] + '…'}”（{_place(source)}）"


def not_current(connection: Connection, document: int) -> list[Finding]:
    """For each document that stands above this one: the projects of which its statement stays current, and not this one's."""
    columns = (col(Statement.id), col(Statement.project), col(Statement.project_id), col(Statement.year))
    mine = select(*columns).where(col(Statement.document_id) == document).order_by(col(Statement.position))
    own = {(project, year): (statement, name) for statement, name, project, year in connection.execute(mine)}
    known = candidates(connection, own)
    above: defaultdict[str, list[str]] = defaultdict(list)
    for key, (statement, name) in own.items():
        rank = next(one.rank for one in known[key] if one.statement_id == statement)
        for title in {winner.title for winner in winners(known[key]) if winner.rank > rank}:
            above[title].append(name)
    return [_superseded(title, projects) for title, projects in sorted(above.items())]


def _superseded(title: str, projects: Sequence[str]) -> Finding:
    named = "、".join(f"「{name}」" for name in projects[:_QUOTED])
    message = (
        f"{len(projects)} 个项目已有级别更高或日期更晚的文件，现行的仍是它：《{title}》：{named}"
        f"{'等' if len(projects) > _QUOTED else ''}。若本文件更新，请用 --stage 或 --published 指明后重新导入。"
    )
    return Finding(rule=NOT_CURRENT, severity=Severity.REMARK, place="", message=message)


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
    return Finding(rule=PUBLISHER_NEW, severity=Severity.WARN, place="", message=message)
