"""What a page draws, as plain values: glyphs and straight lines, in points from the upper left corner."""

from collections import Counter
from typing import NamedTuple

from msgspec import Struct, field


class Glyph(NamedTuple):
    """A character as it is drawn, with the box around it; (`x`, `y`) is its middle."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    turn: int  # quarter turns against the clock
    x: float
    y: float


class Stroke(NamedTuple):
    """A straight line, level or upright."""

    x0: float
    top: float
    x1: float
    bottom: float


class Drawing(Struct):
    """What one page draws."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    pictured: float = 0.0  # the share of the page that pictures cover
    unseen: Counter[str] = field(default_factory=Counter)  # what is left out, by reason: invisible, white, slanted, composed
