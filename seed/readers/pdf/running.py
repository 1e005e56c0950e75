"""What stands at the head and foot of pages and belongs to none of the texts: page numbers, and lines that return page after page."""

import re
from collections import defaultdict
from collections.abc import Sequence
from enum import Enum

from seed.readers.pdf.lines import Line
from seed.readers.pdf.pages import Page, Sheet
from seed.titles import is_caption
from store.text import normalize

_NUMBER = re.compile(r"[-·.~]*(?:第?\d{1,4}页?(?:[/,，、共]*(?:共|of)?\d{1,4}页?)?|page\d{1,4}(?:of\d{1,4})?)[-·.~]*")
_AT_THE_SAME_HEIGHT = 4.0  # points
_MARGIN = 0.15  # of the page's height


class Role(Enum):
    """What a line at the edge of a page is."""

    NUMBER = "number"  # a page number
    RUNNING = "running"  # a line that returns on other pages
    TITLE = "title"  # the same, but it could head a table: a title that is printed on each page, or each page has a form


def roles(pages: Sequence[Page]) -> dict[int, Role]:
    """The lines that are no text of the document, by their `id`."""
    found: dict[int, Role] = {}
    returning: defaultdict[str, list[tuple[int, Line]]] = defaultdict(list)
    for page in pages:
        for line in _at_edges(page):
            if _NUMBER.fullmatch(_plain(line.text)) and _in_margin(line, page):
                found[id(line)] = Role.NUMBER
            else:
                returning[re.sub(r"\d+", "#", _plain(line.text))].append((page.number, line))
    for lines in returning.values():
        for number, line in lines:
            if any(other != number and abs(twin.top - line.top) <= _AT_THE_SAME_HEIGHT for other, twin in lines):
                found[id(line)] = Role.TITLE if is_caption(line.text) else Role.RUNNING
    return found


def _at_edges(page: Page) -> list[Line]:
    """The lines above the first table and below the last."""
    tables = [i for i, item in enumerate(page.items) if isinstance(item, Sheet)]
    first, last = (tables[0], tables[-1]) if tables else (len(page.items), -1)
    edges = [item for i, item in enumerate(page.items) if i < first or i > last]
    return [item for item in edges if isinstance(item, Line) and (tables or _in_margin(item, page))]


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom < page.height * _MARGIN or line.top > page.height * (1 - _MARGIN)


def _plain(text: str) -> str:
    return "".join(normalize(text).text.split())
