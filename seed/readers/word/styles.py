"""Styles of a Word document (styles.xml), as far as they decide what is seen: hidden, struck and raised text, tables of contents."""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree
from msgspec import Struct

from seed.readers.word.names import R_PR, W, is_on, value
from seed.readers.word.shading import is_dark

_DEEPEST = 20  # styles based on one another; Word allows ten
_LEADERS = frozenset({"dot", "middleDot", "hyphen", "underscore", "heavy"})
FONT = "rFonts"
_NOTHING: Mapping[str, str] = {}
_LOOKS = ("vanish", "strike", "dstrike", "vertAlign", "color", "sz", "w")


class Style(Struct, frozen=True):
    """One style: what it is based on, and what it says itself (None: nothing)."""

    name: str
    based_on: str
    looks: Mapping[str, str]  # of its text: the w:val of vanish, strike, vertAlign, color …, and its font
    leads: bool  # it has a tab that dots lead to
    shades: bool  # something in it is shaded, were it the first row of a table


class Styles(Struct, frozen=True, dict=True):
    """The styles by their id; `standard` is the id of paragraphs that name none."""

    by_id: Mapping[str, Style]
    standard: str = ""

    def says(self, style: str, name: str) -> str | None:
        """The value of a property of text of that style, None where it says nothing."""
        return self._inherited.get(style, _NOTHING).get(name)

    @cached_property
    def _inherited(self) -> Mapping[str, Mapping[str, str]]:
        return {style: dict(ChainMap(*(dict(s.looks) for s in self._line(style)))) for style in self.by_id}

    def leads(self, style: str) -> bool:
        """Whether dots lead to a tab of that style."""
        return any(s.leads for s in self._line(style))

    def shades(self, style: str) -> bool:
        """Whether anything that has the style may be shaded."""
        return any(s.shades for s in self._line(style))

    def is_contents(self, style: str) -> bool:
        """Whether the style is one of tables of contents: “toc 1”, “TOC Heading”, “table of figures”, “目录 1”."""
        named = self.by_id.get(style)
        name = (named.name if named else style).lower()
        return name.startswith(("toc ", "目录", "table of figures")) or (name.startswith("toc") and name[3:].isdigit())

    def _line(self, style: str) -> Iterator[Style]:
        """The style, what it is based on, and so on; also a circle ends."""
        for _ in range(_DEEPEST):
            if style not in self.by_id:
                return
            yield self.by_id[style]
            style = self.by_id[style].based_on


NO_STYLES = Styles({})


def styles_of(root: etree._Element) -> Styles:
    """The styles in the root of styles.xml."""
    found = list(root.iterfind(f"{W}style"))
    standard = [s for s in found if s.get(f"{W}type") == "paragraph" and is_on(s.get(f"{W}default"))]
    by_id = {style.get(f"{W}styleId", ""): _style(style) for style in found}
    return Styles(by_id, standard[0].get(f"{W}styleId", "") if standard else "")


def has_leader(properties: etree._Element | None) -> bool:
    """Whether the properties of a paragraph have a tab that dots lead to."""
    tabs = properties.iterfind(f"{W}tabs/{W}tab") if properties is not None else ()
    return any(tab.get(f"{W}leader") in _LEADERS for tab in tabs)


def _style(style: etree._Element) -> Style:
    return Style(
        name=value(style, "w:name") or "",
        based_on=value(style, "w:basedOn") or "",
        looks=_looks(style),
        leads=has_leader(style.find(f"{W}pPr")),
        shades=any(map(is_dark, style.iter(f"{W}shd"))),
    )


def _looks(style: etree._Element) -> dict[str, str]:
    found = {name: text for name in _LOOKS if (text := value(style, f"w:rPr/w:{name}")) is not None}
    font = font_in(style.find(f"{R_PR}/{W}rFonts"))
    return {**found, FONT: font} if font else found


def font_in(fonts: etree._Element | None) -> str:
    """The font of Latin letters that a w:rFonts names; empty where it names none."""
    return "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
