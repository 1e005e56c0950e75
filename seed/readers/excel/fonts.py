"""Fonts of cells and of parts of their texts, as far as they decide what is read: 上标, 删除线, fonts of signs, white figures."""

from collections.abc import Sequence
from typing import TypeAlias

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from seed.readers.drawn import drawn_raised, drawn_struck
from seed.readers.excel.colours import is_white
from seed.readers.symbols import UNKNOWN, in_font, is_symbol_font

_OFF = ("0", "false", "off")


class Font(Struct, frozen=True):
    """How text looks: `raised` is 1 above the line and -1 below it; `name` is that of a font of signs (Wingdings), else empty.

    `white` text is only seen on a cell that is filled.
    """

    name: str = ""
    raised: int = 0
    struck: bool = False
    white: bool = False

    def drawn(self, text: str) -> str:
        """The text as it looks: “1” → “¹”, “1̶”; � for figures and signs that are white on white."""
        if self == STANDARD or not text or text.isspace():
            return text
        # White words stay: those of a heading may lie on the colour of a table's style, which stands elsewhere.
        if self.white and (any(map(str.isdigit, text)) or not any(map(str.isalpha, text))):
            return UNKNOWN
        text = in_font(text, self.name) if self.name else text
        text = drawn_raised(text, up=self.raised > 0) if self.raised else text
        return drawn_struck(text) if self.struck else text

    def on(self, *, filled: bool) -> "Font":
        """The font on a cell that is filled, or is not."""
        return replace(self, white=False) if filled and self.white else self


STANDARD = Font()
Runs: TypeAlias = tuple[tuple[str, Font | None], ...]  # a text whose parts look differently; None: as the cell's font says


def font_of(properties: etree._Element) -> Font:
    """The font that the `font` of a workbook's styles, or the `rPr` of a part of a text, says."""
    said = {str(child.tag).rpartition("}")[2]: child.get("val", "") for child in properties}
    name = said.get("rFont", said.get("name", ""))
    raised = {"superscript": 1, "subscript": -1}.get(said.get("vertAlign", ""), 0)
    return Font(
        name if is_symbol_font(name) else "", raised, said.get("strike", "0") not in _OFF, is_white(properties.find("{*}color"))
    )


def drawn(runs: Sequence[tuple[str, Font | None]], cell: Font, *, filled: bool) -> str:
    """The text of all parts as they look in a cell of that font."""
    return "".join(cell.drawn(text) if own is None else _part(text, own.on(filled=filled)) for text, own in runs)


def _part(text: str, font: Font) -> str:
    # White in a text of another colour is no heading: whatever it is, nobody sees it.
    return UNKNOWN if font.white and text.strip() else font.drawn(text)
