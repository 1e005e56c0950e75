"""What the objects of an OFD page draw: the places of characters (GB/T 33190-2016, 11.3), and straight lines of paths (9.1)."""

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from lxml import etree
from msgspec import Struct

from seed.readers.ofd.drawing import Drawing, Glyph, Stroke

POINTS = 72 / 25.4  # of a millimetre, the unit of the format
_THIN = 3.0  # points; a filled area no thicker than this is a line
_STRAIGHT = 0.8  # points; a line is level or upright up to this
_ABOVE, _BELOW = 0.86, 0.14  # of a character's size: how far its box reaches from the line on which it stands
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_STEP = re.compile(rf"([SMLQBAC])|({_NUMBER.pattern})")
_ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
Point = tuple[float, float]


def named(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of that name inside, whatever namespace an exporter gave them."""
    return (one for one in element.iter("{*}" + name))


def numbers(text: str | None) -> list[float]:
    """The numbers in an attribute; none where it is missing or holds no finite ones."""
    found = [float(number) for number in _NUMBER.findall(text or "")]
    return found if all(math.isfinite(number) for number in found) else []


class _Frame(Struct, frozen=True):
    """Where an object stands: its boundary's corner, and what its CTM makes of places inside."""

    x: float
    y: float
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def on_page(self, x: float, y: float) -> Point:
        """A place of the object in points of the page."""
        return (self.x + self.a * x + self.c * y + self.e) * POINTS, (self.y + self.b * x + self.d * y + self.f) * POINTS


def draw(page: etree._Element, drawing: Drawing) -> None:
    """Notes what the page, or its template, draws."""
    for element in page.iter("{*}TextObject", "{*}PathObject", "{*}ImageObject", "{*}CompositeObject"):
        kind = etree.QName(element).localname
        if any(one.get("Visible", "true").strip().lower() in ("false", "0") for one in (element, *element.iterancestors())):
            drawing.unseen["invisible"] += kind == "TextObject"
        elif kind == "TextObject":
            _write(element, drawing)
        elif kind == "PathObject":
            drawing.strokes += _strokes(element)
        elif kind == "ImageObject":
            size = numbers(element.get("Boundary"))[2:4]
            drawing.pictured += math.prod(size) * POINTS**2 / (drawing.width * drawing.height or 1) if len(size) == 2 else 0.0
        else:
            drawing.unseen["composed"] += 1


def _frame(element: etree._Element) -> _Frame:
    corner, ctm = numbers(element.get("Boundary"))[:2], numbers(element.get("CTM"))
    return _Frame(*(corner if len(corner) == 2 else (0.0, 0.0)), *(ctm if len(ctm) == 6 else ()))


def _write(element: etree._Element, drawing: Drawing) -> None:
    frame = _frame(element)
    size = (numbers(element.get("Size")) or [0.0])[0] * math.hypot(frame.c, frame.d) * POINTS
    hidden = _colour(element, "FillColor", by_default=True)
    turn = _turn(frame)
    reason = hidden or ("slanted" if turn is None else None)
    if reason or turn is None:
        drawing.unseen[reason or "slanted"] += 1
        return
    stretch = (numbers(element.get("HScale")) or [1.0])[0] * math.hypot(frame.a, frame.b) / (math.hypot(frame.c, frame.d) or 1)
    x = y = 0.0
    for code in element.iterfind("{*}TextCode"):
        text = (code.text or "").strip("\r\n\t")
        x, y = (numbers(code.get("X")) or [x])[0], (numbers(code.get("Y")) or [y])[0]
        unit = (numbers(element.get("Size")) or [0.0])[0]
        for character, (right, down) in zip(text, _places(code, text, unit), strict=True):
            if not character.isspace():
                drawing.glyphs.append(_glyph(character, frame.on_page(x + right, y + down), size, stretch, turn))


def _glyph(character: str, at: Point, size: float, stretch: float, turn: int) -> Glyph:
    width = size * stretch * _width(character)
    x0, top, x1, bottom = at[0], at[1] - _ABOVE * size, at[0] + width, at[1] + _BELOW * size
    if turn == 1:
        x0, top, x1, bottom = at[0] - _ABOVE * size, at[1] - width, at[0] + _BELOW * size, at[1]
    elif turn == 2:
        x0, top, x1, bottom = at[0] - width, at[1] - _BELOW * size, at[0], at[1] + _ABOVE * size
    elif turn == 3:
        x0, top, x1, bottom = at[0] - _BELOW * size, at[1], at[0] + _ABOVE * size, at[1] + width
    return Glyph(character, x0, top, x1, bottom, size, turn, (x0 + x1) / 2, (top + bottom) / 2)


def _width(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def _turn(frame: _Frame) -> int | None:
    """Quarter turns against the clock, None for what stands aslant."""
    quarters = math.degrees(math.atan2(-frame.b, frame.a)) / 90
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.05 else None


def _places(code: etree._Element, text: str, unit: float) -> list[Point]:
    """How far each character stands from the first one."""
    across, down = _deltas(code.get("DeltaX"), len(text)), _deltas(code.get("DeltaY"), len(text))
    if across is None and down is None:
        across = [unit * _width(character) for character in text[:-1]]
    rights, downs = ([0.0, *accumulate(steps or [])] for steps in (across, down))
    return [(rights[min(i, len(rights) - 1)], downs[min(i, len(downs) - 1)]) for i in range(len(text))]


def _deltas(value: str | None, most: int) -> list[float] | None:
    """“3.5 g 3 4” is 3.5 4 4 4; no more than the text has characters, whatever the number behind g."""
    if not value or not value.strip():
        return None
    found: list[float] = []
    words = iter(value.split())
    for word in words:
        times, step = (next(words, "0"), next(words, "0")) if word == "g" else ("1", word)
        if not numbers(step) or not numbers(times):
            continue
        found += [numbers(step)[0]] * max(0, min(int(numbers(times)[0]), most - len(found)))
        if len(found) >= most:
            break
    return found


def _strokes(element: etree._Element) -> Iterator[Stroke]:
    filled, stroked = (
        element.get(name, default).strip().lower() in ("true", "1") for name, default in (("Fill", "false"), ("Stroke", "true"))
    )
    frame = _frame(element)
    data = "".join(one.text or "" for one in element.iterfind("{*}AbbreviatedData"))
    for path in _paths(data):
        points = [frame.on_page(*point) for point in path]
        if stroked and not _colour(element, "StrokeColor"):
            yield from (stroke for pair in pairwise(points) if (stroke := _straight(*pair)))
        elif filled and not _colour(element, "FillColor"):
            xs, ys = [x for x, _y in points], [y for _x, y in points]
            if stroke := _straight((min(xs), min(ys)), (max(xs), max(ys)), _THIN):
                yield stroke


def _paths(data: str) -> Iterator[list[Point]]:
    """The points that each part of a path goes through; curves count as the way to their end."""
    path: list[Point] = []
    for step, arguments in _steps(data):
        if step in "SM":
            if len(path) > 1:
                yield path
            path = [(arguments[0], arguments[1])]
        elif step == "C":
            path = [*path, path[0]] if path else []
        elif path:
            path.append((arguments[-2], arguments[-1]))
    if len(path) > 1:
        yield path


def _steps(data: str) -> Iterator[tuple[str, Sequence[float]]]:
    step, arguments = "", list[float]()
    for match in _STEP.finditer(data):
        if match[1]:
            step, arguments = match[1], []
        else:
            arguments.append(min(max(float(match[2]), -1e6), 1e6))
        if step and len(arguments) == _ARGUMENTS[step]:
            yield step, arguments
            arguments = []


def _straight(start: Point, end: Point, most: float = _STRAIGHT) -> Stroke | None:
    x0, x1, top, bottom = *sorted((start[0], end[0])), *sorted((start[1], end[1]))
    if bottom - top <= most and x1 - x0 > bottom - top:
        return Stroke(x0, (top + bottom) / 2, x1, (top + bottom) / 2)
    if x1 - x0 <= most and bottom - top > x1 - x0:
        return Stroke((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)
    return None


def _colour(element: etree._Element, name: str, *, by_default: bool = False) -> str | None:
    """Why nobody sees what is drawn in this colour, None where people do."""
    if by_default and element.get("Fill", "true").strip().lower() in ("false", "0"):
        return "invisible"
    colour = next(element.iterfind("{*}" + name), None)
    if (numbers(element.get("Alpha")) or [255])[0] == 0 or (
        colour is not None and (numbers(colour.get("Alpha")) or [255])[0] == 0
    ):
        return "invisible"
    value = numbers(colour.get("Value")) if colour is not None else []
    return "white" if len(value) == 3 and min(value) >= 250 else None
