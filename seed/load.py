"""Loading files: read, recognise, state, check, record.  A file is loaded wholly or not at all; one bad file stops no other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from seed.errors import FileNotFound, FileTooLarge, FileUnreadable, SeedError
from seed.findings import refuse, remark
from seed.readers import LIMIT, read_file
from seed.reading import Given, Outcome, state
from seed.reports import FileReport, report_text
from store.database import Store
from store.model import Finding, Stage
from store.statements import record

__all__ = ["FileReport", "bundled", "check", "load", "report_text"]


_Put = Callable[[bytes, Outcome, str], FileReport]


@dataclass(frozen=True)
class _File:
    """A file to load: where it is, and how reports call it: by its name, or by its path inside the folder that was given."""

    path: Path
    called: str
    skipped: str | None = None  # why it is not looked at


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
    given = Given(publisher, stage, published, url)

    def put(content: bytes, outcome: Outcome, called: str) -> FileReport:
        recorded = record(store, outcome.statement, findings=outcome.findings, by=by, at=now, original=content, dry_run=dry_run)
        return FileReport(
            called, "unchanged" if recorded.status == "unchanged" else "loaded", **recorded.counts, findings=outcome.findings
        )

    return [_handle(file, given, put) for file in _files(paths)]


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
    try:
        content = _content(file)
        outcome = state(read_file(_printable(file.path.name), content), given)
    except SeedError as error:
        return FileReport(file.called, "refused", findings=(_as_finding(error),))
    if outcome.refused:
        return FileReport(file.called, "refused", findings=outcome.findings)
    return put(content, outcome, file.called)


def _as_finding(error: SeedError) -> Finding:
    return refuse(error.rule, "", str(error))


def _content(file: _File) -> bytes:
    """The bytes, and one more than the limit at most: a huge file must not fill the memory before it is refused."""
    try:
        size = file.path.stat().st_size
        if size > LIMIT:
            raise FileTooLarge(file.called, size, LIMIT)
        with file.path.open("rb") as opened:
            return opened.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise FileNotFound(file.called) from error
    except OSError as error:
        raise FileUnreadable(file.called, error.strerror or str(error)) from error


def _files(paths: Iterable[Path | str]) -> Iterator[_File]:
    """The files in the order of the paths, those of a folder sorted by their path inside of it."""
    for path in map(Path, paths):
        if not path.is_dir():
            yield _File(path, _printable(path.name if path.exists() else str(path)))
            continue
        inside = sorted(found for found in path.rglob("*") if not found.is_dir())
        yield from (
            _File(found, _printable(found.relative_to(path).as_posix()), _skipped(found.relative_to(path))) for found in inside
        )


def _printable(name: str) -> str:
    """The name with � for bytes that are no UTF-8, as in names that an old archive was unpacked with."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _skipped(path: Path) -> str | None:
    """Why a file of a folder is left out: hidden ones, and the locks that office programs leave behind."""
    if path.name.startswith("~$"):
        return "这是打开文档时留下的临时文件，已跳过。"
    if any(part.startswith(".") for part in path.parts):
        return "这是隐藏文件，已跳过；要导入请直接给出它的路径。"
    return None
