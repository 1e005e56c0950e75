"""Glyphs to text: which of them stand in one line, in which order, and where a space is seen between them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from seed.readers.pdf.drawing import Glyph

_SAME_LINE = 0.5  # of the height of the lower of two glyphs that one line shares
_WORD_GAP = 0.2  # of the size: between two Latin words
_WIDE_GAP = 1.0  # between any two characters
_SMALL = 0.8  # of the size of its line: a raised or lowered mark
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class Line(Struct, frozen=True):
    """One line of text and where it stands, and how wide its first word is."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    first: float  # the width of what does not break at its beginning: a word, or one Chinese character

    @property
    def width(self) -> float:
        """From its first to its last glyph."""
        return self.x1 - self.x0


def lines_of(glyphs: Iterable[Glyph], *, apart: float | None = None) -> list[Line]:
    """The lines of text that the glyphs make, from the top down; where they stand `apart` (in sizes), a line is divided.

    Turned text comes after the upright, each direction for itself.
    """
    by_turn: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_turn.setdefault(glyph.turn, []).append(glyph)
    return [line for turn in sorted(by_turn) for line in _lines([_upright(g) for g in by_turn[turn]], apart)]


def _upright(glyph: Glyph) -> Glyph:
    """The glyph on a page that is turned until its text stands upright."""
    if glyph.turn == 0:
        return glyph
    x0, top, x1, bottom = glyph.x0, glyph.top, glyph.x1, glyph.bottom
    boxes = {1: (-bottom, x0, -top, x1), 2: (-x1, -bottom, -x0, -top), 3: (top, -x1, bottom, -x0)}
    x0, top, x1, bottom = boxes[glyph.turn]
    return glyph._replace(x0=x0, top=top, x1=x1, bottom=bottom)


def _lines(glyphs: Sequence[Glyph], apart: float | None) -> Iterator[Line]:
    for row in _rows(glyphs):
        ordered = _once(sorted(row, key=lambda glyph: glyph.x0))
        pieces = [ordered] if apart is None else list(_pieces(ordered, apart))
        for piece in pieces:
            line = _line(piece)
            if line is not None:
                yield line


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs at the same height: those that share half of the lower one's."""
    row: list[Glyph] = []
    tallest: Glyph | None = None
    for glyph in sorted(glyphs, key=lambda one: one.top + one.bottom):
        if tallest is not None and _shared(tallest, glyph) < _SAME_LINE * min(_height(tallest), _height(glyph)):
            yield row
            row, tallest = [], None
        row.append(glyph)
        tallest = glyph if tallest is None or _height(glyph) > _height(tallest) else tallest
    if row:
        yield row


def _height(glyph: Glyph) -> float:
    return glyph.bottom - glyph.top


def _shared(one: Glyph, other: Glyph) -> float:
    return min(one.bottom, other.bottom) - max(one.top, other.top)


def _once(ordered: Sequence[Glyph]) -> list[Glyph]:
    """Each glyph once: bold letters are often printed twice, a little aside."""
    kept: list[Glyph] = []
    for glyph in ordered:
        near = (other for other in reversed(kept[-4:]) if glyph.x0 - other.x0 < 0.4 * (other.x1 - other.x0))
        if glyph.text.isspace() or not any(other.text == glyph.text for other in near):
            kept.append(glyph)
    return kept


def _pieces(ordered: Sequence[Glyph], apart: float) -> Iterator[list[Glyph]]:
    piece: list[Glyph] = []
    for glyph in ordered:
        if piece and glyph.x0 - piece[-1].x1 > apart * max(glyph.size, piece[-1].size):
            yield piece
            piece = []
        piece.append(glyph)
    if piece:
        yield piece


def _line(piece: Sequence[Glyph]) -> Line | None:
    inked = [glyph for glyph in piece if not glyph.text.isspace()]
    if not inked:
        return None
    main = max(inked, key=lambda glyph: glyph.size)
    text = "".join(_spaced(piece, main)).rstrip()
    x0, x1 = inked[0].x0, max(glyph.x1 for glyph in inked)
    top, bottom = min(glyph.top for glyph in inked), max(glyph.bottom for glyph in inked)
    return Line(text, x0, top, x1, bottom, main.size, _first_width(inked))


def _spaced(piece: Sequence[Glyph], main: Glyph) -> Iterator[str]:
    before: Glyph | None = None
    for glyph in piece:
        if before is not None and not (before.text.isspace() or glyph.text.isspace()):
            latin = _is_latin(before) and _is_latin(glyph)
            gap = (glyph.x0 - before.x1) / (min(glyph.size, before.size) or 1)
            if gap > (_WORD_GAP if latin else _WIDE_GAP):
                yield " "
        yield _mark(glyph, main)
        before = glyph


def _mark(glyph: Glyph, main: Glyph) -> str:
    """The glyph's text; small digits above or below the line as such: “28²” is not 282."""
    if not glyph.text.isdigit() or glyph.size > _SMALL * main.size:
        return glyph.text
    above = main.bottom - glyph.bottom > glyph.top - main.top
    return glyph.text.translate(_RAISED if above else _LOWERED)


def _is_latin(glyph: Glyph) -> bool:
    return glyph.text.isascii() and glyph.text.isalnum()


def _first_width(inked: Sequence[Glyph]) -> float:
    """How wide the first word is, or the first Chinese character with the punctuation that may not stand at a line's beginning."""
    word = list(takewhile(lambda glyph: glyph.text.isascii(), inked))
    if word:
        return word[-1].x1 - word[0].x0
    last = inked[1] if len(inked) > 1 and inked[1].text in "，。、；：！？）》”’％" else inked[0]
    return last.x1 - inked[0].x0
