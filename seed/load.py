"""Loading files: read, recognise, state, check, record.  A file is loaded wholly or not at all; one bad file stops no other."""

import hashlib
import logging
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from seed.errors import FileNotFound, FileTooLarge, FileUnreadable, NoPath, NotAFile, SeedError
from seed.findings import refuse, remark, short
from seed.readers import LIMIT, read_file
from seed.reading import Given, Outcome, state
from seed.reports import FileReport, Status, report_text
from store.database import Store
from store.errors import StoreError, os_reason
from store.loads import keep_refused
from store.model import Stage
from store.statements import record
from store.text import printable

__all__ = ["FileReport", "bundled", "check", "load", "report_text"]


_log = logging.getLogger(__name__)
_Put = Callable[[bytes, Outcome, str], FileReport]
Progress = Callable[[int, int, str], object]
"""Told before each file: its number, how many there are, and its name."""


@dataclass(frozen=True)
class _File:
    """A file to load: where it is, and how reports call it: by its name, or by its path inside the folder that was given."""

    path: Path
    called: str
    skipped: str | None = None  # why it is not looked at
    problem: SeedError | None = None  # why it cannot be


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

    What was refused is kept in the history too, as far as it could be read as bytes.

    `now` has a time zone.  Raises `store.errors.StoreError` where the store itself fails.
    """
    given = Given(publisher, stage, published, url)

    def put(content: bytes, outcome: Outcome, called: str) -> FileReport:
        recorded = record(store, outcome.statement, findings=outcome.findings, by=by, at=now, original=content, dry_run=dry_run)
        status: Status = "unchanged" if recorded.status == "unchanged" else "loaded"
        counts = (recorded.new, recorded.changed, recorded.same, recorded.removed)
        return FileReport(called, status, *counts, findings=(*outcome.findings, *recorded.findings), load=recorded.load)

    def handle(file: _File) -> FileReport:
        report = _handle(file, given, put)
        if report.sha256 is None or dry_run:
            return report
        kept = keep_refused(store, report.file, report.sha256, report.findings, by=by, at=now, url=url)
        return replace(report, load=kept)

    files = list(_files(paths))
    reports = []
    for number, file in enumerate(files, start=1):
        if progress:
            progress(number, len(files), file.called)
        reports.append(handle(file))
    return reports


def check(paths: Iterable[Path | str], *, publisher: str | None = None, stage: Stage | None = None) -> list[FileReport]:
    """The findings about files and folders, without any store: nothing is written, nothing compared."""

    def put(_content: bytes, outcome: Outcome, called: str) -> FileReport:
        return FileReport(called, "unchanged", findings=outcome.findings)

    return [_handle(file, Given(publisher, stage), put) for file in _files(paths)]


def bundled() -> Traversable:
    """The folder of the documents that come with the program."""
    return files("seed") / "data"


def _handle(file: _File, given: Given, put: _Put) -> FileReport:
    if file.skipped:
        return FileReport(file.called, "unchanged", findings=(remark("skipped", "", file.skipped),))
    sha256 = None
    try:
        content = _content(file)
        sha256 = hashlib.sha256(content).hexdigest()
        outcome = state(read_file(printable(file.path.name), content), given)
        if outcome.refused:
            return FileReport(file.called, "refused", findings=outcome.findings, sha256=sha256)
        return put(content, outcome, file.called)
    except SeedError as error:
        return FileReport(file.called, "refused", findings=(refuse(error.rule, "", str(error)),), sha256=sha256)
    except StoreError:
        raise
    except Exception as error:  # noqa: BLE001  # this is the outermost loop over files: a mistake of ours costs one file, not all
        _log.exception("%s could not be loaded", file.called)
        message = f"程序出错，这个文件没有导入（{type(error).__name__}）。请把文件和日志交给维护人员。"
        return FileReport(file.called, "refused", findings=(refuse("program-error", "", message),), sha256=sha256)


def _content(file: _File) -> bytes:
    """The bytes, and one more than the limit at most: a huge file must not fill the memory before it is refused."""
    if file.problem is not None:
        raise file.problem
    try:
        found = file.path.stat()
        # To open a pipe waits for somebody who writes into it; a device may never end.
        if not stat.S_ISREG(found.st_mode):
            raise NotAFile(file.called)
        if found.st_size > LIMIT:
            raise FileTooLarge(file.called, found.st_size, LIMIT)
        with file.path.open("rb") as opened:
            return opened.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise FileNotFound(file.called) from error
    except OSError as error:
        raise FileUnreadable(file.called, os_reason(error)) from error


def _files(paths: Iterable[Path | str]) -> Iterator[_File]:
    """The files in the order of the paths, those of a folder sorted by their path inside of it."""
    for given in paths:
        path = Path(given)
        if not str(given):
            yield _File(path, "（空路径）", problem=NoPath())
            continue
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            yield _File(path, printable(str(path)))
        except (OSError, ValueError) as error:
            why = os_reason(error) if isinstance(error, OSError) else "路径里有空字符"
            called = short(printable(str(path)))
            yield _File(path, called, problem=FileUnreadable(called, why))
        else:
            yield from _walk(path) if stat.S_ISDIR(mode) else [_File(path, printable(path.name))]


def _walk(folder: Path) -> Iterator[_File]:
    """What stands in the folder; one line for all that is hidden, which is not walked into: a .git alone has thousands."""
    found: list[tuple[Path, _File]] = []
    hidden: list[str] = []

    def unreadable(error: OSError) -> None:
        inside = _inside(Path(error.filename or folder), folder)
        found.append((inside, _File(folder, printable(str(inside)), problem=FileUnreadable(str(inside), os_reason(error)))))

    for above, folders, names in os.walk(folder, onerror=unreadable):
        hidden += [_inside(Path(above) / name, folder).as_posix() for name in (*folders, *names) if name.startswith(".")]
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(above) / name for name in names if not name.startswith(".")):
            inside = _inside(path, folder)
            found.append((inside, _File(path, printable(inside.as_posix()), _LOCK if path.name.startswith("~$") else None)))
    if hidden:
        yield _File(folder, printable(folder.name or str(folder)), _hidden(sorted(hidden)))
    yield from (file for _inside, file in sorted(found, key=lambda one: one[0]))


def _inside(path: Path, folder: Path) -> Path:
    return path.relative_to(folder)


def _hidden(names: Sequence[str]) -> str:
    said = "、".join(short(name) for name in names[:_QUOTED])
    more = "等" if len(names) > _QUOTED else ""
    return f"有 {len(names)} 个隐藏的文件或文件夹没有看：{said}{more}；要导入请直接给出它的路径。"


_QUOTED = 5  # names
_LOCK = "这是打开文档时留下的临时文件，已跳过。"
