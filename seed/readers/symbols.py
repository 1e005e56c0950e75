"""Characters of symbol fonts: what the eye sees where the file has a letter or a private code (☑ is R in Wingdings 2)."""

import re

UNKNOWN = "�"
_GREEK = dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
_GREEK |= dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SAME = {ord(c): c for c in "0123456789%()+,./:;<=>[]{}|!?_&#"}
# https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt; Wingdings as Unicode took them over (L2/12-368), the signs of
# forms only: what is no sign of a form is better said to be unknown.
_FONTS: dict[str, dict[int, str]] = {
    "symbol": _SAME
    | _GREEK
    | {0x2D: "-", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈"},
    "wingdings": {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x9F: "•", 0xA7: "▪", 0xA8: "□"}
    | {0xA1: "○", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
    | dict(zip(range(0x81, 0x8B), "①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"},
    "wingdings 3": {},
    "webdings": {},
}
_PRIVATE = re.compile("[\uf000-\uf0ff]")


def symbol(font: str, code: int) -> str:
    """The character of that code in the font; � where nobody knows."""
    shapes = _FONTS.get(font.strip().lower())
    if shapes is None:
        return UNKNOWN if 0xE000 <= code <= 0xF8FF or not 0x20 <= code < 0xD800 else chr(code)
    return shapes.get(code - 0xF000 if code >= 0xF000 else code, UNKNOWN)


def is_symbol_font(font: str) -> bool:
    """Whether letters look otherwise in that font."""
    return font.strip().lower() in _FONTS


def in_font(text: str, font: str) -> str:
    """The text as it looks in that font: in a symbol font letters are signs, elsewhere codes of such fonts are unknown."""
    if not is_symbol_font(font):
        return _PRIVATE.sub(UNKNOWN, text)
    return "".join(symbol(font, ord(c)) if "!" <= c <= "ÿ" or _PRIVATE.match(c) else c for c in text)
