"""Texts of an .xlsx workbook: shared and inline strings, rich text, without phonetic runs; escapes such as _x000D_."""

import re

from lxml import etree

from seed.readers.excel.parts import Parts
from seed.readers.excel.sheets import Budget

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def strings_of(parts: Parts, part: str | None, budget: Budget) -> list[str]:
    """The shared strings in the order in which cells refer to them."""
    found: list[str] = []
    if part is not None and parts.has(part):
        for element in parts.elements(part, "si"):
            budget.spend("共享字符串")
            found.append(text_of(element))
        budget.left += len(found)  # the cells that show them count, not the table of strings
    return found


def text_of(element: etree._Element) -> str:
    """The text of `si` or `is`: of its own `t`, or of its runs; `rPh` tells only how to pronounce it."""
    pieces: list[str] = []
    for child in element:
        tag = str(child.tag).rpartition("}")[2]
        if tag == "t":
            pieces.append(child.text or "")
        elif tag == "r":
            pieces += [run.text or "" for run in child if str(run.tag).endswith("}t")]
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """“_x000D_” is a carriage return, “_x005F_” the underscore itself; all line breaks become one kind."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return one_break(text)


def one_break(text: str) -> str:
    """The text with one kind of line break."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
