"""Documents that state nothing: one that looks like a target document is refused, one about something else is only said.

Folders of offices hold notices, minutes and letters beside the forms.  Passing such a file over is safe only where nothing in it
speaks for a form that could not be read: no column of one, no odd thing that the reader met, and prose that reads as such.
"""

from collections.abc import Iterable, Iterator

from seed.document import Document
from seed.findings import refuse, remark, warn
from seed.outcome import APART, OTHER_DOCUMENT
from seed.words.labels import plain_of
from store.model import DocumentStatement, Finding, Severity

_WORDS = ("项目名称", "绩效", "指标", "资金", "万元", "预算", "拨款", "支出", "实施单位", "主管部门", "满意度")
_OF_NAMES = ("绩效", "目标", "指标", "项目", "预算", "自评")
_FEWEST = 2  # different ones of the words: a form has most of them, a notice may mention the budget
_LEAST = 60  # characters; what is shorter may be the caption of a picture
# Text in a wrong encoding is Chinese characters too, but not these.
_COMMON, _OF_COMMON = frozenset("的和在为有各请及与于等是一不了"), 3


def nothing_stated(document: Document, statement: DocumentStatement, found: Iterable[Finding]) -> Iterator[Finding]:
    """Why nothing is there to answer with; nothing where the statement has targets, or where a finding has said it already."""
    said = tuple(found)
    if statement.targets or statement.evaluations or any(finding.severity is Severity.REFUSE for finding in said):
        return
    if said and not statement.listed and all(finding.rule in APART for finding in said):
        return  # each table is said to be about no project: there is nothing to put right
    tables = f"{len(document.tables)} 张表" if document.tables else "没有表格"
    if statement.listed:
        yield warn(
            "no-targets", "", f"只有清单，没有绩效目标表（{tables}）：清单只用来核对，问答只说得出清单金额，没有目标和指标。"
        )
    elif is_other_document(document, said):
        yield remark(OTHER_DOCUMENT, "", "这份文件不是绩效目标表：里面没有项目名称、资金、指标等栏目，没有读入。")
    else:
        yield refuse("no-targets", "", f"没有找到绩效目标表（{tables}）。请确认选对了文件，并保留原表的栏目名称。")


def is_other_document(document: Document, found: Iterable[Finding]) -> bool:
    """Whether the document is surely about something else: prose without the words of a form, read without any doubt."""
    if document.findings or any(finding.severity is not Severity.REMARK for finding in found):
        return False  # a picture in it may be the form
    cells = [*document.paragraphs, *(cell for table in document.tables for cell in table.cells())]
    text = plain_of("".join(cell.text for cell in cells))
    return (
        len(text) >= _LEAST
        and len(_COMMON.intersection(text)) >= _OF_COMMON
        and sum(word in text for word in _WORDS) < _FEWEST
        and not any(word in plain_of(document.file) for word in _OF_NAMES)
    )
