"""Tables that go on over a page break: whether the second half belongs to the first, and both as one.

Printers draw a border at the break as around any row, so the file does not say what belongs together.  What is known instead:
the halves are equally wide, nothing but running lines stands between them, and the second begins no form and no list.
"""

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from seed.forms.grid import form_starts
from seed.readers.assembling import Box as GridBox
from seed.readers.assembling import Grid, laid_out
from seed.readers.pdf.breaks import Break
from seed.readers.pdf.pages import Sheet, row_of
from seed.words.labels import Label, heading_of

_NEAR = 4.0  # points
_HEADER_ROWS = 6


class Run(Struct, frozen=True):
    """A table with all that follows of it on further pages."""

    sheet: Sheet
    page: int
    last_page: int
    doubts: tuple[int, ...] = ()  # rows (from 0) at page breaks of which it is not certain that they are rows of their own


def goes_on(above: Sheet, below: Sheet, *, titled: bool) -> bool:
    """Whether `below`, first on its page, is more of `above`, last on the page before; `titled` where a title stands between."""
    if abs(above.xs[0] - below.xs[0]) > _NEAR or abs(above.xs[-1] - below.xs[-1]) > _NEAR:
        return False
    if repeated(above, below):
        return True
    if begins_anew(below) or first_text(below) == first_text(above) != "":
        return False
    open_border = above.open_bottom and below.open_top
    return not titled or open_border or not row_of(below, 0)[0].text.strip()


def is_printed_twice(text: str, below: Sheet) -> bool:
    """Whether the text stands in the first row below too: Excel prints that of a cut merged cell on both pages, even beside it."""
    plain = "".join(text.split())
    return any(plain in "".join(box.text.split()) for box in below.boxes if box.rows > 1)


def repeated(above: Sheet, below: Sheet) -> int:
    """How many rows at the head of the first half are printed again at the head of the second."""
    rows = range(min(_HEADER_ROWS, above.rows, below.rows))
    return len(list(takewhile(lambda r: _texts(above, r) == _texts(below, r) and _is_header(below, r), rows)))


def _texts(sheet: Sheet, r: int) -> list[tuple[int, int, str]]:
    return [(round(sheet.xs[box.column] / _NEAR / 2), box.rows, box.text) for box in row_of(sheet, r)]


def _is_header(sheet: Sheet, r: int) -> bool:
    """Whether the row is headings of columns, not labels beside their values."""
    texts = [box.text for box in row_of(sheet, r) if box.text.strip()]
    return len(texts) > 1 and sum(heading_of(text) is not None for text in texts) > len(texts) / 2


def begins_anew(sheet: Sheet) -> bool:
    """Whether the first row names a project beside its label, or heads a list of projects."""
    cells = laid_out(Grid(tuple(GridBox(b.row, b.column, b.text, b.rows, b.columns) for b in row_of(sheet, 0))), 1)[:1]
    labels = [heading_of(cell.text) for row in cells for cell in row]
    return bool(form_starts(cells)) or any(label is not None and label.label is Label.PROJECT for label in labels)


def first_text(sheet: Sheet) -> str:
    """What stands in the first cell of the first row that is not empty."""
    return next((box.text for box in row_of(sheet, 0) if box.text.strip()), "")


def joined(run: Run, below: Sheet, page: int) -> Run:
    """The table with its next part, from that page, put below it."""
    above = run.sheet
    below = _without_rows(below, repeated(above, below))
    above, below = _on_common_columns(above, below)
    if not below.boxes:
        return replace(run, sheet=above, last_page=page)
    break_ = Break(above, below)
    cut = break_.cuts_row()
    rows = above.rows - 1 if cut else above.rows
    boxes = [box for box in above.boxes if box.row + box.rows < above.rows]
    boxes += break_.across(cut=cut)
    boxes += [replace(box, row=box.row + rows) for box in below.boxes if box.row > 0]
    ys = (*above.ys[:-1], *(above.ys[-1] - below.ys[0] + y for y in (below.ys[1:] if cut else below.ys)))
    torn = (*above.torn, *(row + rows for row in below.torn))
    sheet = Sheet(above.xs, ys, tuple(boxes), torn, above.open_top, below.open_bottom, above.cut or below.cut)
    doubts = (*run.doubts, *([rows] if break_.is_doubtful(cut=cut) else []))
    return Run(sheet, run.page, page, doubts)


def _without_rows(sheet: Sheet, rows: int) -> Sheet:
    """The sheet without its first rows."""
    kept = tuple(replace(box, row=box.row - rows) for box in sheet.boxes if box.row >= rows)
    return replace(sheet, ys=sheet.ys[rows:], boxes=kept, torn=tuple(row - rows for row in sheet.torn if row >= rows))


def _on_common_columns(above: Sheet, below: Sheet) -> tuple[Sheet, Sheet]:
    """Both with the borders of both: each half shows only those that one of its rows has."""
    xs: list[float] = []
    for x in sorted((*above.xs, *below.xs)):
        if not xs or x - xs[-1] > _NEAR:
            xs.append(x)
    return _on_columns(above, xs), _on_columns(below, xs)


def _on_columns(sheet: Sheet, xs: Sequence[float]) -> Sheet:
    places = [min(range(len(xs)), key=lambda i: abs(xs[i] - x)) for x in sheet.xs]
    boxes = (
        replace(box, column=places[box.column], columns=places[box.column + box.columns] - places[box.column])
        for box in sheet.boxes
    )
    return replace(sheet, xs=tuple(xs), boxes=tuple(boxes))
