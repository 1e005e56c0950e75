"""Money: read as documents and people write it, printed as people read it.  `Decimal` yuan throughout."""

import re
from decimal import Decimal
from enum import StrEnum

from store.numerals import PATTERN, NotNumber, parse_number
from store.text import has_footnote_digit, normalized

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
_MOST = Decimal(10) ** 15  # yuan; more is a slip, and would not fit a database column


class Denomination(StrEnum):
    """The unit that amounts are printed in (金额单位)."""

    YUAN = "元"
    WAN = "万元"
    YI = "亿元"


class NotMoney(ValueError):
    """The text is no amount that we read with certainty, or its unit is nowhere said."""


def parse_yuan(text: str, unit: Decimal | None = None) -> Decimal:
    """The amount in yuan: “2.6万元”, “26,000.00元”, “九十万”, or a bare number of `unit` yuan.

    A unit in the text counts for more than `unit`.  Raises `NotMoney` for anything that is not wholly an amount
    (“约3O万”), for a bare number without `unit`, for fractions of a 分, and for marks that only look like digits (“28²”).

    >>> parse_yuan("２．６", WAN)
    Decimal('26000.00')
    """
    if has_footnote_digit(text):
        raise NotMoney(text)
    plain = re.sub(r"\s+", "", normalized(text))
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
    """How many yuan the unit printed in a label or caption is: “项目资金（万元）” → 10000.

    None where none is printed, and where it is none of ours (“万美元”) or not one (“万元/元”): see `names_currency`.
    """
    pieces = [piece for piece in _pieces(text) if _CURRENCY.search(piece)]
    units = {match[1] if (match := _PRINTED_UNIT.fullmatch(piece)) else None for piece in pieces}
    unit = units.pop() if len(units) == 1 else None
    return _UNITS[unit] if unit else None


def names_currency(text: str) -> bool:
    """Whether a label or caption prints a unit of money at all, be it one that we read or not."""
    return any(_CURRENCY.search(piece) for piece in _pieces(text))


def _pieces(text: str) -> list[str]:
    """What stands between brackets and separators, without “单位” and “人民币”, which say nothing about the size."""
    plain = re.sub(r"\s+", "", normalized(text))
    return [_NO_SIZE.sub("", piece) for piece in _APART.split(plain)]


_APART = re.compile(r"[()\[\]【】〔〕<>《》{}:,;、/或和]")
_NO_SIZE = re.compile(r"(?:金额|货币|计量|计价|资金)?单位|人民币|货币|rmb|cny")
_CURRENCY = re.compile(r"[元圆币镑$€£₩]|美金|法郎|卢布|usd|eur|hkd|jpy|gbp")
# A label may end in its unit without brackets (“预算金额万元”); any other character before 元 may be that of a foreign currency.
_PRINTED_UNIT = re.compile(r"(?:[^元圆币镑]*[额金款数算计排资况转助入他它])?(百万元|千元|万元|亿元|元)")


def print_yuan(yuan: Decimal, denomination: Denomination | None = None) -> str:
    """The exact amount as people read it: “2.6 万元”; below a hundred yuan “99.5 元”; or in the unit that they ask for.

    亿元 are printed where they have few decimals, else 万元: nothing is ever rounded.

    >>> print_yuan(Decimal("46400.00"))
    '4.64 万元'
    >>> print_yuan(Decimal("46400.00"), Denomination.YUAN)
    '46400 元'
    """
    if denomination is Denomination.YUAN or (denomination is None and yuan and abs(yuan) < 100):
        return f"{plain(yuan)} 元"
    if denomination is Denomination.YI and decimals(yuan / YI) <= _FEW:
        return f"{plain(yuan / YI)} 亿元"
    return f"{plain(yuan / WAN)} 万元"


_FEW = 6  # decimals of 亿元 beyond which 万元 are read more easily


def decimals(number: Decimal) -> int:
    """How many decimals a number has when it is printed plainly."""
    return len(plain(number).partition(".")[2])


def plain(number: Decimal) -> str:
    """A number without an exponent and without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
