"""Formulas in one line, so that ½ does not become 12: those of Word (m:oMath), and the old ones of EQ fields."""

import re

from lxml import etree

from seed.readers.drawn import drawn_raised
from seed.readers.symbols import UNKNOWN, symbol
from seed.readers.word.names import MATH

_SMALL = re.compile(r"[0-9+-]+")
_ATOM = re.compile(r"[\w.%]*")
_INSTRUCTION = re.compile(r"\s*(EQ|SYMBOL)\b(.*)", re.IGNORECASE | re.DOTALL)
# “EQ \o\ac(□,√)”: one sign over another, as Word writes what is in a circle or a box (带圈字符).
_OVER = re.compile(r"\s*\\o\s*(?:\\a[clr]\s*)?\(\s*(?P<round>.)\s*[,，;；]\s*(?P<sign>.{1,2}?)\s*\)\s*", re.IGNORECASE)
_SYMBOL = re.compile(r"""\s*(?P<code>\d{1,5}|0x[0-9a-f]{1,4})\s+.*\\f\s*"?(?P<font>[^"\\]+?)"?\s*(?:\\.*)?""", re.IGNORECASE)
_LONGEST = 200  # characters; no sign in a box takes more
_BOXES, _TICKS, _CIRCLES = frozenset("□☐口"), frozenset("√✓✔"), frozenset("○〇◯O")
_CIRCLED = dict(zip((str(n) for n in range(1, 21)), "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", strict=True))


def in_line(element: etree._Element) -> str:
    """The formula in one line: “1/2”, “10⁴”, “√(a+b)”; anything else as its parts follow one another."""
    said = [(str(child.tag).removeprefix(MATH), in_line(child)) for child in element]
    parts = dict(said)
    match str(element.tag).removeprefix(MATH):
        case "t":
            return element.text or ""
        case "f":
            return f"{_atom(parts.get('num', ''))}/{_atom(parts.get('den', ''))}"
        case "sSup":
            return _script(parts, "sup", "^", up=True)
        case "sSub":
            return _script(parts, "sub", "_", up=False)
        case "rad":
            return f"{parts.get('deg', '')}√{_atom(parts.get('e', ''))}"
        case _:
            return "".join(text for _name, text in said)


def shown(instruction: str) -> str | None:
    """What a field without a result shows: “☑” for √ over □, � for what we cannot read, None for those that show nothing."""
    found = _INSTRUCTION.fullmatch(instruction)
    if found is None:
        return None
    if len(instruction) > _LONGEST:
        return UNKNOWN
    if found[1].upper() == "SYMBOL":
        named = _SYMBOL.fullmatch(found[2])
        return symbol(named["font"], _number(named["code"])) if named else UNKNOWN
    over = _OVER.fullmatch(found[2])
    if over and over["round"] in _BOXES and over["sign"] in _TICKS:
        return "☑"
    return _CIRCLED.get(over["sign"], UNKNOWN) if over and over["round"] in _CIRCLES else UNKNOWN


def _number(text: str) -> int:
    return int(text, 16) if "x" in text.lower() else int(text)


def _script(parts: dict[str, str], name: str, sign: str, *, up: bool) -> str:
    """A script in small characters where they all exist, after its sign where not."""
    script = parts.get(name, "")
    return f"{parts.get('e', '')}{drawn_raised(script, up=up) if _SMALL.fullmatch(script) else sign + _atom(script)}"


def _atom(text: str) -> str:
    return text if _ATOM.fullmatch(text) else f"({text})"
