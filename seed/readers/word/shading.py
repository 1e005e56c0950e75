"""Colours of a Word document: whether text is white, and whether what lies behind it (w:shd, 底纹) is not."""

import re

from lxml import etree

from seed.readers.word.names import VAL, W

_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_PALEST = 0xF0  # of each part of a colour; paler is white to the eye
_PLAIN = ("clear", "nil", "")  # patterns that show nothing but the fill


def is_white(colour: str) -> bool:
    """Whether a colour (“FFFFFF”) is white on paper; “auto” is none."""
    return bool(_COLOUR.fullmatch(colour)) and all(part >= _PALEST for part in bytes.fromhex(colour))


def is_dark(shading: etree._Element | None) -> bool:
    """Whether the w:shd is anything but white; none is white."""
    if shading is None:
        return False
    if shading.get(VAL, "") in _PLAIN:
        fill = shading.get(f"{W}fill", "auto")
        return bool(_COLOUR.fullmatch(fill)) and not is_white(fill)
    return not is_white(shading.get(f"{W}color", "auto"))
