"""How a run of a Word document looks, as far as it decides what is read: hidden, struck out, raised, too small or too pale to see."""

import re
from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree
from msgspec import Struct

from seed.readers.word.names import P_PR, TBL, TC, TC_PR, TEXT_BOX, P, W, is_on, said, settings
from seed.readers.word.shading import is_dark, is_white
from seed.readers.word.styles import FONT, Styles, font_in

_Properties: TypeAlias = "Mapping[str, etree._Element]"  # noqa: SLF001  # lxml names the type so
_SMALLEST = 2  # half points; the smallest print that anybody reads has ten
_NARROWEST = 10  # per cent of the usual width of a character
_TIGHTEST = 20  # twentieths of a point that a whole text is pressed into (调整宽度)
_NUMBER = re.compile(r"(\d{1,6})(?:\.\d+)?%?", re.ASCII)


class Look(Struct, frozen=True):
    """`raised` is 1 above the line and -1 below it; `unseen` is what stands on the page and no eye finds."""

    hidden: bool = False
    struck: bool = False
    raised: int = 0
    unseen: bool = False
    font: str = ""


def look_of(run: etree._Element, properties: _Properties, paragraph: str, styles: Styles) -> Look:
    """The look of the w:r with these properties, in a paragraph of that style."""
    said_of = _Said(properties, said(properties, "rStyle") or "", paragraph, styles)
    return Look(
        hidden=said_of.switch("vanish"),
        struck=said_of.switch("strike") or said_of.switch("dstrike"),
        raised={"superscript": 1, "subscript": -1}.get(said_of.value("vertAlign"), 0),
        unseen=_is_at_most(said_of.value("sz"), _SMALLEST)
        or _is_at_most(said_of.value("w"), _NARROWEST)
        or _is_at_most(said(properties, "fitText") or "", _TIGHTEST)
        or (is_white(said_of.value("color")) and not _is_shaded(run, said_of)),
        font=font_in(properties.get(FONT)) or said_of.by_style(FONT) or "",
    )


class _Said(Struct, frozen=True):
    """What a run says about its look, and the styles of its characters and of its paragraph."""

    properties: _Properties
    characters: str
    paragraph: str
    styles: Styles

    def value(self, name: str) -> str:
        own = said(self.properties, name)
        return (self.by_style(name) if own is None else own) or ""

    def by_style(self, name: str) -> str | None:
        found = self.styles.says(self.characters, name)
        return self.styles.says(self.paragraph, name) if found is None else found

    def switch(self, name: str) -> bool:
        # A toggle (17.7.3): a hidden style on hidden text makes it visible again; what the run says itself counts.
        own = is_on(said(self.properties, name))
        if own is not None:
            return own
        by_paragraph, by_characters = (is_on(self.styles.says(s, name)) for s in (self.paragraph, self.characters))
        return bool(by_paragraph) != bool(by_characters)


def _is_at_most(text: str, most: int) -> bool:
    found = _NUMBER.fullmatch(text)
    return found is not None and int(found[1]) <= most


def _is_shaded(run: etree._Element, said_of: _Said) -> bool:
    """Whether white text may be seen, since something behind it is not white.

    Real tables have white headings on coloured cells: any shading that we know of, a table style's included, lets the text be seen.
    """
    properties, styles = said_of.properties, said_of.styles
    if is_dark(properties.get("shd")) or said(properties, "highlight") not in (None, "none", "white"):
        return True
    if styles.shades(said_of.characters) or styles.shades(said_of.paragraph):
        return True
    for around in run.iterancestors(P, TC, TBL, TEXT_BOX):
        if around.tag == TEXT_BOX:
            return True  # its shape may have any colour
        name = {P: P_PR, TC: TC_PR}.get(str(around.tag), f"{W}tblPr")
        of_block = settings(around, name)
        if is_dark(of_block.get("shd")) or styles.shades(said(of_block, "tblStyle") or ""):
            return True
    return False
