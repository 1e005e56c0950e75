"""Numbers as Chinese writes them: “九十”, “两万六”, “二〇二四”, “一千二百”, and half-width digits."""

import re
from decimal import Decimal

_DIGITS = {
    c: i
    for i, group in enumerate(("〇零", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for c in group
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}

CHARACTERS = "".join([*_DIGITS, *_SMALL, *_LARGE])
DIGIT_CHARACTERS = "".join(_DIGITS)
PATTERN = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|[{CHARACTERS}]+)"


class NotNumber(ValueError):
    """The text is no number that we read with certainty."""


def parse_number(text: str) -> Decimal:
    """The value of a number in digits or in Chinese numerals, 万 and 亿 included.

    Raises `NotNumber` for anything else, and for what could be read in two ways.

    >>> parse_number("两万六")
    Decimal('26000')
    """
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?", text):
        return Decimal(text.replace(",", ""))
    if text and all(c in _DIGITS for c in text):
        return Decimal("".join(str(_DIGITS[c]) for c in text))
    if not text or any(c not in CHARACTERS for c in text):
        raise NotNumber(text)
    return Decimal(_spoken(text))


def _spoken(text: str) -> int:
    """“一千二百万” by its units; a digit that ends the number stands one unit below the last (“两万六”)."""
    total = section = 0
    digit: int | None = None
    unit, zero, large = 1, False, ""
    for character in text:
        if character in _DIGITS:
            if digit is not None and digit != 0:
                raise NotNumber(text)
            digit = _DIGITS[character]
            zero = zero or digit == 0
        elif character in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[character]
            unit, digit, zero = _SMALL[character], None, False
        else:
            section += digit or 0
            if not section and not total:
                raise NotNumber(text)
            if large == character:
                raise NotNumber(text)  # “一万万” is said in two ways
            large = character
            if character == "亿":
                total, section = (total + section) * _LARGE[character], 0
            else:
                total, section = total + section * _LARGE[character], 0
            unit, digit, zero = _LARGE[character], None, False
    if digit:
        section += digit * (unit // 10 if unit > 10 and not zero else 1)
    return total + section
