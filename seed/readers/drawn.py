"""Text drawn with what its look says: “28¹万元” must not read as 281万元, nor a figure that is struck out as one that stands."""

import unicodedata

_RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_STROKE = "\u0336"  # a combining stroke through the character before it


def drawn_raised(text: str, *, up: bool) -> str:
    """The text with raised, or lowered, digits and signs: “1” → “¹”."""
    return unicodedata.normalize("NFKC", text).translate(_RAISED if up else _LOWERED)


def drawn_struck(text: str) -> str:
    """The text with a stroke through each character (删除线): no pattern takes it for a number or a name that stands."""
    return "".join(c if c.isspace() else c + _STROKE for c in text)
