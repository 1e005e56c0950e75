"""What became of each file: for programs (`load --json`) and for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from seed.layouts.apart import APART
from store.model import Finding, Severity
from store.text import printable

Status = Literal["loaded", "unchanged", "refused"]
_STATUS = {"loaded": "已导入", "unchanged": "没有变化，没有写入", "refused": "已拒绝，没有写入"}
_LOOKED_AT = {"loaded": "可以导入", "unchanged": "可以导入", "refused": "会被拒绝"}
_SKIPPED = "已跳过"
_NOTHING_TO_LOAD = APART | {"skipped"}  # the rules that say so
_SEVERITY = {Severity.REFUSE: "拒绝", Severity.WARN: "请核对", Severity.REMARK: "提示"}


@dataclass(frozen=True)
class FileReport:
    """What became of one file: how many of its targets are new, changed and the same as before, and what is odd.

    `evaluations` are its self-evaluations (绩效自评), which are counted apart: they are no targets.
    """

    file: str
    status: Status
    new: int = 0
    changed: int = 0
    same: int = 0
    removed: int = 0
    evaluations: int = 0
    findings: tuple[Finding, ...] = ()

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
    idle = report.status == "unchanged" and not _counts(report) and found
    became = _SKIPPED if idle and all(finding.rule in _NOTHING_TO_LOAD for finding in found) else said[report.status]
    # File names and what is quoted from files may hold line breaks and terminal escapes: a line is a line.
    return [printable(line) for line in (f"{report.file}：{became}{_counts(report)}", *map(_line, found))]


def _counts(report: FileReport) -> str:
    targets = report.new + report.changed + report.same + report.removed
    removed = f"，移除 {report.removed}" if report.removed else ""
    parts = [f"新增 {report.new}，变更 {report.changed}，未变 {report.same}{removed}"] if targets else []
    parts += [f"绩效自评 {report.evaluations}"] if report.evaluations else []
    return f"（{'；'.join(parts)}）" if parts else ""


def _line(finding: Finding) -> str:
    place = f" {finding.place}：" if finding.place else " "
    return f"  {_SEVERITY[finding.severity]}{place}{finding.message}"
