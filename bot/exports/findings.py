"""What is odd in the documents (发现) as rows of a workbook, in the order of `store.found`."""

from store.views import Found

FINDING_HEADINGS = ("公开主体", "年度", "单位", "项目", "轻重", "规则", "位置", "内容", "文件")


def finding_row(one: Found) -> tuple[str | int | None, ...]:
    """One finding; names and year are blank where it is about the whole file."""
    finding = one.finding
    whose = (one.publisher, finding.year, finding.unit, finding.project)
    return (*whose, finding.severity.in_words, finding.rule, finding.place, finding.message, one.file)
