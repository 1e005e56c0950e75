"""Loading files: read, recognise, state, check, record.  A file is loaded wholly or not at all; one bad file stops no other."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files as resources
from importlib.resources.abc import Traversable
from pathlib import Path

from seed.apart import Apart, OurMistake
from seed.archives import is_archive, members
from seed.converting import converted
from seed.errors import SeedError
from seed.findings import refuse, remark
from seed.paths import files
from seed.readers.kinds import CONVERTIBLE, kind_of
from seed.reading import Given, Outcome
from seed.reports import FileReport, report_text
from store.database import Store
from store.model import Stage
from store.statements import record

__all__ = ["FileReport", "bundled", "check", "load", "report_text"]

_log = logging.getLogger(__name__)
_Put = Callable[[bytes, Outcome, str], FileReport]


@dataclass(frozen=True)
class _Input:
    """A file, or one of an archive: how reports call it, its own name, and its bytes, or why there are none."""

    called: str
    name: str
    content: bytes = b""
    skipped: str | None = None
    problem: SeedError | None = None


def load(  # noqa: PLR0913  # what the command line lets the administrator say
    store: Store,
    paths: Iterable[Path | str],
    *,
    by: str,
    now: datetime,
    publisher: str | None = None,
    stage: Stage | None = None,
    published: date | None = None,
    url: str | None = None,
    dry_run: bool = False,
) -> list[FileReport]:
    """Loads files and folders in sorted order; a report for each file.  A dry run says the same and writes nothing.

    `now` has a time zone.  Raises `store.errors.StoreError` where the store itself fails.
    """
    given = Given(publisher=publisher, stage=stage, published=published, url=url)

    def put(content: bytes, outcome: Outcome, called: str) -> FileReport:
        recorded = record(store, outcome.statement, findings=outcome.findings, by=by, at=now, original=content, dry_run=dry_run)
        return FileReport(
            called,
            "unchanged" if recorded.status == "unchanged" else "loaded",
            **recorded.counts,
            evaluations=len(outcome.statement.evaluations),
            findings=outcome.findings,
        )

    with Apart() as apart:
        return [_handle(one, given, apart, put) for one in _inputs(paths)]


def check(paths: Iterable[Path | str], *, publisher: str | None = None, stage: Stage | None = None) -> list[FileReport]:
    """The findings about files and folders, without any store: nothing is written, nothing compared."""

    def put(_content: bytes, outcome: Outcome, called: str) -> FileReport:
        return FileReport(called, "unchanged", findings=outcome.findings)

    given = Given(publisher=publisher, stage=stage)
    with Apart() as apart:
        return [_handle(one, given, apart, put) for one in _inputs(paths)]


def bundled() -> Traversable:
    """The folder of the documents that come with the program."""
    return resources("seed") / "data"


def _inputs(paths: Iterable[Path | str]) -> Iterator[_Input]:
    """Every file, and instead of an archive every file in it; the bytes of one are read when its turn comes."""
    for file in files(paths):
        if file.skipped:
            yield _Input(file.called, file.name, skipped=file.skipped)
            continue
        try:
            content = file.content()
        except SeedError as error:
            yield _Input(file.called, file.name, problem=error)
            continue
        if is_archive(content):
            yield from (_Input(one.called, one.name, one.content, problem=one.problem) for one in members(file.called, content))
        else:
            yield _Input(file.called, file.name, content)


def _handle(one: _Input, given: Given, apart: Apart, put: _Put) -> FileReport:
    if one.skipped:
        return FileReport(one.called, "unchanged", findings=(remark("skipped", "", one.skipped),))
    try:
        if one.problem is not None:
            raise one.problem
        outcome = _outcome(one, given, apart)
    except SeedError as error:
        return FileReport(one.called, "refused", findings=(refuse(error.rule, "", str(error)),))
    except OurMistake as error:  # a mistake of ours costs one file, not all
        _log.error("%s could not be loaded:\n%s", one.called, error)
        message = f"程序出错，这个文件没有导入（{error.kind}）。请把文件和日志交给维护人员。"
        return FileReport(one.called, "refused", findings=(refuse("program-error", "", message),))
    if outcome.refused:
        return FileReport(one.called, "refused", findings=outcome.findings)
    if outcome.idle:
        return FileReport(one.called, "unchanged", findings=outcome.findings)
    return put(one.content, outcome, one.called)


def _outcome(one: _Input, given: Given, apart: Apart) -> Outcome:
    """What the file states; an old kind of file is converted first, and its own bytes are what the statement is of."""
    way = CONVERTIBLE.get(kind_of(one.content) or "")
    if way is None:
        return apart.state(one.name, one.content, given)
    outcome = apart.state(one.name, converted(one.name, one.content, *way), given)
    statement = outcome.statement.model_copy(update={"sha256": hashlib.sha256(one.content).hexdigest()})
    said = remark("converted", "", "旧格式的文件，经 LibreOffice 转换后读入；出处里的位置是转换后的。")
    return Outcome(statement=statement, findings=(said, *outcome.findings))
