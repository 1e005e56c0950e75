"""What became of each file: for programs (`load --json`) and for people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from seed.errors import NotConverted
from seed.findings import short
from seed.outcome import APART, OTHER_DOCUMENT
from store.model import Finding, Severity
from store.text import printable

Status = Literal["loaded", "unchanged", "refused"]
_STATUS = {"loaded": "已导入", "unchanged": "没有变化，没有写入", "refused": "已拒绝，没有写入"}
_WOULD_BE = {"loaded": "会导入", "unchanged": "没有变化", "refused": "会被拒绝"}
_LOOKED_AT = {**_WOULD_BE, "unchanged": "可以导入"}  # nothing was compared with what is there
_SKIPPED = "已跳过"
_FEW = 5  # files; of fewer nobody has to look for those that were refused
_SHOWN = 3  # findings of one rule a file
_NOTHING_TO_LOAD = frozenset({*APART, OTHER_DOCUMENT, "skipped"})  # the rules that say so


class FileReport(Struct, frozen=True):
    """What became of one file: how many of its targets are new, changed and the same as before, and what is odd.

    `evaluations` are its self-evaluations (绩效自评), which are counted apart: they are no targets.
    `load` is its number in the history; `sha256` is only there for a refused file, whose bytes nobody keeps.
    """

    file: str
    status: Status
    new: int = 0
    changed: int = 0
    same: int = 0
    removed: int = 0
    evaluations: int = 0
    findings: tuple[Finding, ...] = ()
    load: int | None = None
    sha256: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The shape that `load --json` prints."""
        return {
            "file": self.file,
            "status": self.status,
            "new": self.new,
            "changed": self.changed,
            "same": self.same,
            "removed": self.removed,
            "evaluations": self.evaluations,
            "findings": [finding.model_dump(mode="json") for finding in self.findings],
            "load": self.load,
        }


def report_text(reports: Sequence[FileReport], *, written: bool = True, compared: bool = True) -> str:
    """The report as people read it: a line a file, then what is odd in it, what weighs most first.

    `written`: whether the files were loaded; `compared`: whether they were compared with what is there; else only looked at.
    """
    if not reports:
        return "没有可导入的文件。"
    said = _STATUS if written else _WOULD_BE if compared else _LOOKED_AT
    lines = [line for report in reports for line in _lines(report, said)]
    return "\n".join([*lines, *_to_convert(reports), *_all_together(reports, said)])


def _all_together(reports: Sequence[FileReport], said: Mapping[str, str]) -> Iterator[str]:
    """How many files became what, where there is more than one."""
    became = Counter(_SKIPPED if _is_skipped(report) else said[report.status] for report in reports)
    refused = [report for report in reports if report.status == "refused"]
    if len(reports) > _FEW and refused:
        yield f"{said['refused']}的 {len(refused)} 个："
        yield from (printable(f"  {report.file}{_reason(report)}") for report in refused)
    if len(reports) > 1:
        yield f"共 {len(reports)} 个文件：{'，'.join(f'{what} {count} 个' for what, count in became.items())}。"


def _to_convert(reports: Iterable[FileReport]) -> Iterator[str]:
    """One list of the files of old kinds that somebody must save anew, and how."""
    files = [report.file for report in reports if any(finding.rule == NotConverted.rule for finding in report.findings)]
    if not files:
        return
    yield f"有 {len(files)} 个旧格式的文件要先另存："
    yield from (printable(f"  {file}") for file in files)
    yield "做法：在 WPS 或 Office 里打开，选“文件 → 另存为”，文字选 .docx，表格选 .xlsx，再导入另存的文件；"
    yield "文件多的，在这台机器上装 LibreOffice 后重新导入，程序会自己转换。"


def _lines(report: FileReport, said: Mapping[str, str]) -> list[str]:
    weights = list(Severity)
    found = sorted(report.findings, key=lambda finding: weights.index(finding.severity))
    became = _SKIPPED if _is_skipped(report) else said[report.status]
    # File names and what is quoted from files may hold line breaks and terminal escapes: a line is a line.
    return [printable(line) for line in (f"{report.file}：{became}{_counts(report)}", *_said(found))]


def _reason(report: FileReport) -> str:
    """Why the file was refused, in short: the message says the file's name again, which stands before it."""
    first = next((finding for finding in report.findings if finding.severity is Severity.REFUSE), None)
    return f"：{short(first.message.removeprefix(f'{report.file}：'), 60)}" if first else ""


def _is_skipped(report: FileReport) -> bool:
    idle = report.status == "unchanged" and not _counts(report) and bool(report.findings)
    return idle and all(finding.rule in _NOTHING_TO_LOAD for finding in report.findings)


def _said(findings: Sequence[Finding]) -> Iterator[str]:
    """A line a finding; of many of one rule the first few, and how many more there are.  What refuses the file is said in full."""
    of_rule = Counter((finding.severity, finding.rule) for finding in findings)
    seen: Counter[tuple[Severity, str]] = Counter()
    for finding in findings:
        rule = finding.severity, finding.rule
        seen[rule] += 1
        if finding.severity is Severity.REFUSE or seen[rule] <= _SHOWN:
            yield _line(finding)
        if seen[rule] == of_rule[rule] > _SHOWN and finding.severity is not Severity.REFUSE:
            yield f"  {finding.severity.in_words} 同类的还有 {of_rule[rule] - _SHOWN} 处；--json 列出全部。"


def _counts(report: FileReport) -> str:
    targets = report.new + report.changed + report.same + report.removed
    removed = f"，移除 {report.removed}" if report.removed else ""
    parts = [f"新增 {report.new}，变更 {report.changed}，未变 {report.same}{removed}"] if targets else []
    parts += [f"绩效自评 {report.evaluations}"] if report.evaluations else []
    return f"（{'；'.join(parts)}）" if parts else ""


def _line(finding: Finding) -> str:
    place = f" {finding.place}：" if finding.place else " "
    return f"  {finding.severity.in_words}{place}{finding.message}"
