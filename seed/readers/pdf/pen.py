"""The pen that pdfminer draws with: it notes glyphs, straight lines and pictures, in one pass and without layout analysis.

What nobody sees on the page is counted and left out (`Drawing.unseen`).
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, Rect, apply_matrix_pt

from seed.readers.pdf.characters import UNREADABLE, as_seen
from seed.readers.pdf.covering import Ink, rectangle, strike
from seed.readers.pdf.drawing import Drawing, Glyph, Stroke
from seed.readers.pdf.following import Interpreter, Shown, outlines

_MOST_GLYPHS, _MOST_PATHS = 3_000_000, 1_000_000  # of a file; a dense page has 3 000 glyphs and 1 000 lines
_INVISIBLE_MODES = frozenset({3, 7})  # of text: neither filled nor stroked
_THIN = 3.0  # points; a filled rectangle that thin is a line
_INSIDE = 2.0  # points
_ALMOST_WHITE = 0.98
_FAINT, _OPAQUE = 0.1, 0.5  # how much of the ink is seen


class TooMuchDrawn(Exception):
    """More than any document of this kind draws."""


class Pen(PDFTextDevice):
    """Notes what is drawn on the page."""

    def __init__(self) -> None:
        self._resources = PDFResourceManager()
        super().__init__(self._resources)
        self.shown = Shown()
        self._left = [_MOST_GLYPHS, _MOST_PATHS]

    def draw(self, number: int, page: PDFPage) -> Drawing:
        """What the page draws."""
        self.shown = Shown()
        self._dark: list[Rect] = []
        self._ink = Ink()
        self._number = number
        Interpreter(self._resources, self).process_page(page)
        self._page.glyphs = self._ink.left(white=False)
        self._page.unseen += Counter(white=self._uncovered_white())
        strike(self._page)
        return self._page

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Learns the visible part of the page."""
        x0, y0, x1, y1 = _turned(page.mediabox, ctm)
        cropped = _turned(page.cropbox, ctm)
        self._box = max(x0, cropped[0]), max(y0, cropped[1]), min(x1, cropped[2]), min(y1, cropped[3])
        self._page = Drawing(self._number, self._box[2] - self._box[0], self._box[3] - self._box[1])

    def render_string(self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState) -> None:
        """Notes how the string is painted, then draws it glyph by glyph."""
        self._mode = textstate.render
        self._is_white = self._mode not in (1, 2) and _is_white(graphicstate.ncolor)
        self._is_clear = (self.shown.stroke if self._mode % 4 == 1 else self.shown.fill) <= _FAINT
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(  # noqa: PLR0913, PLR0917  # as pdfminer calls it
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> float:
        """Notes the glyph, and tells how far the pen moves."""
        try:
            text = as_seen(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            text = UNREADABLE
        advance = font.char_width(cid) * fontsize * scaling
        if text:
            self._count(0)
            upright = _is_upright(matrix, font, scaling)
            self._note(text, matrix, _glyph_box(font, cid, fontsize, rise, advance), fontsize, mirrored=not upright)
        return advance

    def _note(self, text: str, matrix: Matrix, box: Rect, fontsize: float, *, mirrored: bool) -> None:
        turn = _turn(matrix)
        if self._mode in _INVISIBLE_MODES or turn is None or self._is_clear or mirrored:
            why = "slanted" if turn is None else "mirrored" if mirrored else "transparent" if self._is_clear else "invisible"
            self._page.unseen[why] += not text.isspace()
            return
        x0, top, x1, bottom = self._seen(_turned(box, matrix))
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        if not (0 <= x <= self._page.width and 0 <= y <= self._page.height):
            self._page.unseen["outside"] += not text.isspace()
            return
        size = abs(fontsize) * math.hypot(matrix[2], matrix[3])
        glyph = Glyph(text, x0, top, x1, bottom, size, turn, x, y)
        if self.shown.clip is not None:
            glyph = _into(glyph, self._seen(self.shown.clip))
        self._ink.add(glyph, white=self._is_white and not text.isspace())

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002
        path: Sequence[PathSegment],
    ) -> None:
        """Notes straight lines, thin filled rectangles among them, and what is filled with a colour."""
        self._count(1)
        self._page.paths += 1
        assert self.ctm is not None
        drawn = list(outlines(path, self.ctm))
        if fill and (filled := rectangle(drawn)):
            self._cover(filled)
        for points in drawn:
            xs, ys = [x for x, _y in points], [y for _x, y in points]
            box = self._seen((min(xs), min(ys), max(xs), max(ys)))
            thin = min(box[2] - box[0], box[3] - box[1]) <= _THIN
            white = _is_white(graphicstate.scolor if stroke else graphicstate.ncolor)
            if stroke and not thin:
                self._note_lines([self._seen((x, y, x, y))[:2] for x, y in points])
            elif (stroke or fill) and thin and not white:
                self._page.strokes.append(_through_the_middle(box))
            if fill and not thin and not _is_white(graphicstate.ncolor):
                self._dark.append(box)

    def _note_lines(self, points: Sequence[tuple[float, float]]) -> None:
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(x1 - x0) < 1 or abs(y1 - y0) < 1:
                self._page.strokes.append(_through_the_middle((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))))

    def _cover(self, box: Rect) -> None:
        """Opaque paint hides the text that is drawn already."""
        x0, top, x1, bottom = self._seen(box)
        if self.shown.clip is not None:
            left, upper, right, lower = self._seen(self.shown.clip)
            x0, top, x1, bottom = max(x0, left), max(top, upper), min(x1, right), min(bottom, lower)
        if self.shown.plain and self.shown.fill >= _OPAQUE and min(x1 - x0, bottom - top) > _THIN:
            self._page.unseen["covered"] += self._ink.cover((x0, top, x1, bottom))

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002
        """Notes how much of the page the picture covers; text in white on it is seen."""
        assert self.ctm is not None
        if not any(key in stream.attrs for key in ("SMask", "Mask", "ImageMask", "IM")):
            self._cover(_turned((0, 0, 1, 1), self.ctm))
        box = self._seen(_turned((0, 0, 1, 1), self.ctm))
        width = min(box[2], self._page.width) - max(box[0], 0)
        height = min(box[3], self._page.height) - max(box[1], 0)
        self._dark.append(box)
        self._page.pictured += max(width, 0) * max(height, 0) / (self._page.width * self._page.height or 1)

    def _seen(self, box: Rect) -> Rect:
        """The box counted from the upper left corner of what is seen of the page."""
        left, _bottom, _right, top = self._box
        return box[0] - left, top - box[3], box[2] - left, top - box[1]

    def _uncovered_white(self) -> int:
        """Keeps white glyphs that stand on a colour or a picture; the number of the others."""
        white = self._ink.left(white=True)
        seen = [g for g in white if any(b[0] <= g.x <= b[2] and b[1] <= g.y <= b[3] for b in self._dark)]
        self._page.glyphs += seen
        return len(white) - len(seen)

    def _count(self, what: int) -> None:
        self._left[what] -= 1
        if self._left[what] < 0:
            raise TooMuchDrawn


def _into(glyph: Glyph, clip: Rect) -> Glyph:
    if clip[0] <= glyph.x <= clip[2] and clip[1] <= glyph.y <= clip[3]:
        return glyph
    return glyph._replace(x=_between(glyph.x, clip[0], clip[2]), y=_between(glyph.y, clip[1], clip[3]), cut=True)


def _between(place: float, start: float, end: float) -> float:
    """The place moved a little inside: what cuts off is often the border of a cell itself."""
    inside = min(_INSIDE, (end - start) / 2)
    return min(max(place, start + inside), end - inside)


def _glyph_box(font: PDFFont, cid: int, fontsize: float, rise: float, advance: float) -> Rect:
    """The box before the glyph is placed; of all fonts at the same height, so that those of one line stand in one line."""
    if not font.is_vertical():
        return 0, rise - 0.2 * fontsize, advance, rise + 0.8 * fontsize
    displaced = font.char_disp(cid)
    x, y = displaced if isinstance(displaced, tuple) else (None, 880)
    left = fontsize * 0.5 if x is None else x * fontsize * 0.001
    upper = (1000 - y) * fontsize * 0.001 + rise
    return -left, upper + advance, -left + fontsize, upper


def _turn(matrix: Matrix) -> int | None:
    """Quarter turns against the clock, None for text that stands slanted, as watermarks do."""
    a, b = matrix[:2]
    if abs(b) <= abs(a) * 0.2:
        return 0 if a >= 0 else 2
    if abs(a) <= abs(b) * 0.2:
        return 1 if b > 0 else 3
    return None


def _is_upright(matrix: Matrix, font: PDFFont, scaling: float) -> bool:
    """Whether letters are seen as such and not as in a mirror; some fonts stand on their heads and are turned back."""
    a, b, c, d = matrix[:4]
    own = getattr(font, "matrix", None)  # of a Type 3 font
    turned = own[0] * own[3] - own[1] * own[2] if own is not None else 1.0
    return (a * d - b * c) * scaling * turned >= 0


def _turned(box: Rect, matrix: Matrix) -> Rect:
    corners = [
        apply_matrix_pt(matrix, corner) for corner in ((box[0], box[1]), (box[2], box[3]), (box[0], box[3]), (box[2], box[1]))
    ]
    xs, ys = [x for x, _y in corners], [y for _x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _through_the_middle(box: Rect) -> Stroke:
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        return Stroke(x0, (top + bottom) / 2, x1, (top + bottom) / 2)
    return Stroke((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)


def _is_white(colour: object) -> bool:
    parts = colour if isinstance(colour, tuple) else (colour,)
    amounts = [float(part) for part in parts if isinstance(part, int | float)]
    if len(amounts) != len(parts):
        return False  # a pattern
    if len(amounts) == 4:  # cyan, magenta, yellow, black: ink, not light
        return all(part <= 1 - _ALMOST_WHITE for part in amounts)
    return bool(amounts) and all(part >= _ALMOST_WHITE for part in amounts)
