"""A worksheet from top to bottom: forms and lists one under the other, with their captions, blank rows and footers.

A caption or a blank row ends a piece only where another form or list begins below it, so that a form may have blank rows and lines of
a single text inside.  Lines right under a form belong to it, even where the next form follows after a blank row.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from seed.document import Cell
from seed.forms.grid import form_starts, is_list_heading
from seed.readers.captions import Row, is_caption_row, is_signature_row, is_title_row, labels_of
from seed.words.labels import Label, heading_of, inline

Piece = tuple[tuple[Cell, ...], tuple[Row, ...]]
_LEAD = 4  # rows of labels that may stand above 项目名称
_LONG_LIST = 4  # labels that make a row the head of a list


def stacked(rows: Sequence[Row]) -> Iterator[Piece]:
    """The captions and the rows below them, piece by piece; footers of lists, and captions at the end, come with no rows."""
    starts = dict.fromkeys(form_starts(rows), False) | {r: True for r in range(len(rows)) if _heads_list(rows, r)}
    sheet = _Stack(starts)
    runs = [_Run(kind, tuple(r for r, _row in group)) for kind, group in groupby(enumerate(rows), key=lambda one: _kind(one[1]))]
    for at, run in enumerate(runs):
        following = next((later for later in runs[at + 1 :] if later.kind == "body"), None)
        apart = at + 1 < len(runs) and runs[at + 1].kind == "gap"
        yield from sheet.take(rows, run, following, apart=apart)
    yield from sheet.close(rows)


class _Run(Struct, frozen=True):
    """Rows of one kind that follow each other: a gap, captions, or the body of a table."""

    kind: str
    rows: tuple[int, ...]


def _kind(row: Row) -> str:
    if not any(cell.seen or cell.continued for cell in row):
        return "gap"
    return "captions" if is_caption_row(row, on_sheet=True) else "body"


def _heads_list(rows: Sequence[Row], r: int) -> bool:
    labels = [heading.label for cell in rows[r] if cell.seen and (heading := heading_of(cell.text))]
    if Label.PROJECT not in labels:
        return False
    named = len([cell for cell in rows[r] if cell.seen]) == len(labels)
    return (named and len(labels) >= _LONG_LIST) or is_list_heading(rows, r)


class _Stack:
    """What was read of the sheet and is not yet a piece."""

    def __init__(self, starts: dict[int, bool]) -> None:
        self.starts = starts  # rows where a form or, True, a list begins
        self.captions: list[Cell] = []
        self.running: list[int] = []
        self.gap = False

    def take(self, rows: Sequence[Row], run: _Run, following: _Run | None, *, apart: bool) -> Iterator[Piece]:
        """One more run; the pieces that it ends."""
        if run.kind == "gap":
            self.gap = True
            return
        if run.kind == "captions":
            own, above, ends = self._split(rows, run, following, apart=apart)
            if own and ends and (self._is_list() or all(is_signature_row(rows[r]) for r in own)):
                yield from self.close(rows)
                yield _cells(rows, own), ()
            else:
                self.running += own
            if above:
                yield from self.close(rows) if self.running else ()
                self.captions += _cells(rows, above)
        else:
            if self.running and self.gap and self._begins(rows, run):
                yield from self.close(rows)
            self.running += run.rows
        self.gap = False

    def close(self, rows: Sequence[Row]) -> Iterator[Piece]:
        """The piece that ends here."""
        if self.captions or self.running:
            yield tuple(self.captions), tuple(rows[r] for r in self.running)
        self.captions, self.running = [], []

    def _split(
        self, rows: Sequence[Row], run: _Run, following: _Run | None, *, apart: bool
    ) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
        """Which of the captions belong to what stands above them, which to what follows, and whether the former ends there."""
        if not self.running:
            return (), run.rows, False
        title = next((i for i, r in enumerate(run.rows) if is_title_row(rows[r])), None)
        if title is not None:
            above = 0 if self.gap else title
            return run.rows[:above], run.rows[above:], True
        if following is None or self._leads(rows, following):
            under = not self.gap and (following is None or apart)
            return (run.rows, (), True) if under else ((), run.rows, True)
        if self.gap and self._begins(rows, following):
            return (), run.rows, True
        return run.rows, (), False

    def _is_list(self) -> bool:
        found = [self.starts[r] for r in self.running if r in self.starts]
        return bool(found) and found[-1]

    def _begins(self, rows: Sequence[Row], run: _Run) -> bool:
        """Whether the rows below a blank one are a table of their own."""
        if self._leads(rows, run) or not any(r in self.starts for r in self.running):
            return True
        labels = labels_of([rows[run.rows[0]]])
        if self._is_list():
            return bool(labels - {Label.AMOUNT})
        below = labels_of([rows[r] for r in run.rows])
        return Label.EXECUTION in below and Label.EXECUTION not in labels_of([rows[r] for r in self.running])

    def _leads(self, rows: Sequence[Row], run: _Run) -> bool:
        """Whether a form or list begins at the top of these rows, below rows of labels at most."""
        for r in run.rows[: _LEAD + 1]:
            if r in self.starts:
                return True
            first = next((cell for cell in rows[r] if cell.seen), None)
            if first is None or not (heading_of(first.text) or inline(first.text)):
                return False
        return False


def _cells(rows: Sequence[Row], numbers: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(cell for r in numbers for cell in rows[r] if cell.seen)
