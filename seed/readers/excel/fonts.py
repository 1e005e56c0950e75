"""Fonts of cells and of parts of their texts, as far as they decide what is read: 上标, 删除线, and fonts of signs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from seed.readers.drawn import drawn_raised, drawn_struck
from seed.readers.symbols import in_font, is_symbol_font

_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Font:
    """How text looks: `raised` is 1 above the line and -1 below it; `name` is that of a font of signs (Wingdings), else empty."""

    name: str = ""
    raised: int = 0
    struck: bool = False

    def drawn(self, text: str) -> str:
        """The text as it looks: “1” → “¹”, “1̶”."""
        if self == STANDARD:
            return text
        text = in_font(text, self.name) if self.name else text
        text = drawn_raised(text, up=self.raised > 0) if self.raised else text
        return drawn_struck(text) if self.struck else text


STANDARD = Font()
Runs: TypeAlias = tuple[tuple[str, Font | None], ...]  # a text whose parts look differently; None: as the cell's font says


def font_of(properties: etree._Element) -> Font:
    """The font that the `font` of a workbook's styles, or the `rPr` of a part of a text, says."""
    said = {str(child.tag).rpartition("}")[2]: child.get("val", "") for child in properties}
    name = said.get("rFont", said.get("name", ""))
    raised = {"superscript": 1, "subscript": -1}.get(said.get("vertAlign", ""), 0)
    return Font(name if is_symbol_font(name) else "", raised, said.get("strike", "0") not in _OFF)


def drawn(runs: Sequence[tuple[str, Font | None]], cell: Font) -> str:
    """The text of all parts as they look in a cell of that font."""
    return "".join((cell if own is None else own).drawn(text) for text, own in runs)
