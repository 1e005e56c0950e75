"""How a run of a Word document looks, as far as it decides what is read: hidden, struck out, raised, too small or too pale to see."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from seed.readers.word.names import P_PR, TBL, TC, TC_PR, TEXT_BOX, P, W, is_on, said, settings
from seed.readers.word.shading import is_dark, is_white
from seed.readers.word.styles import Styles

_Properties: TypeAlias = "Mapping[str, etree._Element]"  # noqa: SLF001  # lxml names the type so
_SMALLEST = 2  # half points; the smallest print that anybody reads has ten
_NARROWEST = 10  # per cent of the usual width of a character
_NUMBER = re.compile(r"(\d{1,6})(?:\.\d+)?%?", re.ASCII)


@dataclass(frozen=True)
class Look:
    """`raised` is 1 above the line and -1 below it; `unseen` is what stands on the page and no eye finds."""

    hidden: bool = False
    struck: bool = False
    raised: int = 0
    unseen: bool = False


def look_of(run: etree._Element, properties: _Properties, paragraph: str, styles: Styles) -> Look:
    """The look of the w:r with these properties, in a paragraph of that style."""
    of_run = said(properties, "rStyle")

    def toggled(name: str) -> bool:
        # A toggle (17.7.3): a hidden style on hidden text makes it visible again; what the run says itself counts.
        own = is_on(said(properties, name))
        if own is not None:
            return own
        by_style = of_run is not None and bool(is_on(styles.says(of_run, name)))
        return bool(is_on(styles.says(paragraph, name))) != by_style

    def says(name: str) -> str:
        own = said(properties, name)
        of_style = styles.says(of_run, name) if own is None and of_run is not None else own
        return (styles.says(paragraph, name) if of_style is None else of_style) or ""

    return Look(
        toggled("vanish"),
        toggled("strike") or toggled("dstrike"),
        {"superscript": 1, "subscript": -1}.get(says("vertAlign"), 0),
        _is_at_most(says("sz"), _SMALLEST)
        or _is_at_most(says("w"), _NARROWEST)
        or (is_white(says("color")) and not _is_shaded(run, properties, (of_run or "", paragraph), styles)),
    )


def _is_at_most(text: str, most: int) -> bool:
    found = _NUMBER.fullmatch(text)
    return found is not None and int(found[1]) <= most


def _is_shaded(run: etree._Element, properties: _Properties, own: tuple[str, str], styles: Styles) -> bool:
    """Whether white text may be seen, since something behind it is not white.

    Real tables have white headings on coloured cells: any shading that we know of, a table style's included, lets the text be seen.
    """
    if is_dark(properties.get("shd")) or said(properties, "highlight") not in (None, "none", "white"):
        return True
    if any(styles.shades(style) for style in own):
        return True
    for around in run.iterancestors(P, TC, TBL, TEXT_BOX):
        if around.tag == TEXT_BOX:
            return True  # its shape may have any colour
        name = {P: P_PR, TC: TC_PR}.get(str(around.tag), f"{W}tblPr")
        of_block = settings(around, name)
        if is_dark(of_block.get("shd")) or styles.shades(said(of_block, "tblStyle") or ""):
            return True
    return False
