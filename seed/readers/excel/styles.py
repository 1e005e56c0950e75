"""Styles of an .xlsx workbook: number format and font of each cell style, and whether its text is centred across cells."""

from collections.abc import Mapping, Sequence

from lxml import etree
from msgspec import Struct

from seed.readers.excel.builtin import BUILTIN
from seed.readers.excel.colours import is_filled
from seed.readers.excel.fonts import STANDARD, Font, font_of
from seed.readers.excel.parts import Parts

GENERAL = "General"


class Style(Struct, frozen=True):
    """A cell style: its format code and font, whether it is filled, and whether it centres a text across the blank cells to its right (跨列居中)."""

    code: str = GENERAL
    across: bool = False
    font: Font = STANDARD
    filled: bool = False


PLAIN = Style()


def styles_of(parts: Parts, part: str | None) -> tuple[Style, ...]:
    """The cell styles in the order in which cells refer to them."""
    if part is None or not parts.has(part):
        return ()
    codes = dict(BUILTIN)
    fonts: list[Font] = []
    fills: list[bool] = []
    found: tuple[Style, ...] = ()
    for element in parts.elements(part, "numFmt", "fonts", "fills", "cellXfs"):
        if str(element.tag).endswith("}numFmt"):
            codes[int(element.get("numFmtId", "-1"))] = element.get("formatCode", GENERAL)
        elif str(element.tag).endswith("}fonts"):
            fonts = [font_of(font) for font in element.findall("{*}font")]
        elif str(element.tag).endswith("}fills"):
            fills = [is_filled(fill) for fill in element.findall("{*}fill")]
        else:
            found = tuple(_style(xf, codes, fonts, fills) for xf in element.findall("{*}xf"))
    return found


def _style(xf: etree._Element, codes: Mapping[int, str], fonts: Sequence[Font], fills: Sequence[bool]) -> Style:
    number, font, fill = (int(xf.get(name, "0")) for name in ("numFmtId", "fontId", "fillId"))
    # An id without a code is one of another language's built-in formats: nobody knows what it shows.
    code = codes.get(number, f"[{number}]")
    filled = 0 <= fill < len(fills) and fills[fill]
    own = fonts[font] if 0 <= font < len(fonts) else STANDARD
    return Style(code, _is_across(xf), own.on(filled=filled), filled)


def _is_across(xf: etree._Element) -> bool:
    alignment = xf.find("{*}alignment")
    return alignment is not None and alignment.get("horizontal") == "centerContinuous"
