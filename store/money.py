"""Money: read as documents and people write it, printed as people read it.  `Decimal` yuan throughout."""

import re
from decimal import Decimal

from store.numerals import PATTERN, NotNumber, parse_number
from store.text import normalize

YUAN, WAN, YI = Decimal(1), Decimal(10**4), Decimal(10**8)
_UNITS = {
    "元": YUAN,
    "块": YUAN,
    "块钱": YUAN,
    "圆": YUAN,
    "万元": WAN,
    "万块": WAN,
    "万": WAN,
    "w": WAN,
    "亿元": YI,
    "亿": YI,
    "千元": Decimal(1000),
    "百万元": Decimal(10**6),
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_PRINTED_UNIT = re.compile(r"(?<![\d十])(百万元|千元|万元|亿元|(?<![万亿千])元)")


_MOST = Decimal(10) ** 15  # yuan; more is a slip, and would not fit a database column


class NotMoney(ValueError):
    """The text is no amount that we read with certainty, or its unit is nowhere said."""


def parse_yuan(text: str, unit: Decimal | None = None) -> Decimal:
    """The amount in yuan: “2.6万元”, “26,000.00元”, “九十万”, or a bare number of `unit` yuan.

    A unit in the text counts for more than `unit`.  Raises `NotMoney` for anything that is not wholly an amount
    (“约3O万”), for a bare number without `unit`, and for fractions of a 分.

    >>> parse_yuan("２．６", WAN)
    Decimal('26000.00')
    """
    plain = re.sub(r"\s+", "", normalize(text).text)
    match = re.fullmatch(rf"(?P<sign>-?)(?:人民币|¥)?(?P<number>{PATTERN})(?P<unit>{_UNIT})?整?", plain)
    if not match:
        raise NotMoney(text)
    try:
        number = parse_number(match["number"])
    except NotNumber:
        raise NotMoney(text) from None
    spoken = any(c in match["number"] for c in "万亿")  # “九十万” holds its unit in the numeral
    factor = _UNITS[match["unit"]] if match["unit"] else YUAN if spoken else unit
    if factor is None:
        raise NotMoney(text)
    yuan = number * factor * (-1 if match["sign"] else 1)
    if abs(yuan) > _MOST or yuan != yuan.quantize(Decimal("0.01")):
        raise NotMoney(text)
    return yuan.quantize(Decimal("0.01"))


def unit_of(text: str) -> Decimal | None:
    """How many yuan the unit printed in a label or caption is: “项目资金（万元）” → 10000; None where none is printed."""
    match = _PRINTED_UNIT.search(re.sub(r"\s+", "", normalize(text).text))
    return _UNITS[match[1]] if match else None


def print_yuan(yuan: Decimal) -> str:
    """The exact amount as people read it: “2.6 万元”; below a hundred yuan “99.5 元”.

    >>> print_yuan(Decimal("46400.00"))
    '4.64 万元'
    """
    if yuan and abs(yuan) < 100:
        return f"{plain(yuan)} 元"
    return f"{plain(yuan / WAN)} 万元"


def plain(number: Decimal) -> str:
    """A number without an exponent and without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
