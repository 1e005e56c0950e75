"""What covers or crosses text that is drawn already: a filled rectangle or picture over it (涂黑), a line through it (删除线)."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from pdfminer.utils import Rect

from seed.readers.pdf.drawing import Drawing, Glyph, Stroke

_HIGH = 20.0  # points; text is looked for in strips of that height
_MIDDLE = (0.25, 0.7)  # of a glyph's height from above: what crosses it there is no underline
_MOST_OF = 0.6  # of a glyph's width
_AT_BORDER = 3.5  # points
_STROKE = "\u0336"  # a combining stroke through the character before it


class Ink:
    """The glyphs of a page in the order in which they are drawn, each with whether it is white."""

    def __init__(self) -> None:
        self._strips: defaultdict[int, list[tuple[Glyph, bool]]] = defaultdict(list)

    def add(self, glyph: Glyph, *, white: bool) -> None:
        """A glyph is drawn."""
        self._strips[int(glyph.y // _HIGH)].append((glyph, white))

    def cover(self, box: Rect) -> int:
        """Something that hides what is below it is drawn there: how many characters vanish."""
        x0, top, x1, bottom = box
        gone = 0
        for strip in range(int(max(top, 0) // _HIGH), min(int(bottom // _HIGH), max(self._strips, default=-1)) + 1):
            drawn = self._strips.get(strip)
            if drawn:
                left = [one for one in drawn if not (x0 <= one[0].x <= x1 and top <= one[0].y <= bottom)]
                gone += sum(not glyph.text.isspace() for glyph, _white in drawn) - sum(not one[0].text.isspace() for one in left)
                self._strips[strip] = left
        return gone

    def left(self, *, white: bool) -> list[Glyph]:
        """What nothing covers."""
        return [glyph for strip in sorted(self._strips) for glyph, is_white in self._strips[strip] if is_white == white]


def rectangle(outlines: Sequence[Sequence[tuple[float, float]]]) -> Rect | None:
    """The rectangle that the only outline of a path is."""
    if len(outlines) != 1 or len(set(outlines[0])) != 4:
        return None
    xs, ys = [x for x, _y in outlines[0]], [y for _x, y in outlines[0]]
    x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
    return (x0, y0, x1, y1) if set(outlines[0]) == {(x0, y0), (x0, y1), (x1, y0), (x1, y1)} else None


def strike(drawing: Drawing) -> None:
    """Marks the glyphs through whose middle a line goes, borders of tables aside, as struck out."""
    level = sorted((stroke for stroke in drawing.strokes if stroke.top == stroke.bottom), key=lambda stroke: stroke.top)
    upright = sorted(stroke for stroke in drawing.strokes if stroke.top != stroke.bottom)
    level = [stroke for stroke in level if not _is_border(stroke, upright)]
    heights = [stroke.top for stroke in level]
    if level:
        drawing.glyphs = [_struck(glyph, level, heights) for glyph in drawing.glyphs]


def _struck(glyph: Glyph, level: Sequence[Stroke], heights: Sequence[float]) -> Glyph:
    if glyph.turn % 2 or glyph.text.isspace():
        return glyph
    height = glyph.bottom - glyph.top
    above, below = _MIDDLE if glyph.turn == 0 else (1 - _MIDDLE[1], 1 - _MIDDLE[0])
    first, last = bisect_left(heights, glyph.top + above * height), bisect_right(heights, glyph.top + below * height)
    wide = _MOST_OF * (glyph.x1 - glyph.x0)
    crossed = any(min(glyph.x1, line.x1) - max(glyph.x0, line.x0) >= wide for line in level[first:last])
    return glyph._replace(text="".join(c + _STROKE for c in glyph.text)) if crossed else glyph


def _is_border(stroke: Stroke, upright: Sequence[Stroke]) -> bool:
    """Whether it reaches from one upright line to another."""
    return all(_meets(stroke.top, place, upright) for place in (stroke.x0, stroke.x1))


def _meets(height: float, place: float, upright: Sequence[Stroke]) -> bool:
    start = bisect_left(upright, (place - _AT_BORDER,))
    end = bisect_right(upright, (place + _AT_BORDER, float("inf"), 0.0, 0.0))
    return any(line.top - _AT_BORDER <= height <= line.bottom + _AT_BORDER for line in upright[start:end])
