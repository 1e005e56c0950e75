"""What a page of a PDF draws, as plain values: glyphs, straight lines and pictures.

Places are in points from the upper left corner of the page as people see it, turned where the page is.
"""

from collections import Counter
from typing import NamedTuple

from msgspec import Struct, field


class Glyph(NamedTuple):
    """A character as it is drawn, with the box around it; (`x`, `y`) is its middle, moved into what is not cut off."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    turn: int  # quarter turns against the clock: 1 reads upwards
    x: float
    y: float
    cut: bool = False


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
    paths: int = 0
    unseen: Counter[str] = field(default_factory=Counter)  # glyphs left out, by reason
    fields: int = 0  # filled fields of a form that is to be filled in on the screen
