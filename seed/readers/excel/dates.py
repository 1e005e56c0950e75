"""Dates and times: a serial number as the tokens of a format write it, in either epoch."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from seed.readers.excel.codes import FormatNotUnderstood, Kind, Section, Token
from seed.readers.excel.numerals import day_or_month, digit_by_digit

_DAY = 86_400  # seconds
_LAST = 2_958_465  # 9999-12-31
_MOST_PLACES = 9  # of a second
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_XINGQI = "日一二三四五六"
_SYSTEM = {"date": ("yyyy", "年", "m", "月", "d", "日"), "time": ("h", ":", "mm", ":", "ss")}


class Moment(Struct, frozen=True):
    """A serial number taken apart; `days` and `seconds` count from the epoch, for elapsed time."""

    year: int
    month: int
    day: int
    weekday: int  # 0 is Sunday
    seconds: Decimal  # of the day
    elapsed: Decimal  # seconds since the epoch


def moment_of(serial: Decimal, places: int, *, since_1904: bool) -> Moment:
    """The moment, its seconds rounded to that many places.  Raises `FormatNotUnderstood` where Excel shows #####."""
    if not 0 <= serial <= _LAST + 1 or places > _MOST_PLACES:
        raise FormatNotUnderstood("日期超出范围")
    elapsed = (serial * _DAY).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    days, seconds = divmod(elapsed, _DAY)
    if days > _LAST:
        raise FormatNotUnderstood("日期超出范围")
    year, month, day, weekday = _calendar(int(days), since_1904=since_1904)
    return Moment(year, month, day, weekday, seconds, elapsed)


def _calendar(days: int, *, since_1904: bool) -> tuple[int, int, int, int]:
    if since_1904:
        found = date(1904, 1, 1) + timedelta(days=min(days, _LAST - 1462))
    elif days in (0, 60):
        # Excel has a 0 January 1900 and, as Lotus 1-2-3 had it, a 29 February 1900.
        return (1900, 1, 0, 6) if days == 0 else (1900, 2, 29, 3)
    else:
        found = date(1899, 12, 31 if days < 60 else 30) + timedelta(days=days)
    weekday = (days - 1) % 7 if not since_1904 else (found.weekday() + 1) % 7
    return found.year, found.month, found.day, weekday


def dated(serial: Decimal, section: Section, *, since_1904: bool) -> str:
    """The serial number as the section writes it.  Raises `FormatNotUnderstood`."""
    tokens = _parts(section)
    places = max((len(token.text) - 1 for token in tokens if token.text.startswith(".")), default=0)
    moment = moment_of(serial, places, since_1904=since_1904)
    twelve = any(token.text.upper() in ("AM/PM", "A/P", "上午/下午") for token in tokens)
    return "".join(_part(token, moment, section, twelve=twelve) for token in tokens)


def _parts(section: Section) -> list[Token]:
    """The tokens: m beside hours or seconds are minutes (“M”), digits after a point are parts of a second (“.0”)."""
    if section.system:
        return [Token(Kind.DATE if text[0].isascii() and text.isalpha() else Kind.TEXT, text) for text in _minutes(section)]
    parts: list[Token] = []
    for token in section.tokens:
        if token.kind is Kind.DIGIT and parts and parts[-1].text.startswith("."):
            parts[-1] = Token(Kind.POINT, f"{parts[-1].text}0")
        elif token.kind in (Kind.DIGIT, Kind.EXPONENT, Kind.GENERAL):
            raise FormatNotUnderstood("日期格式里有数位")
        elif token.kind is not Kind.AT:
            parts.append(token)
    units = [i for i, token in enumerate(parts) if token.kind in (Kind.DATE, Kind.ELAPSED) and token.text[0] in "ymdhse"]
    for before, here, after in zip([None, *units], units, [*units[1:], None], strict=False):
        text = parts[here].text
        hours = before is not None and parts[before].text[0] == "h"
        seconds = after is not None and parts[after].text[0] == "s"
        if text in ("m", "mm") and parts[here].kind is Kind.DATE and (hours or seconds):
            parts[here] = Token(Kind.DATE, text.upper())
    return [Token(Kind.TEXT, ".") if token.text == "." else token for token in parts]


def _minutes(section: Section) -> Sequence[str]:
    said = _SYSTEM[section.system or "date"]
    return ("h", ":", "MM", ":", "ss") if section.system == "time" else said


def _part(token: Token, moment: Moment, section: Section, *, twelve: bool) -> str:
    if token.kind is Kind.ELAPSED:
        return _elapsed(token.text, moment)
    if token.kind is Kind.POINT:
        return f"{moment.seconds % 1:f}"[1:] if len(token.text) > 1 else "."
    if token.kind is not Kind.DATE:
        return token.text
    return _unit(token.text, moment, section, twelve=twelve)


def _elapsed(text: str, moment: Moment) -> str:
    unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
    return str(int(moment.elapsed // unit)).zfill(len(text))


def _unit(text: str, moment: Moment, section: Section, *, twelve: bool) -> str:
    numerals = section.numerals
    if "/" in text:
        return _half(text, moment)
    match text[0]:
        case "y" | "e":
            year = f"{moment.year:04d}"[2 if text in ("y", "yy") else 0 :]
            return digit_by_digit(year, numerals) if numerals else year
        case "m" if len(text) > 2:
            return _month_name(text, moment.month, chinese=section.chinese)
        case "d" if len(text) > 2:
            return _weekday(text, moment.weekday, chinese=section.chinese)
        case "a":
            return _XINGQI[moment.weekday] if len(text) == 3 else f"星期{_XINGQI[moment.weekday]}"
    hour = int(moment.seconds // 3600)
    numbers = {"m": moment.month, "d": moment.day, "M": int(moment.seconds // 60 % 60), "s": int(moment.seconds % 60)}
    numbers["h"] = (hour % 12 or 12) if twelve else hour
    number = numbers[text[0]]
    return day_or_month(number, numerals) if numerals else str(number).zfill(min(len(text), 2))


def _half(text: str, moment: Moment) -> str:
    before, after = text.split("/")
    return before if moment.seconds < _DAY // 2 else after


def _month_name(text: str, month: int, *, chinese: bool) -> str:
    if chinese:
        return f"{day_or_month(month, 1)}月"
    name = _MONTHS[month - 1]
    return name[:3] if len(text) == 3 else name[:1] if len(text) == 5 else name


def _weekday(text: str, weekday: int, *, chinese: bool) -> str:
    if chinese:
        return f"周{_XINGQI[weekday]}" if len(text) == 3 else f"星期{_XINGQI[weekday]}"
    return _WEEKDAYS[weekday][:3] if len(text) == 3 else _WEEKDAYS[weekday]
