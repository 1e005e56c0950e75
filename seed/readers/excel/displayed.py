"""What a cell displays: its value in its number format, as a Chinese Excel shows it in a column that is wide enough.

A fact on a worksheet is what its cell displays: 98%, not 0.98; 2,600.00.  Where a format hides digits (2.6 shown as 3) the text is
what is displayed all the same, since that is what the office published, what a reader of the sheet finds again at the cited place,
and what is printed; `hides` then says so, and the reader of the sheet gives a finding with both figures.
"""

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from seed.readers.excel.codes import FormatNotUnderstood, Kind, Section, sections_of
from seed.readers.excel.dates import dated
from seed.readers.excel.numbers import exact, general, written
from seed.readers.excel.numerals import digit_by_digit, spoken

_COMPARED = {
    "<": lambda number, limit: number < limit,
    "<=": lambda number, limit: number <= limit,
    ">": lambda number, limit: number > limit,
    ">=": lambda number, limit: number >= limit,
    "=": lambda number, limit: number == limit,
    "<>": lambda number, limit: number != limit,
}


class Displayed(Struct, frozen=True):
    """The text that a cell displays.

    `hides` is the value where the text does not say all of it (“2.6” displayed as “3”); `unknown` where nobody knows what the format
    displays: then the text is empty, since a guess could be a wrong figure.
    """

    text: str
    hides: str | None = None
    unknown: bool = False


@lru_cache(maxsize=50_000, typed=True)  # True is not 1
def displayed(value: float | bool | str, code: str, *, since_1904: bool = False) -> Displayed:
    """What a cell with that value and that format code displays."""
    if isinstance(value, bool):
        return Displayed("TRUE" if value else "FALSE")
    if isinstance(value, str):
        return _text(value, code)
    number = exact(value)
    if not number.is_finite():
        return Displayed("", str(value), unknown=True)
    try:
        return _number(number, code, since_1904=since_1904)
    except FormatNotUnderstood:
        return Displayed("", general(number), unknown=True)


def _text(value: str, code: str) -> Displayed:
    """Text is shown as it is, unless a section for text says otherwise."""
    try:
        sections = sections_of(code)
    except FormatNotUnderstood:
        return Displayed(value)  # digits and signs do not touch a text
    section = sections[-1]
    if len(sections) < 4 and not section.has(Kind.AT):
        return Displayed(value)
    shown = "".join(value if token.kind is Kind.AT else token.text for token in section.tokens).strip(" ")
    return Displayed(value if shown == value.strip(" ") else shown, value if value.strip() and not shown else None)


def _number(number: Decimal, code: str, *, since_1904: bool) -> Displayed:
    section, sign = _chosen(number, sections_of(code))
    if section.system or section.has(Kind.DATE, Kind.ELAPSED):
        return Displayed(dated(number, section, since_1904=since_1904).strip())
    if section.has(Kind.GENERAL, Kind.AT):
        shown = _in_numerals(general(abs(number)), section)
        text = "".join(shown if t.kind in (Kind.GENERAL, Kind.AT) else t.text for t in section.tokens)
        return Displayed((sign + text).strip())
    if not section.has(Kind.DIGIT):
        text = "".join(token.text for token in section.tokens).strip()
        return Displayed(text, general(number) if number and not any(map(str.isdigit, text)) else None)
    text, said = written(abs(number), section)
    if section.numerals:
        text = digit_by_digit(text, section.numerals)
    return Displayed((sign + text).strip(), None if said == abs(number) else general(number))


def _in_numerals(text: str, section: Section) -> str:
    return spoken(text, section.numerals) if section.numerals else text


def _chosen(number: Decimal, sections: tuple[Section, ...]) -> tuple[Section, str]:
    """The section for the number, and the sign that it does not write itself."""
    numeric = [*sections[:3]]
    if len(numeric) > 1 and numeric[-1].has(Kind.AT) and numeric[-1].condition is None:
        numeric.pop()  # “0.00;@”: the last one is for text
    minus = "-" if number < 0 else ""
    if any(section.condition for section in numeric):
        section = _by_condition(number, numeric)
        signed = any(token.kind is Kind.TEXT and token.text in ("-", "(") for token in section.tokens)
        return section, "" if signed else minus
    if len(numeric) == 1 or number > 0:
        return numeric[0], minus
    if number < 0:
        return numeric[1], ""
    return numeric[2] if len(numeric) > 2 else numeric[0], ""


def _by_condition(number: Decimal, sections: list[Section]) -> Section:
    """The first section whose condition holds; one without a condition is for what is left."""
    for section in sections[:-1] if len(sections) > 1 else sections:
        symbol, limit = section.condition or ((">", Decimal(0)) if section is sections[0] else ("<", Decimal(0)))
        if _COMPARED[symbol](number, limit):
            return section
    last = sections[-1]
    if last.condition is None or _COMPARED[last.condition[0]](number, last.condition[1]):
        return last
    raise FormatNotUnderstood("没有一段格式适用")
