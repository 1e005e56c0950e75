"""What should not stand in a public document: names of people who signed or filled it in, and their numbers; nothing of it is repeated.

A rule over the document itself, since none of it is stated by a target.
"""

import re
from collections.abc import Collection, Iterator

from seed.document import Cell, Document, Table, place_of
from seed.findings import personal, remark
from seed.forms.grid import Grid
from seed.words.labels import Label, heading_of
from seed.words.personal import has_mobile_or_identity, has_personal_number
from seed.words.persons import announces_person, has_person, is_person
from store.model import Finding

_CALLS = re.compile("电话|手机|联系方式|身份证")
_OF_PAGE = re.compile("来源|编辑|发布|浏览|点击|字号|信息")  # of the web page, whose editors sign it
_DIGITS = re.compile(r"(?<!\d)[2-9]\d{6,7}(?!\d)")  # of a telephone without its area


def people(document: Document, said: Collection[str]) -> Iterator[Finding]:
    """One finding for all names and one for all numbers, at the first of them; places that are `said` to hold a number are left out."""
    names, numbers = _places(document)
    places = {place_of(cell): cell for cell in numbers}
    left = [cell for place, cell in places.items() if place not in said]
    if left:
        finding = personal(left[0])
        more = f"同样的还有 {len(left) - 1} 处。" if len(left) > 1 else ""
        yield finding.model_copy(update={"message": finding.message + more})
    if names:
        count = f"共 {len(names)} 处，" if len(names) > 1 else ""
        message = f"这里写了签字人、负责人或填表人的姓名，{count}公开前请确认是否需要；这里不重复姓名。"
        yield remark("personal-name", names[0], message)


def _places(document: Document) -> tuple[list[Cell], list[Cell]]:
    """The cells and paragraphs that hold names, and those that hold numbers, in the document's order."""
    above = {cell: "" for table in document.tables for cell in table.captions}
    inside = {cell: label for table in document.tables for cell, label in _labelled(table).items()}
    cells = {**dict.fromkeys(document.paragraphs, ""), **above, **inside}
    names = [cell for cell, label in cells.items() if _names(cell, label)]
    return names, [cell for cell, label in cells.items() if _numbers(cell, label)]


def _labelled(table: Table) -> dict[Cell, str]:
    """The cells of a table, each with the label that asks for it where that may be one of people."""
    labels = (heading_of(cell.text) for cell in table.cells())
    asked = any(heading is not None and heading.label is Label.IGNORED for heading in labels)
    entries = Grid((), table.rows).of(Label.IGNORED) if asked else []
    return {**dict.fromkeys(table.cells(), ""), **{entry.value: entry.words for entry in entries if entry.value}}


def _names(cell: Cell, label: str) -> bool:
    if cell.table is None and _OF_PAGE.search(cell.text):
        return False
    return has_person(cell.text) or (announces_person(label) and is_person(cell.text))


def _numbers(cell: Cell, label: str) -> bool:
    """Whether it is a number of a person: in a paragraph, a page may print the telephone of its office."""
    if cell.table is None and not has_person(cell.text):
        return has_mobile_or_identity(cell.text)
    return has_personal_number(cell.text) or bool(_CALLS.search(label) and _DIGITS.search(cell.text))
