"""Number formats (数字格式): a code as sections of tokens.

The grammar is that of ECMA-376 Part 1, 18.8.30 and 18.8.31.
"""

import re
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from msgspec import Struct


class Kind(Enum):
    """What a token of a format is."""

    TEXT = "text"  # stands as it is
    DIGIT = "digit"  # 0 # ?
    POINT = "point"
    COMMA = "comma"
    PERCENT = "percent"
    EXPONENT = "exponent"
    SLASH = "slash"
    GENERAL = "general"
    AT = "at"  # the cell's text
    DATE = "date"  # y m d h s, AM/PM, weekdays
    ELAPSED = "elapsed"  # [h] [mm] [ss]


class Token(Struct, frozen=True):
    """A token with its text: “yyyy”, “0”, the literal itself."""

    kind: Kind
    text: str


class Section(Struct, frozen=True):
    """A part of a format between semicolons: its tokens, its condition, and how its digits are written."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None
    numerals: int = 0  # 1 to 3 for [DBNum1] to [DBNum3]
    chinese: bool = False  # a locale such as [$-804] asks for Chinese names of months
    system: str | None = None  # "date" or "time": as the system writes them

    def has(self, *kinds: Kind) -> bool:
        """Whether a token of one of these kinds is in it."""
        return any(token.kind in kinds for token in self.tokens)


class FormatNotUnderstood(ValueError):
    """The format has something that we do not know how Excel shows it."""


_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"? | [\\!](?P<escaped>.) | _(?P<space>.) | \*(?P<fill>.)
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式)
    | (?P<half>AM/PM|A/P|上午/下午)
    | (?P<date>y+|m+|d+|h+|s+|a{3,4}|e+(?![+\-]))
    | (?P<exponent>E[+\-])
    | (?P<digit>[0\#?]) | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<slash>/) | (?P<at>@)
    | (?P<end>;)
    | (?P<plain>[^A-Za-z])
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_KINDS = {"digit": Kind.DIGIT, "point": Kind.POINT, "comma": Kind.COMMA, "percent": Kind.PERCENT, "slash": Kind.SLASH}
_KINDS |= {"exponent": Kind.EXPONENT, "general": Kind.GENERAL, "at": Kind.AT, "date": Kind.DATE, "half": Kind.DATE}
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?(?:E[+-]?\d{1,3})?)", re.IGNORECASE)
_COLOUR = re.compile(
    r"black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+|颜色\s*\d+|[黑蓝青绿红白黄]色?|洋红色?|蓝绿色?|品红",
    re.IGNORECASE,
)
_LOCALE = re.compile(r"\$(?P<currency>[^-]*)(?:-(?P<locale>.*))?")
_SYSTEM = {"f800": "date", "x-sysdate": "date", "f400": "time", "x-systime": "time"}
_CHINESE = re.compile(r"(?:[0-9a-f]*0?[048c]04|zh-.*)", re.IGNORECASE)
_LONGEST = 255  # characters, as in Excel


@lru_cache(maxsize=2000)
def sections_of(code: str) -> tuple[Section, ...]:
    """The sections of a format code, at most four.  Raises `FormatNotUnderstood`."""
    if len(code) > _LONGEST:
        raise FormatNotUnderstood(code)
    sections: list[Section] = []
    running = _Running()
    place = 0
    while place < len(code):
        match = _TOKEN.match(code, place)
        if match is None:
            raise FormatNotUnderstood(code)
        place = match.end()
        if match.lastgroup == "end":
            sections.append(running.section())
            running = _Running()
        else:
            running.take(match.lastgroup or "", match[match.lastgroup or 0], code)
    sections.append(running.section())
    if len(sections) > 4:
        raise FormatNotUnderstood(code)
    return tuple(sections)


class _Running:
    """The section that is being read."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.condition: tuple[str, Decimal] | None = None
        self.numerals = 0
        self.chinese = False
        self.system: str | None = None

    def section(self) -> Section:
        return Section(tuple(self.tokens), self.condition, self.numerals, self.chinese, self.system)

    def take(self, group: str, text: str, code: str) -> None:
        if group == "bracket":
            self._bracket(text, code)
        elif group == "space":
            self.tokens.append(Token(Kind.TEXT, " "))  # as wide as the character that follows
        elif group != "fill":  # a character that fills the width says nothing
            kind = _KINDS.get(group, Kind.TEXT)
            self.tokens.append(Token(kind, text.lower() if group == "date" else text.upper() if group == "half" else text))

    def _bracket(self, text: str, code: str) -> None:
        lower = text.strip().lower()
        if match := _CONDITION.fullmatch(lower):
            self.condition = match[1], Decimal(match[2])
        elif match := re.fullmatch(r"dbnum([1-3])", lower):
            self.numerals = int(match[1])
        elif match := _LOCALE.fullmatch(lower):
            self._locale(text.strip()[1:].partition("-")[0], match["locale"] or "")
        elif re.fullmatch(r"h+|m+|s+", lower):
            self.tokens.append(Token(Kind.ELAPSED, lower))
        elif not _COLOUR.fullmatch(lower):
            raise FormatNotUnderstood(code)

    def _locale(self, currency: str, locale: str) -> None:
        self.system = _SYSTEM.get(locale.partition(",")[0], self.system)
        self.chinese = self.chinese or bool(_CHINESE.fullmatch(locale.partition(",")[0]))
        if currency:
            self.tokens.append(Token(Kind.TEXT, currency))
