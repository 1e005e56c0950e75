"""Web pages (.html): the tables with what stands between them; scripts and styles are not read."""

from collections.abc import Iterator

from lxml import etree, html

from seed.document import Document
from seed.readers.assembling import Box, Grid, Part, assembled
from seed.readers.kinds import kind_of
from seed.readers.text import decode


def knows(content: bytes) -> bool:
    """Whether the content begins like a web page."""
    return kind_of(content) == "网页（HTML）"


def read(name: str, content: bytes) -> Document:
    """The document in the page."""
    root = html.fromstring(decode(name, content))
    return assembled(name, content, _parts(root))


def _parts(root: html.HtmlElement) -> Iterator[Part]:
    etree.strip_elements(root, "script", "style", "head", with_tail=False)
    for element in root.iter("table", "p", "h1", "h2", "h3", "li"):
        if element.tag == "table":
            yield Grid(tuple(_boxes(element)))
        elif not any(parent.tag == "table" for parent in element.iterancestors()):
            yield " ".join(element.text_content().split())


def _boxes(table: html.HtmlElement) -> Iterator[Box]:
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(table.iter("tr")):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (r, column) in taken:
                column += 1
            rows, columns = int(cell.get("rowspan", "1")), int(cell.get("colspan", "1"))
            taken |= {(r + down, column + right) for down in range(rows) for right in range(columns)}
            for line in cell.iter("br"):
                line.tail = "\n" + (line.tail or "")
            yield Box(r, column, cell.text_content().strip(), rows, columns)
            column += columns
