"""Styles of XML spreadsheets of 2003, and their rich text, which is HTML inside of the cell's data: <S>, <Sup>, <Sub>, <Font>."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from seed.readers.excel.fonts import STANDARD, Font
from seed.readers.excel.parts import attribute
from seed.readers.symbols import is_symbol_font

_WHITE = "#FFFFFF"


class Look(Struct, frozen=True):
    """A style: the name or code of its number format, its font, and whether its cells are filled."""

    code: str = "General"
    font: Font = STANDARD
    filled: bool = False


def look_of(style: etree._Element, parent: Look) -> Look:
    """The look that a `Style` says; where it says nothing, its parent's."""
    number, font, interior = (style.find(f"{{*}}{name}") for name in ("NumberFormat", "Font", "Interior"))
    return Look(
        parent.code if number is None else attribute(number, "Format") or "General",
        parent.font if font is None else _font_of(font),
        parent.filled if interior is None else attribute(interior, "Color") not in (None, _WHITE),
    )


def _font_of(element: etree._Element) -> Font:
    raised = {"Superscript": 1, "Subscript": -1}.get(attribute(element, "VerticalAlign") or "", 0)
    struck = (attribute(element, "StrikeThrough") or "0") != "0"
    return _named(Font("", raised, struck, attribute(element, "Color") == _WHITE), attribute(element, "FontName"))


def _named(font: Font, name: str | None) -> Font:
    return font if name is None else replace(font, name=name if is_symbol_font(name) else "")


def rich_text(data: etree._Element, look: Look) -> str:
    """The text of a cell's `Data` as it looks."""
    return "".join(font.on(filled=look.filled).drawn(text) for text, font in _pieces(data, look.font))


def _pieces(element: etree._Element, font: Font) -> Iterator[tuple[str, Font]]:
    yield element.text or "", font
    for child in element:
        yield from _pieces(child, _inside(child, font))
        yield child.tail or "", font


def _inside(element: etree._Element, font: Font) -> Font:
    match str(element.tag).rpartition("}")[2]:
        case "S":
            return replace(font, struck=True)
        case "Sup":
            return replace(font, raised=1)
        case "Sub":
            return replace(font, raised=-1)
        case "Font":
            colour = attribute(element, "Color")
            return _named(font if colour is None else replace(font, white=colour == _WHITE), attribute(element, "Face"))
    return font
