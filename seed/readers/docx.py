"""Word documents (.docx): paragraphs and tables of the body, merged cells as the file itself says (`w:gridSpan`, `w:vMerge`)."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from seed.document import Document
from seed.readers.assembling import Box, Grid, Part, assembled
from seed.readers.kinds import kind_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def knows(content: bytes) -> bool:
    """Whether the content is a Word document, by the parts of its package."""
    return kind_of(content) == " Word 文件（.docx）"


def read(name: str, content: bytes) -> Document:
    """The document in the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"), etree.XMLParser(resolve_entities=False, no_network=True))
    body = root.find(f"{_W}body")
    return assembled(name, content, _parts(body) if body is not None else ())


def _parts(body: etree._Element) -> Iterator[Part]:
    for element in body:
        if element.tag == f"{_W}p":
            yield _text(element)
        elif element.tag == f"{_W}tbl":
            yield Grid(tuple(_boxes(element)))


def _boxes(table: etree._Element) -> list[Box]:
    boxes: list[Box] = []
    open_boxes: dict[int, int] = {}  # column → index of the box that vMerge continues
    for r, row in enumerate(table.iterfind(f"{_W}tr")):
        column = 0
        for cell in row.iterfind(f"{_W}tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            columns = int(span.get(f"{_W}val", "1")) if span is not None else 1
            if merge is not None and merge.get(f"{_W}val", "continue") == "continue" and column in open_boxes:
                at = open_boxes[column]
                above = boxes[at]
                boxes[at] = Box(above.row, above.column, above.text, above.rows + 1, above.columns)
            else:
                text = "\n".join(_text(p) for p in cell.iterfind(f"{_W}p"))
                open_boxes[column] = len(boxes)
                boxes.append(Box(r, column, text, 1, columns))
            column += columns
    return boxes


def _text(paragraph: etree._Element) -> str:
    marks = {f"{_W}tab": "\t", f"{_W}br": "\n"}
    return "".join(marks.get(str(node.tag)) or node.text or "" for node in paragraph.iter(f"{_W}t", *marks))
