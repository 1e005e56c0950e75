"""Colours of .xlsx cells: whether text is white, and whether the cell is filled with anything else."""

from lxml import etree

_WHITE_INDEXES = ("1", "9")  # of the palette that all workbooks share
_WHITE_THEME = "0"  # the background of a theme, which is paper


def is_white(colour: etree._Element | None) -> bool:
    """Whether a `color` is white; none, and what the file does not say, is not."""
    if colour is None or float(colour.get("tint", "0")) != 0:
        return False
    said = colour.get("rgb", "")[-6:].upper() == "FFFFFF"
    return said or colour.get("indexed") in _WHITE_INDEXES or colour.get("theme") == _WHITE_THEME


def is_filled(fill: etree._Element) -> bool:
    """Whether a `fill` of a workbook's styles shows anything but white."""
    pattern = fill.find("{*}patternFill")
    if pattern is None:
        return len(fill) > 0  # a gradient
    kind = pattern.get("patternType", "none")
    return kind != "none" and not (kind == "solid" and is_white(pattern.find("{*}fgColor")))
