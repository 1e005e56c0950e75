"""What a page's own styles hide for certain: `style="display:none"`, `hidden`, and simple rules; and what of text they make doubtful."""

import re
from collections.abc import Iterable

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from seed.readers.html_rules import Declarations, Rules, declarations
from seed.readers.html_sight import (
    BLACK,
    WHITE,
    Colour,
    adds,
    are_alike,
    colour_of,
    counts,
    has_tiny_letters,
    hides,
    is_dim,
    is_moved,
    is_transparent,
)

_ZERO = re.compile(r"\s*0*(?:\.0*)?(?:px|pt|cm|mm|in)?\s*", re.IGNORECASE)
_UNSEEN_TAGS = frozenset({"meter", "progress", "rp"})  # what is shown is a bar


class Sight(Struct, frozen=True):
    """How the text of an element stands against what is seen of the page, by its styles and those around it."""

    dim: bool = False  # by what no element within takes back
    tiny: bool = False
    clear: bool = False  # a transparent colour
    colour: Colour | None = BLACK
    paper: Colour | None = WHITE  # None for a picture, or what nobody knows

    @property
    def is_doubtful(self) -> bool:
        """Whether it may be that nobody sees the text, or sees it elsewhere."""
        return self.dim or self.tiny or self.clear or are_alike(self.colour, self.paper)


class Style(Struct, frozen=True):
    """What is said for one element: for certain, perhaps, and whether something may be added to its text."""

    certain: Declarations
    perhaps: Declarations
    added: bool


_PLAIN = Style({}, {}, added=False)


class Styles:
    """The styles of a page."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules = Rules(sheets, counts)

    def of(self, element: etree._Element) -> Style:
        """What the rules, its attributes and its own style say for the element."""
        rules = self._rules.of(element)
        own = element.get("style")
        attributes = _attributes(element)
        if not rules and own is None and not attributes:
            return _PLAIN
        certain, perhaps = dict(attributes), dict[str, str]()
        added = False
        for rule in rules:
            if rule.generated:
                added |= adds(rule.said)
            else:
                (certain if rule.certain else perhaps).update(rule.said)
        certain.update(declarations(own) if own else {})
        return Style(certain, perhaps, added)


def _attributes(element: etree._Element) -> dict[str, str]:
    found = {}
    for name, means in (("bgcolor", "background-color"), ("background", "background"), ("color", "color"), ("dir", "direction")):
        value = element.get(name)
        if value is not None and (name != "color" or element.tag == "font"):
            found[means] = value.lower()
    if element.tag == "bdo":
        found["unicode-bidi"] = "bidi-override"
    return found


def is_hidden(element: etree._Element, style: Style) -> bool:
    """Whether nobody sees the element: its own style counts for more than rules."""
    if element.get("hidden") is not None or element.get("popover") is not None or element.tag in _UNSEEN_TAGS:
        return True
    if element.tag in ("details", "dialog") and element.get("open") is None:
        return True
    return bool(hides(style.certain))


def sight_of(style: Style, above: Sight, *, in_cell: bool) -> Sight:
    """How text in the element is seen, given how it is around it."""
    found = above
    for said in (style.certain, style.perhaps):
        if said:
            found = _with(found, said, in_cell=in_cell)
    # What may hide, but is not known to, hides nothing here.
    perhaps_hidden = bool(hides(style.perhaps)) and hides(style.certain) is None
    return replace(found, dim=True) if perhaps_hidden or style.added else found


def _with(above: Sight, said: Declarations, *, in_cell: bool) -> Sight:
    tiny = has_tiny_letters(said)
    colour, clear = _coloured(above, said)
    return Sight(
        dim=above.dim or is_dim(said) or (in_cell and is_moved(said)),
        tiny=above.tiny if tiny is None else tiny,
        clear=clear,
        colour=colour,
        paper=_paper(above.paper, said),
    )


def _coloured(above: Sight, said: Declarations) -> tuple[Colour | None, bool]:
    value = said.get("-webkit-text-fill-color", said.get("color", "inherit"))
    if value in ("inherit", "currentcolor", "unset", ""):
        return above.colour, above.clear
    return colour_of(value), is_transparent(value)


def _paper(above: Colour | None, said: Declarations) -> Colour | None:
    value = said.get("background-color", said.get("background"))
    if "url(" in said.get("background", "") or "gradient" in said.get("background", ""):
        return None
    if value is None or value in ("none", "inherit", "initial", "unset", "") or is_transparent(value):
        return above
    return next((colour for part in [value, *value.split()] if (colour := colour_of(part)) is not None), None)


def display_of(style: Style) -> str | None:
    """How the element is displayed for certain."""
    return style.certain.get("display")


def measure_is_zero(element: etree._Element, name: str) -> bool:
    """Whether `height` or `width` is 0, as Excel writes for what is hidden."""
    said = re.findall(rf"(?:^|;)\s*{name}\s*:\s*([^;]*)", element.get("style", ""), re.IGNORECASE) or [element.get(name, "")]
    return "0" in said[-1] and bool(_ZERO.fullmatch(said[-1]))
