"""Loading files: read, recognise, state, check, record.  A file is loaded wholly or not at all; one bad file stops no other."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from importlib.resources import files as resources
from importlib.resources.abc import Traversable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from seed.apart import Apart, OurMistake
from seed.archives import is_archive, members
from seed.errors import SeedError
from seed.findings import refuse, remark
from seed.outcome import OTHER_DOCUMENT, Given, Outcome
from seed.paths import File, files
from seed.reports import FileReport, Status, report_text
from store.database import Store
from store.loads import keep_refused
from store.model import Finding, Stage
from store.statements import record

__all__ = ["FileReport", "bundled", "check", "load", "report_text"]

_log = logging.getLogger(__name__)
_Put = Callable[[bytes, Outcome, str], FileReport]
Progress = Callable[[int, int, str], object]
"""Told before each file: its number, how many there are, and its name."""


class _Input(Struct, frozen=True):
    """A file, or one of an archive: how reports call it, its own name, and its bytes, or why there are none."""

    called: str
    name: str
    content: bytes | None = None
    skipped: str | None = None
    problem: SeedError | None = None
    named: bool = False  # by its own path


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
    progress: Progress | None = None,
) -> list[FileReport]:
    """Loads files and folders in sorted order; a report for each file.  A dry run says the same and writes nothing.

    A document about something else (a notice of a meeting) is passed over in a folder or archive, and refused where its own path was
    given: whoever names a file means that it holds targets.  What was refused is kept in the history too, as far as it could be read as bytes.

    `now` has a time zone.  Raises `store.errors.StoreError` where the store itself fails.
    """
    given = Given(publisher=publisher, stage=stage, published=published, url=url)

    def put(content: bytes, outcome: Outcome, called: str) -> FileReport:
        recorded = record(store, outcome.statement, findings=outcome.findings, by=by, at=now, original=content, dry_run=dry_run)
        status: Status = "unchanged" if recorded.status == "unchanged" else "loaded"
        findings = (*outcome.findings, *recorded.findings)
        counts = (recorded.new, recorded.changed, recorded.same, recorded.removed, recorded.evaluations)
        return FileReport(called, status, *counts, findings=findings, load=recorded.load)

    def handle(one: _Input, apart: Apart) -> FileReport:
        report = _handle(one, given, apart, put)
        if report.sha256 is None or dry_run:
            return report
        kept = keep_refused(store, report.file, report.sha256, report.findings, by=by, at=now, url=url)
        return replace(report, load=kept)

    found = list(files(paths))
    with Apart() as apart:
        return [handle(one, apart) for one in _inputs(found, progress)]


def check(paths: Iterable[Path | str], *, publisher: str | None = None, stage: Stage | None = None) -> list[FileReport]:
    """The findings about files and folders, without any store: nothing is written, nothing compared."""

    def put(_content: bytes, outcome: Outcome, called: str) -> FileReport:
        return FileReport(called, "unchanged", findings=outcome.findings)

    given = Given(publisher=publisher, stage=stage)
    with Apart() as apart:
        return [_handle(one, given, apart, put) for one in _inputs(list(files(paths)))]


def bundled() -> Traversable:
    """The folder of the documents that come with the program."""
    return resources("seed") / "data"


def _inputs(found: Sequence[File], progress: Progress | None = None) -> Iterator[_Input]:
    """Every file, and instead of an archive every file in it; the bytes of one are read when its turn comes."""
    for number, file in enumerate(found, start=1):
        if progress:
            progress(number, len(found), file.called)
        if file.skipped:
            yield _Input(file.called, file.name, skipped=file.skipped)
            continue
        try:
            content = file.content()
        except SeedError as error:
            yield _Input(file.called, file.name, problem=error)
            continue
        if is_archive(content):
            for one in members(file.called, content):
                yield _Input(one.called, one.name, None if one.problem else one.content, problem=one.problem)
        else:
            yield _Input(file.called, file.name, content, named=file.named)


def _handle(one: _Input, given: Given, apart: Apart, put: _Put) -> FileReport:
    if one.skipped:
        return FileReport(one.called, "unchanged", findings=(remark("skipped", "", one.skipped),))
    try:
        if one.problem is not None:
            raise one.problem
        assert one.content is not None  # what has no problem has bytes
        outcome = apart.state(one.name, one.content, given)
    except SeedError as error:
        return _refused(one, refuse(error.rule, "", str(error)))
    except OurMistake as error:  # a mistake of ours costs one file, not all
        _log.error("%s could not be loaded:\n%s", one.called, error)
        message = f"程序出错，这个文件没有导入（{error.kind}）。请把文件和日志交给维护人员。"
        return _refused(one, refuse("program-error", "", message))
    if outcome.refused:
        return _refused(one, *outcome.findings)
    if outcome.idle and one.named and any(finding.rule == OTHER_DOCUMENT for finding in outcome.findings):
        message = "这份文件不是绩效目标表：里面没有项目名称、资金、指标等栏目，什么都没有导入。请确认选对了文件。"
        return _refused(one, refuse(OTHER_DOCUMENT, "", message))
    if outcome.idle:
        return FileReport(one.called, "unchanged", findings=outcome.findings)
    return put(one.content, outcome, one.called)


def _refused(one: _Input, *findings: Finding) -> FileReport:
    sha256 = None if one.content is None else hashlib.sha256(one.content).hexdigest()
    return FileReport(one.called, "refused", findings=findings, sha256=sha256)
