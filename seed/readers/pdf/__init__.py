"""PDF files with text: paragraphs and ruled tables in reading order, tables that go on over pages as one.

`opening.py` and `pen.py` note what a page draws, `ruling.py` finds its tables, `lines.py` its texts, `running.py` page numbers and running titles,
`continuing.py` joins what page breaks cut, `doubts.py` says what could not be read for certain.
"""

from collections.abc import Iterator, Sequence

from seed.document import Document
from seed.readers.assembling import Box, Grid, Part, assembled
from seed.readers.pdf.continuing import Run, goes_on, is_printed_twice, joined
from seed.readers.pdf.doubts import doubts_about, refuse_unreadable
from seed.readers.pdf.lines import Line
from seed.readers.pdf.pages import Page, Sheet, page_of
from seed.readers.pdf.paragraphs import paragraphs
from seed.readers.pdf.running import Role, roles


def read(name: str, content: bytes) -> Document:
    """The document in the file.

    Raises `DamagedFile`, `Encrypted`, `ScannedFile`, `GarbledFile` and `TooManyPages`.
    """
    from seed.readers.pdf.opening import drawings  # pdfminer is slow to import, and most files are no PDF

    pages = [page_of(drawing) for drawing in drawings(name, content)]
    refuse_unreadable(name, pages)
    parts = list(_parts(pages))
    grids = (_grid(part) if isinstance(part, Run) else part for part in parts)
    return assembled(name, content, grids, doubts_about(pages, [part for part in parts if isinstance(part, Run)]))


def _parts(pages: Sequence[Page]) -> Iterator[str | Run]:
    """Paragraphs and whole tables in reading order."""
    run: Run | None = None
    waiting: list[tuple[Page, Line, Role | None]] = []  # what stands between the table and what may be more of it
    for page, item, role in _items(pages):
        if isinstance(item, Line):
            waiting.append((page, item, role))
            continue
        between = [(line, line_role) for _page, line, line_role in waiting if not is_printed_twice(line.text, item)]
        follows = run is not None and run.last_page == page.number - 1 and all(title is Role.TITLE for _line, title in between)
        if run is not None and follows and goes_on(run.sheet, item, titled=bool(between)):
            run, waiting = joined(run, item, page.number), []
        elif len(item.boxes) == 1:  # a frame
            waiting += [(page, line, None) for line in item.boxes[0].lines]
        else:
            yield from _flushed(run, waiting)
            run, waiting = Run(item, page.number, page.number), []
    yield from _flushed(run, waiting)


def _items(pages: Sequence[Page]) -> Iterator[tuple[Page, Line | Sheet, Role | None]]:
    """What stands on the pages, without page numbers and running lines."""
    found = roles(pages)
    for page in pages:
        for item in page.items:
            role = found.get(id(item))
            if role not in (Role.NUMBER, Role.RUNNING):
                yield page, item, role


def _flushed(run: Run | None, waiting: Sequence[tuple[Page, Line, Role | None]]) -> Iterator[str | Run]:
    if run is not None:
        yield run
    yield from paragraphs([(page, line) for page, line, _role in waiting])


def _grid(run: Run) -> Part:
    boxes = tuple(Box(box.row, box.column, box.text, box.rows, box.columns) for box in run.sheet.boxes)
    return Grid(boxes, page=run.page)
