"""Styles of an .xlsx workbook: the number format of each cell style, and whether its text is centred across cells."""

from dataclasses import dataclass

from lxml import etree

from seed.readers.excel.builtin import BUILTIN
from seed.readers.excel.parts import Parts

GENERAL = "General"


@dataclass(frozen=True)
class Style:
    """A cell style: its format code, and whether it centres a text across the blank cells to its right (跨列居中)."""

    code: str = GENERAL
    across: bool = False


PLAIN = Style()


def styles_of(parts: Parts, part: str | None) -> tuple[Style, ...]:
    """The cell styles in the order in which cells refer to them."""
    if part is None or not parts.has(part):
        return ()
    codes = dict(BUILTIN)
    found: tuple[Style, ...] = ()
    for element in parts.elements(part, "numFmt", "cellXfs"):
        if str(element.tag).endswith("}numFmt"):
            codes[int(element.get("numFmtId", "-1"))] = element.get("formatCode", GENERAL)
        else:
            # An id without a code is one of another language's built-in formats: nobody knows what it shows.
            xfs = element.findall("{*}xf")
            found = tuple(Style(codes.get(number := int(xf.get("numFmtId", "0")), f"[{number}]"), _is_across(xf)) for xf in xfs)
    return found


def _is_across(xf: etree._Element) -> bool:
    alignment = xf.find("{*}alignment")
    return alignment is not None and alignment.get("horizontal") == "centerContinuous"
