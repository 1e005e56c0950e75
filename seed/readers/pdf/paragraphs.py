"""Lines outside of tables to paragraphs: a line that is full goes on in the next."""

from collections.abc import Iterator, Sequence

from seed.readers.pdf.lines import Line
from seed.readers.pdf.pages import Page, Sheet

_SPACING = 2.2  # sizes from line to line within a paragraph


def paragraphs(lines: Sequence[tuple[Page, Line]]) -> Iterator[str]:
    """The paragraphs that the lines make."""
    text = ""
    before: tuple[Page, Line] | None = None
    for page, line in lines:
        if before is not None and _goes_on(before, page, line):
            text += (" " if text[-1].isascii() and line.text[0].isascii() else "") + line.text
        else:
            if text:
                yield text
            text = line.text
        before = page, line
    if text:
        yield text


def _goes_on(before: tuple[Page, Line], page: Page, line: Line) -> bool:
    """Whether the line before was full: what follows would not have fitted between it and the right edge of the page's texts."""
    earlier, above = before
    near = earlier is page and 0 < line.top - above.top < _SPACING * above.size
    alike = abs(above.size - line.size) < 0.5
    return near and alike and above.x1 + line.first > _right_edge(page) - above.size / 2


def _right_edge(page: Page) -> float:
    return max(item.xs[-1] if isinstance(item, Sheet) else item.x1 for item in page.items)
