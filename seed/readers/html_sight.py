"""What a style does to whether text is seen, and where: known to hide it, or such that only a browser can tell.

Most of what styles say (fonts, borders, `mso-…`) does neither and is not looked at.
"""

import re
from collections.abc import Mapping

from seed.readers.html_rules import Declarations

_FAR = -100.0  # pixels to the left or above; hanging indents are smaller
_FAINT = 0.1
_SMALLEST = 2.0  # pixels
_SIZE = re.compile(r"([-+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(px|pt|cm|mm|in|em|rem|ex|%|vw|vh|)(?![\w.%])")
_PIXELS = {"pt": 1.33, "cm": 38.0, "mm": 3.8, "in": 96.0, "em": 14.0, "rem": 14.0, "ex": 7.0, "vw": 10.0, "vh": 10.0}
_MOVED = frozenset({"left", "right", "margin-left", "margin-right"})
_FILTERS = re.compile(r"opacity\(\s*(?:0*\.0|0)|opacity\s*=\s*\d?\b|blur|brightness|contrast|invert")
_DIMENSIONS = ("width", "height", "max-width", "max-height", "inline-size", "block-size", "max-inline-size", "max-block-size")
_NOTHING = frozenset({"", "none", "normal", "auto", "initial", "unset", "inherit", "revert"})
_ANYTHING_BUT_NONE = (
    "clip-path",
    "mask",
    "mask-image",
    "-webkit-mask",
    "-webkit-mask-image",
    "-webkit-text-security",
    "transform",
    "-webkit-transform",
    "-ms-transform",
    "scale",
    "rotate",
    "translate",
    "animation",
    "animation-name",
    "-webkit-animation",
    "content",
    "offset-path",
    "grid-area",
    "grid-row",
    "grid-column",
)
_COUNTING = frozenset(
    {
        *_DIMENSIONS,
        *_ANYTHING_BUT_NONE,
        *_MOVED,
        *(
            "display",
            "visibility",
            "mso-hide",
            "content-visibility",
            "font-size",
            "font",
            "color",
            "background",
            "background-color",
        ),
        *("opacity", "filter", "position", "text-indent", "clip", "zoom", "float", "direction", "unicode-bidi", "flex-direction"),
        *("flex-flow", "order", "letter-spacing", "word-spacing", "-webkit-text-fill-color", "top", "margin-top", "margin"),
    }
)


def counts(said: Declarations) -> bool:
    """Whether the rule says anything that may hide, add or move text."""
    return not _COUNTING.isdisjoint(said)


def hides(said: Declarations) -> bool | None:
    """Whether it hides the element for certain; None where it says nothing about it."""
    if said.get("mso-hide") == "all":
        return True
    display, visibility = said.get("display"), said.get("visibility")
    if display is None and visibility is None:
        return None
    return display == "none" or visibility in ("hidden", "collapse")


def is_dim(said: Declarations) -> bool:
    """Whether nobody may see what is in the element, or only elsewhere on the page."""
    return (
        said.get("content-visibility") == "hidden"
        or _below(said.get("opacity"), _FAINT)
        or bool(_FILTERS.search(said.get("filter", "")))
        or said.get("zoom") in ("0", "0%", "0.0")
        or any(said.get(name, "") not in _NOTHING for name in ("clip", "clip-path", "-webkit-text-security"))
        or any(_pixels(said.get(name)) <= _FAR for name in ("text-indent", "left", "top"))
        or _is_squeezed(said)
    )


def is_moved(said: Declarations) -> bool:
    """Whether text within a cell may stand elsewhere in it, or in another order."""
    position = said.get("position")
    return (
        position in ("absolute", "fixed")
        or (position == "relative" and any(_pixels(said.get(name)) != 0 for name in ("left", "right")))
        or said.get("float") in ("left", "right", "inline-start", "inline-end")
        or said.get("direction") == "rtl"
        or "override" in said.get("unicode-bidi", "")
        or "reverse" in said.get("flex-direction", "") + said.get("flex-flow", "")
        or said.get("order", "0") not in ("0", *_NOTHING)
        or any(said.get(name, "") not in _NOTHING for name in _ANYTHING_BUT_NONE)
        or any(_pixels(part) <= _FAR for name in ("margin-left", "margin-top", "margin") for part in said.get(name, "").split())
        or any(_pixels(said.get(name)) <= -5 for name in ("letter-spacing", "word-spacing"))
    )


def adds(said: Declarations) -> bool:
    """Whether a rule for `::before` or `::after` may add something to a figure: bars, icons and hidden dots do not."""
    content = said.get("content", "none")
    if content in _NOTHING or hides(said) or said.get("height") in ("0", "0px"):
        return False
    return any(c.isalnum() or c in ".-−+,，%‰" for c in content)


def has_tiny_letters(said: Declarations) -> bool | None:
    """None where it says nothing about the size of letters."""
    size = said.get("font-size")
    if size is None:
        sizes = _SIZE.search(said.get("font", ""))
        size = sizes[0] if sizes else None
    if size is None or not _SIZE.fullmatch(size):
        return None if size is None else False
    return (_pixels(size) < _SMALLEST and not size.endswith(("em", "%"))) or _pixels(size) == 0


def _is_squeezed(said: Declarations) -> bool:
    cut = any(said.get(name, "visible") in ("hidden", "clip", "scroll") for name in ("overflow", "overflow-x", "overflow-y"))
    return cut and any(_SIZE.fullmatch(said.get(name, "")) and _pixels(said[name]) < _SMALLEST for name in _DIMENSIONS)


def _below(value: str | None, limit: float) -> bool:
    size = _SIZE.fullmatch(value or "")
    return size is not None and float(size[1]) / (100 if size[2] == "%" else 1) <= limit


def _pixels(value: str | None) -> float:
    size = _SIZE.fullmatch(value or "")
    return float(size[1]) * _PIXELS.get(size[2], 1.0) if size else 0.0


Colour = tuple[int, int, int]
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
_LIKE = 12  # of 255; colours that near are one to the eye
_HEX, _NUMBERS = re.compile(r"#([0-9a-f]{3,8})\b"), re.compile(r"\d{1,3}(?:\.\d{1,6})?%?")
_NAMED: Mapping[str, Colour] = {
    "black": BLACK,
    "windowtext": BLACK,
    "red": (255, 0, 0),
    "blue": (0, 0, 255),
    "green": (0, 128, 0),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    **dict.fromkeys(("white", "window", "snow", "ivory", "ghostwhite", "floralwhite", "mintcream", "azure", "whitesmoke"), WHITE),
}


def colour_of(value: str) -> Colour | None:
    """The colour that the value names; None for what is no colour known here."""
    value = value.strip().lower()
    if value in _NAMED:
        return _NAMED[value]
    found = _HEX.search(value)
    digits = found[1] if found else ""
    if len(digits) in (3, 4):
        return (int(digits[0] * 2, 16), int(digits[1] * 2, 16), int(digits[2] * 2, 16))
    if len(digits) in (6, 8):
        return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))
    numbers = [_amount(one) for one in _NUMBERS.findall(value)]
    if value.startswith("rgb") and len(numbers) >= len(BLACK):
        return (numbers[0], numbers[1], numbers[2])
    return WHITE if value.startswith("hsl") and len(numbers) >= len(BLACK) and numbers[2] >= 250 else None


def _amount(number: str) -> int:
    return round(float(number.rstrip("%")) * (2.55 if number.endswith("%") else 1))


def is_transparent(value: str) -> bool:
    """Whether the colour lets everything through: “transparent”, “rgba(0,0,0,0)”, “#0000”."""
    found = _HEX.fullmatch(value)
    if found and len(found[1]) in (4, 8):
        return int(found[1][3 if len(found[1]) == 4 else 6 :], 16) < 26
    alpha = re.search(r"[,/]\s*([\d.]{1,9}%?)\s*\)$", value) if value.startswith(("rgba", "hsla")) or "/" in value else None
    return value == "transparent" or (alpha is not None and _below(alpha[1], _FAINT))


def are_alike(one: Colour | None, other: Colour | None) -> bool:
    """Whether text of the one on the other is not seen; False where either is unknown."""
    return one is not None and other is not None and all(abs(a - b) <= _LIKE for a, b in zip(one, other, strict=True))
