"""Excel workbooks (.xlsx): each worksheet one table, cells as they are displayed, merged ranges as one cell, in one pass."""

from collections.abc import Iterator

from lxml import etree

from seed.document import Document
from seed.errors import DamagedFile
from seed.readers.assembling import assembled
from seed.readers.excel.oddities import parts_of
from seed.readers.excel.parts import Parts, attribute, damage
from seed.readers.excel.sheets import Budget, Sheet
from seed.readers.excel.strings import strings_of
from seed.readers.excel.styles import styles_of
from seed.readers.excel.worksheet import Book, fill


def read(name: str, content: bytes) -> Document:
    """The document in the workbook.

    Raises `TooManyCells`, and what `seed.readers.package.opened` does.
    """
    with damage(name):
        parts = Parts(name, content)
        grids, findings = parts_of(_sheets(name, parts))
        return assembled(name, content, grids, findings)


def _sheets(name: str, parts: Parts) -> Iterator[Sheet]:
    main = next((part for kind, part in parts.related("").values() if kind == "officeDocument"), "xl/workbook.xml")
    if not parts.has(main):
        raise DamagedFile(name)
    related = parts.related(main)
    by_kind = dict(related.values())
    budget = Budget(name)
    book = Book(strings_of(parts, by_kind.get("sharedStrings"), budget), styles_of(parts, by_kind.get("styles")))
    since_1904, listed = _listed(parts, main)
    for title, relation, hidden in listed:
        kind, part = related.get(relation, ("", ""))
        if kind == "worksheet" and parts.has(part):  # a chart's sheet has no cells
            sheet = Sheet(title, budget, hidden=hidden, since_1904=since_1904)
            fill(sheet, parts, part, book)
            yield sheet


def _listed(parts: Parts, main: str) -> tuple[bool, list[tuple[str, str, bool]]]:
    """The epoch, and the worksheets in their order: name, relation, and whether it is hidden."""
    since_1904 = False
    listed: list[tuple[str, str, bool]] = []
    for element in parts.elements(main, "workbookPr", "sheet"):
        if str(element.tag).endswith("}workbookPr"):
            since_1904 = element.get("date1904") in ("1", "true")
        else:
            listed.append((element.get("name", ""), _relation(element), element.get("state", "visible") != "visible"))
    return since_1904, listed


def _relation(element: etree._Element) -> str:
    return attribute(element, "id") or ""
