"""What stands at the head and foot of pages and belongs to none of the texts: page numbers, and lines that return page after page."""

import re
from collections import defaultdict
from collections.abc import Sequence
from enum import Enum

from seed.readers.pdf.continuing import begins_anew, first_text
from seed.readers.pdf.lines import Line
from seed.readers.pdf.pages import Page, Sheet
from seed.words.titles import is_caption
from store.text import normalized

_NUMBER = re.compile(r"[-·.~]*(?:第?\d{1,4}页?(?:[/,，、共]*(?:共|of)?\d{1,4}页?)?|page\d{1,4}(?:of\d{1,4})?)[-·.~]*")
_AT_THE_SAME_HEIGHT = 4.0  # points
_MARGIN = 0.15  # of the page's height


class Role(Enum):
    """What a line at the edge of a page is."""

    NUMBER = "number"  # a page number
    RUNNING = "running"  # a line that returns on other pages
    TITLE = "title"  # the same, but each time it heads a table that begins there; or the first of the running ones


def roles(pages: Sequence[Page]) -> dict[int, Role]:
    """The lines that are no text of the document, by their `id`."""
    found: dict[int, Role] = {}
    returning: defaultdict[str, list[tuple[Page, Line]]] = defaultdict(list)
    for page in pages:
        for line in _at_edges(page):
            if _NUMBER.fullmatch(_plain(line.text)) and _in_margin(line, page):
                found[id(line)] = Role.NUMBER
            else:
                returning[re.sub(r"\d+", "#", _plain(line.text))].append((page, line))
    for lines in returning.values():
        twins = [(page, line) for page, line in lines if any(_is_twin(page, line, *other) for other in lines)]
        if not twins:
            continue
        heads = is_caption(twins[0][1].text) and _head_tables(twins)
        found |= {id(line): Role.TITLE if heads else Role.RUNNING for _page, line in twins}
        # What runs over all pages stands once as a text: it may be the only place that names the year or the unit.
        found[id(twins[0][1])] = Role.TITLE if _is_above_tables(*twins[0]) else found[id(twins[0][1])]
    return found


def _is_above_tables(page: Page, line: Line) -> bool:
    return any(isinstance(item, Sheet) and item.ys[0] > line.top for item in page.items)


def _is_twin(page: Page, line: Line, other: Page, twin: Line) -> bool:
    return other is not page and abs(twin.top - line.top) <= _AT_THE_SAME_HEIGHT


def _head_tables(lines: Sequence[tuple[Page, Line]]) -> bool:
    """Whether below each of the lines a table begins, and does not go on from the page before."""
    tables = [
        next((item for item in page.items if isinstance(item, Sheet) and item.ys[0] > line.top), None) for page, line in lines
    ]
    begun = [table for table in tables if table is not None]
    return all(begins_anew(table) or first_text(table) == first_text(begun[0]) != "" for table in begun)


def _at_edges(page: Page) -> list[Line]:
    """The lines above the first table and below the last."""
    tables = [i for i, item in enumerate(page.items) if isinstance(item, Sheet)]
    first, last = (tables[0], tables[-1]) if tables else (len(page.items), -1)
    edges = [item for i, item in enumerate(page.items) if i < first or i > last]
    return [item for item in edges if isinstance(item, Line) and (tables or _in_margin(item, page))]


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom < page.height * _MARGIN or line.top > page.height * (1 - _MARGIN)


def _plain(text: str) -> str:
    return "".join(normalized(text).split())
