"""What a page's own styles hide: `style="display:none"`, `hidden`, and simple rules of its <style> elements."""

import re
from collections.abc import Iterable, Mapping

from lxml import etree

_DISPLAY = re.compile(r"(?:^|;)\s*display\s*:\s*([\w-]+)", re.IGNORECASE)
_VISIBILITY = re.compile(r"(?:^|;)\s*visibility\s*:\s*([\w-]+)", re.IGNORECASE)
_ZERO = re.compile(r"\s*0*(?:\.0*)?(?:px|pt|cm|mm|in)?\s*", re.IGNORECASE)
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?[.#][\w-]+", re.IGNORECASE)
_MOST = 2**20  # characters of rules; what is longer styles a portal, not a table
Hiding = Mapping[str, bool]  # “.name”, “#name”, “li.name” → whether its last rule hides


def hiding_rules(sheets: Iterable[str]) -> Hiding:
    """What the rules for a class or an id alone say about display and visibility; rules for print or small screens do not count."""
    rules: dict[str, bool] = {}
    for sheet in sheets:
        for selectors, declarations in _rules(re.sub(r"<!--|-->", "", sheet[:_MOST])):
            hides = _hides(declarations)
            for selector in selectors.split(",") if hides is not None else ():
                if _SIMPLE.fullmatch(selector.strip()):
                    rules[selector.strip()] = bool(hides)
    return rules


def _rules(sheet: str) -> Iterable[tuple[str, str]]:
    depth = start = 0
    selectors = ""
    for brace in re.finditer("[{}]", sheet):
        between = sheet[start : brace.start()]
        start = brace.end()
        if brace[0] == "{":
            depth += 1
            selectors = between.rpartition(";")[2].rpartition("*/")[2].strip() if depth == 1 else selectors
        else:
            if depth == 1 and not selectors.startswith("@"):
                yield selectors, between
            depth = max(depth - 1, 0)


def _hides(declarations: str) -> bool | None:
    """None where they say nothing about it."""
    display, visibility = _DISPLAY.findall(declarations.lower()), _VISIBILITY.findall(declarations.lower())
    if not display and not visibility:
        return None
    return display[-1:] == ["none"] or visibility[-1:] in (["hidden"], ["collapse"])


def is_hidden(element: etree._Element, rules: Hiding) -> bool:
    """Whether nobody sees the element: its own style counts for more than rules."""
    if element.get("hidden") is not None or (element.tag in ("details", "dialog") and element.get("open") is None):
        return True
    own = _hides(element.get("style", ""))
    if own is not None:
        return own
    if not rules:
        return False
    names = [f".{name}" for name in element.get("class", "").split()] + [f"#{element.get('id', '')}"]
    return any(rules.get(name, False) or rules.get(f"{element.tag!s}{name}", False) for name in names)


def display_of(element: etree._Element) -> str | None:
    """What its own style says about how it is displayed, in lower case."""
    said = _DISPLAY.findall(element.get("style", ""))
    return said[-1].lower() if said else None


def measure_is_zero(element: etree._Element, name: str) -> bool:
    """Whether `height` or `width` is 0, as Excel writes for what is hidden."""
    said = re.findall(rf"(?:^|;)\s*{name}\s*:\s*([^;]*)", element.get("style", ""), re.IGNORECASE) or [element.get(name, "")]
    return "0" in said[-1] and bool(_ZERO.fullmatch(said[-1]))
