"""Texts of an .xlsx workbook: shared and inline strings, rich text with its fonts, no phonetic runs; escapes such as _x000D_."""

import re

from lxml import etree

from seed.readers.excel.fonts import Font, Runs, font_of
from seed.readers.excel.parts import Parts
from seed.readers.excel.sheets import Budget

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def strings_of(parts: Parts, part: str | None, budget: Budget) -> list[str | Runs]:
    """The shared strings in the order in which cells refer to them."""
    found: list[str | Runs] = []
    if part is not None and parts.has(part):
        for element in parts.elements(part, "si"):
            budget.spend("共享字符串")
            found.append(text_of(element))
        budget.left += len(found)  # the cells that show them count, not the table of strings
    return found


def text_of(element: etree._Element) -> str | Runs:
    """The text of `si` or `is`: of its own `t`, or of its runs where they have fonts; `rPh` tells only how to pronounce it."""
    pieces: list[tuple[str, Font | None]] = []
    for child in element:
        tag = str(child.tag).rpartition("}")[2]
        if tag == "t":
            pieces.append((child.text or "", None))
        elif tag == "r":
            properties = child.find("{*}rPr")
            font = font_of(properties) if properties is not None else None
            pieces += [(run.text or "", font) for run in child if str(run.tag).endswith("}t")]
    if all(font is None for _text, font in pieces):
        return unescaped("".join(text for text, _font in pieces))
    return tuple((unescaped(text), font) for text, font in pieces)


def unescaped(text: str) -> str:
    """“_x000D_” is a carriage return, “_x005F_” the underscore itself; all line breaks become one kind."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return one_break(text)


def one_break(text: str) -> str:
    """The text with one kind of line break."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
