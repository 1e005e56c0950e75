"""What of a page's lines is its content: its heading, and what tables have above them, without the site's own lines.

Navigation names other years and other offices; as captions of a table they would say whose it is and of which year.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from seed.document import Cell, Document
from seed.readers.html_text import Line
from seed.words.titles import title_of

_PATH = re.compile(r"\W*(?:您?(?:当前|现在)?的?(?:所在)?的?位置|首页\s*[>|»›/\-])")  # “当前位置：首页 > 2023年预决算”


def headed(document: Document, lines: Sequence[Line], tab: str) -> Document:
    """The document with its title, and with tables whose captions are their own.

    `lines` are the document's paragraphs outside of tables, in their order; `tab` is what a browser's tab shows.  The title is what the
    tab begins with, else h1 to h6, else what stands above a table and is neither link nor path.
    """
    aside = {row for row, line in enumerate(lines, start=1) if line.linked or _PATH.match(line.text)}
    rows = [(row, line) for row, line in enumerate(lines, start=1) if row not in aside]
    begun = [(row, line.text) for row, line in rows if tab.startswith(" ".join(line.text.split()))]
    above = {caption.row for table in document.tables for caption in table.captions if caption.table is None}
    title, at = _heading(begun) or _heading((row, line.text) for row, line in rows if line.heading and row in above) or ("", 0)
    tables = tuple(replace(table, captions=_own(table.captions, aside, at)) for table in document.tables)
    texts = [*(table.captions for table in tables), [Cell(line.text, None, row, None) for row, line in rows]]
    title = title or next((found for cells in texts if (found := title_of("", cells))), "")
    return replace(document, tables=tables, title=title or title_of(document.file, ()))


def _heading(lines: Iterable[tuple[int, str]]) -> tuple[str, int] | None:
    cells = [Cell(text, None, row, None) for row, text in lines]
    title = title_of("", cells)
    return next(((title, cell.row) for cell in cells if title and title_of("", [cell]) == title), None)


def _own(captions: Sequence[Cell], aside: set[int], heading: int) -> tuple[Cell, ...]:
    """Without what stands above the heading of the content, and without links and paths."""
    first = next((i for i, caption in enumerate(captions) if caption.table is None and caption.row == heading), 0)
    return tuple(caption for caption in captions[first:] if caption.table is not None or caption.row not in aside)
