"""What became of each file: for programs (`load --json`) and for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from store.model import Finding, Severity
from store.text import printable

Status = Literal["loaded", "unchanged", "refused"]
_STATUS = {"loaded": "已导入", "unchanged": "没有变化，没有写入", "refused": "已拒绝，没有写入"}
_LOOKED_AT = {"loaded": "可以导入", "unchanged": "可以导入", "refused": "会被拒绝"}
_SKIPPED = "已跳过"
_SEVERITY = {Severity.REFUSE: "拒绝", Severity.WARN: "请核对", Severity.REMARK: "提示"}


@dataclass(frozen=True)
class FileReport:
    """What became of one file: how many of its targets are new, changed and the same as before, and what is odd.

    `load` is its number in the history; `sha256` is only there for a refused file, whose bytes nobody keeps.
    """

    file: str
    status: Status
    new: int = 0
    changed: int = 0
    same: int = 0
    removed: int = 0
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
            "findings": [finding.model_dump(mode="json") for finding in self.findings],
            "load": self.load,
        }


def report_text(reports: Sequence[FileReport], *, written: bool = True) -> str:
    """The report as people read it: a line a file, then what is odd in it, what weighs most first.

    `written`: whether the files were loaded; else they were only looked at.
    """
    if not reports:
        return "没有可导入的文件。"
    said = _STATUS if written else _LOOKED_AT
    return "\n".join(line for report in reports for line in _lines(report, said))


def _lines(report: FileReport, said: Mapping[str, str]) -> list[str]:
    weights = list(_SEVERITY)
    found = sorted(report.findings, key=lambda finding: weights.index(finding.severity))
    became = _SKIPPED if found and all(finding.rule == "skipped" for finding in found) else said[report.status]
    # File names and what is quoted from files may hold line breaks and terminal escapes: a line is a line.
    return [printable(line) for line in (f"{report.file}：{became}{_counts(report)}", *map(_line, found))]


def _counts(report: FileReport) -> str:
    if not report.new + report.changed + report.same + report.removed:
        return ""
    removed = f"，移除 {report.removed}" if report.removed else ""
    return f"（新增 {report.new}，变更 {report.changed}，未变 {report.same}{removed}）"


def _line(finding: Finding) -> str:
    place = f" {finding.place}：" if finding.place else " "
    return f"  {_SEVERITY[finding.severity]}{place}{finding.message}"
